"""From what people write of a place to a commune; when it could be several, it asks instead of guessing.

Measured on six real files: name and postcode place nine rows out of ten; a name alone is shared
by 3,675 communes; a postcode alone may be a slip of the keyboard, hundreds of kilometres away.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.territories.models import Commune, Department
from portal.territories.names import name_key, padded_department, postcode_of, spellings

IN_PARENTHESES = re.compile(r"\(([^)]+)\)")


class How(StrEnum):
    """What a commune was recognised by, the surest first."""

    NAME_AND_POSTCODE = "name_and_postcode"
    NAME_AND_DEPARTMENT = "name_and_department"
    NAME_ALONE = "name_alone"
    POSTCODE_ALONE = "postcode_alone"


@dataclass(frozen=True)
class Located:
    """The one commune this can be."""

    commune: Commune
    how: How

    @property
    def is_approximate(self) -> bool:
        """Whether only the postcode was recognised, which several communes may share."""
        return self.how is How.POSTCODE_ALONE


@dataclass(frozen=True)
class Ambiguous:
    """Several communes fit: each one's `label` says in which département it is."""

    candidates: tuple[Commune, ...]


@dataclass(frozen=True)
class NotFound:
    """Nothing fits."""


Answer = Located | Ambiguous | NotFound


@dataclass(frozen=True)
class Namesake:
    """A commune that has the name asked for; the lower the rank, the closer the name."""

    commune: Commune
    rank: int


def locate(name: str, postcode: str = "", department: str = "", country: str = "") -> Answer:
    """Find the commune meant by a name and whatever else is known; `country` is a code ("BE")."""
    if country and country != Commune.Country.FRANCE:
        return settle(namesakes(name, country), How.NAME_ALONE)
    found = namesakes(name, Commune.Country.FRANCE)
    code = postcode_of(postcode)
    around = department_of(department or in_parentheses(name)) or department_served(code)
    for how, fits in (
        (How.NAME_AND_POSTCODE, lambda commune: bool(code) and code in commune.postcodes.split()),
        (How.NAME_AND_DEPARTMENT, lambda commune: bool(around) and commune.department_id == around),
    ):
        if fitting := closest(found, fits):
            return settle(fitting, how)
    return without_agreement(name, found, code, around)


def without_agreement(name: str, found: Sequence[Namesake], code: str, around: str) -> Answer:
    """Answer when the name is not found where the rest says it is."""
    if not found:
        return settle(namesakes_abroad(name), How.NAME_ALONE, otherwise=at_postcode(code))
    if code or around:
        # The name says one place, the postcode or the département another: one of them is wrong.
        served = Commune.objects.french().at_postcode(code).with_territory().biggest_first()[:1]
        return Ambiguous((*(one.commune for one in found), *served))
    return settle(found, How.NAME_ALONE)


def settle(
    found: Iterable[Namesake], how: How, otherwise: Answer = NotFound()  # noqa: B008 - immutable
) -> Answer:
    """One commune is an answer, several are a question."""
    communes = tuple(one.commune for one in found)
    if not communes:
        return otherwise
    return Located(communes[0], how) if len(communes) == 1 else Ambiguous(communes)


def closest(found: Sequence[Namesake], fits: Callable[[Commune], bool]) -> list[Namesake]:
    """Keep those that fit and, among them, those whose name is the closest."""
    fitting = [one for one in found if fits(one.commune)]
    best = min((one.rank for one in fitting), default=0)
    return [one for one in fitting if one.rank == best]


def namesakes(name: str, country: str) -> list[Namesake]:
    """Return the communes of a country that have, or had, this name."""
    return ranked(name, Commune.objects.filter(country=country))


def namesakes_abroad(name: str) -> list[Namesake]:
    """Return the places abroad that have this name."""
    return ranked(name, Commune.objects.abroad())


def ranked(name: str, communes: "CommuneQuerySet") -> list[Namesake]:
    """Return the communes so called: first by their own name, then but for an article, then of old."""
    key = name_key(name)
    if not key:
        return []
    located = communes.with_territory()
    ranks: dict[str, Namesake] = {}
    for commune in located.filter(slug__in=spellings(key)):
        ranks[commune.code] = Namesake(commune, 0 if commune.slug == key else 1)
    for commune in located.filter(other_names__slug__in=spellings(key)):
        ranks.setdefault(commune.code, Namesake(commune, 2))
    return sorted(ranks.values(), key=lambda one: (one.rank, one.commune.code))
