"""How people write the names and codes of places, brought back to one form."""

import re
import unicodedata

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
NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """Lower the case, drop the accents, open the ligatures."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return decomposed.encode("ascii", "ignore").decode().lower()


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


def postcode_of(text: str) -> str:
    """Return five figures, the lost zero put back, or nothing when it is no French postcode.

    Spreadsheets turn "04800" into 4800, or 4800.0; people type "F-04800" and "04 800".
    """
    figures = re.sub(r"\.0+$", "", str(text).strip()).upper()
    figures = re.sub(r"^F(?:R)?[\s-]*(?=\d)|[\s\u00a0\u202f]", "", figures)
    return figures.zfill(5) if re.fullmatch(r"\d{4,5}", figures) else ""


def department_code(commune_code: str) -> str:
    """Return the département an INSEE code begins with: three figures overseas, two elsewhere."""
    return commune_code[:3] if commune_code.startswith(("97", "98")) else commune_code[:2]
