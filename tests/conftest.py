"""What all tests share: the settings of property tests, the strict gate, and folders that are nobody's."""

from __future__ import annotations

import os
from itertools import count

import pytest
from hypothesis import settings

# A control character on its way to the screen is an error in a test; a release replaces it.
os.environ["READER_STRICT"] = "1"

# No deadline: a busy machine is no fault of the code, and figures are measured in tests/bench.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")

_homes = count()


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A short test id for a long text; without it an id had 200,000 characters."""
    if isinstance(val, str | bytes) and len(val) > 60:
        return f"{val[:40]!a}...{len(val)}"
    return None


@pytest.fixture(autouse=True)
def nothing_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No theme is set, no colours are refused, and the user's own folders are this test's alone.

    They do not exist before something is saved.
    """
    for name in ("READER_THEME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
