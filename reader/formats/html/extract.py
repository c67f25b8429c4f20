"""Which units of a page are its article.

Owns the decision: trafilatura says where the main text is; what it lost between its paragraphs is taken
back from the page, and what belongs to the frame is put out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.formats.html.align import Alignment
from reader.formats.html.dom import Node, squash
from reader.formats.html.frame import asks, is_frame, is_label, leads_away
from reader.formats.html.units import Unit
from reader.model import BlockKind

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CODE)
_MOST = 0.85  # of the found text must be in the element that is taken for the article's
_LONG = 60  # characters from which a text is a paragraph that somebody wrote
_MOSTLY_LINKS = 0.5


class Places:
    """Where units stand in the tree: the elements around each, and whether one of them is of the frame."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._chains: dict[Node, tuple[Node, ...]] = {}
        self._frames: dict[Node, bool] = {}
        self.around = [self._chain(unit.element) for unit in units]
        self.framed = [self.in_frame(chain) for chain in self.around]

    def _chain(self, element: Node) -> tuple[Node, ...]:
        """The elements from the root to `element`, both included."""
        chain = self._chains.get(element)
        if chain is None:
            parent = element.getparent()
            chain = (*(self._chain(parent) if parent is not None else ()), element)
            self._chains[element] = chain
        return chain

    def in_frame(self, chain: Sequence[Node], below: int = 0) -> bool:
        """Whether an element of `chain` deeper than `below` is of the frame."""
        for element in chain[below:]:
            if element not in self._frames:
                self._frames[element] = is_frame(element)
            if self._frames[element]:
                return True
        return False


def select(units: Sequence[Unit], extracted: Sequence[str]) -> tuple[list[int], float]:
    """The indexes of the article's units, and the share of the extracted text they explain."""
    places = Places(units)
    aligned = Alignment(units, extracted, places.framed)
    chosen = list(aligned.found)
    holder = _holder(units, chosen, places)
    if holder is None:
        return [], aligned.share
    inside = [holder in chain for chain in places.around]
    depth = _depth_of(holder, places)
    framed = [
        is_in and places.in_frame(chain, depth) for is_in, chain in zip(inside, places.around, strict=True)
    ]
    _drop_frame(units, chosen, framed)
    _take_back(units, chosen, inside, framed)
    _go_on(units, chosen, inside, framed)
    _drop_lines(units, chosen, framed)
    _settle_headings(units, chosen, inside, framed)
    _settle_captions(units, chosen, inside, framed)
    return [i for i, is_chosen in enumerate(chosen) if is_chosen], aligned.share


def _depth_of(holder: Node, places: Places) -> int:
    return next(chain.index(holder) + 1 for chain in places.around if holder in chain)


def _holder(units: Sequence[Unit], chosen: Sequence[bool], places: Places) -> Node | None:
    """The smallest element that holds most of the text found."""
    weights: Counter[Node] = Counter()
    depths: dict[Node, int] = {}
    total = 0
    for unit, is_chosen, chain in zip(units, chosen, places.around, strict=True):
        if is_chosen:
            size = len(unit.text)
            total += size
            for depth, element in enumerate(chain):
                weights[element] += size
                depths[element] = depth
    around = [element for element, weight in weights.items() if weight >= _MOST * total]
    return max(around, key=lambda element: depths[element], default=None)


def _linked(unit: Unit) -> float:
    return unit.linked / max(1, len(unit.text))


def _drop_frame(units: Sequence[Unit], chosen: list[bool], framed: Sequence[bool]) -> None:
    """Put out what was found in parts of the frame, unless the article itself is in one."""
    inside = [i for i, is_chosen in enumerate(chosen) if is_chosen and framed[i]]
    total = sum(len(units[i].text) for i, is_chosen in enumerate(chosen) if is_chosen)
    if sum(len(units[i].text) for i in inside) < 0.3 * total:
        for i in inside:
            chosen[i] = False


