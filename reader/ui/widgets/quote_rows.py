"""How a quote is shown in a few rows: who said it and where, its words, and when that was.

Owns the order of the quotes and their looks. Which of them are listed is said in `quotes_panel`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Document, Quote, QuoteId, numbers
from reader.reading.speakers import HUES, UNATTRIBUTED, reading_order, speaker_hues, speaker_names
from reader.text.excerpt import crop, excerpt, excerpt_rows, flat
from reader.ui.widgets.line import Line
from reader.ui.widgets.looks import Look
from reader.ui.widgets.row_list import RowList

NOWHERE = "not placed"


class QuoteRows(RowList):
    """A list of quotes, all of them at first."""

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            **RowList.LOOKS,
            "quotes--words": Look("ink-soft", weight="italic"),
            "quotes--words-here": Look("ink", weight="italic"),
            **{f"quotes--speaker-{hue}": Look(f"speaker-{hue}", weight="bold") for hue in range(1, HUES + 1)},
        }
    )

    ROWS = 3
    """Rows that a quote's words may take."""

    ROOM_FOR_CONTEXT = 20
    """Cells a row needs before the context of a quote is worth showing."""

    current: reactive[QuoteId | None] = reactive(None, repaint=False)
    """The active quote, which gets the bar; None when no quote is active."""

    def __init__(
        self,
        document: Document,
        hues: Mapping[str, int] | None = None,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._take(document, hues)

    def _take(self, document: Document, hues: Mapping[str, int] | None) -> None:
        self._quotes = document.quotes
        self._numbers = numbers(document.blocks)
        self._hues = speaker_hues(document) if hues is None else hues
        one_name = speaker_names(document)
        self._names = tuple(one_name[quote.speaker] for quote in self._quotes)
        self._all = reading_order(self._quotes)
        self._listed = self._all

    def item_count(self) -> int:
        """One item per listed quote."""
        return len(self._listed)

    def item_lead(self, item: int) -> int:
        """A blank row between quotes."""
        return 1 if item else 0

    def item_height(self, item: int, width: int) -> int:
        """Blank row, speaker, words and context."""
        quote = self._quotes[self._listed[item]]
        words = excerpt_rows(quote.text, width - 2, self.ROWS)
        return self.item_lead(item) + 1 + words + self._has_context(quote, width)

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """The speaker with the paragraph's number, the words, the context."""
        index = self._listed[item]
        quote = self._quotes[index]
        here = quote.id == self.current
        dim = self.style_of("row-list--dim")
        rows = [self._headline(index, width, cursor)]
        words = self.style_of("quotes--words-here" if here else "quotes--words")
        shown = excerpt(quote.text, width - 2, self.ROWS)
        rows += [self._indented(width, here).add(text, words) for text in shown]
        if self._has_context(quote, width):
            context = crop(flat(quote.context, width), width - 2)
            rows.append(self._indented(width, here).add(context, dim))
        over = self.cursor_tint if cursor else None
        lead = [Line(width, self.blank).strip()] * self.item_lead(item)
        return [*lead, *(row.strip(over) for row in rows)]

    def _headline(self, index: int, width: int, cursor: bool) -> Line:
        line = Line(width, self.blank)
        here = self._quotes[index].id == self.current
        sign = self.signs.cursor if cursor else self.signs.here if here else " "
        line.add(sign, self.style_of("row-list--here"))
        dim = self.style_of("row-list--dim")
        where = self._where(self._quotes[index])
        speaker, hue = flat(self._names[index], width), self._hues.get(self._names[index], 0)
        style = self.style_of(f"quotes--speaker-{hue}") if hue else dim
        line.add(crop(speaker or UNATTRIBUTED, max(6, width - 3 - len(where))), style)
        return line.right(where, dim, width)

    def _indented(self, width: int, here: bool) -> Line:
        line = Line(width, self.blank)
        if here:
            line.add(self.signs.here, self.style_of("row-list--here"))
        return line.to(2)

    def _where(self, quote: Quote) -> str:
        """The paragraph the quote stands in, or the first and last of several."""
        shown = [self._numbers[piece.block] for piece in quote.pieces if self._numbers[piece.block]]
        if not quote.pieces:
            return NOWHERE
        if not shown:
            return ""
        first, last = shown[0], shown[-1]
        number = f"{first}{self.signs.dash}{last}" if last > first else str(first)
        return f"{self.signs.paragraph}{number}"

    def _has_context(self, quote: Quote, width: int) -> bool:
        return bool(quote.context) and width >= self.ROOM_FOR_CONTEXT
