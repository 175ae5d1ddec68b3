"""Many rows at once are the same rows as one after the other, on every database."""

import datetime

import pytest

from django.db import IntegrityError

from dynamics.directory.models import Dynamic, Identifier
from dynamics.importing.models import ImportedRow, ImportRun
from portal.core.copying import FEW, insert
from tests.factories import make_dynamic

pytestmark = pytest.mark.django_db

MANY = FEW + 10


def test_many_records_are_written_as_they_are_and_get_their_keys():
    model = make_dynamic("Modèle", slug="modele")
    odd = "tabulation\t, barre \\, saut\nde ligne, « guillemets », \\N, ünï 🌱"
    made = [
        Dynamic(
            name=f"Fiche {number}",
            slug=f"fiche-{number}",
            type=model.type,
            summary=odd,
            latitude=-1.5,
            longitude=0.25,
            verified_at=datetime.date(2026, 1, 31),
            presentation=[("paragraph", f"<p>{odd}</p>")],
            live=True,
        )
        for number in range(MANY)
    ]

    insert(made)

    kept = Dynamic.objects.get(pk=made[7].pk)
    assert (kept.name, kept.summary, kept.phase_id) == ("Fiche 7", odd, None)
    assert (kept.latitude, kept.longitude, kept.verified_at) == (
        -1.5,
        0.25,
        datetime.date(2026, 1, 31),
    )
    assert str(kept.presentation.get_prep_value()[0]["value"]) == f"<p>{odd}</p>"
    assert kept.created_at
    assert Dynamic.objects.create(name="Suivante", slug="suivante", type=model.type).pk


def test_texts_kept_as_json_come_back_as_they_were():
    run = ImportRun.objects.create(source="essai", file_name="essai.csv")
    dynamics = [make_dynamic("Une fiche", slug=f"une-fiche-{number}") for number in range(MANY)]
    rows = [
        ImportedRow(
            run=run, number=1, dynamic=each, is_creation=False, before="mot", after={"a": None}
        )
        for each in dynamics
    ]

    insert(rows)

    assert set(ImportedRow.objects.values_list("before", flat=True)) == {"mot"}
    assert ImportedRow.objects.first().after == {"a": None}


def test_the_database_refuses_the_same_things():
    dynamic = make_dynamic("Une fiche", slug="une-fiche")
    numbers = [Identifier(dynamic=dynamic, scheme="siren", value="732829320") for _ in range(MANY)]

    with pytest.raises(IntegrityError):
        insert(numbers)


def test_nothing_to_write_is_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert([])
