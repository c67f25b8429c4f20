"""The request that opens a screen. Without a terminal it prints the article instead.

Owns what happens before Textual takes the terminal: the article is loaded, or a thread begins to load it,
and an error that is known by then is reported in one line.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import say
from reader.config import environment
from reader.errors import OK, UsageError
from reader.terminal import standard_streams as terminal

if TYPE_CHECKING:
    from reader.library.memory import Memory
    from reader.model import HighlightId, QuoteKey, Span
    from reader.sources.loading import Loading
    from reader.sources.open import Loaded
    from reader.sources.ref import SourceRef

_PATIENCE = 0.3
"""Seconds that an article may still take once Textual is imported, before the loading screen opens."""

_SMALL = 256 * 1024
"""Bytes up to which an article file is loaded without a thread: about 40 ms, and longer in a thread."""


class Open(NamedTuple):
    """Open an article, or the library when there is no source. Without a terminal, print plain text."""

    source: str | None  # as given on the command line
    zen: bool = False
    theme: str | None = None
    measure: int | None = None
    format: str | None = None
    whole_page: bool = False
    resume: bool = False  # open the article that was read last
    original: bool = False  # open the source itself, not the copy in the library

    def run(self) -> int:
        """Load the article while Textual is imported, and open the screen on it.

        A source that ends with `#h-1a2b3c4d` is opened at that highlight, with `#q-1a2b3c4d` at that quote,
        with `#p-3-10-14` at that passage.
        If loading takes longer, the loading screen opens, where the user can cancel. Without a source the
        article is read from standard input if something is piped in; otherwise the library opens.
        """
        if self.source is None and not self.resume and terminal.is_fed():
            return self._replace(source="-").run()
        if terminal.is_plain():
            if self.resume:
                raise UsageError("-c needs a terminal; reader show SOURCE prints an article")
            if self.source is None:
                return _list_articles()
            from reader.cli.requests import Show
            from reader.sources.ref import split_target

            return Show(split_target(self.source)[0], "text", self.format, self.whole_page).run()
        terminal.check_environment()
        # A theme that does not exist is reported before anything is loaded or sent.
        named = self.theme or environment.theme()
        theme = _theme(named) if named else None
        from reader.config.directories import state_folder
        from reader.terminal.color_depth import color_depth

        depth = color_depth()
        from reader.library.memory import Memory

        memory = Memory(state_folder())
        try:
            source, target = (_last_read(memory), None) if self.resume else self._parsed()
            loaded, loading = (None, None) if source is None else self._load(source, memory)
            with terminal.taken():
                from reader.ui.app import run

                if loading is not None and _is_local(loading) and loading.wait(_PATIENCE):
                    loaded, loading = loading.result(), None
                waiting = {} if loading is None else {"loading": loading}
                return run(
                    loaded,
                    zen=self.zen,
                    theme=theme,
                    measure=self.measure,
                    memory=memory,
                    target=target,
                    depth=depth,
                    **waiting,
                )
        finally:
            memory.close()

    def _parsed(self) -> tuple[SourceRef | None, HighlightId | QuoteKey | Span | None]:
        from reader.sources.ref import parse_source, split_target

        if self.source is None:
            return None, None
        word, target = split_target(self.source)
        return parse_source(word, self.format, self.whole_page), target

    def _load(self, source: SourceRef, memory: Memory) -> tuple[Loaded | None, Loading | None]:
        """Return the article, or the thread that loads it."""
        from reader.sources.open import open_source
        from reader.sources.ref import StdinSource

        direct = self.original or self.resume
        open_ = partial(open_source, may_leave=True) if direct else memory.open_source
        # Keys are read from standard input later, so it is read without a thread. If a standard stream is
        # closed, the file that a thread opens could get its descriptor, which `terminal.taken` needs.
        streams_closed = sys.stdin is None or sys.stderr is None
        if isinstance(source, StdinSource) or streams_closed or _is_small_article_file(source):
            return open_(source), None
        from reader.sources.loading import Loading

        return None, Loading(source, open_)


def _last_read(memory: Memory) -> SourceRef:
    """The source of the article that was read last. Raises UsageError if no article was read."""
    from pathlib import Path

    from reader.sources.ref import FileSource, UrlSource

    last = memory.last()
    if last is None:
        raise UsageError(memory.take_notice() or "nothing was read yet; reader lists your articles")
    for path in filter(None, (last.copy, last.id.path)):
        if Path(path).is_file():
            return FileSource.at(Path(path))
    if last.id.address:
        return UrlSource(last.id.address)
    raise UsageError(f"{last.title}, which was read last, is gone: {last.id.path or 'it came from a pipe'}")


def _is_local(loading: Loading) -> bool:
    """Whether the article is on this machine, so that it probably loads quickly."""
    from reader.sources.ref import UrlSource

    return not isinstance(loading.source, UrlSource)


def _is_small_article_file(source: SourceRef) -> bool:
    """Whether `source` is an article file that loads faster without a thread."""
    from reader.sources.ref import FileSource

    try:
        return (
            isinstance(source, FileSource) and source.is_article_file and source.path.stat().st_size <= _SMALL
        )
    except (OSError, ValueError):  # `open_source` reports what is wrong with the file
        return False


def _theme(name: str) -> str:
    """The full name of a theme; ours can be named without prefix. Raises UsageError for an unknown name."""
    from reader.ui.theme.themes import PREFIX, shown_name, theme_names

    names = theme_names()
    for full in (name, PREFIX + name):
        if full in names:
            return full
    raise UsageError(f"there is no theme {name}; there are {', '.join(map(shown_name, names))}")


def _list_articles() -> int:
    """List the library without a terminal: one line for each article, with its path and title."""
    from reader.library.folder import entries
    from reader.text.clean import clean_line

    lines = [f"{clean_line(str(entry.path))}\t{entry.fault or entry.title}" for entry in entries()]
    say("\n".join(lines))
    return OK
