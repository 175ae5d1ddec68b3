"""The schema in tantivy's terms, and a document as it is written there.

Text is analysed before: fields receive stems already separated by spaces, where a stop word has
left a hole. Trap: tokenizers are not kept with an index, they are registered each time it is opened.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path

import tantivy

from search.analysis import Forms, Pieces, composed, words
from search.ordering import sort_keys
from search.schema import OWN_FACETS, SearchDocument, Use, fields_for

_HOLE = "_"
_TOKENIZER = "analysed"


def schema() -> tantivy.Schema:
    """Build the schema every index of this version has."""
    builder = tantivy.SchemaBuilder()
    for field in fields_for(Use.STEMS):
        builder.add_text_field(field.name, tokenizer_name=_TOKENIZER, index_option="position")
    # Phrases are looked for among stems: nobody asks where an exact word stands.
    for field in fields_for(Use.WORDS):
        builder.add_text_field(field.name, tokenizer_name=_TOKENIZER, index_option="freq")
    for field in (*fields_for(Use.CODE), *fields_for(Use.ORDER)):
        builder.add_text_field(field.name, tokenizer_name="raw", index_option="basic", fast=True)
    for field in fields_for(Use.CELL):
        builder.add_integer_field(field.name, fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_integer_field("key", indexed=True, fast=True)
    builder.add_float_field("latitude", indexed=True, fast=True)
    builder.add_float_field("longitude", indexed=True, fast=True)
    builder.add_bytes_field("source", stored=True)
    return builder.build()


SCHEMA = schema()


def create(path: Path) -> tantivy.Index:
    """Make an empty index in a folder."""
    return _prepared(tantivy.Index(SCHEMA, path=str(path), reuse=False))


def open_existing(path: Path) -> tantivy.Index:
    """Open the index of a folder."""
    return _prepared(tantivy.Index.open(str(path)))


def _prepared(index: tantivy.Index) -> tantivy.Index:
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.custom_stopword([_HOLE]))
        .build()
    )
    index.register_tokenizer(_TOKENIZER, analyzer)
    # Nobody watches the folder: a thread that does would not survive a fork. Readers look for themselves.
    index.config_reader("manual")
    return index


def key_of(uid: str) -> int:
    """Return a number for a uid: only numbers can be read back for many documents at once."""
    return int.from_bytes(hashlib.sha256(uid.encode()).digest()[:8], "big", signed=True)


def analysed(document: SearchDocument) -> dict[str, list[str]]:
    """Return the analysed texts of a document, by field. Each text is read once: that is what indexing costs."""
    title, summary, body = map(_read, (document.title, document.summary, document.body))
    names, tags = [*map(_read, document.names)], [*map(_read, document.tags)]
    heading = [exact for _, exact in (title, *names, *tags)]
    return {
        "title": [title[0]],
        "names": [stems for stems, _ in names],
        "tags": [stems for stems, _ in tags],
        "summary": [summary[0]],
        "body": [body[0]],
        "heading": heading,
        "exact": [*heading, summary[1], body[1]],
    }


def _written(form_of: Callable[[Forms], str]) -> Callable[[str], str]:
    return lambda piece: " ".join([form_of(word) or _HOLE for word in words(piece)])


_STEMS = Pieces(_written(attrgetter("stem")))
_EXACT = Pieces(_written(attrgetter("exact")))


def _read(text: str) -> tuple[str, str]:
    """Return the stems of a text, and its exact words, separated by spaces."""
    pieces = composed(text).split()
    return " ".join(map(_STEMS.__getitem__, pieces)), " ".join(map(_EXACT.__getitem__, pieces))


def written(document: SearchDocument) -> tantivy.Document:
    """Write a document as the index keeps it."""
    result = tantivy.Document()
    for name, texts in chain(analysed(document).items(), _codes(document)):
        for text in texts:
            result.add_text(name, text)
    for name, key in sort_keys(document).items():
        result.add_text(name, key)
    result.add_integer("key", key_of(document.uid))
    result.add_bytes("source", document.to_json().encode())
    for name, cell in document.cells().items():
        result.add_integer(name, cell)
    if document.year is not None:
        result.add_integer("year", document.year)
    if document.latitude is not None and document.longitude is not None:
        result.add_float("latitude", document.latitude)
        result.add_float("longitude", document.longitude)
    return result


def _codes(document: SearchDocument) -> Iterator[tuple[str, Iterable[str]]]:
    yield "uid", (document.uid,)
    yield "audience", (document.audience,)
    for name in (*OWN_FACETS, *document.facets):
        yield name, document.codes(name)
