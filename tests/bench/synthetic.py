"""Records to measure with, as many as wanted: every one says that it is synthetic, none is ever shipped.

`make_records(100_000)` writes them straight to the database, placed among the communes as people are;
`index_everything()` then fills the search index. `BENCH_RECORDS` in the environment changes the default size.
"""

import os
import random
from collections.abc import Iterator, Sequence
from itertools import islice

from taggit.models import Tag

from django.db import transaction
from django.db.models import Model

from dynamics.directory.models import Dynamic, DynamicTag, DynamicType
from portal.territories.models import Commune
from portal.vocabulary.models import Phase, Theme
from search import rebuilding
from search.engines import current_engine

RECORDS = int(os.environ.get("BENCH_RECORDS", "100000"))
BATCH = 2000
PREFIX = "fiche-synthetique"
SUMMARY = "Fiche synthétique, fabriquée pour mesurer le portail : elle ne décrit aucune dynamique."
KEYWORDS = [f"mot de mesure {number}" for number in range(40)]
# Of a hundred records, how many are known to be where.
PRECISIONS = {"unknown": 3, "address": 40, "territory": 5, "commune": 52}
# About two kilometres: two records of a commune are not at one point.
NOISE = 0.02


def make_records(count: int = RECORDS, *, first: int = 0, seed: int = 4) -> None:
    """Write `count` published records numbered from `first`, the same ones for the same seed."""
    dice = random.Random(seed + first)  # noqa: S311 - places, not secrets
    tags = [Tag.objects.get_or_create(name=word)[0] for word in KEYWORDS]
    themes = list(Theme.objects.all())
    records = _records(count, first, dice)
    while batch := list(islice(records, BATCH)):
        with transaction.atomic():
            kept = Dynamic.objects.bulk_create(batch)
            _link(kept, themes, tags, dice)


def index_everything() -> None:
    """Fill a fresh search index from the database."""
    rebuilding.rebuild(current_engine())


def _records(count: int, first: int, dice: random.Random) -> Iterator[Dynamic]:
    communes = list(Commune.objects.only("code", "name", "latitude", "longitude", "population"))
    # As people live, but not all in Paris.
    weights = [max(1, commune.population) ** 0.7 for commune in communes]
    places = dice.choices(communes, weights, k=count)
    types, phases = list(DynamicType.objects.all()), [None, *Phase.objects.all()]
    for number, commune in enumerate(places, start=first):
        yield Dynamic(
            name=f"Fiche synthétique n° {number}",
            slug=f"{PREFIX}-{number}",
            type=dice.choice(types),
            summary=SUMMARY,
            phase=dice.choice(phases),
            initiator=dice.choice(["", *Dynamic.Initiator.values]),
            development_logic=dice.choice(["", *Dynamic.DevelopmentLogic.values]),
            created_year=dice.choice([None, *range(1990, 2026)]),
            live=True,
            **_place(commune, dice),
        )


def _place(commune: Commune, dice: random.Random) -> dict[str, object]:
    precision = dice.choices(list(PRECISIONS), PRECISIONS.values())[0]
    if precision == "unknown":
        return {"place_label": "Lieu inconnu", "place_precision": precision}
    return {
        "place_label": commune.name,
        "commune": commune,
        "latitude": commune.latitude + dice.uniform(-NOISE, NOISE),
        "longitude": commune.longitude + dice.uniform(-NOISE, NOISE),
        "place_precision": precision,
    }


def _link(
    records: Sequence[Dynamic], themes: Sequence[Model], tags: Sequence[Tag], dice: random.Random
) -> None:
    through = Dynamic.themes.through
    through.objects.bulk_create(
        through(dynamic_id=record.pk, theme_id=theme.pk)
        for record in records
        for theme in dice.sample(themes, min(2, len(themes)))
    )
    DynamicTag.objects.bulk_create(
        DynamicTag(content_object=record, tag=tag)
        for record in records
        for tag in dice.sample(tags, 2)
    )
