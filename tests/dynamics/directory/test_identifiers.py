"""Numbers of public registers: written one way, and wrong digits are seen."""

import pytest

from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.test.utils.form_data import inline_formset

from dynamics.directory.identifiers import checked, recognised
from dynamics.directory.models import Dynamic, Identifier, Provenance
from tests.factories import make_commune, make_dynamic
from tests.portal.admin.forms import dynamic_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("siren", "732 829 320", "732829320"),
        ("siren", "732.829.320", "732829320"),
        ("siret", "732 829 320 00074", "73282932000074"),
        ("rna", "w751212517", "W751212517"),
        ("rna", "W 75 1212517", "W751212517"),
        ("neq", "1143920115", "1143920115"),
        ("bce", "BE 0403.170.701", "0403170701"),
        ("bce", "403.170.701", "0403170701"),
        ("wikidata", "https://www.wikidata.org/wiki/Q90", "Q90"),
        ("wikidata", "q90", "Q90"),
    ],
)
def test_a_number_is_kept_as_its_register_writes_it(scheme, typed, kept):
    assert checked(scheme, typed) == kept
    identifier = Identifier.objects.create(dynamic=make_dynamic(), scheme=scheme, value=typed)
    assert Identifier.objects.get(pk=identifier.pk).value == kept


def test_la_poste_has_its_own_check_digits():
    """Its establishments: the sum of the digits is a multiple of five; its head office is like others."""
    assert checked("siret", "356 000 000 00048")
    assert checked("siret", "35600000049837")
    with pytest.raises(ValidationError):
        checked("siret", "35600000049838")


@pytest.mark.parametrize(
    ("scheme", "typed", "says"),
    [
        ("siren", "732829321", "check digits"),
        ("siren", "73282932", "nine digits"),
        ("siret", "73282932000075", "check digits"),
        ("siret", "732829320", "fourteen digits"),
        ("rna", "751212517", "W"),
        ("neq", "114392011", "ten digits"),
        ("bce", "0403170702", "check digits"),
        ("bce", "2403170701", "ten digits"),
        ("commune", "99999", "No commune"),
        ("commune", "Figeac", "five characters"),
        ("wikidata", "Paris", "Q"),
        ("siren", "١٢٣٤٥٦٧٨٩", "nine digits"),
        ("siren", "7328293201\n", "nine digits"),
    ],
)
def test_a_wrong_number_is_refused_in_one_sentence(scheme, typed, says):
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            checked(scheme, typed)

        assert says in refused.value.message_dict["value"][0]


def test_the_code_of_a_commune_must_be_one_of_ours():
    make_commune("46102")

    assert checked("commune", "46102") == "46102"


@pytest.mark.parametrize(
    ("typed", "scheme"),
    [
        ("732 829 320", "siren"),
        ("732 829 320 00074", "siret"),
        ("W751212517", "rna"),
        ("0403.170.701", "bce"),
        ("1143920115", "neq"),
    ],
)
def test_a_number_tells_which_register_it_is_from(typed, scheme):
    assert recognised(typed)[0] == scheme


@pytest.mark.parametrize("typed", ["", "732829321", "bonjour", "<script>"])
def test_what_is_no_number_is_from_no_register(typed):
    assert recognised(typed) is None


def test_the_editor_refuses_a_wrong_digit_and_keeps_it(home):
    form_class = Dynamic.edit_handler.bind_to_model(Dynamic).get_form_class()
    numbers = inline_formset([{"scheme": "siren", "value": "732 829 321"}])
    typed = dynamic_form("Le fil", make_dynamic("Une autre").type.pk, identifiers=numbers)

    form = form_class(typed)

    assert not form.is_valid()
    line = form.formsets["identifiers"].forms[0]
    assert "clé de contrôle" in line.errors["value"][0]
    assert line["value"].value() == "732 829 321"


def test_the_editor_keeps_a_right_one_without_its_spaces(client, animator):
    client.force_login(animator)
    type_pk = make_dynamic("Une autre").type.pk
    numbers = inline_formset([{"scheme": "siren", "value": "732 829 320"}])

    client.post(
        "/admin/snippets/directory/dynamic/add/",
        dynamic_form("Le fil", type_pk, identifiers=numbers),
    )

    assert Identifier.objects.get(dynamic__name="Le fil").value == "732829320"


def test_the_page_shows_the_numbers_and_leads_to_their_register(client, home):
    dynamic = make_dynamic("Le fil", identifiers=[Identifier(scheme="siren", value="732829320")])

    page = client.get(dynamic.get_absolute_url()).content.decode()

    assert "732 829 320" in page
    assert "https://annuaire-entreprises.data.gouv.fr/entreprise/732829320" in page


def test_the_page_says_where_a_record_was_taken_from(client, home):
    dynamic = make_dynamic("Le fil", tags=["laine"])
    origin = {"source": "Une carte", "source_id": "12", "licence": "ODbL", "date": "2026-03-01"}
    Provenance.objects.create(dynamic=dynamic, **origin)

    page = client.get(dynamic.get_absolute_url()).content.decode()

    assert "Repris de Une carte le 1 mars 2026" in page
    assert "ODbL" in page
    assert "laine" in page


def test_the_open_data_give_the_numbers(client):
    make_dynamic("Le fil", identifiers=[Identifier(scheme="wikidata", value="Q90")])

    record = client.get("/api/v1/dynamics/le-fil").json()

    assert record["identifiers"] == [{"scheme": "wikidata", "value": "Q90"}]
