"""The list of quotes: which quotes are listed, and how a quote is shown.

Knows no article view: the screen sets the current quote, and receives a message when a quote is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.keys.commands import Context
from reader.model import Document, Place, Quote, QuoteId, numbers
from reader.reading.speakers import HUES, UNATTRIBUTED, reading_order, speaker_hues, speaker_names
from reader.text.excerpt import crop, excerpt, excerpt_rows, flat
from reader.ui.bindings import bindings
from reader.ui.messages import QuoteChosen, SpeakerCardAsked, SpeakerFiltered
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList

NOT_PLACED = "not placed"

QUOTE_ROWS = 3
"""Rows that the words of a quote may take."""

JUNCTION = re.compile(r"[,;]? … ")
"""The ellipsis between two pieces of a quote, with the comma or semicolon before it."""

MIN_CONTEXT_WIDTH = 20
"""Cells of a row below which the context of a quote is left out."""


class QuoteItems(ItemSource):
    """The quotes of one speaker, or of all, in reading order. Quotes are identified by their ids.

    `current` is the current quote, `here` the first quote at or after the top of the window. `searching` is
    whether detection may still find quotes.
    """

    def __init__(self, document: Document, hues: Mapping[str, int], speaker: str | None = None) -> None:
        self._numbers = numbers(document.blocks)
        self._hues = hues
        one_name = speaker_names(document)
        order = [document.quotes[index] for index in reading_order(document.quotes)]
        self._all = [(quote, one_name[quote.speaker]) for quote in order]
        self.names = frozenset(name for _, name in self._all)
        """Every speaker, by the one name (see `speaker_names`)."""
        self.current: QuoteId | None = None
        self.here: QuoteId | None = None
        self.searching = False
        self.list_speaker(speaker if speaker in self.names else None)

    def list_speaker(self, speaker: str | None) -> None:
        """List the quotes of a speaker; None lists all quotes."""
        self.speaker = speaker
        self._listed = [pair for pair in self._all if speaker is None or pair[1] == speaker]
        self._placed = [quote for quote, _ in self._listed if quote.pieces]
        # Quotes are in the order of their first words. A long quote may end after the next quote has begun.
        self._ends = list(accumulate(((q.pieces[-1].block, q.pieces[-1].end) for q in self._placed), max))

    def quote(self, item: int) -> Quote | None:
        """The quote of an item; None if there is no such item."""
        return self._listed[item][0] if item < len(self._listed) else None

    def id_of(self, item: int) -> QuoteId:
        """The id of the quote of an item."""
        return self._listed[item][0].id

    def name(self, item: int) -> str | None:
        """The speaker of an item by the one name; None if there is no such item."""
        return self._listed[item][1] if item < len(self._listed) else None

    def item_of(self, quote: QuoteId | None) -> int | None:
        """The item of a quote; None if the quote is not listed."""
        return next((item for item, (listed, _) in enumerate(self._listed) if listed.id == quote), None)

    def next_from(self, place: Place) -> QuoteId | None:
        """The first listed quote that ends after a place, or the last one; None if no quote has a place."""
        if not self._placed:
            return None
        index = bisect_right(self._ends, tuple(place))
        return self._placed[min(index, len(self._placed) - 1)].id

    @property
    def barred(self) -> QuoteId | None:
        """The quote that gets the bar: the current quote, or otherwise the quote at the top of the window."""
        return self.here if self.current is None else self.current

    def count(self) -> int:
        """One item per listed quote."""
        return len(self._listed)

    def lead(self, item: int) -> int:
        """A blank row between quotes."""
        return 1 if item else 0

    def heights(self, width: int) -> Iterable[int]:
        """The blank row, the speaker, the words and the context of each quote."""
        for item, (quote, _) in enumerate(self._listed):
            words = excerpt_rows(shown_words(quote), width - 2, QUOTE_ROWS)
            yield self.lead(item) + 1 + words + shows_context(quote, width)

    def caption(self) -> tuple[str, str]:
        """The title, the count, and the speaker whose quotes are listed."""
        if self.speaker is None:
            return "Quotes", f"{len(self._all):,}"
        count = f"{len(self._listed):,} of {len(self._all):,}"
        return "Quotes", f"{count} {SIGNS.dot} {self.speaker or UNATTRIBUTED}"

    def empty_text(self) -> str:
        """The reason why there are no quotes."""
        return "Looking for quotes…" if self.searching else "No quotes in this article."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The speaker with the number of the paragraph, the words, the context."""
        quote, name = self._listed[item]
        is_current = quote.id == self.barred
        rows = [state.line(width)] * self.lead(item)
        rows.append(self._headline(quote, name, width, state))
        words = state.style("quotes--words-current" if is_current else "quotes--words")
        for text in excerpt(shown_words(quote), width - 2, QUOTE_ROWS):
            rows.append(self._indented(width, is_current, state).add(text, words))
        if shows_context(quote, width):
            context = crop(flat(quote.context, width), width - 2)
            rows.append(self._indented(width, is_current, state).add(context, state.style("list--dim")))
        return rows

    def _headline(self, quote: Quote, name: str, width: int, state: ItemState) -> Line:
        line, dim = state.line(width), state.style("list--dim")
        if state.under_cursor or quote.id == self.barred:
            line.add(SIGNS.cursor if state.under_cursor else SIGNS.here, state.style("list--accent"))
        line.to(1)
        where = self._where(quote)
        speaker, hue = flat(name, width), self._hues.get(name, 0)
        style = state.style(f"quotes--speaker-{hue}") if hue else dim
        line.add(crop(speaker or UNATTRIBUTED, max(6, width - 3 - len(where))), style)
        return line.right(where, dim, width)

    def _indented(self, width: int, is_current: bool, state: ItemState) -> Line:
        line = state.line(width)
        if is_current:
            line.add(SIGNS.here, state.style("list--accent"))
        return line.to(2)

    def _where(self, quote: Quote) -> str:
        """The paragraph of the quote, or the first and last of several; empty in the headline."""
        if not quote.pieces:
            return NOT_PLACED
        shown = [self._numbers[piece.block] for piece in quote.pieces if self._numbers[piece.block]]
        if not shown:
            return ""
        first, last = shown[0], shown[-1]
        number = f"{first}{SIGNS.dash}{last}" if last > first else str(first)
        return f"{SIGNS.paragraph}{number}"


