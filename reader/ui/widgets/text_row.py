"""One row of words in different styles: the title of a dialog, or the keys at its foot.

If the row is too short, the last parts are left out, each of them completely.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from reader.keys.keymap import KeyHint
from reader.text.cells import width as cell_width
from reader.ui.widgets.line import Line

Part = tuple[str, str]
"""Words, and the name of their style: "title", "strong", "text", "dim" or "here"."""

STYLES = ("title", "strong", "text", "dim", "here")


class TextRow(Widget):
    """Paints its parts in one row. The first part may be cut, the others are shown in full or left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"text-row--{name}" for name in STYLES}

    DEFAULT_CSS = "TextRow { height: 1; width: 1fr; }"

    def __init__(
        self, parts: Iterable[Part] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._parts = tuple(parts)

    def show(self, parts: Iterable[Part]) -> None:
        """Show other words."""
        self._parts = tuple(parts)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        line = Line(self.size.width, self.rich_style)
        for index, (text, look) in enumerate(self._parts):
            if index and self._cells(index) > line.room:
                break
            line.add(text, self.get_component_rich_style(f"text-row--{look}"))
        return line.strip()

    def _cells(self, index: int) -> int:
        """The cells of a part. For a key they include the word after it: both are shown or both left out."""
        (text, look), behind = self._parts[index], self._parts[index + 1 : index + 2]
        word = behind[0][0] if look == "text" and behind and behind[0][1] == "dim" else ""
        return cell_width(text) + cell_width(word)


def titled(title: str, count: int | None = None) -> tuple[Part, ...]:
    """The parts of a dialog's title, with the count after it."""
    return ((title, "title"),) if count is None else ((title, "title"), (f"  {count:,}", "dim"))


def keys(hints: Iterable[KeyHint]) -> tuple[Part, ...]:
    """The parts of a row of keys, each with the word for what it does."""
    parts: list[Part] = []
    for hint in hints:
        gap = "   " if parts else ""
        parts += [(f"{gap}{hint.key}", "text"), (f" {hint.word}", "dim")]
    return tuple(parts)
