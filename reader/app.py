"""The application: theme, styles, the screens, the gate before the terminal, and how it ends.

Owns what is above a single screen. `run` is what the command line calls.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter

from reader.errors import ReaderError
from reader.formats.load import Loaded, load
from reader.gate import ControlGate
from reader.resources import bundled
from reader.screens.reading import ReadingScreen
from reader.themes import DEFAULT, MONOCHROME, THEMES, tokens_for

if TYPE_CHECKING:
    from reader.screens.library import LibraryScreen

STYLES = ("app", "article", "status", "reading")
"""The style sheets of the first frame in the order they are read; what comes later brings its own."""


def _article_providers() -> Iterable[type[Provider]]:
    from reader.palette import providers

    return providers()


class ReaderApp(App[int]):
    """`reader` on a screen. The exit code is the app's return value."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "screen.copy", "Copy", show=False)]
    SCROLL_SENSITIVITY_Y = 3.0

    def __init__(
        self,
        loaded: Loaded | None,
        *,
        zen: bool = False,
        theme: str | None = None,
        measure: int | None = None,
    ) -> None:
        styles = bundled("styles")
        super().__init__(css_path=[styles / f"{name}.tcss" for name in STYLES], driver_class=_driver())
        self._loaded, self._zen, self._measure = loaded, zen, measure
        self._gate = ControlGate()
        # What Textual prints of a crash holds local variables, and so the article's text: it goes nowhere.
        self.error_console = Console(file=io.StringIO())
        self.crash: BaseException | None = None
        for own in (*THEMES, MONOCHROME):
            self.register_theme(own)
        wanted = MONOCHROME.name if self.no_color else theme or os.environ.get("READER_THEME") or DEFAULT
        # Set before the first style is computed: a change of theme later styles everything anew.
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())
        if self.no_color:
            self.add_class("-no-color")

    def bell(self) -> None:
        """Ring. Textual rings first when it ends for an exception: that is where it can be kept."""
        self.crash = self.crash or sys.exception()
        super().bell()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens_for(self.current_theme)

    def get_line_filters(self) -> list[LineFilter]:
        return [self._gate, *super().get_line_filters()]

    def get_default_screen(self) -> ReadingScreen | LibraryScreen:
        if self._loaded is None:
            return self._library()
        return self._reading(self._loaded)

    def _reading(self, loaded: Loaded) -> ReadingScreen:
        return ReadingScreen(loaded, self.size, zen=self._zen, measure=self._measure)

    def _library(self) -> LibraryScreen:
        from reader.screens.library import LibraryScreen

        return LibraryScreen()

    def on_mount(self) -> None:
        if sys.platform != "win32" and not self.is_headless:
            from reader.driver import on_hangup, on_signals

            on_signals(self._leave)
            on_hangup(lambda code: self.call_from_thread(self._leave, code))

    def _leave(self, code: int) -> None:
        self.exit(code, return_code=code)

    # -- articles ----------------------------------------------------------------------------------

    def action_library(self) -> None:
        """Choose another article; Esc in the library comes back."""
        self.push_screen(self._library(), self.open_path)

    def open_path(self, path: Path | None) -> None:
        """Open an article over the present screen; a fault is said, and the screen stays."""
        if path is None:
            return
        try:
            loaded = load(str(path))
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=30, markup=False)
            return
        self.push_screen(self._reading(loaded))


def _driver() -> type[Driver] | None:
    if sys.platform == "win32":
        return None
    from reader.driver import TerminalDriver

    return TerminalDriver


def run(loaded: Loaded | None, *, zen: bool, theme: str | None, measure: int | None) -> int:
    """Open the screen, on an article or on the library. Returns the exit code.

    Raises whatever ended the application unforeseen, once the terminal is given back.
    """
    app = ReaderApp(loaded, zen=zen, theme=theme, measure=measure)
    result = app.run()
    if app.crash is not None:
        raise app.crash
    return app.return_code or result or 0
