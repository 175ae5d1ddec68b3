"""What is new, for those who follow: Atom, the newest first."""

import datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from search import rebuilding
from search.engines import current_engine
from tests.dynamics.directory.test_exchange import make_imported
from tests.factories import (
    make_dynamic,
    make_experience,
    make_method,
    make_page,
    make_proposal,
    make_term,
)

pytestmark = pytest.mark.django_db
URL = "/nouveautes.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def content(home):
    dynamic = make_dynamic("Eusko")
    method = make_method("Forum ouvert", summary="Quand on a <besoin> d’idées & d’envies.")
    make_experience(method, dynamic)
    make_experience(make_method("Secrète", live=False), dynamic)
    make_term("Commun")
    make_proposal("Financer l’animation")
    make_page("La charte")
    make_dynamic("Brouillon", live=False)
    make_imported()


@pytest.fixture
def index(content, settings, tmp_path):
    """Everything, findable."""
    settings.SEARCH_DIR = tmp_path
    rebuilding.rebuild(current_engine())


def entries(client, query=""):
    feed = ET.fromstring(client.get(URL + query).content)  # noqa: S314 - our own feed
    return feed.findall(f"{ATOM}entry")


def titles(client, query=""):
    return {entry.findtext(f"{ATOM}title") for entry in entries(client, query)}


def test_everything_published_is_news_but_drafts_and_imports(client, content):
    assert titles(client) == {
        *("Eusko", "Forum ouvert", "Forum ouvert, testé par Eusko"),
        *("Commun", "Financer l’animation", "La charte"),
    }


def test_the_feed_has_all_that_atom_asks(client, content):
    response = client.get(URL)
    feed = ET.fromstring(response.content)  # noqa: S314 - our own feed

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.tag == f"{ATOM}feed"
    for required in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{required}")
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Maillage"
    [itself] = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert itself.get("href") == "http://testserver/nouveautes.atom"
    identifiers = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(identifiers)) == len(identifiers) == 6
    for entry in feed.findall(f"{ATOM}entry"):
        for required in ("id", "title", "updated", "published"):
            assert entry.findtext(f"{ATOM}{required}"), required
        datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated"))
        assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/")


def test_a_summary_is_read_as_it_was_written(client, content):
    [method] = entries(client, "?kind=method")
    summary = method.find(f"{ATOM}summary")

    assert summary.get("type") == "html"
    assert unescape(summary.text) == "Quand on a <besoin> d’idées & d’envies."
    assert "<besoin>" not in summary.text


def test_the_name_of_an_entry_outlives_its_title_and_its_address(client, content):
    method = make_method("Nom d’avant")
    before = {entry.findtext(f"{ATOM}id") for entry in entries(client, "?kind=method")}

    method.title, method.slug = "Nom d’après", "autre-adresse"
    method.save_revision().publish()

    assert {entry.findtext(f"{ATOM}id") for entry in entries(client, "?kind=method")} == before
    assert all(name.startswith("tag:testserver,2026:method/") for name in before)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?kind=term", {"Commun"}),
        ("?kind=experience", {"Forum ouvert, testé par Eusko"}),
        ("?q=commun", {"Commun"}),
        ("?q=commun&kind=dynamic", set()),
    ],
)
def test_one_follows_a_kind_or_a_question(client, index, query, expected):
    assert titles(client, query) == expected


@pytest.mark.parametrize("query", ["?kind=magie", "?kind=%00", "?q=%00%01", f"?q={'x' * 5000}"])
def test_no_question_breaks_the_feed(client, content, query):
    assert client.get(URL + query).status_code == 200


def test_what_did_not_change_is_not_sent_again(client, content):
    first = client.get(URL)

    assert client.get(URL, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_every_page_says_where_the_feed_is(client, content):
    assert (
        '<link rel="alternate" type="application/atom+xml" href="/nouveautes.atom"'
        in client.get("/glossaire/").content.decode()
    )


def test_a_character_that_xml_refuses_does_not_take_the_feed_away(client, home):
    make_dynamic("Le\x0bFour", slug="four", summary="Pain\x0b & levain\x1f")

    assert titles(client) == {"LeFour"}
