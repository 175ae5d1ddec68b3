"""The facts of a record that anybody may propose or correct, as plain values: read, written, put in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dynamics.directory import identifiers
from dynamics.directory.models import Dynamic, DynamicType, Identifier
from portal.territories.models import Commune
from portal.vocabulary.models import Theme

ORGANISATION_NUMBERS = ("siren", "siret", "rna", "neq", "bce")
TEXTS = ("name", "summary", "website", "created_year")
LABELS: Mapping[str, str | Promise] = {
    "name": _("Name"),
    "type": _("Type"),
    "summary": _("Summary"),
    "commune": _("Commune"),
    "website": _("Website"),
    "created_year": _("Since"),
    "themes": _("Themes"),
    "number": _("Registration number"),
}


class UnknownFactError(Exception):
    """A fact names something that is not there any more."""


def read(dynamic: Dynamic) -> dict[str, Any]:
    """Return the facts of a record, as JSON keeps them."""
    number = _number_of(dynamic)
    return {
        **{name: getattr(dynamic, name) for name in TEXTS},
        "type": dynamic.type.code,
        "commune": dynamic.commune_id or "",
        "themes": sorted(theme.code for theme in dynamic.themes.all()),
        "number": number.value if number else "",
    }


def write(dynamic: Dynamic, facts: Mapping[str, Any]) -> None:
    """Put facts in a record, without saving it.

    Raises:
        UnknownFactError: a type, a theme or a commune is not there any more.
    """
    for name, value in facts.items():
        if name in TEXTS:
            setattr(dynamic, name, value)
        else:
            WRITERS[name](dynamic, value)


def in_words(name: str, value: Any) -> str:
    """Say a fact to people."""
    if name == "type":
        return _label(DynamicType, value)
    if name == "themes":
        return ", ".join(_label(Theme, code) for code in value)
    if name == "commune":
        found = Commune.objects.with_territory().filter(code=value).first()
        return found.label if found else value
    return "" if value is None else str(value)


def _label(model: type, code: str) -> str:
    found = model.objects.filter(code=code).first()
    return found.label if found else code


def _found(model: type, **key: str) -> Any:
    try:
        return model.objects.get(**key)
    except model.DoesNotExist:
        raise UnknownFactError(", ".join(key.values())) from None


def _number_of(dynamic: Dynamic) -> Identifier | None:
    numbers = dynamic.identifiers.all()
    return next((each for each in numbers if each.scheme in ORGANISATION_NUMBERS), None)


def _write_type(dynamic: Dynamic, code: str) -> None:
    dynamic.type = _found(DynamicType, code=code)


def _write_commune(dynamic: Dynamic, code: str) -> None:
    commune = _found(Commune, code=code)
    dynamic.commune, dynamic.department, dynamic.region = commune, None, None
    dynamic.latitude, dynamic.longitude = commune.latitude, commune.longitude
    dynamic.place_precision = Dynamic.PlacePrecision.COMMUNE
    dynamic.place_label = commune.label


def _write_themes(dynamic: Dynamic, codes: list[str]) -> None:
    dynamic.themes = [_found(Theme, code=code) for code in codes]


def _write_number(dynamic: Dynamic, value: str) -> None:
    """Put the number of the organisation in place of the one it had; its other numbers stay."""
    replaced = _number_of(dynamic)
    kept = [each for each in dynamic.identifiers.all() if each is not replaced]
    if recognised := identifiers.recognised(value):
        scheme, number = recognised
        kept.insert(0, Identifier(scheme=scheme, value=number))
    dynamic.identifiers = kept


WRITERS: Mapping[str, Callable[[Dynamic, Any], None]] = {
    "type": _write_type,
    "commune": _write_commune,
    "themes": _write_themes,
    "number": _write_number,
}
