"""Accounts, known by their e-mail address."""

import pytest

from django.db import IntegrityError

from portal.accounts.models import User

pytestmark = pytest.mark.django_db


def test_an_account_is_known_by_its_address():
    user = User.objects.create_user("Marie@Exemple.FR", "un mot de passe assez long")

    assert user.email == "marie@exemple.fr"
    assert user.check_password("un mot de passe assez long")
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_an_address_belongs_to_one_account_whatever_its_capitals():
    User.objects.create_user("marie@exemple.fr")

    with pytest.raises(IntegrityError):
        User.objects.create_user("MARIE@exemple.fr")


def test_an_account_needs_an_address():
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")


def test_nobody_signs_in_without_a_password():
    user = User.objects.create_user("marie@exemple.fr")

    assert not user.has_usable_password()


def test_an_administrator_may_do_everything():
    user = User.objects.create_superuser("admin@exemple.fr", "un mot de passe assez long")

    assert user.is_superuser
    assert user.is_staff


def test_somebody_is_called_by_name_or_else_by_address():
    assert str(User(email="marie@exemple.fr")) == "marie@exemple.fr"
    assert str(User(email="m@e.fr", first_name="Marie", last_name="Curie")) == "Marie Curie"
