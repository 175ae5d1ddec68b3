"""What the contents still lack: one function, one kind of gap."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from dynamics.directory.models import Dynamic
from dynamics.monographs.dimensions import DIMENSIONS
from dynamics.monographs.models import MonographPage
from portal.glossary.models import Term
from toolbox.models import MethodPage


@dataclass(frozen=True)
class Gap:
    """Something that one published content lacks."""

    content: Model
    lacking: str | Promise

    @property
    def kind(self) -> str:
        """What the content is, for people."""
        return capfirst(self.content._meta.verbose_name)

    @property
    def name(self) -> str:
        """What the content is called."""
        return str(self.content)

    @property
    def edit_url(self) -> str | None:
        """Where it can be completed."""
        return AdminURLFinder().get_edit_url(self.content)


def monographs_with_an_empty_dimension() -> Iterator[Gap]:
    """A monograph tells a story along five dimensions."""
    for page in MonographPage.objects.live().order_by("title"):
        for dimension in DIMENSIONS:
            if not getattr(page, dimension.value):
                yield Gap(page, _("dimension not written: %s") % dimension.label)


def methods_without_experience() -> Iterator[Gap]:
    """A method is worth what those who used it say of it."""
    for method in MethodPage.objects.live().filter(experiences=None).order_by("title"):
        yield Gap(method, _("nobody tells of having used it"))


def methods_without_source() -> Iterator[Gap]:
    """A fact comes from somewhere."""
    for method in MethodPage.objects.live().filter(citations=None).order_by("title"):
        yield Gap(method, _("no source"))


def methods_without_phase() -> Iterator[Gap]:
    """People look for what helps them now."""
    for method in MethodPage.objects.live().filter(phases=None).order_by("title"):
        yield Gap(method, _("no phase"))


def dynamics_without_place() -> Iterator[Gap]:
    """What has no coordinates is on no map."""
    for dynamic in Dynamic.objects.published().filter(latitude=None):
        yield Gap(dynamic, _("no place on the map"))


def terms_without_source() -> Iterator[Gap]:
    """A definition comes from somewhere."""
    for term in Term.objects.published().filter(citations=None):
        yield Gap(term, _("no source"))


CHECKS: tuple[Callable[[], Iterator[Gap]], ...] = (
    monographs_with_an_empty_dimension,
    methods_without_experience,
    methods_without_source,
    methods_without_phase,
    dynamics_without_place,
    terms_without_source,
)


def gaps() -> list[Gap]:
    """Return everything that is missing: one query per kind of gap."""
    return [gap for check in CHECKS for gap in check()]
