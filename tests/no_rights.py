"""Simulates a folder without access rights, because tests may run as root, who has all rights."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


class _Refused:
    """A directory entry whose target cannot be examined."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self._entry = entry
        self.name, self.path = entry.name, entry.path

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        if follow_symlinks:
            raise PermissionError(13, "Permission denied")
        return self._entry.stat(follow_symlinks=False)

    def is_file(self) -> bool:
        raise PermissionError(13, "Permission denied")


class _Listing:
    """The result of `os.scandir`, with links into the folder refused."""

    def __init__(self, found: Any, folder: Path) -> None:
        self._found, self._folder = found, folder

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self._found.close()

    def __iter__(self) -> Iterator[object]:
        for entry in self._found:
            leads_in = Path(os.path.realpath(entry.path)).is_relative_to(self._folder)
            yield _Refused(entry) if leads_in else entry


def refuse_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse all access to the files in `folder`, as the kernel does without access rights."""
    opening, scanning = os.open, os.scandir

    def opened(path: str | Path, *arguments: int, **options: int) -> int:
        if Path(os.path.realpath(path)).is_relative_to(folder):
            raise PermissionError(13, "Permission denied")
        return opening(path, *arguments, **options)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "scandir", lambda where: _Listing(scanning(where), folder))
