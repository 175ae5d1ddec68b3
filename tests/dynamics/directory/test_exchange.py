"""What other platforms need besides the records: whose they are, which ones left, what changed."""

import datetime

import pytest

from django.utils import timezone
from wagtail.log_actions import log

from dynamics.directory import open_data
from dynamics.directory.models import Dynamic, Identifier, Provenance, Tombstone
from portal.core import downloads
from portal.vocabulary.models import Theme
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_region,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/dynamics"
TODAY = datetime.date(2026, 11, 26)


def make_imported(name="La Ruche", **fields):
    """A record taken from another platform."""
    dynamic = make_dynamic(name, commune=make_commune())
    defaults = {"source": "Colibris", "source_id": "10kw", "licence": "ODbL 1.0"}
    defaults |= {"link": "https://exemple.fr/fiche/10kw", "date": TODAY}
    Provenance.objects.create(dynamic=dynamic, **defaults | fields)
    return dynamic


def slugs(client, query=""):
    return [item["slug"] for item in client.get(f"{URL}{query}").json()["items"]]


def test_an_imported_record_keeps_its_source_its_number_its_link_and_its_licence(client):
    make_imported()

    record = client.get(f"{URL}/la-ruche").json()

    assert record["origin"] == "elsewhere"
    assert record["source"] == "Colibris"
    assert record["source_id"] == "10kw"
    assert record["source_url"] == "https://exemple.fr/fiche/10kw"
    assert record["licence"] == "ODbL 1.0"
    assert record["provenance"][0]["date"] == "2026-11-26"


@pytest.mark.parametrize("suffix", [".csv", ".geojson", ".jsonld"])
def test_our_licence_is_never_put_on_what_comes_from_elsewhere(client, suffix):
    make_imported(licence="")

    text = client.get(f"{URL}{suffix}").content.decode()

    assert "Licence Ouverte" not in text
    assert "etalab" not in text
    assert "Colibris" in text


def test_one_may_ask_for_what_was_made_here_or_taken_from_elsewhere(client):
    make_imported()
    make_dynamic("Eusko")

    assert set(slugs(client)) == {"la-ruche", "eusko"}
    assert slugs(client, "?origin=here") == ["eusko"]
    assert slugs(client, "?origin=elsewhere") == ["la-ruche"]


def test_the_numbers_under_which_a_dynamic_is_known_travel(client):
    dynamic = make_dynamic("Eusko")
    Identifier.objects.create(dynamic=dynamic, scheme="siren", value="552100554")
    Identifier.objects.create(dynamic=dynamic, scheme="wikidata", value="Q16930184")

    record = client.get(f"{URL}/eusko").json()
    node = client.get(f"{URL}/eusko.jsonld").json()
    table = client.get(f"{URL}.csv").content.decode()

    assert {"scheme": "siren", "value": "552100554"} in record["identifiers"]
    assert node["identifier"][0]["value"] == "552100554"
    assert node["sameAs"] == ["https://www.wikidata.org/entity/Q16930184"]
    assert "siren:552100554|wikidata:Q16930184" in table


def test_a_map_asks_only_for_what_it_shows(client):
    make_dynamic("Figeacteurs", commune=make_commune())
    make_dynamic("Ailleurs", latitude=48.85, longitude=2.35)
    make_dynamic("Nulle part")

    inside = client.get(f"{URL}.geojson?bbox=1.5,44,2.5,45").json()["features"]

    assert [feature["id"] for feature in inside] == ["figeacteurs"]


def test_linked_data_speak_the_language_of_the_platforms_of_transition(client):
    make_dynamic(
        "Eusko",
        themes=["cooperation"],
        website="https://www.euskalmoneta.org/",
        commune=make_commune(),
    )

    node = client.get(f"{URL}.jsonld").json()["@graph"][0]

    assert node["pair:label"] == "Eusko"
    assert node["pair:description"] == "Ce que fait Eusko."
    assert node["pair:webPage"] == "https://www.euskalmoneta.org/"
    assert node["pair:hasTopic"] == [
        {
            "@type": "pair:Theme",
            "@id": "http://testserver/dynamiques/?theme=cooperation",
            "pair:label": "Cooperation",
        }
    ]
    assert node["pair:hasLocation"]["geo"]["longitude"] == 2.0317


# What left.


def bury(slug, **fields):
    defaults = {"name": slug.title(), "reason": "withdrawn", "gone_at": timezone.now()}
    return Tombstone.objects.create(slug=slug, **defaults | fields)


