"""The network as people use it: looked at, followed, declared, confirmed."""

import pytest

from django.urls import reverse

from dynamics.directory.models import Membership
from dynamics.network import drawing, selection
from dynamics.network.models import Person, Tie
from search import rebuilding
from search.engines import current_engine
from tests.factories import (
    make_commune,
    make_dynamic,
    make_experience,
    make_method,
    make_source,
    make_tie,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory", "referential")]

BUDGET = 12


@pytest.fixture
def network():
    """Eusko – Jura – Figeacteurs, the second tie not confirmed; Biovallée shares a tool with Eusko."""
    names = ("Eusko", "Cluster Jura", "Figeacteurs", "Biovallée")
    eusko, jura, figeac, biovallee = (
        make_dynamic(name, type="ptce" if name == "Figeacteurs" else "autre") for name in names
    )
    study = {"origin": "study", "document": make_source(short="Étude (2020)"), "locator": "1.1"}
    make_tie(eusko, jura, type="visited", since=2012, confirmed="team", **study)
    make_tie(jura, figeac, type="inspired_by")
    make_tie(eusko, target_outside="Bavière", type="visited", confirmed="team")
    method = make_method("Visite apprenante")
    make_experience(method, eusko)
    make_experience(method, biovallee)
    drawing.refresh()
    rebuilding.rebuild(current_engine())
    return {"eusko": eusko, "jura": jura, "figeac": figeac, "biovallee": biovallee}


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_network_is_one_more_way_of_looking_at_the_directory(client, network):
    html = text_of(client.get("/dynamiques/"))

    assert 'href="?vue=reseau"' in html


def test_without_a_filter_the_network_is_whole_however_many_records_there_are(
    client, network, monkeypatch
):
    monkeypatch.setattr(selection, "MAX_WINDOW", 1)

    assert client.get("/dynamiques/?vue=reseau").context["lines"] == 3


def test_the_table_says_what_the_drawing_shows(client, network):
    html = text_of(client.get("/dynamiques/?vue=reseau"))

    assert "Étude (2020), 1.1" in html
    assert "l’équipe, d’après l’étude" in html
    assert "<strong>à confirmer</strong>" in html
    assert "Bavière" in html
    assert "<network-graph" in html


def test_the_filters_of_the_directory_choose_the_points(client, network):
    data = client.get("/dynamiques/reseau.json?type=autre").json()

    assert sorted(data["labels"]) == ["Bavière", "Cluster Jura", "Eusko"]


def test_what_is_drawn_is_compact_and_complete(client, network):
    data = client.get("/dynamiques/reseau.json").json()

    assert sorted(data["labels"]) == ["Bavière", "Cluster Jura", "Eusko", "Figeacteurs"]
    assert len(data["edges"]) == 3 * 3
    assert len(data["x"]) == len(data["y"]) == len(data["urls"]) == 4
    assert data["degree"][data["labels"].index("Eusko")] == 2


def test_tools_territories_kinds_and_confirmation_are_chosen_in_the_address(client, network):
    def labels(query):
        return set(client.get(f"/dynamiques/reseau.json?{query}").json()["labels"])

    assert "Visite apprenante" in labels("outils=1")
    assert "Biovallée" in labels("outils=1")
    assert "Figeacteurs" not in labels("confirmes=1")
    assert labels("lien=inspired_by") == {"Cluster Jura", "Figeacteurs"}
    assert labels("lien=inconnu") == labels("")


def test_dynamics_outside_the_charter_are_drawn_for_those_who_ask(client, network):
    network["jura"].is_conforming = False
    network["jura"].save()
    drawing.refresh()
    rebuilding.rebuild(current_engine())

    assert "Cluster Jura" not in client.get("/dynamiques/reseau.json").json()["labels"]
    assert "Cluster Jura" in client.get("/dynamiques/reseau.json?cercle=tous").json()["labels"]


@pytest.mark.parametrize("order", ["qui", "-qui", "relation", "quoi", "depuis", "-confirme", "<b>"])
def test_a_heading_sorts_the_table(client, network, order):
    response = client.get("/dynamiques/", {"vue": "reseau", "tri": order})

    names = [row.source.label for row in response.context["rows"]]
    assert sorted(names) == ["Cluster Jura", "Eusko", "Eusko"]
    if order == "-qui":
        assert names[0] == "Eusko"


def test_bridges_are_named_in_a_sentence(client, network):
    response = client.get("/dynamiques/?vue=reseau")

    assert {node.label for node in response.context["bridges"]} == {"Cluster Jura", "Eusko"}
    assert "Acteurs-ponts" in text_of(response)


def test_an_empty_network_says_so(client):
    drawing.refresh()

    html = text_of(client.get("/dynamiques/?vue=reseau"))

    assert "Aucun lien connu" in html
    assert "<network-graph" not in html


def test_threads_lead_to_those_around(client, network):
    html = text_of(client.get("/dynamiques/eusko/liens/"))

    assert 'aria-label="Cluster Jura, 2 liens"' in html
    assert "Figeacteurs, 1 lien" not in html
    assert "Figeacteurs, 1 lien" in text_of(client.get("/dynamiques/eusko/liens/?pas=2"))


def test_a_dynamic_without_tie_has_its_page_too(client, network):
    html = text_of(client.get("/dynamiques/biovallee/liens/"))

    assert "Aucun lien de cette dynamique" in html


def test_the_page_of_a_dynamic_leads_to_its_ties(client, network):
    assert 'href="/dynamiques/eusko/liens/"' in text_of(client.get("/dynamiques/eusko/"))


def test_a_way_follows_confirmed_ties(client, network):
    html = text_of(client.get("/dynamiques/chemin/?de=Eusko&vers=cluster-jura"))

    assert "1 pas, par des liens confirmés" in html
    assert "a rendu visite à" in html


def test_without_a_confirmed_way_the_nearest_one_is_shown_and_says_so(client, network):
    html = text_of(client.get("/dynamiques/chemin/?de=Figeacteurs&vers=Eusko"))

    assert "Aucun chemin de liens confirmés" in html
    assert "inspire" in html
    assert "À confirmer." in html


def test_what_two_dynamics_share_is_the_last_resort(client, network):
    html = text_of(client.get("/dynamiques/chemin/?de=Eusko&vers=Biovallée"))

    assert "Visite apprenante" in html
    assert "Point commun, sans lien déclaré" in html


def test_a_misspelt_name_leads_to_the_way_that_was_meant(client, network):
    html = text_of(client.get("/dynamiques/chemin/?de=Eusco&vers=Cluster+Jura"))

    assert '<a href="?de=eusko&amp;vers=Cluster+Jura">Eusko</a>' in html
    assert "par des liens confirmés" in text_of(
        client.get("/dynamiques/chemin/?de=eusko&vers=Cluster+Jura")
    )


def test_namesakes_are_asked_about_and_told_apart_by_their_place(client, network):
    for place in ("Nantes", "Lille"):
        other = make_dynamic("La Ressourcerie", slug=f"r-{place.lower()}", place_label=place)
        make_tie(network["eusko"], other, type="visited", confirmed="team")
    drawing.refresh()

    html = text_of(client.get("/dynamiques/chemin/?de=La+Ressourcerie&vers=Eusko"))

    assert "Plusieurs dynamiques s’appellent" in html
    assert '<a href="?de=r-nantes&amp;vers=Eusko">La Ressourcerie (Nantes)</a>' in html


def test_when_nothing_links_two_dynamics_one_is_told_what_to_do(client, network):
    far = [make_dynamic(name) for name in ("Seule", "Isolée")]
    make_tie(far[0], far[1], type="visited", confirmed="team")
    drawing.refresh()

    html = text_of(client.get("/dynamiques/chemin/?de=Seule&vers=Eusko"))

    assert '<a href="/dynamiques/seule/liens/">Seule</a>' in html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("de=Eusco&vers=Figeacteurs", "Vouliez-vous dire"),
        ("de=Eusko", "Nommez les deux dynamiques"),
        ("de=Eusko&vers=Eusko", "Vous y êtes déjà"),
        ("de=%00%3Cscript%3E&vers=" + "x" * 3000, "Aucune dynamique nommée"),
        ("", "Comment aller de"),
    ],
)
def test_whatever_is_typed_gets_a_sentence(client, network, query, said):
    response = client.get(f"/dynamiques/chemin/?{query}")

    assert response.status_code == 200
    assert said in text_of(response)
    assert "<script>" not in response.content.decode()


