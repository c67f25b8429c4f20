"""A hundred runs of the monkey. For more runs see `tests/pty/monkey.py`, or set READER_MONKEY_RUNS."""

from __future__ import annotations

import os

import pytest

from tests.pty.monkey import play

RUNS = int(os.environ.get("READER_MONKEY_RUNS", "100"))
PARTS = 4


@pytest.mark.timeout(60 + 30 * RUNS)
@pytest.mark.parametrize("part", range(PARTS))
def test_random_input_does_not_break_the_reader(part: int) -> None:
    assert play(RUNS // PARTS, seed=part) == []
