"""The request that opens a screen. Without a terminal it prints the article instead.

Owns what happens before Textual takes the terminal: the article is loaded, or a thread begins to load it,
and a fault that is known by then is told in one line.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import say
from reader.config import environment
from reader.errors import OK, UsageError
from reader.terminal import standard_streams as terminal

if TYPE_CHECKING:
    from reader.sources.loading import Loading
    from reader.sources.open import Loaded
    from reader.sources.ref import SourceRef

_PATIENCE = 0.3
"""Seconds that an article may still take once Textual is imported, before the loading screen opens."""

_SMALL = 256 * 1024
"""Bytes up to which an article file is loaded without a thread. It takes some 40 ms and more by a thread."""

_PREFIX = "reader-"  # the names of our own themes begin with it, to differ from those of Textual


class Open(NamedTuple):
    """Open an article, or the library when there is no source. Without a terminal, print plain text."""

    source: str | None  # the word of the command line
    zen: bool = False
    theme: str | None = None
    measure: int | None = None
    format: str | None = None
    whole_page: bool = False

    def run(self) -> int:
        """Load the article while Textual is imported, and open the screen on it.

        An article that takes longer is waited for on the loading screen, where it can be cancelled. Without
        a source the article is what is piped in; where nothing is, the library opens.
        """
        if self.source is None and terminal.is_fed():
            return self._replace(source="-").run()
        if terminal.is_plain():
            if self.source is None:
                return _list_articles()
            from reader.cli.requests import Show

            return Show(self.source, "text", self.format, self.whole_page).run()
        terminal.check_environment()
        # A theme that does not exist is reported before anything is loaded or sent.
        named = self.theme or environment.theme()
        theme = _theme(named) if named else None
        loaded, loading = self._load(self.source) if self.source is not None else (None, None)
        with terminal.taken():
            from reader.ui.app import run

            if loading is not None and _is_local(loading) and loading.wait(_PATIENCE):
                loaded, loading = loading.result(), None
            waiting = {} if loading is None else {"loading": loading}
            return run(loaded, zen=self.zen, theme=theme, measure=self.measure, **waiting)

    def _load(self, word: str) -> tuple[Loaded | None, Loading | None]:
        """The article, or the thread that loads it."""
        from reader.sources.ref import StdinSource, parse_source

        source = parse_source(word, self.format, self.whole_page)
        # Keys are read from standard input later. Where a standard stream is closed, the file that the
        # thread opens could take its number, which `terminal.taken` needs.
        streams_closed = sys.stdin is None or sys.stderr is None
        if isinstance(source, StdinSource) or streams_closed or _is_small_article_file(source):
            from reader.sources.open import open_source

            return open_source(source), None
        from reader.sources.loading import Loading

        return None, Loading(source)


def _is_local(loading: Loading) -> bool:
    """Whether the article comes from this machine, and so probably soon."""
    from reader.sources.ref import UrlSource

    return not isinstance(loading.source, UrlSource)


def _is_small_article_file(source: SourceRef) -> bool:
    """Whether loading `source` takes less time than starting a thread is worth."""
    from reader.sources.ref import FileSource

    try:
        return (
            isinstance(source, FileSource) and source.is_article_file and source.path.stat().st_size <= _SMALL
        )
    except (OSError, ValueError):  # `open_source` reports what is wrong with the file
        return False


def _theme(name: str) -> str:
    """The full name of a theme; ours go without their prefix too. Raises UsageError when there is none."""
    from textual.theme import BUILTIN_THEMES

    from reader.ui.theme.themes import THEMES

    names = [*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES)]
    for full in (name, _PREFIX + name):
        if full in names:
            return full
    raise UsageError(
        f"there is no theme {name}; there are {', '.join(n.removeprefix(_PREFIX) for n in names)}"
    )


def _list_articles() -> int:
    """The library without a terminal: a line for each article, its path and its title."""
    from reader.library.folder import entries
    from reader.text.clean import clean_line

    lines = [f"{clean_line(str(entry.path))}\t{entry.fault or entry.title}" for entry in entries()]
    say("\n".join(lines))
    return OK
