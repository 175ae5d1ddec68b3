"""The propositions, as a visitor reads them."""

import pytest

from search import rebuilding
from search.engines import current_engine
from tests.factories import make_proposal, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

ODD_VALUES = ["personne", "<script>alert(1)</script>", "x" * 10_000, "\x00", "%s", "é" * 50]


@pytest.fixture
def proposals():
    make_proposal("Financer l’animation", addressee="funders", themes=["models"], position=1)
    make_proposal("Changer la loi", addressee="lawmakers", themes=["governance"], position=2)


def text(client, **filters):
    response = client.get("/propositions/", filters)
    assert response.status_code == 200
    return response.content.decode()


def test_every_proposition_is_there_in_order(client, proposals):
    page = text(client)

    assert page.index("Financer l’animation") < page.index("Changer la loi")


def test_a_proposition_has_its_own_anchor(client, proposals):
    assert 'id="financer-lanimation"' in text(client)


@pytest.mark.parametrize(
    ("filters", "shown", "hidden"),
    [
        ({"addressee": "funders"}, "Financer l’animation", "Changer la loi"),
        ({"addressee": "lawmakers"}, "Changer la loi", "Financer l’animation"),
        ({"theme": "models"}, "Financer l’animation", "Changer la loi"),
    ],
)
def test_one_addressee_or_one_theme_may_be_kept(client, proposals, filters, shown, hidden):
    page = text(client, **filters)

    assert shown in page
    assert hidden not in page


def test_what_was_chosen_stays_chosen(client, proposals):
    assert '<option value="funders" selected>' in text(client, addressee="funders")


@pytest.mark.parametrize("name", ["addressee", "theme"])
@pytest.mark.parametrize("value", ODD_VALUES)
def test_an_unknown_filter_is_a_clear_page(client, proposals, name, value):
    page = text(client, **{name: value})

    assert "Financer l’animation" not in page
    assert 'href="/propositions/"' in page
    assert "<script>alert" not in page


def test_a_draft_is_nowhere(client):
    make_proposal("Secret", live=False)

    assert "Secret" not in text(client)


def test_propositions_are_only_read(client):
    assert client.post("/propositions/").status_code == 405


def test_the_page_ends_with_what_is_close_to_its_propositions(client, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    make_proposal("Financer l’animation", addressee="funders", topic="Ingénierie")
    make_proposal("Changer la loi", addressee="lawmakers", topic="Droit")
    make_term("Ingénierie territoriale")
    make_term("Archipel")
    rebuilding.rebuild(current_engine())

    assert "Ingénierie territoriale" in text(client)
    assert "Archipel" not in text(client)
    assert "Ingénierie territoriale" not in text(client, addressee="lawmakers")
