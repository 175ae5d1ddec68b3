"""What the database knows of the names, postcodes and codes that people write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from portal.territories.models import Commune, Department, OtherName
from portal.territories.names import (
    commune_code_of,
    department_written_in,
    name_key,
    with_any_article,
)

IN_PARENTHESES = re.compile(r"\(([^)]+)\)")


class Closeness(IntEnum):
    """How close the name of a commune is to the one asked for."""

    SAME = 0
    BUT_FOR_THE_ARTICLE = 1
    OTHER_NAME = 2


@dataclass(frozen=True)
class Namesake:
    """A commune that answers to a name."""

    commune: Commune
    closeness: Closeness


class Gazetteer(Protocol):
    """Somebody who knows the names of places: the database, or a memory filled from it."""

    def namesakes(self, name: str, *, country: str) -> list[Namesake]:
        """Return the communes of a country that have this name, or had it; no country means abroad."""

    def main_commune_at(self, postcode: str) -> Commune | None:
        """Return the most populated commune that a postcode serves."""

    def department_meant(self, text: str) -> str:
        """Return the code of the département that is named or numbered."""


class Database:
    """What the tables say, asked each time."""

    def namesakes(self, name: str, *, country: str) -> list[Namesake]:
        """Ask the tables of communes and of other names."""
        return namesakes(name, country=country)

    def main_commune_at(self, postcode: str) -> Commune | None:
        """Ask the table of communes."""
        return main_commune_at(postcode)

    def department_meant(self, text: str) -> str:
        """Ask the table of départements."""
        return department_meant(text)


DATABASE = Database()


def namesakes(name: str, *, country: str) -> list[Namesake]:
    """Return the communes of a country that have this name, or had it; no country means abroad."""
    key = name_key(name)
    communes = Commune.objects.in_country(country) if country else Commune.objects.abroad()
    # Sorted here: asked to sort, SQLite prefers reading the whole table in order.
    communes = communes.with_territory().order_by()
    found = {
        commune.code: Namesake(commune, Closeness(commune.slug != key))
        for commune in communes.filter(slug__in=with_any_article(key))
    }
    for code in OtherName.objects.named(name).order_by().values_list("commune_id", flat=True):
        for commune in communes.filter(code=code):
            found.setdefault(code, Namesake(commune, Closeness.OTHER_NAME))
    return [found[code] for code in sorted(found)]


def bigger_abroad(
    name: str, communes: Sequence[Commune], gazetteer: Gazetteer = DATABASE
) -> list[Namesake]:
    """Return the places abroad of that very name that are better known than these communes."""
    most = max((commune.population for commune in communes), default=0)
    return [
        one
        for one in gazetteer.namesakes(name, country="")
        if one.closeness == Closeness.SAME and one.commune.population > most
    ]


def main_commune_at(postcode: str) -> Commune | None:
    """Return the most populated commune that a postcode serves."""
    return Commune.objects.at_postcode(postcode).with_territory().biggest_first().first()


def commune_with_code(code: str) -> Commune | None:
    """Return the commune of an INSEE code, even one that a merger made void ("75112" is Paris)."""
    wanted = commune_code_of(code)
    communes = Commune.objects.with_territory()
    return (
        communes.filter(code=wanted).first() or communes.filter(other_names__code=wanted).first()
        if wanted
        else None
    )


def department_meant(text: str) -> str:
    """Return the code of the département that is named or numbered."""
    if not text:
        return ""
    named = Department.objects.named(text).values_list("code", flat=True).first()
    return named or department_written_in(text)


def department_beside(name: str, gazetteer: Gazetteer = DATABASE) -> str:
    """Return the code of the département in parentheses: « Sainte-Colombe (Rhône) »."""
    aside = IN_PARENTHESES.search(name)
    return gazetteer.department_meant(aside[1]) if aside else ""
