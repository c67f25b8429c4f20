"""Write a list of words as readable text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, separated by white space."""
    return frozenset(text.split())
