"""The application: theme, styles, the screens, the gate before the terminal, and how it ends.

Owns what is above a single screen. `run` is what the command line calls.
"""

from __future__ import annotations

import io
import shutil
import sys
from functools import cached_property
from typing import IO, TYPE_CHECKING, ClassVar, Literal

from rich.console import Console, RenderableType
from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.theme import Theme

from reader.config import environment
from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Keymap
from reader.keys.labels import key_of
from reader.reading.opened import Opened
from reader.reading.session import session_of
from reader.reading.target import Target
from reader.sources.open import Loaded
from reader.sources.ref import FileSource, UrlSource
from reader.terminal.color_depth import ColorDepth
from reader.terminal.control_filter import ControlGate
from reader.terminal.driver import TerminalDriver, on_hangup, on_signals
from reader.terminal.input_order import OrderedInputApp
from reader.ui.bindings import bindings
from reader.ui.jobs import Jobs
from reader.ui.messages import (
    AddressAsked,
    ArticleChosen,
    ArticlesNamingAsked,
    BackAsked,
    Copied,
    LoadingEnded,
    PassageChosen,
    RecordAsked,
)
from reader.ui.screens.reading import notices
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.theme import style_sheets
from reader.ui.theme.themes import DEFAULT, MONOCHROME, themes_for, tokens_for
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.memory import Memory
    from reader.library.open_index import OpenIndex
    from reader.sources.loading import Loading
    from reader.ui.copying import Copying
    from reader.ui.navigation import Articles
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.loading import LoadingScreen


THEME = "theme"
"""The setting that holds the name of the theme."""


