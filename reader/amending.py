"""Corrections on the disk: an article file of the user's is amended, and given back as it was.

Owns when that is allowed: the file is the user's to write, and still the one that was read.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError
from reader.formats.amend import CHANGED, amended
from reader.formats.article_yaml import read
from reader.formats.files import read_source
from reader.formats.load import SUFFIXES
from reader.model import Document
from reader.resources import bundled
from reader.saving import write
from reader.text.clean import clean_line

LOOKS, BETWEEN = 100, 0.01
"""How often, and after how many seconds each, one looks whether another reader is done."""

_BUSY = "is being changed by another program; try again"


class FileChange(NamedTuple):
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


def amend_file(path: Path, document: Document, expected: bytes | Document | None = None) -> FileChange:
    """Write the quotes and entities of `document` into its article file, which is whole at any time.

    `expected` is what the file held when it was read, as bytes or as the document that it was. Where the
    paragraphs, quotes or entities are others now, the file is left alone; other changes in it are kept,
    and are in the document given back. Raises ReaderError, one line with the way out.
    """
    with _alone(path):
        return _amend(path, document, expected)


def _amend(path: Path, document: Document, expected: bytes | Document | None) -> FileChange:
    shown = clean_line(str(path))
    data = read_source(str(path))
    _check_writable(path, shown)
    was = expected if isinstance(expected, Document) else None
    try:
        if isinstance(expected, bytes) and expected != data:
            was = read(expected, shown, warned=False).document
        after, now = amended(data.decode("utf-8"), shown, document, was)
    except (UnicodeDecodeError, ArticleError) as error:
        raise ReaderError(f"{shown}: {CHANGED}") from error
    written = after.encode("utf-8")
    if written != data:
        if read_source(str(path)) != data:
            raise ReaderError(f"{shown}: {_BUSY}")
        write(path, after, overwrite=True)
    return FileChange(data, written, _with_detected(now, document))


def restore_file(path: Path, before: bytes, after: bytes) -> Document:
    """Undo: make the file what it was before, and tell what document it is then.

    Where it does not hold `after` any more, only the quotes and entities become what they were. Raises
    ReaderError as `amend_file` does.
    """
    shown = clean_line(str(path))
    document = read(before, shown, warned=False).document
    with _alone(path):
        if read_source(str(path)) != after:
            return _amend(path, document, after).document
        _check_writable(path, shown)
        write(path, before.decode("utf-8"), overwrite=True)
    return document


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other readers out of the folder: a last look at the file and its writing are two steps.

    Where a file system knows no such locks, the moment between the two has to be borne. Raises
    ReaderError when the others take over a second.
    """
    try:
        folder = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # reading the file tells why
        yield
        return
    try:
        for _ in range(LOOKS):
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sleep(BETWEEN)
                continue
            except OSError:
                pass
            break
        else:
            raise ReaderError(f"{clean_line(str(path))}: {_BUSY}")
        yield
    finally:
        os.close(folder)


def _check_writable(path: Path, shown: str) -> None:
    try:
        writable = _is_writable(Path(os.path.realpath(path)))
    except OSError as error:
        raise ReaderError(f"{shown}: {CHANGED}") from error
    if not writable:
        raise ReaderError(f"{shown}: is read-only; make it writable, or save the article to your library")


def _is_writable(path: Path) -> bool:
    """Whether the file may be written, and may be replaced in its folder; root obeys its rights too."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _with_detected(now: Document, document: Document) -> Document:
    """What the file says, and what was detected where it says nothing."""
    return replace(
        now,
        quotes=now.quotes if now.quotes_given else document.quotes,
        entities=now.entities if now.entities_given else document.entities,
    )
