"""The whole gazetteer in memory, for whoever asks thousands of times: loaded once, in five queries."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.territories.distances import kilometres
from portal.territories.gazetteer import Closeness, Namesake
from portal.territories.models import Commune, Department, Epci, OtherName, Region
from portal.territories.names import commune_code_of, department_written_in, name_key, postcode_of
from portal.territories.names import with_any_article as spellings

FRANCE = Commune.Country.FRANCE
# Degrees: the side of a square of the map in which neighbours are looked for.
SQUARE = 0.25
# Inhabitants of a town that people call by the beginning of its name.
TOWN = 10_000
# Words that begin the names of many, and are the name of none.
BEGINNINGS = frozenset(("", "saint", "sainte", "la", "le", "les", "l", "notre", "grand", "petit"))


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What the geocoder needs of a commune: a model instance would weigh ten times more."""

    code: str
    name: str
    slug: str
    latitude: float
    longitude: float
    country: str
    department_id: str | None
    epci_id: str | None
    postcodes: str
    population: int
    around: str

    @property
    def label(self) -> str:
        """The name and what tells it from its homonyms."""
        return f"{self.name} ({self.around})" if self.around not in ("", self.name) else self.name


@dataclass(frozen=True, slots=True)
class Area:
    """A territory wider than a commune, with the point where its label is written."""

    code: str
    name: str
    latitude: float
    longitude: float
    department: str = ""
    region: str = ""


class KnownPlaces:
    """Every commune, place abroad, other name, département, région and intercommunality."""

    def __init__(self) -> None:
        self.departments = {one.code: one for one in Department.objects.all()}
        self.regions = {one.code: one for one in Region.objects.all()}
        self.places = {place.code: place for place in self._places()}
        self._department_slugs = {one.slug: one.code for one in self.departments.values()}
        self._by_slug: dict[str, list[KnownPlace]] = defaultdict(list)
        self._by_postcode: dict[str, KnownPlace] = {}
        self._squares: dict[tuple[int, int], list[KnownPlace]] = defaultdict(list)
        for place in self.places.values():
            self._index(place)
        self._other_slugs, self._other_codes = self._other_names()
        self._epcis: dict[str, Area] | None = None
        self._towns: dict[str, list[KnownPlace]] | None = None

    def _places(self) -> Iterator[KnownPlace]:
        columns = (
            "code",
            "name",
            "slug",
            "latitude",
            "longitude",
            "country",
            "department_id",
            "epci_id",
            "postcodes",
            "population",
            "province",
        )
        for *values, province in Commune.objects.order_by("code").values_list(*columns).iterator():
            department = self.departments.get(values[6])
            yield KnownPlace(*values, department.name if department else province)

    def _index(self, place: KnownPlace) -> None:
        self._by_slug[place.slug].append(place)
        self._squares[_square(place.latitude, place.longitude)].append(place)
        for postcode in place.postcodes.split():
            biggest = self._by_postcode.get(postcode)
            if biggest is None or place.population > biggest.population:
                self._by_postcode[postcode] = place

    def _other_names(self) -> tuple[dict[str, list[str]], dict[str, str]]:
        slugs: dict[str, list[str]] = defaultdict(list)
        codes: dict[str, str] = {}
        for slug, code, commune in OtherName.objects.order_by("pk").values_list(
            "slug", "code", "commune_id"
        ):
            slugs[slug].append(commune)
            if code:
                codes[code] = commune
        return slugs, codes

    def namesakes(self, name: str, *, country: str) -> list[Namesake]:
        """Return the communes of a country that have this name, or had it; no country means abroad."""
        key = name_key(name)
        found = {
            place.code: Namesake(place, Closeness(place.slug != key))
            for slug in spellings(key)
            for place in self._by_slug.get(slug, ())
            if _is_in(place, country)
        }
        for code in self._other_slugs.get(key, ()):
            if (place := self.places.get(code)) and _is_in(place, country):
                found.setdefault(code, Namesake(place, Closeness.OTHER_NAME))
        return [found[code] for code in sorted(found)]

    def towns_beginning_with(self, name: str) -> list[KnownPlace]:
        """Return the towns whose name goes on after these words, the biggest first."""
        if self._towns is None:
            self._towns = defaultdict(list)
            towns = [one for one in self.places.values() if one.population >= TOWN]
            for town in sorted(towns, key=lambda one: -one.population):
                words = town.slug.split("-")
                for length in range(1, len(words)):
                    self._towns["-".join(words[:length])].append(town)
        key = name_key(name)
        return [] if key in BEGINNINGS else self._towns.get(key, [])

    def main_commune_at(self, postcode: str) -> KnownPlace | None:
        """Return the most populated commune that a postcode serves."""
        return self._by_postcode.get(postcode_of(postcode))

    def department_meant(self, text: str) -> str:
        """Return the code of the département that is named or numbered."""
        if not text:
            return ""
        return self._department_slugs.get(name_key(text)) or department_written_in(text)

    def commune_with_code(self, code: str) -> KnownPlace | None:
        """Return the commune of an INSEE code, even one that a merger made void."""
        wanted = commune_code_of(code)
        return self.places.get(wanted) or self.places.get(self._other_codes.get(wanted, ""))

    def epci(self, code: str) -> Area | None:
        """Return an intercommunality, its label in the middle of its communes."""
        if self._epcis is None:
            self._epcis = self._intercommunalities()
        return self._epcis.get(code)

    def _intercommunalities(self) -> dict[str, Area]:
        members: dict[str, list[KnownPlace]] = defaultdict(list)
        for place in self.places.values():
            if place.epci_id:
                members[place.epci_id].append(place)
        names = dict(Epci.objects.values_list("code", "name"))
        return {
            code: self._area(code, names[code], places)
            for code, places in members.items()
            if code in names
        }

    def _area(self, code: str, name: str, places: list[KnownPlace]) -> Area:
        departments = {place.department_id or "" for place in places}
        regions = {self.departments[each].region_id for each in departments if each}
        return Area(
            code,
            name,
            sum(place.latitude for place in places) / len(places),
            sum(place.longitude for place in places) / len(places),
            department=departments.pop() if len(departments) == 1 else "",
            region=regions.pop() if len(regions) == 1 else "",
        )

    def department_around(self, latitude: float, longitude: float) -> str:
        """Return the département of the nearest communes, when the three nearest agree."""
        row, column = _square(latitude, longitude)
        near = [
            place
            for i in (row - 1, row, row + 1)
            for j in (column - 1, column, column + 1)
            for place in self._squares.get((i, j), ())
        ]
        narrow = math.cos(math.radians(latitude)) ** 2
        near.sort(
            key=lambda place: (
                (place.latitude - latitude) ** 2 + narrow * (place.longitude - longitude) ** 2
            )
        )
        found = {place.department_id for place in near[:3]}
        return (found.pop() or "") if len(found) == 1 else ""

    def nearest(
        self, places: Iterable[KnownPlace], latitude: float, longitude: float, *, within: float
    ) -> KnownPlace | None:
        """Return the only one of these places that lies within some kilometres of a point."""
        close = [
            place
            for place in places
            if kilometres(latitude, longitude, place.latitude, place.longitude) <= within
        ]
        return close[0] if len(close) == 1 else None


def _is_in(place: KnownPlace, country: str) -> bool:
    return place.country == country if country else place.country != FRANCE


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    return math.floor(latitude / SQUARE), math.floor(longitude / SQUARE)
