"""The engines by themselves: the same documents and the same queries, without anything of ours around."""

from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy
from elasticsearch import Elasticsearch

from search.engines.base import Query
from search.engines.elastic.counting import Counting
from search.engines.elastic.reading import _filters as elastic_filters
from search.engines.elastic.reading import _request as elastic_request
from search.engines.embedded.layout import open_existing
from search.engines.embedded.translation import filtered, one_of, translated
from search.schema import SearchDocument
from tests.bench.texts import FACETS

HEAP = 100_000_000


def tantivy_bulk(folder: Path, documents: Iterable[SearchDocument]) -> None:
    """Index texts, codes and sources with tantivy's own French analysis."""
    builder = tantivy.SchemaBuilder()
    for name in ("title", "summary", "body"):
        builder.add_text_field(name, tokenizer_name="french", index_option="position")
    for name in ("uid", *FACETS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_bytes_field("source", stored=True)
    index = tantivy.Index(builder.build(), path=str(folder), reuse=False)
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("french"))
        .build()
    )
    index.register_tokenizer("french", analyzer)
    writer = index.writer(HEAP, num_threads=1)
    for document in documents:
        written = tantivy.Document()
        for name in ("uid", "title", "summary", "body"):
            written.add_text(name, getattr(document, name))
        for name in FACETS:
            for code in document.codes(name):
                written.add_text(name, code)
        written.add_bytes("source", document.to_json().encode())
        writer.add_document(written)
    writer.commit()
    writer.wait_merging_threads()


def tantivy_call(folder: Path) -> Callable[[Query], None]:
    """Return what asks tantivy itself: the ten best, how many in all, the counts of the facets."""
    searcher = open_existing(folder).searcher()

    def ask(query: Query) -> None:
        native = filtered(translated(query.tree), [one_of("audience", query.audiences)])
        found = searcher.search(native, limit=query.limit)
        counts = {name: {"terms": {"field": name, "size": 100}} for name in query.facets}
        searcher.aggregate(native, counts)
        for _, address in found.hits:
            searcher.doc(address)

    return ask


def elastic_call(url: str, alias: str) -> Callable[[Query], None]:
    """Return what asks the server itself, by one `_search`."""
    client = Elasticsearch(url)

    def ask(query: Query) -> None:
        body = elastic_request(query, Counting(query, elastic_filters(query), None)).to_dict()
        client.search(index=alias, body=body)

    return ask