class ReaderApp(OrderedInputApp):
    """`reader` on a screen. The exit code is the app's return value."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False  # ours is `reader.ui.command_palette`, opened by the reading screen's keys
    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.APP)
    SCROLL_SENSITIVITY_Y = 3.0
    in_terminal = False
    """Whether signals and the end of a terminal are heard. Set by `run`."""
    _themed = False  # whether there is a theme yet

    def __init__(
        self,
        loaded: Loaded | None,
        *,
        zen: bool = False,
        theme: str | None = None,
        measure: int | None = None,
        loading: Loading | None = None,
        keymap: Keymap = DEFAULT_KEYMAP,
        extra_css: Path | None = None,
        memory: Memory | None = None,
        target: Target | None = None,
        depth: ColorDepth | None = None,
    ) -> None:
        """`depth` is the number of colours to paint with; None lets Textual detect it.

        `zen`, `theme` and `measure` hold for the first article, whatever is remembered.

        The first article opens at `target`.

        `extra_css` is a style sheet of the user's own. Raises ReaderError if it is no style sheet."""
        super().__init__(
            css_path=[*style_sheets.paths(style_sheets.FIRST_FRAME)],
            # Without a class Textual takes the driver that TEXTUAL_DRIVER names.
            driver_class=TerminalDriver if environment.driver() is None else None,
            # Or Textual's filter for NO_COLOR makes greys, and of the terminal's own colours black on black.
            ansi_color=True if depth is ColorDepth.NONE or environment.no_color() else None,
        )
        self._depth = ColorDepth.TRUECOLOR if depth is None else depth
        if depth is not None:
            self.no_color = self.no_color or depth is ColorDepth.NONE
            self.console = _console(depth, self.console.file)
        self.set_class(self._depth is ColorDepth.INDEXED, "-indexed")
        self._loaded, self._zen, self._measure = loaded, zen, measure
        self._loading, self._target = loading, target
        self._keys, self._memory = keymap, memory
        self.move_keys = keymap.move_keys()
        self.fault: ReaderError | None = None  # why the article that was waited for did not come
        self._gate = ControlGate()
        # What Textual prints of a crash holds local variables, and so the article's text: it goes nowhere.
        self.error_console = Console(file=io.StringIO())
        self.crash: BaseException | None = None
        self.left: int | None = None  # the exit code, once it was left in order
        for own in (*themes_for(self._depth), MONOCHROME):
            self.register_theme(own)
        remembered = str(memory.settings().get(THEME, "")) if memory is not None and theme is None else ""
        wanted = MONOCHROME.name if self.no_color else theme or remembered or DEFAULT
        self._begin_with(wanted if wanted in self.available_themes else DEFAULT)
        if extra_css is not None:
            style_sheets.read_user_sheet(self, extra_css)

    def _begin_with(self, name: str) -> None:
        """Set the theme before the first style is computed: a later change styles everything again.

        In an ANSI theme the change is what lets the terminal's own colours through.
        """
        theme = self.available_themes[name]
        self._themed = True
        if theme.ansi:
            self.theme = name
        else:
            self.set_reactive(App.theme, name)
            self.set_class(theme.dark, "-dark-mode")
            self.set_class(not theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())

    def bell(self) -> None:
        """Ring. Textual rings first when it ends for an exception: that is where it can be kept."""
        self.crash = self.crash or sys.exception()
        super().bell()

    def get_css_variables(self) -> dict[str, str]:
        """None before there is a theme: Textual asks at once for those of its own, which nobody sees."""
        return super().get_css_variables() if self._themed else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return tokens_for(self.current_theme, self._depth)

    def get_line_filters(self) -> list[LineFilter]:
        self._gate = self._gate.before(super().get_line_filters())
        return [self._gate]

    def get_default_screen(self) -> ReadingScreen | LibraryScreen | LoadingScreen:
        if self._loading is not None:
            from reader.ui.screens.loading import LoadingScreen

            return LoadingScreen(self._loading, self._keys)
        if self._loaded is None:
            from reader.ui.screens.library import LibraryScreen

            shares = dict if self._memory is None else self._memory.shares
            return LibraryScreen(keymap=self._keys, shares=shares)
        return self._reading(self._loaded)

    def _reading(self, loaded: Loaded, target: Target | None = None) -> ReadingScreen:
        """The screen of an article, which is shown at `target` or as it was left the last time."""
        memory = self._memory
        opened = Opened(session_of(loaded), None, ()) if memory is None else memory.open(loaded)
        screen = ReadingScreen(
            opened.session,
            self.size,
            zen=self._zen,
            measure=self._measure,
            left=opened.left,
            memory=memory,
            target=target or self._target,
            notice=notices.opened(loaded, opened.lost),
            keymap=self._keys,
        )
        self._zen, self._measure, self._target = False, None, None
        return screen

    def on_load(self) -> None:
        # Before the terminal is changed, or a signal in between would leave it so.
        if self.in_terminal:
            on_signals(self._leave)
            on_hangup(self._leave)

    def on_mount(self) -> None:
        if changed := self._keys.changed():
            self.set_keymap(changed)
        # After Ctrl-Z or another program the terminal is empty, and Textual would paint what changed.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        """Remember the theme that was chosen, but not the one of a terminal without colours."""
        if self._memory is not None and not self.no_color:
            self._memory.set({THEME: theme.name})

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave. What fails afterwards, as a dialog does that was half mounted, is no fault."""
        if self.crash is None and self.left is None:
            self.left = return_code or result or 0
            for screen in self.screen_stack:
                if isinstance(screen, ReadingScreen):
                    screen.keep()
        super().exit(result, return_code, message)

    @on(TerminalDriver.InputFailed)
    def _input_failed(self, event: TerminalDriver.InputFailed) -> None:
        """End as for any other fault: without keys nobody can leave."""
        raise event.error

    def _leave(self, code: int) -> None:
        self.exit(code, return_code=code)

    def action_command_palette(self) -> None:
        """The reader's own palette: commands, paragraphs, quotes and names."""
        from reader.ui.command_palette import ReaderPalette

        if not isinstance(self.screen, ReaderPalette):
            self.push_screen(ReaderPalette())

    def only_moves(self) -> bool:
        screen = self.screen
        # Behind a number or the first key of two it means something else, and that is forgotten soon.
        return isinstance(screen, ReadingScreen) and screen.only_moves

    # -- the clipboard -----------------------------------------------------------------------------

    @cached_property
    def _copying(self) -> Copying:
        from reader.ui.copying import Copying

        def report(where: str | ReaderError) -> None:
            self.screen.post_message(Copied(where))

        return Copying(self, super().copy_to_clipboard, report)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, and tell the screen with `Copied` where it went. Textual would use OSC 52 only."""
        self._copying.copy(text)

    @property
    def clipboard(self) -> str:
        """The text that was copied last in the reader."""
        return self._copying.text

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        event.deliver()

    # -- articles ----------------------------------------------------------------------------------

    @cached_property
    def articles(self) -> Articles:
        """What is opened over what the reader began with."""
        from reader.ui.navigation import Articles

        return Articles(self, self._reading, self._keys, self._memory)

    @on(ArticleChosen)
    def _article_chosen(self, event: ArticleChosen) -> None:
        """What was chosen in the library the reader began with; None leaves."""
        if event.path is None:
            self.exit(0)
        else:
            self.articles.open_source(FileSource.at(event.path))

    @on(StatusLine.HintClicked)
    def _hint_clicked(self, event: StatusLine.HintClicked) -> None:
        """Press the key of the hint, in the widget that has the focus."""
        self.press_keys(*(key_of(event.key) or "").split())

    @on(LoadingEnded)
    def _loading_ended(self, event: LoadingEnded) -> None:
        """The article the reader began with has come, or will not."""
        loaded = event.loaded
        if loaded is not None:
            # A stack of its own, where the article is the first screen: nobody goes back to the waiting.
            self.add_mode("reading", lambda: self._reading(loaded))
            self.switch_mode("reading")
        else:
            self.fault = event.fault
            self.exit(0)

    @on(AddressAsked)
    def _address_asked(self, event: AddressAsked) -> None:
        self.articles.open_source(UrlSource(event.url))

    @on(BackAsked)
    def _back_asked(self, event: BackAsked) -> None:
        self.articles.back(event.otherwise)

    @on(PassageChosen)
    def _passage_chosen(self, event: PassageChosen) -> None:
        self.articles.open_source(FileSource.at(event.path), event.target)

    def action_library(self) -> None:
        """Choose another article."""
        self.articles.choose()

    @cached_property
    def index(self) -> OpenIndex:
        """The index of all articles."""
        from reader.library.open_index import OpenIndex

        return OpenIndex()

    def action_search_library(self, words: str = "") -> None:
        """Search in all articles."""
        from reader.ui.screens.library_search import LibrarySearchScreen

        if not isinstance(self.screen, LibrarySearchScreen):
            self.push_screen(LibrarySearchScreen(self.index, words, self._keys))

    @on(RecordAsked)
    def _record_asked(self, event: RecordAsked) -> None:
        from reader.ui.screens.record import RecordScreen

        self.push_screen(RecordScreen(self.index, event.name, self._keys))

    @on(ArticlesNamingAsked)
    def _articles_naming_asked(self, event: ArticlesNamingAsked) -> None:
        name = event.name.replace('"', " ")
        self.action_search_library(f'entity:"{name}"')

    def on_unmount(self) -> None:
        if "index" in self.__dict__:
            self.index.close()


def _console(depth: ColorDepth, file: IO[str]) -> Console:
    """A console with the settings of Textual's, but with a given colour depth."""
    systems: dict[ColorDepth, Literal["truecolor", "256", "standard"]] = {
        ColorDepth.TRUECOLOR: "truecolor",
        ColorDepth.INDEXED: "256",
    }
    return Console(
        color_system=systems.get(depth, "standard"),
        file=file,
        markup=True,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        force_terminal=True,
        safe_box=False,
        soft_wrap=False,
    )


def run(
    loaded: Loaded | None,
    *,
    zen: bool,
    theme: str | None,
    measure: int | None,
    loading: Loading | None = None,
    memory: Memory | None = None,
    target: Target | None = None,
    depth: ColorDepth | None = None,
) -> int:
    """Open the screen, on an article, on one that is `loading`, or on the library. Returns the exit code.

    The article opens at `target`.

    Once the terminal is given back, raises whatever ended the application unforeseen, and the
    ReaderError that kept the article that was loading away.
    """
    app = ReaderApp(
        loaded,
        zen=zen,
        theme=theme,
        measure=measure,
        loading=loading,
        memory=memory,
        target=target,
        depth=depth,
    )
    app.in_terminal = environment.driver() is None
    # Rich guesses 25 rows where a terminal has none, the driver 24: the layout would change for ever.
    result = app.run(size=shutil.get_terminal_size())
    if app.fault is not None:
        raise app.fault
    if app.left is not None:
        return app.left
    if app.crash is not None:
        raise app.crash
    return app.return_code or result or 0
