"""What can be contributed: each room that accepts contributions says here how.

Below never knows above: judging a contribution publishes it without importing what it publishes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils.functional import Promise

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.contributions.forms import ContributionForm
    from portal.contributions.models import Contribution


@dataclass(frozen=True)
class Difference:
    """One fact as it stands and as it would become, in words."""

    label: str
    current: str
    proposed: str


@dataclass(frozen=True)
class Kind:
    """One kind of contribution.

    Args:
        name: its code, kept with each contribution.
        label: what it is, for people.
        form_class: what people type; it reads back what was kept before anything is written.
        find: what a key stands for, None when it is gone.
        differences: what would change, fact by fact.
        apply: write it, published or as a draft, in the name of somebody; return what it became.
    """

    name: str
    label: str | Promise
    form_class: "type[ContributionForm]"
    find: Callable[[str], Model | None]
    differences: "Callable[[Contribution], Iterable[Difference]]"
    apply: "Callable[[Contribution, User, bool], Model]"


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Accept contributions of a kind."""
    _kinds[kind.name] = kind


def kind_named(name: str) -> Kind:
    """Return a kind by its code.

    Raises:
        KeyError: no room accepts it any more.
    """
    return _kinds[name]


def label_of(name: str) -> str:
    """Name a kind, for people."""
    return str(_kinds[name].label) if name in _kinds else name
