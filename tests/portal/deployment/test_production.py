"""A real deployment: nothing to warn about when its environment is complete, one sentence when it is not."""

import pytest

from tests.portal.deployment.processes import manage, production

UNKNOWN_SCHEMES = [
    ("DATABASE_URL", "mysql://maillage@db/maillage", "sqlite://, postgres://, postgresql://"),
    ("CELERY_BROKER_URL", "http://redis:6379/0", "redis://, rediss://, amqp://, amqps://"),
    ("EMAIL_URL", "ftp://poste.example.org", "smtp://, smtps://"),
    ("SEARCH_URL", "redis://search:9200", "http://, https://"),
    ("SITE_URL", "http://maillage.example.org", "https://"),
]
ADDRESS_ALONE = (
    "SITE_URL must be an address and nothing more, such as https://maillage.example.org."
)
REFUSED = [
    *((name, "", f"{name} is not set.") for name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL")),
    *((name, value, f"{name} must begin with") for name, value, _schemes in UNKNOWN_SCHEMES),
    ("SECRET_KEY", "changez-moi", "SECRET_KEY must have 50 characters at least."),
    ("ALLOWED_HOSTS", "maillage.example.org, *", "ALLOWED_HOSTS cannot be *"),
    ("SITE_URL", "https://maillage.example.org/portail/", ADDRESS_ALONE),
    ("SITE_URL", "https://", ADDRESS_ALONE),
    ("DATABASE_URL", "postgres://maillage:a/b#c@db:5432/maillage", "DATABASE_URL cannot be read."),
    ("SECURITY_CONTACT", "securite@example.org", "SECURITY_CONTACT must begin with mailto: or"),
    ("DATA_DIR", "/proc/maillage", "DATA_DIR is /proc/maillage, where nothing can be written"),
]


def test_a_complete_deployment_has_nothing_to_be_warned_about(tmp_path):
    outcome = manage(
        "check", "--deploy", "--fail-level", "WARNING", said=production(tmp_path), folder=tmp_path
    )

    assert outcome.stdout == "System check identified no issues (0 silenced).\n"
    assert outcome.returncode == 0


@pytest.mark.parametrize(("name", "value", "sentence"), REFUSED)
def test_what_is_missing_or_wrong_is_told_in_one_sentence(tmp_path, name, value, sentence):
    outcome = manage("check", "--deploy", said=production(tmp_path, **{name: value}))

    assert outcome.returncode == 1
    assert outcome.stdout.startswith(sentence)
    assert outcome.stdout.count("\n") == 1, "one line, and no stack trace"


@pytest.mark.parametrize(("name", "value", "schemes"), UNKNOWN_SCHEMES)
def test_what_one_may_write_instead_is_told(tmp_path, name, value, schemes):
    outcome = manage("migrate", said=production(tmp_path, **{name: value}))

    assert outcome.stdout == f"{name} must begin with one of {schemes}.\n"


def test_a_password_that_cannot_be_read_is_not_repeated(tmp_path):
    said = production(tmp_path, DATABASE_URL="postgres://maillage:tres/secret#x@db/maillage")

    outcome = manage("check", said=said)

    assert "secret" not in outcome.stdout
    assert "%23" in outcome.stdout
