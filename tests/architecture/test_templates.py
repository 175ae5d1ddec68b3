"""A template shows; it does not think, style or run anything."""

import re
from pathlib import Path

import pytest

from django.template import engines
from django.template.library import import_library

from tests.architecture.tree import ROOT, TEMPLATES, modules, place

INLINE = {
    "a javascript: address": r"(?i)javascript:",
    "something of another site": r"(?:src|srcset)\s*=\s*[\"'](?:https?:)?//",
}
# Django and Wagtail ask for these by name.
ASKED_FOR = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
OVERRIDES = ("wagtailadmin/", "django/", "registration/")
ICONS = sorted((ROOT / "templates" / "components" / "icons").glob("*.svg"))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


def everything_that_names_templates() -> str:
    sources = [*modules(), *modules("tests"), *TEMPLATES]
    return "\n".join(text(path) for path in sources)


@pytest.mark.parametrize("what", INLINE)
def test_no_template_holds(what):
    found = [place(path) for path in TEMPLATES if re.search(INLINE[what], text(path))]

    assert found == []


def words_of(library: str) -> set[str]:
    """Return the tags and filters of a library."""
    found = import_library(engines["django"].engine.libraries[library])
    return {*found.tags, *found.filters}


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_what_is_loaded_is_used(path):
    # djade puts libraries in order; whether they serve is for us to see.
    loaded = [
        library
        for libraries in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", text(path))
        for library in libraries.split()
    ]
    spoken = set(re.findall(r"{%-?\s*(\w+)|\|\s*(\w+)", text(path)))
    words = {word for pair in spoken for word in pair}

    assert [library for library in loaded if not words_of(library) & words] == []


def test_every_template_is_used():
    sources = everything_that_names_templates()
    unused = [
        name(path)
        for path in TEMPLATES
        if name(path) not in ASKED_FOR
        and not name(path).startswith(OVERRIDES)
        and not re.search(rf"[\"']{re.escape(name(path))}[\"'#]", sources)
    ]

    assert unused == []


def test_every_icon_is_used():
    sources = everything_that_names_templates()
    # An icon may be asked for by its name alone.
    unused = [
        path.name
        for path in ICONS
        if not re.search(rf"[\"'/]{re.escape(path.stem)}(?:\.svg)?[\"']", sources)
    ]

    assert unused == []


def test_every_template_that_is_named_exists():
    named = set(
        re.findall(r"{%\s*(?:include|extends)\s+\"([^\"]+)\"", everything_that_names_templates())
    )
    own = {found for found in named if not found.startswith(OVERRIDES) and not found.endswith("/")}

    assert {each for each in own if not (ROOT / "templates" / each).exists()} == set()


def test_scripts_of_ours_are_files_without_inline_style():
    scripts = sorted((ROOT / "portal" / "static").glob("js/**/*.js"))
    found = [
        place(path)
        for path in scripts
        if re.search(r"setAttribute\([\"']style|\beval\(", text(path))
    ]

    assert found == []
