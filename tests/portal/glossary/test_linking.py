"""The first mention of a term leads to it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.glossary.linking import MentionLinker, is_acronym, key_of, pattern_for

NAMES = {
    "Maîtrise d’usage": "/g/maitrise/",
    "usage": "/g/usage/",
    "Société coopérative d’intérêt collectif": "/g/scic/",
    "SCIC": "/g/scic/",
    "Projet alimentaire territorial": "/g/pat/",
    "PAT": "/g/pat/",
    "Loi NOTRe": "/g/notre/",
    "NOTRe": "/g/notre/",
    "Tiers-lieu": "/g/tiers-lieu/",
    "Économie sociale et solidaire": "/g/ess/",
    "ESS": "/g/ess/",
    "Recherche & développement": "/g/rd/",
    "amp": "/g/amp/",
}
ADDRESSES = {key_of(name): address for name, address in NAMES.items()}
INSERTED = re.compile(r'<a class="term" href="[^"]*">([^<]*)</a>')


def linker(**options):
    return MentionLinker(pattern_for(NAMES), ADDRESSES, **options)


def linked(html, **options):
    """The words that were linked, with where they lead."""
    found = linker(**options).link(html)
    return re.findall(r'<a class="term" href="([^"]*)">([^<]*)</a>', found)


def test_a_mention_leads_to_its_term():
    html = linker().link("<p>Une SCIC réunit.</p>")

    assert html == '<p>Une <a class="term" href="/g/scic/">SCIC</a> réunit.</p>'


def test_only_the_first_mention_is_linked():
    assert linked("<p>SCIC, puis SCIC.</p><p>SCIC</p>") == [("/g/scic/", "SCIC")]


def test_two_names_of_a_term_are_one_term():
    html = "<p>La société coopérative d’intérêt collectif (SCIC)</p>"

    assert linked(html) == [("/g/scic/", "société coopérative d’intérêt collectif")]


def test_a_term_is_linked_once_over_all_the_passages_of_a_page():
    page = linker()

    first, second = page.link("<p>Une SCIC</p>"), page.link("<p>Une SCIC</p>")

    assert "<a" in first
    assert second == "<p>Une SCIC</p>"


def test_a_term_never_links_to_itself():
    assert linked("<p>Une SCIC, un PAT</p>", already_linked=["/g/scic/"]) == [("/g/pat/", "PAT")]


def test_the_longest_name_wins():
    assert linked("<p>La maîtrise d’usage</p>") == [("/g/maitrise/", "maîtrise d’usage")]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">une SCIC</a>',
        "<h2>La SCIC</h2>",
        "<h4>La <b>SCIC</b></h4>",
        "<button>SCIC</button>",
        "<summary>SCIC</summary>",
        '<a href="/x/"><em>une</em> SCIC</a>',
        '<img alt="SCIC">',
    ],
)
def test_links_headings_and_attributes_are_left_alone(html):
    assert linker().link(html) == html


def test_text_after_a_link_or_a_heading_is_read_again():
    assert linked("<h2>SCIC</h2><p><a href='/x/'>PAT</a> SCIC</p>") == [("/g/scic/", "SCIC")]


def test_an_abbreviation_or_an_article_is_not_a_link():
    assert linked("<abbr>SCIC</abbr><article>PAT</article>") == [
        ("/g/scic/", "SCIC"),
        ("/g/pat/", "PAT"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("des SCICs", "SCICs"),
        ("des tiers-lieux", "tiers-lieux"),
        ("deux projets alimentaires territoriaux", "projets alimentaires territoriaux"),
        (
            "des sociétés coopératives d’intérêt collectif",
            "sociétés coopératives d’intérêt collectif",
        ),
        ("un Tiers-Lieu", "Tiers-Lieu"),
        ("TIERS-LIEU", "TIERS-LIEU"),
    ],
)
def test_a_plural_or_another_case_is_the_same_term(text, words):
    assert [found for _address, found in linked(f"<p>{text}</p>")] == [words]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_are_read(apostrophe):
    assert len(linked(f"<p>la maîtrise d{apostrophe}usage</p>")) == 1
    assert key_of(f"maîtrise d{apostrophe}usage") == key_of("Maîtrise d’usage")


def test_an_elided_article_does_not_hide_a_mention():
    assert linked("<p>L’ESS, c’est l’économie</p>") == [("/g/ess/", "ESS")]


def test_a_non_breaking_space_or_a_line_end_is_a_space():
    assert linked("<p>projet\u00a0alimentaire\nterritorial</p>") != []


@pytest.mark.parametrize("text", ["notre communauté", "le pat", "scic", "une clé d’ess"])
def test_an_acronym_is_only_read_as_it_is_written(text):
    assert linked(f"<p>{text}</p>") == []


@pytest.mark.parametrize("text", ["SCICA", "aSCIC", "SCIC-BTP", "non-usage", "usager"])
def test_a_part_of_a_word_is_not_a_mention(text):
    assert linked(f"<p>{text}</p>") == []


def test_nothing_is_escaped_twice():
    html = "<p>R&amp;D &lt;b&gt; : recherche &amp; développement &amp; PAT</p>"

    found = linker().link(html)

    assert INSERTED.sub(r"\1", found) == html
    assert linked(html) == [("/g/rd/", "recherche &amp; développement"), ("/g/pat/", "PAT")]


def test_an_entity_is_not_a_word():
    assert linked("<p>a &amp; b</p>") == []


def test_an_address_is_escaped():
    page = MentionLinker(pattern_for(["SCIC"]), {"SCIC": '/g/?a=1&b="2"'})

    assert 'href="/g/?a=1&amp;b=&quot;2&quot;"' in page.link("SCIC")


def test_an_empty_glossary_changes_nothing():
    assert pattern_for([]) is None
    assert MentionLinker(None, {}).link("<p>SCIC</p>") == "<p>SCIC</p>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("SCIC", True), ("NOTRe", True), ("R&D", True), ("Tiers-lieu", False), ("Tiers-Lieu", False)],
)
def test_an_acronym_is_one_word_with_several_capitals(name, expected):
    assert is_acronym(name) is expected


WORDS = st.sampled_from(
    [
        *NAMES,
        *(name.lower() for name in NAMES),
        "SCICs",
        "la",
        "&amp;",
        "l’",
        "’",
        "'",
        "-",
        "é",
        "\n",
    ]
)
PLAIN = st.lists(st.one_of(WORDS, st.text("aSCI’& \u00a0é-", max_size=4)), max_size=12).map(
    " ".join
)
TEXT = PLAIN.map(lambda text: text.replace("<", "").replace(">", ""))
ELEMENT = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "b", "li", "h2", "a"]), TEXT)
HTML = st.lists(st.one_of(TEXT, ELEMENT), max_size=6).map("".join)


@settings(deadline=None)
@given(HTML)
def test_without_the_links_it_inserted_the_text_is_what_it_was(html):
    assert INSERTED.sub(r"\1", linker().link(html)) == html


@settings(deadline=None)
@given(HTML)
def test_no_address_is_linked_twice_and_no_link_is_inside_another(html):
    found = linker().link(html)

    addresses = re.findall(r'<a class="term" href="([^"]*)"', found)
    assert len(addresses) == len(set(addresses))
    assert not re.search(r"<a[^>]*>[^<]*<a", found)


@settings(deadline=None)
@given(HTML)
def test_linking_again_with_the_same_linker_adds_nothing(html):
    page = linker()
    found = page.link(html)

    assert page.link(found) == found
