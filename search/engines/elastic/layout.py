"""The schema in Elasticsearch's terms, and a document as it is sent there.

Only core field types are used: a server stripped of its optional modules will do.
"""

from collections.abc import Mapping
from typing import Any

from search.analysis import composed
from search.engines.elastic import analyzers
from search.ordering import sort_keys
from search.request import MAX_WINDOW
from search.schema import FACETS, SearchDocument, Use, fields_for

_HEADINGS = frozenset({"title", "names", "tags"})
# Between two names of a document, as in the embedded engine: phrases are found alike.
_GAP = 1


def index_settings() -> Mapping[str, Any]:
    """Return what an index of this version is made with."""
    return {
        # One shard: counts are exact and scores comparable; a hundred thousand documents fit in it.
        "number_of_shards": 1,
        "auto_expand_replicas": "0-1",
        # Nothing is seen before a commit asks for it.
        "refresh_interval": "-1",
        "max_result_window": MAX_WINDOW,
        "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}},
        "analysis": analyzers.analysis(),
    }


def mappings() -> Mapping[str, Any]:
    """Return the fields of an index of this version; a document with any other is refused."""
    return {
        "dynamic": "strict",
        # Only what is given back is kept; the rest is in it already.
        "_source": {"includes": ["source"]},
        "properties": {
            **{each.name: _stems(each.name) for each in fields_for(Use.STEMS)},
            **{each.name: _text(analyzers.WORDS) for each in fields_for(Use.WORDS)},
            **{each.name: _code(each.name) for each in fields_for(Use.CODE)},
            **{each.name: {"type": "double"} for each in fields_for(Use.NUMBER)},
            **{each.name: {"type": "long", "index": False} for each in fields_for(Use.CELL)},
            **{each.name: {"type": "keyword", "index": False} for each in fields_for(Use.ORDER)},
            "place": {"type": "geo_point"},
            "fingerprint": {"type": "keyword", "index": False},
            "source": {"type": "keyword", "index": False, "doc_values": False},
        },
    }


def written(document: SearchDocument) -> dict[str, Any]:
    """Write a document as it is sent; the server copies its texts where exact words are looked for."""
    result: dict[str, Any] = {
        "title": composed(document.title),
        "names": [composed(name) for name in document.names],
        "tags": [composed(tag) for tag in document.tags],
        "summary": composed(document.summary),
        "body": composed(document.body),
        "uid": document.uid,
        "audience": document.audience,
        "year": document.year,
        "source": document.to_json(),
        "fingerprint": document.fingerprint,
        **{facet: document.codes(facet) for facet in FACETS},
        **sort_keys(document),
        **document.cells(),
    }
    if document.latitude is not None and document.longitude is not None:
        result["latitude"], result["longitude"] = document.latitude, document.longitude
        result["place"] = {"lat": document.latitude, "lon": document.longitude}
    return result


def _stems(name: str) -> dict[str, Any]:
    copies = ["exact", "heading"] if name in _HEADINGS else ["exact"]
    return {**_text(analyzers.STEMS), "copy_to": copies}


def _text(analyzer: str) -> dict[str, Any]:
    return {"type": "text", "analyzer": analyzer, "position_increment_gap": _GAP}


def _code(name: str) -> dict[str, Any]:
    # What is counted at every question is made ready by the commit, not by the first who asks.
    return {"type": "keyword", "eager_global_ordinals": name in FACETS}
