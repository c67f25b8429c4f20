"""Write all bytes to a file descriptor.

Python's own streams do not guarantee this. With PYTHONUNBUFFERED=1, `write` may accept only a part of the
data, and a full non-blocking pipe accepts none of it.
"""

from __future__ import annotations

import os
import select


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`. Wait while a non-blocking pipe is full. Raises OSError."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            poller = select.poll()
            poller.register(descriptor, select.POLLOUT)
            poller.poll()
