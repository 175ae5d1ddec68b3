"""Points that a file says are in metres, or in another projection than the one of the web."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError

# Degrees already; and Lambert-93, which the checks recognise by itself and tell row by row.
KNOWN = frozenset({4326, 4979, 4258, 4171, 2154})
CODE = re.compile(r"EPSG:+(?:[\d.]*:)?(\d{4,6})\b", re.IGNORECASE)


def code_of(before: Mapping[str, Any]) -> int:
    """Return the code of the projection that a file announces; 0 when there is nothing to convert."""
    announced = before.get("crs")
    if isinstance(announced, Mapping):
        properties = announced.get("properties")
        announced = properties.get("name") if isinstance(properties, Mapping) else ""
    found = CODE.search(str(announced or ""))
    code = int(found[1]) if found else 0
    return 0 if code in KNOWN else code


@lru_cache(maxsize=8)
def _transformer(code: int) -> Transformer | None:
    try:
        return Transformer.from_crs(CRS.from_epsg(code), "EPSG:4326", always_xy=True)
    except ProjError:
        return None


def degrees(code: int, x: float, y: float) -> tuple[float, float]:
    """Return the longitude and latitude of a point; the point itself when nobody knows its projection."""
    transformer = _transformer(code)
    if transformer is None:
        return x, y
    longitude, latitude = transformer.transform(x, y)
    return round(longitude, 6), round(latitude, 6)


def name_of(code: int) -> str:
    """Return what people call a projection."""
    transformer = _transformer(code)
    name = transformer.source_crs.name if transformer and transformer.source_crs else ""
    return f"{name} (EPSG:{code})" if name else f"EPSG:{code}"
