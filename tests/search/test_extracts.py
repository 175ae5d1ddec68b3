"""The passage that shows why a document was found."""

from search.extracts import LENGTH, Wanted, extract

FORUM = Wanted(frozenset({"forum"}))


def test_the_passage_with_the_most_words_wins() -> None:
    body = "forum " + "vide " * 100 + "forum habitants " + "vide " * 100

    shown = extract("Un forum.", body, Wanted(frozenset({"forum", "habitant"})))

    assert "<mark>forum</mark> <mark>habitants</mark>" in shown


def test_every_mention_in_the_passage_is_marked() -> None:
    assert extract("", "Forum, forums et forum", FORUM).count("<mark>") == 3


def test_the_summary_is_preferred_when_it_says_as_much() -> None:
    assert extract("Le forum.", "Un forum.", FORUM) == "Le <mark>forum</mark>."


def test_a_long_passage_is_cut_between_words() -> None:
    text = "habitants " * 200

    shown = extract("", text, Wanted(frozenset({"habitant"})))

    plain = shown.replace("<mark>", "").replace("</mark>", "").removesuffix(" …")
    assert len(plain) <= LENGTH
    assert set(plain.split()) == {"habitants"}


def test_a_word_longer_than_a_passage_is_cut() -> None:
    assert extract("", "x" * 500, Wanted()) == "x" * LENGTH + " …"


def test_spaces_and_lines_become_one_space() -> None:
    assert extract("Un\n\n  forum\t!", "", FORUM) == "Un <mark>forum</mark> !"


def test_markup_is_shown_never_interpreted() -> None:
    assert extract("<b>&", "", Wanted()) == "&lt;b&gt;&amp;"


def test_an_unfinished_word_is_marked() -> None:
    assert (
        extract("", "La gouvernance", Wanted(beginning="gouvern")) == "La <mark>gouvernance</mark>"
    )


def test_without_text_there_is_no_passage() -> None:
    assert extract("", "", FORUM) == ""


def test_the_words_of_a_phrase_are_marked_only_together() -> None:
    wanted = Wanted(phrases=(((0, "societ"), (1, "coperatif")),))
    text = "Une société civile et une société coopérative"

    assert extract("", text, wanted) == (
        "Une société civile et une <mark>société</mark> <mark>coopérative</mark>"
    )
