"""The store: what the reader noticed about the articles that were read, in one SQLite file.

Owns `state.db`: its tables, their versions, and what happens when the file cannot be used. What a person
made, such as a correction, is in the article's own file and never only here.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from reader.errors import ReaderError
from reader.library.sql_path import path_of, sql_path
from reader.library.store_file import store_file
from reader.model import ArticleId
from reader.reading.remembered import Kept, draft_name, merged
from reader.text.clean import clean_line

_SEARCHES = "searches"
"""The setting that holds the search history, oldest first."""

BUSY = 2.0
"""Seconds to wait for another window that is writing."""

_TABLES = (
    """
    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        address TEXT NOT NULL,
        path TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        title TEXT NOT NULL,
        copy TEXT NOT NULL DEFAULT '',
        view TEXT NOT NULL DEFAULT '{}',
        texts BLOB,
        journal TEXT NOT NULL DEFAULT '',
        share REAL NOT NULL DEFAULT 0,
        last_read REAL NOT NULL DEFAULT 0,
        seconds REAL NOT NULL DEFAULT 0
    );
    CREATE INDEX article_address ON article (address) WHERE address != '';
    CREATE INDEX article_path ON article (path) WHERE path != '';
    CREATE INDEX article_fingerprint ON article (fingerprint);
    CREATE INDEX article_last_read ON article (last_read);
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    "ALTER TABLE article ADD COLUMN highlights TEXT NOT NULL DEFAULT ''",
)
"""The statements that lead from each version of the tables to the next one, oldest first."""

VERSION = len(_TABLES)
"""The version of the tables that this program writes (`PRAGMA user_version`)."""


class StoreError(ReaderError):
    """The store cannot be read or written. If the fault may pass, the next try may succeed."""

    may_pass = False


class Seen(NamedTuple):
    """What the store holds about one article.

    `copy` is the path of the user's copy in the library, or empty. `view` is how the article was left, as
    JSON values. `journal` is empty if no edit was kept, `highlights` if no highlight has a certain place.
    `share` is the part of the text above the furthest place that was read, from 0 to 1. `last_read` is in
    seconds since 1970, and `seconds` is the time spent reading.
    """

    id: ArticleId
    title: str
    copy: str
    view: Mapping[str, object]
    journal: str
    highlights: str
    share: float
    last_read: float
    seconds: float


