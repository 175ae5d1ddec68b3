import pytest

from django.urls import reverse

from tests.factories import make_commune, make_department, make_dynamic

pytestmark = pytest.mark.django_db


@pytest.fixture
def communes():
    make_commune("46102", "Figeac", postcodes="46100", population=9_800)
    make_commune("69189", "Sainte-Colombe", department=make_department("69", "Rhône"))
    make_commune("46260", "Sainte-Colombe", population=20)


def found(client, text):
    url = reverse("commune-chooser:choose_results")
    return client.get(url, {"q": text}).content.decode()


@pytest.mark.parametrize("text", ["fig", "FIGEAC", "46100"])
def test_a_commune_is_found_by_its_name_or_its_postcode(client, editor, communes, text):
    client.force_login(editor)

    html = found(client, text)

    assert "Figeac" in html
    assert "Sainte-Colombe" not in html


def test_homonyms_are_told_apart_by_their_departement(client, editor, communes):
    client.force_login(editor)

    html = found(client, "sainte colombe")

    assert "Rhône" in html
    assert "Lot" in html


def test_the_window_opens_and_a_choice_says_where_it_is(client, editor, communes):
    client.force_login(editor)

    window = client.get(reverse("commune-chooser:choose")).json()
    chosen = client.get(reverse("commune-chooser:chosen", args=["69189"])).json()

    assert window["step"] == "choose"
    assert chosen["result"]["title"] == "Sainte-Colombe (Rhône)"


def test_the_form_of_a_dynamic_never_lists_the_communes(client, editor, communes):
    dynamic = make_dynamic(commune=make_commune("46102"))
    client.force_login(editor)

    html = client.get(
        reverse("wagtailsnippets_directory_dynamic:edit", args=[dynamic.pk])
    ).content.decode()

    assert "Figeac (Lot)" in html
    assert reverse("commune-chooser:choose") in html
    assert "Sainte-Colombe" not in html


def test_finding_a_commune_takes_few_queries(
    client, editor, communes, django_assert_max_num_queries
):
    client.force_login(editor)

    with django_assert_max_num_queries(10):
        found(client, "sainte")
