"""How the letters of a file are encoded, when it does not say."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from dynamics.importing.readers.rows import Trouble, UnreadableFileError

SAMPLE = 200_000  # bytes
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOST = "\ufffd"
# The accented letters, the quotes and the dashes of French.
UTF8_LETTER = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xc5[\x92\x93]|\xe2\x80[\x80-\xbf]")
# What French files are really written in, the likeliest first.
LIKELY = ["cp1252", "mac_roman", "cp850"]
UTF8 = "utf-8-sig"
FRENCH = frozenset("éèêëàâçîïôöùûüœæÉÈÊËÀÂÇÎÏÔÖÙÛÜŒÆ’‘“”«»–—…°€\u00a0\u202f")
# Stands before letters that were not in the encoding of their file: taken away as soon as it is seen.
MENDED = "\ue000"
MIXED = "utf-8-with-windows-inside"
# A file in UTF-8 may hold a few broken letters; more, and it is something else.
FEW = 0.05


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read as Windows-1252 the letters of a file in UTF-8 that are not: files are glued together."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    letters = error.object[error.start : error.end].decode("cp1252", errors="replace")
    return (MENDED + letters if set(letters) <= FRENCH else LOST), error.end


codecs.register_error(MIXED, _as_windows)


def encoding_of(path: Path, asked: str = "") -> str:
    """Return the encoding to read a file with, `asked` when somebody knows it.

    Raises:
        UnreadableFileError: nobody knows the encoding that is asked for.
    """
    if asked:
        return _known(asked)
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return encoding
    return _without_byte_order(sample) or (UTF8 if is_utf8(path) else guessed(sample))


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise UnreadableFileError(Trouble.UNKNOWN_ENCODING, name) from error


def _without_byte_order(sample: bytes) -> str:
    """Recognise UTF-16 that nothing announces: every other byte of a Western text is null."""
    if len(sample) < 4:  # noqa: PLR2004 - two letters of UTF-16
        return ""
    pairs = len(sample) // 2
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.4 and odd < pairs * 0.1 else ""


def is_utf8(path: Path) -> bool:
    """Tell whether the whole file is UTF-8, but for a few broken letters."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    letters = broken = 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            text = decoder.decode(chunk)
            letters += sum(1 for letter in text if letter > "\x7f") if not text.isascii() else 0
            broken += text.count(LOST)
    return broken <= letters * FEW


def guessed(sample: bytes) -> str:
    """Return the likeliest of the encodings of one byte a letter: the one that gives French letters."""
    # Where two files were glued together, what is UTF-8 says nothing of the rest.
    rest = UTF8_LETTER.sub(b"", sample)
    scores = {name: _frenchness(rest.decode(name, errors="replace")) for name in LIKELY}
    best = max(LIKELY, key=scores.__getitem__)
    if scores[best] > 0:
        return best
    # Nothing French: let statistics on other languages decide.
    found = from_bytes(sample, preemptive_behaviour=False).best()
    return found.encoding if found else LIKELY[0]


def _frenchness(text: str) -> int:
    """Count the letters that French has beyond ASCII, less those it has not."""
    odd = [letter for letter in text if letter > "\x7f"]
    return sum(1 if letter in FRENCH else -1 for letter in odd)
