"""The quotes: whose are listed, which one the cursor is on, and what is asked about them.

How one is shown is said in `quote_rows`. Knows no article view: it tells which quote was chosen and is
told which one is current.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.model import Document, Place
from reader.reading.speakers import NOBODY
from reader.ui.widgets.quote_rows import QuoteRows
from reader.ui.widgets.row_list import RowList


class QuotesPanel(QuoteRows):
    """Lists the article's quotes in reading order, a split statement as one.

    Posts `Chosen` with the quote's index in the document, and `FilterChanged`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "filter_speaker", "This speaker only", id="quotes.speaker", show=False),
        Binding("i", "ask_card", "About the speaker", id="quotes.card", show=False),
    ]

    speaker: reactive[str | None] = reactive(None, repaint=False)
    """The one speaker whose quotes are listed, by the one name (see `speaker_names`); None for all."""

    class Chosen(RowList.Chosen):
        """A quote was chosen; `index` is its index in the document."""

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

    def next_from(self, place: Place) -> int | None:
        """Index of the first listed quote that ends behind a place, else of the last; None for none."""
        placed = [index for index in self._listed if self._quotes[index].pieces]
        ends = ((index, self._quotes[index].pieces[-1]) for index in placed)
        behind = (index for index, end in ends if (end.block, end.end) > place)
        return next(behind, placed[-1] if placed else None)

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

    def action_filter_speaker(self) -> None:
        """List the quotes of the speaker under the cursor alone, or all again."""
        if self.at is None:
            return
        self.speaker = self._names[self.at] if self.speaker is None else None
        self.post_message(self.FilterChanged(self.speaker))

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
