"""The directory among the open data."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from dynamics.directory import exports, open_data, spreadsheet
from dynamics.directory.record import Record
from portal.core.downloads import GEOJSON, JSONLD
from portal.opendata.datasets import DataFile, Dataset, columns, register

TYPES = {
    "place_latitude": "number",
    "place_longitude": "number",
    "created_year": "year",
    "conforming": "boolean",
    "verified_at": "date",
    "published_at": "datetime",
    "updated_at": "datetime",
    **dict.fromkeys((f"resources_{name}" for name in spreadsheet.RESOURCES), "integer"),
    **dict.fromkeys((f"governance_{name}" for name in spreadsheet.GOVERNANCE), "integer"),
}
ABOUT = {
    "slug": _("Identifier, the end of the address of the page."),
    "type": _("Code of the type of dynamic."),
    "place_commune_code": _("INSEE code in France."),
    "place_precision": _("What the point stands for: address, commune, territory, unknown."),
    "origin": _("“here” when this portal made the record, “elsewhere” when it took it."),
    **dict.fromkeys(
        (*spreadsheet.LISTS, "identifiers"), _("Several values, separated by a vertical bar.")
    ),
    **dict.fromkeys(
        (f"resources_{name}" for name in spreadsheet.RESOURCES),
        _("Level, from 0 to 3; empty when nobody says."),
    ),
}


def ours(site: str) -> Iterator[Record]:
    """Yield what this portal made: what it took from elsewhere is for its source to give."""
    return open_data.rows(open_data.records().from_here().conforming(), site=site)


def register_datasets() -> None:
    """Open the directory."""
    register(
        Dataset(
            code="dynamics",
            rank=10,
            title=_("Collective dynamics of transition"),
            description=_(
                "What each dynamic is, where, since when, of which type, with which resources, "
                "which governance and which methods."
            ),
            keywords=(_("transition"), _("cooperation"), _("social and solidarity economy")),
            page="/dynamiques/",
            rows=ours,
            files=(
                DataFile(
                    "dynamiques.csv", "CSV", "text/csv", exports.as_csv, "/api/v1/dynamics.csv"
                ),
                DataFile(
                    *("dynamiques.geojson", "GeoJSON", GEOJSON, exports.as_geojson),
                    live="/api/v1/dynamics.geojson",
                ),
                DataFile(
                    *("dynamiques.jsonld", "JSON-LD", JSONLD, exports.as_jsonld),
                    live="/api/v1/dynamics.jsonld",
                ),
            ),
            freshness=open_data.freshness,
            columns=columns(spreadsheet.COLUMNS, TYPES, ABOUT),
        )
    )
