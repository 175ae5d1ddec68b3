"""Load the glossary from `fixtures/terms/`."""

from pathlib import Path

from portal.bibliography.references import citations
from portal.core.content_files import ContentFile, changed_pages, find_each, naming
from portal.core.prose import rich_text
from portal.core.publishing import publish
from portal.glossary.models import Term, TermCitation, TermName
from portal.vocabulary.models import Theme


def _names(header: dict) -> list[TermName]:
    kinds = [(TermName.Kind.ACRONYM, "acronyms"), (TermName.Kind.SYNONYM, "synonyms")]
    pairs = [(kind, name) for kind, key in kinds for name in header.get(key, [])]
    return [
        TermName(kind=kind, name=name, sort_order=position)
        for position, (kind, name) in enumerate(pairs)
    ]


def load_term(content: ContentFile) -> None:
    """Write one term and publish it."""
    header = content.header
    term = Term.objects.get(slug=content.slug)
    term.name = header["name"]
    term.kind = header.get("kind", Term.Kind.NOTION)
    term.definition = rich_text(content.intro)
    term.other_names = _names(header)
    term.citations = citations(TermCitation, header.get("sources", []))
    term.themes = find_each(Theme.objects, "code", header.get("themes", []))
    term.see_also = find_each(Term.objects, "slug", header.get("see_also", []))
    publish(term)


def load(folder: Path) -> int:
    """Load every changed term; return how many were read."""
    contents = list(changed_pages(folder / "terms", purpose="glossary"))
    for content in contents:
        with naming(content.slug):
            # All of them are there before any is written: each may point at any other.
            Term.objects.get_or_create(
                slug=content.slug, defaults={"name": content.header["name"], "live": False}
            )
    for content in contents:
        with naming(content.slug):
            load_term(content)
    return len(contents)
