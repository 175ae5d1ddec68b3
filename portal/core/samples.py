"""Sample values, to show every component without any data."""

from datetime import date
from types import SimpleNamespace


def _thing(**fields: object) -> SimpleNamespace:
    return SimpleNamespace(**fields)


def _all(*things: object) -> SimpleNamespace:
    """Stand for a related manager."""
    return _thing(all=list(things))


THEME = _thing(code="cooperation", label="Coopération")
KEYWORD = _thing(tag=_thing(slug="tiers-lieu", name="tiers-lieu"))
CITATION = _thing(source=_thing(short="Étude-action (2020)", url=""), locator="1.5")
LINKS = [
    _thing(label="1", url="?page=1", is_current=True),
    _thing(label="2", url="?page=2", is_current=False),
    _thing(label="…", url="", is_current=False),
    _thing(label="9", url="?page=9", is_current=False),
]
ORDERS = [
    _thing(label="Ordre alphabétique", url="?sort=title", is_current=True),
    _thing(label="Plus récents", url="?sort=newest", is_current=False),
]


def _dynamic() -> SimpleNamespace:
    return _thing(
        name="Monnaie de la vallée",
        slug="monnaie-de-la-vallee",
        get_absolute_url="#",
        type=_thing(name="Monnaie locale", label="Monnaie locale complémentaire"),
        place_label="Die (Drôme)",
        territory="Vallée de la Drôme",
        latitude=44.75,
        longitude=5.37,
        created_year=2014,
        created_note="Premier billet",
        phase=_thing(label="Consolidation"),
        phase_note="",
        summary="Une monnaie qui relie habitants, commerces et producteurs d’une même vallée.",
        get_initiator_display="société civile",
        get_development_logic_display="mise en réseau",
        legal_forms=_all("Association loi 1901"),
        legal_note="",
        barriers=_all("Dépendance aux subventions"),
        website="",
        identifiers=_all(),
        inhabitants_involvement=3,
        debate=1,
    )


def _method() -> SimpleNamespace:
    return _thing(
        title="Forum ouvert",
        slug="forum-ouvert",
        get_kind_display="animation",
        summary="Une grande réunion dont les participants font eux-mêmes l’ordre du jour.",
        phases=_all("Émergence", "Structuration"),
    )


def _facet() -> SimpleNamespace:
    chosen = _thing(value="drome", label="Auvergne-Rhône-Alpes", count=12, is_selected=True)
    other = _thing(value="nord", label="Hauts-de-France", count=3, is_selected=False)
    return _thing(name="sample", label="Région", values=[chosen, other], selected=[chosen])


def _resources() -> list[tuple[str, list[SimpleNamespace]]]:
    kinds = ("subventions publiques", "cotisations", "emprunt")
    levels = [
        _thing(get_kind_display=kind, level=level)
        for kind, level in zip(kinds, (3, 2, 1), strict=True)
    ]
    return [("", levels)]


# One long literal: a sample of each component, in the order of the page.
def everything() -> dict[str, object]:
    """Return the context of the style guide."""
    return {
        "dynamic": _dynamic(),
        "method": _method(),
        "hit": _thing(
            kind="term", kind_label="terme", title="SCIC", url="#", summary="Une coopérative."
        ),
        "proposal": _thing(
            slug="sample-proposal",
            title="Financer l’animation de la coopération",
            text="<p>Payer le temps passé à relier les acteurs.</p>",
            themes=_all(THEME),
            citations=_all(CITATION),
        ),
        "facets": [_facet()],
        "chips": [_thing(label="Région : Auvergne-Rhône-Alpes", url="#")],
        "orders": ORDERS,
        "pages": LINKS,
        "items": [KEYWORD],
        "themes": [THEME],
        "trail": [("Accueil", "/"), ("La communauté", "/communaute/")],
        "identity_sources": [CITATION],
        "figure": _thing(value="3 200", label="particuliers", date="2019", source="Étude, 1.3"),
        "milestones": [
            _thing(
                date=date(2014, 7, 31), precision="day", end_year=None, text="La loi.", source=""
            ),
            _thing(
                date=date(2016, 1, 1),
                precision="year",
                end_year=2018,
                text="L’essai.",
                source="1.2",
            ),
        ],
        "resources": _resources(),
        "levels": (0, 1, 2, 3),
        "kinds": ("dynamic", "method", "term", "proposal"),
        "experience": _thing(text="Trois soirées, deux cents habitants.", year=2018, source="1.3"),
        "quote": _thing(text="Ensemble, on va plus loin.", attribution="Une animatrice"),
        "questions": _thing(title="Le commun", questions=["Est-il ouvert à tous ?"]),
    }
