"""Facts come from the sources, sentences are ours: no run of words is copied."""

import re
import unicodedata
from collections.abc import Iterator

import pytest

from django.conf import settings

from tests.content.files import PAGES, TABLES, passages, where

SOURCES = settings.BASE_DIR.parent / "shared" / "sources"
RUN = 12
# Official names and titles, which have only one wording.
PROPER_NAMES = (
    "loi d’avenir pour l’agriculture, l’alimentation et la forêt",
    "L’identité, un frein à la coopération",
)
_QUOTED = re.compile(r"«[^»]*»")


def words(text: str) -> list[str]:
    """Return the words of a text, without case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1))


def own_words(passage: str) -> list[str]:
    """Cut out of a passage what may be copied: quotations and official names."""
    for name in PROPER_NAMES:
        passage = passage.replace(name, "«»")
    return _QUOTED.split(passage)


@pytest.mark.skipif(not SOURCES.exists(), reason="the sources are not part of the repository")
def test_no_run_of_twelve_words_is_copied_from_a_source():
    known = {
        run for path in SOURCES.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))
    }

    copied = [
        f"{where(path)}: {' '.join(run)}"
        for path in (*PAGES, *TABLES)
        for passage in passages(path)
        for part in own_words(passage)
        for run in runs(part)
        if run in known
    ]

    assert copied == []


def test_a_copy_would_be_seen():
    source = "Un deux trois quatre cinq six sept huit neuf dix onze douze, treize."

    assert set(runs("Ici : un, deux, trois, QUATRE cinq six sept huit neuf dix onze douze")) & set(
        runs(source)
    )
    assert own_words("avant « une citation » après") == ["avant ", " après"]
