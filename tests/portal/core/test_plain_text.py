"""The words of what editors wrote."""

from portal.core.blocks import ProseBlocks, StepsBlock
from portal.core.plain_text import words_of, words_of_html


def test_markup_goes_and_words_stay():
    assert words_of_html("<p>Un <b>forum</b> <a href='/x'>ouvert</a></p>") == "Un forum ouvert"


def test_words_of_two_elements_do_not_touch():
    html = "<h2>Titre</h2><p>un</p><p>deux</p><ul><li>trois</li><li>quatre</li></ul>a<br/>b"

    assert words_of_html(html) == "Titre un deux trois quatre a b"


def test_words_cut_by_inline_markup_stay_whole():
    assert words_of_html("<p>co<b>opér</b>ation</p>") == "coopération"


def test_entities_become_characters_once():
    assert words_of_html("<p>R&amp;D, &lt;b&gt; et &amp;lt;</p>") == "R&D, <b> et &lt;"
    assert words_of_html("&lt;b&gt;gras&lt;/b&gt;") == "<b>gras</b>"


def test_spaces_are_folded_but_typography_is_kept():
    assert (
        words_of_html("<p> Il  dit\n« 10\u202f000\u00a0€ » </p>") == "Il dit « 10\u202f000\u00a0€ »"
    )


def test_blocks_are_read_in_order():
    body = ProseBlocks().to_python(
        [
            {"type": "heading", "value": "Avant & après"},
            {"type": "paragraph", "value": "<p>Un.</p><p>Deux.</p>"},
            {"type": "quote", "value": {"text": "Moins de <3 ans", "attribution": "un maire"}},
        ]
    )
    steps = StepsBlock().to_python([{"type": "step", "value": "<p>Puis <b>ceci</b>.</p>"}])

    found = words_of(body, steps)

    assert found == "Avant & après Un. Deux. Moins de <3 ans un maire Puis ceci."


def test_empty_blocks_say_nothing():
    assert words_of(ProseBlocks().to_python([])) == ""
