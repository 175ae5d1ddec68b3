"""The kinds of ties, and how each is said from one end and from the other."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PAIR = "http://virtual-assembly.org/ontologies/pair#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"


class Relation(models.TextChoices):
    """What ties two ends, by its name."""

    INSPIRED_BY = "inspired_by", _("inspired by")
    VISITED = "visited", _("visited")
    SHARES_PERSON = "shares_person", _("shares a person")
    CO_BUILT = "co_built", _("built together")
    SAME_METHOD = "same_method", _("same method")
    MEMBER_OF = "member_of", _("member of")
    FUNDS = "funds", _("funds")
    NEIGHBOURS = "neighbours", _("neighbours")


# Said the same from both ends, hence stored once.
SYMMETRIC = (
    Relation.SHARES_PERSON,
    Relation.CO_BUILT,
    Relation.SAME_METHOD,
    Relation.NEIGHBOURS,
)


@dataclass(frozen=True)
class Wording:
    """How a tie is said from its source, from its target, and to machines."""

    forwards: str | Promise
    backwards: str | Promise
    predicate: str


WORDINGS: Mapping[str, Wording] = {
    Relation.INSPIRED_BY: Wording(_("draws on"), _("inspires"), f"{PAIR}inspiredBy"),
    Relation.VISITED: Wording(_("went to see"), _("was shown to"), f"{SCHEMA}knowsAbout"),
    Relation.SHARES_PERSON: Wording(
        _("shares a person with"), _("shares a person with"), f"{PAIR}partnerOf"
    ),
    Relation.CO_BUILT: Wording(_("built with"), _("built with"), f"{PAIR}partnerOf"),
    Relation.SAME_METHOD: Wording(
        _("uses the same method as"), _("uses the same method as"), f"{SKOS}related"
    ),
    Relation.MEMBER_OF: Wording(
        _("is a member of"), _("has among its members"), f"{SCHEMA}memberOf"
    ),
    Relation.FUNDS: Wording(_("funds"), _("receives funds from"), f"{PAIR}supports"),
    Relation.NEIGHBOURS: Wording(_("stands next to"), _("stands next to"), f"{SKOS}related"),
}
