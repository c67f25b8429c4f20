"""Corrections on the disk: an article file of the user's is amended, and given back as it was.

Owns when that is allowed: the file is the user's to write, and still the one that was read.
"""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError, SourceError
from reader.formats.amend import amend
from reader.formats.article_yaml import read
from reader.formats.files import read_source
from reader.formats.load import SUFFIXES
from reader.model import Document
from reader.resources import bundled
from reader.saving import write
from reader.text.clean import clean_line


class Amended(NamedTuple):
    """A file that was amended: its bytes before and after, and the document that it is now."""

    before: bytes
    after: bytes
    document: Document


def is_own(path: Path | None) -> bool:
    """Whether `path` is an article file that corrections may be written into.

    A regular file of YAML, or a link to one, which may be written, and none that comes with the reader.
    """
    if path is None or not path.name.lower().endswith(SUFFIXES):
        return False
    try:
        there = Path(os.path.realpath(path))
        return (
            stat.S_ISREG(there.stat().st_mode)
            and _is_writable(there)
            and not there.is_relative_to(os.path.realpath(bundled("content")))
        )
    except OSError:
        return False


def amend_file(path: Path, document: Document, expected: bytes | Document | None = None) -> Amended:
    """Write the quotes and entities of `document` into its article file, which is whole at any time.

    `expected` is what the file held when it was read, as bytes or as the document it was; a file that
    became another one, or whose quotes or entities are others now, is left alone, while other changes
    in it are kept. Raises ReaderError, one line with the way out.
    """
    shown = clean_line(str(path))
    data = read_source(str(path))
    if not _is_writable(Path(os.path.realpath(path))):
        raise ReaderError(f"{shown}: is read-only; make it writable, or save the article to the library")
    if expected is not None and data != expected:
        document = _moved(document, expected, data, shown)
    try:
        after = amend(data.decode("utf-8"), shown, document)
    except UnicodeDecodeError as error:
        raise ReaderError(f"{shown}: is not UTF-8 any more; it was changed meanwhile") from error
    if read_source(str(path)) != data:
        raise ReaderError(f"{shown}: is being changed by another program; try again")
    if after.encode("utf-8") != data:
        write(path, after, overwrite=True)
    return Amended(data, after.encode("utf-8"), document)


def restore_file(path: Path, before: bytes, after: bytes) -> Document:
    """Undo: make the file what it was before, and tell what document it is then.

    Where it does not hold `after` any more, only the quotes and entities become what they were. Raises
    ReaderError as `amend_file` does.
    """
    shown = clean_line(str(path))
    document = read(before, shown).document
    if read_source(str(path)) != after:
        return amend_file(path, document, after).document
    if not _is_writable(Path(os.path.realpath(path))):
        raise ReaderError(f"{shown}: is read-only; make it writable")
    write(path, before.decode("utf-8"), overwrite=True)
    return document


def _is_writable(path: Path) -> bool:
    """Whether the file may be written, and may be replaced in its folder; root obeys its rights too."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _moved(document: Document, expected: bytes | Document, data: bytes, shown: str) -> Document:
    """`document` with all but its quotes and entities as the file has it now."""
    changed = f"{shown}: was changed meanwhile; open it again and correct it then"
    try:
        now = read(data, shown).document
        then = expected if isinstance(expected, Document) else read(expected, shown).document
    except (ArticleError, SourceError) as error:
        raise ReaderError(changed) from error
    if _marks(now) != _marks(then):
        raise ReaderError(changed)
    return replace(
        now,
        quotes=document.quotes,
        entities=document.entities,
        quotes_given=document.quotes_given,
        entities_given=document.entities_given,
    )


def _marks(document: Document) -> tuple[object, ...]:
    """What of a document corrections build on: its text, and what its file says of quotes and entities."""
    return (
        document.blocks,
        document.quotes if document.quotes_given else None,
        document.entities if document.entities_given else None,
    )
