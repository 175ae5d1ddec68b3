"""What is nearest to a question that found nothing, the same with both engines."""

import pytest

from search.engines.base import Engine
from search.nearest import nearest
from search.request import FacetValue, SearchRequest
from search.schema import MEMBERS
from tests.search.builders import make_document
from tests.search.conftest import Hold

THEMES = (
    FacetValue("food", "Alimentation", 20),
    FacetValue("energy", "Énergie", 4),
    FacetValue("governance", "Gouvernance", 3),
    FacetValue("housing", "Habitat", 2),
)


@pytest.fixture(autouse=True)
def documents(hold: Hold) -> None:
    hold(
        *(
            make_document(f"Jardin {number}", body="éolienne", facets={"theme": ("food",)})
            for number in range(3)
        ),
        make_document("Parc éolien", body="éolienne citoyenne", facets={"theme": ("energy",)}),
        make_document("Régie", body="photovoltaïque", facets={"theme": ("energy",)}),
        make_document("Secret", body="zymurgie", audience=MEMBERS, facets={"theme": ("housing",)}),
    )


def near(terms: str, engine: Engine) -> list[str]:
    return [each.value for each in nearest(SearchRequest(terms), "theme", THEMES, engine)]


def test_a_theme_called_so_comes_first(engine: Engine) -> None:
    assert near("gouverner une éolienne", engine)[0] == "governance"


def test_themes_of_what_has_one_of_the_words_follow_common_ones_less_easily(engine: Engine) -> None:
    # Three things of "food" in twenty have the word, one of "energy" in four: 9/20 against 1/4.
    assert near("éolienne", engine) == ["food", "energy"]
    assert near("photovoltaïque, citoyenne ou xyzw", engine) == ["energy"]


def test_a_word_that_is_nowhere_leads_where_its_beginning_does(engine: Engine) -> None:
    assert near("photovoltage", engine) == ["energy"]


def test_nothing_is_near_what_says_nothing(engine: Engine) -> None:
    assert near("xyzw", engine) == []
    assert near("", engine) == []
    assert near("de la", engine) == []


def test_what_is_for_members_leads_nobody_else_anywhere(engine: Engine) -> None:
    assert near("zymurgie", engine) == []
