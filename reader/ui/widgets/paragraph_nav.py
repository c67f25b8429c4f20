"""The navigator: every paragraph in one row, with its number, its signs and its first words.

Owns which sign a paragraph shows. Knows no article view: it is told where the reader is, and tells
which paragraph was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Protocol

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import BlockKind, numbers
from reader.reading.speakers import HUES, speaker_hues
from reader.text.excerpt import flat
from reader.text.page import Page
from reader.ui.widgets.line import Line
from reader.ui.widgets.looks import Look
from reader.ui.widgets.row_list import RowList


class HasBlocks(Protocol):
    """What the navigator asks of a set of matches: the blocks that hold one."""

    def blocks(self) -> Sequence[int]:
        """Indices of blocks, sorted."""
        ...


class ParagraphNav(RowList):
    """Lists the article's paragraphs. Posts `Chosen` with the block."""

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            **RowList.LOOKS,
            "nav--heading": Look("ink-soft", weight="bold"),
            "nav--mark": Look("here", weight="italic"),
            **{f"nav--speaker-{hue}": Look(f"speaker-{hue}") for hue in range(1, HUES + 1)},
        }
    )

    here: reactive[int] = reactive(0, repaint=False)
    """The block being read; negative in the headline."""

    matches: reactive[HasBlocks | None] = reactive(None, repaint=False)
    """The active set; paragraphs that hold a match get a sign."""

    marks: reactive[Mapping[int, str]] = reactive(dict, repaint=False)
    """Letters of the reader's own marks, by block."""

    class Chosen(Message):
        """A paragraph or heading was chosen."""

        def __init__(self, block: int) -> None:
            super().__init__()
            self.block = block

    def chosen_message(self, item: int) -> Message:
        """The block of an item was chosen; the items are the article's blocks."""
        return self.Chosen(item)

    def __init__(
        self,
        page: Page,
        hues: Mapping[str, int] | None = None,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._matched: frozenset[int] = frozenset()
        self._take(page, hues)

    def _take(self, page: Page, hues: Mapping[str, int] | None) -> None:
        self._blocks = page.document.blocks
        self._numbers = numbers(self._blocks)
        self._count = max(self._numbers)
        self._quoted: dict[int, int] = {}
        hues = speaker_hues(page.document) if hues is None else hues
        for quote in page.document.quotes:
            for piece in quote.pieces:
                self._quoted.setdefault(piece.block, hues.get(quote.speaker, 0))

    def replace(self, page: Page, hues: Mapping[str, int]) -> None:
        """List another version of the article; cursor and window stay where they can."""
        self._take(page, hues)
        self.items_changed()

    def caption(self) -> tuple[str, str]:
        """The title, and how many paragraphs are numbered."""
        return "Paragraphs", f"{self._count:,}"

    def item_count(self) -> int:
        """One item per block."""
        return len(self._blocks)

    def item_numbered(self, number: int) -> int:
        """The paragraph with that number, the last one where there are fewer."""
        return self._numbers.index(min(number, self._count))

    def item_lead(self, item: int) -> int:
        """A blank row above a heading."""
        return 1 if item and self._blocks[item].kind is BlockKind.HEADING else 0

    def heights(self, width: int) -> Iterable[int]:
        """One row each, two for a heading."""
        heights = [2 if block.kind is BlockKind.HEADING else 1 for block in self._blocks]
        heights[0] = 1
        return heights

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """Bar, number, own mark, sign and first words; of a heading the words alone."""
        here, text = item == self.here, self._blocks[item].text
        edge = 1 + max(3, len(str(self._count)) + 1)
        line = Line(width, self.blank)
        if cursor or here:
            line.add(self.signs.cursor if cursor else self.signs.here, self.style_of("row-list--here"))
        if self._blocks[item].kind is BlockKind.HEADING:
            style = "nav--heading"
            line.to(edge)
        else:
            style = "row-list--text"
            number = str(self._numbers[item]).rjust(edge - line.used)
            line.right(number, self.style_of("row-list--here" if here else "row-list--dim"), edge)
            if item in self.marks:
                line.to(edge).add(self.marks[item], self.style_of("nav--mark"))
            self._sign(line.to(edge + 1), item)
            line.to(edge + 3)
        line.add(flat(text, line.room), self.style_of("row-list--strong" if here else style))
        row = line.strip(self.cursor_tint if cursor else None)
        return [Strip.blank(width, self.blank), row] if self.item_lead(item) else [row]

    def _sign(self, line: Line, item: int) -> None:
        if item in self._matched:
            line.add(self.signs.match, self.style_of("row-list--here"))
        elif item in self._quoted:
            hue = self._quoted[item]
            line.add(self.signs.quote, self.style_of(f"nav--speaker-{hue}" if hue else "row-list--dim"))

    def watch_here(self, old: int, new: int) -> None:
        """Follow the reader; the cursor goes along unless the keys are moving it elsewhere."""
        self.item_changed(old, new)
        if not self.has_focus or self.cursor == max(0, old):
            self.cursor = max(0, new)
            self.reveal(self.cursor, near=2)

    def watch_matches(self, matches: HasBlocks | None) -> None:
        """Sign the paragraphs that hold a match."""
        before, self._matched = self._matched, frozenset(matches.blocks() if matches is not None else ())
        if before != self._matched:
            self.looks_changed()

    def watch_marks(self) -> None:
        """Show the reader's marks."""
        self.looks_changed()
