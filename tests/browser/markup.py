"""What is wrong in a page as it was sent, before any browser repairs it."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

# Elements that hold words, and those that may not be found among words.
WORDS_ONLY = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "span",
        "button",
        "label",
        "a",
        "em",
        "strong",
        "abbr",
        "time",
        "mark",
        "small",
        "cite",
        "q",
        "output",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
INTERACTIVE = frozenset(
    ["a", "button", "input", "select", "textarea", "label", "summary", "details"]
)
# A link may hold whole blocks.
TRANSPARENT = frozenset({"a"})


def errors(html: str) -> list[str]:
    """Return what a strict reader of HTML complains of."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(html)
    complaints = [
        f"line {line}: {code} {details or ''}".strip()
        for (line, _column), code, details in parser.errors
    ]
    return [*complaints, *_repeated_ids(root), *_dangling(root), *_misplaced(root, ())]


def _repeated_ids(root: Element) -> list[str]:
    counts = Counter(element.get("id") for element in root.iter() if element.get("id"))
    return [f"id “{name}” stands {count} times" for name, count in counts.items() if count > 1]


def _dangling(root: Element) -> Iterator[str]:
    """Yield the references to ids that are not in the page."""
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter():
        for attribute in ("for", "form", "aria-labelledby", "aria-describedby", "popovertarget"):
            for name in element.get(attribute, "").split():
                if name not in ids:
                    yield f"<{element.tag} {attribute}={name}> leads nowhere"
        target = element.get("href", "")
        if element.tag == "a" and len(target) > 1 and target[0] == "#" and target[1:] not in ids:
            yield f"<a href={target}> leads nowhere"


def _misplaced(element: Element, parents: tuple[str, ...]) -> Iterator[str]:
    """Yield the blocks found among words, and what is pressed inside what is pressed."""
    tag = str(element.tag)
    words = [parent for parent in parents if parent in WORDS_ONLY - TRANSPARENT]
    if tag in BLOCKS and words:
        yield f"<{tag}> inside <{words[-1]}>"
    if tag in {"a", "button"} and INTERACTIVE.intersection(parents) - {"details"}:
        yield f"<{tag}> inside something else to press: {'/'.join(parents[-4:])}"
    for child in element:
        yield from _misplaced(child, (*parents, tag))
