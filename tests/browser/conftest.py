"""A browser and a site for tests that walk as people do."""

import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portal.home.demo_accounts import PASSWORD
from tests.browser.server import Site, running_site

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# A machine that does much else answers in the end: five seconds, the usual patience, are not always enough.
expect.set_options(timeout=20_000)
SignIn = Callable[[str], Page]
# Words that only a fault writes in the log of the server.
FAULT = re.compile(r"^(ERROR |CRITICAL |Traceback \(most recent call last\))", re.MULTILINE)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what browses on as few workers as there are halves: each serves one site of its own."""
    for item in items:
        if item.path.is_relative_to(HERE):
            half = "floors" if item.path.stem == "test_floors" else "walks"
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(f"browser-{half}"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one these tests are skipped, except where services are required."""
    if CHROMIUM:
        return CHROMIUM
    message = "No Chromium on the PATH: set CHROMIUM to run the browser tests."
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session", autouse=True)
def _django_beside_a_browser() -> None:
    """Playwright leaves an event loop running in the thread where later tests query the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict:
    """Use the system's browser, without anything that calls home."""
    return {
        "executable_path": chromium,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def server(chromium: str, pytestconfig: pytest.Config) -> Iterator[Site]:
    """A running portal with its whole content; `--base-url` names one that runs already."""
    if address := pytestconfig.getoption("--base-url"):
        yield Site(address, Path(os.devnull))
        return
    with running_site() as site:
        yield site


@pytest.fixture(scope="session")
def site(server: Site) -> str:
    """The address of the portal."""
    return server.address


@pytest.fixture(scope="session")
def _pw_artifacts_folder(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Playwright's scratch folder, where pytest tidies up: the plugin's own outlives a worker, noisily."""
    return SimpleNamespace(name=str(tmp_path_factory.mktemp("playwright")))


def faults(said: str) -> str:
    """Return what the server said from its first fault on, if there is one."""
    found = FAULT.search(said)
    return said[found.start() :] if found else ""


@pytest.fixture(autouse=True)
def no_fault_on_the_server(server: Site, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test during which the server went wrong, and show what it said."""
    offset = server.log.stat().st_size
    yield
    if not request.node.get_closest_marker("logs_errors"):
        said = server.said_since(offset)
        assert not faults(said), f"The server said:\n{faults(said)[:6000]}"


@pytest.fixture(scope="session")
def browser_context_args(site: str) -> dict:
    """Open pages by their path, in French, on a computer; nothing moves, so nothing has to be waited for."""
    return {
        "base_url": site,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict) -> Iterator[Page]:
    """A page as wide as a small phone."""
    arguments = browser_context_args | {
        "viewport": {"width": 360, "height": 740},
        "has_touch": True,
    }
    context: BrowserContext = browser.new_context(**arguments)
    yield context.new_page()
    context.close()


@pytest.fixture
def sign_in(browser: Browser, browser_context_args: dict) -> Iterator[SignIn]:
    """Open the admin as one of the demo's people, each with a browser of their own."""
    with ExitStack() as contexts:

        def open_admin(email: str) -> Page:
            page = contexts.enter_context(browser.new_context(**browser_context_args)).new_page()
            page.goto("/admin/")
            page.locator("[name=username]").fill(email)
            page.locator("[name=password]").fill(PASSWORD)
            page.locator("form [type=submit]").click()
            expect(page).to_have_url(re.compile("/admin/$"))
            return page

        yield open_admin


@pytest.fixture
def word() -> str:
    """A word that nobody has written before."""
    syllables = (secrets.choice("bdfglmprtv") + secrets.choice("aiou") for _ in range(6))
    return "".join(syllables)
