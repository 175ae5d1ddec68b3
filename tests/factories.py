"""Things to test with, made in one line. Every argument is optional; codes stand for vocabulary entries.

make_dynamic("Eusko", type="monnaie_locale", themes=["cooperation"], commune=make_commune())
make_method("Débat mouvant", phases=["emergence"], live=False)
"""

from collections.abc import Iterable
from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from dynamics.directory.models import Dynamic, DynamicType, Experience, LegalForm
from dynamics.monographs.models import MonographPage
from dynamics.network.models import Tie
from portal.accounts.models import User
from portal.bibliography.models import Source
from portal.community.models import EditorialPage
from portal.core.publishing import publish
from portal.glossary.models import Term, TermName
from portal.home import tree
from portal.proposals.models import Proposal
from portal.territories.models import Commune, Department, Region
from portal.vocabulary.models import Barrier, Entry, Phase, Theme
from toolbox.models import MethodPage

PASSWORD = "un mot de passe assez long"  # noqa: S105 - of accounts that live as long as a test
_numbers = count(1)


def make_entry(model: type[Entry], code: str, **fields: object) -> Entry:
    """Return the entry of a vocabulary with this code, made the first time."""
    defaults = {"label": code.replace("_", " ").capitalize()} | fields
    return model.objects.get_or_create(code=code, defaults=defaults)[0]


def make_entries(model: type[Entry], codes: Iterable[str]) -> list[Entry]:
    """Return the entries with these codes."""
    return [make_entry(model, code) for code in codes]


def make_user(email: str = "", *, group: str = "", **fields: object) -> User:
    """Create an account, in a group if one is named."""
    email = email or f"personne-{next(_numbers)}@exemple.fr"
    user = User.objects.create_user(email, PASSWORD, **fields)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_source(key: str = "etude", **fields: object) -> Source:
    """Return the document with this key, made the first time."""
    defaults = {"title": f"Document {key}", "short": f"Document {key}"} | fields
    return Source.objects.get_or_create(key=key, defaults=defaults)[0]


def make_region(code: str = "76", name: str = "Occitanie") -> Region:
    """Return the région with this code, made the first time."""
    frame = {"south": 42.3, "west": -0.4, "north": 45.1, "east": 4.9}
    defaults = {"name": name, "slug": slugify(name), "zone": "metro"} | frame
    middle = {"latitude": 43.7, "longitude": 2.2}
    return Region.objects.get_or_create(code=code, defaults=defaults | middle)[0]


def make_department(
    code: str = "46", name: str = "Lot", *, region: Region | None = None
) -> Department:
    """Return the département with this code, made the first time."""
    frame = {"south": 44.2, "west": 0.9, "north": 45.1, "east": 2.3}
    defaults = {"name": name, "slug": slugify(name), "region": region or make_region()} | frame
    middle = {"latitude": 44.6, "longitude": 1.6}
    return Department.objects.get_or_create(code=code, defaults=defaults | middle)[0]


def make_commune(
    code: str = "46102",
    name: str = "Figeac",
    *,
    department: Department | None = None,
    **fields: object,
) -> Commune:
    """Return the French commune with this code, made the first time."""
    defaults = {"name": name, "slug": slugify(name), "latitude": 44.6086, "longitude": 2.0317}
    defaults |= {"department": department or make_department()} | fields
    return Commune.objects.get_or_create(code=code, defaults=defaults)[0]


def _vocabulary_of_dynamic(traits: dict) -> dict:
    """Take the vocabulary codes out of the traits and return the entries they stand for."""
    related = {"themes": Theme, "barriers": Barrier, "legal_forms": LegalForm}
    return {name: make_entries(model, traits.pop(name, ())) for name, model in related.items()}


def make_dynamic(name: str = "", **traits: object) -> Dynamic:
    """Create a dynamic, published unless `live=False`.

    Traits are fields; `type`, `phase`, `themes`, `barriers`, `legal_forms` take codes, `tags` takes
    words, `resource_levels`, `milestones`, `citations`… take unsaved children.
    """
    name = name or f"Dynamique {next(_numbers)}"
    live = traits.pop("live", True)
    traits["type"] = make_entry(DynamicType, traits.get("type", "ptce"))
    if "phase" in traits:
        traits["phase"] = make_entry(Phase, traits["phase"])
    if commune := traits.get("commune"):
        traits = {"latitude": commune.latitude, "longitude": commune.longitude} | traits
    related, tags = _vocabulary_of_dynamic(traits), traits.pop("tags", [])
    defaults = {"slug": slugify(name), "summary": f"Ce que fait {name}.", "place_label": "Figeac"}
    dynamic = Dynamic(name=name, live=False, **defaults | traits)
    for field, entries in related.items():
        setattr(dynamic, field, entries)
    dynamic.save()
    dynamic.tags.set(tags)
    dynamic.save()
    if live:
        publish(dynamic)
    return dynamic


