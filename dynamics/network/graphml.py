"""The network in GraphML, which igraph, yEd, Cytoscape and NetworkX read."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from dynamics.network.exchange import FIELDS_OF_LINES, FIELDS_OF_POINTS, Line, points
from portal.core.xml_text import plain

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def document(lines: Sequence[Line]) -> bytes:
    """Return the whole file."""
    root = Element("graphml", xmlns=NAMESPACE)
    _declare(root, "node", ("name", *FIELDS_OF_POINTS))
    _declare(root, "edge", FIELDS_OF_LINES)
    graph = SubElement(root, "graph", id="network", edgedefault="directed")
    for end in points(lines):
        node = SubElement(graph, "node", id=plain(end.key))
        _values(node, "node", {"name": end.name, "kind": end.kind, "url": end.url})
    for line in lines:
        ends = {"source": plain(line.source.key), "target": plain(line.target.key)}
        _values(SubElement(graph, "edge", id=line.key, **ends), "edge", dict(line.values))
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _declare(root: Element, holder: str, names: Sequence[str]) -> None:
    for name in names:
        attributes = {"for": holder, "attr.name": name, "attr.type": "string"}
        SubElement(root, "key", {"id": f"{holder}_{name}", **attributes})


def _values(element: Element, holder: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        SubElement(element, "data", key=f"{holder}_{name}").text = plain(value)
