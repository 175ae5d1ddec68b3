"""Every night, whole files; a reader never sees half of them."""

import csv
import hashlib
import io
import json

import pytest

from django.core.management import call_command

from portal.opendata import dumps
from portal.opendata.tasks import dump as dump_task
from tests.dynamics.directory.test_exchange import make_imported
from tests.factories import make_commune, make_dynamic, make_method, make_term

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
FILES = {
    *("dynamiques.csv", "dynamiques.geojson", "dynamiques.jsonld"),
    *("outils.csv", "outils.jsonld", "glossaire.csv", "glossaire.jsonld"),
}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def content(home):
    make_dynamic("Eusko", commune=make_commune())
    make_dynamic("Bliiida")
    make_method("Forum ouvert")
    make_term("Commun")


def test_the_command_writes_every_file_and_says_what_is_in_it(content):
    said = io.StringIO()
    call_command("dump_open_data", stdout=said)

    manifest = dumps.last()
    assert {file["name"] for file in manifest["files"]} >= FILES
    for file in manifest["files"]:
        written = dumps.path_of(file["name"]).read_bytes()
        assert hashlib.sha256(written).hexdigest() == file["sha256"]
        assert len(written) == file["bytes"]
        assert f"{file['name']}: {file['rows']} rows" in said.getvalue()


def test_the_rows_are_counted_as_they_are_written(content):
    dumps.dump(SITE)

    table = dumps.path_of("dynamiques.csv").read_text(encoding="utf-8")
    features = json.loads(dumps.path_of("dynamiques.geojson").read_text(encoding="utf-8"))
    assert dumps.described("dynamiques.csv")["rows"] == 2
    assert len(list(csv.DictReader(io.StringIO(table)))) == 2
    assert len(features["features"]) == 2


def test_what_was_taken_from_elsewhere_is_for_its_source_to_give(content):
    make_imported()
    make_dynamic("Hors charte", is_conforming=False)

    dumps.dump(SITE)

    for name in ("dynamiques.csv", "dynamiques.geojson", "dynamiques.jsonld"):
        text = dumps.path_of(name).read_text(encoding="utf-8")
        assert "Eusko" in text
        assert "La Ruche" not in text
        assert "Hors charte" not in text


def test_a_reader_sees_a_whole_copy_whatever_happens_to_the_next(content, client, monkeypatch):
    dumps.dump(SITE)
    before = client.get("/donnees/manifest.json").json()
    make_dynamic("Nouvelle")

    def broken(*_arguments, **_options):
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(dumps, "_replace", broken)
        with pytest.raises(OSError, match="no space"):
            dumps.dump(SITE)

    assert client.get("/donnees/manifest.json").json() == before
    assert b"Nouvelle" not in client.get("/donnees/dynamiques.csv").getvalue()


def test_old_copies_do_not_pile_up(content):
    for _night in range(4):
        dump_task()

    folders = [each for each in dumps.folder().iterdir() if each.is_dir()]
    assert len(folders) == dumps.KEPT
    assert dumps.path_of("dynamiques.csv").is_file()


def test_a_slow_copy_outlives_those_that_began_after_it_and_broke(content, monkeypatch):
    replace = dumps._replace

    def meanwhile(manifest):
        for number in range(dumps.KEPT):
            (dumps.folder() / f"99991231T00000{number}-broken").mkdir()
        replace(manifest)

    monkeypatch.setattr(dumps, "_replace", meanwhile)
    dumps.dump(SITE)

    assert dumps.path_of("dynamiques.csv").is_file()


def test_who_asks_while_a_copy_is_replaced_gets_one_of_the_two_whole(content, client, monkeypatch):
    dumps.dump(SITE)
    former = dumps.described("dynamiques.csv")["sha256"]
    read, known = dumps.last, dumps.last()
    make_dynamic("Nouvelle")
    dumps.dump(SITE)
    asked = iter([known])
    monkeypatch.setattr(dumps, "last", lambda: next(asked, None) or read())

    response = client.get("/donnees/dynamiques.csv")

    assert response["ETag"] == f'"{former}"'
    assert hashlib.sha256(response.getvalue()).hexdigest() == former


def test_a_copy_is_served_once(content, client):
    dumps.dump(SITE)

    first = client.get("/donnees/dynamiques.geojson", headers={"Origin": "https://umap.example"})
    again = client.get("/donnees/dynamiques.geojson", headers={"If-None-Match": first["ETag"]})
    head = client.head("/donnees/dynamiques.geojson")

    assert first["Content-Type"] == "application/geo+json"
    assert first["Access-Control-Allow-Origin"] == "*"
    assert json.loads(first.getvalue())["type"] == "FeatureCollection"
    assert again.status_code == 304
    assert head.content == b""
    assert int(head["Content-Length"]) == dumps.described("dynamiques.geojson")["bytes"]


@pytest.mark.parametrize(
    "name", ["inconnu.csv", "%2e%2e", "manifest.json", "dynamiques.csv", "x%00.csv"]
)
def test_without_copy_one_is_told_so(client, name):
    response = client.get(f"/donnees/{name}")

    assert response.status_code == 404
    assert "copie" in response.json()["detail"]


def test_the_page_works_before_the_first_copy_and_after(content, client):
    before = client.get("/donnees/").content.decode()
    dumps.dump(SITE)
    after = client.get("/donnees/").content.decode()

    assert "Aucune copie n’a encore été faite" in before
    assert "Dernière copie" in after
    assert dumps.described("dynamiques.csv")["sha256"] in after
    for html in (before, after):
        assert "/api/v1/dynamics.geojson?bbox={bbox}" in html
        assert "Licence Ouverte 2.0" in html
        assert 'href="/api/catalog.ttl"' in html


def test_the_page_costs_no_query_per_file(content, client, django_assert_max_num_queries):
    dumps.dump(SITE)

    with django_assert_max_num_queries(2):
        client.get("/donnees/")


def test_every_page_leads_to_it(client, home):
    assert 'href="/donnees/"' in client.get("/glossaire/").content.decode()
    assert "/donnees/" in client.get("/sitemap.xml").content.decode()
