"""Places of the French-speaking neighbours, from GeoNames."""

from collections.abc import Iterable, Iterator, Mapping

from portal.territories.building.sources import Record

BELGIAN_REGIONS = {"WAL": "Wallonie", "VLG": "Flandre", "BRU": "Bruxelles-Capitale"}
CANADIAN_PROVINCES = {"10": "Québec"}
LUXEMBOURG_CANTONS = {
    "CA": "Capellen",
    "CL": "Clervaux",
    "DI": "Diekirch",
    "EC": "Echternach",
    "ES": "Esch-sur-Alzette",
    "GR": "Grevenmacher",
    "LU": "Luxembourg",
    "ME": "Mersch",
    "RD": "Redange",
    "RM": "Remich",
    "VD": "Vianden",
    "WI": "Wiltz",
}
SWISS_CANTONS = {
    "AG": "Argovie",
    "AI": "Appenzell Rhodes-Intérieures",
    "AR": "Appenzell Rhodes-Extérieures",
    "BE": "Berne",
    "BL": "Bâle-Campagne",
    "BS": "Bâle-Ville",
    "FR": "Fribourg",
    "GE": "Genève",
    "GL": "Glaris",
    "GR": "Grisons",
    "JU": "Jura",
    "LU": "Lucerne",
    "NE": "Neuchâtel",
    "NW": "Nidwald",
    "OW": "Obwald",
    "SG": "Saint-Gall",
    "SH": "Schaffhouse",
    "SO": "Soleure",
    "SZ": "Schwytz",
    "TG": "Thurgovie",
    "TI": "Tessin",
    "UR": "Uri",
    "VD": "Vaud",
    "VS": "Valais",
    "ZG": "Zoug",
    "ZH": "Zurich",
}
PROVINCES = {
    "BE": BELGIAN_REGIONS,
    "CA": CANADIAN_PROVINCES,
    "CH": SWISS_CANTONS,
    "LU": LUXEMBOURG_CANTONS,
}


# GeoNames counts the districts of Swiss cities as places.
DISTRICT = "(Kreis"

FrenchNames = Mapping[tuple[str, str], str]


def neighbours(places: Iterable[Record]) -> Iterator[tuple[str, Record, str]]:
    """Yield code, place and province of those the portal keeps; of Canada, only Québec."""
    for place in sorted(places, key=lambda place: place["geonameid"]):
        province = PROVINCES.get(place["countrycode"], {}).get(place["admin1code"])
        if province and DISTRICT not in place["name"]:
            yield f"{place['countrycode']}-{place['geonameid']}", place, province


def french_name_by_code(places: Iterable[Record], french: FrenchNames) -> dict[str, str]:
    """Give its French name to the most populated place of each name that has one."""
    biggest: dict[tuple[str, str], tuple[int, str]] = {}
    for code, place, _ in neighbours(places):
        key = place["countrycode"], place["name"]
        if key in french:
            biggest[key] = max(biggest.get(key, (-1, "")), (place["population"], code))
    return {code: french[key] for key, (_, code) in biggest.items()}


def place_rows(places: Iterable[Record], french: Mapping[str, str]) -> list[list[object]]:
    """List the places abroad, under their French name when they have one."""
    return [
        [
            code,
            french.get(code, place["name"]),
            province,
            round(place["latitude"], 4),
            round(place["longitude"], 4),
            place["population"],
        ]
        for code, place, province in neighbours(places)
    ]


def spelling_rows(places: Iterable[Record], french: Mapping[str, str]) -> list[list[str]]:
    """List the local names of the places that are known here under a French one."""
    return [
        ["", place["name"], "spelling", code]
        for code, place, _ in neighbours(places)
        if code in french
    ]
