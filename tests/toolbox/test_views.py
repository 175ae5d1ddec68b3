"""A method, as a visitor reads it."""

import pytest

from tests.factories import make_dynamic, make_experience, make_method
from toolbox.models import MethodPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory", "referential")]


def text(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_method_says_what_it_is_for_and_how_to_go_about_it(client):
    make_method(
        "Forum ouvert",
        summary="Chacun propose un sujet.",
        purpose=[("paragraph", "<p>Parler.</p>")],
        steps=[("step", "<p>Inviter.</p>"), ("step", "<p>Écouter.</p>")],
        cautions=[("point", "<p>Prendre le temps.</p>")],
    )

    page = text(client, "/outils/forum-ouvert/")

    for words in (
        "Chacun propose un sujet.",
        "Parler.",
        "Inviter.",
        "Écouter.",
        "Prendre le temps.",
    ):
        assert words in page


def test_who_used_a_method_is_told_and_linked(client):
    method = make_method("Forum ouvert")
    make_experience(method, make_dynamic("Eusko"), text="Deux soirées.")
    make_experience(method, text="Une fois.", organisation="Loos-en-Gohelle")

    page = text(client, "/outils/forum-ouvert/")

    assert 'href="/dynamiques/eusko/"' in page
    assert "Deux soirées." in page
    assert "Loos-en-Gohelle" in page


def test_who_used_a_method_is_not_told_of_a_draft(client):
    make_experience(make_method("Forum ouvert"), make_dynamic("Secret", live=False))

    assert "Secret" not in text(client, "/outils/forum-ouvert/")


def test_filiations_lead_both_ways(client):
    origin = make_method("Design d’usages")
    make_method("MIAOU", derived_from=origin)
    make_method("Brouillon", derived_from=origin, live=False)

    assert 'href="/outils/design-dusages/"' in text(client, "/outils/miaou/")
    page = text(client, "/outils/design-dusages/")
    assert 'href="/outils/miaou/"' in page
    assert "Brouillon" not in page


def test_a_method_borrowed_from_a_draft_does_not_lead_to_it(client):
    make_method("MIAOU", derived_from=make_method("Brouillon", live=False))

    assert "Brouillon" not in text(client, "/outils/miaou/")


def test_a_card_counts_those_whom_everybody_may_read(referential):
    method = make_method("Forum ouvert")
    make_experience(method, make_dynamic("Eusko"))
    make_experience(method, make_dynamic("Secret", live=False))
    make_experience(method, organisation="Loos-en-Gohelle")

    (card,) = MethodPage.objects.published().cards([method.pk])

    assert card.experience_count == 2


def test_what_the_sources_do_not_say_is_not_shown(client):
    make_method("Forum ouvert")

    page = text(client, "/outils/forum-ouvert/")

    assert "None" not in page
    assert "<dd></dd>" not in "".join(page.split())


@pytest.mark.parametrize("slug", ["inconnu", "x" * 10_000, "%3Cscript%3E"])
def test_an_unknown_method_is_a_clear_page(client, slug):
    response = client.get(f"/outils/{slug}/")

    assert response.status_code == 404
    assert "<h1" in response.content.decode()


def test_a_draft_is_nowhere(client):
    make_method("Secret", live=False)

    assert client.get("/outils/secret/").status_code == 404
