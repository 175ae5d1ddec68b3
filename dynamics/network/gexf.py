"""The network in GEXF 1.3, which Gephi reads."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from dynamics.network.exchange import FIELDS_OF_LINES, FIELDS_OF_POINTS, Line, points
from portal.core.xml_text import plain

NAMESPACE = "http://gexf.net/1.3"


def document(lines: Sequence[Line]) -> bytes:
    """Return the whole file."""
    root = Element("gexf", xmlns=NAMESPACE, version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    _declare(graph, "node", FIELDS_OF_POINTS)
    _declare(graph, "edge", FIELDS_OF_LINES)
    nodes = SubElement(graph, "nodes")
    for end in points(lines):
        node = SubElement(nodes, "node", id=plain(end.key), label=plain(end.name))
        _values(node, [end.kind, end.url])
    edges = SubElement(graph, "edges")
    for line in lines:
        ends = {"source": plain(line.source.key), "target": plain(line.target.key)}
        edge = SubElement(edges, "edge", id=line.key, label=line.values["type"], **ends)
        _values(edge, [line.values[name] for name in FIELDS_OF_LINES])
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _declare(graph: Element, holder: str, names: Sequence[str]) -> None:
    attributes = SubElement(graph, "attributes", {"class": holder})
    for number, name in enumerate(names):
        SubElement(attributes, "attribute", id=str(number), title=name, type="string")


def _values(element: Element, values: Sequence[str]) -> None:
    holder = SubElement(element, "attvalues")
    for number, value in enumerate(values):
        if value:
            SubElement(holder, "attvalue", {"for": str(number), "value": plain(value)})
