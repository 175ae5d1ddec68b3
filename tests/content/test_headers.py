"""Headers have the keys that fixtures/README.md documents, and codes of the vocabularies."""

import re

import pytest

from tests.content.files import FOLDER, PAGES, header_of, where

# In the README, each kind of file has its own heading and its own example.
HEADINGS = {"dynamics": "## A dynamic", "methods": "## A method", "terms": "## A term"}
# Editorial pages have four keys, for want of an example.
PAGE_KEYS = {"title", "summary", "parent", "order", "sources"}


def documented_keys(folder: str) -> set[str]:
    """Return every key that the README shows for a kind of file, in the header and its tables."""
    if folder == "pages":
        return PAGE_KEYS
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    example = readme.split(f"{HEADINGS[folder]}\n")[1].split("```")[1]
    others = re.findall(r"the other keys: ([\w ]+)", example)
    return {
        *re.findall(r"^(\w+) = ", example, re.MULTILINE),
        *re.findall(r"^\[+(\w+)\]", example, re.MULTILINE),
        *" ".join(others).split(),
    }


def keys_of(value: dict, *, inside: str = "") -> set[str]:
    found = set()
    for key, each in value.items():
        # The keys of `[sources]` are the names of sections.
        if inside != "sources":
            found.add(key)
        for child in each if isinstance(each, list) else [each]:
            if isinstance(child, dict):
                found |= keys_of(child, inside=key)
    return found


@pytest.mark.parametrize("path", PAGES, ids=where)
def test_a_header_has_only_keys_that_are_documented(path):
    assert keys_of(header_of(path)) - documented_keys(path.parent.name) == set()


def test_the_sources_of_a_monograph_are_those_of_its_sections():
    known = "identity ressort energie robustesse impact faire_systeme points questions opportunites"

    for path in (FOLDER / "dynamics").glob("*.md"):
        assert set(header_of(path)["sources"]) <= set(known.split()), where(path)


@pytest.mark.parametrize(
    ("key", "vocabulary"),
    [
        ("themes", "themes"),
        ("phases", "phases"),
        ("barriers", "barriers"),
        ("legal_forms", "legal_forms"),
    ],
)
def test_codes_are_those_of_the_vocabulary(key, vocabulary):
    entries = header_of(FOLDER / "vocabulary.toml")[vocabulary]
    known = {entry["code"] for entry in entries}

    assert {
        (where(path), code)
        for path in PAGES
        for code in header_of(path).get(key, [])
        if code not in known
    } == set()
