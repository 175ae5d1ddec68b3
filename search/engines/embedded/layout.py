"""The schema in tantivy's terms, and a document as it is written there.

Text is analysed before: fields receive stems already separated by spaces, where a stop word has
left a hole. Trap: tokenizers are not kept with an index, they are registered each time it is opened.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import tantivy

from search.analysis import Forms, words
from search.ordering import sort_keys
from search.schema import SearchDocument, Use, fields_for

_HOLE = "_"
_TOKENIZER = "analysed"


def schema() -> tantivy.Schema:
    """Build the schema every index of this version has."""
    builder = tantivy.SchemaBuilder()
    for field in (*fields_for(Use.STEMS), *fields_for(Use.WORDS)):
        builder.add_text_field(field.name, tokenizer_name=_TOKENIZER, index_option="position")
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
    title, summary, body = map(words, (document.title, document.summary, document.body))
    names, tags = [*map(words, document.names)], [*map(words, document.tags)]
    heading = [_exact(found) for found in (title, *names, *tags)]
    return {
        "title": [_stems(title)],
        "names": [_stems(name) for name in names],
        "tags": [_stems(tag) for tag in tags],
        "summary": [_stems(summary)],
        "body": [_stems(body)],
        "heading": heading,
        "exact": [*heading, _exact(summary), _exact(body)],
    }


def _stems(found: Iterable[Forms]) -> str:
    return " ".join([word.stem or _HOLE for word in found])


def _exact(found: Iterable[Forms]) -> str:
    return " ".join([word.exact or _HOLE for word in found])


def written(document: SearchDocument) -> tantivy.Document:
    """Write a document as the index keeps it."""
    result = tantivy.Document()
    for name, texts in {**analysed(document), **_codes(document)}.items():
        _add_texts(result, name, texts)
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


def _codes(document: SearchDocument) -> dict[str, Iterable[str]]:
    own = {"uid": (document.uid,), "audience": (document.audience,)}
    facets = (field.name for field in fields_for(Use.CODE) if field.name not in own)
    return {**own, **{name: document.codes(name) for name in facets}}


def _add_texts(result: tantivy.Document, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        result.add_text(name, text)
