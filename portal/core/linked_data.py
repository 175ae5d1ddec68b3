"""What pages say of themselves to programs: one description for each kind of page, registered by its subject.

Each subject calls `register` from its `AppConfig.ready()`; `{% linked_data "kind" thing %}` shows it.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, Any]
Describe = Callable[[Any, str], Node]
CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]
# What could end the element that holds the data, or begin another one.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}
_described: dict[str, Describe] = {}


def register(kind: str, describe: Describe) -> None:
    """Say how pages of a kind describe what they show, given the address of the portal."""
    _described[kind] = describe


def described(kind: str, thing: Any, site: str) -> Node:
    """Return the description of what a page shows."""
    return _described[kind](thing, site)


def filled(values: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def trail(site: str, steps: Iterable[tuple[str, str]]) -> Node:
    """Return the way from the home page to a page: (name, path), the page itself last."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": str(name), "item": site + path}
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def element(node: Node) -> SafeString:
    """Return the data as an element that browsers never run, whatever the texts hold."""
    document = {"@context": CONTEXT, **node}
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(  # noqa: S308 - nothing can close the element, see _ESCAPES
        f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>'
    )
