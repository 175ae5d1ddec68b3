"""Nothing of anybody is in what the portal gives away: not who writes, not who looks after, not who proposed."""

import pytest

from django.utils import timezone

from dynamics.directory.models import Dynamic, Experience, Membership
from dynamics.importing.models import ImportedRow, ImportRun
from dynamics.network import drawing
from dynamics.network.models import Person
from portal.contributions.models import Contribution
from portal.core.publishing import publish
from portal.opendata import dumps
from tests.dynamics.directory.test_exchange import bury, make_imported
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_monograph,
    make_term,
    make_tie,
    make_user,
)

pytestmark = pytest.mark.django_db
PLANTED = ("planche.contact", "prénomplanté", "nomplanté", "06 12 34 56 78", "0612345678")
ADDRESSES = (
    *("/api/v1/dynamics", "/api/v1/dynamics?updated_since=2020-01-01", "/api/v1/dynamics/deleted"),
    *("/api/v1/dynamics.csv", "/api/v1/dynamics.geojson", "/api/v1/dynamics.jsonld"),
    *("/api/v1/dynamics/eusko", "/api/v1/dynamics/eusko.geojson", "/api/v1/dynamics/eusko.jsonld"),
    *("/api/v1/methods", "/api/v1/methods.csv", "/api/v1/methods.jsonld"),
    *("/api/v1/terms", "/api/v1/terms.csv", "/api/v1/terms.jsonld"),
    *("/api/v1/methods/deleted", "/api/v1/terms/deleted", "/api/v1/ties/deleted"),
    *("/api/v1/ties", "/api/v1/network.gexf", "/api/v1/network.graphml"),
    *("/api/v1/search?q=eusko", "/api/v1/suggest?q=eu", "/api/v1/map?bbox=-5,41,10,51&z=5"),
    *("/api/elements.geojson", "/api/elements.jsonld", "/sitemap.xml", "/dynamiques/reseau.json"),
    *("/dynamiques/?vue=reseau", "/dynamiques/?vue=tableau", "/dynamiques/eusko/liens/"),
    "/dynamiques/chemin/?de=Eusko&vers=Figeacteurs",
    *("/api/elements", "/api/elements?origin=all", "/api/elements?ontology=gogosync"),
    *("/api/elements?ontology=gogocompact", "/api/elements/eusko", "/api/taxonomy"),
    *("/api/catalog.jsonld", "/api/catalog.ttl", "/donnees/", "/nouveautes.atom"),
    *("/dynamiques/eusko/", "/dynamiques/figeacteurs/", "/outils/forum-ouvert/"),
)


@pytest.fixture
def planted(home, settings, tmp_path):
    """Records that somebody owns, wrote, published, looks after and told experiences of."""
    settings.DATA_DIR = tmp_path
    person = make_user(
        "planche.contact@exemple.fr",
        first_name="Prénomplanté",
        last_name="Nomplanté",
        is_superuser=True,
    )
    make_dynamic("Eusko", commune=make_commune())
    make_monograph(make_dynamic("Figeacteurs"))
    make_imported()
    make_term("Commun")
    make_experience(make_method("Forum ouvert"), Dynamic.objects.get(slug="eusko"))
    assert Experience.objects.exists()
    bury("ancien")
    for dynamic in Dynamic.objects.all():
        Membership.objects.create(dynamic=dynamic, user=person)
        publish(dynamic, by=person)
        dynamic.save_revision(user=person)
    plant_elsewhere(person)
    drawing.refresh()


def plant_elsewhere(person):
    """Name somebody in what waits, in what was judged, imported or asked, and in ties."""
    eusko, figeacteurs = Dynamic.objects.filter(slug__in=("eusko", "figeacteurs")).order_by("slug")
    for state in ({}, {"state": "accepted", "judged_at": timezone.now(), "judged_by": person}):
        Contribution.objects.create(
            kind="dynamic-correction",
            target=str(eusko.pk),
            title="Prénomplanté Nomplanté",
            payload={"summary": "Appeler Nomplanté au 06 12 34 56 78."},
            note="Prénomplanté, planche.contact@exemple.fr",
            email="planche.contact@exemple.fr",
            consented_at=timezone.now(),
            **state,
        )
    hidden = Person.objects.create(name="Prénomplanté Nomplanté", role="Tél. 0612345678")
    make_tie(source_person=hidden, target=eusko)
    make_tie(eusko, figeacteurs, confirmed="team", declared_by=person, confirmed_by_team_by=person)
    run = ImportRun.objects.create(source="Carte", file_name="planche.contact.csv", by=person)
    row = {"courriel": "planche.contact@exemple.fr", "téléphone": "06 12 34 56 78"}
    ImportedRow.objects.create(
        run=run, number=1, dynamic=eusko, is_creation=False, before=row, after=row
    )


def planted_in(text):
    return [word for word in PLANTED if word in text.lower()]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_is_in_what_is_given_away(planted, client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert planted_in(response.getvalue().decode()) == []


def test_nobody_is_in_the_copies_of_the_night(planted):
    dumps.dump("http://testserver")

    for path in dumps.folder().rglob("*.*"):
        assert planted_in(path.read_text(encoding="utf-8")) == [], path.name
