"""JSON, GeoJSON, GoGoCarto and Transiscope: each object becomes the cells of a row."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from dynamics.importing.readers import projections, streams
from dynamics.importing.readers.encodings import encoding_of
from dynamics.importing.readers.rows import (
    Cell,
    KnowsColumn,
    Note,
    Opened,
    Options,
    Row,
    Trouble,
    UnreadableFileError,
)
from dynamics.importing.readers.workbooks import text_of

SAMPLE = 200
NUMBER = re.compile(r"^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$")
DEEPEST = 4
# How a thing inside a list is called.
NAMES = ("name", "nom", "title", "label", "libelle", "titre", "pair:label", "@id", "id")
LATITUDE, LONGITUDE, SHAPE = "geometry.latitude", "geometry.longitude", "geometry.shape"
PAIR = 2
OPENSTREETMAP = ("node", "way", "relation")
# Drawings: they are read as geometries where GeoJSON has them, and not at all elsewhere.
DRAWINGS = (
    "Feature",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "MultiPoint",
    "GeometryCollection",
)


def open_objects(path: Path, options: Options, knows: KnowsColumn) -> Opened:
    """Read a JSON text of any of the known shapes.

    Raises:
        UnreadableFileError: it is no JSON, or holds nothing that could be a record.
    """
    encoding = encoding_of(path, options.encoding)
    columns: dict[str, None] = {}
    kind, code = "json", 0
    header = header_of(path, encoding, knows)
    for before, item in islice(things(path, encoding), SAMPLE):
        kind = kind_of(before, item) if header is None else kind
        code = projections.code_of(before)
        columns.update(dict.fromkeys(cells_of(item, header or names_before(before))))
    if not columns:
        raise UnreadableFileError(Trouble.NO_ROWS)
    notes = [(Note.PROJECTION, projections.name_of(code))] if code else []
    return Opened(kind, list(columns), rows(path, encoding, header), encoding, notes=notes)


def things(path: Path, encoding: str) -> Iterator[tuple[Mapping[str, Any], object]]:
    """Yield each thing of a text, those of a collection inside a collection too."""
    for before, item in streams.items(path, encoding):
        yield from ((before, each) for each in unfolded(item))


def unfolded(item: object, depth: int = 0) -> Iterator[object]:
    """Yield a thing, or those that it holds when it is a collection itself."""
    is_collection = isinstance(item, dict) and item.get("type") == "FeatureCollection"
    inside = item.get("features") if is_collection and isinstance(item, dict) else None
    if isinstance(inside, list) and depth < DEEPEST:
        for each in inside:
            yield from unfolded(each, depth + 1)
    else:
        yield item


def header_of(path: Path, encoding: str, knows: KnowsColumn) -> list[str] | None:
    """Return the names of the columns when a text is a table: lists, the first of which holds names."""
    before, first = next(streams.items(path, encoding), ({}, None))
    if not isinstance(first, list) or {"mapping", "ontology"} & set(before):
        return None
    names = [each for each in first if isinstance(each, str)]
    return names if len(names) == len(first) and sum(map(knows, names)) >= PAIR else None


def names_before(before: Mapping[str, Any]) -> object:
    """Return the names of columns that stand before their values: those of GoGoCarto, those of pandas."""
    return before.get("mapping") or before.get("columns")


def kind_of(before: Mapping[str, Any], item: object) -> str:
    """Name the shape of a text."""
    if "ontology" in before or isinstance(item, list):
        return "gogocarto"
    if isinstance(item, dict) and item.get("type") == "Feature":
        return "geojson"
    return "json"


def rows(path: Path, encoding: str, header: list[str] | None = None) -> Iterator[Row]:
    """Yield each object that says anything."""
    for number, (before, item) in enumerate(things(path, encoding), start=1):
        if header and number == 1:
            continue
        cells = in_degrees(
            cells_of(item, header or names_before(before)), projections.code_of(before)
        )
        if any(cells.values()):
            yield Row(number, cells)


def in_degrees(cells: dict[str, Cell], code: int) -> dict[str, Cell]:
    """Convert the point of a geometry that is in another projection."""
    if not code or LATITUDE not in cells:
        return cells
    x, y = projections.degrees(code, float(str(cells[LONGITUDE])), float(str(cells[LATITUDE])))
    return cells | {LONGITUDE: repr(x), LATITUDE: repr(y)}


def cells_of(item: object, names: object = None) -> dict[str, Cell]:
    """Return the cells of an object: "address.city" for what is inside another object."""
    if isinstance(item, list):
        return compact(item, names)
    if not isinstance(item, dict):
        return {}
    if item.get("type") in OPENSTREETMAP and "id" in item:
        item = of_openstreetmap(item)
    if item.get("type") == "Feature":
        properties = item.get("properties")
        cells = flat(properties if isinstance(properties, dict) else {})
        return identified(item, cells) | shape_of(item.get("geometry"))
    return flat(item) | shape_of(item.get("geometry"))


def of_openstreetmap(item: Mapping[str, Any]) -> dict[str, Any]:
    """Bring the answer of Overpass to one level: the number is one among those of its kind, tags say the rest."""
    center, tags = (
        given if isinstance(given, dict) else {} for given in (item.get("center"), item.get("tags"))
    )
    point = {name: item.get(name, center.get(name)) for name in ("lat", "lon")}
    return {"id": f"{item['type']}/{item['id']}", **point, **tags}


def identified(item: Mapping[str, Any], cells: dict[str, Cell]) -> dict[str, Cell]:
    """Add the identifier that a feature carries beside its properties."""
    given = item.get("id")
    return {"id": text_of(given), **cells} if isinstance(given, str | int) else cells


def compact(values: list[Any], names: object) -> dict[str, Cell]:
    """Read GoGoCarto's compact shape: an identifier, a list of texts, a latitude, a longitude."""
    keys = names if isinstance(names, list) else ["id", ["name"], "latitude", "longitude"]
    cells: dict[str, Cell] = {}
    for key, value in zip(keys, values, strict=False):
        if isinstance(key, list):
            given = value if isinstance(value, list) else [value]
            cells |= {str(name): text_of(each) for name, each in zip(key, given, strict=False)}
        else:
            cells[str(key)] = text_of(value)
    return cells


