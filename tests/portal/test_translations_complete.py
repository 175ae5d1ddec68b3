"""The catalogues that ship: nothing left in English, and French set as French is printed."""

import re

import pytest
from babel.messages.catalog import Message

from portal.core import translations

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?\w+>")
FRENCH_FAULTS = {
    "a straight apostrophe between letters": re.compile(r"[^\W\d_]'[^\W\d_]"),
    "a plain space before a double punctuation mark": re.compile(r" [:;?!»]"),
    "a plain space after an opening quotation mark": re.compile(r"« "),
    "English quotation marks": re.compile(r"[“”]"),
    "three dots instead of an ellipsis": re.compile(r"\.\.\."),
}


def messages(language: str) -> list[Message]:
    return [message for message in translations.read_catalogue(language) if message.id]


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_message_of_the_code_and_the_templates_is_translated(language):
    assert translations.untranslated(language) == []


@pytest.mark.parametrize(
    ("language", "plural_forms"),
    [("fr", "nplurals=2; plural=(n > 1);"), ("en", "nplurals=2; plural=(n != 1);")],
)
def test_a_catalogue_says_how_its_language_counts(language, plural_forms):
    catalogue = translations.read_catalogue(language)

    assert catalogue.plural_forms == plural_forms
    assert not catalogue.fuzzy


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_translation_keeps_every_placeholder(language):
    unfaithful = [
        form
        for message in messages(language)
        for form in forms(message.string)
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]

    assert unfaithful == []


@pytest.mark.parametrize("fault", FRENCH_FAULTS)
def test_french_is_set_as_french_is_printed(fault):
    faulty = [
        form
        for message in messages("fr")
        for form in forms(message.string)
        if FRENCH_FAULTS[fault].search(form)
    ]

    assert faulty == []


def test_a_french_name_of_a_field_does_not_begin_with_a_capital_its_english_one_has_not():
    """A label in the middle of a sentence stays in lower case; acronyms and countries keep theirs."""
    raised = [
        form
        for message in messages("fr")
        for form, english in zip(forms(message.string), forms(message.id), strict=True)
        if english[0].islower() and form[0].isupper() and not form.split()[0].isupper()
    ]

    assert raised == ["France métropolitaine"]


@pytest.mark.django_db
@pytest.mark.ignore_template_errors  # those of Wagtail
def test_the_sign_in_page_names_its_fields_in_french(client):
    page = client.get("/admin/login/").content.decode()

    assert "Mot de passe" in page
    assert ">Password" not in page.replace("\n", "").replace(" ", "")
