"""From the cells of a row to what a record could be: cleaned, cut to size, without anybody's personal data."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from dynamics.importing.addresses import (
    COUNTRY_NAMES,
    POSTCODE_AND_TOWN,
    SHORT_POSTCODE_AND_TOWN,
    country_of,
    parted,
    town_at_the_end,
)
from dynamics.importing.checks import texts
from dynamics.importing.checks.coordinates import Point, half_a_point, pair_of, read
from dynamics.importing.checks.findings import Finding
from dynamics.importing.profiles import Profile
from dynamics.importing.readers.rows import Cell
from dynamics.importing.targets import IDENTIFIERS
from portal.territories.names import name_key, postcode_of

MOST = {"name": 150, "full_name": 250, "summary": 400, "territory": 250}
MOST_OF_A_TEXT = 20_000
MOST_TAGS, LONGEST_TAG = 12, 60
NUMBER_WITH_POINT = re.compile(r"^(\d+)\.0+$")
# « 12/05/03 »: the year has two figures. Before the years that can be, it is of the last century.
SHORT_DATE = re.compile(r"^\s*\d{1,2}[/.-]\d{1,2}[/.-](\d{2})\s*$")
# A line below the others that counts them.
TOTALS = frozenset(("total", "totaux", "sous-total", "total-general"))
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d|21\d\d)\b")
ENDS = ".!?…"


@dataclass(slots=True)
class Candidate:
    """What a row says of a dynamic, before it is known whether the directory has it already."""

    row: int
    name: str = ""
    full_name: str = ""
    source_id: str = ""
    summary: str = ""
    description: str = ""
    website: str = ""
    link: str = ""
    licence: str = ""
    street: str = ""
    postcode: str = ""
    commune: str = ""
    commune_code: str = ""
    department: str = ""
    region: str = ""
    country: str = ""
    territory: str = ""
    territory_code: str = ""
    territory_level: str = ""
    is_wide: bool = False
    point: Point | None = None
    created_year: int | None = None
    type_word: str = ""
    tags: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    # Numbers of registers as they are written, then those that are right.
    numbers: dict[str, str] = field(default_factory=dict)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    wrong_numbers: list[tuple[str, str]] = field(default_factory=list)
    has_personal_data: bool = False
    # What was too long to be kept whole.
    cut: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether there is enough for a record: a name."""
        return bool(self.name) and name_key(self.name) not in TOTALS

    @property
    def place_as_written(self) -> str:
        """The words of the file that say where, on one line."""
        parts = (self.postcode, self.commune or self.commune_code or self.territory)
        return " ".join(part for part in parts if part)


def candidate_of(row: int, cells: Mapping[str, Cell], profile: Profile) -> Candidate:
    """Read a row the way its profile says."""
    found = Candidate(row)
    for target in ("name", "full_name", "summary", "description", "territory", "street", "commune"):
        setattr(found, target, _text(found, target, profile.text(target, cells)))
    for target in (
        "postcode",
        "commune_code",
        "department",
        "region",
        "territory_code",
        "territory_level",
        "source_id",
    ):
        setattr(found, target, texts.folded(profile.text(target, cells))[:150])
    found.source_id = NUMBER_WITH_POINT.sub(r"\1", found.source_id)
    _place(found, cells, profile)
    _addresses(found, cells, profile)
    _classification(found, cells, profile)
    _shorten(found)
    return found


def _text(found: Candidate, target: str, text: str) -> str:
    if not text:
        return ""
    if len(text) > MOST_OF_A_TEXT:
        found.cut.append(target)
    words, findings = texts.clean(text[:MOST_OF_A_TEXT], target)
    found.findings += findings
    words, had_personal_data = texts.without_personal_data(words)
    found.has_personal_data |= had_personal_data
    return words if target == "description" else " ".join(words.split())


def _place(found: Candidate, cells: Mapping[str, Cell], profile: Profile) -> None:
    country = profile.text("country", cells)
    found.postcode, found.commune = parted(found.postcode, found.commune)
    found.country = COUNTRY_NAMES.get(name_key(country), "??" if country else "")
    address = _text(found, "address", profile.text("address", cells))
    _read_address(found, address)
    found.country = found.country or country_of(found.postcode)
    latitude, longitude = profile.text("latitude", cells), profile.text("longitude", cells)
    together = profile.text("coordinates", cells)
    if not (latitude and longitude):
        latitude, longitude = pair_of(together) or (latitude, longitude)
    if latitude and longitude:
        found.point, findings = read(latitude, longitude)
        found.findings += findings
    else:
        found.findings += half_a_point(latitude, longitude, together)
    shape = cells.get("geometry.shape", "")
    found.is_wide = bool(shape) and shape != "Point"


