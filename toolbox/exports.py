"""The files of the referential, written method after method."""

from collections.abc import Iterable, Iterator

from portal.core.downloads import csv_text, json_text
from portal.vocabulary.labels import labels_of
from portal.vocabulary.models import Theme
from toolbox import jsonld, spreadsheet
from toolbox.record import Record


def as_csv(records: Iterable[Record]) -> Iterator[str]:
    """Yield the table, line by line."""
    return csv_text(spreadsheet.COLUMNS, map(spreadsheet.row, records))


def as_jsonld(records: Iterable[Record]) -> Iterator[str]:
    """Yield the graph, node by node."""
    topics = labels_of(Theme)
    nodes = (jsonld.node(each, topics) for each in records)
    return json_text({"@context": jsonld.CONTEXT}, "@graph", nodes)
