"""What this portal gives away can be read by another one, and by itself, with nothing lost that both know."""

import json
from io import StringIO

import pytest

from django.core.management import call_command

from dynamics.directory.models import Dynamic, Provenance
from tests.factories import make_commune, make_dynamic

pytestmark = pytest.mark.django_db
FORMS = {
    "csv": "/api/v1/dynamics.csv",
    "geojson": "/api/v1/dynamics.geojson",
    "jsonld": "/api/v1/dynamics.jsonld",
    "json": "/api/elements",
}
HOST = "portail.exemple.fr"
THEMES = ["cooperation", "economic_models", "governance"]


@pytest.fixture(params=FORMS)
def given_away(request, client, tmp_path, home, settings):
    settings.ALLOWED_HOSTS = [HOST]
    make_dynamic(
        "Eusko",
        type="monnaie_locale",
        themes=THEMES,
        tags=[f"mot {number}" for number in range(14)],
        commune=make_commune(),
        created_year=2013,
        territory="Pays basque",
    )
    file = tmp_path / f"export.{request.param}"
    file.write_bytes(client.get(FORMS[request.param], headers={"host": HOST}).getvalue())
    taxonomy = tmp_path / "taxonomy.json"
    taxonomy.write_bytes(client.get("/api/taxonomy", headers={"host": HOST}).content)
    options = {"taxonomy": taxonomy} if request.param == "json" else {}

    def bring():
        report = tmp_path / "report.json"
        call_command(
            *("import_dynamics", str(file)),
            **options,
            source="Autre portail",
            report=report,
            stdout=StringIO(),
        )
        return json.loads(report.read_text(encoding="utf-8"))

    return bring


def test_another_portal_finds_the_name_the_place_the_themes_and_the_origin(given_away):
    Dynamic.objects.all().delete()

    report = given_away()

    assert (report["created"], report["located"]) == (1, 1)
    dynamic = Dynamic.objects.get()
    assert (dynamic.name, dynamic.commune_id) == ("Eusko", "46102")
    assert (dynamic.latitude, dynamic.longitude) == (44.6086, 2.0317)
    assert sorted(theme.code for theme in dynamic.themes.all()) == THEMES
    assert dynamic.website == ""
    [taken] = Provenance.objects.all()
    assert (taken.source, taken.link) == ("Autre portail", f"http://{HOST}/dynamiques/eusko/")
    assert "icence" in taken.licence


def test_the_portal_itself_knows_its_own_records(given_away):
    report = given_away()

    assert (report["created"], report["duplicates"]) == (0, 1)
    assert Dynamic.objects.count() == 1
