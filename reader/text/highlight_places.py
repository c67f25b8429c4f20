"""Find the words of highlights in an article, and record the place of new highlights.

Owns how a highlight over several paragraphs is written as one text, and when its place is certain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TypeAlias

from reader.model import Block, Highlight, Span, Status, WordsAround, numbers
from reader.text.alignment import Alignment, Found
from reader.text.anchors import CONTEXT, Anchor, Finder, anchor_of, find_all

BETWEEN = "\n\n"
"""What separates the paragraphs in the text of a highlight."""


def words_of(pieces: Sequence[Span], texts: Sequence[str]) -> str:
    """The text of a highlight over these spans."""
    return BETWEEN.join(texts[span.block][span.start : span.end] for span in pieces)


def trimmed(spans: Sequence[Span], texts: Sequence[str]) -> tuple[Span, ...]:
    """The spans without blanks at their ends; a span of blanks only is left out."""
    out = []
    for span in spans:
        text = texts[span.block][span.start : span.end]
        start = span.start + len(text) - len(text.lstrip())
        end = span.end - (len(text) - len(text.rstrip()))
        if start < end:
            out.append(Span(span.block, start, end))
    return tuple(out)


def words_around(pieces: Sequence[Span], blocks: Sequence[Block]) -> WordsAround:
    """Where a highlight over these spans is: paragraph, words before it and words after it.

    Reads through the article at least once: a few milliseconds for 3 MB.
    """
    texts = [block.text for block in blocks]
    first, last = pieces[0], pieces[-1]
    before = anchor_of(texts, first.block, first.start, first.end).before
    after = anchor_of(texts, last.block, last.start, last.end).after
    return WordsAround(_reference(blocks, first.block), before, after)


def _reference(blocks: Sequence[Block], index: int) -> str:
    """The id of a block, or its number if it has no id; empty for a heading without an id."""
    block = blocks[index]
    first = next((each for each, other in enumerate(blocks) if other.id == block.id), index)
    if block.id and not block.id.isdigit() and first == index:  # a repeated id names the first block
        return block.id
    return str(numbers(blocks)[index] or "")


class HighlightPlaces:
    """Finds the places of an article's highlights by their words and the words around them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = [block.text for block in blocks]
        self._blocks_by_reference = {
            str(number): index for index, number in enumerate(numbers(blocks)) if number
        }
        for index in range(len(blocks) - 1, -1, -1):
            if blocks[index].id:
                self._blocks_by_reference[blocks[index].id] = index
        self._finder = Finder(self._texts)

    def placed(self, highlight: Highlight) -> Highlight:
        """The highlight with its place in the article. A note on the whole article is unchanged."""
        if not highlight.text:
            return highlight
        hint = self._blocks_by_reference.get(highlight.at.paragraph)
        at = highlight.at
        found = self._found(Anchor(highlight.text, at.before, at.after, hint))
        if found.status is Status.LOST and BETWEEN in highlight.text:
            return self._over_paragraphs(highlight, hint)
        return _with_places(highlight, [found], self._texts)

    def _over_paragraphs(self, highlight: Highlight, hint: int | None) -> Highlight:
        """Find words over several paragraphs together with their context, or find their longest part."""
        text, at, joined = highlight.text, highlight.at, self._joined
        start = joined.only(at.before + text + at.after) + len(at.before)
        if start >= len(at.before) and hint in (None, joined.block_at(start)):
            return replace(highlight, pieces=joined.spans(start, start + len(text)), status=Status.EXACT)
        parts = text.split(BETWEEN)
        index = max(range(len(parts)), key=lambda each: len(parts[each]))
        before = at.before if index == 0 else ""
        after = at.after if index == len(parts) - 1 else ""
        anchor = Anchor(parts[index], before, after, None if hint is None else hint + index)
        found = self._found(anchor)
        start = joined.offset(found.block, found.start) - len(BETWEEN.join([*parts[:index], ""]))
        if found.status is Status.LOST or start < 0 or not joined.text.startswith(text, start):
            return replace(highlight, pieces=(), status=Status.LOST)
        return replace(highlight, pieces=joined.spans(start, start + len(text)), status=found.status)

    @cached_property
    def _joined(self) -> _JoinedTexts:
        return _JoinedTexts(self._texts)

    def _found(self, anchor: Anchor) -> Found:
        return self._finder.at_hint(anchor) or self._finder.find(anchor)


