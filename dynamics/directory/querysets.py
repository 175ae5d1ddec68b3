from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from dynamics.directory.particulars import attach_particulars
from portal.core.attaching import attach
from portal.territories.bounds import Bounds

if TYPE_CHECKING:
    from dynamics.directory.models import Dynamic
    from portal.territories.models import Department, Region

PLACE = ("type", "phase", "commune__department__region", "department__region", "region")
VOCABULARIES = ("themes", "barriers", "legal_forms")


class DynamicQuerySet(models.QuerySet):
    """Dynamics of the directory, by what one wants of them."""

    def published(self) -> Self:
        return self.filter(live=True)

    def in_study(self) -> Self:
        return self.filter(is_in_study=True)

    def once_public(self) -> Self:
        """Dynamics that everybody may read, or could read once."""
        return self.filter(Q(live=True) | Q(first_published_at__isnull=False))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Take these records away; the addresses of those that were public say that they are gone."""
        stones = self.model._meta.get_field("tombstones").related_model.objects
        gone = list(self.once_public().values_list("slug", "name"))
        stones.bereave(self.values_list("pk", flat=True))
        outcome = super().delete()
        stones.lay_all(gone)
        return outcome

    # As Django's own: a manager must not offer to delete everything.
    delete.queryset_only = True
    delete.alters_data = True

    def located(self) -> Self:
        return self.filter(latitude__isnull=False)

    def conforming(self) -> Self:
        """Dynamics of the first circle: those that conform to the charter."""
        return self.filter(is_conforming=True)

    def in_departments(self, departments: "Iterable[Department | str]") -> Self:
        return self.filter(Q(commune__department__in=departments) | Q(department__in=departments))

    def in_regions(self, regions: "Iterable[Region | str]") -> Self:
        return self.filter(
            Q(commune__department__region__in=regions)
            | Q(department__region__in=regions)
            | Q(region__in=regions)
        )

    def within(self, frames: Iterable[Bounds]) -> Self:
        """Dynamics whose dot lies in one of these frames; those without dot lie in none."""
        inside = Q(pk__in=[])
        for piece in (piece for frame in frames for piece in frame.pieces()):
            inside |= Q(
                longitude__range=(piece.west, piece.east),
                latitude__range=(piece.south, piece.north),
            )
        return self.filter(inside)

    def from_elsewhere(self) -> Self:
        """Dynamics whose record was taken from another platform: theirs to publish, not ours."""
        return self.filter(self._taken())

    def from_here(self) -> Self:
        """Dynamics whose record was made here."""
        return self.filter(~self._taken())

    def without_monograph(self) -> Self:
        """Dynamics whose story is not told yet, or not published."""
        return self.exclude(monograph__live=True)

    def restricted(self, *, type: str = "", initiator: str = "") -> Self:  # noqa: A002 - the word of the address
        """Keep one type, one initiator; empty keeps all, an unknown code keeps none."""
        kept = self.filter(type__code=type) if type else self
        return kept.filter(initiator=initiator) if initiator else kept

    def with_place(self) -> Self:
        """Bring commune, département and région along."""
        return self.select_related(*PLACE)

    def with_tags(self) -> Self:
        """Bring keywords along, in one query."""
        return self.prefetch_related(self._tags())

    def with_classification(self) -> Self:
        """Bring what a card shows: type, place, phase, themes, keywords."""
        return self.with_place().with_tags().prefetch_related("themes", "legal_forms")

    def with_details(self) -> Self:
        """Bring resources, dates, figures and the published methods used along."""
        return self.prefetch_related(*self._details())

    def complete(self) -> Self:
        """Bring everything that the identity card shows."""
        return self.with_classification().with_details().with_sources().prefetch_related("barriers")

    def with_sources(self) -> Self:
        """Bring the documents that the identity card cites along."""
        citations = self._related("citations").select_related("source")
        return self.prefetch_related(Prefetch("citations", queryset=citations))

    def cards(self, keys: Sequence[int]) -> "list[Dynamic]":
        """Return the dynamics with these keys, in their order, with all that a card shows."""
        found = self.with_place().with_tags().in_bulk(keys)
        dynamics = [found[key] for key in keys if key in found]
        attach(dynamics, "themes")
        return dynamics

    def sheets(self) -> "list[Dynamic]":
        """Return the dynamics with all that their own pages show."""
        return self.filled(list(self.with_place()))

    def described(self) -> "list[Dynamic]":
        """Return the dynamics with all that search may know of their records."""
        dynamics = list(self.with_place())
        models.prefetch_related_objects(dynamics, self._tags(), "milestones", "provenances")
        attach(dynamics, *VOCABULARIES)
        return dynamics

    def filled(self, dynamics: "list[Dynamic]") -> "list[Dynamic]":
        """Bring the same to dynamics that were read along with something else."""
        models.prefetch_related_objects(dynamics, *self._details())
        attach(dynamics, *VOCABULARIES)
        attach_particulars(dynamics)
        return dynamics

    def _taken(self) -> Exists:
        return Exists(self._related("provenances").filter(dynamic=OuterRef("pk")))

    def _tags(self) -> Prefetch:
        return Prefetch("tagged_items", self._related("tagged_items").select_related("tag"))

    def _details(self) -> "tuple[str | Prefetch, ...]":
        experiences = self._related("experiences").filter(method__live=True)
        return (
            "resource_levels",
            "milestones",
            "key_figures",
            "decisions",
            Prefetch("experiences", experiences.select_related("method")),
        )

    def _related(self, name: str) -> models.QuerySet:
        return self.model._meta.get_field(name).related_model.objects.all()
