"""Somebody who copied everything, then asks only what changed, ends with the same as who copies everything again.

Edits are drawn at random, always the same for the same seed. What a vocabulary, a commune or a keyword is called is
told otherwise: the ETag of the whole changes (see `tests/dynamics/directory/test_exchange.py`).
"""

import random
from urllib.parse import urlencode

import pytest

from django.utils import timezone
from wagtail.models import PageViewRestriction

from dynamics.directory.models import Dynamic, Experience
from dynamics.directory.upkeep import merging
from dynamics.network.models import Tie
from portal.core.publishing import publish
from portal.glossary.models import Term
from portal.vocabulary.models import Theme
from tests.factories import (
    make_commune,
    make_dynamic,
    make_entry,
    make_experience,
    make_method,
    make_term,
    make_tie,
    make_user,
)
from toolbox.models import MethodPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

LISTS = {"dynamics": "slug", "methods": "slug", "terms": "slug", "ties": "id"}
SETTINGS = {"dynamics": {"conforming": "all"}}
ROUNDS, EDITS = 6, 6


def pages_of(client, name, **asked):
    cursor, seen = "", []
    while cursor is not None:
        query = urlencode(SETTINGS.get(name, {}) | asked | {"limit": 7, "cursor": cursor})
        page = client.get(f"/api/v1/{name}?{query}").json()
        seen += page["items"]
        cursor = page["next_cursor"]
    return seen


class Harvester:
    """Another platform, that keeps a copy of each list."""

    def __init__(self, client):
        self.client = client
        self.copies = {name: {} for name in LISTS}
        self.asked_at = None

    def harvest(self):
        since = {"updated_since": self.asked_at.isoformat()} if self.asked_at else {}
        self.asked_at = timezone.now()
        for name, key in LISTS.items():
            copy = self.copies[name]
            for gone in self._gone(name, since) if since else ():
                copy.pop(gone[key], None)
            for item in pages_of(self.client, name, **since):
                copy[item[key]] = item

    def _gone(self, name, since):
        cursor = ""
        while cursor is not None:
            query = urlencode(since | {"limit": 5, "cursor": cursor})
            page = self.client.get(f"/api/v1/{name}/deleted?{query}").json()
            yield from page["items"]
            cursor = page["next_cursor"]


def everything(client):
    return {
        name: {item[key]: item for item in pages_of(client, name)} for name, key in LISTS.items()
    }


def missed(copies, truth):
    """Return the key of each record of which the copy is not the truth, with what differs."""
    return [
        (name, key, copied and true and {part for part in true if copied[part] != true[part]})
        for name in LISTS
        for key in copies[name].keys() | truth[name].keys()
        if (copied := copies[name].get(key)) != (true := truth[name].get(key))
    ]


def one_of(chance, things):
    found = list(things.order_by("pk"))
    return chance.choice(found) if found else None


def edit(chance, _animator):
    dynamic = one_of(chance, Dynamic.objects.published())
    dynamic.summary = f"Autre chose {chance.random()}"
    dynamic.themes = [make_entry(Theme, chance.choice(["cooperation", "energie"]))]
    dynamic.commune = make_commune() if chance.random() < 0.5 else None
    publish(dynamic)


def rename_a_dynamic(chance, _animator):
    dynamic = one_of(chance, Dynamic.objects.published())
    dynamic.slug = f"dynamique-{chance.randrange(10**6)}"
    publish(dynamic)


def rename_a_method(chance, _animator):
    method = one_of(chance, MethodPage.objects.published())
    method.slug = f"outil-{chance.randrange(10**6)}"
    method.save_revision().publish()


def rename_a_term(chance, _animator):
    term = one_of(chance, Term.objects.published())
    term.slug = f"terme-{chance.randrange(10**6)}"
    publish(term)


def hide_or_show(chance, _animator):
    model = chance.choice([Dynamic, MethodPage, Term])
    thing = one_of(chance, model.objects.all())
    if not thing.live:
        thing.save_revision().publish()
    elif model.objects.filter(live=True).count() > 2:
        thing.unpublish()


def reserve_or_open(chance, _animator):
    method = one_of(chance, MethodPage.objects.all())
    if restriction := method.view_restrictions.first():
        restriction.delete()
    elif MethodPage.objects.published().count() > 2:
        PageViewRestriction.objects.create(page=method, restriction_type="login")


def delete_one(chance, _animator):
    model = chance.choice([Dynamic, MethodPage, Term, Tie, Experience])
    if model.objects.count() > 4:
        one_of(chance, model.objects.all()).delete()


def make_one(chance, _animator):
    name = f"Nouveau {chance.randrange(10**6)}"
    chance.choice([make_dynamic, make_method, make_term])(name)


def tie_two(chance, _animator):
    source, target = chance.sample(list(Dynamic.objects.order_by("pk")), 2)
    if not Tie.objects.filter(source=source, target=target).exists():
        make_tie(source, target, confirmed="team")


def tell(chance, _animator):
    method, dynamic = (one_of(chance, model.objects.all()) for model in (MethodPage, Dynamic))
    make_experience(method, dynamic)


def correct_what_was_told(chance, _animator):
    if told := one_of(chance, Experience.objects.all()):
        told.dynamic = one_of(chance, Dynamic.objects.all())
        told.method = one_of(chance, MethodPage.objects.all())
        told.save()


def merge_two(chance, animator):
    if Dynamic.objects.published().count() > 4:
        found = list(Dynamic.objects.published().order_by("pk"))
        kept, gone = chance.sample(found, 2)
        merging.merge(kept, gone, by=animator)


def point_at_another_term(chance, _animator):
    term, other = chance.sample(list(Term.objects.order_by("pk")), 2)
    term.see_also = [other]
    publish(term)


def derive(chance, _animator):
    method, other = chance.sample(list(MethodPage.objects.order_by("pk")), 2)
    method.derived_from = other
    method.save_revision().publish()


def leave_or_join_the_first_circle(chance, _animator):
    dynamic = one_of(chance, Dynamic.objects.published())
    dynamic.is_conforming = not dynamic.is_conforming
    publish(dynamic)


EDITINGS = (
    edit,
    rename_a_dynamic,
    rename_a_method,
    rename_a_term,
    hide_or_show,
    reserve_or_open,
    delete_one,
    make_one,
    tie_two,
    tell,
    correct_what_was_told,
    merge_two,
    point_at_another_term,
    derive,
    leave_or_join_the_first_circle,
)


@pytest.mark.parametrize("seed", range(3))
def test_who_asks_only_what_changed_misses_nothing(client, seed):
    chance, animator = random.Random(seed), make_user(is_superuser=True)  # noqa: S311 - the same edits every time
    for _number in range(4):
        for make in (make_dynamic, make_method, make_term):
            make()
    harvester = Harvester(client)
    harvester.harvest()

    for _round in range(ROUNDS):
        done = [chance.choice(EDITINGS) for _number in range(EDITS)]
        for editing in done:
            editing(chance, animator)
        harvester.harvest()

        names = [editing.__name__ for editing in done]
        assert missed(harvester.copies, everything(client)) == [], names
