"""Save an article to the user's library."""

from __future__ import annotations

from pathlib import Path

from reader.config.directories import library_folder
from reader.library.destination import destination_for
from reader.library.importing import file_text, with_detected, with_origin
from reader.library.writing import write_own
from reader.sources.open import Loaded


def save_to_library(loaded: Loaded) -> Path:
    """Return the file of the article in the user's library. Write it if it does not exist yet.

    Quotes and entities that the source does not give are detected first. Raises ReaderError.
    """
    document = with_origin(loaded)
    destination = destination_for(document, library_folder())
    if destination.before is None:
        write_own(destination.path, file_text(with_detected(document), loaded.origin or document.title))
    return destination.path