@pytest.fixture
def someone(client, network, groups):
    """A signed-in member of Eusko."""
    user = make_user()
    Membership.objects.create(dynamic=network["eusko"], user=user)
    client.force_login(user)
    return user


TYPED = {"relation": "funds", "other": "figeacteurs", "text": "Un prêt.", "since": "2020"}


def test_a_member_declares_a_tie_from_the_page_of_their_dynamic(client, someone):
    response = client.post("/dynamiques/eusko/liens/declarer/", TYPED)

    assert response["Location"] == "/dynamiques/eusko/liens/"
    tie = Tie.objects.get(type="funds")
    assert (str(tie), tie.since, tie.origin) == ("Eusko finance Figeacteurs", 2020, "member")


def test_a_relation_may_be_said_from_the_other_end(client, someone):
    typed = TYPED | {"relation": "funds:backwards", "other": "Une banque", "is_outside": "on"}

    client.post("/dynamiques/eusko/liens/declarer/", typed)

    tie = Tie.objects.get(type="funds")
    assert (tie.source_outside, tie.target.name) == ("Une banque", "Eusko")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"other": "Personne"}, "Aucune dynamique de l’annuaire ne porte ce nom"),
        ({"other": "Eusko"}, "pas de lien avec elle-même"),
        ({"until": "2010"}, "La dernière année vient après la première"),
        ({"since": "20"}, "1800"),
        ({"relation": "visited", "other": "Cluster Jura"}, "Ce lien existe déjà"),
        ({"link": "pas une adresse"}, "URL"),
    ],
)
def test_a_mistake_is_a_sentence_and_what_was_typed_stays(client, someone, typed, said):
    before = Tie.objects.count()

    response = client.post("/dynamiques/eusko/liens/declarer/", TYPED | typed)

    assert said in text_of(response)
    assert "Un prêt." in text_of(response)
    assert Tie.objects.count() == before


