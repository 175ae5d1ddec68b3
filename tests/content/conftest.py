"""The whole content, loaded once for the tests of this folder, and gone after them."""

import io
from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site


def forget() -> None:
    """Drop what the process remembers of the database."""
    cache.clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="package")
def loaded_content(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Load every file of `fixtures/`, and index it, in a transaction that is never committed."""
    index = override_settings(SEARCH_DIR=tmp_path_factory.mktemp("search"))
    with index, django_db_blocker.unblock(), transaction.atomic():
        forget()
        call_command("load_content", stdout=io.StringIO())
        call_command("search_rebuild", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)
    forget()


@pytest.fixture
def content(loaded_content: None, db: None) -> None:
    """The portal as a newcomer gets it."""
    Site.clear_site_root_paths_cache()
