"""What the environment must say, and the sentence shown when it does not."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


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


def url(name: str, default: str, *, schemes: tuple[str, ...]) -> str:
    """Read a URL whose scheme must be one of `schemes`.

    Raises:
        ImproperlyConfigured: the scheme is not one the site knows how to speak.
    """
    value = optional(name, default)
    if value and value.split("://", 1)[0] not in schemes:
        msg = f"{name} must begin with one of {', '.join(f'{scheme}://' for scheme in schemes)}."
        raise ImproperlyConfigured(msg)
    return value


def directory(name: str, default: Path) -> Path:
    """Read a folder's path, and make sure the folder can be written.

    Raises:
        ImproperlyConfigured: the folder cannot be created.
    """
    path = Path(optional(name, str(default))).resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
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
