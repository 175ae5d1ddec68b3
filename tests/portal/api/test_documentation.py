import re

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def manual(client, home):
    return client.get("/api/v1/docs")


@pytest.fixture
def schema(client):
    return client.get("/api/v1/openapi.json").json()


def test_every_open_address_is_described(schema):
    assert {
        "/api/v1/dynamics",
        "/api/v1/dynamics.geojson",
        "/api/v1/dynamics.csv",
        "/api/v1/dynamics.jsonld",
        "/api/v1/dynamics/{slug}",
        "/api/v1/methods",
        "/api/v1/methods/{slug}",
        "/api/v1/terms",
    } <= set(schema["paths"])
    assert schema["openapi"].startswith("3.")


def test_the_page_shows_every_address(manual, schema):
    html = manual.content.decode()

    for path in schema["paths"]:
        assert f"GET {path}" in html


def test_the_page_needs_no_script_and_nothing_from_elsewhere(manual):
    html = manual.content.decode()

    # Those of every page only: nothing that this page needs.
    assert re.findall(r'<script(?! type="module" src="/static/)', html) == []
    assert "style=" not in html
    assert re.findall(r'(?:src|href)="(?:https?:)?//', html) == []


def test_what_can_be_tried_has_a_form(manual):
    html = manual.content.decode()

    assert '<form class="stack-s" action="/api/v1/dynamics" method="get">' in html
    assert "<option>civil_society</option>" in html


def test_whoever_knocks_at_the_door_reads_the_manual(client):
    response = client.get("/api/v1/")

    assert response.status_code == 302
    assert response["Location"] == "/api/v1/docs"
