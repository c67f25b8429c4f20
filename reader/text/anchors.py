"""Anchors: describe a passage by its words, and find it again after the article was edited.

Owns the rule for when a result is certain. If the old text is available, a passage is mapped through an
alignment. Otherwise the exact words with their whole context must occur exactly once. A weaker match is
reported as moved, and the user must confirm it. A passage that is gone or ambiguous is reported as lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model import Status
from reader.text.alignment import Alignment, Found
from reader.text.fold import fold
from reader.text.haystack import SEPARATOR, Haystack, Joined, haystack
from reader.text.word_index import WordIndex

__all__ = ["Alignment", "Anchor", "Finder", "Found", "anchor_of", "find", "find_all"]

CONTEXT = 32
"""Code points of context on each side, extended to whole words. Annotation tools that follow the W3C model
use the same length. `anchor_of` takes more if this does not distinguish repeated text."""

_MOST_CONTEXT = 512  # code points on each side; longer repeated text is not distinguished by its words
_LONGEST_WORD = 16  # code points by which a context is extended to reach the edge of a word
_TELLING = 12  # code points; a shorter text is not searched without its context
_INDEXED = 200_000_000  # characters read; after that many, an index of the words costs less than reading on


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: its exact words and the words before and after them in the same paragraph.

    `exact` is empty for a point between `before` and `after`. `block` (a paragraph's index) and `offset`
    are hints about where the words were; an article file keeps no offset.
    """

    exact: str
    before: str = ""
    after: str = ""
    block: int | None = None
    offset: int | None = None


def anchor_of(texts: Sequence[str], block: int, start: int, end: int) -> Anchor:
    """The anchor for `texts[block][start:end]`.

    The context is doubled until the words with it occur once in all texts, up to 512 code points on each
    side. Reads through the texts at least once: a few milliseconds for 3 MB.
    Raises ValueError when the range is outside the texts.
    """
    if not (0 <= block < len(texts) and 0 <= start <= end <= len(texts[block])):
        raise ValueError(f"the text has no range {start} to {end} in paragraph {block}")
    text = texts[block]
    size = CONTEXT
    while True:
        low, high = _word_edge(text, start - size, -1), _word_edge(text, end + size, 1)
        whole = low == 0 and high == len(text)
        if whole or size >= _MOST_CONTEXT or _occurs_once(texts, text[low:high]):
            return Anchor(text[start:end], text[low:start], text[end:high], block, start)
        size *= 2


def find(anchor: Anchor, new_texts: Sequence[str], alignment: Alignment | None = None) -> Found:
    """Find one passage in the new text; see `find_all`."""
    return find_all([anchor], new_texts, alignment)[0]


def find_all(
    anchors: Sequence[Anchor], new_texts: Sequence[str], alignment: Alignment | None = None
) -> list[Found]:
    """Find each passage in the new text.

    `alignment` maps the text in which the anchors were last seen to `new_texts`. For 5,000 anchors in
    3 MB the alignment takes about 0.1 s and this function 0.1 s; without an alignment it takes about 1 s,
    on a busy machine.
    """
    new = Finder(new_texts)
    if alignment is None:
        return [new.find(anchor) for anchor in anchors]
    old = Finder(alignment.old_texts)
    copies = _Copies(alignment)
    return [_mapped(anchor, old, new, copies, alignment) for anchor in anchors]


class _Copies:
    """Tells whether words of the old text were copied to another place of the new text."""

    def __init__(self, alignment: Alignment) -> None:
        self._changed_blocks = alignment.changed
        self._changed = SEPARATOR.join(alignment.new_texts[block] for block in sorted(alignment.changed))
        self._old = SEPARATOR.join(alignment.old_texts)

    def has(self, anchor: Anchor, block: int) -> bool:
        """Whether the words occur once in the old text, and in the new text outside paragraph `block` too.

        They are compared with some of the words before them or after them, because words alone also occur by
        chance. Only paragraphs that changed are searched: in the others nothing can have been added.
        """
        before, after = anchor.before[-_TELLING:], anchor.after[:_TELLING]
        sides = [
            words
            for words, context in ((before + anchor.exact, before), (anchor.exact + after, after))
            if context
        ]
        return any(self._added(words, block) for words in sides or [anchor.exact])

    def _added(self, words: str, block: int) -> bool:
        if not words.strip() or self._changed.count(words) <= (block in self._changed_blocks):
            return False
        return self._old.find(words, self._old.find(words) + 1) < 0


def _mapped(anchor: Anchor, old: Finder, new: Finder, copies: _Copies, alignment: Alignment) -> Found:
    before = old.at_hint(anchor) or old.find(anchor)
    if not before.status.sure:
        return new.find(anchor).unsure()
    mapped = alignment.map_span(before.block, before.start, before.end)
    if mapped is not None:
        # Words that were copied may have been edited where they came from: then the copy looks like them.
        if copies.has(anchor, mapped.block):
            return mapped.unsure()
        sure = alignment.stays(before.block, mapped.block) or not new.has_rival(anchor)
        return mapped if sure else mapped.unsure()
    found = new.find(anchor)
    if found.status is Status.LOST:
        near = alignment.map_place(before.block, before.start)
        return Found(Status.LOST, near.block, near.start, near.start)
    return found.unsure()


