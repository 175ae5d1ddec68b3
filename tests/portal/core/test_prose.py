"""From Markdown to the rich text that editors work on."""

import pytest

from portal.core.prose import address, blocks, items, rich_text


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("dynamique:eusko", "/dynamiques/eusko/"),
        ("outil:forum-ouvert", "/outils/forum-ouvert/"),
        ("terme:scic", "/glossaire/scic/"),
        ("page:charte", "/charte/"),
        ("https://exemple.fr/a:b", "https://exemple.fr/a:b"),
        ("mailto:contact@exemple.fr", "mailto:contact@exemple.fr"),
        ("#ancre", "#ancre"),
    ],
)
def test_things_of_the_portal_are_named_by_their_kind(target, expected):
    assert address(target) == expected


def test_a_link_to_a_thing_of_the_portal_leads_to_its_page():
    html = rich_text("Voir le [forum ouvert](outil:forum-ouvert).")

    assert html == '<p>Voir le <a href="/outils/forum-ouvert/">forum ouvert</a>.</p>'


def test_a_link_to_another_site_is_kept_and_escaped():
    html = rich_text("[z](https://exemple.fr/?x=1&y=2)")

    assert html == '<p><a href="https://exemple.fr/?x=1&amp;y=2">z</a></p>'


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "vbscript:x", "data:text/html,x"])
def test_a_link_that_runs_something_is_no_link(scheme):
    assert "<a" not in rich_text(f"[x]({scheme})")


def test_bold_and_italic_are_those_of_the_editor():
    assert rich_text("**gras** et *italique*") == "<p><b>gras</b> et <em>italique</em></p>"


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", "<b>x</b>", '<img src="x">', "a<br>b"]
)
def test_no_html_is_let_through(html):
    found = rich_text(html)

    assert found.startswith("<p>")
    assert "&lt;" in found
    assert html not in found


def test_no_html_is_let_through_inside_a_paragraph():
    assert rich_text('a <a href="x">b</a>') == "<p>a &lt;a href=&quot;x&quot;&gt;b&lt;/a&gt;</p>"


def test_french_typography_is_kept_as_it_is_written():
    text = "L’ESS : « faire système » ; 10 000 € – œuvre"

    assert rich_text(text) == f"<p>{text}</p>"


def test_a_line_break_in_the_file_is_a_space_on_the_page():
    assert rich_text("une phrase\nqui continue") == "<p>une phrase qui continue</p>"


def test_an_empty_passage_gives_nothing():
    assert rich_text("") == ""
    assert blocks("  \n ") == []
    assert items("") == []


def test_what_stands_between_two_headings_is_one_block():
    found = blocks("Un.\n\nDeux.\n\n### Titre\n\nTrois.\n\n- a\n- b")

    assert found == [
        ("paragraph", "<p>Un.</p><p>Deux.</p>"),
        ("heading", "Titre"),
        ("paragraph", "<p>Trois.</p><ul><li>a</li><li>b</li></ul>"),
    ]


def test_a_heading_is_words_without_markup():
    assert blocks("### Les *lieux* & [outils](outil:x)") == [("heading", "Les lieux & outils")]


def test_two_headings_in_a_row_are_two_blocks():
    assert blocks("### Un\n### Deux") == [("heading", "Un"), ("heading", "Deux")]


def test_a_list_spread_out_with_empty_lines_reads_as_a_tight_one():
    assert rich_text("- a\n\n- b") == "<ul><li>a</li><li>b</li></ul>"


def test_each_line_of_a_list_is_an_item():
    assert items("1. **Un**\n2. Deux") == ["<p><b>Un</b></p>", "<p>Deux</p>"]


@pytest.mark.parametrize(("mark", "tag"), [("-", "ul"), ("1.", "ol")])
def test_a_nested_list_stays_with_its_item(mark, tag):
    found = items(f"1. Un\n   {mark} a\n   {mark} b\n2. Deux")

    assert found == [f"<p>Un</p><{tag}><li>a</li><li>b</li></{tag}>", "<p>Deux</p>"]


def test_paragraphs_around_a_list_are_not_items():
    assert items("Avant.\n\n- seul\n\nAprès.") == ["<p>seul</p>"]


def test_the_items_of_several_lists_follow_one_another():
    assert items("- a\n\nEntre.\n\n- b") == ["<p>a</p>", "<p>b</p>"]
