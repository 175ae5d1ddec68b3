"""Reading an index: documents, counts, what resembles what."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tantivy import DocAddress, Occur, Order, Searcher
from tantivy import Query as Native

from search.engines.base import Matches, Query
from search.engines.embedded.counting import counted, total
from search.engines.embedded.layout import SCHEMA, analysed, open_existing
from search.engines.embedded.translation import filtered, inside, one_of, translated
from search.ordering import FIELD_BY_SORT
from search.request import Near, Sort
from search.schema import SearchDocument, Use, fields_for

_SIMILAR_FIELDS = frozenset(field.name for field in fields_for(Use.STEMS))
_SHARED_FACETS = {"keyword": 2.0, "theme": 1.0, "type": 1.0}


class Reader:
    """An index opened by this process; a fork must open its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.process = os.getpid()
        self._state = self._seen_state()
        self._index = open_existing(path)
        self._words: dict[frozenset[str], Mapping[str, int]] = {}

    @property
    def version(self) -> str:
        """Name the state of the index that is being read."""
        return f"{self.path.name}-{self._state[0]}-{self._state[1]}"

    def refresh(self) -> None:
        """Take what another process, or this one, has committed since."""
        try:
            state = self._seen_state()
        except OSError:
            # Swept away a moment ago: what is open stays readable until the next question.
            return
        if state != self._state:
            self._index.reload()
            self._state = state
            self._words = {}

    def search(self, query: Query) -> Matches:
        """Find documents and count their codes."""
        searcher = self._index.searcher()
        filters = _filters(searcher, query)
        text = translated(query.tree)
        counts = counted(searcher, query, text, filters)
        addresses = _page(searcher, query, filtered(text, filters.values()))
        return Matches(
            documents=tuple(_stored(searcher, address) for address in addresses),
            total=counts.total,
            facets=counts.facets,
            cells=counts.cells,
            level=counts.level,
        )

    def count(self, query: Query) -> int:
        """Count documents."""
        searcher = self._index.searcher()
        native = filtered(translated(query.tree), _filters(searcher, query).values())
        return total(searcher, native)

    def similar(
        self, uid: str, *, kinds: frozenset[str], audiences: frozenset[str], limit: int
    ) -> tuple[SearchDocument, ...]:
        """Find what shares rare words, keywords, themes with a document."""
        searcher = self._index.searcher()
        own = searcher.search(Native.term_query(SCHEMA, "uid", uid), limit=1).hits
        if not own:
            return ()
        filters = [one_of("audience", audiences)]
        if kinds:
            filters.append(one_of("kind", kinds))
        resembling = Native.boolean_query(
            [
                (Occur.Must, filtered(_resembling(searcher, own[0][1]), filters)),
                (Occur.MustNot, Native.term_query(SCHEMA, "uid", uid)),
            ]
        )
        hits = searcher.search(resembling, limit=limit, count=False).hits
        return tuple(_stored(searcher, address) for _, address in hits)

    def vocabulary(self, audiences: frozenset[str]) -> Mapping[str, int]:
        """Return every word of the documents these audiences may see, read once per state of the index."""
        words = self._words.get(audiences)
        if words is None:
            visible = one_of("audience", audiences)
            found = self._index.searcher().terms_with_prefix("exact", "", filter_query=visible)
            words = self._words[audiences] = dict(found)
        return words

    def documents(self) -> Iterator[SearchDocument]:
        """Yield every document, in no particular order."""
        searcher = self._index.searcher()
        everything = searcher.search(Native.all_query(), limit=max(1, searcher.num_docs))
        for _, address in everything.hits:
            yield _stored(searcher, address)

    def _seen_state(self) -> tuple[int, int]:
        seen = (self.path / "meta.json").stat()
        return seen.st_mtime_ns, seen.st_ino


def _filters(searcher: Searcher, query: Query) -> dict[str, Native]:
    """Build one filter per facet chosen, so that each can be left out of its own counts."""
    filters = {name: one_of(name, values) for name, values in query.choices.items()}
    filters["audience"] = one_of("audience", query.audiences)
    if query.box:
        filters["box"] = inside(query.box)
    if query.near:
        filters["near"] = _circle(searcher, query.near)
    return filters


def _circle(searcher: Searcher, near: Near) -> Native:
    """Keep exactly what stands in a circle: tantivy knows no distance, numbers do."""
    found = searcher.search(inside(near.box), limit=max(1, searcher.num_docs), count=False)
    addresses = [address for _, address in found.hits]
    keys = searcher.fast_field_values("key", addresses)
    distances = _distances(searcher, near, addresses)
    close = [
        key for key, distance in zip(keys, distances, strict=True) if distance <= near.radius_km
    ]
    return Native.term_set_query(SCHEMA, "key", close) if close else Native.empty_query()


def _distances(searcher: Searcher, near: Near, addresses: Sequence[DocAddress]) -> list[float]:
    latitudes = searcher.fast_field_values("latitude", list(addresses))
    longitudes = searcher.fast_field_values("longitude", list(addresses))
    return [
        near.distance_to(latitude, longitude) or 0.0
        for latitude, longitude in zip(latitudes, longitudes, strict=True)
    ]


def _page(searcher: Searcher, query: Query, native: Native) -> list[DocAddress]:
    """Return the addresses of one page, in order."""
    # Trap: with a limit of 0, tantivy panics.
    if not query.limit:
        return []
    if query.sort is Sort.DISTANCE and query.near:
        return _page_by_distance(searcher, query, native, query.near)
    found = searcher.search(
        native,
        limit=query.limit,
        offset=query.offset,
        # Counted already, with the facets: the best documents may be found without seeing them all.
        count=False,
        order_by_field=FIELD_BY_SORT.get(query.sort),
        order=Order.Asc if query.sort in FIELD_BY_SORT else Order.Desc,
    )
    return [address for _, address in found.hits]


def _page_by_distance(
    searcher: Searcher, query: Query, native: Native, near: Near
) -> list[DocAddress]:
    found = searcher.search(
        native, limit=max(1, searcher.num_docs), order_by_field="by_title", order=Order.Asc
    )
    addresses = [address for _, address in found.hits]
    distances = _distances(searcher, near, addresses)
    ranked = sorted(range(len(addresses)), key=distances.__getitem__)
    page = ranked[query.offset : query.offset + query.limit]
    return [addresses[place] for place in page]


def _resembling(searcher: Searcher, address: DocAddress) -> Native:
    document = _stored(searcher, address)
    texts = {name: text for name, text in analysed(document).items() if name in _SIMILAR_FIELDS}
    words = Native.more_like_this_document_fields_query(
        SCHEMA,
        texts,
        # A word of this document alone leads nowhere; past four hundred, ties would be cut at random.
        min_doc_frequency=2,
        # Trap: documents written again count twice until a merge; a word that seems to be in more
        # documents than there are makes tantivy panic.
        max_doc_frequency=searcher.num_docs,
        min_term_frequency=1,
        max_query_terms=400,
    )
    shared = [
        Native.boost_query(Native.term_query(SCHEMA, name, code), weight)
        for name, weight in _SHARED_FACETS.items()
        for code in document.codes(name)
    ]
    return Native.boolean_query([(Occur.Should, each) for each in (words, *shared)])


def _stored(searcher: Searcher, address: DocAddress) -> SearchDocument:
    return SearchDocument.from_json(searcher.doc(address)["source"][0])
