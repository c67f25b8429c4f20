"""Test helpers: correct an article file, and undo a correction, as the program does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader.library.amending import FileChange, amend_file, restore_file
from reader.model import Document
from reader.reading.corrections import Correction, corrected
from reader.reading.identities import identified
from reader.reading.journal import Inverse, Patch, inverse_of, patch_between
from tests.loaded import load
from tests.numbered_ids import numbered


class Done(NamedTuple):
    """A correction that was written, the document after it, and the data that undoes it."""

    change: FileChange
    document: Document
    patch: Patch
    inverse: Inverse


def opened(path: Path) -> Document:
    """The article in a file; its quotes and entities have their positions as ids."""
    return numbered(load(path).document)


def correct(path: Path, correction: Correction, was: Document | None = None) -> Done:
    """Correct the article in a file as the program does."""
    was = was or opened(path)
    after = corrected(was, correction)
    change = amend_file(path, after, was)
    document = identified(change.document, after)
    return Done(change, document, patch_between(change.before, change.after), inverse_of(was, document))


def undo(path: Path, done: Done) -> Document:
    """Undo a correction in a file as the program does."""
    return restore_file(path, done.patch, done.inverse.undone(done.document), done.document).document
