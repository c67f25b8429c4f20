"""Which units of a page are its article.

Owns the decision: trafilatura says where the main text is; what it lost between its paragraphs is taken
back from the page, and what belongs to the frame is put out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.formats.html.align import Alignment
from reader.formats.html.dom import Node, squash, word_set
from reader.formats.html.frame import announces_links, asks, credits_picture, is_label, leads_away
from reader.formats.html.places import Places
from reader.formats.html.references import references
from reader.formats.html.repeats import repeated
from reader.formats.html.teasers import teasers_among
from reader.formats.html.units import Unit
from reader.model import BlockKind

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CODE)
_LEAVES = word_set(
    """
    p li dd dt h1 h2 h3 h4 h5 h6 pre blockquote figcaption
    """
)
_MOST = 0.85  # of the found text must be in the element that is taken for the article's
_LONG = 60  # characters from which a text is a paragraph that somebody wrote
_MOSTLY_LINKS = 0.5


def select(units: Sequence[Unit], extracted: Sequence[str]) -> tuple[list[int], float]:
    """The indexes of the article's units, and the share of the extracted text they explain."""
    places = Places(units)
    aligned = Alignment(units, extracted, places.framed)
    chosen = list(aligned.found)
    if not any(chosen):
        # Better than nothing: what looks written, wherever most of it stands.
        chosen = [_written(unit) and not framed for unit, framed in zip(units, places.framed, strict=True)]
    holder = _holder(units, chosen, places)
    if holder is None:
        return [], aligned.share
    inside = [holder in chain for chain in places.around]
    depth = _depth_of(holder, places)
    framed = [
        is_in and places.in_frame(chain, depth) for is_in, chain in zip(inside, places.around, strict=True)
    ]
    free = [is_in and not in_frame for is_in, in_frame in zip(inside, framed, strict=True)]
    _drop_outside(units, chosen, inside, places.framed)
    _drop_frame(units, chosen, framed)
    open_to = [
        is_free and not places.is_suspect(chain, depth)
        for is_free, chain in zip(free, places.around, strict=True)
    ]
    _take_back(units, chosen, open_to)
    _go_on(units, chosen, open_to)
    for i in teasers_among(units, places.around, chosen) | repeated(units, chosen):
        chosen[i] = False
    _drop_lines(units, chosen, framed)
    first = next((i for i, is_chosen in enumerate(chosen) if is_chosen), len(units))
    for i in references(units, [is_open and i > first for i, is_open in enumerate(free)]):
        chosen[i] = True
    _settle_headings(units, chosen, inside, framed)
    _settle_captions(units, chosen, places, holder)
    found = [i for i, is_chosen in enumerate(chosen) if is_chosen]
    # Where all is links, the page is a list of articles, or a menu.
    if not any(_written(units[i]) for i in found):
        size = sum(len(units[i].text) for i in found)
        if sum(units[i].linked for i in found) > 0.6 * size:
            found = []
    return found, aligned.share


def _depth_of(holder: Node, places: Places) -> int:
    return next(chain.index(holder) + 1 for chain in places.around if holder in chain)


def _holder(units: Sequence[Unit], chosen: Sequence[bool], places: Places) -> Node | None:
    """The smallest element that holds most of the text found."""
    weights: Counter[Node] = Counter()
    depths: dict[Node, int] = {}
    total = 0
    # Where nothing was written at length, all counts.
    written = any(is_chosen and _written(unit) for unit, is_chosen in zip(units, chosen, strict=True))
    for unit, is_chosen, chain in zip(units, chosen, places.around, strict=True):
        if is_chosen and (_written(unit) or not written):
            size = len(unit.text)
            total += size
            for depth, element in enumerate(chain):
                if element.tag not in _LEAVES:
                    weights[element] += size
                    depths[element] = depth
    around = [element for element, weight in weights.items() if weight >= _MOST * total]
    return max(around, key=lambda element: depths[element], default=None)


