"""Load the glossary from `fixtures/terms/`."""

from pathlib import Path

from portal.bibliography.references import citations
from portal.core.content_files import ContentFile, changed_pages
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


def load_term(content: ContentFile) -> Term:
    """Create or update one term and publish it."""
    header = content.header
    term = Term.objects.filter(slug=content.slug).first() or Term(slug=content.slug)
    term.name = header["name"]
    term.kind = header.get("kind", Term.Kind.NOTION)
    term.definition = rich_text(content.intro)
    term.other_names = _names(header)
    term.citations = citations(TermCitation, header.get("sources", []))
    term.themes = Theme.objects.filter(code__in=header.get("themes", []))
    publish(term)
    return term


def load(folder: Path) -> int:
    """Load every changed term, then tie them together; return how many were read."""
    contents = list(changed_pages(folder / "terms", purpose="glossary"))
    for content in contents:
        load_term(content)
    for content in contents:
        if related := content.header.get("see_also"):
            term = Term.objects.get(slug=content.slug)
            term.see_also = Term.objects.filter(slug__in=related)
            publish(term)
    return len(contents)
