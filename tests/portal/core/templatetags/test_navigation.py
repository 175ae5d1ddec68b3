"""Which link leads to where one is."""

import pytest

from django.template import Context, Template
from django.test import RequestFactory


def rendered(context: dict) -> str:
    template = Template('{% load navigation %}<a href="/outils/"{% current "/outils/" %}>')
    return template.render(Context(context))


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("/outils/", ' aria-current="page"'),
        ("/outils/forum-ouvert/", ' aria-current="true"'),
        ("/glossaire/", ""),
    ],
)
def test_the_link_to_the_page_or_to_its_section_is_marked(path, mark):
    request = RequestFactory().get(path)

    assert rendered({"request": request}) == f'<a href="/outils/"{mark}>'


def test_nothing_is_marked_on_a_page_without_request():
    assert rendered({}) == '<a href="/outils/">'
