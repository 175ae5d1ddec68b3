"""Every public page describes itself to programs, and no text can break out of the description."""

import json
import re

import pytest

from portal.core import linked_data
from portal.core.publishing import publish
from tests.dynamics.directory.test_exchange import make_imported
from tests.factories import (
    make_commune,
    make_dynamic,
    make_method,
    make_monograph,
    make_page,
    make_proposal,
    make_term,
    make_user,
)

NASTY = "</script><script>alert(1)</script><!-- & é"


@pytest.fixture
def doors(home, directory, referential):
    """The pages under which the others stand."""


def data_of(client, address):
    html = client.get(address).content.decode()
    [text] = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', html, flags=re.DOTALL
    )
    return json.loads(text)


def nodes_of(document):
    return document.get("@graph", [document])


def test_a_text_cannot_end_the_element():
    element = linked_data.element({"name": NASTY})

    assert element.count("<") == 2
    inside = element.partition(">")[2].rpartition("<")[0]
    assert json.loads(inside)["name"] == NASTY


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "WebSite"),
        ("/dynamiques/", "CollectionPage"),
        ("/dynamiques/?vue=carte", "CollectionPage"),
        ("/dynamiques/eusko/", "Organization"),
        ("/dynamiques/figeacteurs/", "Organization"),
        ("/outils/", "CollectionPage"),
        ("/outils/forum-ouvert/", "HowTo"),
        ("/glossaire/", "DefinedTermSet"),
        ("/glossaire/commun/", "DefinedTerm"),
        ("/propositions/", "CollectionPage"),
        ("/la-charte/", "WebPage"),
    ],
)
def test_each_kind_of_page_says_what_it_is(client, doors, address, kind):
    make_dynamic("Eusko", themes=["cooperation"], summary=NASTY, commune=make_commune())
    make_monograph(make_dynamic("Figeacteurs"))
    make_method("Forum ouvert", themes=["cooperation"], summary=NASTY)
    make_term("Commun", definition="<p>Un commun.</p>")
    make_proposal("Financer l’animation")
    make_page("La charte", summary=NASTY)

    document = data_of(client, address)

    assert "https://schema.org" in document["@context"]
    first = nodes_of(document)[0]
    assert kind in ([first["@type"]] if isinstance(first["@type"], str) else first["@type"])
    assert first["@id"].startswith("http://testserver/")
    assert first["name"]
    assert "null" not in json.dumps(document)


@pytest.mark.django_db
def test_a_dynamic_is_described_in_both_vocabularies_with_the_way_to_it(client, home):
    make_dynamic("Eusko", themes=["cooperation"], tags=["monnaie"], commune=make_commune())

    thing, trail = nodes_of(data_of(client, "/dynamiques/eusko/"))

    assert thing["@type"] == ["Organization", "pair:Project"]
    assert thing["@id"] == "http://testserver/dynamiques/eusko/"
    assert thing["pair:label"] == "Eusko"
    assert thing["pair:hasTopic"][0]["pair:label"] == "Cooperation"
    assert thing["location"]["geo"]["latitude"] == 44.6086
    assert thing["subjectOf"]["license"].startswith("https://")
    assert trail["@type"] == "BreadcrumbList"
    assert [step["item"] for step in trail["itemListElement"]] == [
        "http://testserver/",
        "http://testserver/dynamiques/",
        "http://testserver/dynamiques/eusko/",
    ]


@pytest.mark.django_db
def test_the_page_of_an_imported_record_does_not_claim_our_licence(client, home):
    make_imported(licence="")

    html = client.get("/dynamiques/la-ruche/").content.decode()
    thing = nodes_of(data_of(client, "/dynamiques/la-ruche/"))[0]

    assert "license" not in thing["subjectOf"]
    assert thing["subjectOf"]["isBasedOn"] == "https://exemple.fr/fiche/10kw"
    assert "Licence Ouverte 2.0" not in html.partition('<footer class="site-footer"')[0]


@pytest.mark.django_db
def test_search_can_be_asked_from_elsewhere(client, home):
    website = nodes_of(data_of(client, "/"))[0]

    template = website["potentialAction"]["target"]["urlTemplate"]
    address = template.replace("{search_term_string}", "commun").removeprefix("http://testserver")
    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_nobody_is_named(client, home):
    author = make_user(
        "planche@exemple.fr", first_name="Prénomplanté", last_name="Nomplanté", is_superuser=True
    )
    dynamic = make_dynamic("Eusko")
    publish(dynamic, by=author)

    text = json.dumps(data_of(client, "/dynamiques/eusko/"), ensure_ascii=False)

    assert "planté" not in text
    assert "planche" not in text
