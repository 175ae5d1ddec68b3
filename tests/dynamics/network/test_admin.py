"""Ties in the admin: animators write and confirm them, whichever way round they type them."""

import pytest

from django.urls import reverse

from dynamics.network.models import Tie
from tests.factories import make_dynamic, make_tie

# The templates of the admin are not ours.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

LIST = "wagtailsnippets_network_tie:list"


@pytest.fixture
def desk(client, animator):
    client.force_login(animator)
    return client


def typed(**fields):
    return {"type": "neighbours", "text": "Sur le même plateau.", "locator": ""} | fields


def test_an_animator_confirms_with_a_box_and_the_ends_are_put_in_order(desk, animator):
    older, younger = make_dynamic("Eusko"), make_dynamic("Jura")

    desk.post(
        reverse("wagtailsnippets_network_tie:add"),
        typed(source=younger.pk, target=older.pk, is_confirmed_by_team="on"),
    )

    tie = Tie.objects.get()
    assert (tie.source, tie.target) == (older, younger)
    assert tie.confirmed_by_team_by == animator


def test_unticking_the_box_takes_the_confirmation_back(desk):
    tie = make_tie(type="neighbours", confirmed="team")

    desk.post(
        reverse("wagtailsnippets_network_tie:edit", args=[tie.pk]),
        typed(source=tie.source_id, target=tie.target_id),
    )

    tie.refresh_from_db()
    assert not tie.is_confirmed


def test_an_impossible_tie_is_explained(desk):
    eusko = make_dynamic("Eusko")

    response = desk.post(
        reverse("wagtailsnippets_network_tie:add"), typed(source=eusko.pk, target=eusko.pk)
    )

    assert "pas de lien avec elle-même" in response.content.decode()
    assert not Tie.objects.exists()


@pytest.mark.parametrize(
    ("state", "texts"),
    [("waiting", {"attend"}), ("settled", {"réglé"}), ("refused", {"refusé"})],
)
def test_ties_are_found_by_what_remains_to_be_done(desk, state, texts):
    make_tie(text="attend")
    make_tie(text="réglé", confirmed="source_side target_side")
    make_tie(text="refusé", refused_at="2026-01-01T00:00Z")

    response = desk.get(reverse(LIST), {"state": state})

    assert {tie.text for tie in response.context["object_list"]} == texts


def test_the_list_costs_the_same_however_long(desk, django_assert_max_num_queries):
    for number in range(40):
        make_tie(text=f"Lien {number}")

    with django_assert_max_num_queries(20):
        assert desk.get(reverse(LIST)).status_code == 200
