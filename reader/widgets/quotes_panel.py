"""The quotes: who said what, and in which paragraph.

Owns how a statement is shown in a few rows and which speaker's are listed. Knows no article view: it
tells which quote was chosen and is told which one is current.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model import Document, Quote, numbers
from reader.text.excerpt import crop, excerpt, excerpt_rows, flat
from reader.text.speakers import HUES, reading_order, speaker_hues, speaker_names
from reader.widgets.line import Line
from reader.widgets.looks import Look
from reader.widgets.row_list import RowList

NOBODY = "Unattributed"
NOWHERE = "not placed"


class QuotesPanel(RowList):
    """Lists the article's quotes in reading order, a split statement as one.

    Posts `Chosen` with the quote's index in the document, and `FilterChanged`.
    """

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            **RowList.LOOKS,
            "quotes--words": Look("ink-soft", weight="italic"),
            "quotes--words-here": Look("ink", weight="italic"),
            **{f"quotes--speaker-{hue}": Look(f"speaker-{hue}", weight="bold") for hue in range(1, HUES + 1)},
        }
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "filter_speaker", "This speaker only", id="quotes.speaker", show=False),
        Binding("i", "ask_card", "About the speaker", id="quotes.card", show=False),
    ]

    ROWS = 3
    """Rows that a quote's words may take."""

    ROOM_FOR_CONTEXT = 20
    """Cells a row needs before the context of a quote is worth showing."""

    current: reactive[int | None] = reactive(None, repaint=False)
    """Index of the active quote, which gets the bar; None for none."""

    speaker: reactive[str | None] = reactive(None, repaint=False)
    """The one speaker whose quotes are listed, by the one name (see `speaker_names`); None for all."""

    class Chosen(RowList.Chosen):
        """A quote was chosen; `quote` is its index in the document."""

        def __init__(self, quote: int) -> None:
            super().__init__(quote)
            self.quote = quote

    class FilterChanged(Message):
        """The reader asked for one speaker's quotes, or for all again (`speaker` None).

        `quotes` are the indices now listed, in reading order.
        """

        def __init__(self, speaker: str | None, quotes: tuple[int, ...]) -> None:
            super().__init__()
            self.speaker = speaker
            self.quotes = quotes

    class SpeakerAsked(Message):
        """The reader wants to know more about a speaker, told by the one name; empty for nobody."""

        def __init__(self, speaker: str) -> None:
            super().__init__()
            self.speaker = speaker

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

    def _those_of(self, speaker: str | None) -> tuple[int, ...]:
        return tuple(i for i in self._all if speaker is None or self._names[i] == speaker)

    def replace(self, document: Document, hues: Mapping[str, int], renamed: Mapping[str, str]) -> None:
        """List another version of the article; the cursor stays on its quote, else in its row.

        So does the filter, while that speaker says anything. `renamed` gives the names that became
        another one.
        """
        quote = None if self.at is None else self._quotes[self.at]
        speaker = self.speaker if self.speaker is None else renamed.get(self.speaker, self.speaker)
        self._take(document, hues)
        self.set_reactive(QuotesPanel.speaker, speaker if speaker in self._names else None)
        self._listed = self._those_of(self.speaker)
        self.items_changed()
        if quote is not None:
            words = (quote.text, quote.pieces)
            same = (
                item for item, index in enumerate(self._listed) if words == self._quotes[index][: len(words)]
            )
            self.cursor = next(same, self.cursor)
            self.reveal(self.cursor)

    @property
    def at(self) -> int | None:
        """Index of the quote under the cursor; None where there is none."""
        return self._listed[self.cursor] if self.cursor < len(self._listed) else None

    @property
    def listed(self) -> tuple[int, ...]:
        """Indices of the quotes that are listed, in reading order."""
        return self._listed

    def caption(self) -> tuple[str, str]:
        """The title, the count, and whose quotes they are."""
        if self.speaker is None:
            return "Quotes", f"{len(self._all):,}"
        return "Quotes", (
            f"{len(self._listed):,} of {len(self._all):,} {self.signs.dot} {self.speaker or NOBODY}"
        )

    def vacant(self) -> str:
        """Said where there are no quotes."""
        return "Looking for quotes…" if self.awaited else "No quotes in this article."

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
        quote, here = self._quotes[index], index == self.current
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
        sign = self.signs.cursor if cursor else self.signs.here if index == self.current else " "
        line.add(sign, self.style_of("row-list--here"))
        dim = self.style_of("row-list--dim")
        where = self._where(self._quotes[index])
        speaker, hue = flat(self._names[index], width), self._hues.get(self._names[index], 0)
        style = self.style_of(f"quotes--speaker-{hue}") if hue else dim
        line.add(crop(speaker or NOBODY, max(6, width - 3 - len(where))), style)
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

    def subject(self, item: int) -> int:
        """The quote's index in the document."""
        return self._listed[item]

    def action_filter_speaker(self) -> None:
        """List the quotes of the speaker under the cursor alone, or all again."""
        if self.at is None:
            return
        self.speaker = self._names[self.at] if self.speaker is None else None
        self.post_message(self.FilterChanged(self.speaker, self._listed))

    def action_ask_card(self) -> None:
        """Ask for the card of whoever said the words under the cursor."""
        if self.at is not None:
            self.post_message(self.SpeakerAsked(self._names[self.at]))

    def watch_speaker(self, speaker: str | None) -> None:
        """List that speaker's quotes; the cursor stays on its quote if that is still listed."""
        kept = self.at
        self._listed = self._those_of(speaker)
        self.items_changed()
        if kept in self._listed:
            self.cursor = self._listed.index(kept)
            self.reveal(self.cursor)

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Move the bar, and show the active quote."""
        items = [self._listed.index(quote) for quote in (old, new) if quote in self._listed]
        self.item_changed(*items)
        if new in self._listed:
            if not self.has_focus:
                self.cursor = items[-1]
            self.reveal(items[-1], near=1)
