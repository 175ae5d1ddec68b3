"""What the portal gives away in GoGoCarto’s shape comes back whole through its own importer."""

import pytest

from django.utils.text import slugify

from dynamics.directory.models import Dynamic
from portal.territories.models import Commune
from tests.dynamics.importing.conftest import bring, country, file
from tests.factories import make_dynamic

__all__ = ["bring", "country", "file"]

pytestmark = pytest.mark.django_db
PLACES = {"Lille": "59350", "Gréoux-les-Bains": "04094", "La Rochelle": "17300"}
KEPT = ("name", "summary", "website", "commune_id", "type__code")


def facts():
    """What must come back, by name, with the points to a few metres."""
    return {
        name: (*rest, round(latitude, 4), round(longitude, 4))
        for name, *rest, latitude, longitude in Dynamic.objects.published()
        .order_by("name")
        .values_list(*KEPT, "latitude", "longitude")
    }


def test_elements_come_back_as_the_same_records(client, country, bring, file, home):
    for name, code in PLACES.items():
        make_dynamic(
            f"L’atelier de {name}",
            slug=slugify(name),
            type="tiers_lieu",
            commune=Commune.objects.get(code=code),
            website=f"https://{slugify(name)}.example/",
            tags=["laine", "mouton"],
        )
    before = facts()
    elements = client.get("/api/elements").content
    categories = file(client.get("/api/taxonomy").content, "taxonomy.json")
    Dynamic.objects.all().delete()

    report = bring(file(elements, "elements.json"), "--taxonomy", str(categories))

    assert (report["created"], report["rejected"], report["located"]) == (3, 0, 3)
    assert facts() == before
    tags = {tag for dynamic in Dynamic.objects.all() for tag in dynamic.tags.names()}
    assert {"laine", "mouton"} <= tags
