"""When something goes wrong, people read what to do in French, and nothing of what happened inside."""

from importlib import import_module

import pytest
from pytest_django import Settings

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client

from tests.factories import make_page
from tests.portal.security.broken import SECRET

pytestmark = [pytest.mark.django_db, pytest.mark.logs_errors]

TITLES = {
    "/casse/": (500, "Une erreur est survenue de notre côté"),
    "/refuse/": (403, "Cette page ne vous est pas ouverte"),
    "/illisible/": (400, "Nous n’avons pas compris cette demande"),
    "/nulle-part/": (404, "Il n’y a rien à cette adresse"),
}
INSIDE = (
    SECRET,
    "Traceback",
    "BreakdownError",
    "site-packages",
    "DEBUG",
    "Django",
    str(settings.BASE_DIR),
)


def read(response: HttpResponse) -> str:
    """Return what is read, once sure that nothing of the inside shows."""
    html = response.content.decode()
    assert '<html lang="fr">' in html
    assert [word for word in INSIDE if word in html] == []
    return html


@pytest.mark.parametrize("path", TITLES)
def test_whatever_goes_wrong_is_told_in_french(visitor, path):
    status, title = TITLES[path]

    response = visitor.get(path)

    assert response.status_code == status
    assert title in read(response)


@pytest.mark.parametrize("path", TITLES)
def test_an_error_says_nothing_of_who_is_signed_in(visitor, editor, path):
    editor.first_name, editor.last_name = "Prénommée", "Nommée"
    editor.save()
    visitor.force_login(editor)

    html = read(visitor.get(path))

    assert [word for word in (editor.email, "Prénommée", "Nommée") if word in html] == []


def test_an_unknown_host_is_refused_without_being_repeated(visitor):
    response = visitor.get("/", headers={"host": "ailleurs.example"})

    assert response.status_code == 400
    assert "Nous n’avons pas compris" in read(response)
    assert "ailleurs.example" not in response.content.decode()


def test_a_form_from_another_site_is_refused_in_french(home):
    stranger = Client(enforce_csrf_checks=True)

    response = stranger.post("/admin/login/", {"username": "a@exemple.fr", "password": "secret"})

    assert response.status_code == 403
    assert "a@exemple.fr" not in read(response)


def test_a_page_for_people_who_signed_in_sends_to_the_only_sign_in(visitor):
    page = make_page("Entre nous")
    page.view_restrictions.create(restriction_type="login")

    response = visitor.get("/entre-nous/")

    assert response.status_code == 302
    assert response["Location"] == "/admin/login/?next=/entre-nous/"


def test_somebody_signed_in_without_the_right_is_told_rather_than_sent_in_circles(visitor, editor):
    visitor.force_login(editor)

    response = visitor.get("/composants/")

    assert response.status_code == 403
    assert "Cette page ne vous est pas ouverte" in read(response)


def test_the_last_resort_needs_no_request_no_database_and_no_collected_file(settings: Settings):
    settings.STORAGES = import_module("portal.settings.base").STORAGES

    html = render_to_string("500.html")

    assert "Une erreur est survenue" in html
    assert "{%" not in html
    assert "{{" not in html


def test_every_file_of_the_last_resort_exists(settings: Settings):
    html = render_to_string("500.html")

    named = [part.partition('"')[0] for part in html.split('href="/static/')[1:]]
    assert named
    for name in named:
        assert (settings.STATICFILES_DIRS[0] / name).is_file(), name


def test_a_breakdown_is_written_in_the_log_for_those_who_repair(visitor, caplog):
    visitor.get("/casse/")

    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.getMessage() == "Internal Server Error: /casse/"
    assert record.exc_info