def _read_address(found: Candidate, address: str) -> None:
    """Take from a one-cell address what its own columns do not say."""
    if not address:
        return
    written = POSTCODE_AND_TOWN.search(address) or SHORT_POSTCODE_AND_TOWN.search(address)
    if written and not found.postcode:
        found.postcode = written["postcode"]
        if not found.commune and written["town"]:
            found.commune = re.sub(r"\b(?:France|Cedex)\b.*$", "", written["town"]).strip(" -–,")
    if not (written or found.commune or found.postcode):
        found.commune = town_at_the_end(address)
    if not found.street:
        before = address[: written.start()] if written else address
        found.street = before.strip(" ,-–\n")[:150]


def _addresses(found: Candidate, cells: Mapping[str, Cell], profile: Profile) -> None:
    found.website = web_address(profile.text("website", cells), most=200)
    found.link = web_address(profile.text("link", cells), most=500)
    found.licence = (profile.text("licence", cells) or profile.licence)[:60]


def web_address(text: str, *, most: int) -> str:
    """Return an address one can follow, or nothing: no e-mail, no script, no words."""
    address = text.strip().split()[0].strip("<>,;\"'") if text.strip() else ""
    if not address or "@" in address or "." not in address:
        return ""
    if "://" not in address:
        address = f"http://{address.lstrip('/')}"
    try:
        parts = urlsplit(address)
        is_fine = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return ""
    return address if is_fine and len(address) <= most and address.isprintable() else ""


def _classification(found: Candidate, cells: Mapping[str, Cell], profile: Profile) -> None:
    found.type_word = profile.text("type", cells) or profile.type
    words = [_text(found, "tags", word).strip(" .,;") for word in profile.words("tags", cells)]
    kept = [word for word in words if 1 < len(word) <= LONGEST_TAG and not word.isdecimal()]
    different = list({name_key(word): word for word in kept if name_key(word)}.values())
    found.tags = different[:MOST_TAGS]
    # One keyword too many may still name a theme.
    found.themes = [*profile.words("theme", cells), *different[MOST_TAGS:]]
    if len(different) > MOST_TAGS or any(len(word) > LONGEST_TAG for word in words):
        found.cut.append("tags")
    found.created_year = year_of(profile.text("created_year", cells))
    given = {scheme: profile.text(scheme, cells) for scheme in IDENTIFIERS}
    found.numbers = {scheme: text for scheme, text in given.items() if text}


def year_of(text: str) -> int | None:
    """Return the first year of a text, or that of a date such as 12/05/03."""
    if year := YEAR.search(text):
        return int(year[1])
    if short := SHORT_DATE.match(text):
        this_year = datetime.now(UTC).year
        return next(year for year in (2000, 1900) if year + int(short[1]) <= this_year) + int(
            short[1]
        )
    return None


def _shorten(found: Candidate) -> None:
    if len(found.name) > MOST["name"] and not found.full_name:
        found.full_name = found.name
    if not found.description and len(found.summary) > MOST["summary"]:
        found.description = found.summary
    is_told = found.description.startswith(found.summary)
    if is_told:
        found.summary = beginning_of(found.description, MOST["summary"])
    for target, most in MOST.items():
        text = getattr(found, target)
        # A long name is the full name, a long summary the presentation.
        if len(text) > most and target != "name" and not (target == "summary" and is_told):
            found.cut.append(target)
        setattr(found, target, beginning_of(text, most))
    if found.description == found.summary:
        found.description = ""


def beginning_of(text: str, most: int) -> str:
    """Return a text, or its first whole sentences, or its first words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    end = max(cut.rfind(f"{mark} ") for mark in ENDS)
    if end > most // 3:
        return cut[: end + 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def derived_id(candidate: Candidate) -> str:
    """Make an identifier for a row that has none: the same name at the same place is the same row.

    It is made of what the file says, not of what was understood of it: an answer given later,
    or a better geocoder, does not make another record of the same row.
    """
    parts = [
        name_key(candidate.name),
        name_key(candidate.street),
        name_key(candidate.commune),
        postcode_of(candidate.postcode) or candidate.postcode,
        candidate.commune_code,
        candidate.territory_code,
    ]
    if candidate.point and not any(parts[1:]):
        parts.append(f"{candidate.point.latitude:.3f} {candidate.point.longitude:.3f}")
    # What tells homonyms apart, when there is nothing surer.
    if candidate.commune and not (candidate.postcode or candidate.commune_code):
        parts += [name_key(part) for part in (candidate.department, candidate.region) if part]
    return f"~{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:20]}"
