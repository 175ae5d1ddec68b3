"""Files are written while they are sent, and not sent again when nothing changed."""

import json

import pytest

from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from portal.core import downloads
from portal.core.downloads import download, in_blocks, json_text
from portal.core.freshness import Freshness
from portal.core.middleware import OpenDataMiddleware

NOTHING = Freshness(())


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(downloads, "BLOCK", 10)


def ask(texts, **headers):
    request = RequestFactory().get("/api/v1/fichier", headers=headers)
    return download(request, lambda: texts, content_type="text/plain", freshness=NOTHING)


@pytest.mark.parametrize("items", [[], [1], [{"nom": "Éco-territoire ]}"}, None, "x"]])
def test_what_is_written_piece_by_piece_is_one_json_document(items):
    text = "".join(json_text({"type": "liste", "vide": {}}, "items", iter(items)))

    assert json.loads(text) == {"type": "liste", "vide": {}, "items": items}
    assert "\\u" not in text


def test_a_short_file_comes_whole_with_its_length():
    response = ask(["un", "deux"])

    assert isinstance(response, HttpResponse)
    assert response.content == b"undeux"


def test_a_long_file_is_read_no_faster_than_it_is_sent(small_blocks):
    read = []

    def lines():
        for number in range(100):
            read.append(number)
            yield f"ligne {number}\n"

    response = ask(lines())

    assert isinstance(response, StreamingHttpResponse)
    assert len(read) < 10
    assert response.getvalue().decode().count("ligne") == 100


def test_the_headers_of_a_long_file_do_not_cost_the_file(small_blocks):
    read = []

    def lines():
        for number in range(100):
            read.append(number)
            yield f"ligne {number}\n"

    middleware = OpenDataMiddleware(lambda _request: ask(lines()))
    response = middleware(RequestFactory().head("/api/v1/fichier"))

    assert response.status_code == 200
    assert response.content == b""
    assert response["ETag"]
    assert len(read) < 10


def test_nothing_is_written_for_who_already_has_it():
    def broken():
        raise AssertionError

    etag = NOTHING.etag("http://testserver/api/v1/fichier")
    request = RequestFactory().get("/api/v1/fichier", headers={"if-none-match": etag})

    response = download(request, broken, content_type="text/plain", freshness=NOTHING)

    assert response.status_code == 304
    assert response["ETag"] == etag


def test_two_filters_are_two_files():
    assert NOTHING.etag("/fichier?theme=un") != NOTHING.etag("/fichier?theme=deux")


def test_accents_are_not_cut_in_two(small_blocks):
    assert b"".join(in_blocks(["é" * 7, "à" * 7])).decode() == "é" * 7 + "à" * 7
