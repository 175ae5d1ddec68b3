import pytest

from django.template import engines


@pytest.fixture(autouse=True)
def templates_of_wagtail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Wagtail's templates name what is not there, as they do everywhere."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
