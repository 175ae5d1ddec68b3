"""From a text to the words by which it is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import _WORD, Pieces, composed, fold, forms, sort_key, tokens, words
from search.french_light_stemmer import stem


def exact(text: str) -> list[str]:
    return [token.exact for token in tokens(text)]


def stems(text: str) -> list[str]:
    return [token.stem for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’énergie d'aujourd’hui", ["energie", "aujourd'hui"]),
        ("Qu'habite-t-on, jusqu’où ?", ["habite"]),
        ("S.C.I.C. et S.C.O.P", ["scic", "scop"]),
        ("J.-P. Dupont", ["p", "dupont"]),
        ("fin.Début", ["fin", "debut"]),
        ("Œuvre, cœur, ex æquo", ["oeuvre", "coeur", "ex", "aequo"]),
        ("tiers-lieux", ["tiers", "lieux"]),
        ("3,14 ; 2.0 ; 10 000 €", ["3,14", "2.0", "10", "000"]),
        ("snake_case", ["snake", "case"]),
        ("R&D", ["r"]),
        ("l'", []),
        ("😀 !", []),
    ],
)
def test_a_text_is_cut_in_words(text: str, expected: list[str]) -> None:
    assert exact(text) == expected


def test_accents_are_folded_before_stemming() -> None:
    for written, typed in [
        ("proximité", "proximite"),
        ("données", "donnees"),
        ("collectivités", "collectivites"),
        ("élève", "eleve"),
    ]:
        assert stems(written) == stems(typed)


def test_stop_words_leave_a_hole_in_the_positions() -> None:
    found = tokens("Société coopérative d’intérêt des habitants")

    assert [token.position for token in found] == [0, 1, 2, 4]


def test_offsets_point_at_the_word_without_its_article() -> None:
    text = "Dans l’énergie, S.C.I.C. comprise"

    assert [text[token.start : token.end] for token in tokens(text)] == [
        "énergie",
        "S.C.I.C.",
        "comprise",
    ]


def test_whoever_indexes_gets_the_same_words_with_the_holes() -> None:
    text = "Société d’intérêt des habitants"

    assert [word.stem for word in words(text) if word.exact] == stems(text)
    assert len(words(text)) == 4


@given(st.text("aàéLl’'S.1,- \n\t\u2028\u00a0œʼ\u0301", max_size=40))
def test_words_are_the_same_read_piece_by_piece_or_all_at_once(text: str) -> None:
    text = composed(text)
    found = [(found, found.start()) for found in _WORD.finditer(text)]
    wanted = [
        (place, start + forms(word[0]).elided)
        for place, (word, start) in enumerate(found)
        if forms(word[0]).exact
    ]

    assert words(text) == [forms(word[0]) for word, _ in found]
    assert [(token.position, token.start) for token in tokens(text)] == wanted
    assert all(text[token.start : token.end] == token.surface for token in tokens(text))


def test_what_is_kept_of_a_text_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.analysis._MOST_PIECES", 3)
    known = Pieces(str.upper)

    assert [known[piece] for piece in ("a", "b", "c", "d", "e" * 200)] == [
        "A",
        "B",
        "C",
        "D",
        "E" * 200,
    ]
    assert list(known) == ["d"]


def test_a_word_without_end_is_cut() -> None:
    assert len(exact("a" * 10_000)[0]) == 64


def test_titles_sort_by_their_letters() -> None:
    assert sort_key("L’Énergie, demain") == "l energie demain"


def test_folding_keeps_other_scripts() -> None:
    assert fold("ÉCOLE ÇA Straße") == "ecole ca strasse"
    assert fold("日本") == "日本"


# What Lucene's FrenchLightStemmer gives, on unaccented words as both engines use it.
LUCENE = {
    "chevaux": "cheval",
    "bureaux": "bureau",
    "hiboux": "hibou",
    "actives": "activ",
    "activement": "actif",
    "investissements": "investi",
    "applicateur": "apliqu",
    "qualificatrice": "qualifi",
    "educatrice": "eduqu",
    "cooperatives": "coperatif",
    "cooperation": "cop",
    "organisation": "organ",
    "mutualisation": "mutuel",
    "fondatrice": "fond",
    "animateurs": "anim",
    "chanteuse": "chant",
    "porteur": "port",
    "professionnelle": "profesion",
    "citoyennes": "citoyen",
    "economiques": "econom",
    "financement": "financ",
    "finesse": "fines",
    "voisinage": "voisin",
    "expedition": "exped",
    "folle": "fou",
    "lieux": "lieu",
    "2200": "2200",
    "aa": "aa",
    "s": "s",
}


@pytest.mark.parametrize("word", LUCENE)
def test_a_word_is_stemmed_as_by_lucene(word: str) -> None:
    assert stem(word) == LUCENE[word]
