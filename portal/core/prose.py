"""From the Markdown of content files to the rich text that editors work on."""

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

# How content files name a thing of the portal, and where that thing lives.
ADDRESSES: Mapping[str, str] = {
    "dynamique": "/dynamiques/{}/",
    "outil": "/outils/{}/",
    "terme": "/glossaire/{}/",
    "page": "/{}/",
}

_NESTED_LIST = re.compile(r"(?=<[uo]l>)")
_markdown = MarkdownIt("commonmark", {"html": False})


def address(target: str) -> str:
    """Turn `outil:forum-ouvert` into `/outils/forum-ouvert/`; leave other addresses alone."""
    scheme, colon, slug = target.partition(":")
    if colon and scheme in ADDRESSES:
        return ADDRESSES[scheme].format(slug)
    return target


def _tokens(markdown: str) -> list[Token]:
    tokens = _markdown.parse(markdown.strip())
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", address(str(child.attrGet("href"))))
            elif child.type == "softbreak":
                child.type, child.content = "text", " "
        # A list item is one line: paragraphs inside it would only add space.
        token.hidden = token.hidden or (token.type.startswith("paragraph") and token.level > 0)
    return tokens


def _html(tokens: list[Token]) -> str:
    html = str(_markdown.renderer.render(tokens, _markdown.options, {}))
    return html.replace("<strong>", "<b>").replace("</strong>", "</b>").replace("\n", "").strip()


def rich_text(markdown: str) -> str:
    """Return the HTML of a passage: paragraphs, lists, bold, italic and links."""
    return _html(_tokens(markdown))


def _words(token: Token) -> str:
    """Return what a line says, without its markup."""
    return "".join(child.content for child in token.children or ())


def _groups(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each top-level element: a heading, a paragraph, a list."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Return a passage as `("heading", text)` and `("paragraph", html)` blocks.

    What stands between two headings is one block: an editor rewrites it in one place.
    """
    found: list[tuple[str, str]] = []
    for group in _groups(_tokens(markdown)):
        if group[0].type == "heading_open":
            found.append(("heading", _words(group[1])))
        elif found and found[-1][0] == "paragraph":
            found[-1] = ("paragraph", found[-1][1] + _html(group))
        else:
            found.append(("paragraph", _html(group)))
    return found


def items(markdown: str) -> list[str]:
    """Return the HTML of each item of the lists of a passage, nested lists included."""
    found: list[str] = []
    opened: list[Token] = []
    for token in _tokens(markdown):
        if opened or (token.type == "list_item_open" and token.level == 1):
            opened.append(token)
        if token.type == "list_item_close" and token.level == 1:
            html = _html(opened).removeprefix("<li>").removesuffix("</li>")
            text, *nested = _NESTED_LIST.split(html, maxsplit=1)
            found.append(f"<p>{text}</p>{''.join(nested)}")
            opened = []
    return found
