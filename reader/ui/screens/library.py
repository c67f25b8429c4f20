"""The list of articles, which is shown when no source is named on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
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
from reader.library.folder import Entry, entries, matching
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

READ, MOVE = Hint("list.choose", "read"), Hint("list.down list.up", "move")
FIND = Hint("library.filter", "type to find")
BACK, QUIT = Hint("library.back", "back"), Hint("library.quit", "quit")
"""The hints while the list has the focus: what comes last leaves."""

READ_FOUND, MOVE_FOUND = Hint("field.submit", "read"), Hint("library.up library.down", "move")
ALL_AGAIN = Hint("library.back", "all again")
"""The hints while words are typed."""


class ArticleItems(ItemSource):
    """An article takes a row for its title, up to two for its standfirst, one for its authors and source."""

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.is_known = False
        """Whether the library was looked up."""

    def count(self) -> int:
        """One item per article."""
        return len(self.entries)

    def empty_text(self) -> str:
        """While the library is looked up, and for a filter that no article passes."""
        return "  No article has these words." if self.is_known else "  Looking at your articles …"

    def _begins_own(self, item: int) -> bool:
        """Whether the item is the first of the user's own articles."""
        own = not self.entries[item].bundled
        return own and (not item or self.entries[item - 1].bundled)

    def lead(self, item: int) -> int:
        """A blank row between articles; a title and a blank row above the first of the user's own."""
        return (1 if item else 0) + (2 if self._begins_own(item) else 0)

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
        if self._begins_own(item):
            own = state.line(width).to(INDENT).add("Your own", state.style("list--strong"))
            rows += [own, state.line(width)]
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


def about(one: Entry) -> str:
    """Authors, source, date and length in one line; empty if the article tells nothing of these."""
    parts = (
        flat(", ".join(one.authors), 40),
        flat(one.source, 40),
        flat(display_date(one.published), 30),
        f"{one.minutes} min" if one.minutes else "",
    )
    return " · ".join(part for part in parts if part)


def own_words() -> str:
    """How to add an article to the list, with the folder as a person would write it."""
    folder = str(library_folder())
    home = os.path.expanduser("~")
    if home != "~" and folder.startswith(home + os.sep):
        folder = "~" + folder[len(home) :]
    return clean_line(f"Your own: reader FILE, or put it into {folder}")


class LibraryScreen(Screen[Path | None]):
    """Lists the articles. Ends with the path of the chosen one, or with None.

    Where it is the only screen it cannot end, and posts `ArticleChosen` instead. `current` is the article
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
    ) -> None:
        """`listed` are the articles to choose from, None for those of the library, which a job looks up."""
        super().__init__()
        self._keys = keymap
        self._given, self._current = listed, current
        self._listed: tuple[Entry, ...] = ()
        self._shown = ArticleItems()
        self._jobs = Jobs(self)

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
            return entries(check=job.check)

        def done(found: tuple[Entry, ...] | ReaderError) -> None:
            if not isinstance(found, ReaderError):
                self._show(found)

        self._jobs.submit("entries", work, done)

    def on_unmount(self) -> None:
        """Stop looking at files."""
        self._jobs.cancel_all()

    def _show(self, listed: tuple[Entry, ...]) -> None:
        """Show the articles, with the cursor on the one being read. Words that were typed before are kept."""
        self._listed = listed
        self._shown.is_known = True
        shown = tuple(matching(listed, self._filter.value))
        self._show_found(shown)
        self._articles.put_cursor(next((i for i, one in enumerate(shown) if one.path == self._current), 0))

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
        # Nothing to read where no article fits, nothing to move to where one does.
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
        """A letter that is no key of the list starts to find articles with that letter."""
        typed = event.character
        bound = self._keys.keys_in(Context.LIBRARY, Context.LIST)
        if typed and typed.isalnum() and not self._filter.has_focus and event.key not in bound:
            event.stop()
            self.action_filter(typed)

    def action_filter(self, words: str = "") -> None:
        """Show the field and take the keys there."""
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

    def action_quit_library(self) -> None:
        """Leave without a choice."""
        self._end(None)

    def action_step(self, steps: int) -> None:
        """Move the cursor while the keys go to the field."""
        self._articles.action_cursor(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by windows while the keys go to the field."""
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
        self._show_found(matching(self._listed, event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._articles.action_choose()

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self._end(self._shown.entries[event.index].path)
