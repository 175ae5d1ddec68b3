"""One selection as a list, on a map, as a table, in a frame, on paper; and around a place."""

import pytest

from dynamics.cartography import table
from search import rebuilding
from search.engines import current_engine
from search.engines.base import EngineUnavailableError
from tests.factories import make_commune, make_department, make_dynamic, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def selection(directory, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    figeac = make_commune()
    lens = make_commune(
        "62498",
        "Lens",
        department=make_department("62", "Pas-de-Calais"),
        latitude=50.43,
        longitude=2.83,
    )
    make_dynamic("Ancienne", commune=figeac, created_year=1990, type="ptce", phase="system")
    make_dynamic("Récente", commune=figeac, created_year=2020, type="tiers_lieu", phase="emergence")
    make_dynamic("Euralens", commune=lens, type="ptce", place_label="Lens")
    make_dynamic("Partout", type="ptce")
    rebuilding.rebuild(current_engine())


def page(client, query):
    response = client.get(f"/dynamiques/{query}")
    assert response.status_code == 200
    return response


def text(client, query):
    return " ".join(page(client, query).content.decode().split())


def names(response):
    return [dynamic.name for dynamic in response.context["dynamics"]]


def lines(response):
    return [dynamic.name for dynamic, _counts in response.context["rows"]]


def test_every_look_keeps_the_selection(client):
    links = page(client, "?type=ptce&pres=Figeac&rayon=50&vue=carte").context["views"]

    assert [link.label for link in links][:2] == ["Liste", "Carte"]
    for link in links:
        assert {"type=ptce", "pres=Figeac", "rayon=50"} <= set(link.url[1:].split("&"))


@pytest.mark.parametrize("look", ["", "carte", "tableau"])
def test_every_look_counts_its_filters_and_asks_little(client, look, django_assert_max_num_queries):
    page(client, f"?vue={look}")

    with django_assert_max_num_queries(12):
        found = page(client, f"?vue={look}&type=ptce")

    counts = {facet.name: facet.values for facet in found.context["facets"]}
    assert {value.value: value.count for value in counts["type"]} == {"ptce": 3, "tiers_lieu": 1}


def test_the_map_is_a_list_by_region_for_those_who_do_not_see_it(client):
    html = text(client, "?vue=carte&type=ptce")

    assert 'href="#after-map"' in html
    assert "Par région" in html
    assert '<a href="?type=ptce&amp;region=76">Occitanie</a> <span class="count">2' in html


def test_each_place_of_the_map_is_led_to_with_the_number_search_counts_there(client):
    for code, name in (("01", "Guadeloupe"), ("02", "Martinique")):
        region = make_region(code, name)
        region.zone = "drom"
        region.save()
        department = make_department(f"97{code[1]}", name, region=region)
        make_dynamic(commune=make_commune(f"97{code[1]}05", name, department=department))
    rebuilding.rebuild(current_engine())

    places = page(client, "?vue=carte").context["places"]
    kept = page(client, "?vue=carte&region=02").context["places"]

    assert [(place.name, place.count) for place in places][:3] == [
        ("Métropole", 3),
        ("Guadeloupe", 1),
        ("Martinique", 1),
    ]
    assert [(place.name, place.count) for place in kept] == [("Martinique", 1)]


@pytest.mark.parametrize("look", ["liste", "carte", "tableau"])
def test_where_nothing_matches_every_view_says_so(client, look):
    html = text(client, f"?vue={look}&type=inconnu")

    assert "Rien ne répond à tous ces choix à la fois." in html
    assert "<portal-map" not in html


@pytest.mark.parametrize("look", ["liste", "carte", "tableau"])
def test_when_search_is_away_no_view_pretends_that_nothing_matches(client, monkeypatch, look):
    def unable(*_arguments, **_options):
        raise EngineUnavailableError

    monkeypatch.setattr(type(current_engine()), "search", unable)
    html = text(client, f"?vue={look}")

    assert "La recherche ne répond pas" in html
    assert "Rien ne répond" not in html


def test_what_has_no_location_is_one_link_away(client):
    html = text(client, "?vue=carte&type=ptce")

    assert '<a href="?type=ptce&amp;situation=sans">1 sans localisation</a>' in html
    assert names(page(client, "?type=ptce&situation=sans")) == ["Partout"]


def test_the_map_asks_for_the_same_selection(client):
    address = page(client, "?vue=carte&type=ptce&q=euralens&pres=Figeac").context["map_data"]

    assert address.startswith("/api/v1/map?")
    assert "vue=" not in address
    answer = client.get(address)
    assert answer.status_code == 200
    # The one that answers is far from there; nothing that answers is nowhere.
    assert answer.json()["selected"] == 0


def test_a_column_sorts_the_table_one_way_then_the_other(client):
    assert lines(page(client, "?vue=tableau&tri=depuis"))[:2] == ["Ancienne", "Récente"]
    assert lines(page(client, "?vue=tableau&tri=-depuis"))[:2] == ["Récente", "Ancienne"]
    html = text(client, "?vue=tableau&tri=depuis")
    assert html.count('aria-sort="') == 1
    assert "tri=-depuis" in html


def test_a_long_table_is_sorted_by_what_search_keeps(client, monkeypatch):
    monkeypatch.setattr(table, "MOST_SORTED", 2)

    found = page(client, "?vue=tableau&tri=depuis")

    assert lines(found) == ["Ancienne", "Euralens", "Partout", "Récente"]
    assert all(not heading.url for heading in found.context["headings"])
    assert found.context["sorts"]


@pytest.mark.parametrize("query", ["tri=zzz", "tri=" + "a" * 10_000, "tri=-", "tri=%00"])
def test_an_unknown_column_sorts_nothing(client, query):
    assert len(lines(page(client, f"?vue=tableau&{query}"))) == 4


def test_near_a_commune_the_nearest_come_first(client):
    found = page(client, "?pres=Figeac&rayon=1000")

    assert set(names(found)[:2]) == {"Ancienne", "Récente"}
    assert names(found)[2] == "Euralens"
    assert found.context["chips"][0].label == "À moins de 1000 km de Figeac (Lot)"
    assert "pres" not in found.context["chips"][0].url
    assert "km" in text(client, "?pres=Figeac&rayon=1000")


def test_a_circle_leaves_out_what_is_farther(client):
    assert "Euralens" not in names(page(client, "?pres=Figeac&rayon=50"))
    assert names(page(client, "?pres=50.4,2.8&rayon=20")) == ["Euralens"]


def test_a_name_of_several_communes_is_a_question(client):
    for code, number in (("69189", "69"), ("33390", "33")):
        make_commune(code, "Sainte-Colombe", department=make_department(number, f"N° {number}"))

    found = page(client, "?pres=Sainte-Colombe&type=ptce&vue=carte")

    links = found.context["near_choices"]
    assert [link.label for link in links] == ["Sainte-Colombe (N° 33)", "Sainte-Colombe (N° 69)"]
    assert "type=ptce" in links[0].url
    assert found.context["nearby"].near is None
    assert 'value="Sainte-Colombe"' in found.content.decode()
    chosen = client.get(f"/dynamiques/{links[1].url}")
    assert chosen.context["nearby"].label == "Sainte-Colombe (N° 69)"
    assert 'value="Sainte-Colombe (N° 69)"' in chosen.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("pres=Nullepart", "Aucune commune ne s’appelle « Nullepart »"),
        ("pres=" + "é" * 10_000, "Aucune commune ne s’appelle"),
        ("pres=<script>alert(1)</script>", "Aucune commune ne s’appelle « &lt;script&gt;"),
        ("pres=commune:99999", "Aucune commune ne s’appelle « 99999 »"),
        ("pres=95,10", "Ce point n’est pas sur Terre"),
        ("pres=Figeac&rayon=beaucoup", "Le rayon est un nombre de kilomètres"),
        ("pres=Figeac&rayon=-5", "Le rayon est un nombre de kilomètres"),
        ("pres=Figeac&rayon=" + "9" * 10_000, "Le rayon est un nombre de kilomètres"),
    ],
)
@pytest.mark.parametrize("look", ["", "carte", "tableau"])
def test_a_place_that_is_none_is_said_in_a_sentence(client, query, sentence, look):
    html = text(client, f"?{query}&vue={look}")

    assert sentence in html
    assert "<script>alert" not in html
    assert 'aria-invalid="true"' in html


