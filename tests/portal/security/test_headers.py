"""What every answer says to the browser, whatever the address and whatever the status."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, URLResolver, get_resolver, resolve, reverse

from tests.portal.security.addresses import DOORS, EVERYTHING, FILES, FORMS, OPEN, PAGES
from toolbox.models import MethodPage

pytestmark = [pytest.mark.django_db, pytest.mark.logs_errors]

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# The pages that have a button “near me”: the device is asked when it is pressed.
WITH_NEAR_ME = [f"/dynamiques/{look}" for look in ("", "?vue=carte", "?vue=tableau", "?vue=reseau")]
MAY_LOCATE = {
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
}
VISITORS_POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'self'"},
}


def routes(patterns: list, prefix: str = "") -> Iterator[str]:
    """Yield every route under these patterns, as Django writes it."""
    for each in patterns:
        route = prefix + (str(each.pattern).removeprefix("^") if prefix else str(each.pattern))
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        else:
            yield route


def route_of(path: str) -> str:
    """Return the route an address takes, or nothing when it takes none."""
    try:
        return resolve(path.partition("?")[0]).route
    except Resolver404:
        return ""


def policy(response: HttpResponse) -> dict[str, set[str]]:
    """Read a Content-Security-Policy."""
    directives = [each.split() for each in response["Content-Security-Policy"].split(";")]
    return {name: set(sources) for name, *sources in directives}


def answers(client: Client, paths: dict[str, int]) -> dict[str, HttpResponse]:
    """Ask every address, and check that it answers what it should."""
    found = {path: client.get(path) for path in paths}
    assert {path: response.status_code for path, response in found.items()} == paths
    return found


def test_a_new_address_cannot_be_forgotten_here():
    known = {route_of(path) for path in OPEN}

    everything = set(routes(get_resolver().url_patterns))
    forgotten = {route for route in everything - known - DOORS if not route.startswith("admin/")}

    assert forgotten == set()


def test_every_answer_restrains_the_browser(content, visitor):
    for path, response in answers(visitor, EVERYTHING).items():
        expected = ALWAYS | (MAY_LOCATE if path in WITH_NEAR_ME else {})
        assert {name: response.get(name) for name in ALWAYS} == expected, path
        found = policy(response)
        assert {name: found.get(name) for name in VISITORS_POLICY} == VISITORS_POLICY, path
        assert "unsafe" not in response["Content-Security-Policy"], path
        assert "http" not in response["Content-Security-Policy"], path


def test_a_refused_method_and_an_unknown_host_too(visitor):
    refused = visitor.post("/recherche/")
    unknown = visitor.get("/", headers={"host": "ailleurs.example"})

    assert (refused.status_code, unknown.status_code) == (405, 400)
    for response in (refused, unknown):
        assert {name: response.get(name) for name in ALWAYS} == ALWAYS
        assert policy(response)["script-src"] == {"'self'"}


def test_a_stranger_is_given_no_cookie(content, visitor):
    without_form = {path: code for path, code in EVERYTHING.items() if path not in FORMS}
    for path, response in answers(visitor, without_form).items():
        assert "Set-Cookie" not in response.headers, path
        assert not response.cookies, path


def test_pages_are_asked_again_before_they_are_shown_again(content, visitor):
    for path, response in answers(visitor, PAGES | FILES).items():
        assert "no-cache" in response["Cache-Control"], path
        assert "max-age" not in response["Cache-Control"] or path == "/sante/", path
        assert "Cookie" in response["Vary"], path


def test_what_somebody_signed_in_reads_is_kept_by_no_shared_cache(content, visitor, editor):
    visitor.force_login(editor)

    for path, response in answers(visitor, PAGES).items():
        assert "private" in response["Cache-Control"], path


def test_pages_that_are_compressed_vary_with_what_the_browser_reads(visitor):
    response = visitor.get("/", headers={"accept-encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]


def test_the_admin_is_never_kept_and_has_a_policy_of_its_own(visitor, editor):
    visitor.force_login(editor)

    for path in ("/admin/", "/admin/login/", "/admin/pages/", "/admin/nulle-part/"):
        response = visitor.get(path)
        assert {name: response.get(name) for name in ALWAYS} == ALWAYS, path
        assert {"no-store", "private"} <= set(response["Cache-Control"].split(", ")), path
        found = policy(response)
        assert found["default-src"] == found["base-uri"] == {"'none'"}, path
        assert found["script-src"] == {"'self'", "'unsafe-inline'"}, path
        assert found["frame-ancestors"] == {"'self'"}, path


def test_only_previews_are_shown_in_a_frame_and_only_here(content, visitor, editor):
    visitor.force_login(editor)
    page = MethodPage.objects.get()

    public = visitor.get("/outils/forum-ouvert/")
    preview = visitor.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]))

    assert public["X-Frame-Options"] == "DENY"
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(preview)["frame-ancestors"] == {"'self'"}


def test_every_door_of_the_admin_asks_who_one_is(client):
    open_to_all = {"admin/login/", "admin/jsi18n/", "admin/sprite/", "admin/password_reset/"}
    plain = {
        route
        for route in routes(get_resolver().url_patterns)
        if route.startswith("admin/") and not set(route) & set("<(^$?*")
    }

    assert len(plain) > 50
    for route in sorted(plain):
        if not route.startswith(tuple(open_to_all)):
            response = client.get(f"/{route}")
            assert response.status_code == 302, route
            assert response["Location"].startswith("/admin/login/"), route


@pytest.fixture
def files(settings: Settings, tmp_path: Path) -> str:
    """A style sheet, collected as in production; return its address, which changes with its content."""
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css" / "page.css").write_text("p { color: black }" * 100, encoding="utf-8")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "portal.core.static_files.HashedStaticFiles"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    (named,) = (tmp_path / "static" / "css").glob("page.*.css")
    return f"/static/css/{named.name}"


def test_static_files_are_kept_for_ever_under_a_name_that_changes(files, client):
    response = client.get(files, headers={"accept-encoding": "gzip"})
    response.close()

    assert response.status_code == 200
    assert response["Cache-Control"] == "max-age=315360000, public, immutable"
    assert response["Content-Encoding"] == "gzip"
    assert {name: response.get(name) for name in ALWAYS} == ALWAYS
    assert policy(response)["default-src"] == {"'none'"}
    assert "Cookie" not in response.get("Vary", "")


def test_static_files_under_a_name_that_stays_are_asked_again_soon(files, client):
    response = client.get("/static/css/page.css")
    response.close()

    assert response.status_code == 200
    assert response["Cache-Control"] == "max-age=60, public"
