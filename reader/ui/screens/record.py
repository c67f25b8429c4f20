"""The page of a person: what they said in all articles of the library, in time.

Owns how a statement is shown in a list. Reading the index is a job.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.library.index.refresh import Changes
from reader.library.open_index import OpenIndex, Record
from reader.library.people.identity import Person
from reader.library.record import Stated
from reader.terminal.size import is_outdated
from reader.text.excerpt import excerpt, excerpt_rows, flat
from reader.text.headline import display_date
from reader.text.sparkline import sparkline
from reader.ui.bindings import bindings
from reader.ui.jobs import Job, Jobs
from reader.ui.messages import ArticlesNamingAsked, PassageChosen
from reader.ui.screens.dialog import SMALL
from reader.ui.screens.prompt import PromptScreen
from reader.ui.theme import style_sheets
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import INDENT, Picker, cursor_line
from reader.ui.widgets.text_row import Part, TextRow, keys

STYLES = (*style_sheets.DIALOGS, "record")

WORD_ROWS = 4
"""The most rows of the words of a statement."""

MONTHS_SHOWN = 60
"""The most bars of the timeline; a longer time has several months in a bar."""

Row: TypeAlias = Stated | Person
"""A statement, or somebody who may be the same person or to choose from."""

UNDATED = "Without a date"
SAME = "May be the same person"
CHOOSE = "Who is meant?"


class RecordItems(ItemSource):
    """The statements under their months, then the people who may be the same."""

    def __init__(self) -> None:
        self.rows: tuple[Row, ...] = ()
        self.empty = "  Looking at your articles …"
        self.is_choice = False
        self.several = False
        """Whether the statements are those of two people, so that each names its speaker."""

    def count(self) -> int:
        """One item per statement and per person."""
        return len(self.rows)

    def empty_text(self) -> str:
        """The text shown if there is no statement."""
        return self.empty

    def _group(self, item: int) -> str:
        row = self.rows[item]
        if isinstance(row, Person):
            return CHOOSE if self.is_choice else SAME
        return display_date(row.published[:7]) if row.published else UNDATED

    def _heading(self, item: int) -> str:
        group = self._group(item)
        return group if not item or group != self._group(item - 1) else ""

    def lead(self, item: int) -> int:
        """A blank row between statements; the month above its first one."""
        between = 1 if item and (self._heading(item) or isinstance(self.rows[item], Stated)) else 0
        return between + bool(self._heading(item))

    def heights(self, width: int) -> Iterable[int]:
        """The lead rows, the words, and the row about the article."""
        for item, row in enumerate(self.rows):
            words = 0 if isinstance(row, Person) else excerpt_rows(_words(row), _room(width), WORD_ROWS)
            yield self.lead(item) + words + 1

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The words, then who said them how, and in which article."""
        row, heading = self.rows[item], self._heading(item)
        lines = [state.line(width)] * (self.lead(item) - bool(heading))
        if heading:
            lines.append(state.line(width).to(INDENT).add(heading, state.style("list--accent")))
        if isinstance(row, Person):
            return [*lines, self._person(row, width, state)]
        for part in excerpt(_words(row), _room(width), WORD_ROWS):
            lines.append(cursor_line(state, width).to(INDENT).add(part, state.style("picker--quote")))
        line = cursor_line(state, width).to(INDENT)
        if self.several:
            line.add(f"{flat(row.speaker, 30)}  ", state.style("list--strong"))
        about = (
            row.verb,
            flat(row.title, 60),
            flat(row.source, 30),
            display_date(row.published),
            f"{SIGNS.paragraph} {row.number}" if row.number else "",
            "confirmed" if row.confirmed else "",
        )
        return [*lines, line.add(" · ".join(filter(None, about)), state.style("list--dim"))]

    @staticmethod
    def _person(person: Person, width: int, state: ItemState) -> Line:
        line = cursor_line(state, width).to(INDENT)
        line.add(SIGNS.entities[person.type], state.style(f"picker--entity-{person.type}"))
        line.to(line.used + 1).add(flat(person.name, 40), state.style("list--text"))
        about = (counted(person.n_statements, "statement"), counted(person.n_articles, "article"))
        return line.add(
            f"  {' in '.join(about)}  {flat(person.about, 60)}".rstrip(), state.style("list--dim")
        )


