import csv
import io

import pytest

from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from portal.glossary.models import TermCitation
from portal.home.completeness import gaps
from portal.home.links import broken_links, links_in
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_monograph,
    make_page,
    make_source,
    make_term,
)
from toolbox.models import MethodCitation

pytestmark = pytest.mark.django_db
PARAGRAPH = [("paragraph", "<p>Un texte.</p>")]


def missing():
    return {(gap.name, str(gap.lacking)) for gap in gaps()}


def broken():
    return [(link.name, link.address) for link in broken_links()]


def test_what_is_complete_is_not_reported(home):
    dynamic = make_dynamic("Eusko", commune=make_commune())
    dimensions = ("spring", "kinetic_energy", "inner_strength", "impact", "system")
    make_monograph(dynamic, **dict.fromkeys(dimensions, PARAGRAPH))
    method = make_method(phases=["emergence"], citations=[MethodCitation(source=make_source())])
    make_experience(method, dynamic)
    make_term(citations=[TermCitation(source=make_source())])

    assert missing() == set()


def test_every_kind_of_gap_is_reported(home):
    make_monograph(make_dynamic("Eusko"), spring=PARAGRAPH)
    make_method("Forum ouvert")
    make_term("Commun")

    found = [gap.name for gap in gaps()]

    assert found.count("Eusko") == 4 + 1
    assert found.count("Forum ouvert") == 3
    assert found.count("Commun") == 1


def test_drafts_may_be_incomplete(home):
    make_dynamic(live=False)
    make_method(live=False)
    make_term(live=False)

    assert missing() == set()


def test_reports_cost_the_same_however_long(home, django_assert_max_num_queries):
    for _number in range(6):
        make_monograph(make_dynamic())
        make_method()
        make_term()

    with django_assert_max_num_queries(6):
        gaps()
    with django_assert_max_num_queries(12):
        broken_links()


def test_a_link_that_leads_somewhere_is_not_reported(home):
    make_method("Forum ouvert")
    make_dynamic("Eusko")
    make_term("Commun")
    chosen = make_page("Charte")
    Redirect.add_redirect("/ancienne-adresse/", redirect_to=home)
    addresses = (
        "/",
        "/outils/",
        "/outils/forum-ouvert/",
        "/outils/forum-ouvert",
        "/outils/forum-ouvert/?vue=1#etapes",
        "/dynamiques/eusko/",
        "/glossaire/",
        "/glossaire/commun/",
        "/propositions/?theme=cooperation",
        "/ancienne-adresse/",
        "https://exemple.fr/nulle-part/",
        "mailto:contact@exemple.fr",
    )
    html = "".join(f'<p><a href="{address}">ici</a></p>' for address in addresses)
    html += f'<p><a linktype="page" id="{chosen.pk}">la charte</a></p>'
    make_page("Guide", body=[("paragraph", html)])

    assert broken() == []


@pytest.mark.parametrize(
    "address",
    [
        "/outils/disparu/",
        "/dynamiques/disparue/",
        "/glossaire/disparu/",
        "/nulle-part/",
        "/outils/brouillon/",
    ],
)
def test_a_link_that_leads_nowhere_is_reported(home, address):
    make_method("Brouillon", live=False)
    make_page("Guide", body=[("paragraph", f'<p><a href="{address}">ici</a></p>')])

    assert broken() == [("Guide", address)]


def test_a_page_chosen_then_withdrawn_is_reported(home):
    chosen = make_page("Charte", live=False)
    html = f'<p><a id="{chosen.pk}" linktype="page">la charte</a></p>'
    make_page("Guide", body=[("paragraph", html)])

    assert broken() == [("Guide", f"page:{chosen.pk}")]


def test_links_are_found_in_every_kind_of_text(home):
    html = '<p><a href="/nulle-part/">ici</a></p>'
    make_method("Méthode", variants=[("variant", {"name": "Autre", "text": html})])
    make_method("Étapes", steps=[("step", html)])
    make_monograph(make_dynamic("Eusko"), remarkable_points=[("point", html)])
    make_term("Commun", definition=html)

    assert {name for name, _address in broken()} == {"Méthode", "Étapes", "Eusko", "Commun"}


def test_an_address_is_read_as_a_browser_would():
    assert list(links_in('<a class="x" href="/a/?b=1&amp;c=2">')) == ["/a/?b=1&c=2"]
    assert list(links_in('<a href="//ailleurs.fr/">')) == []


@pytest.mark.parametrize("name", ["missing_report", "broken_links_report"])
def test_editors_and_animators_read_the_reports(client, editor, animator, name):
    make_method("Forum ouvert", steps=[("step", '<p><a href="/disparu/">ici</a></p>')])

    for person in (editor, animator):
        client.force_login(person)
        page = client.get(reverse(name))
        assert page.status_code == 200
        assert "Forum ouvert" in page.content.decode()
        assert client.get(reverse(f"{name}_results")).status_code == 200


@pytest.mark.parametrize("name", ["missing_report", "broken_links_report"])
def test_a_report_can_be_taken_away_as_a_table(client, editor, name):
    make_method("Forum ouvert", steps=[("step", '<p><a href="/disparu/">ici</a></p>')])
    client.force_login(editor)

    response = client.get(reverse(name), {"export": "csv"})

    content = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "Forum ouvert" in [row[0] for row in csv.reader(io.StringIO(content))]


def test_a_line_of_a_report_leads_to_where_it_is_corrected(client, editor):
    method = make_method("Forum ouvert")
    client.force_login(editor)

    html = client.get(reverse("missing_report")).content.decode()

    assert reverse("wagtailadmin_pages:edit", args=[method.pk]) in html
