"""Tests of the screen. Each starts the app, which takes half a second, or one second with coverage."""

from __future__ import annotations

from inspect import iscoroutinefunction
from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every case of a parametrized test of this directory `slow`, except the first.

    The first case covers the code. A test that is not a coroutine starts no app and stays quick. `items` are
    all tests of the run.
    """
    here, covered = f"{Path(__file__).parent}/", set[str]()
    for item in items:
        starts_app = isinstance(item, pytest.Function) and iscoroutinefunction(item.function)
        if starts_app and str(item.path).startswith(here):
            test = item.nodeid.partition("[")[0]
            if test in covered:
                item.add_marker(pytest.mark.slow)
            covered.add(test)
