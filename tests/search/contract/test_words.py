"""Which words find which texts, whatever the engine."""

import pytest

from search import registry
from search.synonyms import SynonymGroup
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

HABITANTS = make_document("Impliquer les habitants", uid="method:habitants")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        pytest.param("L’énergie citoyenne", "energie", id="typed without accents"),
        pytest.param("Energie citoyenne", "énergie", id="written without accents"),
        pytest.param("L'énergie citoyenne", "énergie", id="after an elided article"),
        pytest.param("Énergie", "l’énergie", id="elided article typed"),
        pytest.param("Ce qu’habiter veut dire", "habiter", id="after qu’"),
        pytest.param("Le travail d'aujourd'hui", "aujourd’hui", id="apostrophe inside a word"),
        pytest.param("Un chœur d’habitants", "choeur", id="ligature written"),
        pytest.param("Un choeur d'habitants", "chœur", id="ligature typed"),
        pytest.param("Les coopératives", "coopérative", id="plural"),
        pytest.param("Un projet local", "projets locaux", id="irregular plural"),
        pytest.param("Monnaie citoyenne", "citoyen", id="feminine"),
        pytest.param("Une S.C.I.C. locale", "scic", id="dotted acronym written"),
        pytest.param("Une SCIC locale", "S.C.I.C.", id="dotted acronym typed"),
        pytest.param("Les tiers-lieux", "tiers lieu", id="hyphen written"),
        pytest.param("Les tiers lieux", "tiers-lieu", id="hyphen typed"),
        pytest.param("Pratiquer le co-voiturage", "covoiturage", id="compound typed as one word"),
        pytest.param("Pratiquer le covoiturage", "co-voiturage", id="compound typed as two"),
        pytest.param("ÉNERGIE", "énergie", id="capitals written"),
        pytest.param("énergie", "ENERGIE", id="capitals typed"),
        pytest.param("e\u0301nergie", "énergie", id="decomposed accents"),
        pytest.param("Loi de 1901", "1901", id="figures"),
    ],
)
def test_a_word_is_found_however_it_is_written(hold: Hold, ask: Ask, text: str, typed: str) -> None:
    hold(make_document(text, uid="method:1"), make_document("Autre chose", uid="method:2"))

    assert ask(typed).uids == ("method:1",)


@pytest.mark.parametrize("field", ["title", "summary", "body", "names", "tags"])
def test_a_word_is_found_in_every_text(hold: Hold, ask: Ask, field: str) -> None:
    value = ("forum",) if field in {"names", "tags"} else "forum"
    hold(make_document(**{"title": "Rien", "uid": "method:1", field: value}))

    assert ask("forums").uids == ("method:1",)


def test_one_word_in_common_is_enough_and_the_most_in_common_comes_first(
    hold: Hold, ask: Ask
) -> None:
    hold(
        make_document("Financement public", uid="method:one"),
        make_document("Financement participatif", uid="method:both"),
        make_document("Débat mouvant", uid="method:none"),
    )

    assert ask("financement participatif").uids == ("method:both", "method:one")


def test_a_word_in_the_title_counts_more_than_in_the_body(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Autre chose", uid="method:body", body="débat"),
        make_document("Débat", uid="method:title", body="autre chose"),
    )

    assert ask("débat").uids == ("method:title", "method:body")


def test_the_exact_form_comes_before_its_inflections(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Organisations", uid="method:plural"),
        make_document("Organisation", uid="method:singular"),
    )

    assert ask("organisation").uids[0] == "method:singular"


def test_a_quoted_phrase_must_be_there_as_it_is(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Le forum ouvert", uid="method:phrase"),
        make_document("Un lieu ouvert et un forum", uid="method:apart"),
    )

    assert ask("« forum ouvert »").uids == ("method:phrase",)
    assert ask('"forum ouvert"').uids == ("method:phrase",)
    assert len(ask("forum ouvert").uids) == 2


def test_a_quoted_phrase_may_hold_small_words(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Société coopérative d’intérêt collectif", uid="method:phrase"),
        make_document("Intérêt d’une société collective coopérative", uid="method:apart"),
    )

    assert ask('"coopérative d’intérêt collectif"').uids == ("method:phrase",)


