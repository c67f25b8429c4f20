"""Bring the index in step with the files of the library folder.

Owns how a changed file is recognised: by path, size, time of modification and inode, then by the digest of
its bytes. The work is done in small transactions. It can be stopped at any time, and the next run goes on
from there.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError, SourceError
from reader.library.folder import is_visible_article
from reader.library.index.article_record import ArticleRecord, article_record, text_digest
from reader.library.index.database import IndexDatabase
from reader.library.index.writing import FileStamp, delete_path, detected, write_article, write_fault
from reader.library.sql_path import path_of, sql_path
from reader.model import Document
from reader.sources.files import read_article_file
from reader.sources.ref import FileSource
from reader.text.clean import clean_line
from reader.text.headline import count_words

BATCH_SECONDS = 0.5
"""How long the articles of one transaction are collected. Another window waits no longer for its turn."""

BATCH_BYTES = 2 * 2**20
"""The most bytes of files in one transaction, because their records are in memory."""

RECENT = 2 * 10**9
"""Nanoseconds. A file that was changed so shortly before it was read may change again within one tick of
its clock. So its bytes are compared the next time."""

BOOK = 200_000
"""Above this number of words nothing is detected, which would take seconds. `reader show` has the same
limit.
"""


@dataclass
class Changes:
    """What a refresh did: numbers of files. `faults` are the files that cannot be read, with their faults."""

    added: int = 0
    changed: int = 0
    renamed: int = 0
    removed: int = 0
    unchanged: int = 0
    faults: dict[Path, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether the index was changed."""
        return bool(self.added or self.changed or self.renamed or self.removed)


class _File(NamedTuple):
    path: str
    size: int
    mtime: int
    inode: int


class _Known(NamedTuple):
    size: int
    mtime: int
    inode: int
    seen: int
    digest: bytes

    def is_same_file(self, file: _File) -> bool:
        """Whether the file is unchanged. A file that could not be read, without a digest, is tried again."""
        same = (self.size, self.mtime, self.inode) == file[1:]
        return same and bool(self.digest) and self.mtime + RECENT < self.seen


class _Read(NamedTuple):
    """A file that was read: a record or a fault, and how to recognise the file."""

    path: str
    stamp: FileStamp
    digest: bytes
    record: ArticleRecord | None
    fault: str


def refresh(
    database: IndexDatabase,
    folders: Sequence[Path],
    *,
    progress: Callable[[int, int], object] = lambda done, total: None,
    check: Callable[[], object] = lambda: None,
) -> Changes:
    """Index what is new or changed in the folders, and forget what is gone.

    `progress` is called with the number of files that were looked at and the number of files to look at.
    `check` is called before each file and may raise an exception to stop. Articles of other folders are
    forgotten, but not those of a folder that cannot be listed. Raises IndexFileError, and ReaderError if a
    folder cannot be listed.
    """
    files: dict[str, _File] = {}
    for folder in folders:
        files.update(_listed(folder))
    with database.reading() as db:
        known = {
            path_of(path): _Known(*row)
            for path, *row in db.execute("SELECT path, size, mtime, inode, seen, digest FROM article")
        }
    changes = Changes()
    gone = {path: one for path, one in known.items() if path not in files}
    todo = [file for path, file in files.items() if not (path in known and known[path].is_same_file(file))]
    changes.unchanged = len(files) - len(todo)
    todo.sort(key=lambda file: (-file.mtime, file.path))  # the newest first
    _index(database, todo, known, gone, changes, progress, check)
    _remove(database, list(gone), check)
    changes.removed = len(gone)
    with database.reading() as db:
        changes.faults = {
            Path(path_of(path)): fault
            for path, fault in db.execute("SELECT path, fault FROM article WHERE fault != '' ORDER BY path")
        }
    return changes


