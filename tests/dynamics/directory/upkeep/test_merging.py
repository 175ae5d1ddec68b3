"""Two records of one dynamic become one; what is gone says so, at its address and in the open data."""

import pytest

from django.core.exceptions import PermissionDenied

from dynamics.directory.models import Dynamic, Identifier, Membership, Provenance, Tombstone
from dynamics.directory.upkeep import duplicates, merging
from dynamics.directory.upkeep.duplicates import Known
from dynamics.network.models import Tie
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_monograph,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory")]


@pytest.fixture
def kept():
    return make_dynamic("Le fil", commune=make_commune(), tags=["laine"])


@pytest.fixture
def gone():
    return make_dynamic(
        "Le Fil !", slug="le-fil-bis", commune=make_commune(), tags=["laine", "mouton"]
    )


def test_what_hangs_on_one_moves_to_the_other(client, kept, gone, animator, referential):
    user = make_user()
    Membership.objects.create(dynamic=kept, user=user)
    Membership.objects.create(dynamic=gone, user=user)
    Identifier.objects.create(dynamic=gone, scheme="siren", value="732829320")
    Provenance.objects.create(dynamic=gone, source="Carte", source_id="1", date="2026-01-01")
    experience = make_experience(make_method(), gone)
    third = make_dynamic("Un tiers")
    tie = Tie.objects.create(
        type="inspired_by", source=gone, target=third, text="Une visite.", origin="team"
    )

    merging.merge(kept, gone, by=animator)

    merged = Dynamic.objects.get(pk=kept.pk)
    assert not Dynamic.objects.filter(pk=gone.pk).exists()
    assert {tag.name for tag in merged.tags.all()} == {"laine", "mouton"}
    assert merged.identifiers.get().value == "732829320"
    assert merged.provenances.get().source == "Carte"
    assert merged.memberships.count() == 1
    experience.refresh_from_db()
    tie.refresh_from_db()
    assert experience.dynamic == tie.source == merged
    latest = merged.get_latest_revision_as_object()
    assert [each.value for each in latest.identifiers.all()] == ["732829320"]


def test_the_former_address_leads_to_the_record_that_stays(client, kept, gone, animator):
    merging.merge(kept, gone, by=animator)

    answer = client.get("/dynamiques/le-fil-bis/")

    assert (answer.status_code, answer["Location"]) == (301, "/dynamiques/le-fil/")
    stone = Tombstone.objects.get(slug="le-fil-bis")
    assert (stone.reason, stone.replaced_by) == ("merged", kept)
    data = client.get("/api/v1/dynamics/le-fil-bis")
    assert data.status_code == 410
    assert "le-fil" in data.json()["detail"]


def test_an_address_merged_twice_leads_to_the_last(client, kept, gone, animator):
    third = make_dynamic("Troisième")
    merging.merge(gone, third, by=animator)
    merging.merge(kept, Dynamic.objects.get(pk=gone.pk), by=animator)

    assert client.get("/dynamiques/troisieme/")["Location"] == "/dynamiques/le-fil/"


def test_some_records_cannot_disappear(kept, gone, animator):
    make_monograph(gone)
    with pytest.raises(merging.NotMergeableError):
        merging.merge(kept, Dynamic.objects.get(pk=gone.pk), by=animator)
    with pytest.raises(merging.NotMergeableError):
        merging.merge(kept, kept, by=animator)

    assert Dynamic.objects.count() == 2


def test_only_those_who_may_delete_merge(client, kept, gone, editor):
    with pytest.raises(PermissionDenied):
        merging.merge(kept, gone, by=editor)

    client.force_login(editor)
    address = f"/admin/dynamiques/fusionner/?a={kept.pk}&b={gone.pk}"
    assert client.post(address, {"kept": kept.pk}).status_code in {302, 403}
    assert Dynamic.objects.count() == 2


def test_the_report_leads_to_the_merging(client, kept, gone, animator):
    client.force_login(animator)
    report = client.get("/admin/reports/duplicates/").content.decode()
    address = f"/admin/dynamiques/fusionner/?a={kept.pk}&b={gone.pk}"
    assert address.replace("&", "&amp;") in report

    page = client.get(address).content.decode()
    assert "2 mots-clés" in page
    client.post(address, {"kept": kept.pk})

    assert [each.pk for each in Dynamic.objects.all()] == [kept.pk]


def test_a_record_to_merge_that_is_not_there_is_not_found(client, kept, animator):
    client.force_login(animator)

    for other in ("", "999999", "²", "a"):
        assert client.get(f"/admin/dynamiques/fusionner/?a={kept.pk}&b={other}").status_code == 404


def test_a_withdrawn_record_says_so_and_comes_back(client, kept):
    kept.unpublish()

    page = client.get("/dynamiques/le-fil/")
    data = client.get("/api/v1/dynamics/le-fil")
    assert (page.status_code, data.status_code) == (410, 410)
    assert "a été retirée de l’annuaire le" in page.content.decode()
    assert "a été retirée le" in data.json()["detail"]

    kept.get_latest_revision().publish()

    assert client.get("/dynamiques/le-fil/").status_code == 200
    assert not Tombstone.objects.exists()


def test_what_never_was_is_not_found(client):
    assert client.get("/dynamiques/jamais/").status_code == 404
    assert client.get("/api/v1/dynamics/jamais").status_code == 404


def test_old_records_are_listed_for_whoever_corrects_them(client, kept, editor):
    client.force_login(editor)

    page = client.get("/admin/reports/stale/").content.decode()

    assert "Le fil" in page
    assert "jamais vérifiée" in page


def pairs(*records):
    return [(twins.first.pk, twins.second.pk) for twins in duplicates.likely(records)]


def test_nearly_the_same_name_within_a_kilometre_is_suspect():
    assert pairs(
        Known(1, "Le Café du coin", 45.0, 2.0), Known(2, "cafe du coin, le", 45.005, 2.005)
    ) == [(1, 2)]
    assert (
        pairs(Known(1, "Le Café du coin", 45.0, 2.0), Known(2, "Le Café du coin", 45.02, 2.0)) == []
    )
    assert (
        pairs(Known(1, "Le Café du coin", 45.0, 2.0), Known(2, "La Ressourcerie", 45.0, 2.0)) == []
    )


def test_the_same_number_is_suspect_wherever_it_is():
    number = frozenset({("siren", "732829320")})

    assert pairs(Known(1, "A", None, None, number), Known(2, "B", 45.0, 2.0, number)) == [(1, 2)]


def test_a_crowd_at_one_point_is_not_compared_all_with_all():
    crowd = [
        Known(number, f"{number * 7919 % 100003:06} association", 45.0, 2.0)
        for number in range(3000)
    ]
    twin = Known(9999, crowd[1500].name, 45.0, 2.0)

    found = pairs(*crowd, twin)

    assert (1500, 9999) in found
