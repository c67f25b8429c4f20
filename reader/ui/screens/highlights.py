"""The list of all highlights and notes of the article, in which they are changed and removed.

Owns how a highlight is shown in a list, and which highlights match the filter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple, Protocol

from textual import on
from textual.binding import BindingType
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import Highlight, HighlightColor, HighlightId, Status
from reader.reading.highlighting import COLORS, in_reading_order
from reader.reading.quoted_words import QuoteIndex
from reader.reading.session import ReadingSession
from reader.text.excerpt import excerpt, excerpt_rows
from reader.text.fold import fold
from reader.text.headline import display_date
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import OTHER_ROWS, Picker, cursor_line
from reader.ui.widgets.text_row import Part, TextRow, titled

WORD_ROWS, NOTE_ROWS = 2, 4
"""The most rows of the words of a highlight, and of its note."""

DIGITS = "1–5"
"""How the default keys of the colours are shown."""

COLOR_COMMANDS = tuple(
    f"highlights.{place}_color" for place in ("first", "second", "third", "fourth", "fifth")
)
"""The commands that set the colours, in the order of `COLORS`."""

DOUBTS = {Status.MOVED: "moved?", Status.LOST: "lost"}
"""The words for a highlight whose place is not certain."""


class Row(NamedTuple):
    """One highlight, the number of its paragraph, and the speaker of the quote at its place."""

    highlight: Highlight
    number: int
    speaker: str

    def text(self, color_name: str) -> str:
        """The folded text that the filter searches."""
        one = self.highlight
        tags = " ".join(f"#{tag}" for tag in one.tags)
        doubt = DOUBTS.get(one.status, "")
        kind = "" if one.text else "article"
        return fold(
            " ".join((one.text, one.note, tags, one.color, color_name, self.speaker, doubt, kind))
        ).text


def rows_of(session: ReadingSession) -> tuple[Row, ...]:
    """The highlights of the article in reading order."""
    version = session.version
    quotes = QuoteIndex(version.document)
    out = []
    for one in in_reading_order(version.document):
        quote = quotes.quote_of(one.pieces)
        number = version.number_of(one.pieces[0].block) if one.pieces else 0
        out.append(Row(one, number, version.speaker_of(quote) if quote is not None else ""))
    return tuple(out)


class HighlightItems(ItemSource):
    """The highlights that match the filter: the sign and the words, then the note, then the details."""

    def __init__(self, color_names: Mapping[str, str]) -> None:
        self.color_names = color_names
        self.listed: tuple[Row, ...] = ()
        self.is_filtered = False

    def count(self) -> int:
        """One item per highlight."""
        return len(self.listed)

    def empty_text(self) -> str:
        """The text shown if there is no highlight."""
        return "  No matches." if self.is_filtered else "  No highlights yet."

    def lead(self, item: int) -> int:
        """A blank row between highlights."""
        return 1 if item else 0

    def heights(self, width: int) -> Iterable[int]:
        """The blank row, the words, the note, and the row about it."""
        for item, row in enumerate(self.listed):
            note = excerpt_rows(row.highlight.note, self._room(width), NOTE_ROWS) if row.highlight.note else 0
            words = (
                excerpt_rows(row.highlight.text, self._room(width), WORD_ROWS) if row.highlight.text else 1
            )
            yield self.lead(item) + words + note + bool(self._about(row))

    @staticmethod
    def _room(width: int) -> int:
        return max(1, width - 5)

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The rows of one highlight."""
        row = self.listed[item]
        one, dim = row.highlight, state.style("list--dim")
        color = state.style(f"picker--highlight-{one.color}")
        lines = [state.line(width)] * self.lead(item)
        words = excerpt(one.text, self._room(width), WORD_ROWS) if one.text else ["The whole article"]
        look = state.style("list--text" if one.text else "list--dim")
        for words_row in words:
            sign = SIGNS.moved if one.status in DOUBTS else SIGNS.highlight if one.text else SIGNS.dot
            lines.append(cursor_line(state, width).to(2).add(sign, color).to(4).add(words_row, look))
        for number, note_row in enumerate(
            excerpt(one.note, self._room(width), NOTE_ROWS) if one.note else ()
        ):
            line = cursor_line(state, width).to(2)
            line.add(SIGNS.note if not number else " ", color).to(4)
            lines.append(line.add(note_row, state.style("list--strong")))
        if about := self._about(row):
            lines.append(cursor_line(state, width).to(4).add(about, dim))
        return lines

    def _about(self, row: Row) -> str:
        """Paragraph, doubt, colour, speaker and date; empty for a note on the article without a date."""
        one = row.highlight
        about = (
            f"{SIGNS.paragraph} {row.number}" if row.number else "",
            DOUBTS.get(one.status, ""),
            self.color_names.get(one.color, "") or (one.color.value if one.text else ""),
            row.speaker,
            display_date(one.made[:10]),
        )
        return " · ".join(filter(None, about))


