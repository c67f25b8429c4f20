"""What the reader remembers between two runs, written in a thread of its own.

Owns the one thread that writes the store, and what happens when there is no store: the reader goes on, and
one notice says that it cannot remember.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from reader.config.directories import library_folder
from reader.errors import ReaderError
from reader.library.store_file import has_store
from reader.model import ArticleId, Document
from reader.reading.identities import article_id
from reader.reading.moved_places import MovedPlaces, texts_of
from reader.reading.opened import Opened
from reader.reading.remembered import Kept, from_json, places_from_json
from reader.reading.session import MAX_SEARCHES, ReadingSession, session_of
from reader.reading.version import Version
from reader.resources import is_bundled
from reader.sources.open import Loaded, open_source
from reader.sources.ref import FileSource, SourceRef, UrlSource
from reader.threads import start_thread

if TYPE_CHECKING:
    from reader.library.store import Seen, Store
    from reader.sources.fetch.watch import Progress

Result = TypeVar("Result")

TRIES = 5
"""How often a write is tried while another window is writing; each try waits for some seconds."""

LAST_WRITE = 1.0
"""Seconds that the end of the program waits for what is still to be written."""


class Memory:
    """The memory of the reader. Its methods never raise, and those that write return at once."""

    def __init__(self, folder: Path) -> None:
        """Open the store in a folder. If the store cannot be used, nothing is remembered.

        If there is no store yet, the writing thread creates it. Until then nothing is known.
        """
        self._notice = ""
        self._tasks: SimpleQueue[Callable[[Store], object] | None] = SimpleQueue()
        self._writing = False
        self._done = Event()
        self._folder = folder
        self._usable = True
        self._store: Store | None = None  # until the store is created or opened
        self._opening = Lock()
        if has_store(folder):
            self._open_store()

    def _open_store(self) -> None:
        """Open the store. Create it if it does not exist."""
        from reader.library.store import Store  # the first frame does not wait for a store that is empty

        try:
            self._store = Store(self._folder)
            self._notice = self._store.notice
        except ReaderError as error:
            self._give_up(error)

    def _opened_store(self) -> Store | None:
        """The store, opened once by whichever thread needs it first."""
        with self._opening:
            if self._store is None and self._usable:
                self._open_store()
            return self._store

    def take_notice(self) -> str:
        """Return a pending message for the user, once; empty if no message is pending."""
        notice, self._notice = self._notice, ""
        return notice

    # -- opening an article --------------------------------------------------------------------

    def open_source(
        self,
        source: SourceRef,
        *,
        progress: Progress | None = None,
        cancelled: Event | None = None,
        may_leave: bool = True,
    ) -> Loaded:
        """Open the user's copy of a source if it is in the library, else the source. Raises ReaderError.

        With `may_leave` a long list of highlights is left unread. The screen reads it later.

        A page whose address is known is not fetched then. An article file is opened itself, unless it came
        with the program: only such a file is never changed.
        """
        if isinstance(source, UrlSource) and (
            copy := self._copy(ArticleId(address=source.url), source, may_leave)
        ):
            return copy
        loaded = open_source(source, progress=progress, cancelled=cancelled, may_leave=may_leave)
        own = isinstance(source, FileSource) and source.is_article_file and not is_bundled(source.path)
        if own or self._store is None:
            return loaded
        return self._copy(article_id(loaded), source, may_leave) or loaded

    def _copy(self, article: ArticleId, source: SourceRef, may_leave: bool) -> Loaded | None:
        """The copy of an article in the library; None if the library has no readable copy."""
        seen = self.recall(article)
        if seen is None or not seen.copy or seen.copy == article.path:
            return None
        try:
            return open_source(FileSource.at(Path(seen.copy)), may_leave=may_leave)._replace(
                copy_of=source.name
            )
        except ReaderError:
            return None  # it was deleted or broken: the source is still there

    def open(self, loaded: Loaded) -> Opened:
        """Begin to read an article, as it was left the last time."""
        session = session_of(loaded)
        if self._store is None:  # the id of a book takes some milliseconds
            return Opened(session, None, ())
        session = session.with_searches(self._read(lambda store: store.searches(), ()))
        seen = self.recall(article_id(session.loaded))
        if seen is None:
            return Opened(session, None, ())
        if seen.journal:
            from reader.reading.journal_json import loads  # most articles have no edits

            session = session.with_journal(*loads(seen.journal))
        session, places = self._placed(session, seen)
        remembered = from_json(seen.view)
        if remembered is None:
            return Opened(session, None, ())
        return Opened(*remembered.in_session(session, places))

    def document(self, loaded: Loaded) -> Document:
        """The document as `open` shows it: with ids, and with its highlights where they were last seen."""
        session = session_of(loaded)
        seen = self.recall(article_id(session.loaded)) if loaded.document.highlights else None
        if seen is not None:
            session, _ = self._placed(session, seen)
        return session.version.document

    def placed(self, loaded: Loaded, version: Version) -> Version:
        """`version`, which belongs to `loaded`, with its highlights where they were last seen."""
        article = article_id(loaded)
        seen = self.recall(article)
        return (
            version
            if seen is None
            else self._places(article, seen, version).highlights(version, places_from_json(seen.highlights))
        )

    def _placed(self, session: ReadingSession, seen: Seen) -> tuple[ReadingSession, MovedPlaces]:
        """The session with its highlights where they were last seen, and the map from the text seen then."""
        places = self._places(article_id(session.loaded), seen, session.version)
        version = places.highlights(session.version, places_from_json(seen.highlights))
        if version is not session.version:
            session = session.with_version(version, version.page.start)
        return session, places

    def _places(self, article: ArticleId, seen: Seen, version: Version) -> MovedPlaces:
        """The map from the text of an article as it was last seen to the text of `version`."""
        texts = () if seen.id.fingerprint == article.fingerprint else self._texts(article)
        return MovedPlaces(texts or texts_of(version.document), version.page)

    # -- reading -----------------------------------------------------------------------------------

    def recall(self, id: ArticleId) -> Seen | None:
        """What is known of an article; None if nothing is."""
        return self._read(lambda store: store.find(id), None)

    def _texts(self, id: ArticleId) -> tuple[str, ...]:
        """The text of each block of an article as it was last seen; empty if it is not known."""
        return self._read(lambda store: store.texts(id), ())

    def last(self) -> Seen | None:
        """The article that was read last."""
        return self._read(lambda store: store.last(), None)

    def shares(self) -> dict[Path, float]:
        """The share of each article that was read, by the path of its file; the newest first."""
        read: Sequence[tuple[ArticleId, float, float]] = self._read(lambda store: store.read_shares(), ())
        return {Path(article.path): share for article, share, _ in read if article.path}

    def settings(self) -> Mapping[str, object]:
        """What is kept over all articles, by name."""
        return self._read(lambda store: store.settings(), {})

    def _read(self, read: Callable[[Store], Result], otherwise: Result) -> Result:
        store = self._store
        if store is None and self._usable and has_store(self._folder):  # another window has made it
            store = self._opened_store()
        if store is None:
            return otherwise
        try:
            return read(store)
        except ReaderError as error:
            self._give_up(error)
            return otherwise

    # -- writing -----------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Start the writing thread, which opens the store and creates it if it does not exist."""
        self._write(lambda _: None)

    def keep(self, kept: Kept) -> None:
        """Keep how an article is left."""
        path = kept.id.path
        if path and Path(path).parent == library_folder():
            kept = kept._replace(copy=path)
        self._write(lambda store: store.keep(kept))

    def add_search(self, words: str) -> None:
        """Make words the newest of the search history."""
        self._write(lambda store: store.add_search(words, MAX_SEARCHES))

    def set(self, values: Mapping[str, object]) -> None:
        """Keep values over all articles, see `Store.set`."""
        self._write(lambda store: store.set(values))

    def keep_journal(self, id: ArticleId, title: str, journal: str) -> None:
        """Keep the journal of an article. On return the journal is on the disk, if the store can be used."""
        self._write(lambda store: store.keep_journal(id, title, journal))
        self.wait()

    def wait(self) -> None:
        """Wait until everything that was given so far is written, at most `LAST_WRITE` seconds."""
        if self._writing and self._usable:
            written = Event()
            self._tasks.put(lambda _: written.set())
            written.wait(LAST_WRITE)

    def close(self) -> None:
        """Write what is left, for at most `LAST_WRITE` seconds, and close the store."""
        if self._writing:
            self._tasks.put(None)
            self._done.wait(LAST_WRITE)
        elif self._store is not None:
            self._store.close()
        self._store, self._usable = None, False

    def _write(self, write: Callable[[Store], object]) -> None:
        if not self._usable:
            return
        self._tasks.put(write)
        if not self._writing:
            self._writing = True
            start_thread("memory", self._write_all)

    def _write_all(self) -> None:
        store = self._opened_store()
        while (write := self._tasks.get()) is not None:
            for tries in range(TRIES):
                try:
                    if store is not None:
                        write(store)
                    break
                except ReaderError as error:
                    if not getattr(error, "may_pass", False) or tries + 1 == TRIES:
                        self._give_up(error)
                        break
        if store is not None:
            store.close()
        self._done.set()

    def _give_up(self, error: ReaderError) -> None:
        """Remember nothing from now on, and have it said once."""
        if self._usable:
            self._store, self._usable, self._notice = None, False, _nothing(error)


def _nothing(error: ReaderError) -> str:
    """The notice that there is no memory, and why."""
    return f"Nothing is remembered: {error}"
