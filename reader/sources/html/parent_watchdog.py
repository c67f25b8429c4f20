"""A process that works for another one, and ends when that has ended.

Owns the look at whether somebody still waits.
"""

from __future__ import annotations

import os
import signal

_OFTEN = 0.2
"""Seconds between two looks."""


def end_after(beginner: int) -> None:
    """End this process soon after the one with the id `beginner`: nobody asks for what it makes then."""

    def look(*_: object) -> None:
        if os.getppid() != beginner:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, _OFTEN, _OFTEN)
