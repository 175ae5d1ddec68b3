from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.portal.deployment.processes import read_settings


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., ModuleType]:
    """Read the settings of an environment: `production` or `demo`, and what its variables say."""

    def settings(name: str, **variables: str) -> ModuleType:
        return read_settings(name, {"DATA_DIR": str(tmp_path)} | variables, monkeypatch)

    return settings
