"""A term as the public data carry it."""

from typing import Any

from portal.core.licences import DEFAULT_LICENCE
from portal.core.plain_text import words_of_html
from portal.glossary.models import Term, TermName


def _names(term: Term, kind: str) -> list[str]:
    return [other.name for other in term.other_names.all() if other.kind == kind]


def record(term: Term, *, site: str) -> dict[str, Any]:
    """Return everything that is public about a term brought by `complete()`."""
    return {
        "slug": term.slug,
        "name": term.name,
        "kind": term.kind,
        "acronyms": _names(term, TermName.Kind.ACRONYM),
        "synonyms": _names(term, TermName.Kind.SYNONYM),
        "definition": words_of_html(term.definition),
        "themes": [theme.code for theme in term.themes.all()],
        "see_also": [other.slug for other in term.see_also.all()],
        "source": "; ".join(str(citation) for citation in term.citations.all()),
        "licence": DEFAULT_LICENCE,
        "updated_at": getattr(term, "changed_at", term.updated_at),
        "url": site + term.get_absolute_url(),
    }
