"""Words on codes."""

import pytest

from django.core.exceptions import ImproperlyConfigured

from search import counts, registry
from search.request import SearchRequest


def test_labels_are_asked_once_per_state_of_the_index() -> None:
    asked = []
    registry.register_facet("theme", "Thème", lambda: asked.append(1) or {"a": "Un"})

    for version in ("v1", "v1", "v2"):
        assert counts.labels_of("theme", frozenset({"a"}), f"once-{version}") == {"a": "Un"}

    assert len(asked) == 2


def test_labels_are_asked_again_for_a_code_they_did_not_have() -> None:
    labels = {"a": "Un"}
    registry.register_facet("theme", "Thème", lambda: dict(labels))
    counts.labels_of("theme", frozenset({"a"}), "again")
    labels["b"] = "Deux"

    assert counts.labels_of("theme", frozenset({"b"}), "again")["b"] == "Deux"


def test_a_facet_without_words_shows_its_codes() -> None:
    request = SearchRequest(facets=("theme",))

    facet = counts.described(request, {"theme": {"a": 1}}, "codes")["theme"]

    assert (facet.label, facet.values[0].label) == ("theme", "a")


def test_endless_facets_are_cut_but_choices_are_kept() -> None:
    codes = {f"k{number:03}": 200 - number for number in range(200)}
    request = SearchRequest(facets=("keyword",), filters={"keyword": frozenset({"k199"})})

    values = counts.described(request, {"keyword": codes}, "endless")["keyword"].values

    assert len(values) == counts.MAX_VALUES + 1
    assert values[-1].value == "k199"


def test_a_facet_the_schema_has_not_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="colour"):
        registry.register_facet("colour", "Couleur", dict)
