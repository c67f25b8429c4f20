"""Paths as SQLite holds them. A file name on Linux is bytes and need not be UTF-8."""

from __future__ import annotations

import os


def sql_path(path: str) -> str | bytes:
    """A path as SQLite holds it: as bytes if it is not UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_of(value: str | bytes) -> str:
    """The path that `sql_path` made a value of."""
    return os.fsdecode(value) if isinstance(value, bytes) else value
