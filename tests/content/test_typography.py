"""How the content files are written: as a French printer would, and finished."""

import pytest

from tests.content.files import PAGES, body_of, header_of, offences, where

# Whatever is not a non-breaking space.
BREAKING = r"[^\S\u00a0\u202f]"


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("a space before : ; ? ! does not break", rf"{BREAKING}[:;?!]"),
        ("there is a space before : ; ? !", r"[^\s:;?!(\[«.…][:;?!]"),
        ("« is followed by a space that does not break", r"«(?![\u00a0\u202f])"),
        ("» is preceded by a space that does not break", r"(?<![\u00a0\u202f])»"),
        ("apostrophes are curly", r"\w'\w"),
        ("quotation marks are French", r'"'),
        ("spaces come one at a time", r"  "),
        ("an ellipsis is one character", r"\.\.\."),
        ("a figure and its unit are not parted", rf"\d{BREAKING}(?:%|€|[kM]€|\d{{3}}\b)"),
        ("œ is one letter", r"(?i)\b(?:oeuvre|coeur|noeud|soeur|voeu|oeil)"),
        ("capitals have their accents", r"\b(?:Etat|Ecole|Economi|Etude|Emerg|Evalu|Equip)"),
        ("nothing is left to write", r"(?i)\btodo\b|à compléter|lorem|\bxxx|\?\?\?"),
        ("there is no HTML", r"<[a-zA-Z/!]"),
        ("there is no image and no table", r"!\[|^\|"),
    ],
)
def test_every_sentence_follows_the_rule(rule, pattern):
    assert offences(pattern) == [], rule


@pytest.mark.parametrize("path", PAGES, ids=where)
def test_slugs_are_plain_words_joined_by_hyphens(path):
    assert path.stem.isascii()
    assert path.stem.replace("-", "").isalnum()
    assert path.stem == path.stem.lower()


# The longest summary that each folder of files may have (see fixtures/README.md).
LONGEST_SUMMARY = {"dynamics": 300, "methods": 250, "pages": 300}


@pytest.mark.parametrize("path", [path for path in PAGES if path.parent.name != "terms"], ids=where)
def test_a_summary_says_it_in_few_words(path):
    assert 0 < len(header_of(path)["summary"]) <= LONGEST_SUMMARY[path.parent.name]


def test_no_title_of_a_proposition_is_longer_than_a_line():
    proposals = header_of(PAGES[0].parents[1] / "proposals.toml")["proposals"]

    assert [each["slug"] for each in proposals if not 0 < len(each["title"]) <= 90] == []


def test_a_list_item_is_one_paragraph():
    # A second paragraph inside an item would be glued to the first.
    assert [where(path) for path in PAGES if "\n\n  " in body_of(path)] == []