class Store:
    """An open store. Its methods may be called from any thread. All but `close` raise StoreError."""

    def __init__(self, folder: Path) -> None:
        """Open the store in a folder, which is made if it does not exist; only its owner may read it.

        A file that is damaged is moved aside, and `notice` says so. Raises StoreError if the store cannot be
        used: for example because the disk is read-only, or because a newer reader wrote the file.
        """
        self._lock = RLock()
        self.path = store_file(folder)
        self.notice = ""
        with _reporting_faults(self.path):
            _make_private(folder, self.path)
        try:
            self._db = self._opened()
        except sqlite3.DatabaseError as error:
            if not _is_damaged(error):
                raise _fault(self.path, error) from error
            aside = _move_aside(self.path)
            self.notice = f"The memory of the reader was damaged; it is kept as {aside.name}."
            with _reporting_faults(self.path):
                _make_private(folder, self.path)
                self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=BUSY, isolation_level=None, check_same_thread=False)
        try:
            try:
                db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:  # a network disk has no shared memory
                db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten with zeros
            _migrate(db, self.path)
        except BaseException:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Close the file. Further calls raise StoreError."""
        with self._lock:
            self._db.close()

    # -- articles ----------------------------------------------------------------------------------

    def find(self, id: ArticleId) -> Seen | None:
        """What is known of an article: by address if it has one, else by path, else by its text."""
        with self._reading() as db:
            key = _key(db, id)
            return None if key is None else _seen(db, "WHERE key = ?", (key,))

    def texts(self, id: ArticleId) -> tuple[str, ...]:
        """The text of each block of an article as it was last seen; empty if it is not known."""
        with self._reading() as db:
            row = db.execute("SELECT texts FROM article WHERE key = ?", (_key(db, id),)).fetchone()
            return () if row is None or row[0] is None else tuple(json.loads(zlib.decompress(row[0])))

    def last(self) -> Seen | None:
        """The article that was read last; None if nothing was read yet."""
        with self._reading() as db:
            return _seen(db, "WHERE last_read > 0 ORDER BY last_read DESC LIMIT 1")

    def read_shares(self) -> tuple[tuple[ArticleId, float, float], ...]:
        """Each article that was read: its id, the share that was read, and when; the newest first."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT address, path, fingerprint, share, last_read FROM article"
                " WHERE last_read > 0 ORDER BY last_read DESC"
            )
            return tuple((_article_id(*row[:3]), row[3], row[4]) for row in rows)

    def keep(self, kept: Kept, now: float | None = None) -> None:
        """Keep how an article was left. On return it is on the disk.

        The share that was read never becomes smaller, and the path of a copy is never deleted. `now` is in
        seconds since 1970, by default the present time.
        """
        article = kept.id
        with self._writing() as db:
            key = _key_or_new(db, article)
            if _fingerprint(db, key) != article.fingerprint:
                db.execute("UPDATE article SET texts = ? WHERE key = ?", (_packed(kept.texts), key))
            if kept.journal is not None:
                db.execute("UPDATE article SET journal = ? WHERE key = ?", (kept.journal, key))
            if kept.highlights is not None:
                db.execute("UPDATE article SET highlights = ? WHERE key = ?", (kept.highlights, key))
            row = db.execute("SELECT view FROM article WHERE key = ?", (key,)).fetchone()
            # Compare marks in the form in which they are stored: tuples become lists.
            kept = kept._replace(
                view=json.loads(json.dumps(kept.view)),
                marks_before=json.loads(json.dumps(dict(kept.marks_before))),
            )
            view = merged(kept, json.loads(row[0]))
            db.execute(
                "UPDATE article SET address = coalesce(nullif(?, ''), address),"
                " path = coalesce(nullif(?, ''), path), fingerprint = ?, title = ?,"
                " copy = coalesce(nullif(?, ''), copy), view = ?,"
                " share = max(share, ?), last_read = ?, seconds = seconds + ? WHERE key = ?",
                (
                    *(article.address, sql_path(article.path), article.fingerprint, kept.title),
                    *(sql_path(kept.copy), json.dumps(view), kept.share),
                    *(time.time() if now is None else now, kept.seconds, key),
                ),
            )

    def keep_journal(self, id: ArticleId, title: str, journal: str) -> None:
        """Keep the journal of an article and nothing else. On return the journal is on the disk."""
        with self._writing() as db:
            values = (journal, title, _key_or_new(db, id))
            db.execute("UPDATE article SET journal = ?, title = ? WHERE key = ?", values)

    def forget(self, id: ArticleId) -> bool:
        """Delete what is known of an article, unsaved notes too; whether there was anything."""
        with self._writing() as db:
            key = _key(db, id)
            known = db.execute("SELECT address, path, title FROM article WHERE key = ?", (key,)).fetchone()
            db.execute("DELETE FROM article WHERE key = ?", (key,))
            for name in filter(None, (id.address, id.path, *(map(path_of, known or ())))):
                start = draft_name(name, "")
                db.execute("DELETE FROM setting WHERE substr(name, 1, ?) = ?", (len(start), start))
            return key is not None

    def forget_all(self) -> int:
        """Delete everything in the store, also from the free space of the file. The number of articles."""
        with self._writing() as db:
            count = db.execute("SELECT count(*) FROM article").fetchone()[0]
            db.execute("DELETE FROM article")
            db.execute("DELETE FROM setting")
        with self._lock, _reporting_faults(self.path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(count)

    # -- what is kept over all articles ------------------------------------------------------------

    def settings(self) -> dict[str, object]:
        """All that is kept over all articles, by name, as JSON values."""
        with self._reading() as db:
            return {name: json.loads(value) for name, value in db.execute("SELECT name, value FROM setting")}

    def set(self, values: Mapping[str, object]) -> None:
        """Keep values over all articles; None deletes one. On return they are on the disk."""
        with self._writing() as db:
            for name, value in values.items():
                if value is None:
                    db.execute("DELETE FROM setting WHERE name = ?", (name,))
                else:
                    db.execute("REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value)))

    def searches(self) -> tuple[str, ...]:
        """The search history, oldest first."""
        kept = self.settings().get(_SEARCHES)
        return tuple(map(str, kept)) if isinstance(kept, list) else ()

    def add_search(self, words: str, limit: int) -> None:
        """Make words the newest of at most `limit` in the search history. On return it is on the disk."""
        with self._writing() as db:
            row = db.execute("SELECT value FROM setting WHERE name = ?", (_SEARCHES,)).fetchone()
            others = [other for other in (json.loads(row[0]) if row else ()) if other != words]
            kept = json.dumps([*others, words][-limit:])
            db.execute("REPLACE INTO setting VALUES (?, ?)", (_SEARCHES, kept))

    # -- transactions ------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _reporting_faults(self.path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _reporting_faults(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _key(db: sqlite3.Connection, id: ArticleId) -> int | None:
    """The key of the article with that id; None if it is not in the store.

    An article with the same path but another address is another article, see `ArticleId.is_same`.
    """
    candidates = db.execute(
        "SELECT key, address, path, fingerprint FROM article"
        " WHERE (address != '' AND address = ?1) OR (path != '' AND path = ?2) OR fingerprint = ?3"
        " ORDER BY address = ?1 DESC, path = ?2 DESC, last_read DESC",
        (id.address, sql_path(id.path), id.fingerprint),
    )
    for key, *known in candidates:
        if id.is_same(_article_id(*known)):
            return int(key)
    return None


def _key_or_new(db: sqlite3.Connection, id: ArticleId) -> int | None:
    """The key of an article. An article that is not in the store is added, without its text."""
    key = _key(db, id)
    if key is not None:
        return key
    insert = "INSERT INTO article (address, path, fingerprint, title) VALUES (?, ?, '', '')"
    return db.execute(insert, (id.address, sql_path(id.path))).lastrowid


def _seen(db: sqlite3.Connection, where: str, values: Sequence[object] = ()) -> Seen | None:
    row = db.execute(
        "SELECT address, path, fingerprint, title, copy, view, journal, highlights, share,"
        f" last_read, seconds FROM article {where}",
        values,
    ).fetchone()
    if row is None:
        return None
    address, path, fingerprint, title, copy, view, *rest = row
    return Seen(_article_id(address, path, fingerprint), title, path_of(copy), json.loads(view), *rest)


def _article_id(address: str, path: str | bytes, fingerprint: str) -> ArticleId:
    return ArticleId(address, path_of(path), fingerprint)


def _fingerprint(db: sqlite3.Connection, key: int | None) -> str:
    return str(db.execute("SELECT fingerprint FROM article WHERE key = ?", (key,)).fetchone()[0])


def _packed(texts: Sequence[str]) -> bytes:
    """The texts of an article, compressed. A book of 3 MB takes some 40 ms."""
    return zlib.compress(json.dumps(list(texts), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring those of an earlier version up to date, in one transaction."""
    if _version(db) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        found = _version(db)  # another window may have been first
        if found > VERSION:
            raise StoreError(f"{path}: was written by a newer reader")
        for statements in _TABLES[found:]:
            for statement in filter(str.strip, statements.split(";")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _make_private(folder: Path, path: Path) -> None:
    """Make the folder and the file so that only their owner can read them. Raises OSError.

    SQLite gives its other files the mode of this one. A symbolic link is refused: another user could have
    made it, to have a file of the owner's overwritten.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _move_aside(path: Path) -> Path:
    """Rename a damaged store and its log; the new name of the store."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    with _reporting_faults(path):
        os.replace(path, aside)
        for suffix in ("-wal", "-shm"):
            if os.path.lexists(f"{path}{suffix}"):
                os.replace(f"{path}{suffix}", f"{aside}{suffix}")
    return aside


@contextmanager
def _reporting_faults(path: Path) -> Iterator[None]:
    """Raise StoreError for what SQLite and the system raise."""
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, zlib.error) as error:
        raise _fault(path, error) from error


def _fault(path: Path, error: Exception) -> StoreError:
    what = error.strerror if isinstance(error, OSError) else str(error)
    fault = StoreError(clean_line(f"{path}: cannot be used ({what})"))
    if isinstance(error, sqlite3.OperationalError):
        fault.may_pass = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL)
    return fault
