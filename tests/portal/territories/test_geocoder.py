"""From what people write to a commune: found, asked about, never guessed."""

import pytest

from portal.territories.gazetteer import commune_with_code
from portal.territories.geocoder import Ambiguous, How, Located, NotFound, locate

pytestmark = pytest.mark.usefixtures("small_country")


def code_of(answer):
    assert isinstance(answer, Located), answer
    return answer.commune.code


def departments_of(answer):
    assert isinstance(answer, Ambiguous), answer
    return [str(commune.department or commune.province) for commune in answer.candidates]


def test_a_unique_name_is_enough():
    answer = locate("tréguier")

    assert code_of(answer) == "22362"
    assert answer.how is How.NAME_ALONE
    assert not answer.is_approximate


def test_a_name_shared_by_twelve_communes_is_asked_about_with_their_departements():
    answer = locate("Sainte-Colombe")

    assert len(answer.candidates) == 12
    assert "Rhône" in departments_of(answer)
    assert "Sainte-Colombe (Rhône)" in [commune.label for commune in answer.candidates]


@pytest.mark.parametrize(
    "known",
    [
        {"postcode": "69560"},
        {"department": "69"},
        {"department": "Rhône"},
        {"department": "rhone"},
        {"department": "69 - Rhône"},
        {"postcode": "69569"},
    ],
)
def test_a_shared_name_is_settled_by_the_postcode_or_the_departement(known):
    assert code_of(locate("Ste Colombe", **known)) == "69189"


def test_the_label_of_a_commune_finds_it_again():
    assert code_of(locate("Sainte-Colombe (Rhône)")) == "69189"


def test_a_postcode_without_its_zero_is_understood():
    answer = locate("Gréoux les bains", postcode="4800")

    assert code_of(answer) == "04094"
    assert answer.how is How.NAME_AND_POSTCODE


def test_a_postcode_that_contradicts_the_name_is_asked_about():
    answer = locate("Aire-sur-l'Adour", postcode="04800")

    assert [commune.code for commune in answer.candidates] == ["40001", "04094"]


def test_a_cedex_is_placed_by_its_departement():
    answer = locate("ST ETIENNE CEDEX 2", postcode="42007")

    assert code_of(answer) == "42218"
    assert answer.how is How.NAME_AND_DEPARTMENT


@pytest.mark.parametrize(
    ("written", "postcode"), [("Paris 12", "75012"), ("Lyon 3ème arrondissement", "69003")]
)
def test_an_arrondissement_leads_to_its_city(written, postcode):
    assert locate(written, postcode=postcode).commune.name in {"Paris", "Lyon"}


@pytest.mark.parametrize("written", ["Mans", "Mans (Le)", "LE MANS"])
def test_a_lost_article_is_found_again(written):
    assert code_of(locate(written)) == "72181"


def test_a_merged_commune_leads_to_the_one_it_is_now():
    assert locate("Cherbourg-Octeville").commune.name == "Cherbourg-en-Cotentin"


def test_an_unknown_name_is_placed_by_its_postcode_and_says_so():
    answer = locate("Zone artisanale", postcode="69100")

    assert answer.commune.name == "Villeurbanne"
    assert answer.is_approximate


@pytest.mark.parametrize("written", ["", "   ", "Atlantide", "?"])
def test_what_is_nowhere_is_not_found(written):
    assert locate(written) == NotFound()


def test_a_name_found_only_abroad_is_placed_there_despite_its_short_postcode():
    answer = locate("Bruxelles", postcode="1000")

    assert answer.commune.country == "BE"
    assert answer.commune.label == "Bruxelles (Bruxelles-Capitale)"


def test_a_place_abroad_answers_to_its_local_name():
    assert locate("Antwerp").commune.name == "Anvers"


def test_a_better_known_namesake_abroad_makes_a_name_ambiguous():
    assert departments_of(locate("Fribourg")) == ["Moselle", "Fribourg"]


def test_a_lesser_known_namesake_abroad_does_not():
    assert code_of(locate("Lille")) == "59350"


def test_the_country_settles_it():
    assert code_of(locate("Montréal", country="CA")) == "CA-6077243"
    assert code_of(locate("Fribourg", country="FR")) == "57241"
    assert locate("Tréguier", country="BE") == NotFound()


def test_a_code_leads_to_its_commune():
    assert commune_with_code("22362").name == "Tréguier"
    assert commune_with_code("4094").name == "Gréoux-les-Bains"


def test_the_code_of_an_arrondissement_leads_to_its_city():
    assert commune_with_code("75112").name == "Paris"


def test_an_unknown_code_leads_nowhere():
    assert commune_with_code("99999") is None
    assert commune_with_code("") is None


def test_placing_a_row_asks_a_few_questions_only(django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        locate("Sainte-Colombe", postcode="69560")