def flat(values: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, Cell]:
    """Return one cell for each leaf of an object."""
    cells: dict[str, Cell] = {}
    for key, value in values.items():
        name = text_of(f"{prefix}{key}")
        if key == "type" and "coordinates" in values:
            continue
        if isinstance(value, dict):
            is_read = depth < DEEPEST and value.get("type") not in DRAWINGS
            cells |= flat(value, f"{name}.", depth + 1) if is_read else {}
        elif isinstance(value, list):
            cells |= listed(name, value)
        else:
            cells[name] = text_of(value)
    return cells


def listed(name: str, values: list[Any]) -> dict[str, Cell]:
    """Return a list as one cell; two numbers under the name "coordinates" are a point."""
    if name.endswith("coordinates"):
        return point_of(values)
    return {name: [text for text in map(named, values) if text]}


def named(value: object) -> str:
    """Return how one thing of a list is called."""
    if isinstance(value, dict):
        return next((text_of(value[key]) for key in NAMES if value.get(key)), "")
    return "" if isinstance(value, list) else text_of(value)


def point_of(values: list[Any]) -> dict[str, Cell]:
    """Return a point as GeoJSON writes it: longitude, latitude."""
    pair = [text_of(value) for value in values[:PAIR] if isinstance(value, str | int | float)]
    if len(pair) < PAIR or not all(map(NUMBER.match, pair)):
        return {}
    return {LONGITUDE: pair[0], LATITUDE: pair[1]}


def shape_of(geometry: object) -> dict[str, Cell]:
    """Return a point for any geometry: the middle of the frame of what is wider than a point."""
    if not isinstance(geometry, dict):
        return {}
    kind = text_of(geometry.get("type"))
    if kind == "Point":
        coordinates = geometry.get("coordinates")
        return point_of(coordinates if isinstance(coordinates, list) else []) | {SHAPE: kind}
    points = list(_points(geometry.get("coordinates") or geometry.get("geometries")))
    if not points:
        return {}
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    return point_of(middle) | {SHAPE: kind}


def _points(value: object, depth: int = 0) -> Iterator[tuple[float, float]]:
    if isinstance(value, dict):
        yield from _points(value.get("coordinates"), depth + 1)
    elif isinstance(value, list) and depth < 8:  # noqa: PLR2004 - no geometry is deeper
        if len(value) >= PAIR and all(isinstance(each, int | float) for each in value[:PAIR]):
            yield value[0], value[1]
        else:
            for each in value:
                yield from _points(each, depth + 1)