def _linked(unit: Unit) -> float:
    return unit.linked / max(1, len(unit.text))


def _written(unit: Unit) -> bool:
    """Whether a unit is text that somebody wrote for this page, rather than a label or a list of links."""
    return len(unit.text) >= _LONG and _linked(unit) < 0.3 and not asks(unit.text)


def _drop_outside(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]
) -> None:
    """Put out what was found beside the article's element, but for paragraphs."""
    for i, unit in enumerate(units):
        if chosen[i] and not inside[i] and (framed[i] or not _written(unit)):
            chosen[i] = False


def _drop_frame(units: Sequence[Unit], chosen: list[bool], framed: Sequence[bool]) -> None:
    """Put out what was found in parts of the frame, unless the article itself is in one."""
    within = [i for i, is_chosen in enumerate(chosen) if is_chosen and framed[i]]
    rest = [i for i, is_chosen in enumerate(chosen) if is_chosen and not framed[i]]
    size = sum(len(units[i].text) for i in within)
    left = sum(len(units[i].text) for i in rest)
    is_short = size + left < 1500 and any(_written(units[i]) for i in rest)
    if size < 0.3 * (size + left) or is_short:
        for i in within:
            chosen[i] = False


def _take_back(units: Sequence[Unit], chosen: list[bool], open_to: Sequence[bool]) -> None:
    """Choose what stands between the chosen units, of the units that may be taken."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind is not BlockKind.HEADING]
    if not marks:
        return
    beside = {units[i].element.getparent() for i in marks if units[i].kind is BlockKind.PARAGRAPH}
    for i in range(marks[0], marks[-1]):
        unit = units[i]
        if chosen[i] or not open_to[i] or unit.kind not in _TEXT_KINDS:
            continue
        if unit.kind is BlockKind.PARAGRAPH and len(unit.text) < _LONG and not _is_line(unit, beside):
            continue
        if (_linked(unit) <= _MOSTLY_LINKS and not (len(unit.text) < _LONG and asks(unit.text))) or (
            unit.kind is BlockKind.ITEM and _list_of_text(units, i)
        ):
            chosen[i] = True


def _is_line(unit: Unit, beside: set[Node]) -> bool:
    """Whether a short paragraph is one by its element, or stands among the others."""
    return unit.element.tag in ("p", "dt", "dd", "summary") or unit.element.getparent() in beside


def _list_of_text(units: Sequence[Unit], index: int) -> bool:
    """Whether an item stands in a list that is not only links."""
    holder = units[index].element.getparent()
    items = [unit for unit in units[max(0, index - 30) : index + 30] if unit.element.getparent() is holder]
    return sum(unit.linked for unit in items) < _MOSTLY_LINKS * sum(len(unit.text) for unit in items)


def _go_on(units: Sequence[Unit], chosen: list[bool], open_to: Sequence[bool]) -> None:
    """Choose the paragraphs before the first and after the last chosen one that stand right beside them."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS]
    if not marks:
        return
    beside = {units[i].element.getparent() for i in marks if units[i].kind is BlockKind.PARAGRAPH}
    for start, step in ((marks[-1], 1), (marks[0], -1)):
        i = start + step
        while 0 <= i < len(units) and open_to[i]:
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
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind is not BlockKind.CODE]
    last = max((number for number, i in enumerate(marks) if _written(units[i])), default=-1)
    led = False  # whether a label or the last of its links was put out right before
    for number, i in enumerate(marks):
        unit = units[i]
        labels = is_label(unit.text)
        if unit.kind is BlockKind.HEADING:
            over_links = i + 1 < len(units) and _linked(units[i + 1]) > 0.8
            drop = (labels and (number >= last or over_links)) or (over_links and announces_links(unit.text))
            led = drop
        elif led and _linked(unit) > 0.8 and len(unit.text) < 4 * _LONG:
            drop = True
        else:
            drop = labels or leads_away(unit.text, unit.linked) or _is_headline(units, i, number > last)
            drop = drop or (
                asks(unit.text)
                and (
                    _linked(unit) > (0.2 if len(unit.text) > _LONG else 0)
                    or number >= len(marks) - 2
                    or _slanted(unit)
                )
            )
            led = labels
        if drop:
            chosen[i] = False
        elif unit.kind is BlockKind.PARAGRAPH and credits_picture(unit.text):
            unit.kind = BlockKind.CAPTION


