"""What the public API says of a method, field by field, and what one may ask of the list."""

import datetime

from ninja import Schema
from pydantic import Field

from django.utils.translation import gettext_noop as _

from portal.core.departed import DepartureOut
from portal.core.parameters import Asked, Changed, Listing, Word


class MethodOut(Schema):
    """A method of the referential."""

    slug: str
    title: str
    summary: str
    kind: str
    phases: list[str]
    themes: list[str]
    barriers: list[str] = Field(description=_("Codes of the barriers it helps with."))
    tags: list[str]
    participants: str
    min_participants: int | None
    max_participants: int | None
    duration: str
    promoted_by: str
    derived_from: str | None = Field(description=_("Slug of the method it was borrowed from."))
    dynamics: list[str] = Field(description=_("Slugs of the dynamics that used it."))
    source: str
    licence: str
    updated_at: datetime.datetime | None
    url: str


class VariantOut(Schema):
    """Another way of doing the same thing."""

    name: str
    text: str


class FullMethodOut(MethodOut):
    """A method, and how to go about it, in plain text."""

    purpose: str
    steps: list[str]
    cautions: list[str]
    variants: list[VariantOut]


class MethodsOut(Schema):
    """A page of the list of methods."""

    items: list[MethodOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int = Field(description=_("How many methods answer, all pages together."))
    deleted: list[DepartureOut] = Field(
        [],
        description=_(
            "With “updated_since”, on the first page: what went since then, two hundred at most; "
            "/methods/deleted has them all."
        ),
    )


class MethodFilters(Asked):
    """Which methods: several values of a filter are alternatives, several filters add up."""

    kind: list[Word] = []
    phase: list[Word] = []
    theme: list[Word] = []
    barrier: list[Word] = []
    tag: list[Word] = Field([], description=_("A keyword, as it is written or as in addresses."))


class MethodsQuery(Listing, MethodFilters):
    """Which part of which list."""


class MethodsExportQuery(Changed, MethodFilters):
    """Which methods to export, all at once."""
