"""Where the store is. Does not import sqlite3, which a reader without a store does not need."""

from __future__ import annotations

import os
from pathlib import Path


def store_file(folder: Path) -> Path:
    """The file of the store in a folder."""
    return folder / "state.db"


def has_store(folder: Path) -> bool:
    """Whether a folder has a store, even one that cannot be used."""
    return os.path.lexists(store_file(folder))