class Finder:
    """Finds passages in one version of an article. Typographic variants of a character count as equal."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._read = 0

    def at_hint(self, anchor: Anchor) -> Found | None:
        """The passage at the position of its hints, or None if its words and context are not there.

        Without an offset, the paragraph must contain them exactly once, and the context must not be short.
        """
        block, start = anchor.block, anchor.offset
        if block is None or not 0 <= block < len(self._texts):
            return None
        text, words = self._texts[block], anchor.before + anchor.exact + anchor.after
        first = text.find(words) if start is None else start - len(anchor.before)
        if first < 0 or not text.startswith(words, first):
            return None
        if start is None and (_is_short(anchor) or text.find(words, first + 1) >= 0):
            return None
        start = first + len(anchor.before)
        return Found(Status.EXACT, block, start, start + len(anchor.exact))

    def find(self, anchor: Anchor) -> Found:
        """Find the passage by its words and their context."""
        words = self._fold(anchor.before + anchor.exact + anchor.after)
        if not words.strip() or SEPARATOR in words:
            return self._lost(anchor)
        places = self._two(words)
        if not places:
            return self._by_part(anchor) or self._lost(anchor)
        if len(places) == 1:
            found = self._found(Status.EXACT, places[0], anchor.before, anchor.exact, anchor.after)
            # Equal short paragraphs have no context that distinguishes them.
            elsewhere = found and anchor.block not in (None, found.block)
            if found and elsewhere and (_is_short(anchor) or self.has_rival(anchor)):
                found = found.unsure()
        else:
            here = [] if anchor.block is None else self._two(words, anchor.block)
            found = None
            if len(here) == 1:
                found = self._found(Status.MOVED, here[0], anchor.before, anchor.exact, anchor.after)
        return found or self._lost(anchor)

    def has_rival(self, anchor: Anchor) -> bool:
        """Whether the words, alone or with the context on one side, occur in several places.

        Then one of the places may be a copy, and another the original, whose context was edited. Short words
        alone occur in several places by chance.
        """
        before, after = anchor.before + anchor.exact, anchor.exact + anchor.after
        sides = [words for words, context in ((before, anchor.before), (after, anchor.after)) if context]
        if len(anchor.exact.strip()) >= _TELLING:
            sides.append(anchor.exact)
        return any(len(self._two(self._fold(words))) > 1 for words in sides)

    def _by_part(self, anchor: Anchor) -> Found | None:
        """Find the passage by its words with the context on one side, otherwise by its words alone."""
        for before, after in ((anchor.before, ""), ("", anchor.after), ("", "")):
            words = self._fold(before + anchor.exact + after)
            places = self._two(words) if len(words.strip()) >= _TELLING else []
            if len(places) == 1:
                found = self._found(Status.MOVED, places[0], before, anchor.exact, after)
                if found:
                    return found
        return None

    def _found(self, status: Status, at: int, before: str, exact: str, after: str) -> Found | None:
        """The range of `exact`, or None if it cuts a folded character.

        `at` is the position of the folded words in the folded text.
        """
        words = before + exact + after
        folded = self._fold(words)
        if self._hay.folded.cuts(at, at + len(folded)):
            return None
        block, start, end = self._hay.place(at, at + len(folded))
        if self._texts[block][start:end] == words:
            start += len(before)
            return Found(status, block, start, start + len(exact))
        parts = [self._fold(part) for part in (before, exact, after)]
        if "".join(parts) != folded:
            return None
        at += len(parts[0])
        if self._hay.folded.cuts(at, at + len(parts[1])):
            return None
        return Found(status, *self._hay.place(at, at + len(parts[1])))

    def _lost(self, anchor: Anchor) -> Found:
        block = max(0, min(anchor.block or 0, len(self._texts) - 1))
        return Found(Status.LOST, block, 0, 0)

    def _two(self, words: str, block: int | None = None) -> list[int]:
        """The first two positions of folded words, in one paragraph or in the whole text."""
        text = self._hay.text
        low, high = (0, len(text)) if block is None else self._hay.bounds(block)
        if block is None and self._read > _INDEXED:
            starts = self._index.starts(words)
            if starts is not None:
                return starts[:2]
        self._read += high - low
        places: list[int] = []
        at = text.find(words, low, high)
        while at >= 0 and len(places) < 2:
            places.append(at)
            at = text.find(words, at + 1, high)
        return places

    @staticmethod
    def _fold(words: str) -> str:
        return fold(words, case=True, accents=True).text

    @cached_property
    def _hay(self) -> Haystack:
        return haystack(Joined(self._texts), case=True, accents=True)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._hay.text)


def _is_short(anchor: Anchor) -> bool:
    """Whether the context reaches both ends of the paragraph, so that a copy of it has the same anchor."""
    return max(len(anchor.before), len(anchor.after)) < CONTEXT


def _word_edge(text: str, at: int, step: int) -> int:
    """The edge of the word at `at` in the direction of `step`, or `at` itself in a very long word."""
    at = max(0, min(at, len(text)))
    edge = at
    for _ in range(_LONGEST_WORD):
        if edge in (0, len(text)) or text[edge - (step < 0)].isspace():
            return edge
        edge += step
    return at


def _occurs_once(texts: Sequence[str], words: str) -> bool:
    """Whether the words occur exactly once in the texts."""
    found = False
    for text in texts:
        at = text.find(words)
        if at >= 0 and (found or text.find(words, at + 1) >= 0):
            return False
        found = found or at >= 0
    return found
