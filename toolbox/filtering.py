"""Keep the methods that filters ask for, each value checked against its vocabulary."""

from collections.abc import Sequence

from django.db.models import Model, Q
from django.utils.text import slugify

from portal.vocabulary.codes import codes_of, require_known
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox.models import MethodPage, MethodTag
from toolbox.querysets import MethodQuerySet
from toolbox.schemas import MethodFilters

# Filter, vocabulary, and where a method keeps it.
VOCABULARIES: Sequence[tuple[str, type[Model], str]] = (
    ("phase", Phase, "phases"),
    ("theme", Theme, "themes"),
    ("barrier", Barrier, "barriers"),
)


def _tagged(methods: MethodQuerySet, words: Sequence[str]) -> MethodQuerySet:
    named = Q()
    for word in words:
        named |= Q(tag__name__iexact=word) | Q(tag__slug=slugify(word))
    return methods.filter(pk__in=MethodTag.objects.filter(named).values("content_object"))


def filtered(methods: MethodQuerySet, asked: MethodFilters) -> MethodQuerySet:
    """Keep the methods that every filter lets through.

    Raises:
        UnknownCodeError: a filter names something that does not exist.
    """
    for name, model, field in VOCABULARIES:
        codes = getattr(asked, name)
        if codes:
            require_known(name, codes, codes_of(model))
            # A subquery, not a join: a method that has two of the codes is one method.
            found = MethodPage.objects.filter(**{f"{field}__code__in": codes})
            methods = methods.filter(pk__in=found.values("pk"))
    if asked.kind:
        require_known("kind", asked.kind, MethodPage.Kind.values)
        methods = methods.filter(kind__in=asked.kind)
    return _tagged(methods, asked.tag) if asked.tag else methods
