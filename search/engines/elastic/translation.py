"""From the tree of a query to `elasticsearch.dsl`. Nothing is ever parsed: a user cannot write a query."""

from collections.abc import Iterable
from functools import singledispatch

from elasticsearch.dsl import query as dsl

from search.engines.elastic.analyzers import ANALYSED, HOLE
from search.request import Box, Near
from search.tree import (
    AllOf,
    AnyOf,
    Best,
    Everything,
    Node,
    Nothing,
    Phrase,
    Prefix,
    Term,
    Weighted,
)


@singledispatch
def translated(node: Node, boost: float = 1.0) -> dsl.Query:
    """Say a node in Elasticsearch's terms, its score multiplied.

    Raises:
        TypeError: the tree has a node this engine has not learnt.
    """
    msg = f"{type(node).__name__} has no translation"
    raise TypeError(msg)


@translated.register
def _(_node: Everything, boost: float = 1.0) -> dsl.Query:
    return dsl.MatchAll(boost=boost)


@translated.register
def _(_node: Nothing, boost: float = 1.0) -> dsl.Query:
    return dsl.MatchNone()


@translated.register
def _(node: Term, boost: float = 1.0) -> dsl.Query:
    return dsl.Term(**{node.field: {"value": node.text, "boost": boost}})


@translated.register
def _(node: Phrase, boost: float = 1.0) -> dsl.Query:
    # The holes small words leave are written, then dropped by the analyzer: the places stay.
    places = dict(node.words)
    text = " ".join(places.get(place, HOLE) for place in range(max(places) + 1))
    return dsl.MatchPhrase(**{node.field: {"query": text, "analyzer": ANALYSED, "boost": boost}})


@translated.register
def _(node: Prefix, boost: float = 1.0) -> dsl.Query:
    return dsl.Prefix(**{node.field: {"value": node.text, "boost": boost}})


@translated.register
def _(node: Weighted, boost: float = 1.0) -> dsl.Query:
    return translated(node.part, boost * node.weight)


@translated.register
def _(node: Best, boost: float = 1.0) -> dsl.Query:
    parts = [translated(part) for part in node.parts]
    return dsl.DisMax(queries=parts, tie_breaker=node.tie, boost=boost)


@translated.register
def _(node: AnyOf, boost: float = 1.0) -> dsl.Query:
    if not node.parts:
        return dsl.MatchNone()
    parts = [translated(part) for part in node.parts]
    return dsl.Bool(should=parts, minimum_should_match=1, boost=boost)


@translated.register
def _(node: AllOf, boost: float = 1.0) -> dsl.Query:
    if not node.parts:
        return dsl.MatchNone()
    return dsl.Bool(must=[translated(part) for part in node.parts], boost=boost)


def one_of(field: str, values: Iterable[str]) -> dsl.Query:
    """Keep the documents that have one of these codes."""
    return dsl.Terms(**{field: sorted(values)})


def inside(box: Box) -> dsl.Query:
    """Keep what stands in a rectangle, its edges included: as numbers, a grid would round them."""
    return dsl.Bool(
        filter=[
            dsl.Range(latitude={"gte": box.south, "lte": box.north}),
            dsl.Range(longitude={"gte": box.west, "lte": box.east}),
        ]
    )


def around(near: Near) -> dsl.Query:
    """Keep what stands in a circle."""
    place = {"lat": near.latitude, "lon": near.longitude}
    return dsl.GeoDistance(place=place, distance=f"{near.radius_km}km")


def every(filters: Iterable[dsl.Query]) -> dsl.Query:
    """Keep what passes every filter."""
    return dsl.Bool(filter=list(filters))


def filtered(query: dsl.Query, filters: Iterable[dsl.Query]) -> dsl.Query:
    """Restrict a query; filters choose and never score."""
    return dsl.Bool(must=[query], filter=list(filters))
