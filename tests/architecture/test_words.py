"""The names of things: lower case, so that they fit in any sentence."""

import pytest

from django.apps import apps
from django.utils import translation

from tests.architecture.tree import ROOMS


def our_models():
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in ROOMS]


def our_fields(model):
    """Return the fields of a model, those that Django and Wagtail bring apart."""
    brought = {
        field.name
        for base in model.__mro__
        if not base.__module__.startswith(ROOMS) and hasattr(base, "_meta")
        for field in base._meta.local_fields
    }
    fields = model._meta.local_fields + model._meta.local_many_to_many
    return [field for field in fields if field.name not in brought]


def is_lower(words: str) -> bool:
    """Tell « adresse » and « SIREN » from « Adresse »."""
    first = words.split(maxsplit=1)[0]
    return first[0] == first[0].lower() or first.isupper()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_of_models_and_fields_begin_in_lower_case(language):
    with translation.override(language):
        names = {
            f"{model.__name__}.{field.name}": str(field.verbose_name)
            for model in our_models()
            for field in our_fields(model)
        }
        for model in our_models():
            names[model.__name__] = str(model._meta.verbose_name)
            names[f"{model.__name__}, plural"] = str(model._meta.verbose_name_plural)

    assert {place: words for place, words in names.items() if not is_lower(words)} == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_of_rooms_begin_in_lower_case(language):
    with translation.override(language):
        names = [
            str(app.verbose_name)
            for app in apps.get_app_configs()
            if app.name.split(".")[0] in ROOMS
        ]

    assert [words for words in names if not is_lower(words)] == []
