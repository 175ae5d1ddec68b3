"""Judging what is proposed: once, by somebody else, with a reason to refuse; addresses are forgotten."""

import datetime

import pytest

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.contributions import actions, forgetting
from portal.contributions.models import Contribution
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def propose(**facts):
    return Contribution.objects.create(kind="dynamic", title="Le fil", **facts)


def test_nobody_judges_their_own_contribution(animator):
    own = propose(author=animator)

    with pytest.raises(PermissionDenied):
        actions.refuse(own, by=animator, reason="Non.")


def test_only_animators_judge(animator, editor, member):
    contribution = propose()

    for user in (editor, member, make_user()):
        with pytest.raises(PermissionDenied):
            actions.refuse(contribution, by=user, reason="Non.")

    actions.refuse(contribution, by=animator, reason="Non.")
    assert contribution.judged_by == animator


def test_what_is_judged_is_judged_once(animator):
    contribution = propose()
    stale = Contribution.objects.get(pk=contribution.pk)
    actions.refuse(contribution, by=animator, reason="Non.")

    with pytest.raises(actions.AlreadyJudgedError):
        actions.refuse(stale, by=animator, reason="Encore non.")

    contribution.refresh_from_db()
    assert contribution.reason == "Non."


@pytest.mark.parametrize("who", ["editor", "member"])
def test_the_desk_is_for_animators(client, request, who, animator):
    contribution = propose()
    pages = ("/admin/contributions/", f"/admin/contributions/{contribution.pk}/")

    client.force_login(request.getfixturevalue(who))
    assert all(client.get(page).status_code in {302, 403} for page in pages)
    assert client.post(pages[1], {"refuse": "", "reason": "Non."}).status_code in {302, 403}
    contribution.refresh_from_db()
    assert contribution.is_waiting

    client.force_login(animator)
    assert all(client.get(page).status_code == 200 for page in pages)


def test_the_desk_costs_the_same_however_many(client, animator, django_assert_max_num_queries):
    for number in range(30):
        propose(note=str(number))
    client.force_login(animator)
    client.get("/admin/contributions/")

    with django_assert_max_num_queries(16):
        client.get("/admin/contributions/")


def test_the_dashboard_says_what_waits(client, animator):
    propose()
    client.force_login(animator)

    assert "Juger 1 contribution" in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("age", "is_judged", "is_kept"),
    [(1, False, True), (181, False, False), (1, True, True), (8, True, False)],
)
def test_an_address_is_kept_no_longer_than_it_serves(age, is_judged, is_kept):
    then = timezone.now() - datetime.timedelta(days=age)
    contribution = propose(email="jeanne@exemple.fr", consented_at=then)
    Contribution.objects.update(submitted_at=then)
    if is_judged:
        Contribution.objects.update(state="accepted", judged_at=then)

    forgetting.forget_old_addresses()

    contribution.refresh_from_db()
    assert bool(contribution.email) is is_kept


def test_a_person_may_be_forgotten(member):
    contribution = propose(
        author=member, credit="Jeanne", email="j@exemple.fr", consented_at=timezone.now()
    )

    assert forgetting.forget_author(by=member) == 1

    contribution.refresh_from_db()
    assert (contribution.author, contribution.credit, contribution.email) == (None, "", "")


def test_erasing_an_account_keeps_what_it_gave(member):
    contribution = propose(author=member)

    member.delete()

    contribution.refresh_from_db()
    assert contribution.author is None


def test_a_person_reads_takes_away_and_erases_what_is_held_about_them(client, member):
    propose(author=member, credit="Jeanne", note="Vu sur place")
    propose(credit="Quelqu’un d’autre")
    client.force_login(member)

    held = client.get("/contributions/mes-donnees.json").json()
    assert [each["credit"] for each in held["contributions"]] == ["Jeanne"]
    assert client.get("/contributions/mes-donnees/").status_code == 200
    assert Contribution.objects.filter(author=member).exists()

    client.post("/contributions/mes-donnees/")

    assert not Contribution.objects.filter(author=member).exists()
    assert not Contribution.objects.filter(credit="Jeanne").exists()
