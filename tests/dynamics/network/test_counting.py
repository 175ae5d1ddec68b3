"""The table of the directory counts the ties of each dynamic."""

import pytest

from django.utils import timezone

from dynamics.network.counting import ties_of_each
from dynamics.network.models import Tie
from search import rebuilding
from search.engines import current_engine
from tests.factories import make_dynamic, make_tie

pytestmark = pytest.mark.django_db


def test_both_ends_count_a_tie_and_a_refused_one_counts_for_nobody():
    eusko, jura, alone = (make_dynamic(name) for name in ("Eusko", "Cluster Jura", "Seule"))
    make_tie(eusko, jura, type="visited")
    make_tie(eusko, target_outside="Bavière", type="visited")
    refused = make_tie(jura, alone, type="funds")
    Tie.objects.filter(pk=refused.pk).update(refused_at=timezone.now())

    assert ties_of_each([eusko.pk, jura.pk, alone.pk]) == {eusko.pk: 2, jura.pk: 1}


def test_the_ties_of_many_dynamics_are_counted_in_one_query(django_assert_num_queries):
    dynamics = [make_dynamic() for _number in range(4)]
    for dynamic in dynamics:
        make_tie(dynamic, target_outside="Ailleurs", type="visited")

    with django_assert_num_queries(1):
        ties_of_each([dynamic.pk for dynamic in dynamics])


def test_the_table_of_the_directory_has_a_column_of_ties(client, directory):
    make_tie(make_dynamic("Eusko"), make_dynamic("Cluster Jura"), type="visited")
    rebuilding.rebuild(current_engine())

    page = client.get("/dynamiques/?vue=tableau").content.decode()

    assert '<th scope="col">Liens</th>' in page
    assert page.count("<td>1</td>") == 2
