"""`reader index`: bring the index in step with the library, and report.

Owns opening the index for every command that needs it, with the progress row.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import complain, say
from reader.errors import FOUND_FAULTS, OK

if TYPE_CHECKING:
    from reader.library.index.database import IndexDatabase
    from reader.library.index.refresh import Changes

_SHOWN_FROM = 50
"""Files to index from which the progress is shown. Fewer take less than a second."""


class Index(NamedTuple):
    """Index what is new or changed in the library. `rebuild` deletes the index first."""

    rebuild: bool = False

    def run(self) -> int:
        """Print what was done and every broken file. The exit code is 1 if there are broken files."""
        from reader.text.clean import clean_line

        with opened_index(rebuild=self.rebuild) as (database, changes):
            for path, fault in changes.faults.items():
                say(f"{clean_line(str(path))}: {fault}")
            with database.reading() as db:
                articles = db.execute("SELECT count(*) FROM article WHERE fault = ''").fetchone()[0]
                statements = db.execute("SELECT count(*) FROM statement").fetchone()[0]
            say(_summary(changes, articles, statements))
        return FOUND_FAULTS if changes.faults else OK


@contextmanager
def opened_index(*, rebuild: bool = False) -> Iterator[tuple[IndexDatabase, Changes]]:
    """The index in step with the library, and what was changed in it. Shows the progress on a terminal.

    An index that turns out to be damaged is made again once. Raises ReaderError.
    """
    from reader.config.directories import cache_folder, library_folder
    from reader.library.index.database import IndexDatabase, IndexFileError, is_damaged
    from reader.library.index.refresh import refresh

    row = _ProgressRow()
    database = IndexDatabase(cache_folder(), rebuild=rebuild)
    try:
        try:
            changes = refresh(database, [library_folder()], progress=row.show)
        except IndexFileError as error:
            if not is_damaged(error.__cause__):
                raise
            database.close()
            database = IndexDatabase(cache_folder(), rebuild=True)
            changes = refresh(database, [library_folder()], progress=row.show)
        finally:
            row.clear()
        yield database, changes
    finally:
        database.close()


def _summary(changes: Changes, articles: int, statements: int) -> str:
    """The last line: what the index holds, and what was done."""
    counts = (
        (changes.added, "new"),
        (changes.changed, "changed"),
        (changes.renamed, "renamed"),
        (changes.removed, "removed"),
        (len(changes.faults), "broken"),
    )
    done = ", ".join(f"{number:,} {word}" for number, word in counts if number) or "nothing changed"
    return f"{_count(articles, 'article')} with {_count(statements, 'statement')}: {done}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


class _ProgressRow:
    """One row on the terminal of standard error. Elsewhere one line at the beginning of long work."""

    def __init__(self) -> None:
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._percent = -1

    def show(self, done: int, total: int) -> None:
        """Show that `done` of `total` files were looked at."""
        if total < _SHOWN_FROM:
            return
        percent = done * 100 // total
        if self._live and percent != self._percent:
            self._write(f"\rReading your library: {percent} % of {total:,} files")
        elif not self._live and self._percent < 0:
            complain(f"reading {total:,} files of your library")
        self._percent = percent

    def clear(self) -> None:
        """Clear the row."""
        if self._live and self._percent >= 0:
            self._write(f"\r{' ' * 60}\r")

    def _write(self, text: str) -> None:
        try:
            os.write(sys.stderr.fileno(), text.encode())
        except (OSError, ValueError):
            self._live = False
