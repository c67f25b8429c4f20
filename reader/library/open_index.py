"""The index of the library while the program runs: opened when it is first needed, and kept in step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from reader.config.directories import cache_folder, library_folder

if TYPE_CHECKING:
    from reader.library.index.database import IndexDatabase
    from reader.library.index.refresh import Changes
    from reader.library.people.identity import Person
    from reader.library.record import Profile, Stated
    from reader.library.search import Results


class Record(NamedTuple):
    """The statements of one or two people in time, the people who may be the same, and those to choose from.

    If a name means nobody or several people, `people` is empty, and `choices` are those with such a name.
    """

    people: tuple[Person, ...] = ()
    statements: tuple[Stated, ...] = ()
    candidates: tuple[Person, ...] = ()
    choices: tuple[Profile, ...] = ()


class OpenIndex:
    """For jobs: its methods read files, may be called from any thread, and raise IndexFileError."""

    def __init__(self, folder: Path | None = None, cache: Path | None = None) -> None:
        """`folder` has the articles, `cache` the index; by default those of the user."""
        self._folder = library_folder() if folder is None else folder
        self._cache = cache_folder() if cache is None else cache
        self._lock = Lock()
        self._database: IndexDatabase | None = None

    @property
    def database(self) -> IndexDatabase:
        """The index, which is opened at the first use."""
        from reader.library.index.database import IndexDatabase

        with self._lock:
            if self._database is None:
                self._database = IndexDatabase(self._cache)
            return self._database

    def refresh(
        self, progress: Callable[[int, int], object], check: Callable[[], object] = lambda: None
    ) -> Changes:
        """Index what is new or changed; see `reader.library.index.refresh.refresh`."""
        from reader.library.index.refresh import refresh

        return refresh(self.database, [self._folder], progress=progress, check=check)

    def search(self, text: str) -> Results:
        """The articles that fit a query."""
        from reader.library.query import parse
        from reader.library.search import Results

        return Results(self.database, parse(text))

    def record(self, names: Sequence[str], about: str = "") -> Record:
        """What people said in all articles. `about` is a query for the words of the statements."""
        from reader.library.people.register import load_register
        from reader.library.record import UnknownPersonError, everybody, in_time, person_named, said_by

        register = load_register(self._folder)
        people: list[Person] = []
        candidates: list[Person] = []
        for name in names:
            try:
                person, others = person_named(self.database, register, name)
            except UnknownPersonError:
                return Record(choices=everybody(self.database, register, name))
            people.append(person)
            candidates += others
        statements = [one for person in people for one in said_by(self.database, person, about=about)]
        return Record(tuple(people), tuple(sorted(statements, key=in_time)), tuple(candidates))

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None
