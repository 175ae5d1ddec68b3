"""What the public API says of a tie, field by field, and what one may ask of the list."""

import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from django.utils.translation import gettext_noop as _

from portal.core.parameters import Asked, Listing, Word

Kind = Literal[
    "inspired_by",
    "visited",
    "shares_person",
    "co_built",
    "same_method",
    "member_of",
    "funds",
    "neighbours",
]


class EndOut(Schema):
    """One end of a tie: a dynamic of the directory, or somebody outside, by name only."""

    slug: str | None = Field(description=_("Empty for somebody outside the directory."))
    name: str
    url: str | None


class EvidenceOut(Schema):
    """What proves a tie."""

    text: str
    source: str = Field(description=_("The document that says so, and where in it."))
    link: str


class ConfirmedOut(Schema):
    """Who stands for a tie."""

    source: bool
    target: bool
    team: bool


class TieOut(Schema):
    """A tie between dynamics."""

    id: int
    type: Kind
    predicate: str = Field(
        description=_("Address of the closest shared property (PAIR, schema.org, SKOS).")
    )
    subject: EndOut
    object: EndOut
    since: int | None
    until: int | None
    evidence: EvidenceOut
    declared_by: Literal["study", "team", "member"]
    confirmed: ConfirmedOut
    licence: str
    updated_at: datetime.datetime


class TieDepartureOut(Schema):
    """A tie that is not there any more: taken back, refused, or gone with one of its ends."""

    id: int
    gone_at: datetime.datetime


class TieDeparturesOut(Schema):
    """A page of the list of ties that are not there any more."""

    items: list[TieDepartureOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int


class TiesOut(Schema):
    """A page of the list of ties."""

    items: list[TieOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int = Field(description=_("How many ties answer, all pages together."))
    deleted: list[TieDepartureOut] = Field(
        [],
        description=_(
            "With “updated_since”, on the first page: what went since then, two hundred at most; "
            "/ties/deleted has them all."
        ),
    )


class TieFilters(Asked):
    """Which ties."""

    type: list[Kind] = []
    dynamic: list[Word] = Field([], description=_("Slug of a dynamic at one of the ends."))


class TiesQuery(Listing, TieFilters):
    """Which part of which list."""
