"""The one request that opens a screen; without a terminal it prints instead.

Owns what is done before Textual takes the terminal: the article is read, or its loading begun, and a slip
told.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.cli import terminal
from reader.cli.output import say
from reader.errors import OK, UsageError

if TYPE_CHECKING:
    from reader.formats.load import Loaded
    from reader.formats.loading import Loading

_PREFIX = "reader-"  # what tells our themes from Textual's of the same word


class Open(NamedTuple):
    """Open the reading screen, or the library when there is no source; plain text without a terminal."""

    source: str | None
    zen: bool = False
    theme: str | None = None
    measure: int | None = None
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Read the article first, so that a fault is told before the screen changes.

        One of the web is waited for on the screen, where it can be cancelled. Without a source it is what
        is piped in, else the library.
        """
        if self.source is None and terminal.is_fed():
            return self._replace(source="-").run()
        if terminal.is_plain():
            if self.source is None:
                return _list_articles()
            from reader.cli.requests import Show

            return Show(self.source, "text", self.format, self.whole_page).run()
        terminal.check_environment()
        # Starting is nearly all imports, and none of that is garbage. Measured on a 10,000-word article:
        # without the collector the first paint comes after 398 instead of 472 ms, and since what is
        # frozen is not walked at the end either, quitting takes 239 instead of 345.
        gc.disable()
        try:
            article, loading = self._begun()
            named = self.theme or os.environ.get("READER_THEME")
            theme = _theme(named) if named else None
            with terminal.taken():
                from reader.app import run

                loaded = article()
                waiting = {} if loading is None else {"loading": loading}
                gc.freeze()
                gc.enable()
                return run(loaded, zen=self.zen, theme=theme, measure=self.measure, **waiting)
        finally:
            gc.enable()

    def _begun(self) -> tuple[Callable[[], Loaded | None], Loading | None]:
        """How to have the article of a file, and the loading of one of the web, which has begun."""
        if self.source is None:
            return _nothing, None
        from reader.formats.files import is_address

        if not is_address(self.source):
            return self._begun_here(self.source), None
        from reader.fetch.address import read
        from reader.formats.loading import Loading

        read(self.source)  # a slip is told before the screen changes too
        return _nothing, Loading(self.source, format=self.format, whole_page=self.whole_page)

    def _begun_here(self, source: str) -> Callable[[], Loaded]:
        """How to have the article of a file or of standard input.

        Textual takes longer to import than most articles to read, so the two go on together where they
        can. Standard input is read first: after that it is where the keys come from. Where there can be
        no process for it, an article file is read sooner than a thread would be of use.
        """
        from reader.formats import apart
        from reader.formats.files import STDIN
        from reader.formats.load import SUFFIXES, load

        # With a standard stream closed, any file may be opened in its place, which `terminal.taken` fills.
        alone = source == STDIN or sys.stdin is None or sys.stderr is None
        begun = None if alone else apart.begin(source, format=self.format, whole_page=self.whole_page)
        if begun is not None:
            return begun.result
        if alone or source.lower().endswith(SUFFIXES):
            loaded = load(source, format=self.format, whole_page=self.whole_page)
            return lambda: loaded
        from reader.formats.loading import Loading

        return Loading(source, format=self.format, whole_page=self.whole_page).result


def _nothing() -> None:
    """The article that is there before the screen when there is none."""


def _theme(name: str) -> str:
    """The full name of a theme; ours go without their prefix too. Raises UsageError when there is none."""
    from textual.theme import BUILTIN_THEMES

    from reader.themes import THEMES

    names = [*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES)]
    for full in (name, _PREFIX + name):
        if full in names:
            return full
    raise UsageError(
        f"there is no theme {name}; there are {', '.join(n.removeprefix(_PREFIX) for n in names)}"
    )


def _list_articles() -> int:
    """The library without a terminal: a line for each article, its path and its title."""
    from reader.library import entries
    from reader.text.clean import clean_line

    lines = [f"{clean_line(str(entry.path))}\t{entry.fault or entry.title}" for entry in entries()]
    say("\n".join(lines))
    return OK
