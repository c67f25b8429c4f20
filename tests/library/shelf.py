"""A library folder of invented articles with an index, for the tests of search and of the record."""

from __future__ import annotations

import os
from pathlib import Path

from reader.library.index.database import IndexDatabase
from reader.library.index.refresh import Changes, refresh

DAY = 86_400


class Shelf:
    """Article files in a folder, and their index in another folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "articles"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.cache = folder / "cache"
        self.database = IndexDatabase(self.cache)

    def put(self, name: str, text: str, *, age: int = DAY) -> Path:
        """Write a file that was changed `age` seconds ago."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        changed = path.stat().st_mtime - age
        os.utime(path, (changed, changed))
        return path

    def article(self, name: str, *paragraphs: str, head: str = "", tail: str = "") -> Path:
        """Write an article whose title is its name."""
        lines = [f"title: {name}", *filter(None, [head]), "paragraphs:"]
        lines += [f"  - {_quoted(paragraph)}" for paragraph in paragraphs]
        return self.put(f"{name}.yaml", "\n".join([*lines, *filter(None, [tail]), ""]))

    def refresh(self) -> Changes:
        """Bring the index in step with the folder."""
        return refresh(self.database, [self.folder])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
