"""Editorial pages and the home page, as a visitor reads them."""

import pytest

from portal.home import tree
from tests.factories import make_dynamic, make_method, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory", "referential")]


def text(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_shows_its_text(client):
    body = [("heading", "Qui peut en être"), ("paragraph", "<p>Tout le monde.</p>")]
    make_page("La communauté", summary="Qui elle est.", body=body)

    page = text(client, "/la-communaute/")

    for words in ("La communauté", "Qui elle est.", "Qui peut en être", "Tout le monde."):
        assert words in page


def test_a_page_leads_to_those_under_it(client):
    community = make_page("La communauté")
    make_page("L’éthique", under=community, slug="ethique")
    make_page("Brouillon", under=community, live=False)

    page = text(client, "/la-communaute/")

    assert 'href="/la-communaute/ethique/"' in page
    assert "Brouillon" not in page


def test_a_quotation_says_whose_words_they_are(client):
    quote = {"text": "Ensemble, on va plus loin.", "attribution": "Une maire"}
    make_page("La charte", body=[("quote", quote)])

    page = text(client, "/la-charte/")

    assert "Ensemble, on va plus loin." in page
    assert "Une maire" in page


def test_the_home_page_opens_three_doors(client):
    page = text(client, "/")

    for door in ("/outils/", "/dynamiques/", "/communaute/"):
        assert f'href="{door}"' in page


def test_the_home_page_shows_what_is_new_and_not_what_is_a_draft(client):
    make_dynamic("Eusko")
    make_method("Forum ouvert")
    make_dynamic("Secret", live=False)

    page = text(client, "/")

    assert "Eusko" in page
    assert "Forum ouvert" in page
    assert "Secret" not in page


def test_the_home_page_bears_what_was_never_published_by_hand(client):
    dynamic = make_dynamic("Importée")
    type(dynamic).objects.filter(pk=dynamic.pk).update(last_published_at=None)
    make_dynamic("Eusko")

    assert "Eusko" in text(client, "/")


def test_the_examples_of_searches_lead_to_the_search(client):
    page = text(client, "/")

    assert page.count("/recherche/?q=") >= len(tree.SEARCH_EXAMPLES)
