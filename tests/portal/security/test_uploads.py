"""What editors upload is shown or downloaded, and nothing else of the disk is."""

import re
from pathlib import Path

import pytest
from pytest_django import Settings

from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    """A folder of uploads of one's own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def shown(client: Client, path: str) -> list[str]:
    """Return the addresses of the images in the text of a page."""
    return re.findall(r'<img[^>]+src="(/media/[^"]+)"', client.get(path).content.decode())


# Wagtail lets go of the file in which it makes a size without closing it.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
def test_an_image_in_a_page_is_seen_and_kept(home, client):
    picture = Image.objects.create(title="Une rencontre", file=get_test_image_file())
    make_page("Galerie", body=[("figure", {"image": picture, "caption": "En mai."})])

    (address,) = shown(client, "/galerie/")
    response = client.get(address)
    response.close()

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=2592000"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.logs_errors
@pytest.mark.parametrize(
    "path",
    [
        "/media/original_images/test.png",
        "/media/images/../original_images/test.png",
        "/media/images/%2e%2e/original_images/test.png",
        "/media/images/..%2f..%2fsecret-key",
        "/media/images/",
        "/media/images//etc/passwd",
    ],
)
def test_nothing_else_of_the_disk_is_served(home, client, media, path):
    Image.objects.create(title="Original", file=get_test_image_file())
    (media / "images").mkdir()
    (media.parent / "secret-key").write_text("secret")

    assert client.get(path).status_code in {400, 404}


def test_a_document_is_downloaded_never_shown_as_a_page_of_the_portal(home, client):
    note = Document.objects.create(
        title="Note", file=ContentFile(b"<script>alert(1)</script>", name="note.txt")
    )

    response = client.get(note.url)
    response.close()

    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
