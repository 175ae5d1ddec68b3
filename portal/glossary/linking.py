"""Link the first mention of each glossary term in a text. Pure: HTML in, HTML out."""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

# Inside these, a word is not a mention: it already leads somewhere, or it is a title.
SKIPPED = ("a", "h1", "h2", "h3", "h4", "button", "summary", "script", "style", "code")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_PLURAL = re.compile(r"[sx]$")


def pattern_for(names: Iterable[str]) -> re.Pattern[str] | None:
    """Build the expression that finds any of the names as whole words, longest first.

    "Maîtrise d'usage" must win over "usage", hence the ordering. Every word may be plural;
    an acronym is only found as it is written.
    """
    ordered = sorted(set(names), key=len, reverse=True)
    if not ordered:
        return None
    alternatives = "|".join(_alternative(name) for name in ordered)
    # After an ampersand, letters are an entity.
    return re.compile(rf"(?<![\w&-])(?:{alternatives})(?![\w-])")


def key_of(name: str) -> str:
    """Return what a name and all the ways it is written have in common."""
    plain = _plain(name)
    return plain.removesuffix("s") if is_acronym(plain) else _folded(plain)


def is_acronym(name: str) -> bool:
    """Tell SCIC and NOTRe from words: one word with several capitals."""
    return " " not in name and any(
        sum(letter.isupper() for letter in part) > 1 for part in name.split("-")
    )


def _plain(name: str) -> str:
    return unescape(name).replace("'", "’")


def _folded(plain: str) -> str:
    return " ".join(_singular(word) for word in plain.lower().split())


def _singular(word: str) -> str:
    """Bring territorial and territoriaux together, as well as lieu and lieux."""
    stem = _PLURAL.sub("", word)
    return f"{stem[:-1]}u" if stem.endswith("al") else stem


def _alternative(name: str) -> str:
    written = escape(name.replace("'", "’"), quote=False)
    if is_acronym(name):
        return f"{re.escape(written)}s?"
    words = r"\s+".join(_inflected(word) for word in written.split())
    return f"(?i:{words})".replace("’", "['’]")


def _inflected(word: str) -> str:
    stem = _PLURAL.sub("", word)
    if stem.endswith("al"):
        return f"{re.escape(stem[:-1])}(?:l|ux)"
    return f"{re.escape(stem)}[sx]?"


class MentionLinker:
    """Links each term once over all the passages of one page."""

    def __init__(
        self,
        pattern: re.Pattern[str] | None,
        addresses: Mapping[str, str],
        *,
        already_linked: Iterable[str] = (),
    ) -> None:
        """Take the expression, and the address of each term by the key of its names."""
        self.pattern = pattern
        self.addresses = addresses
        self.linked = set(already_linked)

    def link(self, html: str) -> str:
        """Return the passage with the first mention of each term linked."""
        if self.pattern is None:
            return html
        depth = 0
        parts = _TAG.split(html)
        for index, part in enumerate(parts):
            if part.startswith("<"):
                depth = max(0, depth + _opens_or_closes(part))
            elif depth == 0 and part:
                parts[index] = self.pattern.sub(self._replace, part)
        return "".join(parts)

    def _replace(self, mention: re.Match[str]) -> str:
        words = mention.group()
        # A word may be in capitals without being an acronym.
        address = self.addresses.get(key_of(words)) or self.addresses.get(_folded(_plain(words)))
        if address is None or address in self.linked:
            return words
        self.linked.add(address)
        return f'<a class="term" href="{escape(address)}">{words}</a>'


def _opens_or_closes(tag: str) -> int:
    """Return 1 when the tag opens a skipped element, -1 when it closes one, else 0."""
    name = _NAME.match(tag)
    if name is None or name.group(1).lower() not in SKIPPED:
        return 0
    return -1 if tag.startswith("</") else 1
