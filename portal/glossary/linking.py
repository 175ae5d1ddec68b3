"""Link the first mention of each glossary term in a text. Pure: HTML in, HTML out."""

import re
from collections.abc import Iterable, Mapping
from html import escape

# Inside these, a word is not a mention: it already leads somewhere, or it is a title.
SKIPPED = ("a", "h1", "h2", "h3", "h4", "button", "summary", "script", "style", "code")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")


def pattern_for(names: Iterable[str]) -> re.Pattern[str] | None:
    """Build the expression that finds any of the names as whole words, longest first.

    "Maîtrise d'usage" must win over "usage", hence the ordering. A plural s is let through;
    an acronym (all capitals) is only found as it is written.
    """
    ordered = sorted(set(names), key=len, reverse=True)
    if not ordered:
        return None
    alternatives = "|".join(_alternative(name) for name in ordered)
    return re.compile(rf"(?<![\w’'-])(?:{alternatives})(?![\w-])")


def _alternative(name: str) -> str:
    flexible = re.escape(name).replace(r"\ ", r"[\s\u00a0]+").replace("’", "['’]")
    return f"{flexible}s?" if name.isupper() else f"(?i:{flexible})(?:s|es)?"


class MentionLinker:
    """Links each term once over all the passages of one page."""

    def __init__(
        self,
        pattern: re.Pattern[str] | None,
        addresses: Mapping[str, str],
        *,
        already_linked: Iterable[str] = (),
    ) -> None:
        """Take the expression, and the address of each term by its lower-case name."""
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
        address = self._address(words)
        if address is None or address in self.linked:
            return words
        self.linked.add(address)
        return f'<a class="term" href="{escape(address)}">{words}</a>'

    def _address(self, words: str) -> str | None:
        plain = " ".join(words.replace("'", "’").split()).lower()
        for candidate in (plain, plain.removesuffix("s"), plain.removesuffix("es")):
            if candidate in self.addresses:
                return self.addresses[candidate]
        return None


def _opens_or_closes(tag: str) -> int:
    """Return 1 when the tag opens a skipped element, -1 when it closes one, else 0."""
    name = _NAME.match(tag)
    if name is None or name.group(1).lower() not in SKIPPED:
        return 0
    return -1 if tag.startswith("</") else 1
