"""Open a source from the word that a user would type, in one call."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from reader.model import Document
from reader.sources.fetch.watch import Progress
from reader.sources.open import Loaded, open_source
from reader.sources.ref import UrlSource, parse_source


def load(
    word: str | Path,
    *,
    format: str | None = None,
    whole_page: bool = False,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Loaded:
    """The article that `word` names: a file, an address, or `-`."""
    return open_source(parse_source(str(word), format, whole_page), progress=progress, cancelled=cancelled)


def loaded_from(document: Document, word: str) -> Loaded:
    """A document as if it had been loaded from the source that `word` names; empty for standard input."""
    source = parse_source(word or "-")
    return Loaded(document, source=source, url=source.url if isinstance(source, UrlSource) else "")
