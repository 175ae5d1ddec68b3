"""What every template, style sheet and script of ours keeps to."""

import gzip
import re
from pathlib import Path
from statistics import median

import pytest

from django.conf import settings

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
PARTIALS = [
    path
    for path in TEMPLATES
    if not re.search(r"{% extends|<!doctype", path.read_text())
    and "wagtailadmin" not in path.parts
    and "api" not in path.parts
]
SCRIPTS = sorted((settings.BASE_DIR / "portal" / "static" / "js").glob("*.js"))
STYLES = sorted((settings.BASE_DIR / "portal" / "static" / "css").glob("*.css"))


def name(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_carries_no_inline_style_nor_script(template):
    assert not re.search(
        r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=", template.read_text()
    )


@pytest.mark.parametrize("partial", PARTIALS, ids=name)
def test_a_partial_opens_with_what_it_expects(partial):
    first = partial.read_text().splitlines()[0]

    assert first.startswith("{# ")
    assert "xpects" in first


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_fits_on_a_screen(template):
    assert lines(template) <= 80


def test_half_of_the_templates_are_short():
    assert median(lines(template) for template in TEMPLATES) <= 25


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_a_script_stays_short(script):
    assert lines(script) < 80


def test_the_style_sheets_are_light():
    assert sum(len(gzip.compress(style.read_bytes())) for style in STYLES) < 25_000
