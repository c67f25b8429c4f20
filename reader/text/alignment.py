"""Align two versions of an article and map places from the old version to the new one.

Owns the mapping from characters of the old text to the same characters in the new text. Paragraphs are
aligned first, then the words inside paragraphs that changed. Both steps pair only text that occurs once on
each side, as a patience diff does, so no step is quadratic: the cost is linear in the text, plus a sort of
the paragraphs. Repeated text that cannot be paired with certainty is left unaligned.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

from reader.model import Status
from reader.text.patterns import compiled
from reader.text.word_boundaries import UNSPACED

LONG_PARAGRAPH = 40
"""Code points. A longer paragraph that occurs once in each version is the same one, wherever it moved."""

LONG_RUN = 40
"""Code points. A longer run of equal words is followed into any paragraph."""

_RELATED = 0.5
"""Share of the shorter paragraph that two paragraphs must have in common before short runs are followed."""

_CLAUSE = 12  # code points; shorter clauses are repeated by chance
_GRAM = 5  # tokens: three words and the separators between them
_TOKEN = rf"(?s)[^\W{UNSPACED}]+|."
# Tokens between paragraphs. They differ between the two sides, and no token of a text equals either.
_OLD_BORDER, _NEW_BORDER = "", "\n\n"

_Gram = tuple[str, ...]
"""A sequence of `_GRAM` tokens."""

_Key = TypeVar("_Key", bound=Hashable)


class Found(NamedTuple):
    """A half-open range in the new text, and how it was found.

    A LOST result is an empty range near the old position of the words, to show the user where to look.
    """

    status: Status
    block: int
    start: int
    end: int

    def unsure(self) -> Found:
        """The same range with the status MOVED, so that the user must confirm it. LOST stays LOST."""
        return self._replace(status=Status.MOVED) if self.status.sure else self


class Run(NamedTuple):
    """`old[start:end]` is at `new_start` in paragraph `block` of the new text."""

    start: int
    end: int
    block: int
    new_start: int


class Alignment:
    """The position in `new_texts` of each run of characters of `old_texts`. Both are lists of paragraphs."""

    def __init__(self, old_texts: Sequence[str], new_texts: Sequence[str]) -> None:
        self.old_texts = old_texts
        self.new_texts = new_texts
        self._equal, self._gaps = _equal_paragraphs(old_texts, new_texts)
        for block in _contested(old_texts, new_texts, self._equal):
            del self._equal[block]
        old_changed = [index for index in range(len(old_texts)) if index not in self._equal]
        unchanged = set(self._equal.values())
        new_changed = [index for index in range(len(new_texts)) if index not in unchanged]
        self.changed = frozenset(new_changed)
        """The paragraphs of the new text that equal no paragraph of the old one."""
        self._runs = _equal_runs(
            _Tokens(old_texts, old_changed, _OLD_BORDER),
            _Tokens(new_texts, new_changed, _NEW_BORDER),
            self._gaps,
        )

    def runs(self, block: int) -> Sequence[Run]:
        """The runs of old paragraph `block` that are in the new text, sorted and not overlapping."""
        if block in self._equal:
            return (Run(0, len(self.old_texts[block]), self._equal[block], 0),)
        return self._runs.get(block, ())

    def map_span(self, block: int, start: int, end: int) -> Found | None:
        """The range of the new text that corresponds to `old_texts[block][start:end]`.

        None if the new text does not contain its characters without a gap. An empty range is a point. It is
        mapped if the characters on both sides of it are still neighbours.
        Raises ValueError when the range is outside the old text.
        """
        length = self._length(block, start, end)
        if start == end and block not in self._equal:
            left, right = max(start - 1, 0), min(start + 1, length)
            around = self.map_span(block, left, right) if left < right else None
            if around is None:
                return None
            new_length = len(self.new_texts[around.block])
            if (start == 0 and around.start > 0) or (start == length and around.end < new_length):
                return None  # something was inserted at the edge of the paragraph
            place = around.start + start - left
            return Found(Status.MAPPED, around.block, place, place)
        runs = self.runs(block)
        index = bisect_right(runs, start, key=lambda run: run.start) - 1
        if index < 0 or runs[index].end < end:
            return None
        new_start = runs[index].new_start + start - runs[index].start
        return Found(Status.MAPPED, runs[index].block, new_start, new_start + end - start)

    def stays(self, block: int, new_block: int) -> bool:
        """Whether an old and a new paragraph are between the same unmoved paragraphs."""
        return self._gaps.of_old(block) == self._gaps.of_new(new_block)

    def map_place(self, block: int, offset: int) -> Found:
        """The point of the new text that corresponds to a point of the old text.

        If the point itself did not survive, the status is MOVED and the point is the nearest edge of
        surviving text: in the same paragraph, otherwise in the next surviving paragraph, otherwise in the
        last one before. The status is LOST when nothing survives. Raises ValueError for a point outside
        the old text.
        """
        mapped = self.map_span(block, offset, offset)
        if mapped is not None:
            return mapped
        runs = self.runs(block)
        if runs:
            edges = [(abs(edge - offset), run, edge) for run in runs for edge in (run.start, run.end)]
            _, run, edge = min(edges)
        elif self._surviving:
            following = bisect_right(self._surviving, block)
            last = following == len(self._surviving)
            run = self.runs(self._surviving[-1])[-1] if last else self.runs(self._surviving[following])[0]
            edge = run.end if last else run.start
        else:
            block = max(0, min(block, len(self.new_texts) - 1))
            return Found(Status.LOST, block, 0, 0)
        place = run.new_start + edge - run.start
        return Found(Status.MOVED, run.block, place, place)

    @cached_property
    def _surviving(self) -> list[int]:
        """The old paragraphs of which at least a part is in the new text."""
        return sorted({*self._equal, *self._runs})

    def _length(self, block: int, start: int, end: int) -> int:
        if 0 <= block < len(self.old_texts) and 0 <= start <= end <= len(self.old_texts[block]):
            return len(self.old_texts[block])
        raise ValueError(f"the old text has no range {start} to {end} in paragraph {block}")


# -- paragraphs --------------------------------------------------------------------------------------


class _Gaps:
    """The numbered gaps between the paragraphs that did not move. `unmoved` has their pairs, in order."""

    def __init__(self, unmoved: Sequence[tuple[int, int]]) -> None:
        self._old = [old for old, _ in unmoved]
        self._new = [new for _, new in unmoved]

    def of_old(self, block: int) -> int:
        """The number of the gap that contains an old paragraph."""
        return bisect_left(self._old, block)

    def of_new(self, block: int) -> int:
        """The number of the gap that contains a new paragraph."""
        return bisect_left(self._new, block)


def _equal_paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[dict[int, int], _Gaps]:
    """Pairs of equal paragraphs (old index to new index), and the gaps between those that did not move.

    A long paragraph that occurs once in both versions is paired wherever it is. Other paragraphs are
    paired inside one gap, in order, where both sides hold the same number of copies.
    """
    pairs: dict[int, int] = {}
    old_places, new_places = _places(_long(old)), _places(_long(new))
    for text, places in old_places.items():
        if len(places) == 1 and len(new_places.get(text, ())) == 1:
            pairs[places[0]] = new_places[text][0]
    gaps = _Gaps(_longest_increasing(sorted(pairs.items())))
    paired = set(pairs.values())
    old_copies = _places(((gaps.of_old(i), text), i) for i, text in enumerate(old) if i not in pairs)
    new_copies = _places(((gaps.of_new(i), text), i) for i, text in enumerate(new) if i not in paired)
    for key, indices in old_copies.items():
        candidates = new_copies.get(key, [])
        if len(candidates) == len(indices):
            pairs.update(zip(indices, candidates, strict=True))
    return pairs, gaps


def _contested(old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int]) -> list[int]:
    """The paired old paragraphs that another paragraph of the new text largely repeats.

    The user may have copied the paragraph and then edited the original, so the equal paragraph may be the
    copy. Paragraphs are compared by their clauses. Linear.
    """
    paired = set(pairs.values())
    known = {new[index] for index in paired}
    repeated: defaultdict[str, set[int]] = defaultdict(set)
    for index, text in enumerate(new):
        if index not in paired and text not in known:
            for clause in _clauses(text):
                repeated[clause].add(index)
    found = []
    for block in pairs:
        clauses = _clauses(old[block])
        if not repeated.keys().isdisjoint(clauses):
            shared: Counter[int] = Counter()
            for clause in clauses:
                for index in repeated.get(clause, ()):
                    shared[index] += len(clause)
            if max(shared.values()) >= _RELATED * sum(map(len, clauses)):
                found.append(block)
    return found


def _clauses(text: str) -> set[str]:
    """The parts of a paragraph between commas and full stops, without very short ones."""
    return {clause for clause in text.replace(".", ",").split(",") if len(clause) >= _CLAUSE}


def _long(texts: Sequence[str]) -> Iterable[tuple[str, int]]:
    return ((text, index) for index, text in enumerate(texts) if len(text) >= LONG_PARAGRAPH)


def _places(items: Iterable[tuple[_Key, int]]) -> Mapping[_Key, list[int]]:
    """The indices of each key, in order."""
    places: defaultdict[_Key, list[int]] = defaultdict(list)
    for key, index in items:
        places[key].append(index)
    return places


def _longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of `pairs` whose second numbers increase. Cost: n log n."""
    tails: list[int] = []  # the smallest last number of an increasing subsequence of each length
    ends: list[int] = []  # the index of the pair that holds that number
    previous: list[int] = []
    for index, (_, number) in enumerate(pairs):
        length = bisect_left(tails, number)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    chosen: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = previous[index]
    return chosen[::-1]


