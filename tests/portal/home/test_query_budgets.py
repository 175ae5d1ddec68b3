"""Every page costs at most twelve queries, the first time as later, however much there is to show."""

import pytest

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from dynamics.directory.models import (
    Decision,
    DynamicCitation,
    KeyFigure,
    Milestone,
    ResourceLevel,
)
from portal.glossary.models import Term
from search import counts, rebuilding
from search.engines import current_engine
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_monograph,
    make_page,
    make_proposal,
    make_source,
    make_term,
)

BUDGET = 12
FEW, MANY = 3, 30
PAGES = {
    "home": "/",
    "list of dynamics": "/dynamiques/",
    "map of dynamics": "/dynamiques/?vue=carte",
    "filtered list": "/dynamiques/?theme=cooperation&q=dynamique",
    "monograph": "/dynamiques/dynamique-0/",
    "record": "/dynamiques/fiche-0/",
    "comparison to choose": "/dynamiques/comparer/",
    "comparison": "/dynamiques/comparer/?d=dynamique-0&d=dynamique-1&d=dynamique-2&d=fiche-0",
    "table of resources": "/dynamiques/tableaux/ressources/",
    "table of governance": "/dynamiques/tableaux/gouvernance/",
    "list of methods": "/outils/",
    "method": "/outils/methode-0/",
    "glossary": "/glossaire/",
    "term": "/glossaire/terme-0/",
    "propositions": "/propositions/",
    "editorial page": "/page-0/",
    # As typed: what counts a question comes after the answer, and is not the page's.
    "search": "/recherche/?q=dynamique&exact=1",
}


def parts(number: int) -> dict:
    """What hangs on a dynamic: more and more of it."""
    count = 1 + number % 5
    source = make_source(f"source-{number}")
    return {
        "resource_levels": [
            ResourceLevel(structure=f"{i}", kind="loans", level=1) for i in range(count)
        ],
        "milestones": [Milestone(date=f"20{i:02}-01-01", text="Étape") for i in range(count)],
        "key_figures": [KeyFigure(value=f"{i}", label="figure") for i in range(count)],
        "decisions": [Decision(about="a", followed="b", why="c") for _ in range(count)],
        "citations": [DynamicCitation(source=source, locator=f"{i}") for i in range(count)],
    }


def fill(numbers: range) -> None:
    """Add one of everything for each number, all tied to one another."""
    first = None
    for number in numbers:
        tags = {"themes": ["cooperation", f"theme_{number}"], "tags": ["commun", f"mot {number}"]}
        dynamic = make_dynamic(
            f"Dynamique {number}",
            commune=make_commune(),
            phase="emergence",
            barriers=["silos"],
            legal_forms=["scic", f"forme_{number}"],
            **tags,
            **parts(number),
        )
        make_dynamic(f"Fiche {number}", **tags)
        method = make_method(f"Méthode {number}", phases=["emergence"], barriers=["silos"], **tags)
        first = first or method
        make_experience(method, dynamic)
        make_experience(first, dynamic)
        make_experience(first)
        prose = [("paragraph", f"<p>Terme {number}, dynamique et méthode.</p>")]
        make_monograph(dynamic, spring=prose, system=prose)
        make_term(f"Terme {number}", acronyms=[f"AB{number}"], themes=["cooperation"])
        make_proposal(f"Proposition {number}", themes=["cooperation", f"theme_{number}"])
        make_page(f"Page {number}", body=prose)
    Term.objects.get(slug="terme-0").see_also.set(Term.objects.exclude(slug="terme-0")[:20])
    rebuilding.rebuild(current_engine())


def count(client: Client, address: str) -> int:
    """Count the queries of a page nobody has read yet."""
    cache.clear()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(queries)


@pytest.fixture(autouse=True)
def within_half_a_minute(monkeypatch):
    """The words of the facets are asked again every half minute: let none end between two pages."""
    monkeypatch.setattr(counts, "monotonic", lambda: 0.0)


@pytest.fixture
def costs(client, directory, referential, settings, tmp_path) -> dict:
    """The queries of every page, with few things and then with many."""
    settings.SEARCH_DIR = tmp_path
    fill(range(FEW))
    few = {name: count(client, address) for name, address in PAGES.items()}
    fill(range(FEW, MANY))
    many = {name: count(client, address) for name, address in PAGES.items()}
    return {name: (few[name], many[name]) for name in PAGES}


def test_every_page_stays_within_its_budget_and_costs_the_same_however_full(costs):
    assert {name: cost for name, cost in costs.items() if cost[0] > BUDGET} == {}
    assert {name: cost for name, cost in costs.items() if cost[1] > cost[0]} == {}
