"""Write the place of a quote: its words, and its paragraph if the words occur more than once.

Reading searches for the words in the named paragraph, or everywhere, and takes the first occurrence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Block, Quote, numbers
from reader.text.clean import clean, clean_line
from reader.text.locate import Locator

_GAP = " … "
"""The text between the parts of a split quote."""

# A limit in searched characters. Above it every quote names its paragraph, which needs no search. Only a
# malicious article reaches it.
_SEARCHED = 10_000_000_000


class QuotePlaces:
    """Gives the words and the paragraph to write for a quote of the article with `blocks`."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._numbers = numbers(tuple(blocks))
        self._ids: dict[str, int] = {}
        for index, block in enumerate(blocks):
            self._ids.setdefault(block.id, index)
        self._locator = Locator(blocks)

    def text_and_paragraph(self, quote: Quote) -> tuple[str, int | str]:
        """The text of `quote`, and the number or id of its paragraph; "" if the words are enough.

        A quote without a place is written unchanged. If its words are in the text anyway, reading the file
        places it at their first occurrence.
        """
        words = self._words(quote)
        wanted = quote.pieces[0].block if quote.pieces else None
        if self._locator.spent > _SEARCHED:
            return words, "" if wanted is None else self._reference(wanted)
        blocks = [pieces[0].block for pieces in self._locator.occurrences(words, most=2)]
        if len(blocks) < 2 and wanted in (None, *blocks):
            return words, ""
        if wanted is not None and self._locator.locate(words, wanted) and self._reference(wanted):
            return words, self._reference(wanted)
        return words, self._reference(blocks[0]) if len(blocks) > 1 else ""

    def as_read_back(self, quote: Quote) -> Quote:
        """The quote in the form in which it is read after writing."""
        words, reference = self.text_and_paragraph(quote)
        within: int | None = None
        if reference:
            within = self._ids[reference] if isinstance(reference, str) else self._numbers.index(reference)
        text = clean(words).strip()
        return replace(
            quote,
            text=text,
            pieces=self._locator.locate(text, within),
            speaker=clean_line(quote.speaker),
            context=clean(quote.context).strip(),
        )

    def _words(self, quote: Quote) -> str:
        """The words of `quote` if they are found at its place, or else the words at that place.

        Blanks around the words are removed, because reading would not find them.
        """
        text = quote.text.strip()
        if not quote.pieces:
            return text
        block = quote.pieces[0].block
        standing = _GAP.join(self._blocks[p.block].text[p.start : p.end] for p in quote.pieces)
        for words in (text, standing):
            if self._locator.locate(words, block) == quote.pieces:
                return words
        return text or standing.strip()

    def _reference(self, block: int) -> int | str:
        """The id of a block, or its number if it has no id. Empty for a heading without an id."""
        name = self._blocks[block].id
        if name and self._ids[name] == block and not name.isdigit():
            return name
        return self._numbers[block] or ""
