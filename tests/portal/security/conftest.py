"""A portal with one of everything, and addresses that go wrong."""

import pytest
from pytest_django import Settings

from django.template import engines
from django.test import Client

from portal.home.models import HomePage
from search import rebuilding
from search.engines import current_engine
from tests.factories import (
    make_dynamic,
    make_method,
    make_monograph,
    make_page,
    make_proposal,
    make_term,
)


@pytest.fixture(autouse=True)
def templates_of_wagtail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Wagtail's templates name what is not there, as they do everywhere."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def content(groups: None) -> None:
    """One of everything, published and findable."""
    make_dynamic("Eusko")
    make_monograph(make_dynamic("Figeacteurs"))
    make_method("Forum ouvert")
    make_term("Commun")
    make_proposal("Financer l’animation")
    make_page("La charte")
    rebuilding.rebuild(current_engine())


@pytest.fixture
def visitor(home: HomePage, settings: Settings) -> Client:
    """A stranger, who sees what a real server would answer, breakdowns included."""
    settings.ROOT_URLCONF = "tests.portal.security.broken"
    return Client(raise_request_exception=False)
