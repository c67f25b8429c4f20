"""An article from the text of an article file, for tests that need no file."""

from __future__ import annotations

from reader.sources.open import Loaded
from reader.sources.yaml.article import read


def load_text(text: str | bytes, name: str) -> Loaded:
    """What `load` gives for a file that holds `text`, but for the path; messages call it `name`."""
    found = read(text if isinstance(text, bytes) else text.encode("utf-8"), name)
    return Loaded(found.document, found.faults)
