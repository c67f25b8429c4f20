"""The shell command that opens an article at a place."""

from __future__ import annotations

import shlex
from pathlib import Path

from reader.model import HighlightId, QuoteKey, Span
from reader.sources.ref import highlight_fragment, passage_fragment, quote_fragment
from reader.text.clean import clean_line


def open_command(path: Path, target: HighlightId | QuoteKey | Span | None = None) -> str:
    """`reader 'my story.yaml#q-1a2b3c4d'`; empty if the path has a character that cannot be printed."""
    word = str(path)
    if clean_line(word) != word:
        return ""
    if isinstance(target, Span):
        word += passage_fragment(target)
    elif isinstance(target, QuoteKey):
        word += quote_fragment(target)
    elif target is not None:
        word += highlight_fragment(target)
    return f"reader {shlex.quote(word)}"
