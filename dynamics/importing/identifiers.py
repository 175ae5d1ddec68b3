"""Numbers of registers: kept when their check digits are right, and of use to recognise a record."""

import re
from collections.abc import Callable, Mapping

from stdnum.be import vat as bce
from stdnum.fr import siren, siret

RNA = re.compile(r"^W\d[\dAB]\d{7}$|^W9[A-Z\d]\d{7}$")
NEQ = re.compile(r"^\d{10}$")
WIKIDATA = re.compile(r"^Q[1-9]\d{0,14}$")


def _rna(text: str) -> bool:
    return bool(RNA.match(text))


def _neq(text: str) -> bool:
    return bool(NEQ.match(text))


def _wikidata(text: str) -> bool:
    return bool(WIKIDATA.match(text))


VALID: Mapping[str, Callable[[str], bool]] = {
    "siren": siren.is_valid,
    "siret": siret.is_valid,
    "rna": _rna,
    "neq": _neq,
    "bce": bce.is_valid,
    "wikidata": _wikidata,
}


def numbers_of(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the valid numbers among those given, each with its register."""
    found: dict[tuple[str, str], None] = {}
    for scheme, text in given.items():
        number = compact(scheme, text)
        if number and VALID[scheme](number):
            found[scheme, number] = None
    return list(found)


def compact(scheme: str, text: str) -> str:
    """Return a number without its spaces, with the zeros that a spreadsheet took."""
    number = re.sub(r"\.0+$", "", text.strip()).upper()
    if scheme == "wikidata":
        return number.rpartition("/")[2]
    number = re.sub(r"[\s.\-]", "", number)
    if scheme in ("siren", "siret") and number.isdecimal():
        return number.zfill(9 if scheme == "siren" else 14)
    return number
