"""Which column holds what: by its name, then by its content."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dynamics.importing.checks.coordinates import pair_of
from dynamics.importing.columns import MOST, Column, columns_of
from dynamics.importing.profiles import Profile
from dynamics.importing.readers.rows import Row
from dynamics.importing.readers.tables import EXTRA
from dynamics.importing.targets import SHARED, axis_of, is_personal, key_of, target_named

EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", re.IGNORECASE)
WEB = re.compile(
    r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|coop|be|ca|quebec|ch|lu|info|io|bzh|re|nc)(?:/\S*)?$",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"^\d{4,5}(?:\.0)?$")
NUMBER = re.compile(r"^\s*-?\d{1,3}(?:[.,]\d+)?\s*$")
METRES = re.compile(r"^\s*-?\d{5,7}(?:[.,]\d+)?\s*$")
STREET = re.compile(
    r"\b(?:rue|avenue|av|boulevard|bd|bld|place|pl|chemin|route|allées?|impasse|quai|cours|square|zone|za|zi|lieu-dit|rte)\b",
    re.IGNORECASE,
)
PHONE = re.compile(r"^\+?[\d\s.()-]{9,}$")
LEVEL = re.compile(r"^(?:commune|epci|d[ée]partement|r[ée]gion)$", re.IGNORECASE)
TERRITORY_CODE = re.compile(r"^\d[\dAB]\d{0,7}$")
FIGURE = re.compile(r"\d")
FIRST_NAMES = frozenset(("prenom", "prenoms", "first name", "firstname"))
NAME = re.compile(r"^(?:nom|name)(?: \d+)?$")
# The code of a trade (NAF), or the answer to a question: no presentation of anything.
TRADE = re.compile(r"^(?:\d\d\.?\d{1,2}[A-Z]?|oui|non|true|false)$", re.IGNORECASE)
# The number of different values that a list of kinds may have at most, for so many rows.
FEW = 12
# Names of the columns that hold the site of a dynamic, and nothing else.
SITES = {"website", "site web", "site internet"}
# Letters: a name is shorter, on the whole.
SHORT = 60


@dataclass(frozen=True, slots=True)
class Guess:
    """What was understood of a file: a profile, and the columns of which something must be said."""

    profile: Profile
    samples: Mapping[str, tuple[str, ...]]
    swapped_axes: bool = False


def guess(names: Sequence[str], rows: Iterable[Row], *, has_header: bool = True) -> Guess:
    """Guess the profile of a file from the names of its columns and its first rows."""
    columns = columns_of(names, rows)
    chosen: dict[str, list[str]] = {}
    people = FIRST_NAMES & {key_of(each.name) for each in columns}
    useful = [
        each for each in columns if each.values and each.name != EXTRA and not is_private(each)
    ]
    if people:
        useful = without_names_of_people(useful, columns)
    swapped = choose_axes(useful, chosen)
    choose_page(useful, names, chosen)
    if has_header:
        choose_by_name(useful, chosen)
    choose_by_content(useful, chosen, is_alone=not has_header)
    choose_name(useful, chosen)
    samples = {each.name: each.values[:3] for each in columns}
    return Guess(Profile(columns=ordered(chosen)), samples, swapped)


def without_names_of_people(useful: Sequence[Column], columns: Sequence[Column]) -> list[Column]:
    """Leave out « Nom » where it stands beside a first name: it is that of a person, even when there are two."""
    firsts = {each.place for each in columns if key_of(each.name) in FIRST_NAMES}
    names = [each for each in columns if NAME.match(key_of(each.name))]
    beside = [each for each in names if {each.place - 1, each.place + 1} & firsts]
    people = names if len(names) == 1 or not beside else beside
    return [each for each in useful if each not in people]


def is_private(column: Column) -> bool:
    """Tell whether a column holds what reaches somebody: it is left alone whatever its name."""
    return is_personal(column.name) or column.share(EMAIL) > 1 - MOST


def is_private_name(name: str, values: Sequence[str]) -> bool:
    """Tell the same from the name of a column and a few of its values."""
    return is_private(Column(name, 0, tuple(values), len(values)))


def ordered(chosen: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the choices in one order, the same each time."""
    return {target: list(chosen[target]) for target in chosen if chosen[target]}


