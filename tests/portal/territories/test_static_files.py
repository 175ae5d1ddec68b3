"""What the maps are made of: drawings light enough, third-party scripts as published."""

import gzip
import hashlib
import json
import tomllib

import pytest

from django.conf import settings

STATIC = settings.BASE_DIR / "portal" / "static"
VENDOR = STATIC / "vendor"
MAP_SCRIPTS = (
    "basemap",
    "bubble",
    "clusters",
    "map-bubble",
    "map-data",
    "map-marker",
    "map-places",
    "map-view",
    "marker-keys",
    "portal-map",
)


def vendored():
    return tomllib.loads((VENDOR / "vendored.toml").read_text(encoding="utf-8"))["packages"]


def drawing(name):
    return json.loads((STATIC / "basemap" / f"{name}.topo.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("package", vendored(), ids=lambda package: package["name"])
def test_a_vendored_package_is_exactly_what_its_list_says(package):
    folder = VENDOR / f"{package['name']}-{package['version']}"
    sums = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }

    assert sums == package["files"]
    assert "LICENSE" in sums
    assert package["licence"]


def test_nothing_is_vendored_without_being_listed():
    listed = {f"{package['name']}-{package['version']}" for package in vendored()}

    assert {path.name for path in VENDOR.iterdir() if path.is_dir()} == listed


def test_every_departement_and_region_is_drawn():
    objects = drawing("france")["objects"]
    codes = {one["properties"]["code"] for one in objects["departments"]["geometries"]}

    assert len(codes) == 101
    assert {"2A", "22", "971", "976"} <= codes
    assert len(objects["regions"]["geometries"]) == 18


def test_france_is_drawn_once_the_world_leaves_it_out():
    countries = drawing("world")["objects"]["countries"]["geometries"]

    assert "250" not in {country.get("id") for country in countries}
    assert "056" in {country.get("id") for country in countries}


@pytest.mark.parametrize(
    ("name", "kilobytes"), [("france", 47), ("world", 30), ("belgium", 5), ("quebec", 5)]
)
def test_a_drawing_weighs_little(name, kilobytes):
    content = (STATIC / "basemap" / f"{name}.topo.json").read_bytes()

    assert len(gzip.compress(content, 9)) < kilobytes * 1000


def test_the_map_scripts_stay_short_and_name_no_other_site():
    for name in MAP_SCRIPTS:
        lines = (STATIC / "js" / f"{name}.js").read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 65
        assert not any("http:" in line or "https:" in line for line in lines)


def test_the_sources_of_the_map_are_credited():
    text = (STATIC / "basemap" / "ATTRIBUTION.txt").read_text(encoding="utf-8")

    for source in ("IGN", "INSEE", "Etalab", "Natural Earth", "GeoNames (CC BY 4.0)"):
        assert source in text
