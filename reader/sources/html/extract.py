"""Choose the units of a page that are its article.

trafilatura finds the main text. Paragraphs that it left out between others are added, boilerplate is removed,
and the headings and captions of the article are chosen.

Ablation on the pages in `tests/data/pages`: without each step the mean F1 of the body falls by 0.009
(`_add_between`), 0.009 (`_choose_headings`), 0.005 (`_drop_boilerplate`) and 0.003 (`_drop_outside`). Without
`_drop_galleries` it falls by 0.011 on the synthetic pages of the tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.align import Alignment
from reader.sources.html.boilerplate import announces_links, is_label, is_request
from reader.sources.html.boilerplate_lines import LONG, drop_lines, is_prose, link_share
from reader.sources.html.dom import Node, squash, word_set
from reader.sources.html.lost_paragraphs import add_boxes, add_lead, add_tail
from reader.sources.html.teasers import other_stories
from reader.sources.html.unit_positions import UnitPositions
from reader.sources.html.units import Unit

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CODE)
_LEAVES = word_set(
    """
    p li dd dt h1 h2 h3 h4 h5 h6 pre blockquote figcaption
    """
)
_CONTAINED = 0.85
"""The least share of the found text that the element of the article must contain."""

_LEAD_LEVELS = 3
"""The number of innermost elements around the article, itself included, in which its lead may be."""

_MOSTLY_LINKS = 0.5
_LEAST_BESIDE_GALLERY = 500
"""The least characters of prose beside a gallery. A page with less prose is about its pictures."""

_LONGEST_ALT_TEXT = 300
"""Characters. Longer alternative texts are written for search engines."""

_REACH_OF_TITLE = 15
"""The number of units above the first paragraph that are searched for the title."""


def select(
    units: Sequence[Unit], extracted: Sequence[str], title: str = "", standfirst: str = ""
) -> tuple[list[int], float]:
    """The indexes of the article's units, and the share of the extracted text that was found in the page.

    `title` is the title of the article, by which its story is told from others on the page. The `standfirst`
    is shown under the title, and is not added to the text.
    """
    positions = UnitPositions(units)
    aligned = Alignment(units, extracted, positions.boilerplate)
    chosen = list(aligned.found)
    if not any(chosen):
        # Nothing was extracted: choose every paragraph that is not boilerplate.
        chosen = [
            is_prose(unit) and not boilerplate
            for unit, boilerplate in zip(units, positions.boilerplate, strict=True)
        ]
    holder = _holder(units, chosen, positions)
    if holder is None:
        return [], aligned.share
    depth = len(positions.chain_of(holder))
    inside = [chain[depth - 1 : depth] == (holder,) for chain in positions.around]
    boilerplate = [
        is_in and positions.in_boilerplate(chain, depth)
        for is_in, chain in zip(inside, positions.around, strict=True)
    ]
    free = [is_in and not in_boilerplate for is_in, in_boilerplate in zip(inside, boilerplate, strict=True)]
    _drop_outside(units, chosen, inside, positions.boilerplate)
    _drop_boilerplate(units, chosen, boilerplate)
    open_to = [
        is_free and not positions.is_suspect(chain, depth)
        for is_free, chain in zip(free, positions.around, strict=True)
    ]
    _drop_galleries(units, chosen, positions)
    _add_between(units, chosen, open_to)
    anywhere = positions.open_beside(holder)
    add_boxes(units, chosen, positions.around, anywhere)
    nearby = set(positions.chain_of(holder)[-_LEAD_LEVELS:])
    near = [
        is_open and not nearby.isdisjoint(chain)
        for is_open, chain in zip(anywhere, positions.around, strict=True)
    ]
    add_lead(units, chosen, near, standfirst)
    add_tail(units, chosen, open_to)
    for i in other_stories(units, positions.around, chosen, title):
        chosen[i] = False
    drop_lines(units, chosen)
    for _ in range(2):  # the second pass knows the look of the headings that the first has chosen
        _choose_headings(units, chosen, inside, boilerplate)
    _choose_captions(units, chosen, positions, holder)
    found = [i for i, is_chosen in enumerate(chosen) if is_chosen]
    # A page with almost only links is a list of articles or a menu.
    if not any(is_prose(units[i]) for i in found):
        size = sum(len(units[i].text) for i in found)
        if sum(units[i].linked for i in found) > 0.6 * size:
            found = []
    return found, aligned.share


def _holder(units: Sequence[Unit], chosen: Sequence[bool], positions: UnitPositions) -> Node | None:
    """The smallest element that contains most of the found text."""
    weights: Counter[Node] = Counter()
    depths: dict[Node, int] = {}
    total = 0
    # If no chosen unit is prose, every chosen unit counts.
    any_written = any(is_chosen and is_prose(unit) for unit, is_chosen in zip(units, chosen, strict=True))
    for unit, is_chosen, chain in zip(units, chosen, positions.around, strict=True):
        if is_chosen and (is_prose(unit) or not any_written):
            size = len(unit.text)
            total += size
            for depth, element in enumerate(chain):
                if element.tag not in _LEAVES:
                    weights[element] += size
                    depths[element] = depth
    around = [element for element, weight in weights.items() if weight >= _CONTAINED * total]
    return max(around, key=lambda element: depths[element], default=None)


def _drop_outside(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], boilerplate: Sequence[bool]
) -> None:
    """Remove units outside the article's element, except paragraphs and the units between paragraphs."""
    sure = [
        is_chosen and (is_in or (not in_boilerplate and is_prose(unit)))
        for unit, is_chosen, is_in, in_boilerplate in zip(units, chosen, inside, boilerplate, strict=True)
    ]
    run: list[int] = []  # the units since the last sure unit that are not sure
    follows_sure = False
    for i, is_chosen in enumerate(chosen):
        if is_chosen and not sure[i]:
            run.append(i)
            continue
        if run and not (
            follows_sure and sure[i] and not any(boilerplate[j] or _is_bare(units[j]) for j in run)
        ):
            for j in run:
                chosen[j] = False
        run, follows_sure = [], sure[i]
    for j in run:
        chosen[j] = False


