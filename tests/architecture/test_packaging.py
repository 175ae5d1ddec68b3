"""What is installed, why, and that the repository names no machine."""

import re
import tomllib

from tests.architecture.tree import ROOT, place, repository

# One machine's folders, as they would slip into a file. Those of a container are its own.
FOLDERS = re.compile(r"(?<![\w.:/-])/(?:work|root|home/\w+|Users/\w+|mnt/\w+)/\w")


def configuration() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages(lock: str) -> dict[str, list[str]]:
    """Return the hashes of each package of a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(
        r"^([a-z0-9][\w.-]*)(?:\[[^\]]*\])?==(\S+)(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL
    )
    return {
        name: re.findall(r"--hash=sha256:[0-9a-f]{64}\b", rest) for name, _version, rest in entries
    }


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~!;\s]", each)[0].lower().replace("_", "-") for each in requirements}


def test_what_is_asked_for_is_locked():
    project = configuration()

    assert names(project["project"]["dependencies"]) <= set(packages("requirements.txt"))
    assert names(project["dependency-groups"]["dev"]) <= set(packages("requirements-dev.txt"))


def test_tests_run_with_what_the_site_runs_with():
    site, tests = packages("requirements.txt"), packages("requirements-dev.txt")

    assert {name: tests.get(name) for name in site} == site


def test_every_dependency_says_why_it_is_there():
    block = re.search(
        r"^dependencies = \[\n(.*?)^\]",
        (ROOT / "pyproject.toml").read_text(),
        re.MULTILINE | re.DOTALL,
    )
    lines = [line.strip() for line in block.group(1).splitlines()]

    unexplained = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line.startswith('"') and not before.startswith("# ")
    ]
    assert unexplained == []


def test_every_development_dependency_stands_under_a_reason():
    block = re.search(
        r"^dev = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text(), re.MULTILINE | re.DOTALL
    )
    first = block.group(1).strip().splitlines()[0]

    assert first.strip().startswith("# ")
    assert "\n\n" not in block.group(1)


def readable(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_folder_of_somebodys_machine():
    found = [
        f"{place(path)}: {match.group()}"
        for path in repository()
        if (match := FOLDERS.search(readable(path)))
    ]

    assert found == []
