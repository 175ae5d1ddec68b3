import json

import pytest

from tests.factories import make_dynamic, make_method, make_term

pytestmark = pytest.mark.django_db
READABLE = [
    "/api/v1/dynamics",
    "/api/v1/dynamics.geojson",
    "/api/v1/dynamics.jsonld",
    "/api/v1/dynamics.csv",
    "/api/v1/dynamics/eusko",
    "/api/v1/dynamics/eusko.geojson",
    "/api/v1/dynamics/eusko.jsonld",
    "/api/v1/methods",
    "/api/v1/methods.jsonld",
    "/api/v1/methods.csv",
    "/api/v1/methods/forum-ouvert",
    "/api/v1/methods/forum-ouvert.jsonld",
    "/api/v1/terms",
    "/api/v1/terms.jsonld",
    "/api/v1/terms.csv",
    "/api/v1/terms/commun",
    "/api/v1/terms/commun.jsonld",
]


@pytest.fixture
def content():
    make_dynamic("Eusko")
    make_method("Forum ouvert")
    make_term("Commun")


@pytest.mark.parametrize("url", READABLE)
def test_what_did_not_change_is_not_sent_again(client, content, url):
    first = client.get(url)

    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    by_date = client.get(url, headers={"If-Modified-Since": first["Last-Modified"]})

    assert first.status_code == 200
    assert again.status_code == 304
    assert by_date.status_code == 304
    assert again.content == b""


def test_what_changed_is_sent_again(client, content):
    first = client.get("/api/v1/dynamics")
    make_dynamic("Bliiida")

    again = client.get("/api/v1/dynamics", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert again.json()["total"] == 2


@pytest.mark.parametrize("url", READABLE)
def test_any_site_may_read(client, content, url):
    response = client.get(url, headers={"Origin": "https://transiscope.org"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert response["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in response
    assert "Cookie" not in response.get("Vary", "")


def test_a_browser_that_asks_first_is_answered(client, content):
    response = client.options(
        "/api/v1/dynamics",
        headers={"Origin": "https://transiscope.org", "Access-Control-Request-Method": "GET"},
    )

    assert response.status_code == 204
    assert "GET" in response["Access-Control-Allow-Methods"]
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


def test_headers_alone_can_be_asked(client, content):
    whole = client.get("/api/v1/dynamics")

    response = client.head("/api/v1/dynamics")

    assert response.status_code == 200
    assert response.content == b""
    assert response["ETag"] == whole["ETag"]
    assert int(response["Content-Length"]) == len(whole.content)


def test_nobody_writes_through_the_api(client, content):
    response = client.post("/api/v1/dynamics", {})

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["detail"]


def test_accents_can_be_read(client):
    make_dynamic("Éco-territoire")

    assert "Éco-territoire" in client.get("/api/v1/dynamics").content.decode()


@pytest.mark.parametrize("kind", ["dynamics", "methods", "terms"])
def test_pages_follow_one_another_without_hole_or_repetition(client, kind):
    makers = {"dynamics": make_dynamic, "methods": make_method, "terms": make_term}
    expected = {makers[kind]().slug for _number in range(5)}

    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(f"/api/v1/{kind}", {"limit": 2, "cursor": cursor}).json()
        seen += [item["slug"] for item in page["items"]]
        cursor = page["next_cursor"]
        assert page["total"] == 5

    assert len(seen) == 5
    assert set(seen) == expected


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("/api/v1/dynamics?limit=0", "limit"),
        ("/api/v1/dynamics?limit=201", "limit"),
        ("/api/v1/dynamics?limit=beaucoup", "limit"),
        ("/api/v1/dynamics?cursor=n%27importe", "cursor"),
        ("/api/v1/dynamics?cursor=Li4vLi4vZXRj", "cursor"),
        (f"/api/v1/dynamics?cursor={'A' * 10_000}", "cursor"),
        ("/api/v1/dynamics?updated_since=hier", "updated_since"),
        ("/api/v1/dynamics?updated_since=0001-01-01", "updated_since"),
        ("/api/v1/dynamics?updated_since=9999-12-31T23:59:59Z", "updated_since"),
        ("/api/v1/dynamics?initiator=martians", "initiator"),
        ("/api/v1/dynamics?type=inconnu", "type"),
        ("/api/v1/dynamics?region=Atlantide", "region"),
        ("/api/v1/dynamics.csv?theme=inconnu", "theme"),
        ("/api/v1/dynamics?tag=%00", "tag"),
        ("/api/v1/dynamics?origin=partout", "origin"),
        ("/api/v1/dynamics.geojson?bbox=ici", "bbox"),
        ("/api/v1/dynamics.geojson?bbox=1,2,3", "bbox"),
        ("/api/v1/dynamics.geojson?bbox=1,50,2,40", "bbox"),
        ("/api/v1/dynamics.csv?bbox=nan,nan,nan,nan", "bbox"),
        ("/api/v1/methods?phase=inconnue", "phase"),
        ("/api/v1/methods?kind=magie", "kind"),
        ("/api/v1/terms?limit=-1", "limit"),
    ],
)
def test_a_bad_question_is_told_what_is_wrong(client, url, name):
    response = client.get(url)

    assert response.status_code == 422
    assert list(response.json()) == ["detail"]
    assert name in response.json()["detail"]


def test_a_cursor_belongs_to_its_own_list(client):
    for _number in range(2):
        make_term()
    cursor = client.get("/api/v1/terms?limit=1").json()["next_cursor"]

    assert client.get("/api/v1/dynamics", {"cursor": cursor}).status_code == 422


@pytest.mark.parametrize(
    "url",
    [
        "/api/v1/dynamics/nulle-part",
        "/api/v1/methods/nulle-part",
        "/api/v1/terms/nulle-part",
        "/api/v1/n-importe-quoi",
        "/api/v1/dynamics/",
    ],
)
def test_an_address_where_nothing_is_answers_in_json(client, url):
    response = client.get(url)

    assert response.status_code == 404
    assert list(response.json()) == ["detail"]


@pytest.mark.logs_errors
def test_a_breakdown_is_logged_and_says_nothing_of_itself(client, monkeypatch, caplog):
    def broken(*_args, **_kwargs):
        raise RuntimeError("password=secret")

    monkeypatch.setattr("dynamics.directory.api.open_data.records", broken)
    response = client.get("/api/v1/dynamics")

    assert response.status_code == 500
    assert "secret" not in json.dumps(response.json())
    assert "/api/v1/dynamics broke" in caplog.text


def test_a_date_whose_plus_was_lost_is_understood(client):
    make_dynamic()

    response = client.get("/api/v1/dynamics?updated_since=2020-01-01T00:00:00+02:00")

    assert response.json()["total"] == 1
