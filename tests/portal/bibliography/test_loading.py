"""The bibliography, from its file."""

import pytest

from portal.bibliography.loading import load
from portal.bibliography.models import Source
from portal.core.content_files import ContentFileError

pytestmark = pytest.mark.django_db

STUDY = """[[sources]]
key = "etude"
title = "Dynamiques collectives"
author = "Le Labo de l’ESS"
year = 2020
short = "Étude (2020)"
url = "https://exemple.fr/etude"
note = "Pré-rapport."
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources.toml").write_text(STUDY)
    return tmp_path


def test_documents_are_kept_with_everything_the_file_says(folder):
    assert load(folder) == 1

    values = Source.objects.values("key", "title", "author", "year", "short", "url", "note").get()
    assert values == {
        "key": "etude",
        "title": "Dynamiques collectives",
        "author": "Le Labo de l’ESS",
        "year": 2020,
        "short": "Étude (2020)",
        "url": "https://exemple.fr/etude",
        "note": "Pré-rapport.",
    }


def test_a_file_that_did_not_change_is_not_read_again(folder):
    load(folder)

    assert load(folder) == 0


def test_a_correction_updates_and_a_key_that_left_empties(folder):
    load(folder)
    corrected = STUDY.replace("Pré-rapport.", "Version finale.").replace("year = 2020\n", "")
    (folder / "sources.toml").write_text(corrected.replace('author = "Le Labo de l’ESS"\n', ""))

    load(folder)

    source = Source.objects.get()
    assert (source.note, source.year, source.author) == ("Version finale.", None, "")


def test_a_document_without_title_is_refused_by_name(folder):
    (folder / "sources.toml").write_text('[[sources]]\nkey = "etude"\nshort = "É"\n')

    with pytest.raises(ContentFileError, match=r"sources.toml, etude: « title » is missing"):
        load(folder)
