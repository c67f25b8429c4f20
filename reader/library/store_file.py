"""Where the store is. Imports no database: a reader that has remembered nothing yet needs none."""

from __future__ import annotations

import os
from pathlib import Path


def store_file(folder: Path) -> Path:
    """The file of the store in a folder."""
    return folder / "state.db"


def has_store(folder: Path) -> bool:
    """Whether a folder has a store, even one that cannot be used."""
    return os.path.lexists(store_file(folder))