def shown_words(quote: Quote) -> str:
    """The words of a quote, without the comma or semicolon before each ellipsis."""
    return JUNCTION.sub(" … ", quote.text)


def shows_context(quote: Quote, width: int) -> bool:
    """Whether a row of that width shows the context of a quote."""
    return bool(quote.context) and width >= MIN_CONTEXT_WIDTH


class QuotesPanel(VirtualList):
    """Lists the article's quotes in reading order. A quote of several pieces is one item.

    Posts `QuoteChosen`, `SpeakerFiltered` and `SpeakerCardAsked`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "quotes--words",
        "quotes--words-current",
        *(f"quotes--speaker-{hue}" for hue in range(1, HUES + 1)),
    }

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.QUOTES)

    current: reactive[QuoteId | None] = reactive(None, repaint=False)
    """The current quote, which gets the bar; None if there is no current quote."""

    here: reactive[Place | None] = reactive(None, repaint=False)
    """The first place in the window. Without a current quote, the first quote from there on gets the bar."""

    speaker: reactive[str | None] = reactive(None, repaint=False)
    """The one speaker whose quotes are listed, by the one name (see `speaker_names`); None for all."""

    awaited: reactive[bool] = reactive(False)
    """Whether detection may still find quotes."""

    def __init__(
        self, document: Document, hues: Mapping[str, int] | None = None, *, id: str | None = None
    ) -> None:
        self._quotes = QuoteItems(document, speaker_hues(document) if hues is None else hues)
        super().__init__(self._quotes, id=id)

    def chosen_message(self, item: int) -> Message:
        """The quote of an item was chosen."""
        return QuoteChosen(self._quotes.id_of(item))

    def replace(self, document: Document, hues: Mapping[str, int], renamed: Mapping[str, str]) -> None:
        """List another version of the article. The cursor stays on its quote, or otherwise in its row.

        The filter stays as long as its speaker has a quote. `renamed` maps names to the names that replaced
        them.
        """
        under, before = self.quote_under_cursor, self._quotes
        speaker = before.speaker if before.speaker is None else renamed.get(before.speaker, before.speaker)
        self.items = self._quotes = QuoteItems(document, hues, speaker)
        self._quotes.current, self._quotes.searching = before.current, before.searching
        self._quotes.here = None if self.here is None else self._quotes.next_from(self.here)
        self.set_reactive(QuotesPanel.speaker, self._quotes.speaker)
        self.items_changed()
        if under is not None:
            item = self._quotes.item_of(under.id)
            self.put_cursor(self.cursor if item is None else item)

    def point_at(self, quote: QuoteId) -> None:
        """Put the cursor on a quote, if it is listed."""
        self.put_cursor(self._quotes.item_of(quote))

    @property
    def quote_under_cursor(self) -> Quote | None:
        """The quote that the keys act on; None when the list is empty."""
        return self._quotes.quote(self.cursor)

    def lists(self, quote: QuoteId | None) -> bool:
        """Whether a quote is listed."""
        return self._quotes.item_of(quote) is not None

    def next_from(self, place: Place) -> QuoteId | None:
        """The first listed quote that ends after a place, or the last one; None if no quote has a place."""
        return self._quotes.next_from(place)

    def action_filter_speaker(self) -> None:
        """List only the quotes of the speaker under the cursor, or all quotes again."""
        name = self._quotes.name(self.cursor)
        if name is not None:
            self.speaker = name if self.speaker is None else None
            self.post_message(SpeakerFiltered(self.speaker))

    def action_ask_card(self) -> None:
        """Ask for the card of the speaker of the quote under the cursor."""
        name = self._quotes.name(self.cursor)
        if name is not None:
            self.post_message(SpeakerCardAsked(name))

    def watch_speaker(self, speaker: str | None) -> None:
        """List that speaker's quotes; the cursor stays on its quote if that is still listed."""
        under = self.quote_under_cursor
        self._quotes.list_speaker(speaker)
        self.items_changed()
        if under is not None:
            self.point_at(under.id)

    def watch_current(self, old: QuoteId | None, new: QuoteId | None) -> None:
        """Move the bar, and show the current quote."""
        before = self._quotes.barred
        self._quotes.current = new
        self._move_bar(before)

    def watch_here(self, place: Place | None) -> None:
        """Move the bar to the first quote in the window or after it."""
        before = self._quotes.barred
        self._quotes.here = None if place is None else self._quotes.next_from(place)
        if self._quotes.barred != before:
            self._move_bar(before)

    def _move_bar(self, before: QuoteId | None) -> None:
        item = self._quotes.item_of(self._quotes.barred)
        self.item_changed(self._quotes.item_of(before), item)
        if item is not None:
            if not self.has_focus:
                self.cursor = item
            self.reveal(item, near=1)

    def watch_awaited(self, awaited: bool) -> None:
        """Show in an empty list whether more quotes may be found."""
        self._quotes.searching = awaited
