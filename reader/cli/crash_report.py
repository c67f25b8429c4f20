"""Writes the crash file: where the program failed, without a word of the article.

The crash file holds types of errors, frames and lines of source code. Error messages and values are left out,
because they may quote the article. The source line that raised the error shows what happened.
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
from reader.config.directories import state_folder


def describe(error: BaseException) -> str:
    """The text of the crash file: versions, then each error of the chain with its frames."""
    lines = [
        f"reader {__version__}, Python {platform.python_version()}, {platform.platform()}",
        time.strftime("%Y-%m-%d %H:%M:%S %z"),
    ]
    for link, relation in _chain(error):
        lines += ["", relation + _kind(link)]
        lines += "".join(traceback.format_list(traceback.extract_tb(link.__traceback__))).splitlines()
    # The name of a directory can contain control characters, and people print crash files in a terminal.
    return (
        "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in "\n".join(lines))
        + "\n"
    )


def keep(error: BaseException) -> Path | None:
    """Write the crash file, readable by its owner only. Returns None when it cannot be written."""
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    try:
        directory = state_folder()
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
    """The message for the user: the type of the error, and the file to attach to a report."""
    kept = f"the details are in {path}" if path else "no crash file could be written"
    return f"internal error ({_kind(error)}); {kept}; --debug shows the traceback"


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Each error of the chain with the words that introduce it. A cycle of causes is walked once."""
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
    """The type of the error, and the error code of an OSError. Neither can quote the article."""
    name = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name
