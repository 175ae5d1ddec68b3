"""What the checks and the readers have to say, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dynamics.importing.checks import findings
from dynamics.importing.checks.findings import Finding
from dynamics.importing.readers.rows import Note, Trouble, UnreadableFileError

CODE_LABELS: Mapping[str, Promise] = {
    findings.SWAPPED: _("Latitude and longitude exchanged"),
    findings.LAMBERT: _("Coordinates in Lambert-93"),
    findings.COMMA: _("Decimal commas"),
    findings.ZERO: _("Lost zeros"),
    findings.SIGN: _("Lost signs"),
    findings.FAR: _("Points far from their commune"),
    findings.NOWHERE: _("Points at zero, zero"),
    findings.REPEATED: _("Several records at one point"),
    findings.HTML: _("Markup in texts"),
    findings.ENCODING: _("Damaged letters"),
    findings.MISALIGNED: _("Shifted cells"),
}
MENDED: Mapping[str, Promise] = {
    findings.SWAPPED: _("Latitude and longitude were exchanged: they were put back."),
    findings.LAMBERT: _("Coordinates in Lambert-93: they were converted into degrees."),
    findings.COMMA: _("Coordinates written with a comma: they were read as numbers."),
    findings.ZERO: _("“%(value)s” had lost its first zero: it was put back."),
    findings.SIGN: _("A coordinate had lost its sign: it was put back, and lies in the commune."),
    findings.NOWHERE: _("The point (0, 0) means nothing: it was left out."),
    findings.HTML: _("Markup in the text: the words were kept."),
    findings.ENCODING: _("Letters read in the wrong encoding: they were mended."),
    findings.MISALIGNED: _("Shifted cells: they were put back under their columns."),
}
FLAGGED: Mapping[str, Promise] = {
    findings.SWAPPED: _("The columns of coordinates are exchanged: %(about)s holds the latitudes."),
    findings.SIGN: _("The point lies where nothing is expected: a sign may be missing."),
    findings.FAR: _(
        "The point lies %(distance)s km away from %(commune)s: one of the two is wrong."
    ),
    findings.REPEATED: _("%(about)s rows so far are at exactly this point."),
    findings.ENCODING: _("Letters were lost before this file was written: “%(value)s”."),
    findings.MISALIGNED: _("The cells do not stand under their columns: check this row."),
}
UNREADABLE_POINT = _("These coordinates cannot be read: “%(value)s”. Check this row.")
FILE_ENCODING = _("The file is not in UTF-8: it was read as %(about)s.")

TROUBLES: Mapping[str, Promise] = {
    Trouble.EMPTY: _("This file is empty."),
    Trouble.TOO_BIG: _("This file is too big: %(about)s MB at most. Cut it into several."),
    Trouble.BOMB: _("This workbook would unfold into too much data: save it as CSV."),
    Trouble.OLD_WORKBOOK: _("This is an old Excel workbook (.xls): save it as .xlsx or as CSV."),
    Trouble.UNKNOWN_FORMAT: _(
        "This file is none of those that can be imported: CSV, XLSX, JSON, GeoJSON, GoGoCarto."
    ),
    Trouble.BROKEN: _("This file is damaged: it cannot be read to its end."),
    Trouble.NO_ROWS: _("There is no row to import in this file."),
    Trouble.NO_SHEET: _("There is no such sheet. The sheets are: %(about)s."),
    Trouble.TAXONOMY: _(
        "This is a list of categories, not of records: give it along with the records, as their taxonomy."
    ),
    Trouble.MAPPING: _(
        "This file says which columns go where, it holds no record: give it along with the records, as their mapping."
    ),
    Trouble.UNKNOWN_ENCODING: _("Nobody knows the encoding “%(about)s”."),
    Trouble.NO_COLUMN: _("The file has no such column: %(about)s."),
    Trouble.NO_TYPE: _("There is no such type. The types are: %(about)s."),
    Trouble.UNREACHABLE: _("This address cannot be read: %(about)s."),
    Trouble.ARCHIVE: _(
        "This is an archive, or a workbook of another program: take the file out of it, or save it as XLSX or CSV."
    ),
    Trouble.WEB_PAGE: _(
        "This is a web page, not a file of data: the address may be wrong, or the download may ask to sign in."
    ),
    Trouble.ANSWER: _("This is the answer of a server that had no data to give: %(about)s."),
    Trouble.BAD_MAPPING: _("This mapping cannot be read: %(about)s"),
}

NOTES: Mapping[str, Promise] = {
    Note.OTHER_SHEETS: _("Only one sheet was read. The others that hold something are: %(about)s."),
    Note.PROJECTION: _("The points are in %(about)s: they were converted into degrees."),
    Note.UNREAD: _("These columns are not read: %(about)s."),
}
CUT = _("Too long for a record: only the beginning was kept (%(fields)s).")

NO_NAME = _(
    "Without a name there is no record: this row was left out. Write its name in the file, then import it again."
)
TOTAL = _("This row counts the others, it is no record: it was left out.")
SAME_ROW = _("The same name at the same address stands at row %(row)s.")
SAME_ID = _(
    "The identifier “%(id)s” is already that of row %(row)s: if these are two records, give each its own."
)
NOT_PLACED = _(
    "“%(place)s” is found nowhere: add the postcode, or the INSEE code of the commune, then import the file again."
)
WRONG_NUMBER = _("This is no number of %(scheme)s: “%(number)s”. It was left out.")
SAME_NUMBER = _("The same registration number (%(number)s) is borne by row %(row)s.")
SAME_NAME = _("The same name, less than a kilometre away, stands at row %(row)s.")
KNOWN_NUMBER = _("The directory has it already, under the same registration number (%(number)s).")
FAR_APART = _(
    "The two are %(distance)s km apart: if they are two places of one organisation, add this one by hand."
)
KNOWN_NAME = _("The directory has it already: same name, less than a kilometre away.")
CONFLICT = _("Somebody changed this record since: what they wrote was kept (%(fields)s).")
DRAFT = _("Somebody is changing this record: it was left alone.")


def sentence_of(finding: Finding) -> str:
    """Say what was found, in a sentence."""
    distance, _space, commune = finding.about.partition(" ")
    values = {
        "value": finding.value,
        "about": finding.about,
        "distance": distance,
        "commune": commune,
    }
    if finding.code == findings.ENCODING and finding.about:
        return str(FILE_ENCODING % values)
    if finding.code == findings.MISALIGNED and finding.field == "latitude":
        return str(UNREADABLE_POINT % values)
    words = MENDED if finding.is_fixed else FLAGGED
    known = words.get(finding.code) or MENDED.get(finding.code)
    return str(known % values) if known else finding.code


def note_of(note: Note, about: str) -> str:
    """Say what must be known of a file, in a sentence."""
    return str(NOTES[note] % {"about": about})


def trouble_of(error: UnreadableFileError) -> str:
    """Say why a file cannot be read."""
    return str(TROUBLES[error.trouble] % {"about": error.about})
