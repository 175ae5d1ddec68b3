"""What the environment must say, and the sentence shown when it does not."""

import os
from pathlib import Path

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
