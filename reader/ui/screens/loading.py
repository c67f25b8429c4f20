"""The screen that is shown while an article is loaded from the web or from a file.

Owns how loading is cancelled and how an error is shown. Nothing is animated: the rows change when bytes
arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.errors import ArticleError, ReaderError, SourceError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, KeyHint, Keymap
from reader.sources.loading import Loading, Received
from reader.sources.open import Loaded
from reader.sources.ref import FileSource, SourceRef, UrlSource
from reader.terminal.size import is_outdated
from reader.text.cells import width as cell_width
from reader.text.excerpt import excerpt, flat
from reader.ui.bindings import bindings
from reader.ui.messages import LoadingEnded
from reader.ui.theme import style_sheets
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.line import Line

STYLES = ("loading",)

FAULT_ROWS = 8


class LoadingRows(Widget):
    """The name of the source, the progress or the error, and the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"loading--{look}" for look in ("name", "words", "dim", "here", "rest")
    }

    def __init__(self, source: SourceRef, way_out: Iterable[KeyHint]) -> None:
        """`way_out` is the key that ends loading."""
        super().__init__()
        self._source = source
        self._received = Received()
        self._fault = ""
        self._way_out = way_out

    def show(self, received: Received) -> None:
        """Show how many bytes have arrived."""
        self._received = received
        self.refresh()

    def fail(self, fault: str, way_out: Iterable[KeyHint]) -> None:
        """Show why loading failed; `way_out` is the key that leaves."""
        self._fault, self._way_out = fault, way_out
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of rows at that width."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size.width)
        return rows[y].strip() if y < len(rows) else Line(self.size.width, self.rich_style).strip()

    def _rows(self, width: int) -> Sequence[Line]:
        rows = [self._line(width, _shortened(self._source, width), "name"), self._line(width)]
        if self._fault:
            fault = self._fault[:1].upper() + self._fault[1:] + "."
            rows += [self._line(width, part, "words") for part in excerpt(fault, width, FAULT_ROWS)]
        else:
            rows += [self._line(width, self._progress(), "words"), self._bar(width)]
        foot = self._line(width)
        for hint in self._way_out:
            foot.add(hint.key, self._style("words")).add(f" {hint.word}", self._style("dim"))
        return [*rows, self._line(width), foot]

    def _progress(self) -> str:
        received, total = self._received
        if not isinstance(self._source, UrlSource):
            return "Reading the file …"
        if not received:
            return "Waiting for the page …"
        if received == total:
            return "Reading the page …"
        return f"{received / 1024:,.0f} of {total / 1024:,.0f} kB" if total else f"{received / 1024:,.0f} kB"

    def _bar(self, width: int) -> Line:
        """The progress bar: a thin line as long as the part that has arrived, if the total is known."""
        received, total = self._received
        share = round(width * min(1.0, received / total)) if total else 0
        done = self._line(width, SIGNS.done * share, "here")
        return done.add(SIGNS.left * (width - share), self._style("rest"))

    def _line(self, width: int, text: str = "", look: str = "words") -> Line:
        return Line(width, self.rich_style).add(text, self._style(look))

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"loading--{look}")


def _shortened(source: SourceRef, width: int) -> str:
    """The name of a source in at most `width` cells. A long path loses its first folders."""
    name = source.name
    while isinstance(source, FileSource) and cell_width(name) > width and "/" in name.removeprefix("…/"):
        name = f"…/{name.removeprefix('…/').partition('/')[2]}"
    return flat(name, width)


def _message(error: ReaderError) -> str:
    """The message of an error without the name of the source, which is shown above it."""
    if isinstance(error, ArticleError) and error.line:
        return f"line {error.line}, column {error.column}: {error.fault}"
    return error.fault if isinstance(error, ArticleError | SourceError) else str(error)


class LoadingScreen(Screen[Loaded | None]):
    """Waits for `loading`. Ends with the article, or with None when it was cancelled or has failed.

    The only screen of an application cannot end. It posts `LoadingEnded` instead, with the article or with
    the error that was shown. An exception other than a ReaderError is raised.
    """

    CSS_PATH = [*style_sheets.paths(STYLES)]

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LOADING)

    class _Progressed(Message):
        """Bytes have arrived, or loading has ended. Posted by the thread that loads."""

    def __init__(self, loading: Loading, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__()
        self._keys = keymap
        self._loading = loading
        self._fault: ReaderError | None = None
        self._ended = False

    def on_resize(self, event: events.Resize) -> None:
        """Ignore a size that the terminal no longer has."""
        is_outdated(event, self.app.size)

    def compose(self) -> ComposeResult:
        style_sheets.read(self.app, STYLES)
        way_out = self._keys.hints((Hint("loading.cancel", "cancel"),))
        yield LoadingRows(self._loading.source, way_out)

    def on_mount(self) -> None:
        """Show the progress so far, and watch for more."""
        self._loading.watch(lambda: self.post_message(self._Progressed()))
        self.post_message(self._Progressed())

    def on_unmount(self) -> None:
        """Cancel loading, because nothing waits for the article any more."""
        self._loading.watch(None)
        self._loading.cancel()

    @on(_Progressed)
    def _progressed(self, event: _Progressed) -> None:
        event.stop()
        if self._ended or self._fault is not None:
            return
        rows = self.query_one(LoadingRows)
        rows.show(self._loading.received)
        if self._loading.done:
            try:
                self._end(self._loading.result())
            except ReaderError as error:
                self._fault = error
                back, leave = Hint("loading.cancel", "back"), Hint("loading.leave", "leave")
                way_out = self._keys.hints((back if self._is_over_another else leave,))
                rows.fail(_message(error), way_out)

    def action_leave(self) -> None:
        """Cancel loading."""
        self._loading.cancel()
        self._end(None)

    @property
    def _is_over_another(self) -> bool:
        """Whether there is a screen below to go back to."""
        return len(self.app.screen_stack) > 1

    def _end(self, loaded: Loaded | None) -> None:
        if self._ended:
            return
        self._ended = True
        if self._is_over_another:
            self.dismiss(loaded)
        else:
            self.post_message(LoadingEnded(loaded, self._fault))
