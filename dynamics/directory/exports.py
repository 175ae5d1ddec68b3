"""The files of the directory, written record after record, so that none is ever whole in memory."""

from collections.abc import Iterable, Iterator

from dynamics.directory import geojson, jsonld, spreadsheet
from dynamics.directory.record import Record
from portal.core.downloads import csv_text, json_text
from portal.vocabulary.labels import labels_of
from portal.vocabulary.models import Theme


def as_csv(records: Iterable[Record]) -> Iterator[str]:
    """Yield the table, line by line."""
    return csv_text(spreadsheet.COLUMNS, map(spreadsheet.row, records))


def as_geojson(records: Iterable[Record]) -> Iterator[str]:
    """Yield the features (RFC 7946), one by one."""
    return json_text({"type": "FeatureCollection"}, "features", map(geojson.feature, records))


def as_jsonld(records: Iterable[Record]) -> Iterator[str]:
    """Yield the graph, node by node."""
    topics = labels_of(Theme)
    nodes = (jsonld.node(each, topics) for each in records)
    return json_text({"@context": jsonld.CONTEXT}, "@graph", nodes)
