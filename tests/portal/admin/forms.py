"""What a browser sends when somebody fills in a form of the editors' admin."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from portal.vocabulary.models import Theme
from tests.factories import make_entry

PARAGRAPH = "<p>Un texte assez long.</p>"


def method_form(title: str, **changes: object) -> dict:
    """Fill in the form of a method."""
    values = {
        "title": title,
        "slug": "",
        "summary": "À quoi cela sert.",
        "kind": "animation",
        "purpose": streamfield([("paragraph", rich_text(PARAGRAPH))]),
        "steps": streamfield([]),
        "cautions": streamfield([]),
        "variants": streamfield([]),
        "questions": streamfield([]),
        "citations": inline_formset([]),
        "comments": inline_formset([]),
    }
    themes = {"themes": [make_entry(Theme, "cooperation").pk]}
    return nested_form_data(values | changes) | themes


def monograph_form(dynamic_pk: int, title: str, **changes: object) -> dict:
    """Fill in the form of a monograph."""
    sections = ("kinetic_energy", "inner_strength", "impact", "system")
    lists = ("remarkable_points", "open_questions", "opportunities")
    values = {
        "title": title,
        "slug": "eusko",
        "summary": "",
        "dynamic": dynamic_pk,
        "spring": streamfield([("paragraph", rich_text(PARAGRAPH))]),
        **{name: streamfield([]) for name in sections + lists},
        "section_sources": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | changes)


def dynamic_form(name: str, type_pk: int, **changes: object) -> dict:
    """Fill in the form of a dynamic."""
    children = (
        "identifiers",
        "resource_levels",
        "milestones",
        "key_figures",
        "citations",
        "decisions",
    )
    values = {
        "name": name,
        "slug": "",
        "type": type_pk,
        "summary": "Ce qu’on y fait.",
        "presentation": streamfield([]),
        "place_label": "Figeac",
        "place_precision": "unknown",
        "licence": "Licence Ouverte 2.0",
        **{child: inline_formset([]) for child in children},
    }
    return nested_form_data(values | changes)


def term_form(name: str, **changes: object) -> dict:
    """Fill in the form of a term."""
    values = {
        "name": name,
        "slug": "",
        "kind": "notion",
        "definition": rich_text(PARAGRAPH),
        "other_names": inline_formset([]),
        "citations": inline_formset([]),
    }
    return nested_form_data(values | changes)


def proposal_form(title: str, **changes: object) -> dict:
    """Fill in the form of a proposition."""
    values = {
        "title": title,
        "slug": "",
        "addressee": "funders",
        "topic": "Modèles économiques",
        "text": rich_text(PARAGRAPH),
        "position": 0,
        "citations": inline_formset([]),
    }
    return nested_form_data(values | changes)
