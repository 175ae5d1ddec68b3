"""Everything between a fresh clone and a portal one can browse."""

import io
import socket

import pytest

from django.core.management import CommandError

from portal.accounts.models import User
from portal.home.demo_accounts import PASSWORD, ROLES, create_demo_accounts
from portal.home.management.commands import demo
from portal.home.management.commands.demo import Command, refuse_busy_port


@pytest.mark.django_db
def test_there_is_one_account_per_role(groups):
    create_demo_accounts()

    found = {user.email: user for user in User.objects.all()}
    assert set(found) == {role.email for role in ROLES}
    for role in ROLES:
        user = found[role.email]
        assert user.check_password(PASSWORD)
        assert [group.name for group in user.groups.all()] == [role.group] * bool(role.group)
        assert user.is_superuser is role.is_superuser


@pytest.mark.django_db
def test_accounts_that_are_there_are_left_as_they_are(groups):
    create_demo_accounts()
    User.objects.filter(email=ROLES[0].email).update(first_name="Changé")

    create_demo_accounts()

    assert User.objects.get(email=ROLES[0].email).first_name == "Changé"
    assert User.objects.count() == len(ROLES)


def test_a_busy_port_is_said_before_anything_is_prepared():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is taken.*PORT={port + 1}"):
            refuse_busy_port(port)


def test_a_free_port_is_accepted():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    refuse_busy_port(port)


def test_the_address_and_the_accounts_are_printed():
    said = io.StringIO()

    Command(stdout=said).announce(8123)

    assert "http://127.0.0.1:8123/" in said.getvalue()
    assert PASSWORD in said.getvalue()
    for role in ROLES:
        assert role.email in said.getvalue()


def test_each_preparation_says_what_it_does_and_how_long_it_took():
    said = io.StringIO()

    with Command(stdout=said).timed("content"):
        pass

    assert said.getvalue().startswith("▸ content…\n  done in 0.0 s")


def test_static_files_are_collected_when_they_changed_and_only_then(
    settings, tmp_path, monkeypatch
):
    collected = []
    monkeypatch.setattr(demo, "call_command", lambda name, **_options: collected.append(name))
    settings.STATIC_ROOT = tmp_path

    demo.collect_static_if_needed()
    demo.collect_static_if_needed()
    assert collected == ["collectstatic"]

    monkeypatch.setattr(demo, "static_fingerprint", lambda: "autre")
    demo.collect_static_if_needed()
    assert collected == ["collectstatic", "collectstatic"]
