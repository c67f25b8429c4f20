"""What every document made from somebody's text must be."""

from __future__ import annotations

from reader.formats.article_yaml import read
from reader.formats.write_yaml import dump
from reader.model import Document
from reader.text.clean import is_clean


def assert_sound(document: Document) -> None:
    """Clean, and the same after it was written to a file and read again."""
    assert is_clean(document.title)
    assert all(is_clean(block.text) and is_clean(block.marker) for block in document.blocks)
    assert read(dump(document).encode(), "article.yaml").document == document
