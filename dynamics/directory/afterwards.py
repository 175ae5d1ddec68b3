"""What the rooms above do once many records changed at once, or two became one."""

from collections.abc import Callable

_registered: list[Callable[[], None]] = []


def register(do: Callable[[], None]) -> None:
    """Do this whenever records were merged, imported or taken back, in the same transaction if there is one."""
    _registered.append(do)


def follow() -> None:
    """Do what was registered."""
    for do in _registered:
        do()
