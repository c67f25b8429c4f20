"""An article from the text of an article file, for tests that need no file."""

from __future__ import annotations

from reader.sources.open import Loaded
from reader.sources.yaml.article import read


def load_text(text: str | bytes, name: str) -> Loaded:
    """Load an article from `text` as `load` does from a file, but without a path. `name` is for messages."""
    found = read(text if isinstance(text, bytes) else text.encode("utf-8"), name)
    return Loaded(found.document, found.faults)