def _is_bare(unit: Unit) -> bool:
    """Whether a unit is a paragraph but not a sentence, for example a byline or a label."""
    return unit.kind is BlockKind.PARAGRAPH and unit.text[-1] not in ".!?:;…。！？："


def _drop_boilerplate(units: Sequence[Unit], chosen: list[bool], boilerplate: Sequence[bool]) -> None:
    """Remove units inside boilerplate elements, unless most of the article is in such an element."""
    within = [i for i, is_chosen in enumerate(chosen) if is_chosen and boilerplate[i]]
    rest = [i for i, is_chosen in enumerate(chosen) if is_chosen and not boilerplate[i]]
    size = sum(len(units[i].text) for i in within)
    left = sum(len(units[i].text) for i in rest)
    is_short = size + left < 1500 and any(is_prose(units[i]) for i in rest)
    if size < 0.3 * (size + left) or is_short:
        for i in within:
            chosen[i] = False


def _drop_galleries(units: Sequence[Unit], chosen: list[bool], positions: UnitPositions) -> None:
    """Remove the text in galleries, unless most of the prose is in a gallery."""
    within = [
        i
        for i, chain in enumerate(positions.around)
        if chosen[i] and units[i].kind is not BlockKind.CAPTION and positions.in_gallery(chain)
    ]
    if within:
        size = sum(len(units[i].text) for i in within)
        rest = sum(len(unit.text) for i, unit in enumerate(units) if chosen[i] and is_prose(unit)) - size
        if rest >= max(_LEAST_BESIDE_GALLERY, 0.5 * size):
            for i in within:
                chosen[i] = False


def _add_between(units: Sequence[Unit], chosen: list[bool], open_to: Sequence[bool]) -> None:
    """Choose the text units between the chosen units for which `open_to` is true."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind is not BlockKind.HEADING]
    if not marks:
        return
    beside = {units[i].element.getparent() for i in marks if units[i].kind is BlockKind.PARAGRAPH}
    for i in range(marks[0], marks[-1]):
        unit = units[i]
        if chosen[i] or not open_to[i] or unit.kind not in _TEXT_KINDS:
            continue
        if unit.kind is BlockKind.PARAGRAPH and len(unit.text) < LONG and not _is_line(unit, beside):
            continue
        if (link_share(unit) <= _MOSTLY_LINKS and not (len(unit.text) < LONG and is_request(unit.text))) or (
            unit.kind is BlockKind.QUOTE or (unit.kind is BlockKind.ITEM and _list_of_text(units, i))
        ):
            chosen[i] = True


def _is_line(unit: Unit, beside: set[Node]) -> bool:
    """Whether a short paragraph has a paragraph's element, or has chosen paragraphs as siblings."""
    return unit.element.tag in ("p", "dt", "dd", "summary") or unit.element.getparent() in beside