def _take_back(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]
) -> None:
    """Choose what stands between the chosen units and is no part of the frame."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind is not BlockKind.HEADING]
    if not marks:
        return
    for i in range(marks[0], marks[-1]):
        unit = units[i]
        if chosen[i] or not inside[i] or framed[i] or unit.kind not in _TEXT_KINDS:
            continue
        if _linked(unit) <= _MOSTLY_LINKS and not (len(unit.text) < _LONG and asks(unit.text)):
            chosen[i] = True
        elif unit.kind is BlockKind.ITEM and _list_of_text(units, i):
            chosen[i] = True


def _list_of_text(units: Sequence[Unit], index: int) -> bool:
    """Whether an item stands in a list that is not only links."""
    holder = units[index].element.getparent()
    items = [unit for unit in units[max(0, index - 30) : index + 30] if unit.element.getparent() is holder]
    return sum(unit.linked for unit in items) < _MOSTLY_LINKS * sum(len(unit.text) for unit in items)


def _go_on(units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]) -> None:
    """Choose the paragraphs before the first and after the last chosen one that stand right beside them."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS]
    if not marks:
        return
    beside = {units[i].element.getparent() for i in marks if units[i].kind is BlockKind.PARAGRAPH}
    for start, step in ((marks[-1], 1), (marks[0], -1)):
        i = start + step
        while 0 <= i < len(units) and inside[i] and not framed[i]:
            unit = units[i]
            if unit.kind in (BlockKind.HEADING, BlockKind.CAPTION):
                break
            if (
                unit.element.tag in ("p", "blockquote", "pre", "li")
                and (unit.element.getparent() in beside or unit.kind in (BlockKind.QUOTE, BlockKind.ITEM))
                and len(unit.text) >= (_LONG if unit.kind is BlockKind.PARAGRAPH else 20)
                and _linked(unit) < 0.3
                and not asks(unit.text)
            ):
                chosen[i] = True
            elif len(unit.text) >= _LONG:
                break
            i += step


def _drop_lines(units: Sequence[Unit], chosen: list[bool], framed: Sequence[bool]) -> None:
    """Put out the lines of the frame that stand among the paragraphs without a box of their own."""
    last = max((i for i, is_chosen in enumerate(chosen) if is_chosen), default=0)
    for i, is_chosen in enumerate(chosen):
        unit = units[i]
        if not is_chosen or unit.kind is BlockKind.CODE:
            continue
        whole_link = _linked(unit) > 0.9
        if is_label(unit.text) and (unit.kind is not BlockKind.HEADING or _is_last_heading(units, chosen, i)):
            chosen[i] = False
        elif leads_away(unit.text, unit.linked) and unit.kind is not BlockKind.HEADING:
            chosen[i] = False
        elif asks(unit.text) and (whole_link or _linked(unit) > 0.2 or (i >= last - 2 and _slanted(unit))):
            chosen[i] = False


def _slanted(unit: Unit) -> bool:
    """Whether all of a unit is emphasised, as notes of the house are."""
    return any(r.end - r.start > 0.8 * len(unit.text) for r in unit.inlines)


def _is_last_heading(units: Sequence[Unit], chosen: Sequence[bool], index: int) -> bool:
    following = [i for i in range(index + 1, len(units)) if chosen[i]]
    return sum(len(units[i].text) for i in following) < 4 * _LONG or all(
        _linked(units[i]) > 0.5 for i in following
    )


def _settle_headings(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]
) -> None:
    """Keep just the headings over something chosen."""
    follows = False  # whether text was chosen after this, with no more than a line lost between
    passed = 0
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.kind is not BlockKind.HEADING:
            if chosen[i] and unit.kind is not BlockKind.CAPTION:
                follows, passed = True, 0
            elif inside[i] and len(unit.text) >= _LONG:
                passed += 1
        elif not follows:
            chosen[i] = False
        elif not chosen[i] and passed == 0 and inside[i] and not framed[i] and _after_text(units, chosen, i):
            chosen[i] = not is_label(unit.text) and _linked(unit) < 0.9


def _after_text(units: Sequence[Unit], chosen: Sequence[bool], index: int) -> bool:
    return any(chosen[i] and units[i].kind in _TEXT_KINDS for i in range(index))


def _settle_captions(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]
) -> None:
    """Choose the captions of the article's images, and alternative texts that say what nothing else does."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS]
    said = {squash(unit.text).casefold() for unit, is_chosen in zip(units, chosen, strict=True) if is_chosen}
    if not marks:
        return
    for i, unit in enumerate(units):
        if unit.kind is not BlockKind.CAPTION:
            continue
        words = squash(unit.text).casefold()
        near = marks[0] - 6 <= i < marks[-1] + 3 if not unit.picture else marks[0] < i < marks[-1]
        own = not unit.picture or not _captioned(units, i)
        keep = inside[i] and not framed[i] and near and own and not is_label(unit.text)
        chosen[i] = keep and words not in said
        if chosen[i]:
            said.add(words)


def _captioned(units: Sequence[Unit], index: int) -> bool:
    """Whether a caption follows the alternative text of the same image."""
    return any(unit.kind is BlockKind.CAPTION and not unit.picture for unit in units[index + 1 : index + 3])
