"""The pages that every portal has: home, directory, referential."""

from wagtail.models import Page, Site

from dynamics.directory.models import DirectoryPage
from portal.core.publishing import publish_page
from portal.home.models import HomePage
from toolbox.models import MethodIndexPage

LEAD = (
    "Ici se retrouvent celles et ceux qui mènent, avec d’autres, la transition de leur territoire. "
    "On y lit ce que dix-sept dynamiques collectives ont vécu, on y trouve les outils qu’elles ont "
    "éprouvés, on y rencontre des pairs."
)
SEARCH_EXAMPLES = (
    "comment impliquer les habitants",
    "trouver des financements",
    "passer le relais",
    "SCIC",
)


def home_page() -> HomePage:
    """Return the home page, made the first time and set as the root of the default site."""
    home = HomePage.objects.first()
    if home:
        return home
    root = Page.get_first_root_node()
    Page.objects.child_of(root).filter(slug="home").delete()
    root = Page.objects.get(pk=root.pk)
    home = HomePage(
        title="Maillage",
        slug="accueil",
        summary="Le portail de la communauté apprenante des dynamiques collectives de transitions",
        lead=LEAD,
        search_examples=[("example", words) for words in SEARCH_EXAMPLES],
    )
    publish_page(home, under=root)
    return home


def site_for(home: HomePage, *, hostname: str, port: int) -> Site:
    """Make the home page the root of the one site of this portal."""
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": home,
            "site_name": "Maillage",
            "hostname": hostname,
            "port": port,
        },
    )
    return site


def directory_page(home: HomePage) -> DirectoryPage:
    """Return the door of the directory, made the first time."""
    page = DirectoryPage.objects.first()
    if page is None:
        page = DirectoryPage(
            title="Dynamiques",
            slug="dynamiques",
            summary="Qui coopère, où, depuis quand, et comment : l’annuaire des dynamiques "
            "collectives de transitions et leurs monographies.",
        )
        publish_page(page, under=home)
    return page


def referential_page(home: HomePage) -> MethodIndexPage:
    """Return the door of the referential, made the first time."""
    page = MethodIndexPage.objects.first()
    if page is None:
        page = MethodIndexPage(
            title="Outils et méthodes",
            slug="outils",
            summary="Ce que les dynamiques ont inventé, emprunté ou adapté pour coopérer : "
            "à quoi cela sert, quand, avec qui, et qui l’a essayé.",
        )
        publish_page(page, under=home)
    return page
