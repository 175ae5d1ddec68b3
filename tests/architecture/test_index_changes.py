"""Changes that send no signal tell search themselves: a bulk write nobody noted would leave the index behind."""

import ast
from collections.abc import Iterator

from django.conf import settings

ROOMS = ("portal", "dynamics", "toolbox", "search")
SILENT = {"update", "bulk_create", "bulk_update", "_raw_delete", "abulk_create", "aupdate"}
# Bulk writes that change no document, and why. Whoever adds one here says it.
HARMLESS = {
    "portal/territories/loading.py": "communes and their names are found through the records placed in them",
    "portal/core/copying.py": "whoever inserts many rows tells search of them",
    "portal/core/departures.py": "what left is no document; search hears of it by itself",
    "portal/core/editorial.py": "redirects are no document",
    "dynamics/directory/models/standing.py": "a stone is no document; the record that leaves is noted when it goes",
    "dynamics/importing/actions.py": "the states of an import; its batches note their records as they write them",
    "portal/contributions/actions.py": "what is proposed is no document until it is written",
    "portal/contributions/emails.py": "an address is erased",
    "portal/contributions/throttling.py": "attempts are counted",
    "portal/contributions/forgetting.py": "addresses are erased",
    "dynamics/directory/upkeep/freshness.py": "when members were asked shows nowhere",
    "search/actions.py": "questions that people asked are no document",
    "search/engines/elastic/leases.py": "a lock on the server, no row",
    "search/draining.py": "the outbox itself",
    "search/outbox.py": "the outbox itself",
    "search/checking.py": "the outbox itself",
}


def silent_writes(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that write rows without a signal; `dict.update(other)` is none of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            is_dict_update = name == "update" and (node.args or not node.keywords)
            if name in SILENT and not is_dict_update:
                yield node
        # portal.core.copying
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "insert"
        ):
            yield node


def tells_search(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in {"touch", "note"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "outbox"
        for node in ast.walk(tree)
    )


def writers() -> dict[str, list[int]]:
    """Name the modules with silent writes that tell search nothing, with the lines."""
    found = {}
    for path in sorted(path for room in ROOMS for path in (settings.BASE_DIR / room).rglob("*.py")):
        if "migrations" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        lines = [call.lineno for call in silent_writes(tree)]
        if lines and not tells_search(tree):
            found[str(path.relative_to(settings.BASE_DIR))] = lines
    return found


def test_bulk_writes_tell_search_or_say_why_not() -> None:
    unexplained = {name: lines for name, lines in writers().items() if name not in HARMLESS}

    assert unexplained == {}, "call search.outbox.touch, or give the reason in HARMLESS"


def test_no_reason_outlives_what_it_excuses() -> None:
    assert HARMLESS.keys() <= writers().keys()


def test_the_lint_sees_what_it_must() -> None:
    tree = ast.parse(
        "Term.objects.filter(pk=1).update(name='a')\nfacts.update(other)\nqs.bulk_create(x)\ninsert(x)"
    )

    assert [call.lineno for call in silent_writes(tree)] == [1, 3, 4]
    assert not tells_search(tree)
    assert tells_search(ast.parse("outbox.touch(uids)"))
