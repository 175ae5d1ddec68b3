"""What the environment must say, and the sentence shown when it does not."""

import os
import re
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# What Django's own check of a deployment asks for.
SHORTEST_SECRET = 50
FEWEST_CHARACTERS = 5
LONGEST_PREFIX = 60


def required(name: str) -> str:
    """Read a variable the site cannot run without.

    Raises:
        ImproperlyConfigured: the variable is missing or empty.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        msg = f"{name} is not set. See .env.example for what it means."
        raise ImproperlyConfigured(msg)
    return value


def optional(name: str, default: str = "") -> str:
    """Read a variable the site can do without."""
    return os.environ.get(name, "").strip() or default


def secret(name: str) -> str:
    """Read a signing key.

    Raises:
        ImproperlyConfigured: it is missing, or could be guessed.
    """
    value = required(name)
    if len(value) < SHORTEST_SECRET or len(set(value)) < FEWEST_CHARACTERS:
        msg = f"{name} must be {SHORTEST_SECRET} random characters at least. See .env.example for how to make one."
        raise ImproperlyConfigured(msg)
    return value


def hosts(name: str) -> list[str]:
    """Read the names the site answers to, separated by commas.

    Raises:
        ImproperlyConfigured: there is none, or any name at all would do.
    """
    names = [host.strip() for host in required(name).split(",") if host.strip()]
    if "*" in names:
        msg = f"{name} cannot be *: links sent by e-mail would lead wherever an attacker says."
        raise ImproperlyConfigured(msg)
    return names


def url(name: str, default: str, *, schemes: tuple[str, ...]) -> str:
    """Read a URL whose scheme must be one of `schemes`.

    Raises:
        ImproperlyConfigured: the scheme is not one the site knows how to speak, or the rest makes no sense.
    """
    value = optional(name, default)
    if value and value.split("://", 1)[0] not in schemes:
        msg = f"{name} must begin with one of {', '.join(f'{scheme}://' for scheme in schemes)}."
        raise ImproperlyConfigured(msg)
    if not _is_readable(value):
        # The value may hold a password: it is not repeated.
        msg = f"{name} cannot be read. In a password, # is written %23, / is written %2F, @ is written %40."
        raise ImproperlyConfigured(msg)
    return value


def prefix(name: str, default: str) -> str:
    """Read the beginning of names kept on a server others may use too.

    Raises:
        ImproperlyConfigured: the server would refuse it.
    """
    value = optional(name, default)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > LONGEST_PREFIX:
        msg = f"{name} must be made of small letters and figures without accents, and hyphens between them."
        raise ImproperlyConfigured(msg)
    return value


def _is_readable(value: str) -> bool:
    try:
        port = urlsplit(value).port
    except ValueError:
        return False
    return port != 0


def site_url(name: str, default: str = "", *, schemes: tuple[str, ...]) -> str:
    """Read the public address of the site, without its last slash; required when it has no default.

    Raises:
        ImproperlyConfigured: it is missing, or is more or less than a scheme and a host.
    """
    value = url(name, default or required(name), schemes=schemes).rstrip("/")
    parts = urlsplit(value)
    if not parts.hostname or value != f"{parts.scheme}://{parts.netloc}":
        msg = f"{name} must be an address and nothing more, such as https://maillage.example.org."
        raise ImproperlyConfigured(msg)
    return value


def contact(name: str, default: str) -> str:
    """Read where people may write: an address that begins with mailto: or https:.

    Raises:
        ImproperlyConfigured: it begins with something else.
    """
    value = optional(name, default)
    if value != default and not value.startswith(("mailto:", "https://")):
        msg = f"{name} must begin with mailto: or https://."
        raise ImproperlyConfigured(msg)
    return value


def directory(name: str, default: Path) -> Path:
    """Read a folder's path, and make sure the folder can be written.

    Raises:
        ImproperlyConfigured: the folder cannot be created, or takes no file.
    """
    path = Path(optional(name, str(default))).resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
        # Rights alone do not tell: the disk may be read-only.
        tempfile.TemporaryFile(dir=path).close()
    except OSError as error:
        msg = f"{name} is {path}, where nothing can be written ({error.strerror})."
        raise ImproperlyConfigured(msg) from error
    return path


def email(name: str) -> dict[str, object]:
    """Read how mail leaves: `smtp://user:password@host:587/?tls=true`; the console when unset.

    Raises:
        ImproperlyConfigured: the address is not an smtp:// or smtps:// one.
    """
    value = url(name, "", schemes=("smtp", "smtps"))
    if not value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(value)
    is_tls = parse_qs(parts.query).get("tls", ["false"])[0] == "true"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": is_tls,
        "EMAIL_TIMEOUT": 10,
    }
