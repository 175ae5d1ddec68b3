"""A page with maps and nothing else, served with the strictest policy the portal allows."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
WORDS = (
    'data-zoom-in="Agrandir" data-zoom-out="Réduire" data-close="Fermer" '
    'data-one="1 dynamique" data-late="La suite manque." data-again="Redemander" '
    'data-several="{count} dynamiques, zoomer" data-here="{count} dynamiques à cet endroit" '
    'data-more="Toutes" data-list="/dynamiques/" data-attribution="IGN · INSEE"'
)
BASEMAP = "/static/basemap/world.topo.json /static/basemap/france.topo.json"
PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Carte</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/vendor/leaflet-1.9.4/leaflet.css">
<link rel="stylesheet" href="/static/basemap/portal-map.css">
<script type="module" src="/static/js/portal-map.js"></script></head><body><main><h1>Carte</h1>
<portal-map id="many" data-label="Les dynamiques" src="/map.json" data-basemap="{BASEMAP}" {WORDS}><p>Une liste</p></portal-map>
<portal-map id="one" data-label="Tréguier" data-focus="48.79,-3.23,8" data-basemap="{BASEMAP}" {WORDS}><p>Tréguier</p></portal-map>
<portal-map id="broken" data-label="Rien" src="/absent.geojson" data-basemap="{BASEMAP}" {WORDS}><p>La liste reste</p></portal-map>
</main></body></html>"""
ONLY_ONE_MAP = re.sub(r"<portal-map id=\"(?:one|broken)\".*?</portal-map>\n", "", PAGE)
PLACES = {
    "Eusko": (-1.4748, 43.4929),
    "Mine d’Idées": (2.8333, 50.4333),
    "Euralens": (2.8333, 50.4333),
    "Biovallée": (5.0206, 44.7311),
    "Saint-Pierre": (55.4781, -21.3393),
}


def points() -> dict:
    """Return what the portal answers of these places, and of one thing that is nowhere."""
    return answer(
        [
            {
                "name": name,
                "url": f"/dynamiques/{rank}/",
                "lon": longitude,
                "lat": latitude,
                "type": "ptce",
            }
            for rank, (name, (longitude, latitude)) in enumerate(PLACES.items())
        ]
    )


def answer(drawn: list[dict]) -> dict:
    """Answer like the portal, with these points and one thing that is nowhere."""
    counts = {"total": len(drawn), "selected": len(drawn) + 1, "without_location": 1}
    types = [{"value": "ptce", "label": "PTCE", "count": len(drawn)}]
    return {"mode": "points", "points": drawn, "facets": {"type": types}, **counts}


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves files, and forbids anything inline or from elsewhere."""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet."""


@contextmanager
def served(
    folder: Path, static: Path, *, page: str = PAGE, drawn: dict | None = None
) -> Iterator[str]:
    """Serve a page with maps from a folder; yield its address."""
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "map.json").write_text(json.dumps(drawn or points()), encoding="utf-8")
    (folder / "static").symlink_to(static)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()