# -- words -------------------------------------------------------------------------------------------


class _Tokens:
    """The paragraphs `blocks` of one version, cut into words and single other characters.

    A border token precedes each paragraph and follows the last one.
    """

    def __init__(self, texts: Sequence[str], blocks: Sequence[int], border: str) -> None:
        self.texts = texts
        self.tokens: list[str] = []
        self._blocks = blocks
        self._borders = array("I")  # the index of the border token before each paragraph, and of the last one
        for block in blocks:
            self._borders.append(len(self.tokens))
            self.tokens.append(border)
            self.tokens += compiled(_TOKEN).findall(texts[block])
        self._borders.append(len(self.tokens))
        self.tokens.append(border)
        self._starts = array("Q", accumulate(map(len, self.tokens), initial=0))
        self.grams = list(zip(*(self.tokens[shift:] for shift in range(_GRAM)), strict=False))

    def paragraph(self, token: int) -> tuple[int, int, int]:
        """The paragraph that holds a token: its index, its first token and the end of its tokens."""
        row = bisect_left(self._borders, token) - 1
        return self._blocks[row], self._borders[row] + 1, self._borders[row + 1]

    def length(self, start: int, end: int) -> int:
        """Code points from token `start` to token `end`."""
        return self._starts[end] - self._starts[start]


