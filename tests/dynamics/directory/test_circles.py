"""Two circles: a record may exist without conforming to the charter; only the others show by default."""

import pytest

from dynamics.directory.models import Dynamic
from search import draining, rebuilding
from search.engines import current_engine
from search.queries import similar_to
from search.suggestions import suggest
from tests.factories import make_commune, make_dynamic, make_monograph

pytestmark = pytest.mark.django_db
INSIDE, OUTSIDE = "Ferme du dedans", "Ferme du dehors"


@pytest.fixture(autouse=True)
def two_circles(directory, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    make_dynamic(INSIDE, commune=make_commune(), tags=["maraîchage"])
    make_dynamic(OUTSIDE, commune=make_commune(), tags=["maraîchage"], is_conforming=False)
    rebuilding.rebuild(current_engine())


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/dynamiques/?",
        "/dynamiques/?q=ferme",
        "/recherche/?q=ferme",
        "/recherche/?keyword=maraichage",
        "/dynamiques/?vue=tableau",
        "/api/v1/map?",
    ],
)
def test_a_record_outside_the_charter_shows_only_to_those_who_ask(client, address):
    assert OUTSIDE not in text(client, address)
    assert INSIDE in text(client, address)

    everything = text(client, f"{address}&cercle=tous")

    assert OUTSIDE in everything
    assert INSIDE in everything


@pytest.mark.parametrize("address", ["/dynamiques/?cercle=tous", "/recherche/?q=ferme&cercle=tous"])
def test_whoever_asks_is_told_which_ones_are_outside(client, address):
    page = text(client, address)

    assert page.count("chip-outside") == 1
    assert "aussi hors charte" in page.lower()


def test_the_list_says_how_many_more_there_are(client):
    page = " ".join(text(client, "/dynamiques/?q=ferme").split())

    assert 'name="cercle" value="tous"' in page
    assert "1 résultat" in page


def test_nothing_is_proposed_when_nothing_is_outside(client):
    assert 'name="cercle"' not in text(client, "/dynamiques/?q=dedans")


def test_counts_hold_what_is_shown(client):
    def counted(address):
        facets = client.get(address).context["results"].facets
        return {value.value: value.count for value in facets["type"].values}

    assert counted("/dynamiques/") == {"ptce": 1}
    assert counted("/dynamiques/?cercle=tous") == {"ptce": 2}


def test_links_and_pages_keep_the_wider_circle(client):
    page = client.get("/dynamiques/?cercle=tous&theme=cooperation")

    assert all("cercle=tous" in link.url for link in page.context["sorts"])
    assert all("cercle=tous" in link.url for link in page.context["views"])


def test_completion_and_likeness_stay_inside(client):
    inside = next(iter(client.get("/dynamiques/").context["results"].uids))

    assert [each.title for each in suggest("ferme")] == [INSIDE]
    assert similar_to(inside, kinds=("dynamic",)) == ()


def test_a_record_that_enters_the_charter_is_found_by_all(client):
    outside = Dynamic.objects.get(name=OUTSIDE)
    outside.is_conforming = True
    outside.save()
    draining.drain(current_engine())

    assert OUTSIDE in text(client, "/dynamiques/")


def test_the_page_of_a_record_outside_the_charter_says_so(client):
    assert "hors charte" in text(client, "/dynamiques/ferme-du-dehors/")
    assert "hors charte" not in text(client, "/dynamiques/ferme-du-dedans/")


def test_so_does_its_monograph(client):
    make_monograph(make_dynamic("Un récit du dehors", is_conforming=False))

    assert "hors charte" in text(client, "/dynamiques/un-recit-du-dehors/")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", {INSIDE}),
        ("?conforming=true", {INSIDE}),
        ("?conforming=false", {OUTSIDE}),
        ("?conforming=all", {INSIDE, OUTSIDE}),
        ("?cercle=tous", {INSIDE, OUTSIDE}),
    ],
)
def test_the_open_data_let_one_choose_the_circle(client, question, expected):
    answer = client.get(f"/api/v1/dynamics{question}").json()

    assert {each["name"] for each in answer["items"]} == expected
    assert answer["total"] == len(expected)
    assert all(each["conforming"] == (each["name"] == INSIDE) for each in answer["items"])


def test_so_does_the_open_search(client):
    def found(question):
        answer = client.get(f"/api/v1/search?q=ferme{question}").json()
        return {each["title"] for each in answer["items"]}

    assert found("") == {INSIDE}
    assert found("&conforming=false") == {OUTSIDE}
    assert found("&conforming=all") == {INSIDE, OUTSIDE}


def test_an_unknown_circle_is_an_error_one_can_see(client):
    assert client.get("/api/v1/dynamics?conforming=presque").status_code == 422


def test_the_home_page_counts_the_first_circle(client):
    assert client.get("/").context["counts"]["dynamics"] == 1
