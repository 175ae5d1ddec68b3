"""A visitor looks at the selection otherwise: on the map, as a table, around a commune, in the frame of another site."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, Page, expect

from tests.browser.keyboard import tab_to

DRAWN = "portal-map[data-drawn]"


@contextmanager
def other_site(html: str) -> Iterator[str]:
    """Serve one page from a port of its own: for the browser, that is another site."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def opened_map(page: Page, query: str = "") -> None:
    page.goto(f"/dynamiques/?vue=carte{query}")
    expect(page.locator(DRAWN)).to_be_visible()


def test_a_cluster_says_how_many_it_holds_and_comes_apart(page: Page):
    opened_map(page)
    cluster = page.get_by_role("button", name=re.compile(r"^\d+ dynamiques, zoomer$")).first
    markers = page.locator(".map-marker")
    before = markers.evaluate_all("all => all.map((one) => one.ariaLabel)")

    cluster.click()

    page.wait_for_function(
        "before => JSON.stringify([...document.querySelectorAll('.map-marker')].map((one) => one.ariaLabel)) !== JSON.stringify(before)",
        arg=before,
    )
    assert markers.count() > 0


def test_the_map_can_be_skipped_with_the_keyboard(page: Page):
    opened_map(page)
    tab_to(page, page.locator(".skip-map"))

    page.keyboard.press("Enter")

    expect(page.locator("#after-map")).to_be_focused()


def test_without_script_the_map_is_a_list_by_region(browser: Browser, browser_context_args: dict):
    context = browser.new_context(**browser_context_args | {"java_script_enabled": False})
    page = context.new_page()
    page.goto("/dynamiques/?vue=carte")

    expect(page.get_by_text("rangées par région")).to_be_visible()
    page.get_by_role("link", name="Occitanie").click()

    expect(page).to_have_url(re.compile("region=76"))
    expect(page.locator("#results .card").first).to_be_visible()
    context.close()


def test_a_commune_whose_name_is_shared_is_asked_about(page: Page):
    page.goto("/dynamiques/?pres=Sainte-Colombe&rayon=200")

    page.get_by_role("link", name="Sainte-Colombe (Lot)").click()

    expect(page.get_by_label("Commune ou code postal")).to_have_value("Sainte-Colombe (Lot)")
    expect(page.get_by_role("list", name="Vos choix")).to_contain_text("200 km")
    expect(page.locator("#results .card h3").first).to_have_text("Figeacteurs")


def test_a_view_is_shown_in_the_frame_of_another_site(page: Page, site: str):
    page.goto("/dynamiques/?vue=carte")
    page.get_by_text("Intégrer ou imprimer cette vue").click()
    code = page.get_by_label("À copier dans la page de votre site").input_value()

    with other_site(f"<!doctype html><title>Ailleurs</title>{code}") as elsewhere:
        page.goto(elsewhere)

        frame = page.frame_locator("iframe")
        expect(frame.locator(DRAWN)).to_be_visible()
        expect(frame.get_by_role("link", name="Voir cette vue sur Maillage")).to_be_visible()
        expect(frame.locator(".site-header")).to_have_count(0)


def test_a_heading_sorts_the_table_of_the_selection(page: Page):
    page.goto("/dynamiques/?vue=tableau")

    page.get_by_role("link", name="Depuis").click()

    heading = page.get_by_role("columnheader", name="Depuis")
    expect(heading).to_have_attribute("aria-sort", "ascending")
