"""The articles to choose from: what a reader sees who names no source."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.library.folder import Entry, entries, matching, own_folder
from reader.terminal.size import is_outdated
from reader.text.clean import clean_line
from reader.text.excerpt import excerpt, excerpt_rows, flat
from reader.text.headline import display_date
from reader.ui.bindings import bindings
from reader.ui.jobs import Job, Jobs
from reader.ui.screens.dialog import SMALL, STYLES, read_styles
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import Picker
from reader.ui.widgets.text_row import TextRow, keys

LOW = 18
"""Rows under which the articles need those of everything else: ten stand around them."""

STANDFIRST_ROWS = 2
TAGLINE = "Articles in the terminal: who said what, and who is who, beside the text."

READ, MOVE = Hint("list.choose", "read"), Hint("list.down list.up", "move")
FIND = Hint("library.filter", "type to find")
BACK, QUIT = Hint("library.back", "back"), Hint("library.quit", "quit")
"""The hints while the list has the focus: what comes last leaves."""

READ_FOUND, MOVE_FOUND = Hint("field.submit", "read"), Hint("library.up library.down", "move")
ALL_AGAIN = Hint("library.back", "all again")
"""The hints while words are typed."""


class ArticleList(Picker):
    """An article takes a row for its title, up to two for its standfirst, one for where it is from."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"library--title", "library--standfirst"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._listed: tuple[Entry, ...] = ()
        self._vacant = "  Looking at your articles …"

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The articles that are shown."""
        return self._listed

    def show(self, listed: Sequence[Entry], cursor: int = 0) -> None:
        """Show these articles, with the cursor on one of them."""
        self._vacant = "  No article has these words."
        if tuple(listed) != self._listed:
            self._listed = tuple(listed)
            self.items_changed()
            self.cursor = cursor
            self.reveal(cursor)

    def item_count(self) -> int:
        """One item per article."""
        return len(self._listed)

    def vacant(self) -> str:
        """The row that stands in place of an empty list."""
        return self._vacant

    def _begins_own(self, item: int) -> bool:
        """Whether the user's own articles begin here."""
        own = not self._listed[item].bundled
        return own and (not item or self._listed[item - 1].bundled)

    def item_lead(self, item: int) -> int:
        """A blank row between articles; a title and a blank row above the first of the user's own."""
        return (1 if item else 0) + (2 if self._begins_own(item) else 0)

    def item_height(self, item: int, width: int) -> int:
        """What leads it, the title, the standfirst, and the line about the source where there is one."""
        one = self._listed[item]
        words = excerpt_rows(one.fault or one.standfirst, max(1, width - 2), STANDFIRST_ROWS)
        return self.item_lead(item) + 1 + words + bool(about(one))

    def item_rows(self, item: int, width: int, here: bool) -> Sequence[Line]:
        """Title with the kicker at the right edge, standfirst, and where and when it appeared."""
        one = self._listed[item]
        dim = self.style_of("row-list--dim")
        rows = [self.line(width)] * (1 if item else 0)
        if self._begins_own(item):
            rows += [self.line(width).add("Your own", self.style_of("row-list--strong")), self.line(width)]
        title = self.line(width, here)
        title.add(flat(one.title, title.room), dim if one.fault else self.style_of("library--title"))
        kicker = "Start here" if one.first else one.kicker
        title.right(
            flat(kicker, 30), self.style_of("row-list--here" if one.first else "row-list--dim"), width
        )
        rows.append(title)
        look = self.style_of("row-list--here" if one.fault else "library--standfirst")
        for part in excerpt(one.fault or one.standfirst, max(1, width - 2), STANDFIRST_ROWS):
            rows.append(self.line(width, here).add(part, look))
        if about(one):
            rows.append(self.line(width, here).add(about(one), dim))
        return rows


def about(one: Entry) -> str:
    """Who, where, when and how long, in one line; empty when nothing is known."""
    parts = (
        flat(", ".join(one.authors), 40),
        flat(one.source, 40),
        flat(display_date(one.published), 30),
        f"{one.minutes} min" if one.minutes else "",
    )
    return " · ".join(part for part in parts if part)


def own_words() -> str:
    """How the user's own articles come into the list, with the folder as a person would write it."""
    folder = str(own_folder())
    home = os.path.expanduser("~")
    if home != "~" and folder.startswith(home + os.sep):
        folder = "~" + folder[len(home) :]
    return clean_line(f"Your own: reader FILE, or put it into {folder}")


class LibraryScreen(Screen[Path | None]):
    """Lists the articles. Ends with the path of the chosen one, or with None.

    Where it is the only screen it cannot end, and posts `Chosen` with the same. `current` is the article
    being read, where the cursor begins. A file that is listed with a fault can be chosen too: what the
    loader says of it is more exact.
    """

    CSS_PATH = STYLES

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LIBRARY, Context.LIBRARY_FIELD)

    class Chosen(Message):
        """An article was chosen on the only screen there is, or None to leave."""

        def __init__(self, path: Path | None) -> None:
            super().__init__()
            self.path = path

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
        self._jobs = Jobs(self)

    def compose(self) -> ComposeResult:
        read_styles(self.app)
        with Vertical(id="library"):
            yield TextRow((("reader", "here"),), id="library-name")
            yield TextRow(((TAGLINE, "dim"),), id="library-tagline")
            yield LineInput(placeholder="words of a title, a name, a source", id="library-filter")
            yield ArticleList(id="articles")
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
        shown = matching(listed, self._filter.value)
        at = next((i for i, one in enumerate(shown) if one.path == self._current), 0)
        self._articles.show(shown, at)
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
        choosing = choosing[: len(self._articles.listed)]
        shown = self._keys.hints((*choosing, *others), inner)
        self.query_one("#library-hints", TextRow).show(keys(shown))

    @property
    def _is_over_another(self) -> bool:
        """Whether there is a screen to go back to."""
        return len(self.app.screen_stack) > 1

    @property
    def _articles(self) -> ArticleList:
        return self.query_one("#articles", ArticleList)

    @property
    def _filter(self) -> LineInput:
        return self.query_one("#library-filter", LineInput)

    def on_resize(self, event: events.Resize) -> None:
        """Less air where there is little room, and the articles alone where there is none."""
        if is_outdated(event, self.app.size):
            return
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-whole")
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
        """Show all again, or go back to what the list lies over; where that is nothing `q` alone leaves."""
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
            self.post_message(self.Chosen(path))

    # --- messages ---------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._articles.show(matching(self._listed, event.value))
        self._show_keys()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._articles.action_choose()

    @on(ArticleList.Chosen)
    def _chosen(self, event: ArticleList.Chosen) -> None:
        event.stop()
        self._end(self._articles.listed[event.index].path)
