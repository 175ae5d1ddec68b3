"""What every page keeps, whatever its subject."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from django.template.loader import render_to_string

from tests.browser import accessibility, keyboard, markup
from tests.browser.pages import ADDRESSES, Address
from tests.browser.visits import Visit, first_visit

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
# A window of 1280 × 900 whose reader asked for 200 %.
ZOOMED = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
WITHOUT_SCRIPT = {"java_script_enabled": False}

# What sticks out of the window, without a frame of its own to scroll in.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const framed = (element) => element && (getComputedStyle(element).overflowX !== "visible" || framed(element.parentElement))
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !framed(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 100))
}"""
# Where one can go from the content of the page, inside closed <details> too.
WAYS = """() => [...document.querySelectorAll("main a[href]")]
  .map((link) => link.getAttribute("href")).filter((address) => address !== "#")"""


@pytest.fixture(scope="module", params=ADDRESSES, ids=str)
def address(request: pytest.FixtureRequest) -> Address:
    """One address of each kind of page, in turn."""
    return request.param


@pytest.fixture(scope="module")
def visit(browser: Browser, browser_context_args: dict, address: Address) -> Iterator[Visit]:
    """The page on a computer, seen for the first time, in the light scheme."""
    with first_visit(browser, browser_context_args, address) as visit:
        yield visit


@pytest.fixture(scope="module")
def phone_visit(browser: Browser, browser_context_args: dict, address: Address) -> Iterator[Visit]:
    """The page on the narrowest phone."""
    with first_visit(browser, browser_context_args | PHONE, address) as visit:
        yield visit


@pytest.fixture(scope="module")
def zoomed_visit(browser: Browser, browser_context_args: dict, address: Address) -> Iterator[Visit]:
    """The page on a computer, at 200 %."""
    with first_visit(browser, browser_context_args | ZOOMED, address) as visit:
        yield visit


@pytest.fixture(scope="module")
def plain_page(browser: Browser, browser_context_args: dict, address: Address) -> Iterator[Page]:
    """The page where no script runs."""
    context = browser.new_context(**browser_context_args, **WITHOUT_SCRIPT)
    page = context.new_page()
    page.goto(address.path)
    yield page
    context.close()


def test_the_page_answers_with_the_right_status(visit: Visit, address: Address):
    assert visit.response.status == address.status


def test_the_html_is_valid(visit: Visit):
    assert markup.errors(visit.response.text()) == []


def test_the_page_says_what_it_is(visit: Visit):
    expect(visit.page.locator("h1")).to_have_count(1)
    expect(visit.page.locator("html")).to_have_attribute("lang", "fr")
    title = visit.page.title()
    assert title.endswith(" · Maillage")
    assert len(title) > len(" · Maillage")
    description = visit.page.locator("meta[name=description]").get_attribute("content")
    assert len(description) >= 20


def test_nothing_comes_from_another_site(visit: Visit, site: str):
    strangers = [url for url in visit.requested if urlsplit(url).netloc != urlsplit(site).netloc]

    assert strangers == []


def test_the_browser_complains_of_nothing(visit: Visit, address: Address):
    ignored = f"status of {address.status} " if address.status >= 400 else None

    complaints = [text for text in visit.complaints if not (ignored and ignored in text)]

    assert complaints == []


def test_the_first_visit_is_light(visit: Visit, address: Address):
    assert visit.weight <= address.weight


def test_nothing_follows_the_visitor(visit: Visit, address: Address):
    kept = [cookie["name"] for cookie in visit.page.context.cookies()]

    assert kept == (["sessionid"] if address.has_post else [])


def test_the_page_is_accessible_in_the_light_scheme(visit: Visit):
    visit.page.emulate_media(color_scheme="light")

    assert accessibility.violations(visit.page) == []


def test_the_page_is_accessible_in_the_dark_scheme(visit: Visit):
    visit.page.emulate_media(color_scheme="dark")

    assert accessibility.violations(visit.page) == []


def test_the_page_is_accessible_on_a_phone(phone_visit: Visit):
    assert accessibility.violations(phone_visit.page) == []


def test_the_page_is_accessible_at_200_percent(zoomed_visit: Visit):
    assert accessibility.violations(zoomed_visit.page) == []


def test_nothing_sticks_out_of_a_phone(phone_visit: Visit):
    assert phone_visit.page.evaluate(TOO_WIDE) == []


def test_nothing_sticks_out_at_200_percent(zoomed_visit: Visit):
    assert zoomed_visit.page.evaluate(TOO_WIDE) == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(visit: Visit, address: Address):
    walk = keyboard.walk(visit.page)

    assert walk.stops[0].href == address.first_stop
    assert walk.came_out
    assert walk.missed == []
    assert [stop.name for stop in walk.stops if not stop.shown] == []
    assert [stop.name for stop in walk.stops if not stop.in_view] == []


def test_the_page_is_whole_without_script(plain_page: Page, visit: Visit):
    with_script, without = visit.page.evaluate(WAYS), plain_page.evaluate(WAYS)

    expect(plain_page.locator("h1")).to_be_visible()
    assert set(with_script) <= set(without)


def test_nothing_moves_for_those_who_asked_for_stillness(visit: Visit):
    assert visit.page.evaluate("document.getAnimations().length") == 0
    expect(visit.page.locator("html")).to_have_css("scroll-behavior", "auto")


def test_forms_are_sent_without_script(plain_page: Page, address: Address):
    for form in plain_page.locator("form:visible").all():
        method = form.get_attribute("method")
        assert method in {"get", "dialog"} or (method == "post" and address.has_post)
        if method == "get":
            expect(form.locator("[type=submit]")).to_be_visible()
        if method == "post":
            # Several may answer a question; the last one sends.
            expect(form.locator("[type=submit]").last).to_be_visible()


@pytest.mark.parametrize("status", [400, 403, 404, 500])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_that_say_what_went_wrong_keep_the_floors_too(page: Page, status: int, scheme: str):
    html = render_to_string(f"{status}.html")
    page.route("**/parti/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.emulate_media(color_scheme=scheme)

    page.goto("/parti/")

    assert markup.errors(html) == []
    expect(page.locator("h1")).to_have_count(1)
    assert accessibility.violations(page) == []


@pytest.mark.parametrize(
    "fault",
    [
        "<p><div>block in a paragraph</div></p>",
        "<span><ul><li>list among words</li></ul></span>",
        "<a href='/'><button>button in a link</button></a>",
        "<i id=twice></i><i id=twice></i>",
        "<label for=nobody>no field</label>",
        "<a href='#nowhere'>no target</a>",
        "<b><i>crossed</b></i>",
        "<a href='/' href='/'>twice the same attribute</a>",
    ],
)
def test_the_reader_of_html_sees_faults(fault: str):
    html = f"<!doctype html><html lang=fr><head><title>x</title></head><body>{fault}</body></html>"

    assert markup.errors(html) != []
