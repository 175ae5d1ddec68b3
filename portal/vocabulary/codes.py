"""Codes that people or programs give, checked against the closed vocabularies."""

from collections.abc import Container, Iterable

from django.db.models import Model


class UnknownCodeError(ValueError):
    """A filter names a code that its vocabulary does not have."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code}")
        self.name = name
        self.code = code


def require_known(name: str, codes: Iterable[str], known: Container[str]) -> None:
    """Make sure that every code is one of the vocabulary.

    Raises:
        UnknownCodeError: one is not; `name` is the filter it was given to.
    """
    for code in codes:
        if code not in known:
            raise UnknownCodeError(name, code)


def codes_of(model: type[Model], field: str = "code") -> set[str]:
    """Return every code of a vocabulary as it is now."""
    return set(model.objects.values_list(field, flat=True))
