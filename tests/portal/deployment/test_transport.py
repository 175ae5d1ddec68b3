"""In production everything goes through https, and the one cookie never leaves it."""

from collections.abc import Callable
from types import ModuleType

import pytest
from pytest_django import Settings

from django.template import engines
from django.test import Client

from tests.factories import PASSWORD
from tests.portal.deployment.processes import production

pytestmark = pytest.mark.django_db

TRANSPORT = ("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "X_FRAME_")
HSTS = "max-age=31536000; includeSubDomains; preload"


@pytest.fixture
def visitor(
    home: None,
    settings: Settings,
    read: Callable[..., ModuleType],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> Client:
    """Somebody who talks to a portal set like the one in production."""
    found = read("production", **production(tmp_path))
    for name in dir(found):
        if name.startswith(TRANSPORT):
            setattr(settings, name, getattr(found, name))
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return Client()


def test_whoever_comes_without_https_is_sent_to_it(visitor):
    response = visitor.get("/glossaire/?theme=commun")

    assert response.status_code == 301
    assert response["Location"] == "https://testserver/glossaire/?theme=commun"


def test_a_proxy_that_speaks_https_is_believed(visitor):
    response = visitor.get("/", headers={"x-forwarded-proto": "https"})

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/glossaire", 301), ("/nulle-part/", 404), ("/admin/", 302), ("/sante/", 503)],
)
@pytest.mark.logs_errors
def test_browsers_are_told_to_come_by_https_from_now_on(visitor, path, status, monkeypatch):
    monkeypatch.setattr("portal.home.health.search", lambda: "down")

    response = visitor.get(path, secure=True)

    assert response.status_code == status
    assert response["Strict-Transport-Security"] == HSTS


@pytest.mark.logs_errors
def test_an_unknown_host_is_not_sent_anywhere(visitor):
    response = visitor.get("/", headers={"host": "ailleurs.example"})

    assert response.status_code == 400
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_the_cookie_is_kept_by_the_browser_for_this_host_and_https_only(visitor, member):
    signed_in = visitor.post(
        "/admin/login/", {"username": member.email, "password": PASSWORD}, secure=True
    )

    assert list(signed_in.cookies) == ["__Host-sessionid"]
    cookie = signed_in.cookies["__Host-sessionid"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")


def test_the_cookie_is_taken_back_when_one_leaves(visitor, member):
    visitor.force_login(member)

    visitor.post("/admin/logout/", secure=True, headers={"referer": "https://testserver/admin/"})

    assert visitor.cookies["__Host-sessionid"].value == ""
