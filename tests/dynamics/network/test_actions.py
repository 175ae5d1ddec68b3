"""Saying that there is a tie, standing for it, refusing it, taking it back: who may, and what is left."""

import pytest

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from dynamics.directory.models import Membership
from dynamics.network import actions, drawing
from dynamics.network.models import Person, Tie
from tests.factories import make_dynamic, make_tie, make_user

pytestmark = pytest.mark.django_db


def speaking_for(dynamic):
    """Somebody who is a member of a dynamic."""
    user = make_user()
    Membership.objects.create(dynamic=dynamic, user=user)
    return user


def unsaved(source, target, **fields):
    return Tie(source=source, target=target, **{"type": "visited", "text": "Une visite."} | fields)


def test_a_member_who_declares_a_tie_stands_for_their_side(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")
    author = speaking_for(eusko)

    tie = actions.declare(unsaved(eusko, jura), of=eusko, by=author)

    assert tie.origin == "member"
    assert tie.confirmed_by_source_side_by == author
    assert tie.confirmed_by_target_side_at is None
    assert not tie.is_confirmed


def test_a_tie_is_confirmed_once_both_sides_stand_for_it(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")
    tie = actions.declare(unsaved(eusko, jura), of=eusko, by=speaking_for(eusko))

    actions.confirm(tie, by=speaking_for(jura))

    assert Tie.objects.confirmed().get() == tie


def test_a_member_of_both_sides_confirms_for_both(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")
    author = speaking_for(eusko)
    Membership.objects.create(dynamic=jura, user=author)

    assert actions.declare(unsaved(eusko, jura), of=eusko, by=author).is_confirmed


def test_the_team_confirms_alone(animator):
    tie = make_tie()

    assert actions.confirm(tie, by=animator).is_confirmed


def test_a_tie_said_alike_from_both_ends_is_found_again_whoever_says_it(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")
    first = unsaved(jura, eusko, type="neighbours")
    actions.declare(first, of=jura, by=speaking_for(jura))

    with pytest.raises(ValidationError), transaction.atomic():
        actions.declare(unsaved(eusko, jura, type="neighbours"), of=eusko, by=speaking_for(eusko))

    assert Tie.objects.get().source == eusko


def test_a_dynamic_outside_the_directory_comes_second_when_both_ends_say_it_alike(groups):
    eusko = make_dynamic("Eusko")
    tie = Tie(type="co_built", source_outside="Bizi !", target=eusko, text="Ensemble.")

    actions.declare(tie, of=eusko, by=speaking_for(eusko))

    assert (tie.source, tie.target_outside) == (eusko, "Bizi !")


MAY = {
    "stranger": set(),
    "editor": set(),
    "member of the source": {"declare", "confirm", "refuse"},
    "member of the target": {"confirm", "refuse"},
    "animator": {"declare", "confirm", "refuse", "withdraw"},
}


@pytest.mark.parametrize("who", MAY)
def test_who_may_do_what(who, editor, animator):
    tie = make_tie()
    people = {"stranger": make_user, "editor": lambda: editor, "animator": lambda: animator}
    people["member of the source"] = lambda: speaking_for(tie.source)
    people["member of the target"] = lambda: speaking_for(tie.target)
    user = people[who]()

    may = {
        "declare": actions.can_declare(user, tie.source),
        "confirm": actions.can_confirm(user, tie),
        "refuse": actions.can_refuse(user, tie),
        "withdraw": actions.can_withdraw(user, tie),
    }
    assert {verb for verb, is_allowed in may.items() if is_allowed} == MAY[who]


def test_nobody_declares_for_a_dynamic_they_do_not_speak_for(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")

    with pytest.raises(PermissionDenied):
        actions.declare(unsaved(eusko, jura), of=eusko, by=speaking_for(jura))


def test_a_member_does_not_declare_a_tie_between_others(groups):
    eusko = make_dynamic("Eusko")
    others = unsaved(make_dynamic(), make_dynamic())

    with pytest.raises(ValidationError):
        actions.declare(others, of=eusko, by=speaking_for(eusko))


def test_a_refused_tie_leaves_the_network_and_cannot_be_confirmed(groups, animator):
    tie = make_tie(confirmed="source_side")

    actions.refuse(tie, by=speaking_for(tie.target))

    assert not Tie.objects.public().exists()
    with pytest.raises(PermissionDenied):
        actions.confirm(tie, by=animator)


def test_a_settled_tie_is_not_refused(groups):
    tie = make_tie(confirmed="team")

    with pytest.raises(PermissionDenied):
        actions.refuse(tie, by=speaking_for(tie.target))


def test_whoever_declared_a_tie_takes_it_back_until_it_is_settled(groups):
    eusko, jura = make_dynamic("Eusko"), make_dynamic("Jura")
    author = speaking_for(eusko)
    tie = actions.declare(unsaved(eusko, jura), of=eusko, by=author)
    settled = actions.declare(unsaved(eusko, jura, type="funds"), of=eusko, by=author)
    actions.confirm(settled, by=speaking_for(jura))

    actions.withdraw(tie, by=author)

    assert Tie.objects.get() == settled
    with pytest.raises(PermissionDenied):
        actions.withdraw(settled, by=author)


def test_the_team_confirms_many_at_once_and_skips_what_was_refused(animator):
    waiting = [make_tie(), make_tie()]
    refused = make_tie(refused_at="2026-01-01T00:00Z")

    assert actions.confirm_for_the_team([*waiting, refused], by=animator) == 2


def test_erasing_somebody_leaves_no_trace_of_them_in_the_drawing(animator):
    somebody = Person.objects.create(
        name="Camille Exemple", role="Animatrice", is_shown=True, consent_given_at="2026-01-01"
    )
    make_tie(source_person=somebody, type="member_of", confirmed="team")
    drawing.refresh()

    actions.erase(somebody, by=animator)
    drawing.refresh()

    assert not Tie.objects.exists()
    assert "Camille" not in str(list(drawing.Drawing.objects.values_list("content", flat=True)))


def test_a_person_who_did_not_agree_is_drawn_nowhere():
    somebody = Person.objects.create(name="Camille Exemple", role="Animatrice")
    make_tie(source_person=somebody, type="member_of", confirmed="team")

    drawing.refresh()

    assert not drawing.current(drawing.Scene.ALL).graph.nodes


def test_what_an_erased_account_confirmed_stays_confirmed(groups):
    tie = make_tie(confirmed="source_side")
    user = speaking_for(tie.target)
    actions.confirm(tie, by=user)

    user.delete()

    tie.refresh_from_db()
    assert tie.is_confirmed
    assert tie.confirmed_by_target_side_by is None


def test_a_dynamic_that_is_deleted_takes_its_ties_away():
    tie = make_tie()

    tie.target.delete()

    assert not Tie.objects.exists()


def test_the_network_is_drawn_again_once_for_many_changes(
    animator, monkeypatch, django_capture_on_commit_callbacks
):
    drawn = []
    monkeypatch.setattr(drawing, "refresh", lambda: drawn.append(1) or 1)
    ties = [make_tie(), make_tie()]

    with django_capture_on_commit_callbacks(execute=True):
        for tie in ties:
            actions.confirm(tie, by=animator)

    assert drawn == [1]
