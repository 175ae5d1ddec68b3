"""The communes of France: official names and codes, and points one can trust."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.territories.building.contours import Contour, Point, contains
from portal.territories.building.sources import Record, Surveyed
from portal.territories.building.town_halls import Verdict, checked
from portal.territories.names import department_code, name_key

CURRENT = "commune-actuelle"
OTHER_KINDS = {
    "commune-deleguee": "delegated",
    "commune-associee": "associated",
    "arrondissement-municipal": "arrondissement",
}
EPCI_KINDS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d’agglomération",
    "CU": "Communauté urbaine",
}


@dataclass(frozen=True)
class Placed:
    """A commune and where it is."""

    record: Record
    epci: str
    contour: Contour | None
    point: Point
    verdict: Verdict

    @property
    def row(self) -> list[object]:
        """Its line of `communes.csv`."""
        return [
            self.record["code"],
            self.record["nom"],
            " ".join(self.record.get("codesPostaux", [])),
            self.epci,
            round(self.point.latitude, 4),
            round(self.point.longitude, 4),
            self.record.get("population", 0),
        ]


class Survey:
    """Everything the packages know of where communes are."""

    def __init__(
        self,
        surveyed: Iterable[Surveyed],
        places: Iterable[Record],
        by_hand: Mapping[str, Point],
    ) -> None:
        self.known = {one.code: one for one in surveyed if one.kind == "COM"}
        self.by_hand = by_hand
        self.namesakes = defaultdict(list)
        for place in places:
            if place["countrycode"] == "FR":
                point = Point(place["longitude"], place["latitude"])
                self.namesakes[name_key(place["name"])].append(point)

    def locate(self, record: Record) -> tuple[Contour | None, Point, Verdict]:
        """Return a commune's contour and the point that stands for it, with the reason."""
        known = self.known.get(record["code"])
        contour = known.contour if known else None
        point, verdict = checked(
            known.town_hall if known else None,
            contour,
            other=self.namesake(record["nom"], contour),
            by_hand=self.by_hand.get(record["code"]),
        )
        return contour, point, verdict

    def namesake(self, name: str, contour: Contour | None) -> Point | None:
        """Return the GeoNames place that has this name and lies in this contour."""
        if contour is None:
            return None
        candidates = self.namesakes[name_key(name)]
        return next((point for point in candidates if contains(contour, point)), None)


def place(records: Iterable[Record], epcis: Iterable[Record], survey: Survey) -> list[Placed]:
    """Put every current commune on the map."""
    membership = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    return [
        Placed(record, membership.get(record["code"], ""), *survey.locate(record))
        for record in records
        if record["type"] == CURRENT
    ]


def verdicts(communes: Iterable[Placed]) -> Counter[Verdict]:
    """Count how each point was chosen."""
    return Counter(commune.verdict for commune in communes)


def other_name_rows(records: Iterable[Record]) -> list[list[str]]:
    """List delegated and associated communes and arrondissements that have a name of their own."""
    names = {one["code"]: one["nom"] for one in records if one["type"] == CURRENT}
    rows = []
    for record in records:
        parent = record.get("chefLieu") or record.get("commune")
        if record["type"] in OTHER_KINDS and record["nom"] != names[parent]:
            rows.append([record["code"], record["nom"], OTHER_KINDS[record["type"]], parent])
    return rows


def epci_rows(epcis: Iterable[Record]) -> list[list[str]]:
    """List the intercommunalités, the first letters of their names spelled out."""
    rows = []
    for epci in epcis:
        kind, _, rest = epci["nom"].partition(" ")
        name = f"{EPCI_KINDS[kind]} {rest}" if kind in EPCI_KINDS else epci["nom"]
        rows.append([epci["code"], name])
    return rows


def by_department(communes: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Gather communes by the département their code begins with."""
    gathered = defaultdict(list)
    for commune in communes:
        gathered[department_code(commune.record["code"])].append(commune)
    return gathered
