"""How the lists of words are written: as a text, so that they are read and mended like one."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which blanks and lines part."""
    return frozenset(text.split())
