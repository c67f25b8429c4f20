"""After a kill, the file is complete and has every edit that the screen reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.killed_edits import play


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_nothing_that_the_screen_acknowledged_is_lost(tmp_path: Path) -> None:
    assert play(8, 0, tmp_path) == []
