"""A real deployment: nothing to warn about when its environment is complete, one sentence when it is not."""

from collections.abc import Callable
from types import ModuleType

import pytest

from django.core.exceptions import ImproperlyConfigured

from tests.portal.deployment.processes import manage, production

Read = Callable[..., ModuleType]

ADDRESS_ALONE = (
    "SITE_URL must be an address and nothing more, such as https://maillage.example.org."
)
GUESSED = "SECRET_KEY must be 50 random characters at least. See .env.example for how to make one."
REFUSED = [
    ("SECRET_KEY", "", "SECRET_KEY is not set. See .env.example for what it means."),
    ("SECRET_KEY", "changez-moi", GUESSED),
    ("SECRET_KEY", "ab" * 25, GUESSED),
    ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS is not set. See .env.example for what it means."),
    ("ALLOWED_HOSTS", "maillage.example.org, *", "ALLOWED_HOSTS cannot be *"),
    ("SITE_URL", "", "SITE_URL is not set. See .env.example for what it means."),
    ("SITE_URL", "http://maillage.example.org", "SITE_URL must begin with one of https://."),
    ("SITE_URL", "https://maillage.example.org/portail/", ADDRESS_ALONE),
    ("SITE_URL", "https://", ADDRESS_ALONE),
    (
        "DATABASE_URL",
        "mysql://maillage@db/maillage",
        "DATABASE_URL must begin with one of sqlite://, postgres://, postgresql://.",
    ),
    ("DATABASE_URL", "postgres://maillage:a/b#c@db:5432/maillage", "DATABASE_URL cannot be read."),
    (
        "CELERY_BROKER_URL",
        "http://redis:6379/0",
        "CELERY_BROKER_URL must begin with one of redis://, rediss://, amqp://, amqps://.",
    ),
    (
        "EMAIL_URL",
        "ftp://poste.example.org",
        "EMAIL_URL must begin with one of smtp://, smtps://.",
    ),
    (
        "SEARCH_URL",
        "redis://search:9200",
        "SEARCH_URL must begin with one of http://, https://.",
    ),
    ("SEARCH_PREFIX", "Maillage_1", "SEARCH_PREFIX must be made of small letters and figures"),
    (
        "SECURITY_CONTACT",
        "securite@example.org",
        "SECURITY_CONTACT must begin with mailto: or https://.",
    ),
    ("DATA_DIR", "/proc/maillage", "DATA_DIR is /proc/maillage, where nothing can be written"),
]


def test_a_complete_deployment_has_nothing_to_be_warned_about(tmp_path):
    outcome = manage(
        "check", "--deploy", "--fail-level", "WARNING", said=production(tmp_path), folder=tmp_path
    )

    assert outcome.stdout == "System check identified no issues (0 silenced).\n"
    assert outcome.returncode == 0


def test_whoever_types_a_command_reads_one_sentence_and_no_stack_trace(tmp_path):
    outcome = manage("migrate", said=production(tmp_path, SECRET_KEY=""))

    assert outcome.stdout == "SECRET_KEY is not set. See .env.example for what it means.\n"
    assert outcome.returncode == 1


@pytest.mark.parametrize(("name", "value", "sentence"), REFUSED)
def test_what_is_missing_or_wrong_is_refused_with_a_sentence(
    read: Read, tmp_path, name, value, sentence
):
    with pytest.raises(ImproperlyConfigured) as caught:
        read("production", **production(tmp_path, **{name: value}))

    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_a_password_that_cannot_be_read_is_not_repeated(read: Read, tmp_path):
    said = production(tmp_path, DATABASE_URL="postgres://maillage:tres/secret#x@db/maillage")

    with pytest.raises(ImproperlyConfigured) as caught:
        read("production", **said)

    assert "secret" not in str(caught.value)
    assert "# is written %23" in str(caught.value)


def test_spaces_and_stray_commas_between_names_do_not_matter(read: Read, tmp_path):
    said = production(tmp_path, ALLOWED_HOSTS=" maillage.example.org, www.example.org ,")

    found = read("production", **said)

    assert found.ALLOWED_HOSTS == ["maillage.example.org", "www.example.org"]


def test_cookies_and_addresses_are_secure(read: Read, tmp_path):
    found = read("production", **production(tmp_path, SITE_URL="https://maillage.example.org/"))

    assert found.SITE_URL == found.WAGTAILADMIN_BASE_URL == "https://maillage.example.org"
    assert found.CSRF_TRUSTED_ORIGINS == ["https://maillage.example.org"]
    assert found.SESSION_COOKIE_NAME.startswith("__Host-")
    assert found.SESSION_COOKIE_SECURE
    assert found.SESSION_COOKIE_HTTPONLY
    assert found.SESSION_COOKIE_SAMESITE == "Lax"
    assert not found.DEBUG


@pytest.mark.parametrize("name", ["production", "demo"])
def test_passwords_are_hashed_with_argon2_and_long(read: Read, tmp_path, name):
    found = read(name, **production(tmp_path))

    assert found.PASSWORD_HASHERS[0].endswith(".Argon2PasswordHasher")
    lengths = [each.get("OPTIONS", {}).get("min_length") for each in found.AUTH_PASSWORD_VALIDATORS]
    assert lengths[0] == 12


def test_the_demo_needs_nothing_and_answers_this_machine_only(read: Read):
    found = read("demo")

    assert found.ALLOWED_HOSTS == ["127.0.0.1", "localhost", "[::1]"]
    assert found.BROKER_URL == ""
    assert not found.DEBUG
