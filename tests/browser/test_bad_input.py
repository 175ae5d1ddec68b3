"""Whatever is written in an address, the portal answers with a page in French, and never breaks."""

import http.client
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest

from tests.browser import markup

LISTS = (
    "/dynamiques/",
    "/dynamiques/?vue=carte",
    "/outils/",
    "/recherche/",
    "/propositions/",
    "/dynamiques/tableaux/ressources/",
    "/dynamiques/tableaux/gouvernance/",
    "/dynamiques/comparer/",
)
FOLDERS = ("/", "/dynamiques/", "/outils/", "/glossaire/")
PAGES = (*LISTS, "/", "/glossaire/", "/charte/", "/dynamiques/eusko/", "/outils/debat-mouvant/")
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'--></title>{{ 7*7 }}{% debug %}"
ODDITIES = {
    "markup": MARKUP,
    "ten kilobytes": "mutualiser " * 930,
    "control characters": "\x00\x01\x07\x1b\x7f",
    "line breaks": "a\r\nSet-Cookie: x=1\r\n\r\n<html>",
    "emoji": "🧶🌾 habitants",
    "right to left": "\u202etfosorcim\u202c",
    "combining": "e" + "\u0301" * 200,
    "operators": '"" AND OR NOT ( [ * ? ~9 ^9 \\ / : { title:',
    "spaces only": " \u00a0\u2003\t",
    "sql": "' OR 1=1; DROP TABLE directory_dynamic; --",
}
# What an address may set; the words typed by themselves, since they narrow everything else.
NAMES = (
    ("q",),
    ("type", "region", "theme", "sort", "vue", "addressee"),
    ("tri", "page", "d", "initiator", "keyword", "kind"),
)
INSIDE = ("Traceback", "site-packages", "OperationalError", "Exception Value", "gunicorn")


@dataclass(frozen=True)
class Answer:
    """What came back, as it came."""

    status: int
    html: str
    headers: http.client.HTTPMessage


class Values(HTMLParser):
    """Collects what stands in the search fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        if tag == "input" and fields.get("type") == "search":
            self.found.append(fields.get("value") or "")


def ask(site: str, target: str, method: str = "GET") -> Answer:
    """Send a request as it is written, without the courtesies of a browser."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    connection.request(method, target)
    response = connection.getresponse()
    html = response.read().decode()
    connection.close()
    return Answer(response.status, html, response.headers)


def is_a_page_in_french(answer: Answer) -> bool:
    """Tell whether this is one of our pages, whole, that shows nothing of the inside."""
    inside = [word for word in INSIDE if word in answer.html]
    return '<html lang="fr">' in answer.html and not inside and not markup.errors(answer.html)


def with_query(path: str, **values: str) -> str:
    query = "&".join(f"{name}={quote(value)}" for name, value in values.items())
    return f"{path}{'&' if '?' in path else '?'}{query}"


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("oddity", ODDITIES)
def test_whatever_is_typed_gets_a_page(site: str, path: str, oddity: str):
    for names in NAMES:
        answer = ask(site, with_query(path, **dict.fromkeys(names, ODDITIES[oddity])))

        assert answer.status == 200, names
        assert is_a_page_in_french(answer), names
        assert "<script>alert" not in answer.html, names
        assert "<img src=x" not in answer.html, names
        assert "Set-Cookie" not in answer.headers, names


@pytest.mark.parametrize("path", ["/dynamiques/", "/outils/", "/recherche/"])
@pytest.mark.parametrize("oddity", ["markup", "emoji", "operators", "sql"])
def test_what_was_typed_is_kept(site: str, path: str, oddity: str):
    answer = ask(site, with_query(path, q=ODDITIES[oddity]))

    assert " ".join(ODDITIES[oddity].split())[:60] in " ".join(Values(answer.html).found)


@pytest.mark.parametrize("path", ["/dynamiques/", "/outils/", "/recherche/"])
@pytest.mark.parametrize(
    "number", ["0", "-1", "1000000000", "1e9", "²", "٣", "un", "1.5", "9" * 400]
)
def test_an_odd_page_number_gets_a_page_of_the_list(site: str, path: str, number: str):
    answer = ask(site, with_query(path, page=number))

    assert answer.status == 200
    assert is_a_page_in_french(answer)
    assert 'class="card' in answer.html


@pytest.mark.parametrize("path", ["/dynamiques/", "/outils/", "/propositions/"])
def test_an_unknown_choice_says_that_nothing_matches_and_how_to_start_again(site: str, path: str):
    answer = ask(site, with_query(path, theme="inconnu"))

    assert answer.status == 200
    assert is_a_page_in_french(answer)
    assert f'href="{path}"' in answer.html.partition("<main")[2]


def test_an_unknown_name_is_ignored(site: str):
    plain, odd = (ask(site, f"/dynamiques/{query}") for query in ("", "?utm_source=lettre&%00=1"))

    assert odd.html.count('class="card') == plain.html.count('class="card')


@pytest.mark.logs_errors
def test_thousands_of_choices_at_once_get_a_page(site: str):
    answer = ask(site, "/dynamiques/?" + "&".join(f"theme=t{number}" for number in range(11_000)))

    assert answer.status in {200, 400}
    assert is_a_page_in_french(answer)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(
    "slug",
    [
        "nulle-part",
        "%00",
        "%ff%fe",
        "..%2f..%2fetc%2fpasswd",
        quote(MARKUP),
        "%F0%9F%A7%B6",
        "a" * 5000,
    ],
)
def test_an_unknown_address_gets_the_page_that_says_so(site: str, folder: str, slug: str):
    answer = ask(site, f"{folder}{slug}/")

    assert answer.status == 404
    assert is_a_page_in_french(answer)
    assert "Il n’y a rien à cette adresse" in unescape(answer.html)
    assert "<script>alert" not in answer.html


@pytest.mark.parametrize("count", [1, 5])
def test_comparing_too_few_or_too_many_is_told(site: str, count: int):
    slugs = ["eusko", "biovallee", "figeacteurs", "euralens", "nova-child"][:count]

    answer = ask(site, "/dynamiques/comparer/?" + "&".join(f"d={slug}" for slug in slugs))

    assert answer.status == 200
    assert 'class="notice' in answer.html


@pytest.mark.parametrize("path", PAGES)
def test_asking_for_the_head_alone_gives_the_same_status(site: str, path: str):
    answer = ask(site, path, "HEAD")

    assert answer.status == 200
    assert answer.html == ""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_that_are_only_read_refuse_to_be_written(site: str, path: str, method: str):
    answer = ask(site, path, method)

    assert answer.status in {403, 405}
    assert is_a_page_in_french(answer)


@pytest.mark.parametrize("path", ["/composants/", "/admin/", "/admin/monographies/"])
def test_what_is_not_public_sends_to_the_sign_in(site: str, path: str):
    answer = ask(site, path)

    assert answer.status == 302
    assert answer.headers["Location"].startswith("/admin/login/?next=")