def test_what_left_is_told_with_what_changed(client):
    kept = make_dynamic("Eusko")
    bury("ancien", reason="merged", replaced_by=kept)

    listing = client.get(f"{URL}?updated_since=2020-01-01").json()

    assert [item["slug"] for item in listing["deleted"]] == ["ancien"]
    assert listing["deleted"][0]["reason"] == "merged"
    assert listing["deleted"][0]["replaced_by"] == "eusko"
    assert listing["deleted"][0]["url"] == "http://testserver/dynamiques/ancien/"
    assert "deleted" not in client.get(URL).json()
    assert client.get(f"{URL}?updated_since=2100-01-01").json()["deleted"] == []


def test_a_record_that_is_unpublished_is_told_too(client):
    make_dynamic("Eusko").unpublish()
    make_dynamic("Jamais vue", live=False)

    departures = client.get(f"{URL}/deleted").json()

    assert [(item["slug"], item["reason"]) for item in departures["items"]] == [
        ("eusko", "withdrawn")
    ]
    assert departures["total"] == 1


def test_an_address_that_serves_again_has_not_left(client):
    bury("eusko")
    make_dynamic("Eusko")

    assert client.get(f"{URL}/deleted").json()["items"] == []


def test_what_left_comes_in_pages_without_hole_or_repetition(client):
    expected = {bury(f"tombe-{number}").slug for number in range(3)}
    for number in range(3):
        make_dynamic(f"Retirée {number}").unpublish()
        expected.add(f"retiree-{number}")

    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{URL}/deleted", {"limit": 2, "cursor": cursor}).json()
        seen += [item["slug"] for item in page["items"]]
        cursor = page["next_cursor"]

    assert len(seen) == 6
    assert set(seen) == expected


# What changed: the ETag of an export is made from facts, never from the export.


def rename_a_tag(dynamic):
    tag = dynamic.tags.get()
    tag.name = "autre mot"
    tag.save()


CHANGES = {
    "a record is edited": lambda dynamic, _method: dynamic.save(),
    "a record is unpublished": lambda dynamic, _method: dynamic.unpublish(),
    "a record is deleted": lambda dynamic, _method: Dynamic.objects.filter(pk=dynamic.pk).delete(),
    "a record is buried": lambda _dynamic, _method: bury("ancien"),
    "an experience is told": lambda dynamic, method: make_experience(method, dynamic),
    "a method is withdrawn": lambda _dynamic, method: method.unpublish(),
    "a vocabulary label changes": lambda _d, _m: Theme.objects.update(label="Autre libellé"),
    "a keyword is renamed": lambda dynamic, _method: rename_a_tag(dynamic),
    "a région is renamed": lambda _d, _m: type(make_region()).objects.update(name="Autre région"),
    "a number is given": lambda dynamic, _method: Identifier.objects.create(
        dynamic=dynamic, scheme="siren", value="552100554"
    ),
    "a source is named": lambda dynamic, _method: Provenance.objects.create(
        dynamic=dynamic, source="Colibris", source_id="1", date=TODAY
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_export_is_sent_again_when(client, change):
    dynamic = make_dynamic(
        "Eusko", themes=["cooperation"], tags=["monnaie"], commune=make_commune()
    )
    method = make_method("Forum ouvert")
    etag = client.get(f"{URL}.geojson")["ETag"]
    assert client.get(f"{URL}.geojson", headers={"If-None-Match": etag}).status_code == 304

    change(dynamic, method)

    assert client.get(f"{URL}.geojson", headers={"If-None-Match": etag}).status_code == 200


def test_a_commune_renamed_in_the_admin_is_noticed(client, animator, home):
    commune = make_commune()
    make_dynamic("Eusko", commune=commune)
    etag = client.get(f"{URL}.csv")["ETag"]

    log(instance=commune, action="wagtail.edit", user=animator)

    assert client.get(f"{URL}.csv", headers={"If-None-Match": etag}).status_code == 200


def test_a_long_export_is_walked_part_by_part(client, monkeypatch):
    expected = {make_dynamic().slug for _number in range(7)}
    monkeypatch.setattr(downloads, "BLOCK", 500)
    monkeypatch.setattr(open_data, "CHUNK", 2)

    response = client.get(f"{URL}.csv")

    assert response.streaming
    lines = response.getvalue().decode().splitlines()
    assert {line.partition(",")[0] for line in lines[1:]} == expected
