"""Starts threads. No other module of the reader starts threads itself.

The interface runs most of its jobs in Textual's workers (`reader.ui.jobs`), which Textual starts.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread


def start_thread(name: str, work: Callable[[], object]) -> Thread:
    """Run `work` in a new thread called `name`.

    It is a daemon thread: the program does not wait for it at its end, because a name lookup or the parsing
    of a text of 16 MiB cannot be interrupted. `work` must catch its own exceptions.
    """
    thread = Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread
