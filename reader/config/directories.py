"""The directories of the user's system in which the reader keeps its files. None is made here."""

from __future__ import annotations

from pathlib import Path


def library_folder() -> Path:
    """The folder of the user's own articles."""
    from platformdirs import user_data_path

    return user_data_path("reader", appauthor=False) / "articles"


def state_folder() -> Path:
    """The folder of what the reader keeps for itself, crash files among it."""
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False)


def cache_folder() -> Path:
    """The folder of what the reader can make again at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("reader", appauthor=False)
