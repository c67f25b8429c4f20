"""The list of articles, which is shown when no source is named on the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.config.directories import library_folder
from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.library.folder import Entry, entries, matching, with_shares
from reader.terminal.size import is_outdated
from reader.text.clean import clean_line
from reader.text.excerpt import excerpt, excerpt_rows, flat
from reader.text.headline import display_date
from reader.ui.bindings import bindings
from reader.ui.jobs import Job, Jobs
from reader.ui.messages import ArticleChosen
from reader.ui.screens.dialog import SMALL
from reader.ui.theme import style_sheets
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import INDENT, Picker, cursor_line
from reader.ui.widgets.text_row import TextRow, keys

LOW = 18
"""Rows of the window below which only the articles are shown; the rest takes ten rows."""

STYLES = (*style_sheets.DIALOGS, "library")

STANDFIRST_ROWS = 2
TAGLINE = "Articles in the terminal: who said what, and who is who, beside the text."

BUNDLED = "Came with the reader"
"""The title of the articles that are part of the program."""

READ, MOVE = Hint("list.choose", "read"), Hint("list.down list.up", "move")
FIND = Hint("library.filter", "type to find")
BACK, QUIT = Hint("library.back", "back"), Hint("library.quit", "quit")
"""The hints while the list has the focus. `BACK` and `QUIT` come last: one of them is shown."""

READ_FOUND, MOVE_FOUND = Hint("field.submit", "read"), Hint("library.up library.down", "move")
ALL_AGAIN = Hint("library.back", "all again")
"""The hints while words are typed."""


class ArticleItems(ItemSource):
    """An article takes a row for its title, up to two for its standfirst, one for its authors and source."""

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.is_known = False
        """Whether the library has been read."""

    def count(self) -> int:
        """One item per article."""
        return len(self.entries)

    def empty_text(self) -> str:
        """The text shown while the library is read, or if no article passes the filter."""
        return "  No article has these words." if self.is_known else "  Looking at your articles …"

    def _heading(self, item: int) -> str:
        """The title above the item if it is the first of its group; empty otherwise.

        At the top of the list the bundled articles need no title.
        """
        group = _group(self.entries[item])
        if not item:
            return "" if group == BUNDLED else group
        return group if group != _group(self.entries[item - 1]) else ""

    def lead(self, item: int) -> int:
        """A blank row between articles; a title and a blank row above the first of a group."""
        return (1 if item else 0) + (2 if self._heading(item) else 0)

    def heights(self, width: int) -> Iterable[int]:
        """The lead rows, the title, the standfirst, and the row about the source if there is one."""
        for item, one in enumerate(self.entries):
            words = excerpt_rows(one.fault or one.standfirst, max(1, width - 2), STANDFIRST_ROWS)
            yield self.lead(item) + 1 + words + bool(about(one))

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Title with the kicker at the right edge, standfirst, and where and when the article appeared."""
        one = self.entries[item]
        dim, accent = state.style("list--dim"), state.style("list--accent")
        rows = [state.line(width)] * (1 if item else 0)
        if heading := self._heading(item):
            rows += [
                state.line(width).to(INDENT).add(heading, state.style("list--strong")),
                state.line(width),
            ]
        title = cursor_line(state, width)
        title.add(flat(one.title, title.room), dim if one.fault else state.style("list--strong"))
        kicker = "Start here" if one.first else one.kicker
        rows.append(title.right(flat(kicker, 30), accent if one.first else dim, width))
        words = accent if one.fault else state.style("list--text")
        for part in excerpt(one.fault or one.standfirst, max(1, width - 2), STANDFIRST_ROWS):
            rows.append(cursor_line(state, width).add(part, words))
        if about(one):
            rows.append(cursor_line(state, width).add(about(one), dim))
        return rows


def _group(one: Entry) -> str:
    """The title of the group that an article is listed in."""
    if one.is_being_read:
        return "Reading now"
    return BUNDLED if one.bundled else "Your own"


def about(one: Entry) -> str:
    """Authors, source, date and length in one line; empty if the article gives none of these."""
    parts = (
        flat(", ".join(one.authors), 40),
        flat(one.source, 40),
        flat(display_date(one.published), 30),
        f"{one.minutes} min" if one.minutes else "",
        f"{round(one.share * 100)} % read" if one.share is not None else "",
    )
    return " · ".join(part for part in parts if part)


def own_words() -> str:
    """How to add an article to the list; the home directory in the path is written as `~`."""
    folder = str(library_folder())
    home = os.path.expanduser("~")
    if home != "~" and folder.startswith(home + os.sep):
        folder = "~" + folder[len(home) :]
    return clean_line(f"Your own: reader FILE, or put it into {folder}")


