"""Opens another article on top of the one being read, and goes back.

Imported when the user first opens another article.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from reader.errors import ReaderError
from reader.keys.keymap import Keymap
from reader.reading.target import Target
from reader.sources.loading import Loading
from reader.sources.open import Loaded
from reader.sources.ref import FileSource, SourceRef, UrlSource
from reader.ui.screens.reading.article_history import Visit, with_visit
from reader.ui.screens.reading.screen import ReadingScreen

if TYPE_CHECKING:
    from reader.library.memory import Memory

SHORT_WAIT = 0.05
"""Seconds in which most files are loaded. The loading screen is shown only if loading takes longer, because
it would flicker. Keys wait no longer than this."""


class Articles:
    """The articles that were opened in one run of the application; the last one is on the screen."""

    def __init__(
        self,
        app: App[int],
        begin: Callable[[Loaded, Target | None], ReadingScreen],
        keymap: Keymap,
        memory: Memory | None,
    ) -> None:
        """`begin` makes the reading screen of an article, which opens at a target."""
        self._keymap = keymap
        self._app = app
        self._begin = begin
        self._memory = memory
        self._visits: dict[int, tuple[Visit, ...]] = {}
        """The articles that each reading screen showed before, by its place in the stack of screens."""

    def choose(self) -> None:
        """Choose another article in the library; Esc there comes back."""
        from reader.ui.screens.library import LibraryScreen

        screen = self._app.screen
        current = screen.session.loaded.path if isinstance(screen, ReadingScreen) else None
        shares = dict if self._memory is None else self._memory.shares
        library = LibraryScreen(current=current, keymap=self._keymap, shares=shares)
        self._app.push_screen(library, self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.open_source(FileSource.at(path))

    def open_source(self, source: SourceRef, target: Target | None = None) -> None:
        """Load an article in a thread and open it on top of the present one.

        The loading screen shows an error, and the progress if loading takes long.
        """
        loading = Loading(source, None if self._memory is None else self._memory.open_source)
        if not isinstance(source, UrlSource) and loading.wait(SHORT_WAIT):
            try:
                loaded = loading.result()
            except ReaderError:
                pass  # the loading screen shows the error
            else:
                self.open_loaded(loaded, target)
                return
        from reader.ui.screens.loading import LoadingScreen

        def ended(loaded: Loaded | None) -> None:
            if loaded is not None:
                self.open_loaded(loaded, target)

        self._app.push_screen(LoadingScreen(loading, self._keymap), ended)

    def open_loaded(self, loaded: Loaded, target: Target | None = None) -> None:
        """Read another article; `q` and ^o go back to the present one, or to the library.

        The first screen of the application stays at the bottom. A single screen above it, and above each
        search in all articles, shows the articles that were opened since, one after the other.
        """
        screen, depth = self._app.screen, len(self._app.screen_stack)
        if isinstance(screen, ReadingScreen) and depth > 1:
            self._visits[depth] = with_visit(self._visits.get(depth, ()), screen.visit())
            self._app.switch_screen(self._begin(loaded, target))
        else:
            self._visits.pop(depth + 1, None)
            self._app.push_screen(self._begin(loaded, target))

    def back(self, otherwise: str) -> None:
        """Go back to the article before this one, and at last to the first screen of the application.

        `otherwise` is the message where there is nothing to go back to.
        """
        app = self._app
        depth = len(app.screen_stack)
        if visits := self._visits.pop(depth, ()):
            *rest, last = visits
            self._visits[depth] = tuple(rest)
            app.switch_screen(
                ReadingScreen(
                    last.session,
                    app.size,
                    left=last.view,
                    memory=self._memory,
                    keymap=self._keymap,
                )
            )
        elif len(app.screen_stack) > 1:
            app.pop_screen()
        elif isinstance(app.screen, ReadingScreen):
            app.screen.reading.say(otherwise)
