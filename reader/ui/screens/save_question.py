"""The question before the first correction, highlight or edit: whether to save the article to the library."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.text.excerpt import excerpt
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.line import Line
from reader.ui.widgets.text_row import Part, titled


class Question(NamedTuple):
    """The question, and a few sentences that explain it."""

    heading: str
    words: str


BEFORE_CORRECTION = Question(
    "Save the article to your library to keep corrections?",
    "It has no article file of your own yet, and corrections are written into one. "
    "What it came from is not changed.",
)
BEFORE_HIGHLIGHT = Question(
    "Save the article to your library to keep highlights?",
    "It has no article file of your own yet, and highlights and notes are written into one. "
    "What it came from is not changed.",
)
BEFORE_EDIT = Question(
    "Save the article to your library to edit it?",
    "It comes with the reader, and its file belongs to the installation. "
    "The copy in your library is opened in your editor.",
)


class Answer(Enum):
    """The two answers for yes: save this article, or save all articles from now on without asking."""

    ONCE = "once"
    ALWAYS = "always"


class Words(Widget):
    """A few sentences, wrapped at the width of the widget."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keep-question--words"}

    DEFAULT_CSS = "Words { height: auto; width: 1fr; }"

    ROWS = 8
    """The most rows that the sentences may take."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of rows at that width."""
        return max(1, len(excerpt(self._words, width, self.ROWS)))

    def render_line(self, y: int) -> Strip:
        line = Line(self.size.width, self.rich_style)
        rows = excerpt(self._words, self.size.width, self.ROWS)
        if y < len(rows):
            line.add(rows[y], self.get_component_rich_style("keep-question--words"))
        return line.strip()


class KeepQuestion(Dialog[Answer]):
    """Asks whether to save an article to the library. Ends with an answer, or with None for no.

    With `can_be_kept` the question need not be asked again.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.SAVE_QUESTION)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("keep.save", "save"),
        Hint("keep.always", "always save"),
        Hint("dialog.close", "not now"),
    )

    def __init__(
        self,
        question: Question = BEFORE_CORRECTION,
        keymap: Keymap = DEFAULT_KEYMAP,
        *,
        can_be_kept: bool = False,
    ) -> None:
        super().__init__(keymap)
        self._question, self._can_be_kept = question, can_be_kept

    def hints(self) -> Iterable[Hint]:
        """The keys that work."""
        return (hint for hint in self.HINTS if self._can_be_kept or hint.commands != "keep.always")

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled(self._question.heading)

    def body(self) -> Iterable[Widget]:
        """The explanation."""
        yield Words(self._question.words)

    def action_agree(self) -> None:
        """Save this article."""
        self.dismiss(Answer.ONCE)

    def action_always(self) -> None:
        """Save this article and, without asking again, every other one."""
        if self._can_be_kept:
            self.dismiss(Answer.ALWAYS)
