"""A small country: the twelve Sainte-Colombe, a few towns, and some neighbours."""

from pathlib import Path

import pytest

from portal.territories import loading

EXTRACT = Path(__file__).parent / "extract"


@pytest.fixture
def small_country(db: None) -> None:
    """Some forty communes, with their départements and régions."""
    loading.load(EXTRACT)
