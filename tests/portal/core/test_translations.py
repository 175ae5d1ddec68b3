"""Catalogues of translations, without the gettext tools."""

import gettext
import os

import pytest

from django.core.management import CommandError, call_command

from portal.core import translations

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
_("Save")
ngettext("%(count)s method", "%(count)s methods", 2)
pgettext_lazy("verb", "Open")
_("Saved on “%(day)s”")
"""
TEMPLATE = """{% load i18n %}
<h1>{% translate "Tools & methods" %}</h1>
{% blocktranslate count counter=n %}One dynamic{% plural %}{{ counter }} dynamics{% endblocktranslate %}
{% translate "Open" context "adjective" %}
"""
FRENCH = """msgid ""
msgstr ""
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Save"
msgstr "Enregistrer"

msgctxt "verb"
msgid "Open"
msgstr "Ouvrir"

#, fuzzy
msgid "Tools & methods"
msgstr "Outils"

msgid "%(count)s method"
msgid_plural "%(count)s methods"
msgstr[0] "%(count)s méthode"
msgstr[1] ""

msgid "Gone since long"
msgstr "Parti"
"""


@pytest.fixture
def project(tmp_path, settings):
    """A tiny project with one module, one template and one language."""
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    settings.LANGUAGES = [("fr", "Français")]
    for folder in ("portal/migrations", "templates/pages"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "portal/views.py").write_text(PYTHON)
    (tmp_path / "portal/migrations/0001.py").write_text('_("Only in a migration")')
    (tmp_path / "templates/pages/tools.html").write_text(TEMPLATE)
    return tmp_path


def write_french(project, text=FRENCH):
    path = translations.catalogue_path("fr")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def ids(catalogue):
    return {(message.context, message.id) for message in catalogue if message.id}


def test_messages_of_modules_and_templates_are_found(project):
    assert ids(translations.extract_messages()) == {
        (None, "Save"),
        (None, ("%(count)s method", "%(count)s methods")),
        ("verb", "Open"),
        (None, "Saved on “%(day)s”"),
        (None, "Tools & methods"),
        (None, ("One dynamic", "%(counter)s dynamics")),
        ("adjective", "Open"),
    }


def test_what_is_missing_or_doubtful_is_listed(project):
    write_french(project)

    assert set(translations.untranslated("fr")) == {
        "%(count)s method",  # its plural is empty
        "Saved on “%(day)s”",  # missing
        "Tools & methods",  # doubtful
        "One dynamic",  # missing
        "Open",  # the adjective, not the verb
    }


def test_without_catalogue_everything_is_missing(project):
    assert len(translations.untranslated("fr")) == len(ids(translations.extract_messages()))


def test_an_update_keeps_translations_adds_messages_and_forgets_the_others(project):
    write_french(project)

    translations.update_catalogue("fr")
    catalogue = translations.read_catalogue("fr")

    assert ids(catalogue) == ids(translations.extract_messages())
    assert catalogue.get("Save").string == "Enregistrer"
    assert catalogue.get("Open", context="verb").string == "Ouvrir"
    assert catalogue.get("Saved on “%(day)s”").string == ""


def test_an_update_that_finds_nothing_new_changes_no_line(project):
    write_french(project)
    translations.update_catalogue("fr")
    before = translations.catalogue_path("fr").read_text()

    translations.update_catalogue("fr")

    assert "POT-Creation-Date: 2020-01-01" in before
    assert translations.catalogue_path("fr").read_text() == before


def test_in_english_a_message_is_its_own_translation(project):
    translations.update_catalogue("en")

    assert translations.untranslated("en") == []
    catalogue = translations.read_catalogue("en")
    assert catalogue.get("Save").string == "Save"
    assert catalogue.get("One dynamic").string == ("One dynamic", "%(counter)s dynamics")


def test_a_compiled_catalogue_is_read_by_gettext(project):
    path = write_french(project)

    translations.compile_catalogues()

    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Save") == "Enregistrer"
    assert compiled.pgettext("verb", "Open") == "Ouvrir"
    assert compiled.gettext("Tools & methods") == "Tools & methods"


def test_a_catalogue_is_compiled_again_only_when_it_changed(project):
    path = write_french(project)
    translations.compile_catalogues()
    compiled = path.with_suffix(".mo")
    os.utime(path, (1_000, 1_000))
    os.utime(compiled, (2_000, 2_000))

    translations.compile_catalogues()
    assert compiled.stat().st_mtime == 2_000

    os.utime(path, (3_000, 3_000))
    translations.compile_catalogues()
    assert compiled.stat().st_mtime > 3_000


def test_a_language_without_catalogue_compiles_nothing(project):
    translations.compile_catalogues()

    assert not translations.catalogue_path("fr").with_suffix(".mo").exists()


def test_the_check_names_what_is_not_translated(project):
    write_french(project)

    with pytest.raises(CommandError, match=r"fr: 5 messages are not translated:\n  "):
        call_command("translations", "check")


def test_the_update_command_writes_and_compiles_every_catalogue(project):
    write_french(project)

    call_command("translations", "update")

    assert "Saved on" in translations.catalogue_path("fr").read_text()
    assert translations.catalogue_path("fr").with_suffix(".mo").exists()