def _is_headline(units: Sequence[Unit], index: int, is_last: bool) -> bool:
    """Whether a paragraph is all one link, and no sentence: the headline of another article.

    What a paragraph with a colon leads up to is not; of lines of several links, only the last of a page are.
    """
    unit = units[index]
    if unit.kind is not BlockKind.PARAGRAPH or len(unit.text) > 2 * _LONG or unit.text[-1] in ".…。！？":
        return False
    if is_last and ":" not in unit.text:
        return _linked(unit) > 0.7
    before = units[index - 1].text if index else ""
    return _linked(unit) > 0.95 and len(unit.text.split()) > 3 and before[-1:] not in (":", "：")


def _slanted(unit: Unit) -> bool:
    """Whether all of a unit is emphasised, as notes of the house are."""
    return any(r.end - r.start > 0.8 * len(unit.text) for r in unit.inlines)


def _settle_headings(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], framed: Sequence[bool]
) -> None:
    """Keep just the headings over something chosen."""
    follows = False  # whether text was chosen after this, with no more than a line lost between
    passed = 0
    first = next((i for i, unit in enumerate(units) if chosen[i] and unit.kind in _TEXT_KINDS), len(units))
    looks = {_look(unit) for unit, is_chosen in zip(units, chosen, strict=True) if is_chosen}
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.kind is not BlockKind.HEADING:
            if chosen[i] and unit.kind is not BlockKind.CAPTION:
                follows, passed = True, 0
            elif inside[i] and len(unit.text) >= _LONG:
                passed += 1
        elif not follows:
            chosen[i] = False
        elif (
            not chosen[i]
            and passed == 0
            and inside[i]
            and not framed[i]
            and (_look(unit) in looks or i > first)
        ):
            over_links = i + 1 < len(units) and _linked(units[i + 1]) > 0.8 and announces_links(unit.text)
            chosen[i] = not is_label(unit.text) and _linked(unit) < 0.9 and not over_links


def _look(unit: Unit) -> tuple[object, ...]:
    """By what headings of one kind are alike; nothing else looks like one."""
    element = unit.element
    return (unit.kind, element.tag, element.get("class")) if unit.kind is BlockKind.HEADING else ()


def _settle_captions(units: Sequence[Unit], chosen: list[bool], places: Places, holder: Node) -> None:
    """Choose the captions of the article's images, and alternative texts that say what nothing else does.

    The image over an article mostly stands beside the element that holds its text.
    """
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS]
    if not marks:
        return
    said = {
        squash(unit.text).casefold()
        for unit, is_chosen in zip(units, chosen, strict=True)
        if is_chosen and unit.kind is not BlockKind.CAPTION
    }
    depth = _depth_of(holder, places)
    around = places.around[marks[0]][max(0, depth - 4) : depth]
    for i, unit in enumerate(units):
        if unit.kind is not BlockKind.CAPTION:
            continue
        chain = places.around[i]
        if unit.picture:
            near = marks[0] < i < marks[-1] and holder in chain and not _captioned(units, i)
        else:
            near = marks[0] - 6 <= i < marks[-1] + 3 and any(element in around for element in chain)
        words = squash(unit.text).casefold()
        chosen[i] = (
            near and not places.in_frame(chain, depth - 4) and not is_label(unit.text) and words not in said
        )
        if chosen[i]:
            said.add(words)


def _captioned(units: Sequence[Unit], index: int) -> bool:
    """Whether a caption follows the alternative text of the same image."""
    return any(unit.kind is BlockKind.CAPTION and not unit.picture for unit in units[index + 1 : index + 3])
