"""What the environment must say, and the sentence shown when it does not."""

import pytest

from django.core.exceptions import ImproperlyConfigured

from portal import environment


def test_a_variable_the_site_needs_is_read(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", " clé ")

    assert environment.required("SECRET_KEY") == "clé"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_variable_says_its_name_and_where_to_read_about_it(monkeypatch, value):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("SECRET_KEY", value)

    with pytest.raises(ImproperlyConfigured) as caught:
        environment.required("SECRET_KEY")

    assert str(caught.value) == "SECRET_KEY is not set. See .env.example for what it means."


def test_a_variable_the_site_can_do_without_has_a_default(monkeypatch):
    monkeypatch.setenv("FROM", "  ")

    assert environment.optional("FROM", "maillage@localhost") == "maillage@localhost"
    assert environment.optional("ABSENT_FOR_SURE") == ""


def test_a_url_of_a_known_kind_is_read(monkeypatch):
    monkeypatch.setenv("BROKER", "redis://127.0.0.1:6379/0")

    assert environment.url("BROKER", "", schemes=("redis",)) == "redis://127.0.0.1:6379/0"
    assert environment.url("ABSENT_FOR_SURE", "", schemes=("redis",)) == ""


@pytest.mark.parametrize("value", ["mysql://a/b", "localhost:6379", "redis:/x", "ftp://redis://"])
def test_a_url_of_another_kind_is_refused_with_the_kinds_one_may_use(monkeypatch, value):
    monkeypatch.setenv("BROKER", value)

    with pytest.raises(ImproperlyConfigured) as caught:
        environment.url("BROKER", "", schemes=("redis", "amqp"))

    assert str(caught.value) == "BROKER must begin with one of redis://, amqp://."


def test_a_folder_is_made_when_it_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "a" / "b"))

    found = environment.directory("DATA_DIR", tmp_path)

    assert found == tmp_path / "a" / "b"
    assert found.is_dir()


def test_a_folder_where_nothing_can_be_written_says_so(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file" / "var"))

    with pytest.raises(
        ImproperlyConfigured, match=r"^DATA_DIR is .*, where nothing can be written"
    ):
        environment.directory("DATA_DIR", tmp_path)


def test_mail_goes_to_the_console_when_nothing_is_said(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)

    assert environment.email("EMAIL_URL") == {
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"
    }


def test_mail_leaves_by_the_server_that_is_named(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://moi%40ici:mot%20de%20passe@poste.exemple:587/?tls=true")

    found = environment.email("EMAIL_URL")

    assert found == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "poste.exemple",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "moi@ici",
        "EMAIL_HOST_PASSWORD": "mot de passe",
        "EMAIL_USE_SSL": False,
        "EMAIL_USE_TLS": True,
        "EMAIL_TIMEOUT": 10,
    }


@pytest.mark.parametrize(
    ("value", "port", "is_ssl"), [("smtp://a", 25, False), ("smtps://a", 465, True)]
)
def test_each_kind_of_mail_server_has_its_usual_port(monkeypatch, value, port, is_ssl):
    monkeypatch.setenv("EMAIL_URL", value)

    found = environment.email("EMAIL_URL")

    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"]) == (port, is_ssl)


def test_mail_by_another_way_is_refused(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "http://poste.exemple")

    with pytest.raises(
        ImproperlyConfigured, match="EMAIL_URL must begin with one of smtp://, smtps://"
    ):
        environment.email("EMAIL_URL")
