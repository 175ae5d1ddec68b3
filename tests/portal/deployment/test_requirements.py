"""What is installed is what was locked, from wherever the machine installs its packages."""

import re

import pytest

from tests.portal.deployment.processes import ROOT

LOCKS = ["requirements.txt", "requirements-dev.txt"]
REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9._-]*)(\[[a-z,]+\])?==\S+")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def blocks(name: str) -> list[str]:
    """Return each requirement with the lines that continue it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [block for block in re.split(r"\n(?=[a-z0-9])", f"\n{text}") if block.strip()]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_and_its_hashes(name):
    unlocked = [
        block.splitlines()[0]
        for block in blocks(name)
        if not REQUIREMENT.match(block) or not HASH.search(block)
    ]

    assert unlocked == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_registry_is_named(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash", ""), re.MULTILINE), "an option of pip"
