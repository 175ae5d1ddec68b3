"""Two to four dynamics side by side: one row a fact, one column a dynamic."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic
from dynamics.monographs.dimensions import DIMENSIONS, LISTS, Section

FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Row:
    """One fact; each cell lists what is known of one dynamic, empty when the sources are silent."""

    label: str
    cells: list[list[str]]

    @property
    def is_shared(self) -> bool:
        """Whether every dynamic has the same answer."""
        return bool(self.cells[0]) and all(cell == self.cells[0] for cell in self.cells)


def _one(value: object) -> list[str]:
    return [str(value)] if value not in (None, "") else []


def _each(values: Iterable[object]) -> list[str]:
    """Name each thing once: a method may have been tried several times."""
    return list(dict.fromkeys(str(value) for value in values))


def _resources(dynamic: Dynamic) -> list[str]:
    return [
        f"{level.structure}{' · ' if level.structure else ''}{level}"
        for level in dynamic.resource_levels.all()
    ]


def facts() -> list[tuple[str, Callable[[Dynamic], list[str]]]]:
    """Return the label of each row, and how to read it off a dynamic."""
    return [
        (_("Type"), lambda dynamic: _one(dynamic.type)),
        (_("Place"), lambda dynamic: _one(dynamic.place_label)),
        (_("Since"), lambda dynamic: _one(dynamic.created_year)),
        (_("Phase"), lambda dynamic: _one(dynamic.phase)),
        (_("Initiator"), lambda dynamic: _one(dynamic.get_initiator_display())),
        (
            _("Logic of development"),
            lambda dynamic: _one(dynamic.get_development_logic_display()),
        ),
        (_("Legal forms"), lambda dynamic: _each(dynamic.legal_forms.all())),
        (_("Resources"), _resources),
        (
            _("Involvement of inhabitants"),
            lambda dynamic: _one(dynamic.get_inhabitants_involvement_display()),
        ),
        (_("Debate and shared decision"), lambda dynamic: _one(dynamic.get_debate_display())),
        (_("Themes"), lambda dynamic: _each(dynamic.themes.all())),
        (_("Barriers met"), lambda dynamic: _each(dynamic.barriers.all())),
        (
            _("Methods used"),
            lambda dynamic: _each(
                dict.fromkeys(each.method.title for each in dynamic.experiences.all())
            ),
        ),
    ]


def rows(dynamics: Sequence[Dynamic]) -> list[Row]:
    """Return the facts that at least one of the dynamics has."""
    built = [Row(label, [read(dynamic) for dynamic in dynamics]) for label, read in facts()]
    return [row for row in built if any(row.cells)]


@dataclass(frozen=True)
class Passage:
    """One section of the monographs, side by side; a cell is None where nothing is written."""

    code: str
    label: str
    cells: list[object]


def passages(dynamics: Sequence[Dynamic]) -> list[Passage]:
    """Return the sections that at least one of the monographs has."""
    built = [
        Passage(
            section.value, str(section.label), [_written(dynamic, section) for dynamic in dynamics]
        )
        for section in (*LISTS, *DIMENSIONS)
    ]
    return [passage for passage in built if any(passage.cells)]


def _written(dynamic: Dynamic, section: Section) -> object:
    monograph = getattr(dynamic, "monograph", None)
    return getattr(monograph, section.value, None) if monograph and monograph.live else None