def choose_axes(columns: Sequence[Column], chosen: dict[str, list[str]]) -> bool:
    """Tell latitudes from longitudes in columns called X and Y; True when X holds the latitudes."""
    axes = {axis_of(column.name): column for column in columns if axis_of(column.name)}
    if len(axes) < 2:  # noqa: PLR2004 - a point has two coordinates
        return False
    x, y = axes["x"], axes["y"]
    swapped = (x.mostly_between(41, 51.6) and y.mostly_between(-6, 10)) or (
        x.mostly_between(6_000_000, 7_300_000) and y.mostly_between(0, 1_400_000)
    )
    chosen["latitude"], chosen["longitude"] = (
        ([x.name], [y.name]) if swapped else ([y.name], [x.name])
    )
    return swapped


def choose_page(
    columns: Sequence[Column], names: Sequence[str], chosen: dict[str, list[str]]
) -> None:
    """« URL » beside « Website », be that one empty, is the page about the row at its source."""
    keys = {key_of(name): name for name in names}
    page = next((column for column in columns if key_of(column.name) == "url"), None)
    if page and keys.keys() & SITES and fits("link", page):
        chosen["link"] = [page.name]


def choose_by_name(columns: Sequence[Column], chosen: dict[str, list[str]]) -> None:
    """Give each target the column whose name is the surest; shared ones take a few."""
    taken = {name for names in chosen.values() for name in names}
    ranked = sorted(
        ((*target_named(column.name), column) for column in columns if column.name not in taken),
        key=lambda each: (-each[1], each[2].place),
    )
    for target, _sureness, column in ranked:
        if target and fits(target, column) and has_room(target, chosen):
            chosen.setdefault(target, []).append(column.name)
        elif target == "website" and "link" not in chosen and column.share(WEB) > MOST:
            chosen["link"] = [column.name]
    chosen.get("street", []).sort(key=[column.name for column in columns].index)


def has_room(target: str, chosen: Mapping[str, list[str]]) -> bool:
    """Tell whether a target can take one more column."""
    most = {"description": 2, "tags": 4, "theme": 2, "street": 3}.get(target, 1)
    return len(chosen.get(target, ())) < most


def fits(target: str, column: Column) -> bool:
    """Refuse a column whose content denies its name."""
    check = DENIALS.get(target)
    return check is None or check(column)


def pairs_in(column: Column) -> float:
    """Return how many of the values of a column are two coordinates, from 0 to 1."""
    return sum(pair_of(value) is not None for value in column.values) / max(len(column.values), 1)


