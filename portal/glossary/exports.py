"""The files of the glossary, written term after term."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.core.downloads import csv_text, json_text
from portal.glossary import jsonld, spreadsheet

Record = dict[str, Any]


def as_csv(records: Iterable[Record]) -> Iterator[str]:
    """Yield the table, line by line."""
    return csv_text(spreadsheet.COLUMNS, map(spreadsheet.row, records))


def as_jsonld(records: Iterable[Record]) -> Iterator[str]:
    """Yield the graph, node by node."""
    return json_text({"@context": jsonld.CONTEXT}, "@graph", map(jsonld.node, records))