class _TokenRun(NamedTuple):
    """Tokens `start` to `end` of the old side equal those from `new_start` on the new side."""

    start: int
    end: int
    new_start: int


def _equal_runs(old: _Tokens, new: _Tokens, gaps: _Gaps) -> dict[int, list[Run]]:
    """The runs of equal words in the changed paragraphs, by old paragraph and in order."""
    found: list[tuple[int, Run]] = []
    shared: Counter[tuple[int, int]] = Counter()
    borders = _Borders(old, new)
    for run in map(borders.cut, _unambiguous(_gram_runs(old.grams, new.grams))):
        if run.start < run.end:
            block, first, _ = old.paragraph(run.start)
            new_block, new_first, _ = new.paragraph(run.new_start)
            start, length = old.length(first, run.start), old.length(run.start, run.end)
            shared[block, new_block] += length
            found.append((block, Run(start, start + length, new_block, new.length(new_first, run.new_start))))
    runs: defaultdict[int, list[Run]] = defaultdict(list)
    for block, piece in found:
        shorter = min(len(old.texts[block]), len(new.texts[piece.block]))
        related = shared[block, piece.block] >= _RELATED * shorter
        same_gap = gaps.of_old(block) == gaps.of_new(piece.block)
        if piece.end - piece.start >= LONG_RUN or (related and same_gap):
            runs[block].append(piece)
    return dict(runs)


