"""The network at its largest: laying it out, what a page costs, how long a frame takes in a real browser."""

import json
import os
import random
import shutil
import time
from pathlib import Path

from playwright.sync_api import Route, sync_playwright

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dynamics.network import drawing, layout
from dynamics.network.graph import Edge, Graph, Node
from tests.bench.ratio import measure

POINTS, SEED = 5_000, 7
MOST_SECONDS, MOST_MILLISECONDS, MOST_QUERIES = 10.0, 30.0, 12
FRAMES = 60
ADDRESSES = (
    "/dynamiques/?vue=reseau",
    "/dynamiques/?vue=reseau&outils=1&lieux=1",
    "/dynamiques/reseau.json",
    "/dynamiques/figeacteurs/liens/?pas=2&outils=1",
    "/dynamiques/chemin/?de=Eusko&vers=Figeacteurs",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def synthetic() -> Graph:
    """Return an invented graph of the largest size drawn: few points have many lines, many have few."""
    chance = random.Random(SEED)  # noqa: S311 - a drawing, not a secret
    nodes = [Node(f"d:{number}", "dynamic", f"Point {number}") for number in range(POINTS)]
    ends = [0, 1]
    edges = [Edge("d:0", "d:1", "visited")]
    for number in range(2, POINTS):
        for _line in range(2):
            other = chance.choice(ends)
            edges.append(Edge(f"d:{number}", f"d:{other}", "visited", chance.random() > 0.2))
            ends += [number, other]
    return Graph.of(nodes, edges)


def run() -> list[str]:
    """Print the figures; return the goals that are missed."""
    missed = []
    graph = synthetic()
    positions, laid_out = timed(lambda: layout.positions(graph))
    _values, between = timed(lambda: layout.betweenness(graph))
    print(
        f"{POINTS:,} points, {len(graph.edges):,} lines: layout {laid_out:.1f} s, bridges {between:.1f} s"
    )
    if laid_out + between > MOST_SECONDS:
        missed.append("layout")
    drawing.refresh()
    missed += [address for address in ADDRESSES if not report(address)]
    milliseconds = frame(graph, positions)
    if milliseconds is None:
        print("a frame: no Chromium here, not measured")
    else:
        print(
            f"a frame of {POINTS:,} points in Chromium: {milliseconds:.1f} ms (quickest tenth of {FRAMES})"
        )
        if milliseconds > MOST_MILLISECONDS:
            missed.append("frame")
    return missed


def timed(action: object) -> tuple[object, float]:
    """Return what an action gives, and the seconds of processor it takes."""
    started = time.process_time()
    return action(), time.process_time() - started


def report(address: str) -> bool:
    """Print what a page costs; return whether its queries are few."""
    client = Client(HTTP_HOST="localhost")
    list_page = lambda: client.get("/dynamiques/")  # noqa: E731 - the floor of the ratio
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    # At once: the next request forgets them.
    queries = len(captured)
    ratio = measure(lambda: client.get(address), list_page, blocks=4, runs=6)
    print(f"{address:<50}{ratio.median:>6.2f} × the list{queries:>4} queries")
    return queries <= MOST_QUERIES


def frame(graph: Graph, positions: dict) -> float | None:
    """Return how many milliseconds it takes to draw everything once, in the middle of many."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/*", lambda route: answer(route, graph, positions))
        page.goto("http://network.test/")
        page.wait_for_selector("network-graph[data-drawn]")
        milliseconds = page.evaluate(QUICK, FRAMES)
        browser.close()
    return milliseconds


QUICK = """async (count) => {
  const { view } = document.querySelector("network-graph")
  const times = []
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise(requestAnimationFrame)
    view.move(turn % 2 ? 3 : -3, 1)
    const started = performance.now()
    view.draw()
    // Reading a pixel back waits for what was asked of the canvas.
    view.painter.pen.getImageData(0, 0, 1, 1)
    times.push(performance.now() - started)
  }
  // The quickest tenth: what the drawing costs when nothing else runs.
  return times.sort((one, other) => one - other)[count / 10]
}"""
HTML = """<!doctype html><link rel=stylesheet href=/static/css/foundation.css><link rel=stylesheet href=/static/css/network.css>
<network-graph src=/data data-one={label} data-several={label}></network-graph>
<script type=module src=/static/js/network-graph.js></script>"""


def answer(route: Route, graph: Graph, positions: dict) -> None:
    """Serve the scripts of the portal, and the invented network, without a server."""
    path = route.request.url.removeprefix("http://network.test")
    if path.startswith("/static/"):
        name = path.removeprefix("/static/")
        route.fulfill(path=Path(settings.BASE_DIR, "portal", "static", name))
    elif path == "/data":
        route.fulfill(body=json.dumps(arrays(graph, positions)), content_type="application/json")
    else:
        route.fulfill(body=HTML, content_type="text/html")


def arrays(graph: Graph, positions: dict) -> dict:
    """Return the invented network as the canvas reads it."""
    rank = {key: number for number, key in enumerate(graph.nodes)}
    lines = [(rank[each.source], rank[each.target], int(each.is_confirmed)) for each in graph.edges]
    return {
        "kinds": ["dynamic"],
        "labels": [node.label for node in graph.nodes.values()],
        "urls": [""] * len(rank),
        "kind": [0] * len(rank),
        "x": [positions[key][0] for key in rank],
        "y": [positions[key][1] for key in rank],
        "degree": [graph.degree(key) for key in rank],
        "edges": [number for line in lines for number in line],
    }
