"""The signing key of a portal on one's own machine."""

import stat

from portal.core.secret import local_secret


def test_the_key_is_made_once_and_kept(tmp_path):
    path = tmp_path / "secret-key"

    first = local_secret(path)

    assert len(first) >= 50
    assert local_secret(path) == first


def test_only_its_owner_reads_the_key(tmp_path):
    path = tmp_path / "secret-key"

    local_secret(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_portals_have_two_keys(tmp_path):
    assert local_secret(tmp_path / "a") != local_secret(tmp_path / "b")


def test_a_key_that_was_never_written_is_made_again(tmp_path):
    path = tmp_path / "secret-key"
    path.touch()

    assert len(local_secret(path)) >= 50
