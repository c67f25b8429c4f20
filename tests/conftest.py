"""What all tests share: property test settings, the strict control filter, empty folders, the hang guard."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import coverage
import pytest
from hypothesis import settings

from tests import hang_guard
from tests.hang_guard import pytest_runtest_protocol as pytest_runtest_protocol

# A control character that reaches the screen is an error in a test. A release replaces it.
os.environ["READER_STRICT"] = "1"

# No deadline, because a busy machine is slow; speed is measured in tests/bench.
# READER_EXAMPLES=1000 searches longer.
settings.register_profile("reader", deadline=None, max_examples=int(os.environ.get("READER_EXAMPLES", "12")))
settings.load_profile("reader")

_homes = count()


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Return a short test id for a long text. Without it an id had 200,000 characters."""
    if isinstance(val, str | bytes) and len(val) > 60:
        return f"{val[:40]!a}...{len(val)}"
    return None


def pytest_configure(config: pytest.Config) -> None:
    """Start the hang guard, and tell `.ci/coverage` that this process must write coverage data."""
    hang_guard.pytest_configure(config)
    directory = os.environ.get("READER_TEST_PROCESSES")
    if directory:
        (Path(directory) / str(os.getpid())).touch()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Save the coverage of a worker now: its controller kills it if it takes too long to end."""
    measuring = coverage.Coverage.current() if hasattr(session.config, "workerinput") else None
    if measuring is not None:
        measuring.stop()
        measuring.save()


@pytest.fixture(autouse=True)
def nothing_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Unset the theme and NO_COLOR, and give each test its own user folders, which do not exist yet.

    Over SSH a test copies only to the terminal of the test, and not to the clipboard of the desktop.
    """
    for name in ("READER_THEME", "READER_COLORS", "NO_COLOR", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "a test")
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
