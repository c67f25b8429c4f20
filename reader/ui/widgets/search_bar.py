"""The search bar: the words to search for, the options, and how many matches there are.

Owns the words being typed, the three options and the history under the arrow keys. It does not search: it
posts the query, and the screen sets the number of matches.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import Context
from reader.text.cells import width as cell_width
from reader.text.clean import clean_line
from reader.text.excerpt import crop
from reader.text.search import Query
from reader.ui.bindings import bindings
from reader.ui.messages import QueryChanged, QuerySubmitted, SearchCancelled
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput

TOGGLES: tuple[tuple[str, str], ...] = (("case", "Aa"), ("whole_word", "W"), ("regex", ".*"))
"""The options of a search, with the sign of each."""

FOUND = 11
"""Cells kept for the number of matches (`no match`, `1,234/5,678`), so that the signs do not move."""

GAP = 2


class SearchSign(Widget):
    """The slash before the words."""

    DEFAULT_CSS = "SearchSign { width: 2; height: 1; }"

    def render_line(self, y: int) -> Strip:
        return Line(self.size.width, self.rich_style).add("/", self.rich_style).strip()


class SearchState(Widget):
    """The options, on or off, and the number of matches. Posts `Toggled`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"search--on", "search--off", "search--found", "search--problem"}

    DEFAULT_CSS = "SearchState { width: auto; max-width: 70%; height: 1; }"

    class Toggled(Message):
        """An option was clicked."""

        def __init__(self, way: str) -> None:
            super().__init__()
            self.way = way

    def __init__(self) -> None:
        super().__init__()
        self._on: frozenset[str] = frozenset()
        self._found = ""
        self._good = True

    def show(self, on: frozenset[str], found: str, good: bool) -> None:
        """Show which options are on, and the number of matches, or the problem if not `good`."""
        wider = max(FOUND, cell_width(found)) != max(FOUND, cell_width(self._found))
        self._on, self._found, self._good = on, found, good
        self.refresh(layout=wider)

    def get_content_width(self, container: object, viewport: object) -> int:
        """The signs, and the number of matches or the cells kept for it."""
        return self._signs_width + max(FOUND, cell_width(self._found))

    @property
    def _signs_width(self) -> int:
        return sum(len(sign) + 2 for _, sign in TOGGLES) + GAP

    def _sign_at(self, x: int) -> str | None:
        start = 0
        for way, sign in TOGGLES:
            if start <= x < start + len(sign) + 2 <= self._signs_room:
                return way
            start += len(sign) + 2
        return None

    @property
    def _signs_room(self) -> int:
        """Cells for the signs; 0 if the words beside them need all the room."""
        room = self.size.width - min(cell_width(self._found), self.size.width)
        return self._signs_width if room >= self._signs_width else 0

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = Line(width, self.rich_style)
        if self._signs_room:
            for way, sign in TOGGLES:
                if way in self._on:
                    line.add(f"[{sign}]", self.get_component_rich_style("search--on"))
                else:
                    line.add(f" {sign} ", self.get_component_rich_style("search--off"))
        style = self.get_component_rich_style(
            "search--found" if self._good and self._found != "no match" else "search--problem"
        )
        return line.right(crop(self._found, width - line.used), style, width).strip()

    def on_click(self, event: events.Click) -> None:
        """Switch the option whose sign is under the mouse."""
        way = self._sign_at(event.x)
        if way is not None:
            event.stop()
            self.post_message(self.Toggled(way))


class SearchBar(Widget):
    """One row to search with. Posts `QueryChanged`, `QuerySubmitted` and `SearchCancelled`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.SEARCH)

    DEFAULT_CSS = """
    SearchBar { height: 1; width: 1fr; layout: horizontal; display: none; overflow: hidden hidden; }
    SearchBar.-open { display: block; }
    """

    position: reactive[int] = reactive(0)
    """Number of the current match, counted from 1; 0 without a current match."""

    total: reactive[int] = reactive(0)
    """How many matches there are."""

    problem: reactive[str] = reactive("")
    """Why the words cannot be searched for, in one line; empty if they can."""

    case: reactive[bool | None] = reactive(None)
    """Whether upper and lower case differ; with None the words decide, see `Query`."""

    whole_word: reactive[bool] = reactive(False)
    regex: reactive[bool] = reactive(False)

    def __init__(
        self,
        history: tuple[str, ...] = (),
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.history = history
        """Earlier searches, oldest first; kept by the screen."""
        self._recalled: int | None = None
        self._draft = ""
        self._field = LineInput(placeholder="search in the article")
        self._state = SearchState()

    def compose(self) -> ComposeResult:
        yield SearchSign()
        yield self._field
        yield self._state

    # --- for the screen ---------------------------------------------------------------------------

    @property
    def wanted(self) -> Query:
        """The query in the bar (Textual uses the name `query` for finding widgets)."""
        return Query(self._field.value, case=self.case, whole_word=self.whole_word, regex=self.regex)

    @property
    def is_open(self) -> bool:
        """Whether the bar is shown."""
        return self.has_class("-open")

    def open(self, text: str = "") -> None:
        """Show the bar with these words and focus its field. Posts `QueryChanged` if the words are new."""
        self.add_class("-open")
        self._recalled = self.case = None
        self.position = self.total = 0
        self.problem = ""
        self._show(text)
        # `focus()` would wait for the next message, but keys may be waiting already.
        self.screen.set_focus(self._field)

    def close(self) -> None:
        """Hide the bar. Opening it again resets the words and the case, but not the other options."""
        self.remove_class("-open")

    def _show(self, text: str) -> None:
        self._field.value = text
        self._field.cursor_position = len(self._field.value)

    # --- keys -------------------------------------------------------------------------------------

    def action_cancel(self) -> None:
        """Post that the search was cancelled."""
        self.post_message(SearchCancelled())

    def action_recall(self, step: int) -> None:
        """Step through the history. After the newest search come the words that were being typed."""
        at = len(self.history) if self._recalled is None else self._recalled
        if self._recalled is None:
            self._draft = self._field.value
        to = at + step
        if not 0 <= to <= len(self.history):
            return
        self._recalled = None if to == len(self.history) else to
        self.case = None
        self._show(self._draft if self._recalled is None else self.history[to])

    def action_toggle_way(self, way: str) -> None:
        """Switch one of the options."""
        if way == "case":
            self.case = not self.wanted.sensitive
        elif way == "whole_word":
            self.whole_word = not self.whole_word
        else:
            self.regex = not self.regex
        self._changed()

    # --- messages of the field and the signs ------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not event.value:
            self.case = None  # the next words decide again
        self._changed()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(QuerySubmitted(self.wanted))

    @on(SearchState.Toggled)
    def _option_clicked(self, event: SearchState.Toggled) -> None:
        """Switch the option that was clicked."""
        event.stop()
        self.action_toggle_way(event.way)
        self._field.focus()

    def _changed(self) -> None:
        self._show_state()
        self.post_message(QueryChanged(self.wanted))

    def _show_state(self) -> None:
        query = self.wanted
        on = {"case": query.sensitive, "whole_word": query.whole_word, "regex": query.regex}
        found = self._found() if query.text else ""
        self._state.show(frozenset(way for way, is_on in on.items() if is_on), found, not self.problem)

    def _found(self) -> str:
        if self.problem:
            return clean_line(self.problem)
        if not self.total:
            return "no match"
        return f"{self.position:,}/{self.total:,}" if self.position else f"{self.total:,}"

    watch_position = watch_total = watch_problem = watch_case = watch_whole_word = watch_regex = _show_state
