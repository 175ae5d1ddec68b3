"""The ties as open data: complete, page after page, and naming nobody."""

import io
import xml.etree.ElementTree as ET

import igraph
import pytest

from dynamics.network.models import Person
from tests.factories import make_dynamic, make_source, make_tie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

GEXF = {"gexf": "http://gexf.net/1.3"}


@pytest.fixture
def tie():
    """A tie of the study."""
    return make_tie(
        make_dynamic("Eusko"),
        type="visited",
        target_outside="Bavière <&>",
        since=2012,
        origin="study",
        document=make_source(short="Étude (2020)"),
        locator="partie 2",
        confirmed="team",
    )


def test_a_tie_says_everything_but_who_signed(client, tie):
    answer = client.get("/api/v1/ties").json()

    [item] = answer["items"]
    assert answer["total"] == 1
    assert item | {"updated_at": ""} == {
        "id": tie.pk,
        "type": "visited",
        "predicate": "https://schema.org/knowsAbout",
        "subject": {
            "slug": "eusko",
            "name": "Eusko",
            "url": "http://testserver/dynamiques/eusko/",
        },
        "object": {"slug": None, "name": "Bavière <&>", "url": None},
        "since": 2012,
        "until": None,
        "evidence": {
            "text": "L’une a regardé l’autre faire.",
            "source": "Étude (2020), partie 2",
            "link": "",
        },
        "declared_by": "study",
        "confirmed": {"source": False, "target": False, "team": True},
        "licence": "Licence Ouverte 2.0",
        "updated_at": "",
    }


def test_ties_are_chosen_by_kind_and_by_dynamic(client, tie):
    other = make_tie(type="funds")

    def found(query):
        return [item["id"] for item in client.get(f"/api/v1/ties?{query}").json()["items"]]

    assert found("type=funds") == [other.pk]
    assert found("dynamic=eusko") == [tie.pk]
    assert found(f"dynamic={other.target.slug}") == [other.pk]
    assert client.get("/api/v1/ties?type=inconnu").status_code == 422


def test_every_tie_is_told_once_page_after_page(client):
    ties = [make_tie().pk for _number in range(5)]
    found, cursor = [], ""

    while cursor is not None:
        page = client.get(f"/api/v1/ties?limit=2&cursor={cursor}").json()
        found += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]

    assert found == ties


def test_what_did_not_change_is_not_sent_again(client, tie):
    tag = client.get("/api/v1/ties")["ETag"]

    assert client.get("/api/v1/ties", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/api/v1/ties?updated_since=2100-01-01").json()["items"] == []


def test_refused_ties_persons_and_drafts_are_not_given_away(client):
    make_tie(refused_at="2026-01-01T00:00Z")
    make_tie(make_dynamic(live=False))
    somebody = Person.objects.create(
        name="Camille Exemple", role="Animatrice", is_shown=True, consent_given_at="2026-01-01"
    )
    make_tie(source_person=somebody, type="member_of")

    for address in ("ties", "network.gexf", "network.graphml"):
        assert b"Camille" not in client.get(f"/api/v1/{address}").content
    assert client.get("/api/v1/ties").json()["total"] == 0


def test_the_graphml_file_is_read_by_graph_software(client, tie, tmp_path):
    make_tie(tie.source, make_dynamic("Euralens"), type="funds")
    path = tmp_path / "reseau.graphml"
    path.write_bytes(client.get("/api/v1/network.graphml").content)

    graph = igraph.Graph.Read_GraphML(str(path))

    assert sorted(graph.vs["name"]) == ["Bavière <&>", "Euralens", "Eusko"]
    assert sorted(graph.es["type"]) == ["funds", "visited"]
    assert graph.is_directed()


def test_the_gexf_file_has_its_points_and_lines(client, tie):
    content = client.get("/api/v1/network.gexf").content

    root = ET.parse(io.BytesIO(content)).getroot()  # noqa: S314 - written by the portal itself
    nodes = {node.get("id"): node.get("label") for node in root.iterfind(".//gexf:node", GEXF)}
    [edge] = root.iterfind(".//gexf:edge", GEXF)
    assert nodes == {"eusko": "Eusko", "outside:Bavière <&>": "Bavière <&>"}
    assert {edge.get("source"), edge.get("target")} == set(nodes)


def test_control_characters_do_not_break_the_files(client):
    make_tie(make_dynamic("Eusko"), target_outside="Bav\x02ière", type="visited")

    for address in ("gexf", "graphml"):
        ET.fromstring(client.get(f"/api/v1/network.{address}").content)  # noqa: S314 - ours
