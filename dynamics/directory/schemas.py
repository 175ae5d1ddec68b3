"""What the public API says of a dynamic, field by field, and what one may ask of the list."""

import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from django.utils.translation import gettext_noop as _

from portal.core.departed import DepartureOut
from portal.core.parameters import Asked, Changed, Listing, Word
from portal.territories.parameters import BoundingBox
from search.listing import ALL_CIRCLES

Level = Literal[0, 1, 2, 3]
Initiator = Literal["public", "civil_society", "hybrid"]
Origin = Literal["here", "elsewhere"]
UNLISTED = {"include_in_schema": False}
Logic = Literal["pooling", "pollination", "networking"]


class PlaceOut(Schema):
    """Where a dynamic is."""

    label: str = Field(description=_("The place in words."))
    commune: str | None
    commune_code: str | None = Field(description=_("INSEE code in France."))
    postcode: str | None = Field(description=_("When the commune has only one."))
    department: str | None
    department_code: str | None
    region: str | None
    region_code: str | None
    country: str | None = Field(description=_("ISO 3166-1 code of the country."))
    latitude: float | None
    longitude: float | None
    precision: Literal["address", "commune", "territory", "unknown"]


class GovernanceOut(Schema):
    """How a dynamic decides: 0 (none) to 3 (very strong), null when nobody says."""

    inhabitants_involvement: Level | None
    debate: Level | None


class StructureOut(Schema):
    """The resources of one of the structures of a dynamic."""

    structure: str
    levels: dict[str, Level]


class IdentifierOut(Schema):
    """A number or code under which a dynamic is known elsewhere."""

    scheme: Literal["siren", "siret", "rna", "neq", "bce", "commune", "wikidata"]
    value: str


class ProvenanceOut(Schema):
    """Where a record was taken from."""

    source: str
    source_id: str
    licence: str
    link: str
    date: datetime.date


class DynamicOut(Schema):
    """A collective dynamic of the directory."""

    slug: str
    name: str
    full_name: str
    type: str
    summary: str
    website: str
    territory: str
    place: PlaceOut
    created_year: int | None
    phase: str | None = Field(description="emergence, structuring, consolidation, system")
    initiator: Initiator | None
    development_logic: Logic | None
    legal_forms: list[str]
    themes: list[str]
    barriers: list[str]
    tags: list[str]
    resources: dict[str, Level] = Field(
        description=_("Level of each kind of resource, from 0 to 3; empty when nobody says.")
    )
    resources_by_structure: list[StructureOut] = Field(
        description=_("When a dynamic has several structures, the levels of each.")
    )
    governance: GovernanceOut
    methods: list[str] = Field(description=_("Slugs of the methods it used."))
    identifiers: list[IdentifierOut]
    conforming: bool = Field(description=_("Whether it conforms to the charter."))
    origin: Origin = Field(
        description=_("“here” when this portal made the record, “elsewhere” when it took it.")
    )
    source: str
    source_id: str | None = Field(description=_("Its identifier in the source it was taken from."))
    source_url: str | None = Field(description=_("Its page in the source it was taken from."))
    licence: str = Field(
        description=_(
            "For a record taken from elsewhere, the licence of its source; empty when it states none."
        )
    )
    provenance: list[ProvenanceOut]
    verified_at: datetime.date | None
    published_at: datetime.datetime | None = Field(description=_("First shown here."))
    updated_at: datetime.datetime
    url: str


class DynamicsOut(Schema):
    """A page of the list of dynamics."""

    items: list[DynamicOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int = Field(description=_("How many dynamics answer, all pages together."))
    deleted: list[DepartureOut] = Field(
        [],
        description=_(
            "With “updated_since”, on the first page: what went since then, two hundred at most; "
            "/dynamics/deleted has them all."
        ),
    )


class DynamicFilters(Asked):
    """Which dynamics: several values of a filter are alternatives, several filters add up."""

    type: list[Word] = []
    phase: list[Word] = []
    theme: list[Word] = []
    barrier: list[Word] = []
    legal_form: list[Word] = []
    initiator: list[Initiator] = []
    development_logic: list[Logic] = []
    region: list[Word] = Field([], description=_("Code or name of a region."))
    department: list[Word] = Field([], description=_("Code or name of a department."))
    tag: list[Word] = Field([], description=_("A keyword, as it is written or as in addresses."))
    situation: list[Literal["avec", "sans"]] = Field(
        [], description=_("What is on the map (avec), what has no location (sans).")
    )
    conforming: Literal["true", "false", "all"] = Field(
        "true", description=_("What conforms to the charter, what does not, or all of it.")
    )
    origin: Literal["all", "here", "elsewhere"] = Field(
        "all", description=_("Only what this portal made, or only what it took from elsewhere.")
    )
    bbox: BoundingBox = Field(
        "", description=_("A frame on the map: west,south,east,north, in degrees.")
    )
    # The names that the addresses of the portal's own pages use: the same filters travel.
    logic: list[Logic] = Field([], json_schema_extra=UNLISTED)
    keyword: list[Word] = Field([], json_schema_extra=UNLISTED)
    cercle: Word = Field("", json_schema_extra=UNLISTED)

    @property
    def circle(self) -> str:
        """Which circle of the charter, under either name."""
        return "all" if self.cercle == ALL_CIRCLES else self.conforming

    @property
    def logics(self) -> list[str]:
        """The logics of development, under either name."""
        return self.development_logic + self.logic

    @property
    def keywords(self) -> list[str]:
        """The keywords, under either name."""
        return self.tag + self.keyword


class DynamicsQuery(Listing, DynamicFilters):
    """Which part of which list."""


class ExportQuery(Changed, DynamicFilters):
    """Which dynamics to export, all at once."""
