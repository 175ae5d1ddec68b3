"""The words of what editors wrote, without their markup."""

from html import unescape
from html.parser import HTMLParser

from wagtail.blocks import StreamValue


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "li", "h2", "h3", "h4"}:
            self.parts.append(" ")


def words_of_html(html: str) -> str:
    """Return the words of a piece of HTML, spaces folded."""
    parser = _Words()
    parser.feed(unescape(html) if "&" in html and "<" not in html else html)
    parser.close()
    return " ".join("".join(parser.parts).split())


def words_of(*streams: StreamValue) -> str:
    """Return the words of blocks, in reading order."""
    return " ".join(
        words_of_html(text)
        for stream in streams
        for block in stream
        for text in block.block.get_searchable_content(block.value)
    )
