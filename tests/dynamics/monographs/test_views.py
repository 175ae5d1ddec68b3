"""Monographs, comparison and tables, as a visitor reads them."""

import re

import pytest

from dynamics.directory.models import ResourceLevel
from tests.factories import make_dynamic, make_experience, make_method, make_monograph, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory", "referential")]

ODD_VALUES = ["inconnu", "<script>alert(1)</script>", "x" * 10_000, "\x00", "%s", "-", "--loans"]
TABLES = ["/dynamiques/tableaux/ressources/", "/dynamiques/tableaux/gouvernance/"]
PROSE = [("paragraph", "<p>Une envie partagée.</p>")]


def text(client, url, data=None):
    response = client.get(url, data)
    assert response.status_code == 200
    return response.content.decode()


def compare(client, *slugs):
    return text(client, "/dynamiques/comparer/", {"d": list(slugs)})


def compared(page):
    """The names that head the columns of the comparison."""
    head = re.search(r"<thead>(.*?)</thead>", page, re.DOTALL)
    return re.findall(r'<th scope="col"><a href="[^"]*">([^<]*)</a>', head.group(1)) if head else []


def first_cells(page):
    """The names that head the lines of a table."""
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a>', page)


# The monograph, and the record when there is none


def test_a_monograph_tells_its_story(client):
    make_monograph(make_dynamic("Eusko"), spring=PROSE)

    page = text(client, "/dynamiques/eusko/")

    assert "Une envie partagée." in page
    assert "Eusko" in page


def test_the_first_mention_of_a_term_leads_to_the_glossary(client):
    make_term("Tiers-lieu")
    story = [("paragraph", "<p>Un tiers-lieu, ce tiers-lieu.</p>")]
    make_monograph(make_dynamic("Eusko"), spring=story)

    assert text(client, "/dynamiques/eusko/").count('href="/glossaire/tiers-lieu/"') == 1


def test_the_methods_used_are_linked(client):
    dynamic = make_dynamic("Eusko")
    make_experience(make_method("Forum ouvert"), dynamic)
    make_experience(make_method("Brouillon", live=False), dynamic)
    make_monograph(dynamic, spring=PROSE)

    page = text(client, "/dynamiques/eusko/")

    assert 'href="/outils/forum-ouvert/"' in page
    assert "brouillon" not in page.lower()


def test_a_dynamic_without_monograph_has_its_record(client):
    make_dynamic("Euralens", summary="Une association.")

    page = text(client, "/dynamiques/euralens/")

    assert "Une association." in page


def test_a_monograph_that_is_a_draft_leaves_the_record(client):
    make_monograph(make_dynamic("Eusko", summary="Une monnaie."), spring=PROSE, live=False)

    page = text(client, "/dynamiques/eusko/")

    assert "Une monnaie." in page
    assert "Une envie partagée." not in page


def test_a_draft_record_is_nowhere(client):
    make_dynamic("Secret", live=False)

    assert client.get("/dynamiques/secret/").status_code == 404


@pytest.mark.parametrize("slug", ["inconnu", "eusko/autre", "x" * 10_000, "%3Cscript%3E"])
def test_an_unknown_dynamic_is_a_clear_page(client, slug):
    response = client.get(f"/dynamiques/{slug}/")

    assert response.status_code == 404
    assert "<h1" in response.content.decode()


# The comparison


def test_without_choice_one_chooses(client):
    make_dynamic("Eusko")

    page = compare(client)

    assert 'name="d" value="eusko"' in page
    assert compared(page) == []


def test_one_dynamic_asks_for_another(client):
    make_dynamic("Eusko")

    page = compare(client, "eusko")

    assert compared(page) == []
    assert 'value="eusko" checked' in page


@pytest.mark.parametrize("count", [2, 3, 4])
def test_two_to_four_dynamics_stand_side_by_side_in_the_order_chosen(client, count):
    names = [f"Dynamique {number}" for number in range(count)][::-1]
    for name in names:
        make_dynamic(name)

    page = compare(client, *(name.lower().replace(" ", "-") for name in names))

    assert compared(page) == names


def test_of_five_the_first_four_are_shown_and_it_is_said(client):
    for number in range(5):
        make_dynamic(f"D{number}")

    page = compare(client, *(f"d{number}" for number in range(5)))

    assert compared(page) == ["D0", "D1", "D2", "D3"]
    assert 'class="notice' in page


