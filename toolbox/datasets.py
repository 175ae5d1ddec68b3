"""The referential among the open data."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from portal.core.downloads import JSONLD
from portal.opendata.datasets import DataFile, Dataset, columns, register
from toolbox import exports, open_data, spreadsheet
from toolbox.record import Record, full_record

TYPES = {
    "min_participants": "integer",
    "max_participants": "integer",
    "updated_at": "datetime",
}
ABOUT = {
    "slug": _("Identifier, the end of the address of the page."),
    **dict.fromkeys(spreadsheet.LISTS, _("Several values, separated by a vertical bar.")),
}


def every_method(site: str) -> Iterator[Record]:
    """Yield every published method, in full."""
    return open_data.rows(open_data.records(), full_record, site=site)


def register_datasets() -> None:
    """Open the referential."""
    register(
        Dataset(
            code="methods",
            rank=30,
            title=_("Tools and methods of cooperation"),
            description=_(
                "What each method is for, at which moment, with whom, how to go about it, and which "
                "dynamics used it."
            ),
            keywords=(_("cooperation"), _("methods"), _("participation")),
            page="/outils/",
            rows=every_method,
            files=(
                DataFile("outils.csv", "CSV", "text/csv", exports.as_csv, "/api/v1/methods.csv"),
                DataFile(
                    *("outils.jsonld", "JSON-LD", JSONLD, exports.as_jsonld),
                    live="/api/v1/methods.jsonld",
                ),
            ),
            freshness=open_data.freshness,
            columns=columns(spreadsheet.COLUMNS, TYPES, ABOUT),
        )
    )