def _listed(folder: Path) -> dict[str, _File]:
    """The article files of a folder. Raises ReaderError if it cannot be listed."""
    found: dict[str, _File] = {}
    try:
        with os.scandir(folder.absolute()) as entries:
            for entry in entries:
                if not is_visible_article(entry):
                    continue
                try:
                    status = entry.stat()
                    if stat.S_ISREG(status.st_mode):
                        found[entry.path] = _File(
                            entry.path, status.st_size, status.st_mtime_ns, status.st_ino
                        )
                except OSError:  # a link to nothing: reading it reports the fault
                    found[entry.path] = _File(entry.path, -1, -1, -1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        fault = f"cannot be listed: {(error.strerror or str(error)).lower()}; allow reading the folder"
        raise ReaderError(f"{clean_line(str(folder))}: {fault}") from error
    return found


def _index(
    database: IndexDatabase,
    todo: Sequence[_File],
    known: dict[str, _Known],
    gone: dict[str, _Known],
    changes: Changes,
    progress: Callable[[int, int], object],
    check: Callable[[], object],
) -> None:
    """Read the files and write them in batches. Removes from `gone` the files that were renamed."""
    moved = {one.digest: path for path, one in gone.items() if one.digest}
    batch: list[_Read] = []
    size, begun = 0, time.monotonic()
    for done, file in enumerate(todo):
        check()
        progress(done, len(todo))
        before = known.get(file.path)
        stamp = FileStamp(*file[1:], time.time_ns())
        try:
            data = read_article_file(FileSource.at(Path(file.path)))
        except SourceError as error:
            batch.append(_Read(file.path, stamp, b"", None, error.fault))
            changes.added += before is None
            changes.changed += before is not None and bool(before.digest)
            changes.unchanged += before is not None and not before.digest
        else:
            digest = hashlib.sha256(data).digest()
            if before is not None and before.digest == digest:
                _stamp(database, file.path, file.path, stamp)
                changes.unchanged += 1
                continue
            old = moved.pop(digest, None) if before is None else None
            if old is not None:
                _stamp(database, old, file.path, stamp)
                del gone[old]
                changes.renamed += 1
                continue
            batch.append(_read(database, file.path, stamp, digest, data))
            changes.changed += before is not None
            changes.added += before is None
            size += len(data)
            del data
        if time.monotonic() - begun > BATCH_SECONDS or size > BATCH_BYTES:
            _write(database, batch)
            batch, size, begun = [], 0, time.monotonic()
    _write(database, batch)
    progress(len(todo), len(todo))


def _read(database: IndexDatabase, path: str, stamp: FileStamp, digest: bytes, data: bytes) -> _Read:
    """The record of a file, or its fault."""
    from reader.sources.yaml.article import read

    try:
        document = read(data, clean_line(path), warned=False).document
    except ArticleError as error:
        place = f"line {error.line}: " if error.line else ""
        return _Read(path, stamp, digest, None, place + error.fault)
    return _Read(path, stamp, digest, article_record(_annotated(database, document)), "")


def _annotated(database: IndexDatabase, document: Document) -> Document:
    """The document with its quotes and names. The same text is annotated only once."""
    if document.quotes_given and document.entities_given:
        return document
    if not document.quotes_given and not document.entities_given:
        with database.reading() as db:
            known = detected(db, text_digest(document))
        if known is not None:
            return replace(document, quotes=known.quotes, entities=known.entities)
    if count_words(document.blocks) > BOOK:
        return document
    from reader.library.importing import with_detected

    return with_detected(document)


def _write(database: IndexDatabase, batch: Sequence[_Read]) -> None:
    if not batch:
        return
    with database.writing() as db:
        for one in batch:
            if one.record is None:
                name = clean_line(os.path.basename(one.path))
                write_fault(db, one.path, one.stamp, one.digest, name, one.fault)
            else:
                write_article(db, one.path, one.stamp, one.digest, one.record)


def _stamp(database: IndexDatabase, old: str, path: str, stamp: FileStamp) -> None:
    """Note that an article is in the file `path`, unchanged."""
    with database.writing() as db:
        db.execute(
            "UPDATE article SET path = ?, size = ?, mtime = ?, inode = ?, seen = ? WHERE path = ?",
            (sql_path(path), *stamp, sql_path(old)),
        )


def _remove(database: IndexDatabase, paths: Sequence[str], check: Callable[[], object]) -> None:
    for first in range(0, len(paths), 200):
        check()
        with database.writing() as db:
            for path in paths[first : first + 200]:
                delete_path(db, path)
