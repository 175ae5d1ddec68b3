"""A visitor looks through the dynamics: filters, compares, prints, goes about the map and the tables."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.keyboard import tab_to
from tests.browser.pages import comparison

# The width of an A4 sheet between its margins, in CSS pixels.
SHEET = {"width": 700, "height": 1000}
# What has a frame smaller than its content loses some of it on paper.
CUT = """() => [...document.querySelectorAll("main *")]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX !== "visible")
  .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 100))"""


def names(page: Page) -> list[str]:
    """The dynamics listed, in order."""
    return page.locator("#results .card h3").all_inner_texts()


def count(page: Page) -> int:
    """How many results the page says there are."""
    return int(re.search(r"\d+", page.locator("#results h2").first.inner_text()).group())


def choice(page: Page, facet: str, value: str) -> Locator:
    """One choice of a filter, unfolded if need be."""
    label = page.locator(
        "#filters label", has=page.locator(f"input[name='{facet}'][value='{value}']")
    )
    if not label.is_visible():
        page.locator(f"#facet-{facet} > summary").click()
    return label


def choose(page: Page, facet: str, value: str) -> int:
    """Tick one choice of a filter; return the count written beside it."""
    announced = int(choice(page, facet, value).locator(".count").inner_text().strip(": "))
    choice(page, facet, value).get_by_role("checkbox").check()
    expect(page).to_have_url(re.compile(f"{facet}={value}"))
    return announced


def test_a_visitor_compares_two_dynamics(page: Page):
    page.goto("/dynamiques/")
    for slug in ("eusko", "biovallee"):
        page.locator(f"#results input[name='d'][value='{slug}']").check()
    page.locator("#compare [type=submit]").click()

    expect(page).to_have_url(re.compile(r"/dynamiques/comparer/\?d=biovallee&d=eusko$"))
    headings = page.get_by_role("table").get_by_role("columnheader")
    expect(headings.get_by_role("link")).to_have_text(["Biovallée", "Eusko"])


@pytest.mark.parametrize(
    "path",
    [
        comparison(2),
        comparison(4),
        "/dynamiques/eusko/",
        "/dynamiques/tableaux/ressources/",
        "/dynamiques/tableaux/gouvernance/",
        "/outils/criteres-des-communs/",
        "/outils/debat-mouvant/",
        "/glossaire/",
        "/propositions/",
    ],
)
def test_paper_shows_the_whole_content_and_nothing_to_press(page: Page, path: str):
    page.set_viewport_size(SHEET)
    page.goto(path)
    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    for chrome in ("#site-nav", "form[role=search]", "main button", ".skip-link"):
        expect(page.locator(chrome).locator("visible=true")).to_have_count(0)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]


def test_a_comparison_becomes_a_printable_file(page: Page):
    page.goto(comparison(2))

    printed = page.pdf(format="A4")

    assert printed.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12


def test_the_print_button_prints(page: Page):
    page.add_init_script("window.print = () => document.body.dataset.printed = 'yes'")
    page.goto(comparison(2))

    page.locator("print-button button").click()

    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_filters_count_what_they_show_and_can_be_taken_back(page: Page):
    page.goto("/dynamiques/")
    everything = names(page)
    assert count(page) == len(everything)

    announced = choose(page, "theme", "inhabitants")
    expect(page.locator("#results .card")).to_have_count(announced)
    by_theme = names(page)
    announced = choose(page, "region", "75")
    expect(page.locator("#results .card")).to_have_count(announced)
    assert set(names(page)) <= set(by_theme)
    assert count(page) == announced

    chips = page.locator("#results .chip-remove")
    expect(chips).to_have_count(2)
    region = choice(page, "region", "75").locator("span").first.inner_text()
    chips.filter(has_text=region).click()
    expect(chips).to_have_count(1)
    assert names(page) == by_theme
    chips.click()
    expect(chips).to_have_count(0)
    assert names(page) == everything


def test_a_selection_can_be_shared_by_its_address(
    page: Page, browser: Browser, browser_context_args: dict
):
    page.goto("/dynamiques/")
    choose(page, "theme", "governance")
    choose(page, "type", "tiers_lieu")
    selection = names(page)

    page.reload()
    assert names(page) == selection
    with browser.new_context(**browser_context_args) as context:
        other = context.new_page()
        other.goto(page.url)

        assert names(other) == selection
        expect(choice(other, "theme", "governance").get_by_role("checkbox")).to_be_checked()
        expect(choice(other, "type", "tiers_lieu").get_by_role("checkbox")).to_be_checked()


def test_going_back_restores_the_selection_before(page: Page):
    page.goto("/dynamiques/")
    everything = names(page)
    choose(page, "theme", "governance")

    page.go_back()

    expect(page.locator("#results .card")).to_have_count(len(everything))
    expect(choice(page, "theme", "governance").get_by_role("checkbox")).not_to_be_checked()


def test_the_oldest_come_first_when_asked_and_the_undated_last(page: Page):
    page.goto("/dynamiques/")
    by_title = names(page)

    page.locator("#results a[href*='sort=oldest']").evaluate("link => link.click()")
    expect(page).to_have_url(re.compile("sort=oldest"))

    assert sorted(names(page)) == sorted(by_title)
    dates = page.locator("#results .card > .meta").all_inner_texts()
    years = [re.findall(r"\b\d{4}\b", text)[:1] or ["none"] for text in dates]
    assert len(years) == len(by_title)
    assert years == sorted(years)


def test_the_map_keeps_the_selection_of_the_list(page: Page):
    page.goto("/dynamiques/?region=75")
    selected = count(page)

    page.locator("#results a[href*='vue=carte']").click()

    expect(page).to_have_url(re.compile("region=75"))
    assert count(page) == selected
    expect(page.locator(".map-marker").first).to_be_visible()
    assert page.locator(".map-marker").count() <= selected


def test_the_map_is_walked_with_the_arrows_and_left_with_tab(page: Page):
    page.goto("/dynamiques/?vue=carte")
    markers = page.locator(".map-marker")
    expect(markers.first).to_be_visible()
    expect(page.locator(".map-marker[tabindex='0']")).to_have_count(1)
    assert all(marker.get_attribute("role") == "button" for marker in markers.all())
    assert all(marker.get_attribute("aria-label") for marker in markers.all())

    tab_to(page, page.locator(".map-marker[tabindex='0']"))
    met = set()  # by their place: two groups of two dynamics have the same name
    for _arrow in range(markers.count()):
        met.add(markers.evaluate_all("each => each.indexOf(document.activeElement)"))
        page.keyboard.press("ArrowRight")
    assert met == set(range(markers.count()))

    page.keyboard.press("Tab")
    expect(page.locator(".map-marker:focus")).to_have_count(0)


def test_a_marker_opens_on_a_link_and_closes_where_one_was(page: Page):
    page.goto("/dynamiques/?vue=carte")
    marker = page.locator(".map-marker[tabindex='0']")
    tab_to(page, marker)

    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup a[href*='/dynamiques/']").first
    expect(link).to_be_focused()
    expect(marker).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(marker).to_be_focused()

    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/dynamiques/[\w-]+/$"))


@pytest.mark.parametrize("table", ["ressources", "gouvernance"])
def test_a_heading_sorts_the_table_both_ways(page: Page, table: str):
    page.goto(f"/dynamiques/tableaux/{table}/")
    heading = page.get_by_role("columnheader").first
    rows = page.locator("tbody th a")
    alphabetical = rows.all_inner_texts()
    expect(heading).to_have_attribute("aria-sort", "ascending")

    heading.get_by_role("link").click()

    expect(heading).to_have_attribute("aria-sort", "descending")
    assert rows.all_inner_texts() == alphabetical[::-1]


def test_a_resource_is_sorted_from_the_heaviest(page: Page):
    page.goto("/dynamiques/tableaux/ressources/")

    page.get_by_role("columnheader").nth(1).get_by_role("link").click()

    expect(page.get_by_role("columnheader").nth(1)).to_have_attribute("aria-sort", "descending")
    levels = [
        cell.locator(".level i").count() and int(cell.locator(".level").get_attribute("class")[-1])
        for cell in page.locator("tbody tr td:nth-of-type(1)").all()
    ]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] == 3


def test_a_table_keeps_one_type_of_dynamic(page: Page):
    page.goto("/dynamiques/tableaux/ressources/")
    everything = page.locator("tbody tr").count()

    page.locator("select[name='type']").select_option("ptce")
    page.locator("form:has(select[name='type']) [type=submit]").click()

    expect(page).to_have_url(re.compile("type=ptce"))
    assert 0 < page.locator("tbody tr").count() < everything


def test_answers_to_the_self_diagnosis_are_counted_and_stay_on_the_page(page: Page):
    page.goto("/outils/criteres-des-communs/")
    sent = []
    page.on("request", lambda request: sent.append(urlsplit(request.url).path))

    page.locator("self-diagnosis input[type=radio][value=yes]").first.check()
    page.keyboard.press("Enter")

    expect(page.locator("self-diagnosis output")).to_contain_text("1")
    expect(page).to_have_url(re.compile("/criteres-des-communs/$"))
    assert [path for path in sent if not path.startswith("/static/")] == []