class LibraryScreen(Screen[Path | None]):
    """Lists the articles. Ends with the path of the chosen one, or with None.

    If it is the only screen, it cannot end and posts `ArticleChosen` instead. `current` is the article
    being read, where the cursor begins. A file that is listed with a fault can be chosen too: the loader
    reports the fault more exactly.
    """

    CSS_PATH = [*style_sheets.paths(STYLES)]

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LIBRARY, Context.LIBRARY_FIELD)

    def __init__(
        self,
        listed: Sequence[Entry] | None = None,
        current: Path | None = None,
        keymap: Keymap = DEFAULT_KEYMAP,
        shares: Callable[[], Mapping[Path, float]] = dict,
    ) -> None:
        """`listed` are the articles to choose from; None means the library, which a job reads.

        `shares` returns the share of each article that was read, the newest first. The job calls it.
        """
        super().__init__()
        self._keys = keymap
        self._given, self._current, self._shares = listed, current, shares
        self._listed: tuple[Entry, ...] = ()
        self._shown = ArticleItems()
        self._jobs = Jobs(self)
        self._before_filter: Path | None = None
        """The article that was under the cursor before anything was typed."""
        self._words = ""
        """The filter before the last key. If a key makes it shorter, the cursor stays on its article."""

    def compose(self) -> ComposeResult:
        style_sheets.read(self.app, STYLES)
        with Vertical(id="library"):
            yield TextRow((("reader", "here"),), id="library-name")
            yield TextRow(((TAGLINE, "dim"),), id="library-tagline")
            yield LineInput(placeholder="words of a title, a name, a source", id="library-filter")
            yield Picker(self._shown, id="articles")
            yield TextRow(((own_words(), "dim"),), id="library-own")
            yield TextRow(id="library-hints")

    def on_mount(self) -> None:
        """Focus the list, and fill it."""
        self._articles.focus()
        self._show_keys()
        if self._given is not None:
            self._show(tuple(self._given))
            return

        def work(job: Job[tuple[Entry, ...]]) -> tuple[Entry, ...]:
            return with_shares(entries(check=job.check), self._shares())

        def done(found: tuple[Entry, ...] | ReaderError) -> None:
            if not isinstance(found, ReaderError):
                self._show(found)

        self._jobs.submit("entries", work, done)

    def on_unmount(self) -> None:
        """Cancel reading the library."""
        self._jobs.cancel_all()

    def _show(self, listed: tuple[Entry, ...]) -> None:
        """Show the articles, with the cursor on the one being read. Words that were typed before are kept."""
        self._listed = listed
        self._shown.is_known = True
        shown = tuple(matching(listed, self._filter.value))
        self._show_found(shown)
        self._put_cursor_on(self._current)

    def _put_cursor_on(self, path: Path | None) -> None:
        """Put the cursor on an article, or on the first one if it is not listed."""
        shown = self._shown.entries
        self._articles.put_cursor(next((i for i, one in enumerate(shown) if one.path == path), 0))

    def _show_found(self, found: Sequence[Entry]) -> None:
        """Show the articles that pass the filter, with the cursor on the first one."""
        if tuple(found) != self._shown.entries or not found:
            self._shown.entries = tuple(found)
            self._articles.begin_again()
        self._show_keys()

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        event.stop()
        event.deliver()

    def _show_keys(self) -> None:
        """Show the keys that work now at the foot."""
        choosing: tuple[Hint, ...]
        others: tuple[Hint, ...]
        if self.has_class("-filtering"):
            inner, choosing, others = Context.FIELD, (READ_FOUND, MOVE_FOUND), (ALL_AGAIN,)
        else:
            leave = BACK if self._is_over_another else QUIT
            inner, choosing, others = Context.LIST, (READ, MOVE), (FIND, leave)
        # Without an article there is nothing to read; with one article there is nothing to move to.
        choosing = choosing[: self._shown.count()]
        shown = self._keys.hints((*choosing, *others), inner)
        self.query_one("#library-hints", TextRow).show(keys(shown))

    @property
    def _is_over_another(self) -> bool:
        """Whether there is a screen to go back to."""
        return len(self.app.screen_stack) > 1

    @property
    def _articles(self) -> Picker:
        return self.query_one("#articles", Picker)

    @property
    def _filter(self) -> LineInput:
        return self.query_one("#library-filter", LineInput)

    def on_resize(self, event: events.Resize) -> None:
        """Leave out blank rows in a small window, and all but the articles in a very low one."""
        if is_outdated(event, self.app.size):
            return
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-full-screen")
        self.set_class(event.size.height < LOW, "-low")

    # --- keys -------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Begin to filter with a typed letter, unless it is a key of the list."""
        typed = event.character
        bound = self._keys.keys_in(Context.LIBRARY, Context.LIST)
        if typed and typed.isalnum() and not self._filter.has_focus and event.key not in bound:
            event.stop()
            self.action_filter(typed)

    def action_filter(self, words: str = "") -> None:
        """Show the filter field, focus it and insert `words`."""
        self.add_class("-filtering")
        self._filter.focus()
        self._filter.insert_words(words)
        self._show_keys()

    def action_back(self) -> None:
        """Show all articles again, or go back to the screen below; without a screen below only `q` leaves."""
        if not self.has_class("-filtering"):
            if self._is_over_another:
                self._end(None)
            return
        self.remove_class("-filtering")
        self._filter.clear()
        self._articles.focus()
        self._show_keys()

    async def action_search(self) -> None:
        """Search in all articles."""
        await self.app.run_action("app.search_library")

    def action_quit_library(self) -> None:
        """Leave without a choice."""
        self._end(None)

    def action_step(self, steps: int) -> None:
        """Move the cursor of the list while the field has the focus."""
        self._articles.action_cursor(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor of the list by pages while the field has the focus."""
        self._articles.action_cursor_page(pages)

    def _end(self, path: Path | None) -> None:
        if self._is_over_another:
            self.dismiss(path)
        else:
            self.post_message(ArticleChosen(path))

    # --- messages ---------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        before, self._words = self._words, event.value
        here = self._shown.entries[self._articles.cursor].path if self._shown.count() else None
        if not before:
            self._before_filter = here
        self._show_found(matching(self._listed, event.value))
        if before.startswith(event.value):
            self._put_cursor_on(here or self._before_filter)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._articles.action_choose()

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self._end(self._shown.entries[event.index].path)
