"""What the public API says of a term, field by field."""

import datetime

from ninja import Schema
from pydantic import Field

from django.utils.translation import gettext_noop as _

from portal.core.departed import DepartureOut


class TermOut(Schema):
    """A term of the glossary."""

    slug: str
    name: str
    kind: str
    acronyms: list[str]
    synonyms: list[str]
    definition: str = Field(description=_("Plain text."))
    themes: list[str]
    see_also: list[str] = Field(description=_("Slugs of other terms."))
    source: str
    licence: str
    updated_at: datetime.datetime
    url: str


class TermsOut(Schema):
    """A page of the glossary."""

    items: list[TermOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int = Field(description=_("How many terms answer, all pages together."))
    deleted: list[DepartureOut] = Field(
        [],
        description=_(
            "With “updated_since”, on the first page: what went since then, two hundred at most; "
            "/terms/deleted has them all."
        ),
    )
