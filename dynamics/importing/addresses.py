"""Postcodes, towns and countries, as they are written together in one cell."""

import re

from portal.territories.names import name_key, postcode_of

# « 8 rue de la Boétie - 33000 Bordeaux », « Lille, 59000 »
POSTCODE_AND_TOWN = re.compile(
    r"(?<!\d)(?P<postcode>\d{5})(?!\d)[\s,]*(?P<town>[^\d,;()\n]{2,60})?"
)
# A cell of its own for « 59000 Lille », « Lille (59000) », « 75980 Paris CEDEX 20 »
BOTH = re.compile(
    r"^(?P<before>\D*?)[\s,(–-]*(?P<postcode>(?:\b[A-Z]{1,2}-)?\b\d{4,5})\b\)?[\s,–-]*(?P<after>\D*?(?:cedex.*)?)$",
    re.IGNORECASE,
)
# « rue Neuve 1, B-1000 Bruxelles », « 12 rue du Port, 1000 Bourg-en-Bresse »
SHORT_POSTCODE_AND_TOWN = re.compile(
    r"[\s,–-](?P<postcode>(?:(?:B|BE|L|LU|CH)\s?-\s?)?\d{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d)[\s,]+(?P<town>[^\d\W][^\d,;()\n]{1,60})$"
)
# What a postcode says of its country, when nothing else does.
ABROAD = (
    (re.compile(r"^BE?\s?-\s?\d{4}$"), "BE"),
    (re.compile(r"^LU?\s?-\s?\d{4}$"), "LU"),
    (re.compile(r"^CH\s?-\s?\d{4}$"), "CH"),
    (re.compile(r"^[A-Z]\d[A-Z]\s?\d[A-Z]\d$"), "CA"),
)
COUNTRY_NAMES = {
    "france": "FR",
    "fra": "FR",
    "fr": "FR",
    "belgique": "BE",
    "belgie": "BE",
    "belgium": "BE",
    "bel": "BE",
    "be": "BE",
    "canada": "CA",
    "quebec": "CA",
    "can": "CA",
    "ca": "CA",
    "suisse": "CH",
    "switzerland": "CH",
    "ch": "CH",
    "luxembourg": "LU",
    "lu": "LU",
}


def parted(postcode: str, commune: str) -> tuple[str, str]:
    """Part a postcode from the town that stands in the same cell, whichever of the two the cell is for."""
    for text in (commune, postcode):
        both = BOTH.match(text) if any(map(str.isdecimal, text)) else None
        town = both["before"].strip() or both["after"].strip() if both else ""
        if both and town and (text == commune or not commune):
            return postcode if postcode_of(postcode) else both["postcode"], town
    # Forms ask « Code postal ou commune » in one field.
    is_a_name = postcode and not commune and not any(map(str.isdecimal, postcode))
    return ("", postcode) if is_a_name else (postcode, commune)


def country_of(postcode: str) -> str:
    """Return the country that a postcode announces by its letters."""
    code = postcode.strip().upper()
    return next((country for shape, country in ABROAD if shape.match(code)), "")


def town_at_the_end(address: str) -> str:
    """Return the last words of an address, where the town is when no postcode comes with it."""
    parts = [part.strip() for part in re.split(r",|\n| [–-] ", address)]
    kept = [part for part in parts if part and name_key(part) not in COUNTRY_NAMES]
    last = kept[-1] if len(kept) > 1 else ""
    return "" if any(letter.isdecimal() for letter in last) else last[:60]
