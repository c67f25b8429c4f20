"""The one question before the first correction: whether to save the article that it is kept in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.screens.dialog import Dialog
from reader.text.excerpt import excerpt
from reader.widgets.line import Line
from reader.widgets.text_row import Part, titled

WORDS = (
    "It has no article file of your own yet, and corrections are written into one. "
    "What it came from is not changed."
)


class Words(Widget):
    """A few sentences, broken at the width there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keep-question--words"}

    DEFAULT_CSS = "Words { height: auto; width: 1fr; }"

    ROWS = 8
    """Rows they may take."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as they take at that width."""
        return max(1, len(excerpt(self._words, width, self.ROWS)))

    def render_line(self, y: int) -> Strip:
        line = Line(self.size.width, self.rich_style)
        rows = excerpt(self._words, self.size.width, self.ROWS)
        if y < len(rows):
            line.add(rows[y], self.get_component_rich_style("keep-question--words"))
        return line.strip()


class KeepQuestion(Dialog[bool]):
    """Asks whether to save an article, so that corrections can be kept. Ends with True, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "agree", "Save", id="keep.save", show=False),
    ]

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", "saves"), ("Esc", "not now"))

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled("Save the article to your library to keep corrections?")

    def body(self) -> Iterable[Widget]:
        """What it means."""
        yield Words(WORDS)

    def action_agree(self) -> None:
        """Yes."""
        self.dismiss(True)
