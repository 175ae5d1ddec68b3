"""Linked data as Turtle: the same nodes as in JSON-LD, written for those who read RDF.

A node is a mapping: "@id" and "@type", then properties named "prefix:name". A value is a text, a number, a node
(which may be nothing but its "@id"), a mapping with "@value" and "@type", or a list of those.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]
INDENT = "  "
# Not allowed inside an address, in Turtle (W3C, 6.3): written as percent signs and figures.
FORBIDDEN = {ord(letter): f"%{ord(letter):02X}" for letter in '<>"{}|^`\\ '} | {
    code: f"%{code:02X}" for code in range(32)
}


def _address(text: str) -> str:
    return f"<{text.translate(FORBIDDEN)}>"


def _literal(text: str) -> str:
    # JSON escapes what Turtle does, in the same way.
    return json.dumps(text, ensure_ascii=False)


def _name(text: str) -> str:
    return _address(text) if "://" in text else text


def _value(value: Any, depth: int) -> str:
    if isinstance(value, Mapping):
        if "@value" in value:
            return f"{_literal(value['@value'])}^^{_name(value['@type'])}"
        if set(value) == {"@id"}:
            return _address(value["@id"])
        return _blank(value, depth)
    if isinstance(value, int):
        return str(value)
    return _literal(str(value))


def _blank(node: Node, depth: int) -> str:
    lines = f" ;\n{INDENT * (depth + 1)}".join(_properties(node, depth + 1))
    return f"[\n{INDENT * (depth + 1)}{lines}\n{INDENT * depth}]"


def _properties(node: Node, depth: int) -> Iterator[str]:
    types = node.get("@type", [])
    for each in [types] if isinstance(types, str) else types:
        yield f"a {_name(each)}"
    for name, value in node.items():
        if name not in {"@id", "@type"}:
            values = value if isinstance(value, list) else [value]
            written = ", ".join(_value(each, depth) for each in values)
            if written:
                yield f"{name} {written}"


def document(prefixes: Mapping[str, str], nodes: list[Node]) -> str:
    """Return named nodes as one Turtle document."""
    declared = [f"@prefix {name}: {_address(address)} ." for name, address in prefixes.items()]
    described = []
    for node in nodes:
        properties = f" ;\n{INDENT}".join(_properties(node, 1))
        described.append(f"{_address(node['@id'])}\n{INDENT}{properties} .")
    return "\n".join(declared) + "\n\n" + "\n\n".join(described) + "\n"
