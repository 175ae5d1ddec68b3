"""Texts with markup, with letters that were decoded twice, with somebody's address inside."""

import html
import re

from dynamics.importing.checks.findings import ENCODING, HTML, Finding

# A tag, its attributes shorter than a text between two signs « less than » and « more than ».
TAG = re.compile(
    r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?/?>|<!--.{0,2000}?-->", re.IGNORECASE | re.DOTALL
)
ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,7}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
HIDDEN = re.compile(
    r"<(script|style|iframe|noscript)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
BREAK = re.compile(r"<(?:br|/p|/li|/div|/h[1-6]|/tr|/ul|/ol)\b[^<>]{0,200}>", re.IGNORECASE)
SUSPECT = re.compile(r"[ÃÂâåÅ][\x80-\uffff]|Ã |\ufffd")
# « Ã » is followed by a space that is half of « à », and by another one unless somebody folded the two.
A_GRAVE = re.compile(r"Ã (?!\w)|Ã(?= \w)")
# « d?veloppement »: a question mark inside a word stands for a letter that was lost.
QUESTION = re.compile(r"(?<![^\s'’(])[^\W\d_]+\?[^\W\d_]+(?![^\s,.;)])")
RUN = re.compile(r"[^\x00-\x7f]+")
LOST = "\ufffd"
EMAIL = re.compile(
    r"(?:mailto:)?[\w.+-]+(?:@|\s?[\[({]\s?(?:@|at|arobase|chez)\s?[\])}]\s?)[\w-]+(?:\.[\w-]+)+"
)
# « moi [at] exemple.fr » is an address too.
AT = re.compile(r"@|[\[({]\s?(?:at|arobase|chez)\s?[\])}]")
PHONE = re.compile(r"(?<![\d.])(?:\+33\s?\(?0?\)?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile(r"[ \t]+")
LINES = re.compile(r"\s*\n\s*\n[\s\n]*|[ \t]*\n[ \t]*")
# What stays around an address that was taken away.
REMAINS = re.compile(
    r"\(\s*[,;:/-]?\s*\)|(?:\b(?:tel|tél|mail|e-mail|courriel|contact)\s*[.:]+\s*)(?=$|[\n.,;)/-])",
    re.IGNORECASE,
)


def without_html(text: str, field: str) -> tuple[str, list[Finding]]:
    """Return the words of a text without its markup, and say that there was some."""
    if not ("<" in text or "&" in text) or not (TAG.search(text) or ENTITY.search(text)):
        return text, []
    words = TAG.sub(" ", BREAK.sub("\n", HIDDEN.sub(" ", text)))
    # Escaped twice, as some platforms do: "&amp;eacute;", "&lt;p&gt;".
    words = html.unescape(html.unescape(words))
    words = TAG.sub(" ", HIDDEN.sub(" ", words))
    return folded(words), [Finding(HTML, field, text[:120], is_fixed=True)]


def readable(text: str, field: str) -> tuple[str, list[Finding]]:
    """Mend letters that were read in the wrong encoding: "Ã©" is "é"."""
    if QUESTION.search(text):
        return text, [Finding(ENCODING, field, text[:120])]
    if text.isascii() or not SUSPECT.search(text):
        return text, []
    mended = RUN.sub(lambda run: _decoded(run[0]), A_GRAVE.sub("Ã\xa0", text))
    mended = RUN.sub(lambda run: _decoded(run[0]), mended) if SUSPECT.search(mended) else mended
    if LOST in mended:
        return mended, [Finding(ENCODING, field, text[:120])]
    if mended == text:
        return text, []
    return mended, [Finding(ENCODING, field, text[:120], is_fixed=True)]


def _decoded(run: str) -> str:
    """Return what a run of odd letters was before it was read as Windows-1252."""
    try:
        return b"".join(_byte(letter) for letter in run).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def folded(text: str) -> str:
    """Fold spaces and empty lines, drop what is not to be seen."""
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = SPACES.sub(" ", text)
    if "\n" in text:
        text = LINES.sub(lambda found: "\n\n" if found[0].count("\n") > 1 else "\n", text)
    return text.strip()


def without_personal_data(text: str) -> tuple[str, bool]:
    """Take addresses of e-mail and telephone numbers out of a text; tell whether there were any."""
    if not AT.search(text) and not PHONE.search(text):
        return text, False
    cleaned = PHONE.sub("", EMAIL.sub("", text))
    if cleaned == text:
        return text, False
    return folded(REMAINS.sub("", cleaned)), True


def clean(text: str, field: str) -> tuple[str, list[Finding]]:
    """Return a text that people can read, and what was mended."""
    words, mended = readable(text, field)
    words, found = without_html(words, field)
    return folded(words), [*mended, *found]
