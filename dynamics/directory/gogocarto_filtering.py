"""What may be asked of the elements, and the categories they are filed under."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop as _

from dynamics.directory import gogocarto, open_data
from dynamics.directory.models import Dynamic, DynamicType
from portal.core.parameters import Changed, Word
from portal.territories.bounds import BadBoundsError, Bounds, read_bounds
from portal.vocabulary.codes import UnknownCodeError
from portal.vocabulary.models import Phase, Theme

MOST_FRAMES = 8
TITLE = _("Collective dynamics")
VOCABULARIES = (
    ("type", _("Type of dynamic"), DynamicType, "type"),
    ("theme", _("Theme"), Theme, "themes"),
    ("phase", _("Phase"), Phase, "phase"),
)


def _frames(text: str) -> list[Bounds]:
    """Read `w,s,e,n;w,s,e,n;`.

    Raises:
        BadBoundsError: one of them is no frame, or there are too many.
    """
    frames = [read_bounds(each) for each in text.split(";") if each.strip()]
    if len(frames) > MOST_FRAMES:
        raise BadBoundsError(text)
    return frames


def _corners(text: str) -> list[Bounds]:
    """Read the same as Leaflet writes it: `[{"_southWest": {"lat", "lng"}, "_northEast": …}]`.

    Raises:
        BadBoundsError: it is something else.
    """
    try:
        corners = json.loads(text)
        frames = [_frame(each["_southWest"], each["_northEast"]) for each in corners]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadBoundsError(text) from error
    if not isinstance(corners, list):
        raise BadBoundsError(text)
    return _frames(";".join(frames))


def _frame(south_west: Mapping[str, object], north_east: Mapping[str, object]) -> str:
    return f"{south_west['lng']},{south_west['lat']},{north_east['lng']},{north_east['lat']}"


def _checked(read: Callable[[str], object], text: str) -> str:
    if text:
        read(text)
    return text


def _lower(text: object) -> object:
    return text.lower() if isinstance(text, str) else text


class ElementFilters(Changed):
    """Which elements."""

    bounds: Annotated[str, Field(max_length=800), AfterValidator(partial(_checked, _frames))] = (
        Field("", description=_("One or several frames: west,south,east,north;…"))
    )
    boundsJson: Annotated[  # noqa: N815 - the name that GoGoCarto gives it
        str, Field(max_length=2000), AfterValidator(partial(_checked, _corners))
    ] = Field("", description=_("The same, as the corners that Leaflet writes."))
    categories: list[Word] = Field(
        [], description=_("Identifiers of the taxonomy, separated by commas: any of them.")
    )
    origin: Literal["all", "here", "elsewhere"] = Field(
        "here", description=_("Only what this portal made, unless asked otherwise.")
    )
    conforming: Literal["true", "false", "all"] = Field(
        "true", description=_("What conforms to the charter, what does not, or all of it.")
    )

    @property
    def frames(self) -> list[Bounds]:
        """The frames asked about, in whichever way."""
        return _frames(self.bounds) or (_corners(self.boundsJson) if self.boundsJson else [])

    @property
    def chosen_categories(self) -> list[str]:
        """The categories asked about."""
        return [
            each.strip() for text in self.categories for each in text.split(",") if each.strip()
        ]


class ElementsQuery(ElementFilters):
    """Which elements, and how much of them."""

    ontology: Annotated[Literal["gogofull", "gogocompact", "gogosync"], BeforeValidator(_lower)] = (
        "gogofull"
    )
    limit: int | None = Field(None, ge=1, le=100_000)


def _in_categories(dynamics: QuerySet[Dynamic], wanted: Iterable[str]) -> QuerySet[Dynamic]:
    """Keep the dynamics that have any of these categories.

    Raises:
        UnknownCodeError: the taxonomy has no such category.
    """
    known = {
        gogocarto.category_id(kind, code): (field, code)
        for kind, _label, model, field in VOCABULARIES
        for code in model.objects.values_list("code", flat=True)
    }
    whole = {kind: field for kind, _label, _model, field in VOCABULARIES}
    found = Q(pk__in=[])
    for each in wanted:
        if each in whole:
            found |= Q(
                pk__in=Dynamic.objects.filter(**{f"{whole[each]}__isnull": False}).values("pk")
            )
            continue
        if each not in known:
            raise UnknownCodeError("categories", each)
        field, code = known[each]
        found |= Q(pk__in=Dynamic.objects.filter(**{f"{field}__code": code}).values("pk"))
    return dynamics.filter(found)


def chosen(asked: ElementFilters) -> QuerySet[Dynamic]:
    """Return the dynamics that every filter lets through.

    Raises:
        UnknownCodeError: the taxonomy has no such category.
    """
    dynamics = open_data.coming_from(open_data.records(), asked.origin)
    if asked.conforming != "all":
        dynamics = dynamics.filter(is_conforming=asked.conforming == "true")
    if asked.updated_since:
        dynamics = open_data.changed_since(dynamics, asked.updated_since)
    if frames := asked.frames:
        dynamics = dynamics.within(frames)
    wanted = asked.chosen_categories
    return _in_categories(dynamics, wanted) if wanted else dynamics


def labels() -> dict[str, str]:
    """Return the name of every category."""
    return {
        identifier: label
        for kind, name, model, _field in VOCABULARIES
        for identifier, label in (
            (kind, translated(name)),
            *(
                (gogocarto.category_id(kind, code), label)
                for code, label in model.objects.values_list("code", "label")
            ),
        )
    }


def _entries(model: type[Model]) -> list[dict[str, str]]:
    return [
        {
            "code": entry.code,
            "label": entry.label,
            "short": getattr(entry, "name", entry.label),
            "description": entry.description,
        }
        for entry in model.objects.all()
    ]


def tree() -> dict[str, Any]:
    """Return the whole taxonomy."""
    kinds = [
        (kind, translated(label), _entries(model)) for kind, label, model, _field in VOCABULARIES
    ]
    return gogocarto.taxonomy(translated(TITLE), kinds)
