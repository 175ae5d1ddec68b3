"""`load_content`: a portal filled from files people can read and correct."""

import io

import pytest

from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision, Site

from dynamics.directory.models import Dynamic, Experience
from dynamics.monographs.models import MonographPage
from portal.community.models import EditorialPage
from portal.core.models import LoadedFile
from portal.glossary.models import Term
from portal.proposals.models import Proposal
from portal.territories.models import Commune
from tests.portal.home import small_content
from toolbox.models import MethodPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return small_content.write(tmp_path)


def load(folder):
    """Run the command; return what it said."""
    said = io.StringIO()
    call_command("load_content", folder=folder, stdout=said)
    return said.getvalue()


def test_one_command_fills_the_portal(folder):
    load(folder)

    assert Commune.objects.count() == 2
    assert Term.objects.published().count() == 1
    assert Proposal.objects.published().count() == 1
    assert EditorialPage.objects.live().get().url == "/communaute/"
    assert MethodPage.objects.published().get().url == "/outils/forum-ouvert/"
    assert Dynamic.objects.published().get().commune.name == "Bayonne"
    assert MonographPage.objects.published().get().url == "/dynamiques/eusko/"
    assert Experience.objects.get().dynamic.name == "Eusko"


def test_the_home_page_is_the_root_of_the_one_site(folder):
    load(folder)

    site = Site.objects.get()
    assert site.is_default_site
    assert site.root_page.specific.slug == "accueil"
    assert Page.objects.filter(depth=2).count() == 1


def test_a_second_run_says_that_nothing_changed_and_writes_no_revision(folder):
    load(folder)
    revisions, pages = Revision.objects.count(), Page.objects.count()

    said = load(folder)

    assert said.splitlines() == [
        f"  {line.split(':')[0].strip()}: unchanged" for line in said.splitlines()
    ]
    assert (Revision.objects.count(), Page.objects.count()) == (revisions, pages)


def test_every_record_is_written_as_one_revision(folder):
    load(folder)

    records = [*Term.objects.all(), *Proposal.objects.all(), *Dynamic.objects.all()]
    assert {record.revisions.count() for record in records} == {1}
    assert {page.revisions.count() for page in Page.objects.filter(depth__gte=2)} == {1}


def test_a_corrected_file_is_the_only_one_loaded_again(folder):
    load(folder)
    small_content.correct(folder, "terms/monnaie-locale.md", "proximité", "territoire")

    said = load(folder)

    assert "terms: 1" in said
    assert said.count("unchanged") == len(said.splitlines()) - 1
    assert Term.objects.get().definition == "<p>Une monnaie de territoire.</p>"


def test_a_mistake_is_one_sentence_and_keeps_nothing_of_its_subject(folder):
    small_content.correct(folder, "dynamics/eusko.md", '"monnaie_locale"', '"monnaie"')

    with pytest.raises(CommandError, match="eusko: there is no DynamicType « monnaie »"):
        load(folder)

    assert not Dynamic.objects.exists()
    assert not LoadedFile.objects.filter(purpose="directory", name="eusko.md").exists()


def test_a_mistake_keeps_nothing_and_once_it_is_corrected_the_next_run_loads_everything(folder):
    small_content.correct(folder, "dynamics/eusko.md", '"monnaie_locale"', '"monnaie"')
    with pytest.raises(CommandError):
        load(folder)
    assert not Term.objects.exists()
    assert not LoadedFile.objects.exists()

    small_content.correct(folder, "dynamics/eusko.md", '"monnaie"', '"monnaie_locale"')
    said = load(folder)

    assert "terms: 1" in said
    assert "dynamics: 1" in said
    assert "experiences: 1" in said


def test_what_an_editor_wrote_stays_until_its_file_changes(folder):
    load(folder)
    term = Term.objects.get()
    term.name = "Monnaie d’ici"
    term.save_revision().publish()

    load(folder)

    assert Term.objects.get().name == "Monnaie d’ici"
