"""What was corrected again and again still answers, whatever the engine."""

import pytest

from search.engines.base import Engine
from search.queries import find, similar_to
from search.request import SearchRequest
from tests.search.builders import fill, make_document, update


@pytest.mark.parametrize("corrected", [1, 5, 9])
def test_what_resembles_is_found_while_corrections_pile_up(engine: Engine, corrected: int) -> None:
    # Each of them says « débat »: a word that seems to be in more documents than there are is a trap.
    documents = [make_document(f"Forum {number}", body="débat") for number in range(8)]
    alike = [make_document(f"Chantier {number}", body="débat habitants") for number in range(2)]
    fill(engine, [*alike, *documents])

    for _again in range(3):
        update(engine, *[*alike, *documents][:corrected])

    assert [hit.uid for hit in similar_to(alike[0].uid, limit=1, engine=engine)] == [alike[1].uid]


def test_a_word_that_was_withdrawn_is_a_mistake_again(engine: Engine) -> None:
    # What was taken away stays in the files a while, and its words seem to be in use.
    withdrawn = [make_document(f"Financement {number}") for number in range(6)]
    kept = [make_document(f"Chantier {number}", body="habitants") for number in range(6)]
    fill(engine, [*withdrawn, *kept])

    misspelt = make_document("Un finansement")
    update(engine, misspelt, remove=[document.uid for document in withdrawn])

    answer = find(SearchRequest("financement"), engine)
    assert (answer.corrected, answer.uids) == ("finansement", (misspelt.uid,))
