"""The navigator: every paragraph in one row, with its number, its signs and its first words.

Owns which sign a paragraph shows. Knows no article view: the screen sets the block being read, and receives a
message when a paragraph is chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import ClassVar, Protocol

from textual.message import Message
from textual.reactive import reactive

from reader.model import BlockKind, numbers
from reader.reading.speakers import HUES, speaker_hues
from reader.text.excerpt import excerpt, excerpt_rows, flat
from reader.text.page import Page
from reader.ui.messages import BlockChosen
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList

TWO_ROWS = 30
"""The least width, in cells, at which a paragraph shows two rows of its words."""

ROWS = 2

SIGN_CELLS = 3
"""Cells for the letter of a mark and the sign of a quote, with the blanks around them."""


class HasBlocks(Protocol):
    """A set of matches, as far as the navigator needs it."""

    def blocks(self) -> Sequence[int]:
        """The indices of the blocks that hold a match, sorted."""
        ...


class ParagraphItems(ItemSource):
    """The blocks of an article. `current` is the block being read, negative in the headline."""

    def __init__(self, page: Page, hues: Mapping[str, int]) -> None:
        self._blocks = page.document.blocks
        self._numbers = numbers(self._blocks)
        self.paragraph_count = max(self._numbers)
        self._quoted: dict[int, int] = {}  # block to the hue of the first speaker quoted in it
        for quote in page.document.quotes:
            for piece in quote.pieces:
                self._quoted.setdefault(piece.block, hues.get(quote.speaker, 0))
        self._highlighted: dict[int, str] = {}  # block to the sign of its first highlight
        for highlight in page.document.highlights:
            for piece in highlight.pieces:
                if highlight.note or piece.block not in self._highlighted:
                    self._highlighted[piece.block] = SIGNS.note if highlight.note else SIGNS.highlight
        self.current = 0
        self.matched: Collection[int] = frozenset()
        self.marks: Mapping[int, str] = {}

    @property
    def _edge(self) -> int:
        """Cells for the bar and the number."""
        return 1 + max(3, len(str(self.paragraph_count)) + 1)

    def count(self) -> int:
        """One item per block."""
        return len(self._blocks)

    def heights(self, width: int) -> Iterable[int]:
        """The rows for the words of each block, and a blank row above each heading but the first block."""
        rows = ROWS if width >= TWO_ROWS else 1
        room = width - self._edge - SIGN_CELLS
        for item, block in enumerate(self._blocks):
            if block.kind is BlockKind.HEADING:
                yield 1 + self.lead(item)
            else:
                yield max(1, excerpt_rows(block.text, room, rows)) if rows > 1 else 1

    def lead(self, item: int) -> int:
        """A blank row above a heading."""
        return 1 if item and self._blocks[item].kind is BlockKind.HEADING else 0

    def caption(self) -> tuple[str, str]:
        """The title, and how many paragraphs are numbered."""
        return "Paragraphs", f"{self.paragraph_count:,}"

    def item_of_paragraph(self, number: int) -> int:
        """The item of the paragraph with that number; the last paragraph if there are fewer."""
        return self._numbers.index(min(number, self.paragraph_count))

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Bar, number, mark, sign and first words; for a heading only the bar and the words."""
        is_current, text = item == self.current, self._blocks[item].text
        edge = self._edge
        line = state.line(width)
        if state.under_cursor or is_current:
            line.add(SIGNS.cursor if state.under_cursor else SIGNS.here, state.style("list--accent"))
        if self._blocks[item].kind is BlockKind.HEADING:
            words = "navigator--heading"
            line.to(edge)
        else:
            words = "list--text"
            number = str(self._numbers[item]).rjust(edge - line.used)
            line.right(number, state.style("list--accent" if is_current else "list--dim"), edge)
            if item in self.marks:
                line.to(edge).add(self.marks[item], state.style("navigator--mark"))
            self._add_sign(line.to(edge + 1), item, state)
            line.to(edge + SIGN_CELLS)
        style = state.style("list--strong" if is_current else words)
        if self._blocks[item].kind is BlockKind.HEADING:
            line.add(flat(text, line.room), style)
            return [state.line(width), line] if self.lead(item) else [line]
        first, *rest = excerpt(text, line.room, ROWS if width >= TWO_ROWS else 1) or [""]
        return [
            line.add(first, style),
            *(state.line(width).to(edge + SIGN_CELLS).add(row, style) for row in rest),
        ]

    def _add_sign(self, line: Line, item: int, state: ItemState) -> None:
        if item in self.matched:
            line.add(SIGNS.match, state.style("list--accent"))
        elif item in self._highlighted:
            line.add(self._highlighted[item], state.style("navigator--highlight"))
        elif item in self._quoted:
            hue = self._quoted[item]
            line.add(SIGNS.quote, state.style(f"navigator--speaker-{hue}" if hue else "list--dim"))


class ParagraphNav(VirtualList):
    """Lists the article's paragraphs. Posts `BlockChosen`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "navigator--heading",
        "navigator--mark",
        "navigator--highlight",
        *(f"navigator--speaker-{hue}" for hue in range(1, HUES + 1)),
    }

    here: reactive[int] = reactive(0, repaint=False)
    """The block being read; negative in the headline."""

    matches: reactive[HasBlocks | None] = reactive(None, repaint=False)
    """The active set; paragraphs that hold a match get a sign."""

    marks: reactive[Mapping[int, str]] = reactive(dict, repaint=False)
    """Letters of the reader's own marks, by block."""

    def __init__(self, page: Page, hues: Mapping[str, int] | None = None, *, id: str | None = None) -> None:
        self._paragraphs = ParagraphItems(page, speaker_hues(page.document) if hues is None else hues)
        super().__init__(self._paragraphs, id=id)

    def chosen_message(self, item: int) -> Message:
        """The block of an item was chosen; the items are the article's blocks."""
        return BlockChosen(item)

    def item_numbered(self, number: int) -> int:
        """The item of the paragraph with that number."""
        return self._paragraphs.item_of_paragraph(number)

    def replace(self, page: Page, hues: Mapping[str, int]) -> None:
        """List another version of the article. The cursor and the window stay if possible."""
        before = self._paragraphs
        self.items = self._paragraphs = ParagraphItems(page, hues)
        self._paragraphs.current, self._paragraphs.marks = before.current, before.marks
        self._paragraphs.matched = before.matched
        self.items_changed()

    def watch_here(self, old: int, new: int) -> None:
        """Show the block being read. The cursor follows unless the user has moved it to another item."""
        self._paragraphs.current = new
        self.item_changed(old, new)
        if not self.has_focus or self.cursor == max(0, old):
            self.cursor = max(0, new)
            self.reveal(self.cursor, near=2)

    def watch_matches(self, matches: HasBlocks | None) -> None:
        """Give a sign to the paragraphs that hold a match."""
        matched = frozenset(matches.blocks() if matches is not None else ())
        if matched != self._paragraphs.matched:
            self._paragraphs.matched = matched
            self.repaint()

    def watch_marks(self, marks: Mapping[int, str]) -> None:
        """Show the reader's marks."""
        self._paragraphs.marks = marks
        self.repaint()
