"""Check the properties that every imported document must have."""

from __future__ import annotations

from reader.model import Document
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from reader.text.clean import is_clean


def assert_sound(document: Document) -> None:
    """Check that the document is clean, and equal after it is written to a file and read again."""
    assert is_clean(document.title)
    assert all(is_clean(block.text) and is_clean(block.marker) for block in document.blocks)
    assert read(dump(document).encode(), "article.yaml").document == document
