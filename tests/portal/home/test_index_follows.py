"""Whatever changes in the portal, and however, search says it as soon as the change is committed."""

from contextlib import contextmanager
from time import monotonic

import pytest
from taggit.models import Tag

from wagtail.models import Page

from dynamics.directory.models import Dynamic, DynamicTag, DynamicType
from search import draining, outbox, rebuilding
from search.engines import current_engine
from search.queries import find
from search.request import SearchRequest
from tests.factories import make_dynamic, make_method, make_page, make_proposal, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


@pytest.fixture
def committed(settings, tmp_path, django_capture_on_commit_callbacks):
    """Do what waits for the end of the transaction, in an index of its own."""
    settings.SEARCH_DIR = tmp_path / "search"
    rebuilding.rebuild(current_engine())

    @contextmanager
    def until_drained():
        with django_capture_on_commit_callbacks(execute=True):
            yield
        # Asked for once per transaction: here, the test itself is in one.
        draining.drain(current_engine())

    return until_drained


def found(terms="", **choices):
    results = find(SearchRequest(terms, is_verbatim=True, **choices))
    return {hit.title for hit in results.hits}


def labels(facet):
    return [value.label for value in find(SearchRequest(facets=(facet,))).facets[facet].values]


def test_a_keyword_given_or_taken_back(committed, referential):
    with committed():
        dynamic, method = make_dynamic("Eusko"), make_method("Forum")
    assert found("monnaie") == set()

    with committed():
        dynamic.tags.add("monnaie")
        dynamic.save()
        method.tags.add("monnaie")
        method.save_revision().publish()
    assert found("monnaie") == {"Eusko", "Forum"}

    with committed():
        DynamicTag.objects.filter(tag__name="monnaie").first().delete()
        method.tags.clear()
        method.save_revision().publish()
    assert found("monnaie") == set()


def test_a_keyword_renamed(committed, referential):
    with committed():
        make_dynamic("Eusko", tags=["monnaie"])
        make_method("Forum", tags=["monnaie"])
    with committed():
        tag = Tag.objects.get(name="monnaie")
        tag.name = "troc"
        tag.save()

    assert found("troc") == {"Eusko", "Forum"}
    assert found("monnaie") == set()


def test_a_keyword_deleted(committed, referential):
    with committed():
        make_dynamic("Eusko", tags=["monnaie"])
        make_method("Forum", tags=["monnaie"])
    with committed():
        Tag.objects.get(name="monnaie").delete()

    assert found("monnaie") == set()
    assert find(SearchRequest(facets=("keyword",))).facets["keyword"].values == ()


def test_a_type_renamed(committed):
    with committed():
        make_dynamic("Eusko", type="ptce")
    with committed():
        kind = DynamicType.objects.get(code="ptce")
        kind.label = "Grappe territoriale"
        kind.save()

    assert found("grappe") == {"Eusko"}
    assert labels("type") == ["Grappe territoriale"]


def test_a_theme_renamed(committed, monkeypatch):
    with committed():
        dynamic = make_dynamic("Eusko", themes=["governance"])
    assert labels("theme") != ["Décider ensemble"]

    with committed():
        theme = dynamic.themes.first()
        theme.label = "Décider ensemble"
        theme.save()
    # No document says it: other words of the facets are read again half a minute later.
    monkeypatch.setattr("search.counts.monotonic", lambda: monotonic() + 31)

    assert labels("theme") == ["Décider ensemble"]


def test_a_theme_deleted(committed):
    with committed():
        dynamic = make_dynamic("Eusko", themes=["governance"])
        make_term("Consentement", themes=["governance"])
        make_proposal("Décider", themes=["governance"])
    with committed():
        dynamic.themes.first().delete()

    assert find(SearchRequest(facets=("theme",))).facets["theme"].values == ()


@pytest.mark.parametrize("make", [make_dynamic, make_term, make_proposal])
def test_a_snippet_published_withdrawn_and_deleted(committed, make):
    with committed():
        snippet = make("Zymurgie", live=False)
    assert found("zymurgie") == set()

    with committed():
        snippet.save_revision().publish()
    assert found("zymurgie") == {"Zymurgie"}

    snippet.refresh_from_db()
    with committed():
        snippet.unpublish()
    assert found("zymurgie") == set()

    with committed():
        snippet.save_revision().publish()
    with committed():
        snippet.delete()
    assert found("zymurgie") == set()


def test_another_name_given_to_a_term(committed):
    with committed():
        term = make_term("Coopération")
    with committed():
        term.other_names.add(term.other_names.model(kind="synonym", name="Zymurgie"))
        term.save()

    assert found("zymurgie") == {"Coopération"}


def test_a_page_moved_with_those_under_it(committed, home):
    with committed():
        first, second = make_page("Premier"), make_page("Second")
        make_page("Zymurgie", under=first)
    with committed():
        Page.objects.get(pk=first.pk).move(Page.objects.get(pk=second.pk), pos="last-child")

    (hit,) = find(SearchRequest("zymurgie", is_verbatim=True)).hits
    assert hit.url == "/second/premier/zymurgie/"


def test_a_bulk_update_that_tells_the_outbox(committed):
    with committed():
        dynamics = [make_dynamic(f"Fiche {number}") for number in range(3)]
    with committed():
        Dynamic.objects.update(summary="Zymurgie")
        outbox.touch(f"dynamic:{dynamic.pk}" for dynamic in dynamics)

    assert found("zymurgie") == {"Fiche 0", "Fiche 1", "Fiche 2"}
