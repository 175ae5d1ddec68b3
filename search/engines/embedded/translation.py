"""From the tree of a query to tantivy's objects. Nothing is ever parsed: a user cannot write a query."""

from collections.abc import Iterable
from functools import singledispatch

from tantivy import FieldType, Occur, Query

from search.engines.embedded.layout import SCHEMA
from search.request import Box
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
def translated(node: Node) -> Query:
    """Say a node in tantivy's terms.

    Raises:
        TypeError: the tree has a node this engine has not learnt.
    """
    msg = f"{type(node).__name__} has no translation"
    raise TypeError(msg)


@translated.register
def _(_node: Everything) -> Query:
    return Query.all_query()


@translated.register
def _(_node: Nothing) -> Query:
    return Query.empty_query()


@translated.register
def _(node: Term) -> Query:
    return Query.term_query(SCHEMA, node.field, node.text)


@translated.register
def _(node: Phrase) -> Query:
    return Query.phrase_query(SCHEMA, node.field, list(node.words))


@translated.register
def _(node: Prefix) -> Query:
    # At distance 0 a fuzzy prefix is a prefix, and needs none of the escaping of a regular expression.
    return Query.fuzzy_term_query(SCHEMA, node.field, node.text, distance=0, prefix=True)


@translated.register
def _(node: Weighted) -> Query:
    return Query.boost_query(translated(node.part), node.weight)


@translated.register
def _(node: Best) -> Query:
    return Query.disjunction_max_query([translated(part) for part in node.parts], node.tie)


@translated.register
def _(node: AnyOf) -> Query:
    return Query.boolean_query([(Occur.Should, translated(part)) for part in node.parts])


@translated.register
def _(node: AllOf) -> Query:
    return Query.boolean_query([(Occur.Must, translated(part)) for part in node.parts])


def one_of(field: str, values: Iterable[str]) -> Query:
    """Keep the documents that have one of these codes."""
    # Trap: `term_set_query` gathers all of them before it looks at the rest of the query, and takes
    # twice as long as terms that are walked along with it.
    return Query.boolean_query(
        [(Occur.Should, Query.term_query(SCHEMA, field, code)) for code in sorted(values)]
    )


def inside(box: Box) -> Query:
    """Keep what stands in a rectangle, its edges included."""
    return every(
        [
            Query.range_query(SCHEMA, "latitude", FieldType.Float, box.south, box.north),
            Query.range_query(SCHEMA, "longitude", FieldType.Float, box.west, box.east),
        ]
    )


def every(filters: Iterable[Query]) -> Query:
    """Keep what passes every filter."""
    return Query.boolean_query([(Occur.Must, each) for each in filters])


def filtered(query: Query, filters: Iterable[Query]) -> Query:
    """Restrict a query; filters choose and never score."""
    silent = [Query.const_score_query(each, 0.0) for each in filters]
    return Query.boolean_query([(Occur.Must, each) for each in (query, *silent)])
