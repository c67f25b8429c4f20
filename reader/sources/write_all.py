"""Write bytes to a file descriptor until every one of them has been accepted.

Python's own streams do not promise that. With PYTHONUNBUFFERED=1 `write` may accept only a part of what it
is given, and a full non-blocking pipe accepts nothing.
"""

from __future__ import annotations

import os
import select


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`; waits while a non-blocking pipe is full. Raises OSError."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            poller = select.poll()
            poller.register(descriptor, select.POLLOUT)
            poller.poll()
