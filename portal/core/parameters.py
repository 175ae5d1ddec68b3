"""What every listing of the public API lets one ask: how many, from where, changed since when."""

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from django.utils import timezone
from django.utils.translation import gettext_noop as _

MOST = 200
DATABASE_YEARS = range(1900, 2200)
# A "+" that nobody encoded arrives as a space: "2026-11-01T10:00:00 01:00".
_LOST_PLUS = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")


def _with_its_plus(text: object) -> object:
    return _LOST_PLUS.sub(r"\1+\2", text) if isinstance(text, str) else text


def _aware(moment: datetime.datetime) -> datetime.datetime:
    """Read a moment without time zone as one of the portal's own."""
    if moment.year not in DATABASE_YEARS:
        msg = f"{moment.year} is out of range"
        raise ValueError(msg)
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


Word = Annotated[str, Field(max_length=150, pattern=r"^[^\x00]*$")]
Moment = Annotated[datetime.datetime, BeforeValidator(_with_its_plus), AfterValidator(_aware)]


class Asked(BaseModel):
    """Parameters of which the empty ones were not asked at all, as forms send them."""

    @model_validator(mode="before")
    @classmethod
    def forget_empty_values(cls, values: Any) -> Any:
        """Drop `?type=&phase=`."""
        if not isinstance(values, dict):
            return values
        return {name: value for name, value in values.items() if value not in ("", [""])}


class Changed(Asked):
    """Everything, or what changed since a moment."""

    updated_since: Moment | None = Field(
        None, description=_("Only what changed since this date or moment (ISO 8601).")
    )


class Listing(Changed):
    """Which part of a list."""

    limit: int = Field(50, ge=1, le=MOST, description=_("How many items, 200 at most."))
    cursor: Word = Field("", description=_("The next_cursor of the page before."))