def test_a_postcode_is_a_place_too(client):
    commune = make_commune()
    commune.postcodes = "46100"
    commune.save()

    for typed in ("46100", "Figeac 46100", "46100 figeac"):
        assert page(client, f"?pres={typed}").context["nearby"].near is not None


@pytest.mark.parametrize("look", ["liste", "carte", "tableau"])
def test_a_view_can_stand_in_the_frame_of_another_site(client, look):
    response = page(client, f"?vue={look}&type=ptce&cadre=1")
    html = response.content.decode()

    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert "site-header" not in html
    assert '<base target="_blank">' in html
    assert "Voir cette vue sur Maillage" in html
    assert "cadre=1" not in response.context["full_address"]


def test_only_a_framed_view_may_be_framed(client):
    response = page(client, "?vue=carte")

    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_the_code_to_copy_leads_to_the_same_view(client):
    found = page(client, "?vue=carte&type=ptce")

    assert "&lt;iframe src=" in found.content.decode()
    framed = client.get(found.context["frame"])
    assert framed.context["count"] == 3
    assert framed.templates[0].name == "directory/bare.html"


@pytest.mark.parametrize(("paper", "style"), [("a4", "paper-a4"), ("a3", "paper-a3")])
def test_a_view_can_be_made_to_the_size_of_a_sheet(client, paper, style):
    html = text(client, f"?vue=carte&papier={paper}")

    assert f"css/{style}" in html
    assert "Revenir à la page" in html
    assert (
        "frame-ancestors 'self'"
        in client.get(f"/dynamiques/?papier={paper}")["Content-Security-Policy"]
    )


def test_an_unknown_paper_is_the_page_itself(client):
    assert "site-header" in text(client, "?papier=a0")


def test_only_the_directory_may_ask_where_the_device_is(client):
    assert "geolocation=(self)" in page(client, "")["Permissions-Policy"]
    assert "geolocation=()" in client.get("/glossaire/")["Permissions-Policy"]
    assert "geolocation=()" in page(client, "?cadre=1")["Permissions-Policy"]
