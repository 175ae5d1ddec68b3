"""Which type and themes a candidate has, by their codes and their labels."""

from dynamics.directory.models import DynamicType
from dynamics.importing.candidates import Candidate
from portal.territories.names import name_key
from portal.vocabulary.models import Theme

# What nobody has classified yet.
UNSORTED, UNSORTED_LABEL = "a_preciser", "À préciser"


class UnknownTypeError(Exception):
    """There is no such type; the codes there are."""


class Classifier:
    """Knows the vocabularies, each entry by its code and its labels."""

    def __init__(self, default_type: str = "", *, is_dry: bool = False) -> None:
        self._types: dict[str, int] = {}
        for entry in DynamicType.objects.all():
            for word in (entry.label, entry.short_label, entry.code):
                if word:
                    self._types[name_key(word.replace("_", " "))] = entry.pk
        self._themes = {
            name_key(word.replace("_", " ")): theme.pk
            for theme in Theme.objects.all()
            for word in (theme.label, theme.code)
        }
        self._default = self._known(default_type) if default_type else None
        self._is_dry = is_dry
        self._unsorted: int | None = self._types.get(name_key(UNSORTED.replace("_", " ")))

    def _known(self, word: str) -> int:
        """Return a type by any of its names.

        Raises:
            UnknownTypeError: there is none of that name.
        """
        found = self._types.get(name_key(word.replace("_", " ")))
        if found is None:
            known = DynamicType.objects.values_list("code", flat=True)
            raise UnknownTypeError(", ".join(known))
        return found

    def type_of(self, candidate: Candidate) -> int:
        """Return the type that a row names, or the one given for all, or the one a keyword names."""
        named = self._types.get(name_key(candidate.type_word)) if candidate.type_word else None
        found = named or self._default or self._among(candidate.tags)
        return found or self._of_the_unsorted()

    def _among(self, words: list[str]) -> int | None:
        return next((self._types[key] for key in map(name_key, words) if key in self._types), None)

    def _of_the_unsorted(self) -> int:
        if self._unsorted is None:
            self._unsorted = 0 if self._is_dry else unsorted_type().pk
        return self._unsorted

    def themes_of(self, candidate: Candidate) -> list[int]:
        """Return the themes that the words of a row name."""
        keys = map(name_key, [*candidate.themes, *candidate.tags])
        return list({self._themes[key]: None for key in keys if key in self._themes})


def unsorted_type() -> DynamicType:
    """Return the type of what nobody has classified yet, made the first time."""
    defaults = {"label": UNSORTED_LABEL, "position": 900}
    return DynamicType.objects.get_or_create(code=UNSORTED, defaults=defaults)[0]