def _list_of_text(units: Sequence[Unit], index: int) -> bool:
    """Whether an item is in a list that is not mostly links, or that follows a text ending with a colon."""
    holder = units[index].element.getparent()
    first = index
    while first and units[first - 1].element.getparent() is holder:
        first -= 1
    before = units[first - 1] if first else None
    if before and before.text.endswith(":") and not is_label(before.text):
        return True
    items = [unit for unit in units[max(0, index - 30) : index + 30] if unit.element.getparent() is holder]
    return sum(unit.linked for unit in items) < _MOSTLY_LINKS * sum(len(unit.text) for unit in items)


def _choose_headings(
    units: Sequence[Unit], chosen: list[bool], inside: Sequence[bool], boilerplate: Sequence[bool]
) -> None:
    """Choose the headings that have chosen text below them, and no others."""
    follows = False  # whether chosen text follows the unit
    passed = 0
    first = next((i for i, unit in enumerate(units) if chosen[i] and unit.kind in _TEXT_KINDS), len(units))
    looks = {_look(unit) for unit, is_chosen in zip(units, chosen, strict=True) if is_chosen}
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.kind is not BlockKind.HEADING:
            if chosen[i] and unit.kind is not BlockKind.CAPTION:
                follows, passed = True, 0
            elif inside[i] and len(unit.text) >= LONG and not unit.infobox:
                passed += 1
        elif not follows:
            chosen[i] = False
        elif (
            not chosen[i]
            and passed == 0
            and inside[i]
            and not boilerplate[i]
            and (_look(unit) in looks or i > first)
        ):
            over_links = i + 1 < len(units) and link_share(units[i + 1]) > 0.8 and announces_links(unit.text)
            chosen[i] = not is_label(unit.text) and link_share(unit) < 0.9 and not over_links


def _look(unit: Unit) -> tuple[object, ...]:
    """The properties that headings of the same look share; an empty tuple if the unit is not a heading."""
    element = unit.element
    return (unit.kind, element.tag, element.get("class")) if unit.kind is BlockKind.HEADING else ()


def _choose_captions(
    units: Sequence[Unit], chosen: list[bool], positions: UnitPositions, holder: Node
) -> None:
    """Choose the captions of the article's images, and the alternative texts that do not repeat other text.

    The image above an article is often outside the element that contains the text.
    """
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS]
    if not marks:
        return
    seen = {
        squash(unit.text).casefold()
        for unit, is_chosen in zip(units, chosen, strict=True)
        if is_chosen and unit.kind is not BlockKind.CAPTION
    }
    depth = len(positions.chain_of(holder))
    around = positions.around[marks[0]][max(0, depth - 4) : depth]
    top = _top(units, marks[0])
    before = ""  # the caption above, which often ends with the credit that follows it
    for i, unit in enumerate(units):
        if unit.kind is not BlockKind.CAPTION:
            continue
        chain = positions.around[i]
        if unit.infobox:
            chain = chain[:-1]
            near = i < marks[-1] and any(element in around for element in chain)
        elif unit.picture:
            near = top <= i <= marks[-1] + 1 and any(element in around for element in chain)
            near = near and (i < marks[0] or holder in chain) and not _is_in_caption(units, i)
            near = near and len(unit.text) <= _LONGEST_ALT_TEXT
            near = near and not positions.is_suspect(chain, depth)  # slide shows, players and portraits
        elif i > marks[-1]:  # a caption far below the last paragraph belongs to another article
            near = i < marks[-1] + 3 and holder in chain
        else:
            near = marks[0] - 6 <= i and any(element in around for element in chain)
        words = squash(unit.text).casefold()
        chosen[i] = (
            near
            and not positions.in_boilerplate(chain, depth - 4)
            and not is_label(unit.text)
            and words not in seen
            and words not in before
        )
        if chosen[i]:
            seen.add(words)
            before = words


def _top(units: Sequence[Unit], first: int) -> int:
    """The index of the title above the unit `first`; without a title, the index a few units above."""
    for i in range(first - 1, max(-1, first - _REACH_OF_TITLE), -1):
        if units[i].kind is BlockKind.HEADING and units[i].level == 1:
            return i
    return first - 3


def _is_in_caption(units: Sequence[Unit], index: int) -> bool:
    """Whether the caption of the same image contains most words of its alternative text."""
    words = set(units[index].text.casefold().split())
    for unit in units[index + 1 : index + 3]:
        if unit.kind is BlockKind.CAPTION and not unit.picture:
            return len(words - set(unit.text.casefold().split())) < 0.4 * len(words)
    return False