def test_words_beside_a_quoted_phrase_only_rank(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Le forum ouvert", uid="method:1"),
        make_document("Le forum ouvert des habitants", uid="method:2"),
        make_document("Les habitants", uid="method:3"),
    )

    assert ask('"forum ouvert" habitants').uids == ("method:2", "method:1")


def test_an_unfinished_last_word_finds_what_begins_so(hold: Hold, ask: Ask) -> None:
    hold(make_document("Gouvernance", uid="method:1"), make_document("Débat", uid="method:2"))

    results = ask("gouvern")

    assert results.uids == ("method:1",)
    assert results.corrected is None


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        pytest.param("particpatif", "participatif", id="one letter missing"),
        pytest.param("partciipatif", "participatif", id="two letters swapped"),
        pytest.param("partisipattif", "participatif", id="two mistakes in a long word"),
        pytest.param("fiancement", "financement", id="another word"),
        pytest.param("financementparticipatif", "financement participatif", id="a space missing"),
    ],
)
def test_a_misspelt_word_is_corrected_and_told(
    hold: Hold, ask: Ask, typed: str, corrected: str
) -> None:
    hold(make_document("Financement participatif", uid="method:1"))

    results = ask(typed)

    assert results.uids == ("method:1",)
    assert results.corrected == corrected


def test_a_correction_gets_its_accents_back(hold: Hold, ask: Ask) -> None:
    hold(make_document("Énergie", uid="method:1"))

    assert ask("SCIC enrgie").corrected == "SCIC énergie"


def test_a_correction_may_be_refused(hold: Hold, ask: Ask) -> None:
    hold(make_document("Financement", uid="method:1"))

    results = ask("finansement", is_verbatim=True)

    assert results.total == 0
    assert results.corrected is None


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("pacte", "it exists, though another word is near and commoner"),
        ("pactes", "it exists, inflected otherwise"),
        ("tat", "it is too short"),
        ("1902", "it is a figure"),
    ],
)
def test_a_word_is_left_alone_when(hold: Hold, ask: Ask, typed: str, because: str) -> None:
    hold(
        make_document("Pacte", uid="method:1"),
        make_document("Parte et tas", uid="method:2"),
        make_document("Parte de 1901", uid="method:3"),
    )

    assert ask(typed).corrected is None, because


def test_words_that_mean_the_same_find_one_another(hold: Hold, ask: Ask) -> None:
    group = SynonymGroup(("société coopérative d’intérêt collectif", "SCIC"))
    registry.register_synonyms(lambda: (group,))
    hold(
        make_document("Créer une SCIC", uid="method:acronym"),
        make_document("Une société coopérative d'intérêt collectif", uid="method:words"),
        make_document("La société", uid="method:other"),
    )

    assert set(ask("scic").uids) == {"method:acronym", "method:words"}
    assert set(ask("société coopérative d'intérêt collectif").uids) >= {
        "method:acronym",
        "method:words",
    }
    assert ask("scic").explanations == ("SCIC = société coopérative d’intérêt collectif",)


def test_what_was_typed_comes_before_what_means_the_same(hold: Hold, ask: Ask) -> None:
    registry.register_synonyms(lambda: (SynonymGroup(("recyclerie", "ressourcerie")),))
    hold(
        make_document("Ressourcerie", uid="method:synonym"),
        make_document("Recyclerie", uid="method:typed"),
    )

    assert ask("recyclerie").uids == ("method:typed", "method:synonym")


def test_a_synonym_is_never_corrected(hold: Hold, ask: Ask) -> None:
    registry.register_synonyms(lambda: (SynonymGroup(("recyclerie", "ressourcerie")),))
    hold(
        make_document("Ressourceries", uid="method:1"), make_document("Recyclerit", uid="method:2")
    )

    assert ask("recyclerie").corrected is None


def test_a_question_finds_what_answers_it(hold: Hold, ask: Ask) -> None:
    hold(HABITANTS, make_document("Comment se réunir", uid="method:other"))

    assert ask("comment impliquer les habitants ?").uids[0] == "method:habitants"
