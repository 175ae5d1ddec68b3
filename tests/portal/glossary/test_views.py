"""The glossary, as a visitor reads it."""

import re

import pytest

from portal.glossary.models import Term
from tests.factories import make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def text(client, url="/glossaire/"):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_glossary_is_a_page(client):
    assert "<h1" in text(client)


def test_terms_stand_under_their_letter_in_french_order(client):
    for name in ("Tiers-lieu", "Encapacitation", "Économie sociale", "entreprise"):
        make_term(name)

    page = text(client)

    assert re.findall(r'<h2 id="([A-Z#])"', page) == ["E", "T"]
    names = ["Économie sociale", "Encapacitation", "entreprise", "Tiers-lieu"]
    places = [page.index(f">{name}<") for name in names]
    assert places == sorted(places)


def test_every_term_leads_to_its_page_and_says_its_other_names(client):
    make_term("Société coopérative", acronyms=["SCIC"])

    page = text(client)

    assert 'href="/glossaire/societe-cooperative/"' in page
    assert "SCIC" in page


def test_a_term_says_what_it_means_and_what_it_is_tied_to(client):
    other = make_term("Monnaie locale")
    term = make_term(
        "Tiers-lieu",
        synonyms=["third place"],
        themes=["cooperation"],
        definition="<p>Un lieu <b>partagé</b>.</p>",
    )
    term.see_also.add(other)
    term.save()

    page = text(client, "/glossaire/tiers-lieu/")

    assert "Un lieu <b>partagé</b>." in page
    assert "third place" in page
    assert 'href="/glossaire/monnaie-locale/"' in page


def test_a_draft_is_nowhere(client):
    make_term("Secret", live=False)
    shown = make_term("Tiers-lieu")
    shown.see_also.set([Term.objects.get(slug="secret")])
    shown.save()

    assert "Secret" not in text(client)
    assert "Secret" not in text(client, "/glossaire/tiers-lieu/")
    assert client.get("/glossaire/secret/").status_code == 404


def test_a_draft_of_a_published_term_changes_nothing_yet(client):
    term = make_term("Tiers-lieu", definition="<p>Avant.</p>")
    term.definition = "<p>Après.</p>"
    term.save_revision()

    page = text(client, "/glossaire/tiers-lieu/")

    assert "Avant." in page
    assert "Après." not in page


@pytest.mark.parametrize("slug", ["inconnu", "TIERS-LIEU", "tiers--lieu", "x" * 10_000])
def test_an_unknown_term_is_a_clear_page(client, slug):
    response = client.get(f"/glossaire/{slug}/")

    assert response.status_code == 404
    assert "<h1" in response.content.decode()


def test_the_glossary_is_only_read(client):
    assert client.post("/glossaire/").status_code == 405
    assert client.head("/glossaire/").status_code == 200
