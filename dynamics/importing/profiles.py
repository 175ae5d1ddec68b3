"""Which column goes where, which constants complete them, and what was answered: kept as a TOML file people can read."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dynamics.importing.readers.rows import Cell, Trouble, UnreadableFileError
from dynamics.importing.targets import SHARED, TARGETS

SETTINGS = ("source", "licence", "link", "type", "separator")
# What stands between the texts of several columns.
GLUES = {"name": " · ", "description": "\n", "street": " "}
# What programs write in a cell that holds nothing; [ND] is that of the register of companies.
NOTHING = frozenset(
    [
        "NULL",
        "Null",
        "null",
        "None",
        "NaN",
        "nan",
        "N/A",
        "n/a",
        "NC",
        "N.C.",
        "n.c.",
        "nc",
        "ND",
        "[ND]",
        "undefined",
        "-",
        "--",
        "—",
        "–",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#NAME?",
        "#NOM?",
        "#DIV/0!",
        "#NUL!",
        "#NULL!",
        "#NUM!",
        "#NOMBRE!",
    ]
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Columns and words that, together, mean a value: "atelier" in the description is a keyword."""

    target: str
    columns: tuple[str, ...]
    terms: tuple[str, ...]
    value: str
    unless: tuple[str, ...] = ()

    def applies_to(self, cells: Mapping[str, Cell]) -> bool:
        """Tell whether one of the words is there, and none of those that say otherwise."""
        text = " ".join(as_text(cells.get(column, "")) for column in self.columns).casefold()
        return any(term.casefold() in text for term in self.terms) and not any(
            word.casefold() in text for word in self.unless
        )


