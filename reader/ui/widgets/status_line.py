"""The status line at the bottom: the position in the article, the active set, the keys that work.

Owns the columns of the fields. They follow from the width alone, so no field moves when a value changes. In
a narrow line fields are left out in a fixed order.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.keymap import KeyHint
from reader.text.cells import width as cell_width
from reader.text.excerpt import crop, flat
from reader.ui.widgets.component_styles import ComponentStyles
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.line import Line

Keys = tuple[KeyHint, ...]
"""Keys as they are printed, each with the word for what it does."""

GAP = 3
"""Blank cells between fields."""

PERCENT = 5
MINUTES = 11
BAR = (12, 26)
MIDDLE = (12, 30)
HINTS = 62
"""Cells of the fields. `BAR`: the least and the most of the progress bar. `MIDDLE`: the first and the second
share of the middle. `HINTS`: the middle with its key hints."""


class Extent(Enum):
    """How much of the article the window shows."""

    PART = "part"
    END = "end"
    ALL = "all"


class Fields(NamedTuple):
    """The cells of each field at some width, in the order of the fields; 0 for a field that is left out."""

    paragraph: int
    percent: int
    minutes: int
    bar: int
    middle: int
    keys: int


def fields(width: int, paragraph: int, keys: Sequence[int]) -> Fields:
    """Divide `width` cells among the fields, the most important first.

    `paragraph` is the width of that field. `keys` are the widths of all keys, then of fewer and fewer keys.

    The order is: the paragraph, a part of the middle, the percentage, the minutes, the keys, more of the
    middle, a progress bar, and at last the hints of the middle.
    """
    left, full = width - paragraph, False
    got = {"percent": 0, "minutes": 0, "bar": 0, "middle": 0, "keys": 0}

    def take(name: str, cells: int, least: int = 0) -> None:
        nonlocal left, full
        gap = 0 if got[name] else GAP
        more = min(cells - got[name], left - gap)
        # After a field without room, leave out all later ones: else they come and go as the width changes.
        if gap and (full or more < (least or cells)):
            full = True
        elif more > 0:
            got[name] += more
            left -= more + gap

    take("middle", MIDDLE[0], 4)
    take("percent", PERCENT)
    take("minutes", MINUTES)
    if keys:
        take("keys", next((cells for cells in keys if cells + GAP <= left), width))
    take("middle", MIDDLE[1])
    take("bar", BAR[0])
    take("middle", HINTS)
    take("bar", BAR[1])
    return Fields(paragraph, **got)


class StatusLine(Widget):
    """One row of fields. The screen sets its attributes. Posts `HintClicked`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--strong",
        "status--text",
        "status--dim",
        "status--title",
        "status--active",
        "status--progress-done",
        "status--progress-left",
    }

    ALLOW_SELECT = False

    paragraph: reactive[int] = reactive(0)
    """The number of the paragraph being read; in the headline 1."""
    paragraphs: reactive[int] = reactive(0)
    """How many paragraphs are numbered."""
    percent: reactive[int] = reactive(0)
    """How far the window is through the article, 0 to 100."""
    extent: reactive[Extent] = reactive(Extent.PART)
    """How much of the article the window shows. “end” and “all” replace the percentage."""
    title: reactive[str] = reactive("")
    """The title of the article while its headline is not in the window."""
    minutes_left: reactive[int] = reactive(0)
    """Minutes of reading time that are left."""
    active_label: reactive[str] = reactive("")
    """The subject of the active set: a name, or the words searched for. Empty without an active set."""
    active_position: reactive[int] = reactive(0)
    """The number of the current match from 1; 0 without a current match."""
    active_count: reactive[int] = reactive(0)
    """How many matches there are."""
    active_hints: reactive[Keys] = reactive(())
    """The keys that step through the active set."""
    pending: reactive[str] = reactive("")
    """Typed keys that wait for another key, such as a count."""
    message: reactive[str] = reactive("")
    """A message that is shown in place of the active set."""
    key_hints: reactive[Keys] = reactive(())
    """The keys at the right end."""

    class HintClicked(Message):
        """A hint was clicked. `key` is its key as it is printed."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        # A click on a widget with this class keeps the selection, which the hint `y copy` needs.
        super().__init__(id=id, classes="-textual-system")
        self._styles = ComponentStyles(self)
        self._pressed: KeyHint | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the hint under the mouse: before the click ends, other hints may take its place."""
        self._pressed = self._hint_at(event.x)

    def on_click(self) -> None:
        """Post the hint that was clicked."""
        if self._pressed is not None:
            self.post_message(self.HintClicked(self._pressed.key))
        self._pressed = None

    def _hint_at(self, x: int) -> KeyHint | None:
        """The hint at a column, or None if the column has no hint."""
        row = self.render_line(0)
        before, after = row.crop(0, x).text, row.crop(x).text
        for hint in (*self.key_hints, *self.active_hints):
            words = f"{hint.key} {hint.word}"
            for split in range(len(words)):
                if before.endswith(words[:split]) and after.startswith(words[split:]):
                    return hint
        return None

    def render_line(self, y: int) -> Strip:
        """The row."""
        width = self.size.width
        edge = 2 if width >= 60 else 1 if width >= 24 else 0
        digits = len(str(max(self.paragraphs, self.paragraph)))
        keys = [_width(some, GAP) for some in _fewer(self.key_hints)]
        shares = fields(width - 2 * edge, min(3 + 2 * digits, width), keys)
        line = Line(width - edge, self._styles.base).to(edge)
        message = "" if self.pending else flat(self.message, width)
        start = edge
        for name, cells in zip(Fields._fields, shares, strict=True):
            if not cells:
                continue
            if message and name == "middle" and cell_width(message) > cells:
                return self._long_message(line, message, start, edge)
            # The keys are aligned right, the other fields left.
            line.to(line.width - cells if name == "keys" else start)
            self._field(line, name, cells)
            start += cells + GAP
        return line.strip().adjust_cell_length(width, self._styles.base)

    def _long_message(self, line: Line, message: str, start: int, edge: int) -> Strip:
        """A line with a message longer than the middle: it replaces the keys, or all fields."""
        if start + cell_width(message) > line.width:
            line, start = Line(line.width, self._styles.base), edge
        line.to(start).add(message, self._styles.of("status--strong"))
        return line.strip().adjust_cell_length(line.width + edge, self._styles.base)

    def _field(self, line: Line, name: str, cells: int) -> None:
        text, dim = self._styles.of("status--text"), self._styles.of("status--dim")
        if name == "paragraph":
            line.add(f"{SIGNS.paragraph} {self.paragraph or SIGNS.dash}", self._styles.of("status--strong"))
            line.add(f"/{self.paragraphs}", text)
        elif name == "percent":
            line.add(
                f"{self.percent:>3} %" if self.extent is Extent.PART else f"{self.extent.value:>5}", text
            )
        elif name == "minutes":
            line.add("" if self.extent is Extent.END else remaining(self.minutes_left), text)
        elif name == "bar":
            done = round(cells * min(100, max(0, self.percent)) / 100)
            line.add(SIGNS.done * done, self._styles.of("status--progress-done"))
            line.add(SIGNS.left * (cells - done), self._styles.of("status--progress-left"))
        elif name == "middle":
            self._middle(line, cells)
        else:
            keys = next(some for some in _fewer(self.key_hints) if _width(some, GAP) <= cells)
            self._hints(line, keys, " " * GAP, (text, dim))

    def _middle(self, line: Line, cells: int) -> None:
        end = line.used + cells
        if self.pending:
            line.add(crop(flat(self.pending, cells), cells), self._styles.of("status--active"))
        elif self.message:
            line.add(flat(self.message, cells), self._styles.of("status--strong"))
        elif self.active_label:
            count = (
                f"{self.active_position:,}/{self.active_count:,}"
                if self.active_position
                else f"{self.active_count:,}"
            )
            room = max(0, cells - len(count) - 1)
            line.add(crop(flat(self.active_label, room), room), self._styles.of("status--active"))
            line.add(f" {count}", self._styles.of("status--text"))
            line.to(line.used + 2)
            if _width(self.active_hints, GAP) <= end - line.used:
                dim = self._styles.of("status--dim")
                self._hints(line, self.active_hints, f" {SIGNS.dot} ", (dim, dim))
        elif self.title:
            line.add(crop(flat(self.title, cells), cells), self._styles.of("status--title"))

    def _hints(self, line: Line, keys: Keys, between: str, styles: tuple[Style, Style]) -> None:
        for index, hint in enumerate(keys):
            line.add(f"{between if index else ''}{hint.key}", styles[0]).add(f" {hint.word}", styles[1])

    def notify_style_update(self) -> None:
        """Discard the old styles."""
        self._styles.clear()
        super().notify_style_update()


def remaining(minutes: int) -> str:
    """The reading time that is left, in at most eleven cells."""
    if minutes < 1:
        return "< 1 min"
    return f"{minutes} min left" if minutes < 100 else f"{round(minutes / 60)} h left"


def _fewer(keys: Keys) -> tuple[Keys, ...]:
    """All keys, then fewer and fewer: the first go first, but the one with the highest rank goes last."""
    stays = max(keys, key=lambda hint: hint.rank, default=None)
    stays = stays if stays is not None and stays.rank else None
    some = [keys]
    while len(some[-1]) > 1:
        gone = next(hint for hint in some[-1] if hint is not stays)
        some.append(tuple(hint for hint in some[-1] if hint is not gone))
    return tuple(filter(None, some))


def _width(keys: Keys, gap: int) -> int:
    """Cells of the keys with their words, `gap` cells between two."""
    return sum(cell_width(hint.key) + 1 + cell_width(hint.word) + gap for hint in keys) - gap
