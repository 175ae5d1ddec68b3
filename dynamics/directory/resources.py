"""The resources of a dynamic, structure by structure, as charts and tables show them."""

from collections.abc import Iterable
from itertools import groupby

from dynamics.directory.models import ResourceLevel

KINDS = ResourceLevel.Kind.values


def by_structure(levels: Iterable[ResourceLevel]) -> list[tuple[str, list[ResourceLevel]]]:
    """Group levels as `(structure, levels)`, kinds in the order of the study's table."""
    ordered = sorted(levels, key=lambda level: (level.structure, KINDS.index(level.kind)))
    return [
        (structure, list(group))
        for structure, group in groupby(ordered, key=lambda level: level.structure)
    ]
