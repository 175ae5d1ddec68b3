"""The glossary among the open data."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from portal.core.downloads import JSONLD
from portal.glossary import exports, open_data, spreadsheet
from portal.opendata.datasets import DataFile, Dataset, columns, register

TYPES = {"updated_at": "datetime"}
ABOUT = {
    "slug": _("Identifier, the end of the address of the page."),
    **dict.fromkeys(spreadsheet.LISTS, _("Several values, separated by a vertical bar.")),
}


def every_term(site: str) -> Iterator[exports.Record]:
    """Yield every published term."""
    return open_data.rows(open_data.records(), site=site)


def register_datasets() -> None:
    """Open the glossary."""
    register(
        Dataset(
            code="terms",
            rank=40,
            title=_("Glossary of collective dynamics"),
            description=_(
                "The words of the community, their acronyms, their synonyms and what they mean."
            ),
            keywords=(_("glossary"), _("cooperation"), _("social and solidarity economy")),
            page="/glossaire/",
            rows=every_term,
            files=(
                DataFile("glossaire.csv", "CSV", "text/csv", exports.as_csv, "/api/v1/terms.csv"),
                DataFile(
                    *("glossaire.jsonld", "JSON-LD", JSONLD, exports.as_jsonld),
                    live="/api/v1/terms.jsonld",
                ),
            ),
            freshness=open_data.freshness,
            columns=columns(spreadsheet.COLUMNS, TYPES, ABOUT),
        )
    )
