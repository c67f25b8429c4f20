"""The line at the bottom: where you are, what is active, which keys matter.

Owns the places of the fields. They follow from the width alone, so nothing jumps when a value
changes; what a narrow line has no room for is left out in a fixed order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.keymap import KeyHint
from reader.text.cells import width as cell_width
from reader.text.excerpt import crop, flat
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.line import Line
from reader.ui.widgets.looks import Look, Looks

Keys = tuple[KeyHint, ...]
"""Keys as they are printed, each with the word for what it does."""

PARTS: Mapping[str, Look] = MappingProxyType(
    {
        "strong": Look("ink", weight="bold"),
        "text": Look("ink-soft"),
        "dim": Look("ink-dim"),
        "active": Look("here", weight="bold"),
        "done": Look("here"),
        "left": Look("rule"),
    }
)

GAP = 3
"""Blank cells between fields."""

PERCENT = 5
MINUTES = 11
BAR = (12, 26)
MIDDLE = (12, 30)
HINTS = 62
"""Cells of the fields: the least and the most of a bar; what the middle gets first and then; and the
middle with room for its hints."""


class Fields(NamedTuple):
    """Cells each field gets at some width; 0 for one that is left out. They stand in this order."""

    paragraph: int
    percent: int
    minutes: int
    bar: int
    middle: int
    keys: int


def fields(width: int, paragraph: int, keys: Sequence[int]) -> Fields:
    """Share `width` cells out, the most needed first.

    `paragraph` is what that wants; `keys` is what more or fewer of the keys want, most first.

    First the paragraph, then something of the middle, the percentage, the minutes, the keys, more of
    the middle, a progress bar, and at last the hints of the middle.
    """
    left, full = width - paragraph, False
    got = {"percent": 0, "minutes": 0, "bar": 0, "middle": 0, "keys": 0}

    def take(name: str, cells: int, least: int = 0) -> None:
        nonlocal left, full
        gap = 0 if got[name] else GAP
        more = min(cells - got[name], left - gap)
        # Once a field has found no room, those less needed get none either: they would come and go.
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
    """One row of facts. Attributes down; it posts nothing."""

    ALLOW_SELECT = False

    paragraph: reactive[int] = reactive(0)
    """The number of the paragraph being read; 0 in the headline."""
    paragraphs: reactive[int] = reactive(0)
    """How many paragraphs are numbered."""
    percent: reactive[int] = reactive(0)
    """How far the window is through the article, 0 to 100."""
    minutes_left: reactive[int] = reactive(0)
    """Minutes of reading that are left."""
    active_label: reactive[str] = reactive("")
    """What the active set is of: a name, or what was searched. Empty when nothing is active."""
    active_position: reactive[int] = reactive(0)
    """Which match is the current one, from 1; 0 for none."""
    active_count: reactive[int] = reactive(0)
    """How many matches there are."""
    active_hints: reactive[Keys] = reactive(())
    """The keys that step through the active set."""
    pending: reactive[str] = reactive("")
    """Keys typed that wait for more, such as a count."""
    message: reactive[str] = reactive("")
    """Something said for a while, in place of the active set."""
    key_hints: reactive[Keys] = reactive(())
    """The keys at the right end."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks = Looks(self, PARTS)

    def render_line(self, y: int) -> Strip:
        """The row. Costs no more than its width."""
        width = self.size.width
        edge = 2 if width >= 60 else 1 if width >= 24 else 0
        digits = len(str(max(self.paragraphs, self.paragraph)))
        keys = [_width(some, GAP) for some in _fewer(self.key_hints)]
        shares = fields(width - 2 * edge, min(3 + 2 * digits, width), keys)
        line = Line(width - edge, self._looks.whole()).to(edge)
        message = "" if self.pending else flat(self.message, width)
        start = edge
        for name, cells in zip(Fields._fields, shares, strict=True):
            if not cells:
                continue
            if message and name == "middle" and cell_width(message) > cells:
                return self._said(line, message, start, edge)
            # The keys end where the line ends; all else begins where its turn is.
            line.to(line.width - cells if name == "keys" else start)
            self._field(line, name, cells)
            start += cells + GAP
        return line.strip().adjust_cell_length(width, self._looks.whole())

    def _said(self, line: Line, message: str, start: int, edge: int) -> Strip:
        """A line whose message is longer than the middle: it takes the keys' place, or the whole line."""
        if start + cell_width(message) > line.width:
            line, start = Line(line.width, self._looks.whole()), edge
        line.to(start).add(message, self._looks.whole("strong"))
        return line.strip().adjust_cell_length(line.width + edge, self._looks.whole())

    def _field(self, line: Line, name: str, cells: int) -> None:
        text, dim = self._looks.whole("text"), self._looks.whole("dim")
        if name == "paragraph":
            line.add(f"{SIGNS.paragraph} {self.paragraph or SIGNS.dash}", self._looks.whole("strong"))
            line.add(f"/{self.paragraphs}", text)
        elif name == "percent":
            line.add(f"{self.percent:>3} %", text)
        elif name == "minutes":
            line.add(remaining(self.minutes_left), text)
        elif name == "bar":
            done = round(cells * min(100, max(0, self.percent)) / 100)
            line.add(SIGNS.done * done, self._looks.whole("done"))
            line.add(SIGNS.left * (cells - done), self._looks.whole("left"))
        elif name == "middle":
            self._middle(line, cells)
        else:
            keys = next(some for some in _fewer(self.key_hints) if _width(some, GAP) <= cells)
            self._hints(line, keys, " " * GAP, (text, dim))

    def _middle(self, line: Line, cells: int) -> None:
        end = line.used + cells
        if self.pending:
            line.add(crop(flat(self.pending, cells), cells), self._looks.whole("active"))
        elif self.message:
            line.add(flat(self.message, cells), self._looks.whole("strong"))
        elif self.active_label:
            count = (
                f"{self.active_position:,}/{self.active_count:,}"
                if self.active_position
                else f"{self.active_count:,}"
            )
            room = max(0, cells - len(count) - 1)
            line.add(crop(flat(self.active_label, room), room), self._looks.whole("active"))
            line.add(f" {count}", self._looks.whole("text"))
            line.to(line.used + 2)
            if _width(self.active_hints, GAP) <= end - line.used:
                dim = self._looks.whole("dim")
                self._hints(line, self.active_hints, f" {SIGNS.dot} ", (dim, dim))

    def _hints(self, line: Line, keys: Keys, between: str, styles: tuple[Style, Style]) -> None:
        for index, hint in enumerate(keys):
            line.add(f"{between if index else ''}{hint.key}", styles[0]).add(f" {hint.word}", styles[1])

    def notify_style_update(self) -> None:
        """Forget the styles: colours may have changed."""
        self._looks.forget()
        super().notify_style_update()


def remaining(minutes: int) -> str:
    """The time that is left, in at most eleven cells."""
    if minutes < 1:
        return "< 1 min"
    return f"{minutes} min left" if minutes < 100 else f"{round(minutes / 60)} h left"


def _fewer(keys: Keys) -> tuple[Keys, ...]:
    """All keys, then fewer and fewer from the first on: the one with the highest rank stays longest."""
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
