"""What is for members stays with members, whatever the engine and whatever the question."""

from search import registry
from search.engines.base import Engine
from search.queries import similar_to
from search.schema import MEMBERS, PUBLIC
from search.suggestions import suggest
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

TOOL = make_document("Forum ouvert", uid="method:public", facets={"keyword": ("débat",)})
NEED = make_document(
    "Cherchons un facilitateur de forum",
    kind="need",
    uid="need:1",
    audience=MEMBERS,
    facets={"keyword": ("secret",)},
)
EVERYBODY = frozenset({PUBLIC})
MEMBER = frozenset({PUBLIC, MEMBERS})


def test_visitors_find_only_what_is_public(hold: Hold, ask: Ask) -> None:
    hold(TOOL, NEED)

    assert ask("forum").uids == (TOOL.uid,)
    assert ask(kinds=("need",)).total == 0
    assert set(ask("forum", audiences=MEMBER).uids) == {TOOL.uid, NEED.uid}


def test_counts_do_not_betray_what_is_hidden(hold: Hold, ask: Ask) -> None:
    hold(TOOL, NEED)

    facets = ask(facets=("kind", "keyword")).facets

    assert [value.value for value in facets["kind"].values] == ["method"]
    assert [value.value for value in facets["keyword"].values] == ["débat"]


def test_corrections_do_not_betray_what_is_hidden(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(TOOL, NEED)

    assert ask("facilitatuer").corrected is None
    assert ask("facilitatuer", audiences=MEMBER).corrected == "facilitateur"
    assert "facilitateur" not in engine.lookalikes("facilitatuer", EVERYBODY)


def test_completion_does_not_betray_what_is_hidden(hold: Hold, engine: Engine) -> None:
    registry.register_facet("keyword", "Keyword", lambda: {"secret": "Secret"}, is_suggested=True)
    hold(TOOL, NEED)

    assert suggest("cherch", engine=engine) == ()
    assert suggest("secr", engine=engine) == ()
    assert [each.title for each in suggest("cherch", engine=engine, audiences=MEMBER)] == [
        NEED.title
    ]


def test_similar_things_do_not_betray_what_is_hidden(hold: Hold, engine: Engine) -> None:
    hold(TOOL, NEED)

    assert similar_to(TOOL.uid, engine=engine) == ()
    assert [hit.uid for hit in similar_to(TOOL.uid, engine=engine, audiences=MEMBER)] == [NEED.uid]
