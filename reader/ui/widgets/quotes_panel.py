"""The quotes: whose are listed, which one the cursor is on, and what is asked about them.

How one is shown is said in `quote_rows`. Knows no article view: it tells which quote was chosen and is
told which one is current.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.keys.commands import Context
from reader.model import Document, Place, Quote, QuoteId
from reader.reading.speakers import UNATTRIBUTED
from reader.ui.bindings import bindings
from reader.ui.widgets.quote_rows import QuoteRows


class QuotesPanel(QuoteRows):
    """Lists the article's quotes in reading order, a split statement as one.

    Posts `Chosen`, `FilterChanged` and `SpeakerAsked`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.QUOTES)

    speaker: reactive[str | None] = reactive(None, repaint=False)
    """The one speaker whose quotes are listed, by the one name (see `speaker_names`); None for all."""

    class Chosen(Message):
        """A quote was chosen."""

        def __init__(self, quote: QuoteId) -> None:
            super().__init__()
            self.quote = quote

    class FilterChanged(Message):
        """The reader asked for one speaker's quotes, or for all again (`speaker` None)."""

        def __init__(self, speaker: str | None) -> None:
            super().__init__()
            self.speaker = speaker

    class SpeakerAsked(Message):
        """The reader wants to know more about a speaker, told by the one name; empty for nobody."""

        def __init__(self, speaker: str) -> None:
            super().__init__()
            self.speaker = speaker

    def _those_of(self, speaker: str | None) -> tuple[int, ...]:
        return tuple(i for i in self._all if speaker is None or self._names[i] == speaker)

    def chosen_message(self, item: int) -> Message:
        """The quote of an item was chosen."""
        return self.Chosen(self._quotes[self._listed[item]].id)

    def replace(self, document: Document, hues: Mapping[str, int], renamed: Mapping[str, str]) -> None:
        """List another version of the article; the cursor stays on its quote, else in its row.

        The filter stays too, as long as its speaker has a quote. `renamed` maps names to the names that
        replaced them.
        """
        under = self.quote_under_cursor
        speaker = self.speaker if self.speaker is None else renamed.get(self.speaker, self.speaker)
        self._take(document, hues)
        self.set_reactive(QuotesPanel.speaker, speaker if speaker in self._names else None)
        self._listed = self._those_of(self.speaker)
        self.items_changed()
        if under is not None:
            item = self._item_of(under.id)
            self.put_cursor(self.cursor if item is None else item)

    def _item_of(self, quote: QuoteId | None) -> int | None:
        """The item of a quote; None when it is not listed."""
        return next((item for item, i in enumerate(self._listed) if self._quotes[i].id == quote), None)

    def point_at(self, quote: QuoteId) -> None:
        """Put the cursor on a quote, if it is listed."""
        self.put_cursor(self._item_of(quote))

    @property
    def quote_under_cursor(self) -> Quote | None:
        """The quote that the keys act on; None when the list is empty."""
        return self._quotes[self._listed[self.cursor]] if self.cursor < len(self._listed) else None

    def lists(self, quote: QuoteId | None) -> bool:
        """Whether a quote is listed."""
        return self._item_of(quote) is not None

    def next_from(self, place: Place) -> QuoteId | None:
        """The first listed quote that ends after a place, else the last one; None when none has a place."""
        placed = [quote for index in self._listed if (quote := self._quotes[index]).pieces]
        for quote in placed:
            end = quote.pieces[-1]
            if (end.block, end.end) > place:
                return quote.id
        return placed[-1].id if placed else None

    def caption(self) -> tuple[str, str]:
        """The title, the count, and whose quotes they are."""
        if self.speaker is None:
            return "Quotes", f"{len(self._all):,}"
        return "Quotes", (
            f"{len(self._listed):,} of {len(self._all):,} {self.signs.dot} {self.speaker or UNATTRIBUTED}"
        )

    def vacant(self) -> str:
        """Said where there are no quotes."""
        return "Looking for quotes…" if self.awaited else "No quotes in this article."

    def _name_under_cursor(self) -> str | None:
        """The speaker of the quote under the cursor, by their one name; None when the list is empty."""
        return self._names[self._listed[self.cursor]] if self.cursor < len(self._listed) else None

    def action_filter_speaker(self) -> None:
        """List only the quotes of the speaker under the cursor, or all quotes again."""
        name = self._name_under_cursor()
        if name is not None:
            self.speaker = name if self.speaker is None else None
            self.post_message(self.FilterChanged(self.speaker))

    def action_ask_card(self) -> None:
        """Ask for the card of the speaker of the quote under the cursor."""
        name = self._name_under_cursor()
        if name is not None:
            self.post_message(self.SpeakerAsked(name))

    def watch_speaker(self, speaker: str | None) -> None:
        """List that speaker's quotes; the cursor stays on its quote if that is still listed."""
        under = self.quote_under_cursor
        self._listed = self._those_of(speaker)
        self.items_changed()
        if under is not None:
            self.point_at(under.id)

    def watch_current(self, old: QuoteId | None, new: QuoteId | None) -> None:
        """Move the bar, and show the active quote."""
        item = self._item_of(new)
        self.item_changed(*(each for each in (self._item_of(old), item) if each is not None))
        if item is not None:
            if not self.has_focus:
                self.cursor = item
            self.reveal(item, near=1)
