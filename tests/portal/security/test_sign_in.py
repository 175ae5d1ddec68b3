"""Signing in tells a stranger nothing about who has an account."""

import re
from importlib import import_module

import pytest
from pytest_django import Settings

from django.contrib.auth import hashers
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse

from portal.accounts.models import User
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/login/"
FORGOTTEN = "/admin/password_reset/"


def sign_in(client, email: str, password: str) -> HttpResponse:
    return client.post(ADDRESS, {"username": email, "password": password})


def without_tokens(response: HttpResponse) -> str:
    """Return a page without what is drawn at random each time."""
    return re.sub(r"\b[A-Za-z0-9]{32,64}\b", "", response.content.decode())


def test_a_wrong_password_and_an_unknown_address_are_told_alike(client, member):
    known = sign_in(client, member.email, "ce n’est pas le bon")
    unknown = sign_in(client, "personne@exemple.fr", "ce n’est pas le bon")

    assert known.status_code == unknown.status_code == 200
    errors = [list(answer.context["form"].non_field_errors()) for answer in (known, unknown)]
    assert errors[0] == errors[1] != []
    assert len(known.content) - len(unknown.content) == len(member.email) - len(
        "personne@exemple.fr"
    )


def test_an_unknown_address_takes_as_long_as_a_known_one(client, member, monkeypatch):
    hashed = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher,
        "encode",
        lambda *arguments, **options: hashed.append(1) or encode(*arguments, **options),
    )

    sign_in(client, member.email, "ce n’est pas le bon")
    for_known = len(hashed)
    sign_in(client, "personne@exemple.fr", "ce n’est pas le bon")

    assert for_known == len(hashed) - for_known == 1


def test_a_closed_account_is_told_like_a_wrong_password(client, member):
    User.objects.filter(pk=member.pk).update(is_active=False)

    closed = sign_in(client, member.email, PASSWORD)
    unknown = sign_in(client, "personne@exemple.fr", PASSWORD)

    errors = [list(answer.context["form"].non_field_errors()) for answer in (closed, unknown)]
    assert errors[0] == errors[1] != []


def test_a_forgotten_password_is_told_alike_for_everybody(client, member, mailoutbox):
    known = client.post(FORGOTTEN, {"email": member.email}, follow=True)
    unknown = client.post(FORGOTTEN, {"email": "personne@exemple.fr"}, follow=True)

    assert known.redirect_chain == unknown.redirect_chain
    assert without_tokens(known) == without_tokens(unknown)
    assert [message.to for message in mailoutbox] == [[member.email]]
    assert "http://testserver/admin/password_reset/confirm/" in mailoutbox[0].body


def test_the_session_changes_when_one_signs_in_and_ends_when_one_leaves(client, member):
    client.get(ADDRESS)
    before = client.cookies["sessionid"].value

    sign_in(client, member.email, PASSWORD)
    cookie = client.cookies["sessionid"]
    assert cookie.value != before
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

    client.post("/admin/logout/")
    assert client.cookies["sessionid"].value == ""
    assert client.get("/admin/").status_code == 302


def test_signing_in_never_leads_to_another_site(client, member):
    response = client.post(
        f"{ADDRESS}?next=https://ailleurs.example/",
        {"username": member.email, "password": PASSWORD, "next": "https://ailleurs.example/"},
    )

    assert response["Location"] == "/admin/"


@pytest.mark.parametrize(
    "password", ["onze-signes", "1q2w3e4r5t6y", "membre@exemple.fr", "exemple.fr membre"]
)
def test_a_short_or_obvious_password_is_refused(member, password):
    with pytest.raises(ValidationError):
        validate_password(password, member)


def test_twelve_characters_of_any_kind_are_enough(member):
    validate_password("les saisons!", member)


def test_passwords_are_hashed_with_argon2_and_old_hashes_are_replaced(client, settings: Settings):
    settings.PASSWORD_HASHERS = import_module("portal.settings.base").PASSWORD_HASHERS
    user = make_user("nouvelle@exemple.fr")
    assert user.password.startswith("argon2$argon2id$")

    user.password = hashers.make_password(PASSWORD, hasher="pbkdf2_sha256")
    user.save()
    sign_in(client, user.email, PASSWORD)

    user.refresh_from_db()
    assert user.password.startswith("argon2$argon2id$")
