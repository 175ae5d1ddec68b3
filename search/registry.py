"""Where the subjects tell search what they have: search itself knows none of them.

Each subject calls these functions from its `AppConfig.ready()`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.utils.functional import Promise

from search.promotions import Promotion
from search.schema import FACETS, SearchDocument
from search.synonyms import SynonymGroup

Label = str | Promise


@dataclass(frozen=True)
class Subject:
    """One kind of thing that can be found, and how to describe it.

    Args:
        kind: the code of the kind, first half of its documents' uids ("method:12").
        label: one of them, for people.
        label_plural: several of them.
        models: the models whose changes must be noted, the subject's own and its relations'.
        build: the document of a primary key from the current state of the database;
            None when nobody may find it (draft, withdrawn, gone).
        primary_keys: every key `build` should be asked for.
        touched_by: the uids of this kind that change with an instance of one of `models`.
        build_many: the documents of many keys at once, for the kinds that are many; those one may
            not find are left out.
    """

    kind: str
    label: Label
    label_plural: Label
    models: tuple[type[Model], ...]
    build: Callable[[str], SearchDocument | None]
    primary_keys: Callable[[], Iterable[object]]
    touched_by: Callable[[Model], Iterable[str]]
    build_many: Callable[[Sequence[str]], Iterable[SearchDocument]] | None = None

    def uid(self, primary_key: object) -> str:
        """Name one thing of this kind."""
        return f"{self.kind}:{primary_key}"


@dataclass(frozen=True)
class Facet:
    """What people filter by: its name, and the words for its codes.

    `is_ordered` keeps the order of `labels` (phases); otherwise the fullest value comes first.
    `is_suggested` lets completion propose the values themselves (places, keywords).
    """

    name: str
    label: Label
    labels: Callable[[], Mapping[str, Label]]
    is_ordered: bool = False
    is_suggested: bool = False


_subjects: dict[str, Subject] = {}
_facets: dict[str, Facet] = {}
_synonyms: list[Callable[[], Iterable[SynonymGroup]]] = []
_promotions: list[Callable[[], Iterable[Promotion]]] = []


def register(subject: Subject) -> None:
    """Make a kind of thing findable."""
    _subjects[subject.kind] = subject


def register_facet(
    name: str,
    label: Label,
    labels: Callable[[], Mapping[str, Label]],
    *,
    is_ordered: bool = False,
    is_suggested: bool = False,
) -> None:
    """Give a facet its words.

    Raises:
        ImproperlyConfigured: the schema has no such facet.
    """
    if name not in FACETS:
        msg = f"The search schema has no facet called {name}: add it to search.schema.FACETS."
        raise ImproperlyConfigured(msg)
    _facets[name] = Facet(name, label, labels, is_ordered, is_suggested)


def register_synonyms(source: Callable[[], Iterable[SynonymGroup]]) -> None:
    """Add a source of words that mean the same; it is asked at every search, so it must be quick."""
    if source not in _synonyms:
        _synonyms.append(source)


def register_promotions(source: Callable[[], Iterable[Promotion]]) -> None:
    """Add a source of what comes first for some questions; it is asked at every search too."""
    if source not in _promotions:
        _promotions.append(source)


def subjects() -> tuple[Subject, ...]:
    """Return the subjects, in the order they were registered."""
    return tuple(_subjects.values())


def kind_label(kind: str) -> str:
    """Name one thing of a kind, for people."""
    known = _subjects.get(kind)
    return str(known.label) if known else kind


def facets() -> Mapping[str, Facet]:
    """Return the facets that have words."""
    return _facets


def synonym_groups() -> tuple[SynonymGroup, ...]:
    """Gather the groups of every source, in order."""
    return tuple(group for source in _synonyms for group in source())


def promotions() -> tuple[Promotion, ...]:
    """Gather the promotions of every source, in order."""
    return tuple(promotion for source in _promotions for promotion in source())


def is_watched(model: type[Model]) -> bool:
    """Tell whether some document changes with the instances of a model."""
    return any(issubclass(model, each.models) for each in _subjects.values())


def uids_touched_by(instance: Model) -> set[str]:
    """Name everything whose document changes with this instance."""
    return {
        uid
        for each in _subjects.values()
        if isinstance(instance, each.models)
        for uid in each.touched_by(instance)
    }


def document(uid: str) -> SearchDocument | None:
    """Describe a thing as it is now; None when it is not to be found any more."""
    kind, _, primary_key = uid.partition(":")
    known = _subjects.get(kind)
    return known.build(primary_key) if known else None


def documents_at_once(uids: Iterable[str]) -> dict[str, SearchDocument]:
    """Describe those of these things that can be described together and that one may find."""
    keys: dict[str, list[str]] = {}
    for uid in uids:
        kind, _, primary_key = uid.partition(":")
        keys.setdefault(kind, []).append(primary_key)
    return {
        document.uid: document
        for kind, own in keys.items()
        if (known := _subjects.get(kind)) and known.build_many
        for document in known.build_many(own)
    }


@contextmanager
def isolated() -> Iterator[None]:
    """Forget everything that was registered for a while: tests bring their own."""
    kept = (_subjects.copy(), _facets.copy(), _synonyms.copy(), _promotions.copy())
    _replace({}, {}, [], [])
    try:
        yield
    finally:
        _replace(*kept)


def _replace(
    subjects: dict[str, Subject],
    facets: dict[str, Facet],
    synonyms: list[Callable[[], Iterable[SynonymGroup]]],
    promotions: list[Callable[[], Iterable[Promotion]]],
) -> None:
    _subjects.clear()
    _subjects.update(subjects)
    _facets.clear()
    _facets.update(facets)
    _synonyms[:] = synonyms
    _promotions[:] = promotions
