"""End a child process when its parent has ended."""

from __future__ import annotations

import os
import signal

_INTERVAL = 0.2
"""Seconds between two checks."""


def end_with_parent(parent: int) -> None:
    """End this process soon after the process `parent` has ended, because its result is no longer needed."""

    def check(*_: object) -> None:
        if os.getppid() != parent:
            signal.raise_signal(signal.SIGKILL)

    signal.signal(signal.SIGALRM, check)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, _INTERVAL, _INTERVAL)
