"""What is kept of an error nobody foresaw: where the program was, and nothing of what it read.

Owns the crash file. It holds types, frames and lines of source code. Messages and values are left
out on purpose, since they may quote the article; the source line that raised shows what was meant.
"""

from __future__ import annotations

import errno
import os
import platform
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from reader import __version__


def describe(error: BaseException) -> str:
    """The crash file's text: versions, then each error of the chain with its frames."""
    lines = [
        f"reader {__version__}, Python {platform.python_version()}, {platform.platform()}",
        time.strftime("%Y-%m-%d %H:%M:%S %z"),
    ]
    for link, relation in _chain(error):
        lines += ["", relation + _kind(link)]
        lines += "".join(traceback.format_list(traceback.extract_tb(link.__traceback__))).splitlines()
    # A directory's name can hold anything; the file must be harmless in a terminal.
    return (
        "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in "\n".join(lines))
        + "\n"
    )


def keep(error: BaseException) -> Path | None:
    """Write the crash file, readable by its owner only; None where that cannot be done."""
    from platformdirs import user_state_path

    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    try:
        directory = user_state_path("reader", appauthor=False)
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        directory.chmod(0o700)
        path = directory / name
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(describe(error))
    except OSError:
        return None
    return path


def one_line(error: BaseException, path: Path | None) -> str:
    """What the user is told: the type, and the file to send along with a report."""
    kept = f"the details are in {path}" if path else "no crash file could be written"
    return f"internal error ({_kind(error)}); {kept}; --debug shows the traceback"


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """The error and what it came from, each with how it is introduced; a ring is walked once."""
    seen: set[int] = set()
    relation = ""
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link, relation
        if link.__cause__ is not None:
            link, relation = link.__cause__, "caused by "
        else:
            link, relation = None if link.__suppress_context__ else link.__context__, "while handling "


def _kind(error: BaseException) -> str:
    """The error's type; for an error of the system its code as well, which quotes nothing."""
    name = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name
