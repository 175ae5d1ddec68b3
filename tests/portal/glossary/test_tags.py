"""Texts whose first mentions lead to the glossary, in templates."""

import pytest

from django.template import Context, Template

from portal.core.blocks import ProseBlocks
from tests.factories import make_term

pytestmark = pytest.mark.django_db

TWO_PASSAGES = Template("{% load glossary %}{% with_terms first %}|{% with_terms second %}")


def render(rf, **values):
    return TWO_PASSAGES.render(Context(values | {"request": rf.get("/dynamiques/eusko/")}))


def test_a_term_is_linked_once_over_the_whole_page(rf):
    make_term("Tiers-lieu")

    html = render(rf, first="<p>Un tiers-lieu</p>", second="<p>Ce tiers-lieu</p>")

    first, second = html.split("|")
    assert 'href="/glossaire/tiers-lieu/"' in first
    assert "<a" not in second


def test_blocks_are_linked_like_rich_text(rf):
    make_term("Tiers-lieu")
    body = ProseBlocks().to_python([{"type": "paragraph", "value": "<p>Un tiers-lieu</p>"}])

    assert 'href="/glossaire/tiers-lieu/"' in render(rf, first=body, second="")


def test_nothing_is_rendered_of_nothing(rf):
    assert render(rf, first=None, second="") == "|"
