"""The index: one SQLite file about all articles of the library, made from their files.

Owns opening it. The index holds nothing that is not in the files. So a damaged or foreign file, and an
index that another version of the reader made, is deleted and made again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from reader.errors import ReaderError
from reader.library.index.index_file import index_file
from reader.library.index.tables import MADE_BY, TABLES
from reader.text.clean import clean_line

BUSY = 10.0
"""Seconds to wait for another process that writes a batch of articles."""

CACHE = 16_000
"""Kilobytes of pages that SQLite keeps in memory."""


_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


class IndexFileError(ReaderError):
    """The index cannot be read or written, for example because the disk is full."""


class IndexDatabase:
    """An open index. Its methods may be called from any thread. They raise IndexFileError."""

    def __init__(self, folder: Path, *, rebuild: bool = False) -> None:
        """Open the index in a folder, which is made if it does not exist. Only its owner may read it.

        `rebuild` deletes the index first. `was_rebuilt` says whether an unusable index was deleted.
        """
        self.path = index_file(folder)
        self.was_rebuilt = False
        self._lock = RLock()
        with reporting_faults(self.path):
            _make_private_folder(folder)
            if rebuild:
                _delete(self.path)
            try:
                self._db = _opened(self.path)
            except (sqlite3.DatabaseError, _UnusableError) as error:
                if isinstance(error, sqlite3.OperationalError) and not _is_damaged(error):
                    raise
                self.was_rebuilt = True
                _delete(self.path)
                self._db = _opened(self.path)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading."""
        with self._lock, reporting_faults(self.path):
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in one transaction, which is undone if an exception is raised in it."""
        with self._lock, reporting_faults(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def is_sound(self) -> bool:
        """Whether the pages of the file are intact. Reads the whole file."""
        with self._lock:
            try:
                return bool(self._db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
            except sqlite3.DatabaseError:
                return False


class _UnusableError(Exception):
    """The file is a database that this reader did not make in this form."""


def _opened(path: Path) -> sqlite3.Connection:
    # A link is refused: somebody else could have made it, to have a file of the owner's overwritten.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
    db = sqlite3.connect(path, timeout=BUSY, isolation_level=None, check_same_thread=False)
    try:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:  # a network disk has no shared memory
            db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA synchronous = NORMAL")  # what a crash loses is made again
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        _make_tables(db)
    except BaseException:
        db.close()
        raise
    return db


def _make_tables(db: sqlite3.Connection) -> None:
    """Make the tables of an empty file. Raises _UnusableError if the file has other tables."""
    if not _has_tables(db):
        db.execute("BEGIN IMMEDIATE")
        try:
            if not _has_tables(db):  # another process may have been first
                for statement in filter(str.strip, TABLES.split(";")):
                    db.execute(statement)
                db.execute("INSERT INTO made VALUES (?)", (MADE_BY,))
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    found = {
        row[0]: row[1] for row in db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    }
    if "made" not in found or db.execute("SELECT by FROM made").fetchall() != [(MADE_BY,)]:
        raise _UnusableError
    if _schema(found) != _expected_schema():
        raise _UnusableError


def _schema(found: dict[str, str]) -> dict[str, str]:
    """The tables and indices, without those that FTS5 makes for itself."""
    own = (f"{table}_" for table in ("article_words", "statement_words", "name_words"))
    inner = tuple(own)
    return {name: sql for name, sql in found.items() if not name.startswith(inner)}


def _expected_schema() -> dict[str, str]:
    db = sqlite3.connect(":memory:")
    try:
        for statement in filter(str.strip, TABLES.split(";")):
            db.execute(statement)
        return _schema(dict(db.execute(_SCHEMA).fetchall()))
    finally:
        db.close()


def _has_tables(db: sqlite3.Connection) -> bool:
    return bool(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _make_private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _delete(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")


def is_damaged(error: BaseException | None) -> bool:
    """Whether an exception says that the index is damaged and must be made again."""
    return isinstance(error, sqlite3.DatabaseError) and _is_damaged(error)


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_SCHEMA,
    )


@contextmanager
def reporting_faults(path: Path) -> Iterator[None]:
    """Raise IndexFileError for what SQLite and the system raise."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        fault = f"{path}: the index cannot be used ({what}); delete the file, and it is made again"
        raise IndexFileError(clean_line(fault)) from error
