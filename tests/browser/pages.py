"""One address for each kind of page the portal has."""

from dataclasses import dataclass

TEXT_WEIGHT = 100_000  # bytes transferred at the first visit
MAP_WEIGHT = 300_000


@dataclass(frozen=True)
class Address:
    """Where a kind of page is found, and what tells that it has finished drawing itself.

    `has_post` says that it holds a form to be sent: a token in the session protects it.
    """

    name: str
    path: str
    status: int = 200
    weight: int = TEXT_WEIGHT
    drawn: str = "h1"
    first_stop: str = "#main"
    has_post: bool = False

    def __str__(self) -> str:
        return self.name


COMPARED = ("eusko", "euralens", "biovallee", "figeacteurs")


def comparison(count: int) -> str:
    """Return the address that compares so many dynamics."""
    return "/dynamiques/comparer/?" + "&".join(f"d={slug}" for slug in COMPARED[:count])


ADDRESSES = (
    Address("home", "/"),
    Address("directory", "/dynamiques/"),
    Address("map", "/dynamiques/?vue=carte", weight=MAP_WEIGHT, drawn=".map-marker"),
    Address("table of the directory", "/dynamiques/?vue=tableau&tri=depuis"),
    Address("around a shared name", "/dynamiques/?pres=Sainte-Colombe"),
    Address(
        "map in a frame",
        "/dynamiques/?vue=carte&cadre=1",
        weight=MAP_WEIGHT,
        drawn=".map-marker",
        # Nothing stands before the content; what one may skip is the map.
        first_stop="#after-map",
    ),
    Address("network", "/dynamiques/?vue=reseau", drawn="network-graph[data-drawn]"),
    Address("ties of a dynamic", "/dynamiques/figeacteurs/liens/"),
    Address("way between dynamics", "/dynamiques/chemin/?de=Eusko&vers=Figeacteurs"),
    Address("filtered directory", "/dynamiques/?type=ptce&region=75&sort=recent"),
    Address("directory without result", "/dynamiques/?type=ptce&q=zzzzqqq"),
    Address("monograph", "/dynamiques/eusko/"),
    Address("record without monograph", "/dynamiques/euralens/"),
    Address("proposal of a dynamic", "/dynamiques/proposer/", has_post=True),
    Address("correction of a dynamic", "/dynamiques/eusko/corriger/", has_post=True),
    Address("contribution sent", "/contributions/merci/"),
    Address("choice of dynamics to compare", comparison(0)),
    Address("comparison of two", comparison(2)),
    Address("comparison of four", comparison(4)),
    Address("table of resources", "/dynamiques/tableaux/ressources/"),
    Address("table of governance", "/dynamiques/tableaux/gouvernance/"),
    Address("referential", "/outils/"),
    Address("filtered referential", "/outils/?barrier=silos&theme=cooperation"),
    Address("self-diagnosis", "/outils/criteres-des-communs/"),
    Address("method", "/outils/debat-mouvant/"),
    Address("glossary", "/glossaire/"),
    Address("term", "/glossaire/communaute-apprenante/"),
    Address("propositions", "/propositions/"),
    Address("community", "/communaute/"),
    Address("charter", "/charte/"),
    Address("guide", "/guide/"),
    Address("accessibility statement", "/accessibilite/"),
    Address("empty search", "/recherche/"),
    Address("search with results", "/recherche/?q=impliquer+les+habitants"),
    Address("search without result", "/recherche/?q=zzzzqqq"),
    Address("page not found", "/nulle-part/", status=404),
    Address("public API", "/api/v1/docs"),
    Address("open data", "/donnees/"),
)
