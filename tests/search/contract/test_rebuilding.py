"""While an index is rebuilt people go on searching, and see the former one or the fresh one, never something between."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import Engine, Query
from tests.search.builders import fill, make_document

COUNT = 40
Answer = frozenset[str]


@contextmanager
def asking(engine: Engine) -> Iterator[set[Answer]]:
    """Ask for everything, over and over, from another thread; give every different answer there was."""
    answers: set[Answer] = set()
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            found = engine.search(Query(limit=2 * COUNT))
            answers.add(frozenset(each.title.split()[0] for each in found.documents))
            answers.add(frozenset([f"{len(found.documents)} of {found.total}"]))

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield answers
    finally:
        stop.set()
        thread.join()


def test_search_is_never_dark_nor_mixed_while_the_index_is_rebuilt(engine: Engine) -> None:
    def generation(name: str) -> None:
        fill(engine, [make_document(f"{name} {number}") for number in range(COUNT)])

    generation("Un")
    with asking(engine) as answers:
        for name in ("Deux", "Trois", "Quatre"):
            generation(name)

    whole = {frozenset([name]) for name in ("Un", "Deux", "Trois", "Quatre")}
    assert answers <= whole | {frozenset([f"{COUNT} of {COUNT}"])}
    assert len(answers) > 1
