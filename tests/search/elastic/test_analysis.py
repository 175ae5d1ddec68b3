"""The server analyses as Python does: what a document is cut into there is what a question is cut into here."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.conf import settings as portal

from search.analysis import composed, stem, tokens
from search.engines.elastic import ElasticEngine
from search.engines.elastic.analyzers import STEMS, WORDS
from tests.search.contract.test_bad_input import ODDITIES

Found = list[tuple[str, int]]
Analyse = Callable[[str, str], Found]

FIXTURES = Path(portal.BASE_DIR) / "fixtures"
# What people type and write, French first: letters, small figures, punctuation that means something.
LETTERS = st.sampled_from(
    "aàâäbcçdeéèêëfghiîïjklmnoôöpqrstuùûüvwxyzœæÉÀŒ0123456789²½ .,-'’ʼ_\"«»/()&€\n"
)
SENTENCES = st.lists(
    st.one_of(
        LETTERS,
        st.sampled_from(["l’", "d'", "qu’", "S.C.I.C.", "a.b", "3,14", "aujourd’hui", "co₂"]),
    ),
    max_size=120,
).map("".join)


@pytest.fixture(scope="module")
def analyse(search_url: str) -> Iterator[Analyse]:
    """Ask the server for the words of a text, each with its place."""
    engine = ElasticEngine(search_url, f"test-{uuid4().hex}", patience=30.0)
    with engine.rebuild(), engine._connection.writing() as client:
        (index,) = (
            name
            for name in client.indices.get(index=f"{engine.prefix}-*").body
            if "-locks" not in name
        )
        client.indices.put_settings(
            index=index, settings={"index.analyze.max_token_count": 100_000}
        )

        def found(text: str, analyzer: str) -> Found:
            answer = client.indices.analyze(index=index, analyzer=analyzer, text=composed(text))
            return [(each["token"], each["position"]) for each in answer["tokens"]]

        yield found
    engine.drop()


def assert_same(analyse: Analyse, text: str) -> None:
    found = list(tokens(text))
    assert analyse(text, WORDS) == [(each.exact, each.position) for each in found]
    assert analyse(text, STEMS) == [(each.stem, each.position) for each in found]


def contents() -> Sequence[Path]:
    return sorted(FIXTURES.rglob("*.md"))


def test_every_text_of_the_portal_is_cut_alike(analyse: Analyse) -> None:
    for path in contents():
        assert_same(analyse, path.read_text(encoding="utf-8"))


def test_every_word_of_the_portal_has_the_stem_lucene_gives_it(analyse: Analyse) -> None:
    """Lucene is asked word by word: a word cut from its sentence, and each of its inflections."""
    words = {each.exact for path in contents() for each in tokens(path.read_text(encoding="utf-8"))}
    inflected = {
        f"{word}{ending}"
        for word in words
        for ending in ("", "s", "e", "es", "x", "ment", "ement", "isation")
    }
    plain = sorted(word for word in inflected if word.isalpha() and len(word) < 40)
    assert len(plain) > 20_000

    for start in range(0, len(plain), 5_000):
        some = plain[start : start + 5_000]
        assert [found for found, _ in analyse(" ".join(some), STEMS)] == [
            each.stem for each in tokens(" ".join(some))
        ]
    assert stem("cooperatives") == "coperatif"


def test_every_letter_of_europe_is_folded_alike(analyse: Analyse) -> None:
    letters = [
        chr(code)
        for code in (
            *range(0x80, 0x530),
            *range(0x1E00, 0x2000),
            *range(0x2070, 0x2190),
            *range(0xFB00, 0xFB07),
        )
        if unicodedata.category(chr(code))[0] in "LN"
    ]
    assert len(letters) > 1_400

    assert_same(analyse, " ".join(f"x{letter}y" for letter in letters))


@pytest.mark.parametrize("text", ODDITIES[:-1], ids=lambda text: ascii(text[:20]))
def test_odd_texts_are_cut_alike(analyse: Analyse, text: str) -> None:
    assert_same(analyse, text)


@given(SENTENCES)
@settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_sentence_is_cut_alike(analyse: Analyse, text: str) -> None:
    assert_same(analyse, text)