def _words(one: Stated) -> str:
    """The words in quotation marks, without the comma before “she said”."""
    return f"“{' … '.join(text.rstrip(' ,') for text in one.texts)}”"


def _room(width: int) -> int:
    return max(1, width - INDENT)


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def timeline(days: Sequence[str]) -> tuple[str, str, str]:
    """The months of ISO days as a sparkline, with the first and the last month; empty without two months."""
    months = sorted(int(day[:4]) * 12 + int(day[5:7]) - 1 for day in days if len(day) >= 7)
    if not months or months[0] == months[-1]:
        return "", "", ""
    first, last = months[0], months[-1]
    n = min(MONTHS_SHOWN, last - first + 1)
    counts = [0] * n
    for month in months:
        counts[(month - first) * n // (last - first + 1)] += 1
    begin, end = (display_date(f"{month // 12:04}-{month % 12 + 1:02}") for month in (first, last))
    return sparkline(counts, SIGNS.levels), begin, end


class RecordScreen(Screen[None]):
    """What a person said in all articles. Posts `PassageChosen` and `ArticlesNamingAsked`; ends with None."""

    CSS_PATH = [*style_sheets.paths(STYLES)]

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.RECORD, Context.RECORD_FIELD)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "open"),
        Hint("list.down list.up", "move"),
        Hint("record.filter", "about"),
        Hint("record.beside", "beside"),
        Hint("record.order", "order"),
        Hint("record.articles", "articles"),
        Hint("record.back", "back"),
    )
    FIELD_HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("field.submit", "to the list"),
        Hint("record.field_back", "all statements"),
    )

    def __init__(self, index: OpenIndex, name: str, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        """`name` is a name of the person as an article has it."""
        super().__init__()
        self._index, self._keys = index, keymap
        self._names: tuple[str, ...] = (name,)
        self._record: Record | None = None
        self._newest_first = False
        self._items = RecordItems()
        self._jobs = Jobs(self)

    def compose(self) -> ComposeResult:
        style_sheets.read(self.app, STYLES)
        with Vertical(id="record"):
            yield TextRow(((self._names[0], "title"),), id="record-title")
            yield TextRow(id="record-about")
            yield TextRow(id="record-timeline")
            yield LineInput(placeholder="words of what was said", id="record-filter")
            yield Picker(self._items, id="statements")
            yield TextRow(id="record-hints")

    def on_mount(self) -> None:
        """Show what the index has, then bring the index in step with the files and show that."""
        self._picker.focus()
        self._show()
        self._read()
        self._refresh_index()

    def on_unmount(self) -> None:
        """Cancel the work."""
        self._jobs.cancel_all()

    def on_resize(self, event: events.Resize) -> None:
        """Leave out blank rows in a small window."""
        if is_outdated(event, self.app.size):
            return
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-full-screen")

    @property
    def _picker(self) -> Picker:
        return self.query_one("#statements", Picker)

    @property
    def _field(self) -> LineInput:
        return self.query_one("#record-filter", LineInput)

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        event.stop()
        event.deliver()

    # -- the record --------------------------------------------------------------------------------

    def _refresh_index(self) -> None:
        def work(job: Job[Changes]) -> Changes:
            return self._index.refresh(lambda done, total: None, job.check)

        def done(changes: Changes | ReaderError) -> None:
            if isinstance(changes, ReaderError):
                self._say(str(changes))
            elif changes.any:
                self._read()

        self._jobs.submit("index", work, done)

    def _read(self) -> None:
        """Read the record again, about the words in the field."""
        names, about = self._names, self._field.value

        def done(record: Record | ReaderError) -> None:
            if isinstance(record, ReaderError):
                self._say(str(record))
                return
            self._record = record
            self._show()

        self._jobs.submit("record", lambda _: self._index.record(names, about), done)

    def _show(self) -> None:
        """Show the record. The cursor stays on its item if that is still listed."""
        record = self._record
        if record is not None:
            picker = self._picker
            here = self._items.rows[picker.cursor] if self._items.rows else None
            statements = tuple(reversed(record.statements)) if self._newest_first else record.statements
            people = tuple(one.person for one in record.choices) or record.candidates
            self._items.rows = (*statements, *people)
            self._items.is_choice, self._items.several = not record.people, len(record.people) > 1
            self._items.empty = self._why_empty()
            picker.items_changed()
            picker.put_cursor(self._items.rows.index(here) if here in self._items.rows else 0)
            self._show_head(record)
        self.query_one("#record-hints", TextRow).show(self._key_row())

    def _why_empty(self) -> str:
        if self._field.value.strip():
            return "  No statement has these words."
        return "  Nobody with this name said anything in the articles of your library."

    def _show_head(self, record: Record) -> None:
        names = " and ".join(person.name for person in record.people) or " and ".join(self._names)
        parts: list[Part] = [(names, "title")]
        if record.people:
            articles = len({one.path for one in record.statements})
            parts.append(
                (f"  {counted(len(record.statements), 'statement')} in {counted(articles, 'article')}", "dim")
            )
            confirmed = sum(one.confirmed for one in record.statements)
            if confirmed:
                parts.append((f"  {confirmed:,} confirmed", "dim"))
        self.query_one("#record-title", TextRow).show(parts)
        about = record.people[0].about if len(record.people) == 1 else ""
        self.query_one("#record-about", TextRow).show(((flat(about, 200), "text"),))
        bars, first, last = timeline([one.day for one in record.statements])
        row = ((first, "dim"), (f"  {bars}  ", "here"), (last, "dim")) if bars else ()
        self.query_one("#record-timeline", TextRow).show(row)
        self.set_class(bool(bars), "-timeline")
        self.set_class(bool(about), "-about")

    def _key_row(self) -> tuple[Part, ...]:
        if self.has_class("-filtering") and self._field.has_focus:
            return keys(self._keys.hints(self.FIELD_HINTS, Context.FIELD, Context.RECORD_FIELD))
        hints = self.HINTS[2:] if not self._items.rows else self.HINTS
        return keys(self._keys.hints(hints, Context.LIST, Context.RECORD))

    def _say(self, message: str) -> None:
        """Show a message at the foot until the next key."""
        self.query_one("#record-hints", TextRow).show(((message, "here"),))

    # -- keys --------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def action_filter(self) -> None:
        """Show the field for the words of what was said, and focus it."""
        self.add_class("-filtering")
        self._field.focus()
        self.call_after_refresh(self._show)

    def action_field_back(self) -> None:
        """List all statements again."""
        self.remove_class("-filtering")
        self._field.clear()
        self._picker.focus()
        self.call_after_refresh(self._show)

    def action_order(self) -> None:
        """List the newest statements first, or the oldest."""
        self._newest_first = not self._newest_first
        self._show()
        self._say("Newest first." if self._newest_first else "Oldest first.")

    def action_articles(self) -> None:
        """List every article that names the person."""
        self.post_message(ArticlesNamingAsked(self._names[0]))

    def action_beside(self) -> None:
        """List the statements of a second person too, or those of the first one alone again."""
        if len(self._names) > 1:
            self._names = self._names[:1]
            self._read()
            return

        def answered(name: str | None) -> None:
            if name:
                self._names = (self._names[0], name)
                self._read()

        title = f"Beside {self._names[0]}: whose statements?"
        self.app.push_screen(PromptScreen(title, "a name", keymap=self._keys), answered)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._read()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._picker.focus()
        self.call_after_refresh(self._show)

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        row = self._items.rows[event.index]
        if isinstance(row, Stated):
            self.post_message(PassageChosen(row.path, row.key))
        elif self._items.is_choice:
            self._names = (*self._names[:-1], row.name)
            self._read()
        else:
            self.app.push_screen(RecordScreen(self._index, row.name, self._keys))
