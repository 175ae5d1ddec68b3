"""How people write the names and codes of places, brought back to one form."""

import re
import unicodedata
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
ABBREVIATIONS = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "nd": "notre-dame",
}
PREPOSITIONS = [(re.compile(r"\bs/\s*s\b"), "sous"), (re.compile(r"\bs/"), "sur ")]
TRAILING_ARTICLE = re.compile(r"^(?P<name>.+?)\s*\(\s*(?P<article>la|les?|l['’])\s*\)\s*$")
ASIDE = re.compile(r"\([^)]*\)")
CEDEX = re.compile(r"\bcedex\b.*$")
# "Paris 12", "Lyon 3e", "Marseille 1er arrondissement", "Paris XIIe": the city, then a number.
ARRONDISSEMENT = re.compile(
    r"^(?P<city>paris|lyon|marseille)-(?:(?P<number>\d{1,2})-?(?:e|er|eme|ieme)?|(?P<roman>[xvi]+)e?r?)"
    r"(?:-arrondissement|-arrdt|-arr|-ardt)?$"
)
ARTICLES = ("la", "le", "les", "l")
DEPARTMENT = re.compile(r"\b(?:2[AB]|9[78]\d|\d{1,2})\b")
NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """Lower the case, drop the accents, open the ligatures."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return decomposed.encode("ascii", "ignore").decode().lower()


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return the form under which a name is stored and looked for.

    « St-Étienne CEDEX 2 » and « SAINT ETIENNE » give "saint-etienne"; « Rochelle (La) » gives
    "la-rochelle"; « Lyon 3e » and « Lyon 3ème arrondissement » give "lyon".
    """
    text = CEDEX.sub("", plain(name.replace("’", "'")))
    text = ASIDE.sub(" ", TRAILING_ARTICLE.sub(r"\g<article> \g<name>", text))
    for pattern, word in PREPOSITIONS:
        text = pattern.sub(word, text)
    words = [ABBREVIATIONS.get(word, word) for word in NOT_ALPHANUMERIC.split(text) if word]
    return ARRONDISSEMENT.sub(r"\g<city>", "-".join(words))


def with_any_article(key: str) -> list[str]:
    """Return a key and what it becomes with another article, or none: "mans" is "le-mans"."""
    article, _, rest = key.partition("-")
    bare = rest if article in ARTICLES and rest else key
    return [key, bare, *(f"{article}-{bare}" for article in ARTICLES)]


def postcode_of(text: str) -> str:
    """Return five figures, the lost zero put back, or nothing when it is no French postcode.

    Spreadsheets turn "04800" into 4800, or 4800.0; people type "F-04800" and "04 800".
    """
    figures = re.sub(r"\.0+$", "", text.strip()).upper()
    figures = re.sub(r"^FR?[\s-]*(?=\d)|\s", "", figures)
    return figures.zfill(5) if re.fullmatch(r"\d{4,5}", figures) else ""


def commune_code_of(text: str) -> str:
    """Return an INSEE code, its lost zero put back: "1004" is "01004"."""
    code = re.sub(r"\.0+$", "", text.strip()).upper()
    return code.zfill(5) if code.isdecimal() else code


def department_code(commune_code: str) -> str:
    """Return the département an INSEE code begins with: three figures overseas, two elsewhere."""
    return commune_code[:3] if commune_code.startswith(("97", "98")) else commune_code[:2]


def department_of_postcode(postcode: str) -> str:
    """Return the département that a postcode announces; a few villages are served from next door."""
    if postcode.startswith("20"):
        return "2A" if postcode[2] in "01" else "2B"
    return department_code(postcode)


def department_written_in(text: str) -> str:
    """Return the code found in "69", "1", "2a" or "69 - Rhône"; nothing when there is only a name."""
    found = DEPARTMENT.search(text.upper())
    return found[0].zfill(2) if found else ""
