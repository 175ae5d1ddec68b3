"""Nothing of the people who write goes where everybody reads: pages, open data, files, logs."""

import logging
import smtplib
from collections.abc import Callable
from logging import StreamHandler

import pytest

from django.core import mail
from django.test import Client
from wagtail.models import Page, Workflow

from dynamics.directory.models import Dynamic
from portal.accounts.models import User
from portal.core.publishing import publish
from portal.glossary.models import Term
from tests.factories import PASSWORD, make_user
from tests.portal.security.addresses import EVERYTHING

pytestmark = [pytest.mark.django_db, pytest.mark.logs_errors]

PLANTED = ("planche.contact", "Prénomplanté", "Nomplanté")


@pytest.fixture
def author(content: None) -> User:
    """Somebody who owns, wrote, published, locked and reviews everything there is."""
    author = make_user(
        "planche.contact@exemple.fr",
        first_name="Prénomplanté",
        last_name="Nomplanté",
        is_superuser=True,
    )
    Page.objects.update(owner=author, locked=True, locked_by=author)
    workflow = Workflow.objects.get()
    for record in (*Dynamic.objects.all(), *Term.objects.all()):
        publish(record, by=author)
        record.save_revision(user=author)
        workflow.start(record, author)
    for page in Page.objects.filter(depth__gt=1).specific():
        page.save_revision(user=author, log_action=True).publish(user=author)
    return author


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Hear every logger, and return what the log of the portal would have written."""
    caplog.set_level(logging.INFO)
    (handler,) = [each for each in logging.getLogger().handlers if type(each) is StreamHandler]
    return lambda: [handler.format(record) for record in caplog.records]


def planted_in(text: str) -> list[str]:
    return [word for word in PLANTED if word.lower() in text.lower()]


def test_nobody_s_address_or_name_is_in_what_everybody_reads(author, visitor):
    for path in EVERYTHING:
        response = visitor.get(path)
        assert planted_in(response.content.decode()) == [], path
        assert planted_in(str(response.headers)) == [], path


def test_people_are_not_found_by_search(author, visitor):
    for words in PLANTED:
        answer = visitor.get("/api/v1/search", {"q": f'"{words}"'}).json()
        assert answer["total"] == 0, words
        assert planted_in(visitor.get("/api/v1/suggest", {"q": words[:6]}).content.decode()) == []


def test_the_log_knows_nobody(author, client, log, monkeypatch):
    def refused(*_arguments: object) -> None:
        raise smtplib.SMTPRecipientsRefused({author.email: (550, b"unknown")})

    client.post("/admin/login/", {"username": author.email, "password": "ce n’est pas le bon"})
    client.post("/admin/password_reset/", {"email": author.email})
    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refused)
    client.post("/admin/password_reset/", {"email": author.email})
    client.post("/admin/login/", {"username": author.email, "password": PASSWORD})
    Client(enforce_csrf_checks=True).post("/admin/login/", {"username": author.email})
    client.get("/nulle-part/", {"courriel": author.email})

    lines = log()
    assert any("Failed to send password reset email" in line for line in lines)
    assert [line for line in lines if planted_in(line)] == []
