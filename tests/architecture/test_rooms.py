"""Every room has its place, and imports point down."""

import re
import tomllib

from django.apps import apps
from django.conf import settings

from tests.architecture.tree import ROOMS, ROOT


def contracts() -> list[dict]:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return configuration["tool"]["importlinter"]["contracts"]


def layers(index: int) -> list[list[str]]:
    """Return the rooms of each layer of a contract, highest first."""
    return [re.split(r"\s*[|:]\s*", layer) for layer in contracts()[index]["layers"]]


def our_apps() -> list[str]:
    return [app.name for app in apps.get_app_configs() if app.name.split(".")[0] in ROOMS]


def is_within(app: str, rooms: list[str]) -> bool:
    return any(app == room or app.startswith(f"{room}.") for room in rooms)


def test_every_app_of_ours_has_its_place_in_the_layers():
    known = [room for layer in layers(0) for room in layer]

    assert [app for app in our_apps() if not is_within(app, known)] == []


def test_no_app_has_two_places():
    for app in our_apps():
        assert sum(is_within(app, layer) for layer in layers(0)) == 1, app


def test_every_app_of_dynamics_has_its_place_among_them():
    inside = [room for layer in layers(1) for room in layer]
    dynamics = [app for app in our_apps() if app.startswith("dynamics.")]

    assert [app for app in dynamics if not is_within(app, inside)] == []


def test_every_place_in_the_layers_is_somewhere():
    for contract in range(2):
        for room in (room for layer in layers(contract) for room in layer):
            path = ROOT / room.replace(".", "/")
            assert path.is_dir() or path.with_suffix(".py").exists(), room


def test_every_folder_of_a_room_that_has_models_is_installed():
    owners = {
        ".".join(path.relative_to(ROOT).parts[:-1])
        for room in ROOMS
        for path in (ROOT / room).rglob("apps.py")
    }

    assert owners == set(our_apps())


def test_rooms_are_installed_highest_first():
    # Templates and overrides of a higher room win over those of a lower one.
    order = [app for app in settings.INSTALLED_APPS if app.split(".")[0] in ROOMS]
    heights = [
        next(height for height, layer in enumerate(layers(0)) if is_within(app, layer))
        for app in order
    ]

    assert heights == sorted(heights)


def test_the_tests_mirror_the_rooms():
    for room in ROOMS:
        assert (ROOT / "tests" / room).is_dir()
    missing = [app for app in our_apps() if not (ROOT / "tests" / app.replace(".", "/")).is_dir()]
    assert missing == []