def _add_page(page: Page, *, under: Page, live: bool) -> None:
    page.live = False
    under.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()


def make_method(title: str = "", **traits: object) -> MethodPage:
    """Create a method under the referential, published unless `live=False`."""
    title = title or f"Méthode {next(_numbers)}"
    live, tags = traits.pop("live", True), traits.pop("tags", [])
    related = {"phases": Phase, "themes": Theme, "barriers": Barrier}
    entries = {name: make_entries(model, traits.pop(name, ())) for name, model in related.items()}
    page = MethodPage(title=title, **{"slug": slugify(title), "kind": "animation"} | traits)
    for field, chosen in entries.items():
        setattr(page, field, chosen)
    page.tags.add(*tags)
    _add_page(page, under=tree.referential_page(tree.home_page()), live=live)
    return page


def make_experience(
    method: MethodPage, dynamic: Dynamic | None = None, **fields: object
) -> Experience:
    """Say that a dynamic, or else an organisation, used a method."""
    defaults = {"text": "Utilisée une fois.", "organisation": "" if dynamic else "Loos-en-Gohelle"}
    return Experience.objects.create(method=method, dynamic=dynamic, **defaults | fields)


def make_monograph(dynamic: Dynamic | None = None, **traits: object) -> MonographPage:
    """Create the monograph of a dynamic, published unless `live=False`."""
    dynamic = dynamic or make_dynamic()
    live = traits.pop("live", True)
    page = MonographPage(dynamic=dynamic, **{"title": dynamic.name, "slug": dynamic.slug} | traits)
    _add_page(page, under=tree.directory_page(tree.home_page()), live=live)
    return page


def make_page(title: str = "", *, under: Page | None = None, **traits: object) -> EditorialPage:
    """Create an editorial page, published unless `live=False`."""
    title = title or f"Page {next(_numbers)}"
    live = traits.pop("live", True)
    page = EditorialPage(title=title, **{"slug": slugify(title)} | traits)
    _add_page(page, under=under or tree.home_page(), live=live)
    return page


def make_term(
    name: str = "", *, acronyms: Iterable[str] = (), synonyms: Iterable[str] = (), **traits: object
) -> Term:
    """Create a term with its other names, published unless `live=False`."""
    name = name or f"Terme {next(_numbers)}"
    live = traits.pop("live", True)
    themes = make_entries(Theme, traits.pop("themes", ()))
    defaults = {"slug": slugify(name), "definition": f"<p>Ce que veut dire {name}.</p>"}
    term = Term(name=name, live=False, **defaults | traits)
    term.themes = themes
    term.other_names = [
        *(TermName(kind="acronym", name=other) for other in acronyms),
        *(TermName(kind="synonym", name=other) for other in synonyms),
    ]
    term.save()
    if live:
        publish(term)
    return term


def make_proposal(title: str = "", **traits: object) -> Proposal:
    """Create a proposition, published unless `live=False`."""
    title = title or f"Proposition {next(_numbers)}"
    live = traits.pop("live", True)
    themes = make_entries(Theme, traits.pop("themes", ()))
    defaults = {"slug": slugify(title), "addressee": "dynamics", "topic": "Coopération"}
    proposal = Proposal(title=title, live=False, **defaults | {"text": "<p>Agir.</p>"} | traits)
    proposal.themes = themes
    proposal.save()
    if live:
        publish(proposal)
    return proposal


def make_tie(
    source: Dynamic | None = None,
    target: Dynamic | None = None,
    *,
    confirmed: str = "",
    **fields: object,
) -> Tie:
    """Create a tie between two dynamics, or what `source_…` and `target_…` say.

    `confirmed` names who stands for it: "team", or "source_side target_side".
    """
    if not {"source_outside", "source_person"} & fields.keys():
        source = source or make_dynamic()
    if "target_outside" not in fields:
        target = target or make_dynamic()
    signed = {f"confirmed_by_{side}_at": timezone.now() for side in confirmed.split()}
    defaults = {"type": "inspired_by", "text": "L’une a regardé l’autre faire."}
    return Tie.objects.create(source=source, target=target, **defaults | signed | fields)
