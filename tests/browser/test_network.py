"""The network with a mouse, with the keyboard alone, and without a script."""

from playwright.sync_api import Browser, Page, expect

NETWORK = "/dynamiques/?vue=reseau"


def drawn(page: Page) -> None:
    page.goto(NETWORK)
    expect(page.locator("network-graph")).to_have_attribute("data-drawn", "38")


def test_arrows_go_from_point_to_point_and_enter_opens_one(page: Page):
    drawn(page)
    canvas = page.locator("network-graph canvas")
    canvas.focus()

    canvas.press("ArrowRight")
    told = page.locator(".network-told")
    expect(told).to_have_text("Figeacteurs, 11 liens")
    canvas.press("ArrowLeft")
    expect(told).not_to_have_text("Figeacteurs, 11 liens")
    canvas.press("ArrowRight")
    canvas.press("Escape")
    expect(told).to_have_text("")
    canvas.press("ArrowRight")
    canvas.press("Enter")

    page.wait_for_url("**/dynamiques/figeacteurs/")


def test_pointing_at_a_point_says_its_name(page: Page):
    drawn(page)
    place = page.evaluate(
        """() => {
          const { view } = document.querySelector("network-graph")
          return view.toScreen(view.network.labels.indexOf("Eusko"))
        }"""
    )

    page.locator("network-graph canvas").hover(position={"x": place[0], "y": place[1]})

    expect(page.locator(".network-told")).to_have_text("Eusko, 5 liens")


def test_buttons_zoom_and_show_everything_again(page: Page):
    drawn(page)
    scale = "document.querySelector('network-graph').view.scale"
    before = page.evaluate(scale)

    page.get_by_role("button", name="Zoom avant").click()
    assert page.evaluate(scale) > before
    page.get_by_role("button", name="Tout montrer").click()

    assert page.evaluate(scale) == before


def test_the_keyboard_walks_the_threads_of_a_dynamic(page: Page):
    page.goto("/dynamiques/figeacteurs/liens/")
    first = page.locator(".threads a").first
    first.focus()

    page.keyboard.press("Tab")

    expect(page.locator(".threads a:focus")).to_have_attribute(
        "aria-label", "Start-Up de Territoire – Clus’Ter Jura, 8 liens"
    )


def test_a_way_is_asked_for_with_a_form_and_can_be_shared(page: Page):
    page.goto(NETWORK)
    page.get_by_label("De", exact=True).fill("Nova CHILD")
    page.get_by_label("à", exact=True).fill("Pôle Mer Méditerranée")

    page.get_by_role("button", name="Trouver le chemin").click()

    expect(
        page.get_by_role("heading", name="De Nova CHILD à Pôle Mer Méditerranée")
    ).to_be_visible()
    expect(page.locator(".network-way li")).to_have_count(1)
    assert "de=Nova+CHILD" in page.url


def test_without_a_script_the_table_says_everything(browser: Browser, browser_context_args: dict):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(NETWORK)

    expect(page.locator(".network-table tbody tr")).to_have_count(38)
    expect(page.get_by_text("demande JavaScript")).to_be_visible()
    context.close()
