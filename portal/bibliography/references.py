"""References as content files write them: a document's key, a space, and where in it."""

from collections.abc import Iterable

from portal.bibliography.models import Citation, Source


class UnknownSourceError(ValueError):
    """A reference names a document that the bibliography does not have."""


def parse(reference: str) -> tuple[Source, str]:
    """Split `etude 1.5 « … »` into its document and the place in it.

    Raises:
        UnknownSourceError: no document has this key.
    """
    key, _space, locator = reference.partition(" ")
    source = Source.objects.filter(key=key.rstrip(",")).first()
    if source is None:
        msg = f"« {reference} » cites an unknown document."
        raise UnknownSourceError(msg)
    return source, locator.strip(" ,")


def citations(model: type[Citation], references: Iterable[str], **fields: object) -> list[Citation]:
    """Build the citations of a record, in order, unsaved."""
    built = []
    for position, reference in enumerate(references):
        source, locator = parse(reference)
        built.append(model(source=source, locator=locator, sort_order=position, **fields))
    return built


def in_words(reference: str) -> str:
    """Return a reference as a reader sees it: « Étude-action (2020), 1.5 »."""
    source, locator = parse(reference)
    return f"{source.short}, {locator}" if locator else source.short
