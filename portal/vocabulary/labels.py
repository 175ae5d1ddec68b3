"""The label of each code of a vocabulary, remembered for a minute: lists ask for them all the time."""

from django.core.cache import cache
from django.db.models import Model

REMEMBERED_FOR = 60  # seconds; another process shows a renamed label at most this late


def labels_of(model: type[Model], *, key: str = "code", label: str = "label") -> dict[str, str]:
    """Return the label of each code, in the order of the vocabulary."""
    return cache.get_or_set(
        _name(model), lambda: dict(model.objects.values_list(key, label)), REMEMBERED_FOR
    )


def forget_labels(model: type[Model]) -> None:
    """Read the labels of a vocabulary again: one was corrected."""
    cache.delete(_name(model))


def _name(model: type[Model]) -> str:
    return f"labels:{model._meta.label_lower}"
