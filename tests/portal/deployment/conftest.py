import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.portal.deployment.processes import OWN


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., ModuleType]:
    """Read the settings of an environment: `production` or `demo`, and what its variables say."""

    def settings(name: str, **variables: str) -> ModuleType:
        for variable in OWN:
            monkeypatch.delenv(variable, raising=False)
        for variable, value in ({"DATA_DIR": str(tmp_path)} | variables).items():
            monkeypatch.setenv(variable, value)
        for module in ("base", name):
            monkeypatch.delitem(sys.modules, f"portal.settings.{module}", raising=False)
        return import_module(f"portal.settings.{name}")

    return settings
