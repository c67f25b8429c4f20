"""Ends a test process that hangs, and names the test.

pytest-timeout raises an exception in a test that takes too long, which ends nearly every test. It cannot
end a test that catches every exception or hangs in C code. After `SECONDS` the watchdog of faulthandler
prints the stack of every thread and exits the process. With xdist the summary then names the test:
"worker 'gw0' crashed while running …".
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Generator

import pytest

SECONDS = 420.0
"""More than any `timeout` of pyproject.toml or of a marker."""

STDERR = pytest.StashKey[int]()
"""The real standard error, which pytest captures while a test runs."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep the real standard error."""
    capture = config.pluginmanager.getplugin("capturemanager")
    if capture is None:
        config.stash[STDERR] = os.dup(2)
    else:
        with capture.global_and_fixture_disabled():
            config.stash[STDERR] = os.dup(2)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Start the watchdog before each test with its fixtures, and stop it after."""
    faulthandler.dump_traceback_later(SECONDS, exit=True, file=item.config.stash[STDERR])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
