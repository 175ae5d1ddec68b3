"""`?pres=…&rayon=…`: what stands around a commune, or around a point that a device gave.

A name that several communes bear is a question, never a guess.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from portal.territories.gazetteer import commune_with_code
from portal.territories.geocoder import Ambiguous, Located, locate
from portal.territories.models import Commune
from search import questions
from search.request import Near

PLACE, RADIUS = "pres", "rayon"
RADII = (10, 30, 50, 100, 200)
USUAL_RADIUS = 30
WIDEST_RADIUS = 1000
LONGEST = 100
MOST_CHOICES = 30
# What a choice among namesakes is written as.
CODE = "commune:"
POINT = re.compile(r"^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$")
POSTCODE = re.compile(r"\b\d{5}\b")
HIGHEST_LATITUDE, HIGHEST_LONGITUDE = 90, 180


@dataclass(frozen=True)
class Choice:
    """One of the communes of a name."""

    label: str
    value: str


@dataclass(frozen=True)
class Nearby:
    """What was asked, and what it means; nothing near when it means nothing, and then why."""

    typed: str = ""
    radius: int = USUAL_RADIUS
    near: Near | None = None
    label: str = ""
    choices: tuple[Choice, ...] = ()
    problem: str = ""

    @property
    def radii(self) -> list[int]:
        """The radii one may choose, the present one among them."""
        return sorted({*RADII, self.radius})

    @property
    def shown(self) -> str:
        """What the field says: the full name of a commune that was found, or else what was typed."""
        return self.label if self.near and self.typed.startswith(CODE) else self.typed


def read(asked: Mapping[str, str]) -> Nearby:
    """Read a place and a radius from an address."""
    typed = questions.clean(asked.get(PLACE, ""))[:LONGEST]
    radius, problem = _radius(questions.clean(asked.get(RADIUS, "")))
    nearby = Nearby(typed=typed, radius=radius, problem=problem)
    if not typed:
        return nearby
    if point := POINT.match(typed):
        return _around_point(nearby, float(point[1]), float(point[2]))
    return _around_commune(nearby)


def _radius(text: str) -> tuple[int, str]:
    if not text:
        return USUAL_RADIUS, ""
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= WIDEST_RADIUS:
        return int(text), ""
    sentence = _(
        "The radius is a number of kilometres, from 1 to %(most)d: %(usual)d km was taken."
    )
    return USUAL_RADIUS, sentence % {"most": WIDEST_RADIUS, "usual": USUAL_RADIUS}


def _around_point(nearby: Nearby, latitude: float, longitude: float) -> Nearby:
    if abs(latitude) > HIGHEST_LATITUDE or abs(longitude) > HIGHEST_LONGITUDE:
        return replace(nearby, problem=_("This point is not on Earth: give latitude, longitude."))
    return _found(nearby, latitude, longitude, _("this point"))


def _around_commune(nearby: Nearby) -> Nearby:
    if nearby.typed.startswith(CODE):
        commune = commune_with_code(nearby.typed.removeprefix(CODE))
        return _at(nearby, commune) if commune else _unknown(nearby)
    postcode = POSTCODE.search(nearby.typed)
    name = POSTCODE.sub(" ", nearby.typed).strip()
    answer = locate(name, postcode[0] if postcode else "")
    if isinstance(answer, Located):
        return _at(nearby, answer.commune)
    if isinstance(answer, Ambiguous):
        choices = [Choice(each.label, f"{CODE}{each.code}") for each in answer.candidates]
        return replace(nearby, choices=tuple(choices[:MOST_CHOICES]))
    return _unknown(nearby)


def _unknown(nearby: Nearby) -> Nearby:
    sentence = _("No commune is called “%(name)s”: check the spelling, or give its postcode.")
    return replace(nearby, problem=sentence % {"name": nearby.typed.removeprefix(CODE)})


def _at(nearby: Nearby, commune: Commune) -> Nearby:
    return _found(nearby, commune.latitude, commune.longitude, commune.label)


def _found(nearby: Nearby, latitude: float, longitude: float, label: str) -> Nearby:
    return replace(nearby, near=Near(latitude, longitude, nearby.radius), label=label)
