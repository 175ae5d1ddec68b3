"""Animators guide search in the admin; editors read what they decided, and what people ask."""

import csv
import io

import pytest

from django.urls import reverse
from django.utils import timezone

from search import rebuilding
from search.asked import first_month
from search.engines import current_engine
from search.models import AskedQuestion, PromotedResult, SynonymRule
from tests.factories import make_method

pytestmark = pytest.mark.django_db
RULES = "wagtailsnippets_search_synonymrule"
PROMOTIONS = "wagtailsnippets_search_promotedresult"
REPORTS = ("top_questions_report", "unanswered_questions_report")


@pytest.fixture
def forum(referential, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    method = make_method("Forum ouvert")
    rebuilding.rebuild(current_engine())
    return method


def results(client, question):
    return client.get("/recherche/", {"q": question}).content.decode()


def ask(words, *, months_ago=0, asked=1, unanswered=0):
    month = first_month(months_ago + 1, today=timezone.localdate())
    AskedQuestion.objects.create(
        key=words, words=words, month=month, asked=asked, unanswered=unanswered
    )


def lines(client, report, **filters):
    response = client.get(reverse(report), filters | {"export": "csv"})
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return [row[:3] for row in csv.reader(io.StringIO(content))][1:]


def test_a_synonym_an_animator_adds_works_at_once(client, animator, forum):
    client.force_login(animator)
    assert "Forum ouvert" not in results(client, "agora")

    response = client.post(reverse(f"{RULES}:add"), {"rule": "agora, forum", "note": ""})

    assert response.status_code == 302
    assert "Forum ouvert" in results(client, "agora")


def test_a_rule_that_is_refused_keeps_what_was_typed(client, animator):
    client.force_login(animator)

    html = client.post(reverse(f"{RULES}:add"), {"rule": "agora", "note": "x"}).content.decode()

    assert 'value="agora"' in html
    assert "deux mots" in html


def test_a_rule_is_previewed(client, animator, forum):
    client.force_login(animator)
    address = reverse(f"{RULES}:preview_on_add")
    client.post(address, {"rule": "agora => forum", "note": ""})

    html = client.get(address).content.decode()

    assert "« agora »" in html
    assert "Forum ouvert" in html


def test_a_result_an_animator_puts_first_is_first_and_says_so(client, animator, forum):
    client.force_login(animator)
    values = {"questions": "par où commencer", "address": forum.url, "why": "Simple et joyeux."}

    response = client.post(reverse(f"{PROMOTIONS}:add"), values)

    assert response.status_code == 302
    html = results(client, "Par où commencer ?")
    assert "Forum ouvert" in html
    assert "Choisi par l’animation" in html
    assert "Simple et joyeux." in html


@pytest.mark.parametrize("name", [RULES, PROMOTIONS])
def test_editors_read_and_do_not_change(client, editor, name):
    SynonymRule.objects.create(pk=1, rule="agora, forum")
    PromotedResult.objects.create(pk=1, questions="a", address="/", uid="page:1", why="x")
    client.force_login(editor)

    assert client.get(reverse(f"{name}:list")).status_code == 200
    assert client.get(reverse(f"{name}:inspect", args=[1])).status_code == 200
    for action, arguments in (("add", []), ("edit", [1]), ("delete", [1])):
        assert client.get(reverse(f"{name}:{action}", args=arguments)).status_code == 302


@pytest.mark.parametrize("name", [RULES, PROMOTIONS])
def test_animators_list_search_and_take_away(client, animator, name):
    SynonymRule.objects.create(rule="agora, forum")
    PromotedResult.objects.create(questions="agora", address="/", uid="page:1", why="x")
    client.force_login(animator)

    html = client.get(reverse(f"{name}:list"), {"q": "agora"}).content.decode()

    assert "agora" in html
    assert client.get(reverse(f"{name}:list"), {"export": "xlsx"}).status_code == 200


def test_the_menu_has_a_room_for_search(client, animator):
    client.force_login(animator)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse(f"{RULES}:list") in html
    assert reverse(f"{PROMOTIONS}:list") in html
    for report in REPORTS:
        assert reverse(report) in html


def test_questions_are_added_up_over_months_the_most_frequent_first(client, editor):
    ask("scic", asked=2)
    ask("scic", months_ago=2, asked=3, unanswered=1)
    ask("agora", asked=4, unanswered=4)
    client.force_login(editor)

    assert lines(client, REPORTS[0]) == [["scic", "5", "1"], ["agora", "4", "4"]]
    assert lines(client, REPORTS[0], months="1") == [["agora", "4", "4"], ["scic", "2", "0"]]


def test_a_question_without_answer_becomes_a_synonym_in_one_step(client, animator):
    ask("parking à vélos", asked=4, unanswered=2)
    client.force_login(animator)
    html = client.get(reverse("unanswered_questions_report")).content.decode()
    address = f"{reverse(f'{RULES}:add')}?q=parking+%C3%A0+v%C3%A9los"
    assert address in html

    assert 'value="parking à vélos, "' in client.get(address).content.decode()
    assert "<script>x" not in client.get(f"{address}%22%3E%3Cscript%3Ex").content.decode()


def test_editors_who_may_not_add_synonyms_are_not_sent_there(client, editor):
    ask("parking à vélos", asked=4, unanswered=2)
    client.force_login(editor)

    html = client.get(reverse("unanswered_questions_report")).content.decode()

    assert "parking à vélos" in html
    assert reverse(f"{RULES}:add") not in html


def test_questions_without_answer_stand_apart(client, editor):
    ask("scic", asked=9)
    ask("agora", asked=4, unanswered=2)
    ask("pépinière", asked=3, unanswered=3)
    client.force_login(editor)

    assert lines(client, REPORTS[1]) == [["pépinière", "3", "3"], ["agora", "4", "2"]]


@pytest.mark.parametrize("report", REPORTS)
def test_animators_and_editors_read_what_people_ask_and_members_do_not(
    client, animator, editor, member, report
):
    ask("agora", asked=4, unanswered=2)
    for person in (animator, editor):
        client.force_login(person)
        page = client.get(reverse(report), {"months": "3"})
        assert "/recherche/?q=agora" in page.content.decode()
        assert client.get(reverse(f"{report}_results")).status_code == 200
        assert client.get(reverse(report), {"months": "x"}).status_code == 200
        assert client.get(reverse(report), {"export": "xlsx"}).status_code == 200

    client.force_login(member)
    assert client.get(reverse(report)).status_code == 302
