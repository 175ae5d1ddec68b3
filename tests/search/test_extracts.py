"""The passage that shows why a document was found."""

from search.extracts import LENGTH, extract


def test_the_passage_with_the_most_words_wins() -> None:
    body = "forum " + "vide " * 100 + "forum habitants " + "vide " * 100

    shown = extract("Un forum.", body, {"forum", "habitant"})

    assert "<mark>forum</mark> <mark>habitants</mark>" in shown


def test_every_mention_in_the_passage_is_marked() -> None:
    assert extract("", "Forum, forums et forum", {"forum"}).count("<mark>") == 3


def test_the_summary_is_preferred_when_it_says_as_much() -> None:
    assert extract("Le forum.", "Un forum.", {"forum"}) == "Le <mark>forum</mark>."


def test_a_long_passage_is_cut_between_words() -> None:
    text = "habitants " * 200

    shown = extract("", text, {"habitant"})

    plain = shown.replace("<mark>", "").replace("</mark>", "").removesuffix(" …")
    assert len(plain) <= LENGTH
    assert set(plain.split()) == {"habitants"}


def test_a_word_longer_than_a_passage_is_cut() -> None:
    assert extract("", "x" * 500, set()) == "x" * LENGTH + " …"


def test_spaces_and_lines_become_one_space() -> None:
    assert extract("Un\n\n  forum\t!", "", {"forum"}) == "Un <mark>forum</mark> !"


def test_markup_is_shown_never_interpreted() -> None:
    assert extract("<b>&", "", set()) == "&lt;b&gt;&amp;"


def test_an_unfinished_word_is_marked() -> None:
    assert extract("", "La gouvernance", {"gouvern"}, "gouvern") == "La <mark>gouvernance</mark>"


def test_without_text_there_is_no_passage() -> None:
    assert extract("", "", {"forum"}) == ""
