"""How modules are cut: small, named after their job, quiet."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOMS, modules, place

LONGEST_MODULE, LONGEST_TEST_MODULE, LONGEST_FUNCTION = 300, 400, 40
DRAWERS = {"utils", "helpers", "misc", "common", "services", "managers", "signals", "tools"}
ONLY_SIGNALS = "search/sync.py"


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def lines_of_code(path: Path) -> int:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef))


def imported_by(path: Path) -> set[str]:
    """Return the modules a file imports from."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_no_module_is_a_drawer():
    names = {path.stem for path in modules(*ROOMS, "tests")}
    folders = {part for path in modules(*ROOMS) for part in path.parts}

    assert (names | folders) & DRAWERS == set()


def test_no_module_is_too_long():
    long = {place(path): lines_of_code(path) for path in modules()}

    assert {path: count for path, count in long.items() if count > LONGEST_MODULE} == {}


def test_no_test_module_is_too_long():
    long = {place(path): lines_of_code(path) for path in modules("tests")}

    assert {path: count for path, count in long.items() if count > LONGEST_TEST_MODULE} == {}


@pytest.mark.parametrize("path", modules(), ids=place)
def test_a_function_fits_on_a_screen_or_says_why_not(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    long = [
        node.name
        for node in functions(path)
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
        and not lines[node.lineno - 2].strip().startswith("#")
    ]

    assert long == []


def test_signals_are_listened_to_in_one_place():
    listening = [
        place(path)
        for path in modules()
        if any(
            name == "django.dispatch" or name.split(".")[-1] == "signals"
            for name in imported_by(path)
        )
    ]

    assert listening == [ONLY_SIGNALS]


def test_the_program_does_not_know_its_tests():
    knowing = [
        place(path) for path in modules() if any(n.startswith("tests") for n in imported_by(path))
    ]

    assert knowing == []


def test_every_test_is_a_sentence():
    short = [
        f"{place(path)}: {node.name}"
        for path in modules("tests")
        for node in functions(path)
        if node.name.startswith("test_") and node.name.count("_") < 3
    ]

    assert short == []


def test_tests_are_functions():
    classes = [
        f"{place(path)}: {node.name}"
        for path in modules("tests")
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test")
    ]

    assert classes == []


def test_no_test_sleeps():
    asleep = [
        place(path)
        for path in modules("tests")
        # Outside tests, one may wait for a server to start.
        if path.name.startswith("test_")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"sleep", "wait_for_timeout"}
    ]

    assert asleep == []
