"""Which file of the library is the register of people, `people.yaml`. Imports next to nothing."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "people.yaml"

_BEGINNING = 2**20
"""Bytes of a file with that name that are searched for paragraphs."""


def register_file(folder: Path) -> Path:
    """The register of a library folder."""
    return folder / NAME


def is_register(path: str | Path) -> bool:
    """Whether a file is the register of people, by its name. An article with that name is no register."""
    if os.path.basename(path) != NAME:
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        with open(descriptor, "rb") as file:
            data = b"\n" + (file.read(_BEGINNING) or b"")
    except OSError:
        return True
    return b"\nparagraphs:" not in data and b'"paragraphs"' not in data
