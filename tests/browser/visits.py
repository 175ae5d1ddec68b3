"""A first visit to a page: what was asked for, what it weighed, what the browser complained of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.pages import Address


@dataclass
class Visit:
    """A page and everything that happened while it came."""

    page: Page
    requested: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    weight: float = 0
    response: Response | None = None


@contextmanager
def first_visit(browser: Browser, arguments: dict, address: Address) -> Iterator[Visit]:
    """Open an address as somebody who never came."""
    context = browser.new_context(**arguments)
    try:
        visit = Visit(context.new_page())
        _listen(visit)
        visit.response = visit.page.goto(address.path)
        expect(visit.page.locator(address.drawn).first).to_be_visible()
        yield visit
    finally:
        context.close()


def _listen(visit: Visit) -> None:
    def weigh(event: dict) -> None:
        visit.weight += event["encodedDataLength"]

    network = visit.page.context.new_cdp_session(visit.page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", weigh)
    visit.page.on("request", lambda request: visit.requested.append(request.url))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on(
        "console",
        lambda message: (
            visit.complaints.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