class _JoinedTexts:
    """The texts of an article without blanks at their ends, joined as in a highlight.

    A code block may hold blank lines itself, so the parts of a highlight need not be its paragraphs.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        stripped = [text.strip() for text in texts]
        self._leads = [len(text) - len(text.lstrip()) for text in texts]
        self._blocks = [index for index, text in enumerate(stripped) if text]
        self._lengths = [len(stripped[index]) for index in self._blocks]
        self._starts = [0, *accumulate(length + len(BETWEEN) for length in self._lengths)][:-1]
        self.text = BETWEEN.join(filter(None, stripped))

    def only(self, words: str) -> int:
        """The position of words that occur exactly once; otherwise -1."""
        start = self.text.find(words)
        return -1 if self.text.find(words, start + 1) >= 0 else start

    def block_at(self, position: int) -> int:
        """The block of a position."""
        return self._blocks[bisect_right(self._starts, position) - 1]

    def offset(self, block: int, offset: int) -> int:
        """The position of an offset in a block that is not blank."""
        return self._starts[bisect_right(self._blocks, block) - 1] + offset - self._leads[block]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The range as spans of the blocks."""
        out = []
        for block, first, length in zip(self._blocks, self._starts, self._lengths, strict=True):
            low, high = max(start, first), min(end, first + length)
            if low < high:
                lead = self._leads[block] - first
                out.append(Span(block, low + lead, high + lead))
        return tuple(out)


Places: TypeAlias = Mapping[str, Sequence[Span]]
"""The spans of highlights in a text, by `Highlight.place_key`."""


def kept(highlights: Sequence[Highlight], places: Places, texts: Sequence[str]) -> tuple[Highlight, ...]:
    """The highlights at the places that were certain before, in the same text."""
    known = _known(highlights, places, texts)
    return tuple(
        replace(one, pieces=tuple(known[one.place_key]), status=Status.MAPPED)
        if one.place_key in known and (tuple(known[one.place_key]) != one.pieces or not one.status.sure)
        else one
        for one in highlights
    )


def moved(highlights: Sequence[Highlight], places: Places, alignment: Alignment) -> tuple[Highlight, ...]:
    """The highlights with their places in the new text of `alignment`.

    `places` are those in the old text. A highlight without a place there, or whose place there has other
    words, keeps the place that it has.
    """
    old = alignment.old_texts
    known = _known(highlights, places, old)
    anchors = [_anchor_at(span, old) for pieces in known.values() for span in pieces]
    found = iter(find_all(anchors, alignment.new_texts, alignment))
    by_key = {key: [next(found) for _ in pieces] for key, pieces in known.items()}
    out = []
    for highlight in highlights:
        now = highlight
        if highlight.place_key in by_key:
            now = _with_places(highlight, by_key[highlight.place_key], alignment.new_texts)
            if now.pieces == highlight.pieces and now.status.sure and highlight.status.sure:
                now = highlight
        out.append(now)
    return tuple(out)


def _known(highlights: Sequence[Highlight], places: Places, texts: Sequence[str]) -> Places:
    """The places that still hold the words of their highlights."""
    return {
        one.place_key: places[one.place_key]
        for one in highlights
        if one.place_key in places and _holds(places[one.place_key], texts, one.text)
    }


def _anchor_at(span: Span, texts: Sequence[str]) -> Anchor:
    """An anchor whose offset is known, so its context need not distinguish it from other passages."""
    text = texts[span.block]
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Anchor(text[span.start : span.end], before, after, span.block, span.start)


def _holds(pieces: Sequence[Span], texts: Sequence[str], words: str) -> bool:
    """Whether the spans are inside the texts and hold the words."""
    inside = all(0 <= span.block < len(texts) and span.end <= len(texts[span.block]) for span in pieces)
    return bool(pieces) and inside and words_of(pieces, texts) == words


def _with_places(highlight: Highlight, found: Sequence[Found], texts: Sequence[str]) -> Highlight:
    """The highlight at the places found for its parts, or lost if one of them is lost.

    Parts in several paragraphs are certain only if the paragraphs still follow one another, and if nothing
    was added between the parts.
    """
    if any(one.status is Status.LOST for one in found):
        return replace(highlight, pieces=(), status=Status.LOST)
    pieces = tuple(Span(one.block, one.start, one.end) for one in found)
    follows = all(
        second.block == first.block + 1 and first.end == len(texts[first.block].rstrip()) and not second.start
        for first, second in pairwise(pieces)
    )
    if not follows and list(pieces) != sorted(pieces):
        return replace(highlight, pieces=(), status=Status.LOST)
    sure = follows and all(one.status.sure for one in found)
    mapped = any(one.status is Status.MAPPED for one in found)
    status = (Status.MAPPED if mapped else Status.EXACT) if sure else Status.MOVED
    return replace(highlight, pieces=pieces, status=status)
