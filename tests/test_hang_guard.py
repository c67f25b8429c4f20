"""A test that hangs ends the run, and its name is in the output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CONFTEST = """
from tests import hang_guard
from tests.hang_guard import pytest_configure, pytest_runtest_protocol
hang_guard.SECONDS = 3
"""
HANGING = """
import time

def test_that_passes():
    pass

def test_that_hangs():
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
"""


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_test_that_hangs_is_named(workers: str, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_hanging.py").write_text(HANGING)
    (tmp_path / "pytest.ini").write_text(f"[pytest]\npythonpath = {ROOT}\ntimeout = 1\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", workers, "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert "in test_that_hangs" in done.stderr  # the stack
    if workers == "1":
        assert "crashed while running 'test_hanging.py::test_that_hangs'" in done.stdout
        assert "1 failed, 1 passed" in done.stdout
