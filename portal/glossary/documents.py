"""What search may know of the glossary: its terms, and the synonyms it teaches to every search."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.core.plain_text import words_of_html
from portal.core.querysets import state_of
from portal.glossary.models import Term, TermName
from search import registry
from search.schema import SearchDocument
from search.synonyms import SynonymGroup

KIND = "term"


def build(primary_key: str) -> SearchDocument | None:
    """Describe a term, unless it is a draft."""
    term = Term.objects.published().complete().filter(pk=primary_key).first()
    if term is None:
        return None
    words = words_of_html(term.definition)
    summary, _end, body = words.partition(". ")
    return SearchDocument(
        uid=f"{KIND}:{term.pk}",
        kind=KIND,
        title=term.name,
        url=term.get_absolute_url(),
        summary=summary,
        body=body,
        names=tuple(other.name for other in term.other_names.all()),
        facets={"theme": tuple(theme.code for theme in term.themes.all())},
        updated_at=term.updated_at,
    )


def primary_keys() -> Iterable[int]:
    """Every term one may read."""
    return Term.objects.published().values_list("pk", flat=True)


def touched_by(instance: Model) -> list[str]:
    """A term, when it or one of its names changes."""
    term = instance.term_id if isinstance(instance, TermName) else instance.pk
    return [f"{KIND}:{term}"]


def synonyms() -> tuple[SynonymGroup, ...]:
    """Each term and its other names mean the same. One light query while the glossary rests."""
    return _synonyms(state_of(Term.objects.published))


@lru_cache(maxsize=2)
def _synonyms(_state: tuple) -> tuple[SynonymGroup, ...]:
    names: dict[str, list[str]] = {}
    published = TermName.objects.filter(term__in=Term.objects.published())
    for term, name in published.order_by("term", "sort_order").values_list("term__name", "name"):
        names.setdefault(term, [term]).append(name)
    return tuple(SynonymGroup(tuple(group)) for group in names.values())


def register() -> None:
    """Make the glossary findable."""
    registry.register(
        registry.Subject(
            kind=KIND,
            label=_("term"),
            label_plural=_("Terms"),
            models=(Term, TermName),
            build=build,
            primary_keys=primary_keys,
            touched_by=touched_by,
        )
    )
    registry.register_synonyms(synonyms)
