"""Reading an index: documents, counts, what resembles what. A question is one request."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl import query as dsl

from search.cells import LEVELS, nearest_level
from search.engines.base import EngineUnavailableError, Matches, Query
from search.engines.elastic.analyzers import ANALYSED
from search.engines.elastic.connection import Connection
from search.engines.elastic.counting import Counting
from search.engines.elastic.layout import written
from search.engines.elastic.translation import (
    around,
    filtered,
    inside,
    one_of,
    translated,
)
from search.ordering import FIELD_BY_SORT
from search.request import Sort
from search.schema import SearchDocument, Use, fields_for
from search.tree import Node

_PAGE = 10_000
# Copies of an index order equal scores each in its own way: one of them answers, page after page.
_ONE_COPY = "maillage"
_MOST_LOOKALIKES = 50
_MOST_EDITS = 2
_ANY_NUMBER = 1_000_000_000
_SIMILAR_FIELDS = tuple(field.name for field in fields_for(Use.STEMS))
_SHARED_FACETS = {"keyword": 2.0, "theme": 1.0, "type": 1.0}


class Reader:
    """Asks the index an alias names."""

    def __init__(self, connection: Connection, alias: str) -> None:
        self._connection = connection
        self._alias = alias

    def search(self, query: Query) -> Matches:
        """Find documents, count their codes and their squares, or wider ones where they are too many."""
        level = query.cells and nearest_level(query.cells)
        while True:
            counting = Counting(query, _filters(query), level)
            answer = self._asked(_request(query, counting))
            counts = answer["aggregations"]
            if not counting.has_too_many_cells(counts) or not level or level == LEVELS.start:
                return Matches(
                    documents=_documents(answer),
                    total=answer["hits"]["total"]["value"],
                    facets=counting.facets(counts),
                    cells=counting.cells(counts),
                    level=level,
                )
            level -= 1

    def _asked(self, request: Search) -> Mapping[str, Any]:
        with self._connection.reading() as client:
            answer = client.search(
                index=self._alias, body=request.to_dict(), preference=_ONE_COPY
            ).body
            if answer["timed_out"] or answer["_shards"]["failed"]:
                msg = "the search server has only part of the answer"
                raise EngineUnavailableError(msg)
            return answer

    def count(self, query: Query) -> int:
        """Count documents."""
        native = filtered(translated(query.tree), _filters(query).values())
        with self._connection.reading() as client:
            answer = client.count(index=self._alias, query=native.to_dict())
            return int(answer["count"])

    def occurring(self, nodes: Sequence[Node], audiences: frozenset[str]) -> tuple[bool, ...]:
        """Tell which nodes match anything, in one go; a shard stops at the first document."""
        searches: list[Mapping[str, Any]] = []
        for node in nodes:
            visible = filtered(translated(node), [one_of("audience", audiences)])
            searches += (
                {},
                {
                    "query": visible.to_dict(),
                    "size": 0,
                    "terminate_after": 1,
                    "track_total_hits": 1,
                },
            )
        with self._connection.reading() as client:
            answers = client.msearch(index=self._alias, searches=searches)["responses"]
            return tuple(each["hits"]["total"]["value"] > 0 for each in answers)

    def similar(
        self, uid: str, *, kinds: frozenset[str], audiences: frozenset[str], limit: int
    ) -> tuple[SearchDocument, ...]:
        """Find what shares rare words, keywords, themes with a document."""
        own = dsl.Term(uid=uid)
        with self._connection.reading() as client:
            found = client.search(index=self._alias, query=own.to_dict(), size=1)
            for document in _documents(found.body):
                filters = [one_of("audience", audiences)]
                if kinds:
                    filters.append(one_of("kind", kinds))
                resembling = dsl.Bool(must=[_resembling(document)], must_not=[own], filter=filters)
                answer = client.search(index=self._alias, query=resembling.to_dict(), size=limit)
                return _documents(answer.body)
        return ()

    def lookalikes(self, word: str, audiences: frozenset[str]) -> Mapping[str, int]:
        """Return the words near this one, and its parts, that these audiences may see."""
        near = Search().suggest("near", word, term=_NEAR).extra(size=0)
        with self._connection.reading() as client:
            answer = client.search(index=self._alias, body=near.to_dict())
            options = answer["suggest"]["near"][0]["options"] if word else []
            candidates = {each["text"] for each in options}
            for place in range(1, len(word)):
                candidates |= {word[:place], word[place:]}
            # The server suggests from everything: only what these audiences see is told.
            visible = Search().query(one_of("audience", audiences)).extra(size=0)
            visible.aggs.bucket(
                "words", "filters", filters={each: dsl.Term(exact=each) for each in candidates}
            )
            counted = client.search(index=self._alias, body=visible.to_dict())
            buckets = counted["aggregations"]["words"]["buckets"]
            return {
                each: bucket["doc_count"] for each, bucket in buckets.items() if bucket["doc_count"]
            }

    def version(self) -> str:
        """Name the state of the index: every write has a number, every refresh shows it."""
        with self._connection.reading() as client:
            answer = client.indices.stats(index=self._alias, metric="refresh", level="shards")
            ((name, index),) = answer["indices"].items()
            (copies,) = index["shards"].values()
            (primary,) = (each for each in copies if each["routing"]["primary"])
            written_at, shown_at = (
                primary["seq_no"]["max_seq_no"],
                primary["refresh"]["external_total"],
            )
            return f"{name}-{written_at}-{shown_at}"

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """Yield the uid and the fingerprint of every document, a page after the other."""
        fields = ["uid", "fingerprint"]
        last: list[Any] | None = None
        while True:
            with self._connection.writing() as client:
                hits = client.search(
                    index=self._alias, sort=["uid"], size=_PAGE, search_after=last,
                    docvalue_fields=fields, source=False, track_total_hits=False,
                )["hits"]["hits"]  # fmt: skip
            yield from ((hit["fields"]["uid"][0], hit["fields"]["fingerprint"][0]) for hit in hits)
            if len(hits) < _PAGE:
                return
            last = hits[-1]["sort"]


_NEAR: Mapping[str, Any] = {
    "field": "exact",
    "analyzer": ANALYSED,
    "suggest_mode": "always",
    "string_distance": "damerau_levenshtein",
    "max_edits": _MOST_EDITS,
    "prefix_length": 0,
    "min_word_length": 1,
    "accuracy": 0.0,
    "size": _MOST_LOOKALIKES,
    "shard_size": _MOST_LOOKALIKES,
    "max_inspections": 100,
    # The server has no suggestion for a word it finds in one document in a hundred, counting those
    # that were removed and those that these audiences do not see: whether a word is known, we say.
    "max_term_freq": _ANY_NUMBER,
}


def _request(query: Query, counting: Counting) -> Search:
    request = Search().query(filtered(translated(query.tree), counting.sooner))
    request = counting.ask(request).sort(*_order(query))
    return request.extra(from_=query.offset, size=query.limit, track_total_hits=True)


def _filters(query: Query) -> dict[str, dsl.Query]:
    """Build one filter per facet chosen, so that each can be left out of its own counts."""
    filters = {name: one_of(name, values) for name, values in query.choices.items()}
    filters["audience"] = one_of("audience", query.audiences)
    if query.box:
        filters["box"] = inside(query.box)
    if query.near:
        filters["near"] = around(query.near)
    return filters


def _order(query: Query) -> tuple[str | Mapping[str, Any], ...]:
    """Return what to sort by. Equal scores keep the order in which documents were written, as in the embedded engine."""
    if query.sort is Sort.DISTANCE and query.near:
        place = {"lat": query.near.latitude, "lon": query.near.longitude}
        return {"_geo_distance": {"place": place, "order": "asc"}}, "by_title"
    if query.sort in FIELD_BY_SORT:
        return (FIELD_BY_SORT[query.sort],)
    return ()


def _resembling(document: SearchDocument) -> dsl.Query:
    content = written(document)
    words = dsl.MoreLikeThis(
        fields=list(_SIMILAR_FIELDS),
        like=[{"doc": {name: content[name] for name in _SIMILAR_FIELDS}}],
        min_term_freq=1,
        min_doc_freq=1,
        max_query_terms=40,
        minimum_should_match=1,
    )
    shared = [
        dsl.Term(**{name: {"value": code, "boost": weight}})
        for name, weight in _SHARED_FACETS.items()
        for code in document.codes(name)
    ]
    return dsl.Bool(should=[words, *shared], minimum_should_match=1)


def _documents(answer: Mapping[str, Any]) -> tuple[SearchDocument, ...]:
    return tuple(
        SearchDocument.from_json(hit["_source"]["source"]) for hit in answer["hits"]["hits"]
    )