def _gram_runs(old: Sequence[_Gram], new: Sequence[_Gram]) -> list[_TokenRun]:
    """The longest runs of equal grams around each gram that occurs once on each side.

    A run stops at a gram that occurs more often on the new side than on the old side: it was copied, and
    the original cannot be identified. A run never leaves its paragraph, because the border tokens of the
    two sides differ. Linear: a run passes no unique gram of another run, so a gram is in at most two runs.
    """
    old_counts, new_counts = Counter(old), Counter(new)

    def continues(index: int, distance: int) -> bool:
        if not (0 <= index < len(old) and 0 <= index + distance < len(new)):
            return False
        gram = old[index]
        return gram == new[index + distance] and new_counts[gram] <= old_counts[gram]

    new_places = dict(zip(new, range(len(new)), strict=True))
    runs: list[_TokenRun] = []
    reached: dict[int, int] = {}  # the end of the last run, by distance between the two sides
    for index, gram in enumerate(old):
        if old_counts[gram] != 1 or new_counts.get(gram) != 1:
            continue
        distance = new_places[gram] - index
        if index < reached.get(distance, 0):
            continue
        start = index
        while continues(start - 1, distance):
            start -= 1
        end = index + 1
        while continues(end, distance):
            end += 1
        reached[distance] = end
        runs.append(_TokenRun(start, end + _GRAM - 1, start + distance))
    return runs


class _Borders:
    """How many tokens two paragraphs have in common at their beginnings and at their ends."""

    def __init__(self, old: _Tokens, new: _Tokens) -> None:
        self._old = old
        self._new = new
        self._common: dict[tuple[int, int], tuple[int, int]] = {}

    def cut(self, run: _TokenRun) -> _TokenRun:
        """The run without its tokens that equally match those at the same border of the other paragraph.

        For example, when "the end" became "the the end", either "the" may be the inserted one.
        """
        _, first, end = self._old.paragraph(run.start)
        _, new_first, new_end = self._new.paragraph(run.new_start)
        if (first, new_first) not in self._common:
            most = min(end - first, new_end - new_first)
            old, new = self._old.tokens, self._new.tokens
            before = next((n for n in range(most) if old[first + n] != new[new_first + n]), most)
            after = next((n for n in range(most) if old[end - 1 - n] != new[new_end - 1 - n]), most)
            self._common[first, new_first] = before, after
        before, after = self._common[first, new_first]
        distance = run.new_start - run.start
        start, stop = run.start, run.end
        if distance != new_first - first:
            start = max(start, first + before, new_first - distance + before)
        if distance != new_end - end:
            stop = min(stop, end - after, new_end - distance - after)
        return _TokenRun(start, stop, start + distance)


def _unambiguous(runs: Sequence[_TokenRun]) -> list[_TokenRun]:
    """The runs without the tokens that two runs claim, on the old side or on the new one.

    Such tokens were repeated, or one of several copies was deleted, so the copies cannot be identified.
    """
    old_cuts = _disjoint([(run.start, run.end) for run in runs])
    new_cuts = _disjoint([(run.new_start, run.new_start + run.end - run.start) for run in runs])
    kept = []
    for run, (start, end), (new_start, new_end) in zip(runs, old_cuts, new_cuts, strict=True):
        distance = run.new_start - run.start
        start, end = max(start, new_start - distance), min(end, new_end - distance)
        if start < end:
            kept.append(_TokenRun(start, end, start + distance))
    return sorted(kept)


def _disjoint(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each range without the parts that an earlier or a later range also covers, in the order given."""
    order = sorted(range(len(ranges)), key=ranges.__getitem__)
    cut = list(ranges)
    covered = 0
    for position, index in enumerate(order):
        start, end = ranges[index]
        following = ranges[order[position + 1]][0] if position + 1 < len(order) else end
        cut[index] = max(start, covered), min(end, following)
        covered = max(covered, end)
    return cut