class HighlightActions(Protocol):
    """What the list asks its owner to do. The owner then calls `show_session`."""

    def set_color(self, highlight: HighlightId, color: HighlightColor) -> None: ...
    def edit_note(self, highlight: HighlightId | None) -> None: ...
    def remove(self, highlight: HighlightId, again: Callable[[], object]) -> None: ...
    def undo(self) -> None: ...
    def put_here(self, highlight: HighlightId) -> None: ...
    def name_color(self, color: HighlightColor) -> None: ...
    def step_through(self, highlights: Sequence[HighlightId]) -> None: ...


class HighlightsScreen(Dialog[HighlightId]):
    """Lists highlights and notes. Ends with the one to go to, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.HIGHLIGHTS, Context.HIGHLIGHTS_FIELD)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "go"),
        Hint("highlights.edit", "note"),
        Hint("highlights.remove", "remove"),
        Hint("", "colour", DIGITS),
        Hint("highlights.filter", "find"),
        Hint("highlights.step", "step"),
        Hint("dialog.close", "close"),
        Hint("highlights.article_note", "on the article"),
    )
    EMPTY_HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("highlights.article_note", "note on the article"),
        Hint("dialog.close", "close"),
    )
    FIELD_HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("field.submit", "to the list"),
        Hint("dialog.close", "show all"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.HIGHLIGHTS, Context.LIST)

    def __init__(
        self,
        session: ReadingSession,
        actions: HighlightActions,
        color_names: Mapping[str, str],
        cursor: HighlightId | None = None,
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        """`cursor` is the highlight on which the cursor begins."""
        super().__init__(keymap)
        self._rows, self._actions = rows_of(session), actions
        self._items = HighlightItems(color_names)
        self._items.listed = self._rows
        ids = [row.highlight.id for row in self._rows]
        self._start = ids.index(cursor) if cursor in ids else 0

    def heading(self) -> Iterable[Part]:
        """The title and the number of highlights."""
        return titled("Highlights and notes", len(self._rows))

    def body(self) -> Iterable[Widget]:
        """The list, and the filter, which is hidden until the user opens it."""
        yield LineInput(placeholder="words, #tag, colour or speaker", id="highlights-filter")
        yield Picker(self._items, cursor=self._start, other_rows=self._other_rows, id="highlights")

    def _other_rows(self, viewport: Size, width: int) -> int:
        return OTHER_ROWS + 2 * self.has_class("-filtering")

    def on_mount(self) -> None:
        """Focus the list."""
        self._picker.focus()

    @property
    def _picker(self) -> Picker:
        return self.query_one("#highlights", Picker)

    @property
    def _filter(self) -> LineInput:
        return self.query_one("#highlights-filter", LineInput)

    @property
    def _chosen(self) -> Highlight | None:
        listed = self._items.listed
        return listed[self._picker.cursor].highlight if listed else None

    def hints(self) -> Iterable[Hint]:
        """The keys that work now."""
        if self.has_class("-filtering") and self._filter.has_focus:
            return self.FIELD_HINTS
        if not self._items.listed:
            return self.EMPTY_HINTS
        keys = [self.keymap.key(command) for command in COLOR_COMMANDS]
        own = Hint("", "colour", " ".join(keys))
        return self.HINTS if keys == list("12345") else [own if hint.also else hint for hint in self.HINTS]

    # -- called by the owner -----------------------------------------------------------------------

    def show_session(self, session: ReadingSession) -> None:
        """List the highlights of a changed session."""
        if not self.is_mounted:  # it is being opened, and shows the state of that moment
            return
        self._rows = rows_of(session)
        self.query_one("#dialog-title", TextRow).show(self.heading())
        self._narrow()

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Show other names of the colours."""
        if not self.is_mounted:  # it is being opened, and shows the state of that moment
            return
        self._items.color_names = names
        self._narrow()

    def show_message(self, message: str) -> None:
        """Show a message at the foot until the next key."""
        if not self.is_mounted:  # it is being opened, and shows the state of that moment
            return
        self.hint(((message, "here"),))

    # -- keys --------------------------------------------------------------------------------------

    def on_key(self) -> None:
        """A key ends a message."""
        self.hint(())

    def action_filter(self) -> None:
        """Show the filter and focus it."""
        self.add_class("-filtering")
        self._filter.focus()
        self.hint(())

    def action_close(self) -> None:
        """Leave the filter, or close."""
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            self._filter.clear()
            self._picker.focus()
            self.hint(())
        else:
            self.dismiss(None)

    def action_set_color(self, number: int) -> None:
        """Give the highlight under the cursor a colour, numbered from 1."""
        if (one := self._chosen) is not None and one.text:
            self._actions.set_color(one.id, COLORS[number - 1])

    def action_edit(self) -> None:
        """Edit the note of the highlight under the cursor."""
        if (one := self._chosen) is not None:
            self._actions.edit_note(one.id)

    def action_article_note(self) -> None:
        """Write a note on the whole article."""
        self._actions.edit_note(None)

    def action_remove(self) -> None:
        """Remove the highlight under the cursor."""
        if self.is_attached and (one := self._chosen) is not None:
            self._actions.remove(one.id, self.action_remove)

    def action_undo(self) -> None:
        """Undo the last change."""
        self._actions.undo()

    def action_put_here(self) -> None:
        """Confirm the place of the highlight under the cursor, or put it at the selected words."""
        if (one := self._chosen) is not None:
            self._actions.put_here(one.id)

    def action_name_color(self) -> None:
        """Name the colour of the highlight under the cursor."""
        if (one := self._chosen) is not None and one.text:
            self._actions.name_color(one.color)

    def action_step(self) -> None:
        """Make the listed highlights the active set, and close."""
        ids = [row.highlight.id for row in self._items.listed if row.highlight.pieces]
        if not ids:
            self.show_message("These highlights have no place in the text.")
            return
        self.dismiss(None)
        self._actions.step_through(ids)

    @on(Picker.Chosen)
    def _go_there(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(self._items.listed[event.index].highlight.id)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow()

    @on(Input.Submitted)
    def _to_the_list(self, event: Input.Submitted) -> None:
        event.stop()
        self._picker.focus()
        self.hint(())

    def _narrow(self) -> None:
        """List the highlights that have all typed words. The cursor stays on its highlight if possible."""
        chosen = None if (one := self._chosen) is None else one.id
        wanted = fold(self._filter.value).text.split()
        names = self._items.color_names
        self._items.is_filtered = bool(wanted)
        at = self._picker.cursor
        self._items.listed = tuple(
            row
            for row in self._rows
            if not wanted or all(word in row.text(names.get(row.highlight.color, "")) for word in wanted)
        )
        self._picker.items_changed()
        ids = [row.highlight.id for row in self._items.listed]
        self._picker.put_cursor(ids.index(chosen) if chosen in ids else max(0, min(at, len(ids) - 1)))
        self.hint(())