DENIALS: Mapping[str, Callable[[Column], bool]] = {
    "name": lambda column: len(column.values) > (1 - MOST) * column.rows,
    # What comes again and again is the number of a street, or of a kind.
    "source_id": lambda column: (
        len(column.values) - len(set(column.values)) <= max(2, len(column.values) // 10)
    ),
    "description": lambda column: column.share(TRADE) < MOST,
    "website": lambda column: column.share(WEB) > 1 - MOST,
    "link": lambda column: column.share(WEB) > 1 - MOST,
    "latitude": lambda column: column.share(FIGURE) > 1 - MOST,
    "longitude": lambda column: column.share(FIGURE) > 1 - MOST,
    "created_year": lambda column: column.share(FIGURE) > 1 - MOST,
    "coordinates": lambda column: pairs_in(column) > MOST,
    "territory_level": lambda column: column.share(LEVEL) > MOST,
    "territory_code": lambda column: column.share(TERRITORY_CODE) > MOST,
}


def choose_by_content(
    columns: Sequence[Column], chosen: dict[str, list[str]], *, is_alone: bool
) -> None:
    """Recognise by their content the columns that no name explains; a name alone is not enough of a reason."""
    taken = {name for names in chosen.values() for name in names}
    free = [column for column in columns if column.name not in taken]
    if not is_alone:
        free = [column for column in free if not target_named(column.name)[0]]
    for target, recognise in RECOGNISED if is_alone else SURE:
        found = next((column for column in free if recognise(column)), None)
        if found and target not in chosen:
            chosen[target] = [found.name]
            free.remove(found)
    if is_alone and "postcode" in chosen and "commune" not in chosen:
        choose_beside(columns, free, chosen)


def choose_beside(
    columns: Sequence[Column], free: Sequence[Column], chosen: dict[str, list[str]]
) -> None:
    """The name of the commune stands beside its postcode, most often after it."""
    place = next(each.place for each in columns if [each.name] == chosen["postcode"])
    for beside in (place + 1, place - 1):
        found = [column for column in free if column.place == beside and is_words(column)]
        if found and "commune" not in chosen:
            chosen["commune"] = [found[0].name]


def is_words(column: Column) -> bool:
    """Tell whether a column holds short words, as names are."""
    lengths = [len(value) for value in column.values]
    digits = column.share(FIGURE)
    return bool(lengths) and sum(lengths) / len(lengths) < SHORT and digits < MOST


def _is_postcode(column: Column) -> bool:
    numbers = [int(number) for number in column.numbers()]
    in_range = sum(1000 <= number <= 98899 for number in numbers)  # noqa: PLR2004 - of French postcodes
    many = len(set(numbers)) > 1 or len(numbers) == 1
    return column.share(POSTCODE) > MOST and in_range > MOST * len(column.values) and many


RECOGNISED = (
    ("coordinates", lambda column: pairs_in(column) > MOST and column.share(NUMBER) < MOST),
    (
        "latitude",
        lambda column: (
            column.mostly_between(41, 51.6) and column.share(re.compile(r"[.,]\d\d")) > MOST
        ),
    ),
    (
        "longitude",
        lambda column: (
            column.mostly_between(-6, 10) and column.share(re.compile(r"[.,]\d\d")) > MOST
        ),
    ),
    ("latitude", lambda column: column.mostly_between(6_000_000, 7_300_000)),
    (
        "longitude",
        lambda column: (
            column.mostly_between(30_000, 1_400_000)
            and column.share(METRES) > MOST
            and not _is_postcode(column)
        ),
    ),
    ("siret", lambda column: column.share(re.compile(r"^\d{14}$")) > MOST),
    ("postcode", _is_postcode),
    ("website", lambda column: column.share(WEB) > MOST),
    ("street", lambda column: column.share(STREET) > 1 - MOST),
)
SURE = tuple(each for each in RECOGNISED if each[0] in ("coordinates", "siret", "website"))


def choose_name(columns: Sequence[Column], chosen: dict[str, list[str]]) -> None:
    """Without a column of names: a kind and a territory, or else the first column of different words."""
    if "name" in chosen:
        return
    named_after = chosen.get("territory") or chosen.get("commune")
    if named_after and "territory_code" in chosen:
        kinds = [each for each in columns if each.name in chosen.get("tags", ())]
        few = [each.name for each in kinds if len(set(each.values)) <= FEW]
        chosen["name"] = [*few[:1], *named_after]
        return
    taken = {name for names in chosen.values() for name in names}
    free = [each for each in columns if each.name not in taken and could_be_names(each)]
    if free or named_after:
        chosen["name"] = [free[0].name] if free else list(named_after or ())


def could_be_names(column: Column) -> bool:
    """Tell whether a column holds short texts, one of its own for nearly every row."""
    many = len(set(column.values)) > MOST * column.rows
    return many and is_words(column) and column.share(PHONE) < MOST and column.share(WEB) < MOST


def unread(profile: Profile, names: Iterable[str]) -> list[str]:
    """Return the columns that go nowhere."""
    used = {name for columns in profile.columns.values() for name in columns}
    used |= {name for rule in profile.rules for name in rule.columns}
    return [name for name in names if name not in used]


def takes_several(target: str) -> bool:
    """Tell whether several columns may go to a target."""
    return target in SHARED
