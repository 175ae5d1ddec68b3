"""The words of what editors wrote, without their markup."""

import re
from html.parser import HTMLParser

from wagtail.blocks import StreamValue

# Between these, words do not touch.
SEPARATING = frozenset({"p", "li", "ul", "ol", "br", "blockquote", "h2", "h3", "h4"})
# Non-breaking spaces are typography: they stay.
_SPACES = re.compile(r"[ \t\r\n\f]+")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SEPARATING:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SEPARATING:
            self.parts.append(" ")


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def words_of_html(html: str) -> str:
    """Return the words of a piece of HTML, spaces folded."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return _folded("".join(parser.parts))


def words_of(*streams: StreamValue) -> str:
    """Return the words of blocks, in reading order."""
    texts = (
        text
        for stream in streams
        for block in stream
        for text in block.block.get_searchable_content(block.value)
    )
    return _folded(" ".join(texts))
