"""Commands of the portal, run as people run them: in a process of their own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
# What the test run may have been told, and a process of its own must not hear.
OWN = (
    "ALLOWED_HOSTS",
    "CELERY_BROKER_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "PORT",
    "SEARCH_PREFIX",
    "SEARCH_URL",
    "SECRET_KEY",
    "SECURITY_CONTACT",
    "SITE_URL",
)
# What a browser left running beside the tests needs of this very process, and no other may hear of.
BESIDE_A_BROWSER = "DJANGO_ALLOW_ASYNC_UNSAFE"
# The time a process may take on a machine that does much else.
PATIENCE = 120


def environment(settings: str, data: Path, **variables: str) -> dict[str, str]:
    """Return an environment that says these variables and nothing else of the portal's."""
    kept = {
        name: value for name, value in os.environ.items() if name not in (*OWN, BESIDE_A_BROWSER)
    }
    said = {"DJANGO_SETTINGS_MODULE": f"portal.settings.{settings}", "DATA_DIR": str(data)}
    return kept | said | {"PYTHONPATH": str(ROOT)} | variables


def production(data: Path, **variables: str) -> dict[str, str]:
    """Return what a complete deployment says."""
    complete = {
        "SECRET_KEY": "une-clé-pour-les-tests-" * 3,
        "ALLOWED_HOSTS": "maillage.example.org",
        "SITE_URL": "https://maillage.example.org",
        "DATABASE_URL": "postgres://maillage:mot-de-passe@127.0.0.1:1/maillage",
        "CELERY_BROKER_URL": "redis://127.0.0.1:1/0",
        "EMAIL_URL": "smtp://maillage:mot-de-passe@127.0.0.1:1/?tls=true",
        "SECURITY_CONTACT": "mailto:securite@maillage.example.org",
    }
    return environment("production", data, **complete | variables)


def manage(
    *arguments: str, said: Mapping[str, str], folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `manage.py` and return how it ended and everything it wrote."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        cwd=folder,
        env=dict(said),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
    )


def read_settings(
    name: str, said: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """Read the settings `production` or `demo` as these variables, and no other, make them."""
    for variable in OWN:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in said.items():
        monkeypatch.setenv(variable, value)
    for module in ("base", name):
        monkeypatch.delitem(sys.modules, f"portal.settings.{module}", raising=False)
    return import_module(f"portal.settings.{name}")
