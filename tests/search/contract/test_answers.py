"""What is shown of what is found, and what resembles it, whatever the engine."""

import pytest

from search import registry
from search.engines.base import Engine
from search.queries import similar_to
from search.suggestions import suggest
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

LONG = (
    "Un début sans rapport. " * 40 + "Enfin, les habitants décident ensemble. " + "Une suite. " * 40
)


def test_an_extract_shows_the_passage_where_the_words_are(hold: Hold, ask: Ask) -> None:
    hold(make_document("Titre", summary="Résumé.", body=LONG))

    extract = ask("habitant").hits[0].extract

    assert "les <mark>habitants</mark> décident" in extract
    assert extract.startswith("… ")
    assert extract.endswith(" …")
    assert len(extract) < 300


def test_an_extract_shows_synonyms_and_corrections(hold: Hold, ask: Ask) -> None:
    hold(make_document("Titre", body="Une ressourcerie et un financement."))

    assert "<mark>financement</mark>" in ask("finansement").hits[0].extract


def test_without_words_the_extract_is_the_summary(hold: Hold, ask: Ask) -> None:
    hold(make_document("Titre", summary="Le résumé.", body=LONG))

    assert ask().hits[0].extract == "Le résumé."
    assert ask("titre").hits[0].extract == "Le résumé."


def test_an_extract_is_safe_html(hold: Hold, ask: Ask) -> None:
    hold(make_document("Titre", body='<script>alert("habitants")</script> & <mark>x</mark>'))

    assert ask("habitants").hits[0].extract == (
        "&lt;script&gt;alert(&quot;<mark>habitants</mark>&quot;)&lt;/script&gt; &amp; "
        "&lt;mark&gt;x&lt;/mark&gt;"
    )


def test_what_resembles_comes_with_the_nearest_first(hold: Hold, engine: Engine) -> None:
    forum = make_document("Forum ouvert", body="débat habitants", facets={"keyword": ("débat",)})
    near = make_document("Débat mouvant", body="débat habitants", facets={"keyword": ("débat",)})
    far = make_document("Un autre forum")
    hold(far, forum, near, make_document("Comptabilité"))

    assert [hit.uid for hit in similar_to(forum.uid, engine=engine)] == [near.uid, far.uid]
    assert [hit.uid for hit in similar_to(forum.uid, engine=engine, limit=1)] == [near.uid]


def test_what_resembles_may_be_of_chosen_kinds(hold: Hold, engine: Engine) -> None:
    term = make_document("Forum", kind="term")
    hold(make_document("Forum ouvert", uid="method:1"), make_document("Forum"), term)

    assert [hit.uid for hit in similar_to("method:1", kinds=["term"], engine=engine)] == [term.uid]


def test_nothing_resembles_what_does_not_exist(hold: Hold, engine: Engine) -> None:
    hold(make_document("Forum"))

    assert similar_to("method:unknown", engine=engine) == ()


@pytest.mark.parametrize(
    "typed", ["gou", "Gouv", "GOUVERNANCE", "gouvernance par", "l’gouv", "scic"]
)
def test_completion_finds_titles_and_names_by_their_beginnings(
    hold: Hold, engine: Engine, typed: str
) -> None:
    hold(
        make_document("Gouvernance partagée", uid="method:1", names=("SCIC",)),
        make_document("Débat", body="gouvernance"),
    )

    assert [each.url for each in suggest(typed, engine=engine)] == ["/method:1/"]


def test_completion_puts_first_what_begins_as_typed(hold: Hold, engine: Engine) -> None:
    hold(make_document("Arbre à débats"), make_document("Débat mouvant"))

    assert [each.title for each in suggest("déb", engine=engine)] == [
        "Débat mouvant",
        "Arbre à débats",
    ]


def test_completion_goes_on_from_a_small_word(hold: Hold, engine: Engine) -> None:
    hold(make_document("Monnaie locale"), make_document("Débat des habitants"))

    assert [each.title for each in suggest("mon", engine=engine)] == ["Monnaie locale"]
    assert [each.title for each in suggest("débat des", engine=engine)] == ["Débat des habitants"]


@pytest.mark.parametrize("typed", ["", "d", "  ", "…", "les", "xyz", "\x00\x00\x00", '"*('])
def test_completion_may_have_nothing_to_propose(hold: Hold, engine: Engine, typed: str) -> None:
    hold(make_document("Débat"))

    assert suggest(typed, engine=engine) == ()


@pytest.mark.urls("tests.search.addresses")
def test_completion_proposes_places_and_keywords_that_lead_somewhere(
    hold: Hold, engine: Engine
) -> None:
    labels = {"75": "Nouvelle-Aquitaine", "28": "Normandie"}
    registry.register_facet("region", "Région", lambda: labels, is_suggested=True)
    hold(make_document("Eusko", facets={"region": ("75",)}))

    (suggestion,) = suggest("no", engine=engine)

    assert suggestion.kind == "region"
    assert suggestion.title == "Nouvelle-Aquitaine"
    assert suggestion.url == "/recherche/?region=75"
