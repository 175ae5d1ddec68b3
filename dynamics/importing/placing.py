"""Where a candidate is: its own point when it holds, its commune, its territory; or a question for a person."""

from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from dynamics.importing.candidates import Candidate
from dynamics.importing.checks.codes import lost_zero
from dynamics.importing.checks.coordinates import (
    Point,
    against_commune,
    alone,
    distance,
    is_plausible,
)
from dynamics.importing.checks.findings import FAR, Finding
from dynamics.importing.widths import width_of
from portal.territories.geocoder import Ambiguous, Answer, How, Located, NotFound, locate
from portal.territories.memory import Area, KnownPlace, KnownPlaces
from portal.territories.names import commune_code_of, department_of_postcode, name_key, postcode_of

# A point this close to the middle of its commune stands for the commune, not for an address.
MIDDLE = 0.06
# Kilometres within which a point may tell homonyms apart.
BESIDE = 20.0
EPCI_FIGURES = 9
LEVELS = {
    "commune": "commune",
    "communes": "commune",
    "epci": "epci",
    "intercommunalite": "epci",
    "cc": "epci",
    "ca": "epci",
    "departement": "department",
    "department": "department",
    "region": "region",
}
FRENCH = ("", "FR")


@dataclass(frozen=True, slots=True)
class Question:
    """Words that name several communes: only a person knows which."""

    key: str
    words: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a record goes, and how surely."""

    label: str = ""
    territory: str = ""
    commune: str = ""
    department: str = ""
    region: str = ""
    point: Point | None = None
    precision: str = "unknown"
    is_approximate: bool = False
    question: Question | None = None
    findings: tuple[Finding, ...] = field(default_factory=tuple)

    @property
    def key(self) -> str:
        """What tells this place from others when there is no point."""
        return self.commune or self.department or self.region or name_key(self.label)


class Placer:
    """Finds where candidates are; the names it has seen, it remembers."""

    def __init__(self, places: KnownPlaces, answers: dict[str, str]) -> None:
        self.places = places
        self.answers = answers
        # Not a method of this object: one that it holds itself would keep the whole gazetteer in memory after it.
        self._located = lru_cache(maxsize=20_000)(partial(locate, gazetteer=places))

    def place(self, candidate: Candidate) -> Placement:
        """Say where a candidate is."""
        area = self._area(candidate)
        if area and not isinstance(area, KnownPlace):
            return self._in_area(candidate, area)
        answer: Answer = Located(area, How.NAME_AND_POSTCODE) if area else self._meant(candidate)
        if isinstance(answer, Ambiguous):
            return self._asked(candidate, answer)
        if isinstance(answer, Located):
            return self._in_commune(candidate, answer)
        return self._elsewhere(candidate)

    def _meant(self, candidate: Candidate) -> Answer:
        """Ask the geocoder, unless somebody answered already."""
        if not (candidate.commune or postcode_of(candidate.postcode)):
            return NotFound()
        if candidate.country == "??":
            return NotFound()
        answered = self.places.places.get(self.answers.get(key_of(candidate), ""))
        if answered:
            return Located(answered, How.NAME_AND_DEPARTMENT)
        answer = self._located(
            candidate.commune, candidate.postcode, candidate.department, candidate.country
        )
        if not (candidate.postcode or candidate.department or candidate.country):
            answer = self._with_longer_names(candidate.commune, answer)
        # Four figures may be a French postcode that lost its zero, or a Belgian one: beside a name nobody knows, ask.
        is_short = len(candidate.postcode) == 4 and not (candidate.country or candidate.department)  # noqa: PLR2004
        if isinstance(answer, Located) and answer.is_approximate and candidate.commune and is_short:
            return Ambiguous((answer.commune,))
        return answer

    def _with_longer_names(self, name: str, answer: Answer) -> Answer:
        """Ask when a far bigger town is called so for short: « Évry », « Boulogne », « Chalon »."""
        if isinstance(answer, Located):
            named = (answer.commune,) if answer.how is How.NAME_ALONE else None
        else:
            named = answer.candidates if isinstance(answer, Ambiguous) else ()
        if named is None:
            return answer
        most = max((place.population for place in named), default=0)
        towns = [
            one for one in self.places.towns_beginning_with(name) if one.population > 10 * most
        ]
        more = tuple(one for one in towns if one not in named)
        return Ambiguous((*more, *named)) if more else answer

    def _area(self, candidate: Candidate) -> KnownPlace | Area | None:
        """Return the territory that a code names, a commune or something wider."""
        level = LEVELS.get(name_key(candidate.territory_level), "")
        code = candidate.territory_code.removesuffix(".0").upper()
        if level == "commune" or (code and not level and len(code) in (4, 5)):
            return self.places.commune_with_code(code)
        if level == "epci" or (len(code) == EPCI_FIGURES and code.isdecimal()):
            return self.places.epci(code)
        if level == "department":
            return self._department(code or candidate.department)
        if level == "region":
            return self._region(code or candidate.region)
        if candidate.commune_code:
            return self.places.commune_with_code(candidate.commune_code)
        return None

    def _department(self, text: str) -> Area | None:
        one = self.places.departments.get(self.places.department_meant(text))
        if one is None:
            return None
        return Area(one.code, one.name, one.latitude, one.longitude, department=one.code)

    def _region(self, text: str) -> Area | None:
        key = name_key(text)
        found = self.places.regions.get(text.zfill(2)) if text.isdecimal() else None
        found = found or next(
            (one for one in self.places.regions.values() if one.slug == key), None
        )
        if found is None:
            return None
        return Area(found.code, found.name, found.latitude, found.longitude, region=found.code)

    def _called(self, name: str) -> Area | None:
        """Return the région or département of exactly this name."""
        key = name_key(name)
        named = next((one for one in self.places.departments.values() if one.slug == key), None)
        return self._region(name) or (self._department(named.code) if key and named else None)

    def _in_area(self, candidate: Candidate, area: Area) -> Placement:
        """Put a candidate where the label of its territory is written, or where its file says."""
        own = candidate.point
        return Placement(
            label=candidate.territory or area.name,
            territory=area.name,
            department=area.department,
            region="" if area.department else area.region,
            point=own or Point(area.latitude, area.longitude),
            precision="territory",
            is_approximate=True,
        )

    def _in_commune(self, candidate: Candidate, answer: Located) -> Placement:
        place = answer.commune
        middle = Point(place.latitude, place.longitude)
        findings = self._codes(candidate, place)
        placed = Placement(
            label=place.name,
            territory=candidate.territory,
            commune=place.code,
            point=middle,
            precision="commune",
            is_approximate=answer.is_approximate,
        )
        if candidate.point is None:
            return replace(placed, findings=tuple(findings))
        point, said = against_commune(
            candidate.point, middle, name=place.label, within=width_of(place)
        )
        findings += said
        if any(finding.code == FAR for finding in said):
            return self._far(placed, answer, point, findings)
        return replace(
            placed,
            point=point,
            precision="commune" if distance(point, middle) < MIDDLE else "address",
            is_approximate=False,
            findings=tuple(findings),
        )

    def _far(
        self, placed: Placement, answer: Located, point: Point, findings: list[Finding]
    ) -> Placement:
        """Name and postcode agree against the point, or it is at the other end of the world: the commune wins.

        A postcode alone does not.
        """
        is_nowhere = not (answer.is_approximate or is_plausible(point))
        if answer.how is How.NAME_AND_POSTCODE or is_nowhere:
            return replace(placed, is_approximate=True, findings=tuple(findings))
        around = self.places.department_around(point.latitude, point.longitude)
        return replace(
            placed,
            commune="",
            department=around,
            point=point,
            precision="address",
            is_approximate=True,
            findings=tuple(findings),
        )

    def _codes(self, candidate: Candidate, place: KnownPlace) -> list[Finding]:
        if place.country != "FR" or candidate.country not in FRENCH:
            return []
        found = lost_zero(candidate.postcode, "postcode")
        if not found and commune_code_of(candidate.commune_code) != candidate.commune_code:
            found = lost_zero(candidate.commune_code, "commune_code")
        return found

    def _asked(self, candidate: Candidate, answer: Ambiguous) -> Placement:
        """Let the point decide between homonyms when it lies in one of them; or else ask."""
        if candidate.point:
            point, said = alone(candidate.point)
            meant = self.places.nearest(answer.candidates, *point, within=BESIDE)
            if meant:
                found = self._in_commune(candidate, Located(meant, How.NAME_AND_DEPARTMENT))
                return replace(found, findings=(*said, *found.findings)) if said else found
        words = " ".join(
            part for part in (candidate.postcode, candidate.commune, candidate.department) if part
        )
        choices = tuple((place.code, place.label) for place in answer.candidates[:30])
        question = Question(key_of(candidate), words, choices)
        return replace(self._elsewhere(replace(candidate, postcode="")), question=question)

    def _elsewhere(self, candidate: Candidate) -> Placement:
        """Without a commune: its own point, or a wider territory, or words."""
        label = candidate.commune or candidate.territory or candidate.street
        if candidate.point:
            point, findings = alone(candidate.point)
            department = self.places.department_around(*point)
            return Placement(
                label=label or self._name_of(department),
                territory=candidate.territory,
                department=department,
                point=point,
                precision="territory" if candidate.is_wide else "address",
                is_approximate=candidate.is_wide,
                findings=tuple(findings),
            )
        area = (
            self._department(candidate.department)
            or self._region(candidate.region)
            or self._called(candidate.territory)
            or self._served_by(candidate)
        )
        if area:
            return self._in_area(replace(candidate, territory=label or area.name), area)
        return Placement(label=label, territory=candidate.territory)

    def _served_by(self, candidate: Candidate) -> Area | None:
        """Return the département of a postcode that no commune has: that of a company, or of a CEDEX."""
        is_whole = len(candidate.postcode) == 5 and candidate.postcode.isdecimal()  # noqa: PLR2004
        if not is_whole or candidate.country not in FRENCH:
            return None
        return self._department(department_of_postcode(candidate.postcode))

    def _name_of(self, department: str) -> str:
        known = self.places.departments.get(department)
        return known.name if known else ""


def key_of(candidate: Candidate) -> str:
    """Return what a question is about: the same words are the same question."""
    parts = (
        name_key(candidate.commune),
        postcode_of(candidate.postcode) or candidate.postcode,
        name_key(candidate.department),
        candidate.country,
    )
    return "|".join(parts).rstrip("|")
