"""What the public API lets one ask of places."""

from typing import Annotated

from pydantic import AfterValidator, Field

from portal.territories.bounds import read_bounds


def _readable(text: str) -> str:
    if text:
        read_bounds(text)
    return text


BoundingBox = Annotated[str, Field(max_length=120), AfterValidator(_readable)]
