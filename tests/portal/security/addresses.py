"""Every public address of the portal, one row each, with what it answers to a stranger."""

PAGES = {
    "/": 200,
    "/dynamiques/": 200,
    "/dynamiques/?vue=carte": 200,
    "/dynamiques/eusko/": 200,
    "/dynamiques/figeacteurs/": 200,
    "/dynamiques/comparer/?d=eusko&d=figeacteurs": 200,
    "/dynamiques/tableaux/ressources/": 200,
    "/dynamiques/tableaux/gouvernance/": 200,
    "/outils/": 200,
    "/outils/forum-ouvert/": 200,
    "/glossaire/": 200,
    "/glossaire/commun/": 200,
    "/propositions/": 200,
    "/la-charte/": 200,
    "/recherche/?q=commun": 200,
    "/recherche/completion/?q=com": 200,
}
FILES = {
    "/dynamiques/points.geojson": 200,
    "/robots.txt": 200,
    "/sitemap.xml": 200,
    "/.well-known/security.txt": 200,
    "/sante/": 200,
}
API = {
    "/api/v1/": 302,
    "/api/v1/docs": 200,
    "/api/v1/openapi.json": 200,
    "/api/v1/dynamics": 200,
    "/api/v1/dynamics/eusko": 200,
    "/api/v1/dynamics/deleted": 200,
    "/api/v1/dynamics.csv": 200,
    "/api/v1/dynamics.geojson": 200,
    "/api/v1/dynamics.jsonld": 200,
    "/api/v1/dynamics/eusko.geojson": 200,
    "/api/v1/dynamics/eusko.jsonld": 200,
    "/api/v1/ties": 200,
    "/api/v1/network.gexf": 200,
    "/api/v1/network.graphml": 200,
    "/api/v1/methods": 200,
    "/api/v1/methods/forum-ouvert": 200,
    "/api/v1/methods/forum-ouvert.jsonld": 200,
    "/api/v1/methods.csv": 200,
    "/api/v1/methods.jsonld": 200,
    "/api/v1/terms": 200,
    "/api/v1/terms.csv": 200,
    "/api/v1/terms.jsonld": 200,
    "/api/v1/terms/commun": 200,
    "/api/v1/terms/commun.jsonld": 200,
    "/api/v1/search?q=commun": 200,
    "/api/v1/suggest?q=com": 200,
    "/api/v1/nulle-part": 404,
    "/api/elements": 200,
    "/api/elements.json": 200,
    "/api/elements.geojson": 200,
    "/api/elements.jsonld": 200,
    "/api/elements/eusko": 200,
    "/api/taxonomy": 200,
    "/api/taxonomy.json": 200,
    "/api/taxonomy/type-ptce": 200,
}
ELSEWHERE = {
    "/la-charte": 301,
    "/composants/": 302,
    "/nulle-part/": 404,
    "/outils/nulle-part/": 404,
    "/glossaire/nulle-part/": 404,
    "/documents/1/nulle-part.pdf": 404,
    "/media/images/nulle-part.webp": 404,
    "/static/nulle-part.css": 404,
}
# What goes wrong on purpose, see `broken.py`.
BROKEN = {"/casse/": 500, "/refuse/": 403, "/illisible/": 400}
OPEN = PAGES | FILES | API | ELSEWHERE
EVERYTHING = OPEN | BROKEN
# Wagtail's own doors to what is restricted: they ask for a key, and have nothing to show without one.
DOORS = {
    "_util/login/",
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
    "documents/authenticate_with_password/<int:restriction_id>/",
}