def test_a_dynamic_chosen_twice_is_compared_once(client):
    make_dynamic("Un")
    make_dynamic("Deux")

    assert compared(compare(client, "un", "un", "deux")) == ["Un", "Deux"]


def test_passages_of_the_monographs_are_side_by_side(client):
    make_monograph(make_dynamic("Un"), spring=PROSE)
    make_monograph(make_dynamic("Deux"), spring=[("paragraph", "<p>Un choc.</p>")])

    page = compare(client, "un", "deux")

    assert "Une envie partagée." in page
    assert "Un choc." in page


@pytest.mark.parametrize("slug", ODD_VALUES)
def test_an_unknown_name_is_said_without_being_run(client, slug):
    make_dynamic("Un")
    make_dynamic("Deux")

    page = compare(client, "un", slug, "deux")

    assert compared(page) == ["Un", "Deux"]
    assert 'class="notice' in page
    assert "<script>alert" not in page
    assert len(page) < 100_000


def test_a_draft_is_not_compared(client):
    make_dynamic("Un")
    make_dynamic("Deux")
    make_dynamic("Secret", live=False)

    page = compare(client, "un", "deux", "secret")

    assert compared(page) == ["Un", "Deux"]
    assert ">Secret<" not in page


# The two tables


@pytest.fixture
def dynamics():
    def levels(level):
        return [ResourceLevel(kind="loans", level=level)]

    make_dynamic("A", resource_levels=levels(1), debate=3, initiator="public", type="ptce")
    make_dynamic("B", resource_levels=levels(3), debate=1, initiator="hybrid", type="tiers_lieu")
    make_dynamic("C", resource_levels=[ResourceLevel(kind="sales", level=2)], type="ptce")


@pytest.mark.parametrize(
    ("table", "order", "expected"),
    [
        (TABLES[0], "", ["A", "B", "C"]),
        (TABLES[0], "-name", ["C", "B", "A"]),
        (TABLES[0], "loans", ["A", "B", "C"]),
        (TABLES[0], "-loans", ["B", "A", "C"]),
        (TABLES[1], "debate", ["B", "A", "C"]),
        (TABLES[1], "-debate", ["A", "B", "C"]),
    ],
)
def test_a_table_is_sorted_as_asked(client, dynamics, table, order, expected):
    assert first_cells(text(client, table, {"tri": order})) == expected


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("order", ODD_VALUES)
def test_an_unknown_order_is_the_alphabetical_one(client, dynamics, table, order):
    page = text(client, table, {"tri": order})

    assert first_cells(page) == ["A", "B", "C"]
    assert "<script>alert" not in page


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "ptce"}, ["A", "C"]),
        ({"initiator": "hybrid"}, ["B"]),
        ({"type": ""}, ["A", "B", "C"]),
    ],
)
def test_a_table_keeps_one_type_or_one_initiator(client, dynamics, table, filters, expected):
    assert first_cells(text(client, table, filters)) == expected


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["type", "initiator"])
@pytest.mark.parametrize("value", [value for value in ODD_VALUES if value != "\x00"])
def test_an_unknown_filter_is_a_clear_page(client, dynamics, table, name, value):
    page = text(client, table, {name: value})

    assert first_cells(page) == []
    assert f'href="{table}"' in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("table", TABLES)
def test_a_filter_made_of_nothing_that_can_be_read_is_no_filter(client, dynamics, table):
    assert first_cells(text(client, table, {"type": "\x00"})) == ["A", "B", "C"]


def test_sorting_keeps_the_filters(client, dynamics):
    page = text(client, TABLES[0], {"type": "ptce"})

    assert 'href="?type=ptce&amp;tri=-loans"' in page


@pytest.mark.parametrize("table", TABLES)
def test_a_draft_is_in_no_table(client, table):
    make_dynamic("Secret", live=False, resource_levels=[ResourceLevel(kind="loans", level=1)])

    assert "Secret" not in text(client, table)


@pytest.mark.parametrize("url", [*TABLES, "/dynamiques/comparer/", "/dynamiques/eusko/"])
def test_these_pages_are_only_read(client, url):
    assert client.post(url).status_code == 405
