"""What every test may ask for: the site's tree, its groups, and somebody from each of them."""

import logging
import os
from collections.abc import Iterator

import pytest
import pytest_django

from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

from dynamics.directory.models import DirectoryPage
from portal.accounts.models import User
from portal.home import groups as home_groups
from portal.home import tree
from portal.home.models import HomePage
from tests.factories import make_user
from toolbox.models import MethodIndexPage


class _Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """Before the test database goes, end the sessions that threads of some tests left open.

    PostgreSQL refuses to drop a database that anybody else still uses.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def no_silent_error(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs an error nobody sees; `@pytest.mark.logs_errors` when one is expected."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if not request.node.get_closest_marker("logs_errors"):
        assert errors.records == []


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Labels and the like are remembered for a minute: not from one test to the next."""
    cache.clear()


@pytest.fixture(scope="session")
def search_url() -> str:
    """The address of a real server; without one its tests are skipped, except where services are required."""
    if url := os.environ.get("TEST_SEARCH_URL"):
        return url
    message = "Set TEST_SEARCH_URL=http://127.0.0.1:9200 to test with a real Elasticsearch (make services)."
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def home(db: None) -> HomePage:
    """The home page, root of the site."""
    page = tree.home_page()
    tree.site_for(page, hostname="testserver", port=80)
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def directory(home: HomePage) -> DirectoryPage:
    """The door of the directory."""
    return tree.directory_page(home)


@pytest.fixture
def referential(home: HomePage) -> MethodIndexPage:
    """The door of the referential."""
    return tree.referential_page(home)


@pytest.fixture
def groups(home: HomePage, directory: DirectoryPage, referential: MethodIndexPage) -> None:
    """Members, editors and animators, and the review between them."""
    home_groups.set_up_groups(home=home, referential=referential)


@pytest.fixture
def member(groups: None) -> User:
    """Somebody who proposes."""
    return make_user("membre@exemple.fr", group=home_groups.MEMBERS)


@pytest.fixture
def editor(groups: None) -> User:
    """Somebody who corrects."""
    return make_user("editrice@exemple.fr", group=home_groups.EDITORS)


@pytest.fixture
def animator(groups: None) -> User:
    """Somebody who publishes."""
    return make_user("animateur@exemple.fr", group=home_groups.ANIMATORS)
