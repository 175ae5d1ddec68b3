"""From what people write of a place to a commune. When it could be several, it asks, it never guesses.

Measured on six real files: name and postcode place nine rows out of ten; a tenth of the communes
share their name; a postcode that comes without the right name may be a slip of the keyboard,
hundreds of kilometres away.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.territories.gazetteer import (
    DATABASE,
    Closeness,
    Gazetteer,
    Namesake,
    bigger_abroad,
    department_beside,
)
from portal.territories.models import Commune
from portal.territories.names import department_of_postcode, postcode_of


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
    """Several communes fit; the `label` of each says in which département it is."""

    candidates: tuple[Commune, ...]


@dataclass(frozen=True)
class NotFound:
    """Nothing fits."""


Answer = Located | Ambiguous | NotFound


def locate(
    name: str,
    postcode: str = "",
    department: str = "",
    country: str = "",
    *,
    gazetteer: Gazetteer = DATABASE,
) -> Answer:
    """Find the commune meant by a name and whatever else is written beside it.

    1. Among the communes of that name, the one its postcode serves;
    2. or else the one in the département that is given, or that the postcode announces;
    3. a name alone must be unique; a name and a postcode that disagree are a question;
    4. an unknown name may be that of a place abroad, or else its postcode gives an approximation.

    An empty country means that nobody said: France, unless a namesake abroad is better known.
    Whoever asks thousands of times brings a gazetteer in memory (`memory.KnownPlaces`).
    """
    if country not in ("", Commune.Country.FRANCE):
        return settle(gazetteer.namesakes(name, country=country), How.NAME_ALONE)
    found = gazetteer.namesakes(name, country=Commune.Country.FRANCE)
    code = postcode_of(postcode)
    around = gazetteer.department_meant(department) or department_beside(name, gazetteer)
    around = around or department_of_postcode(code)
    if served := closest(found, lambda commune: code in commune.postcodes.split()):
        return settle(served, How.NAME_AND_POSTCODE)
    if near := closest(found, lambda commune: commune.department_id == around):
        return settle(near, How.NAME_AND_DEPARTMENT)
    if not found:
        return of_unknown_name(name, code, country, gazetteer)
    communes = [one.commune for one in found]
    rivals = [] if country else bigger_abroad(name, communes, gazetteer)
    if code or around:
        return disagreement([*found, *rivals], gazetteer.main_commune_at(code))
    return settle([*current(found), *rivals], How.NAME_ALONE)


def closest(found: Iterable[Namesake], fits: Callable[[Commune], bool]) -> list[Namesake]:
    """Keep those that fit and, among them, those whose name is the closest."""
    fitting = [one for one in found if fits(one.commune)]
    best = min((one.closeness for one in fitting), default=Closeness.SAME)
    return [one for one in fitting if one.closeness == best]


def current(found: Sequence[Namesake]) -> Sequence[Namesake]:
    """Leave out the names of old, unless there is nothing else."""
    return [one for one in found if one.closeness != Closeness.OTHER_NAME] or found


def settle(found: Iterable[Namesake], how: How) -> Answer:
    """One commune is an answer, several are a question."""
    communes = tuple(one.commune for one in found)
    if not communes:
        return NotFound()
    return Located(communes[0], how) if len(communes) == 1 else Ambiguous(communes)


def of_unknown_name(name: str, postcode: str, country: str, gazetteer: Gazetteer) -> Answer:
    """Look for the name abroad, then for the postcode alone."""
    abroad = settle([] if country else gazetteer.namesakes(name, country=""), How.NAME_ALONE)
    if not isinstance(abroad, NotFound):
        return abroad
    commune = gazetteer.main_commune_at(postcode)
    return Located(commune, How.POSTCODE_ALONE) if commune else NotFound()


def disagreement(found: Iterable[Namesake], served: Commune | None) -> Ambiguous:
    """The name says one place and the rest another: one of the two is wrong, a person will know."""
    named = tuple(one.commune for one in found)
    return Ambiguous((*named, served) if served else named)