@dataclass
class Profile:
    """How the columns of one source become records."""

    source: str = ""
    licence: str = ""
    link: str = ""
    type: str = ""
    separator: str = ""
    columns: dict[str, list[str]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    # What a value of the file is called here: "10427" is « Agriculture & Alimentation ».
    terms: dict[str, str] = field(default_factory=dict)
    # Which commune is meant by words that could mean several.
    answers: dict[str, str] = field(default_factory=dict)

    def text(self, target: str, cells: Mapping[str, Cell]) -> str:
        """Return the text of a target, the texts of its columns side by side, or its constant."""
        names = self.columns.get(target)
        if not names:
            return self.defaults.get(target, "")
        parts = [as_text(cells.get(column, "")) for column in names]
        glue = GLUES.get(target, ", ")
        return glue.join(dict.fromkeys(part for part in parts if part)) or self.defaults.get(
            target, ""
        )

    def words(self, target: str, cells: Mapping[str, Cell]) -> list[str]:
        """Return the values of a target that holds several."""
        cut = self.separator or None
        given = [
            word
            for column in self.columns.get(target, ())
            for word in as_list(cells.get(column, ""), cut)
        ]
        given += as_list(self.defaults.get(target, ""), cut)
        given += [
            rule.value for rule in self.rules if rule.target == target and rule.applies_to(cells)
        ]
        return list(dict.fromkeys(self.terms.get(word, word) for word in given))


def as_text(cell: Cell) -> str:
    """Return a cell as one text."""
    text = cell.strip() if isinstance(cell, str) else ", ".join(cell)
    return "" if text in NOTHING else text


def as_list(cell: Cell, separator: str | None = None) -> list[str]:
    """Return the values of a cell: "a ; b" holds two of them."""
    if isinstance(cell, list):
        return [word for each in cell for word in as_list(each, separator)] if separator else cell
    cell = as_text(cell)
    if separator:
        parts = cell.split(separator)
    else:
        parts = cell.replace(" / ", "|").replace("\n", "|").replace(";", "|").split("|")
        parts = parts[0].split(",") if len(parts) == 1 else parts
    return [part.strip() for part in parts if part.strip()]


def to_toml(mapping: Profile) -> str:
    """Write a mapping the way people would."""
    return "\n".join(_lines(mapping)) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _table(name: str, values: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield from ("", f"[{name}]")
        yield from (f"{_quoted(key)} = {_quoted(value)}" for key, value in values.items())


def _lines(mapping: Profile) -> Iterator[str]:
    for name in SETTINGS:
        if value := getattr(mapping, name):
            yield f"{name} = {_quoted(value)}"
    yield from ("", "[columns]")
    for target, columns in mapping.columns.items():
        yield f"{target} = {_listed(columns)}"
    yield from _table("defaults", mapping.defaults)
    yield from _table("terms", mapping.terms)
    yield from _table("answers", mapping.answers)
    for rule in mapping.rules:
        yield from ("", "[[rules]]", f"target = {_quoted(rule.target)}")
        yield f"columns = {_listed(rule.columns)}"
        yield f"terms = {_listed(rule.terms)}"
        if rule.unless:
            yield f"unless = {_listed(rule.unless)}"
        yield f"value = {_quoted(rule.value)}"


def from_text(text: str) -> Profile:
    """Read a mapping: TOML, or the JSON configuration that mednum's transformations use.

    Raises:
        UnreadableFileError: it is neither, or names something that records do not have.
    """
    try:
        if text.lstrip("﻿ \n\r\t").startswith("{"):
            return from_mednum(json.loads(text.lstrip("﻿")))
        return from_values(tomllib.loads(text))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise UnreadableFileError(Trouble.BAD_MAPPING, str(error)) from error


def from_values(values: Mapping[str, Any]) -> Profile:
    """Read what a TOML file holds.

    Raises:
        ValueError: it names something that records do not have.
    """
    unknown = set(values) - {*SETTINGS, "columns", "defaults", "rules", "terms", "answers"}
    unknown |= {*values.get("columns", {}), *values.get("defaults", {})} - {*TARGETS}
    if unknown:
        msg = ", ".join(sorted(unknown))
        raise ValueError(msg)
    return Profile(
        **{name: str(values.get(name, "")) for name in SETTINGS},
        columns={target: _strings(given) for target, given in values.get("columns", {}).items()},
        defaults=_texts(values.get("defaults", {})),
        rules=[_rule(given) for given in values.get("rules", ())],
        terms=_texts(values.get("terms", {})),
        answers=_texts(values.get("answers", {})),
    )


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {str(key): str(value) for key, value in values.items()}


def _strings(given: object) -> list[str]:
    if isinstance(given, list):
        return [str(each) for each in given if each]
    return [str(given)] if given else []


def _rule(given: Mapping[str, Any]) -> Rule:
    return Rule(
        str(given.get("target", "tags")),
        tuple(_strings(given["columns"])),
        tuple(_strings(given["terms"])),
        str(given["value"]),
        tuple(_strings(given.get("unless", []))),
    )


# Names of the standard of digital mediation, and what they are here.
MEDNUM = {
    "nom": "name",
    "commune": "commune",
    "code_postal": "postcode",
    "code_insee": "commune_code",
    "adresse": "address",
    "latitude": "latitude",
    "longitude": "longitude",
    "site_web": "website",
    "presentation_resume": "summary",
    "presentation_detail": "description",
    "id": "source_id",
    "pivot": "siret",
    "services": "tags",
    "typologie": "tags",
}


def from_mednum(values: Mapping[str, Any]) -> Profile:
    """Read a configuration of mednum: columns, and columns with words that mean a value."""
    mapping = Profile()
    for name, given in values.items():
        target = MEDNUM.get(name)
        if target and isinstance(given, dict) and given.get("colonne"):
            mapping.columns.setdefault(target, []).append(str(given["colonne"]))
        elif target in SHARED and isinstance(given, list):
            mapping.rules += [
                Rule(
                    target,
                    tuple(_strings(each.get("colonnes", []))),
                    tuple(_strings(each.get("termes", []))),
                    str(each.get("cible", "")),
                    tuple(_strings(each.get("sauf", []))),
                )
                for each in given
                if each.get("termes")
            ]
    return mapping