def test_the_other_side_is_asked_and_confirms_in_one_gesture(client, network, groups):
    user = make_user()
    Membership.objects.create(dynamic=network["figeac"], user=user)
    client.force_login(user)
    tie = Tie.objects.get(type="inspired_by")
    html = text_of(client.get("/dynamiques/figeacteurs/liens/"))
    address = reverse("network:decide", args=["figeacteurs", tie.pk, "confirmer"])
    assert f'formaction="{address}"' in html

    client.post(address)

    tie.refresh_from_db()
    assert tie.confirmed_by_target_side_by == user


def test_strangers_are_asked_to_sign_in_and_others_are_refused(client, network, groups):
    address = "/dynamiques/eusko/liens/declarer/"
    assert client.get(address).status_code == 302

    client.force_login(make_user())

    assert client.get(address).status_code == 403
    assert client.post(address, TYPED).status_code == 403
    tie = Tie.objects.get(type="inspired_by")
    for verb in ("confirmer", "refuser", "retirer"):
        response = client.post(f"/dynamiques/figeacteurs/liens/{tie.pk}/{verb}/")
        assert response.status_code == 403
    assert client.post(f"/dynamiques/figeacteurs/liens/{tie.pk}/vendre/").status_code == 404
    assert client.post(f"/dynamiques/eusko/liens/{tie.pk}/confirmer/").status_code == 404


def test_a_person_who_agreed_stands_in_the_network_without_an_address(client, network):
    somebody = Person.objects.create(
        name="Camille Exemple", role="Animatrice", is_shown=True, consent_given_at="2026-01-01"
    )
    make_tie(source_person=somebody, target=network["eusko"], type="member_of", confirmed="team")
    drawing.refresh()

    assert "Camille Exemple" in text_of(client.get("/dynamiques/eusko/liens/"))


@pytest.mark.parametrize("count", [3, 40])
@pytest.mark.parametrize(
    "address",
    [
        "/dynamiques/?vue=reseau",
        "/dynamiques/?vue=reseau&outils=1&lieux=1&theme=cooperation",
        "/dynamiques/reseau.json",
        "/dynamiques/centre/liens/?pas=2",
        "/dynamiques/chemin/?de=Centre&vers=dynamique-0",
    ],
)
def test_pages_cost_the_same_however_large_the_network(
    client, django_assert_max_num_queries, address, count
):
    centre = make_dynamic("Centre", themes=["cooperation"], commune=make_commune())
    method = make_method("Forum")
    for number in range(count):
        other = make_dynamic(f"Dynamique {number}", themes=["cooperation"])
        make_tie(centre, other, confirmed="team", document=make_source(), locator="1.1")
        make_experience(method, other)
    drawing.refresh()
    rebuilding.rebuild(current_engine())
    drawing._read.cache_clear()

    with django_assert_max_num_queries(BUDGET):
        assert client.get(address).status_code == 200
