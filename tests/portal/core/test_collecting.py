"""What is there when a long work begins stays out of the collector's rounds until it ends."""

import gc

import pytest

from portal.core.collecting import keeping_what_is_here


def test_the_collector_forgets_what_is_here_and_remembers_it_afterwards():
    with keeping_what_is_here():
        assert gc.get_freeze_count() > 0

    assert gc.get_freeze_count() == 0


def test_the_collector_remembers_when_the_work_fails():
    with pytest.raises(ValueError, match="raté"), keeping_what_is_here():
        raise ValueError("raté")

    assert gc.get_freeze_count() == 0
