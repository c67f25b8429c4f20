"""Where the index is. Does not import sqlite3."""

from __future__ import annotations

import os
from pathlib import Path


def index_file(folder: Path) -> Path:
    """The file of the index in a folder."""
    return folder / "index.db"


def has_index(folder: Path) -> bool:
    """Whether a folder has an index, even one that cannot be used."""
    return os.path.lexists(index_file(folder))
