"""From article to article: what is opened over the one being read, and the way back.

Owns the articles that were left. Nothing of this is imported before another article is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App

from reader.errors import ReaderError
from reader.sources.load import Loaded, load
from reader.text.ambiguous_width import painted
from reader.ui.screens.reading.article_history import Visit, with_visit
from reader.ui.screens.reading.screen import ReadingScreen


class Articles:
    """The articles of one run of the application, of which the last is on the screen."""

    def __init__(self, app: App[int], begin: Callable[[Loaded], ReadingScreen]) -> None:
        """`begin` makes the screen on which an article is read from its beginning."""
        self._app = app
        self._begin = begin
        self._visits: tuple[Visit, ...] = ()

    def choose(self) -> None:
        """Choose another article in the library; Esc there comes back."""
        from reader.ui.screens.library import LibraryScreen

        screen = self._app.screen
        current = screen.session.loaded.path if isinstance(screen, ReadingScreen) else None
        self._app.push_screen(LibraryScreen(current=current), self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open an article of a file; a fault is said, and the screen stays."""
        try:
            loaded = load(str(path))
        except ReaderError as error:
            # Painted as by a widget of ours, for the terminals that have other widths.
            said = "".join(piece for _, piece in painted(str(error)))
            self._app.notify(said, severity="error", timeout=30, markup=False)
            return
        self.open_loaded(loaded)

    def open_address(self, url: str) -> None:
        """Open a page of the web; the screen stays when it does not come."""
        from reader.sources.loading import Loading
        from reader.ui.screens.loading import LoadingScreen

        def came(loaded: Loaded | None) -> None:
            if loaded is not None:
                self.open_loaded(loaded)

        self._app.push_screen(LoadingScreen(Loading(url)), came)

    def open_loaded(self, loaded: Loaded) -> None:
        """Read another article; Esc and ^o come back to the present one, or to the library.

        The first screen stays below; one more shows what was opened since, one article after the other.
        """
        screen = self._app.screen
        if isinstance(screen, ReadingScreen) and len(self._app.screen_stack) > 1:
            self._visits = with_visit(self._visits, screen.visit())
            self._app.switch_screen(self._begin(loaded))
        else:
            self._app.push_screen(self._begin(loaded))

    def back(self, otherwise: str) -> None:
        """Back to the article that was left for this one, at last to what the reader began with.

        `otherwise` is said where there is none.
        """
        app = self._app
        if self._visits:
            *rest, last = self._visits
            self._visits = tuple(rest)
            app.switch_screen(
                ReadingScreen(last.session, app.size, zen=last.zen, measure=last.measure, visit=last)
            )
        elif len(app.screen_stack) > 1:
            app.pop_screen()
        elif isinstance(app.screen, ReadingScreen):
            app.screen.reading.say(otherwise)
