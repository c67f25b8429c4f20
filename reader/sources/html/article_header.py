"""Find the header of an article: the elements and lines around its title, above its first paragraph.

Byline, date, standfirst and kicker are read from there, so that those of another story beside the article are
not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.model import BlockKind
from reader.sources.dates import dates_in
from reader.sources.html.author_names import begins_with_by
from reader.sources.html.dom import HEADINGS, Node, attribute_words, parted, squash
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_ABOVE = 80  # elements above the title, and below the last paragraph
_LINES = 12  # units above the first paragraph, if the page does not show the title
_LINES_ABOVE = 6  # units above the title, and below the last paragraph
_WRITTEN = 60  # characters; a line this long may be a paragraph
_LONGEST_BYLINE = 130
_HEADER_LINES = 6  # units after a deck in which a byline shows that it is one
_HEADLINE = 4  # words; a heading with as many announces another story
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|related|recommend\w*|sidebar|teasers?|promo\w*|trending|popular|infobox"
    r"|recirc|widget-area|next-article|more|latest|recent|newsletter|subscribe|older|newer|read-next|rank\w*"
    r"|most-?read|site-footer|page-footer|masthead|cookie\w*|copyright|archive-list)(?:$|[\s_-])",
    re.IGNORECASE,
)


def elsewhere(element: Node) -> bool:
    """Whether the tag or the names of an element are those of a part for other stories or comments."""
    if element.tag in ("aside", "nav"):
        return True
    return element.tag not in ("body", "html", "main", "article") and (
        _ELSEWHERE.search(parted(attribute_words(element))) is not None
    )


@dataclass(slots=True)
class Header:
    """The header of an article.

    `title` is the element that shows the title, or None. `between` are the elements from the title to the
    first paragraph in document order, `above` those above the title, the nearest first, `below` those after
    the last paragraph. `lines`, `lines_above` and `lines_below` are the units of the same three places.
    `first` is the first paragraph.
    """

    title: Node | None
    first: Unit | None
    between: list[Node]
    above: list[Node]
    below: list[Node]
    lines: list[Unit]
    lines_above: list[Unit]
    lines_below: list[Unit]

    def zones(self) -> Iterator[tuple[list[Node], list[Unit]]]:
        """The elements and units between title and text, then above the title, then below the text."""
        yield self.between, self.lines
        yield self.above, self.lines_above
        yield self.below, self.lines_below


def header_of(root: Node, units: Sequence[Unit], title: str, indexes: Sequence[int]) -> Header:
    """The header of the article whose text is the units at `indexes`, in order. Linear."""
    if not units or not indexes:
        return Header(None, None, [], [], [], [], [], [])
    first, last = _text_start(units, indexes, title), indexes[-1]
    at = _title_index(units, title, first)
    heading = units[at].element if at is not None else None
    start = units[first].element
    own = {*_chain(start), *(_chain(heading) if heading is not None else ())}
    elements = list(root.iter())
    position = {element: i for i, element in enumerate(elements)}
    begin = position.get(start, 0)
    top = position[heading] if heading is not None else max(0, begin - _ABOVE)
    end = position.get(units[last].element, begin)
    own_part = _OwnPart(own)
    return Header(
        heading,
        units[first],
        [e for e in elements[top:begin] if own_part.holds(e)],
        [e for e in reversed(elements[max(0, top - _ABOVE) : top]) if own_part.holds(e)],
        [e for e in elements[end : end + _ABOVE] if own_part.holds(e)],
        [u for u in units[_after_title(units, at, first) : first] if own_part.holds(u.element)],
        [
            u
            for u in reversed(units[max(0, at - _LINES_ABOVE) : at] if at is not None else ())
            if own_part.holds(u.element)
        ],
        [u for u in units[max(first + 1, last - 1) : last + _LINES_ABOVE] if own_part.holds(u.element)],
    )


def _after_title(units: Sequence[Unit], at: int | None, first: int) -> int:
    """The first unit of the header: the one after the title, or the title's own if it has more lines."""
    if at is None:
        return max(0, first - _LINES)
    return at if "\n" in units[at].text else at + 1


def _text_start(units: Sequence[Unit], indexes: Sequence[int], title: str) -> int:
    """The first paragraph of the text, below deck, byline and date.

    A paragraph above a byline or a date is a deck.
    """
    wanted = squash(clean_line(title)).casefold()
    written = [i for i in indexes[:40] if _is_written(units[i], wanted)]
    if not written:
        return next((i for i in indexes if len(units[i].text) >= _WRITTEN), indexes[0])
    start = 0
    for at, (i, end) in enumerate(pairwise(written[:4])):
        if not any(_is_own_byline(unit) for unit in units[i + 1 : min(end, i + _HEADER_LINES)]):
            break
        start = at + 1
    return written[start]


def _is_own_byline(unit: Unit) -> bool:
    """Whether a line is a byline or a date, but not that of an embedded post."""
    return unit.kind is not BlockKind.QUOTE and not unit.text.startswith(("—", "–")) and is_byline(unit.text)


def _is_written(unit: Unit, title: str) -> bool:
    """Whether a unit is a paragraph of the text rather than a heading, a caption, a byline or the title."""
    text = unit.text
    size = 2 * len(text) if text and ord(text[0]) > 0x2FFF else len(text)
    return (
        unit.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)
        and size >= _WRITTEN
        and not is_byline(text)
        and squash(text.split("\n", 1)[0]).casefold() != title
    )


def is_byline(text: str) -> bool:
    """Whether a short line begins with "By" or has a date, and is not a sentence."""
    line = clean_line(text)
    if len(line) > _LONGEST_BYLINE:
        return False
    by, dated = begins_with_by(line), bool(dates_in(line, True))
    is_sentence = line.endswith((".", "!", "?", "。", "…")) and len(line) >= _WRITTEN
    return (by and dated) or ((by or dated) and not is_sentence)


class _OwnPart:
    """Whether elements belong to the article whose title and first paragraph are inside `own`."""

    def __init__(self, own: set[Node]) -> None:
        self._own = own
        self._known: dict[Node, bool] = {}

    def holds(self, element: Node) -> bool:
        chain = []
        while element is not None and element not in self._own and element not in self._known:
            chain.append(element)
            element = element.getparent()
        is_own = self._known.get(element, True)
        for part in reversed(chain):
            is_own = is_own and not elsewhere(part) and not _announces(part)
            self._known[part] = is_own
        return is_own


def _announces(element: Node) -> bool:
    """Whether a box announces another story: it has a headline that is a link."""
    if element.tag not in ("div", "li", "article", "section", "ul", "td", "a"):
        return False
    for heading in element.iter(*HEADINGS):
        if len("".join(heading.itertext()).split()) >= _HEADLINE and (
            next(heading.iter("a"), None) is not None or heading.getparent().tag == "a"
        ):
            return True
    return False


def _chain(element: Node) -> Iterator[Node]:
    yield element
    yield from element.iterancestors()


def _title_index(units: Sequence[Unit], title: str, first: int) -> int | None:
    """The last unit before the first paragraph that shows the title."""
    wanted = squash(clean_line(title)).casefold()
    if not wanted:
        return None
    for i in range(first, max(-1, first - 200), -1):
        text = units[i].text
        if len(text) > len(title) + 120:
            continue
        words = squash(text).casefold()
        if words == wanted or (wanted in words and units[i].kind is BlockKind.HEADING):
            return i
        if "\n" in text and any(squash(line).casefold() == wanted for line in text.split("\n")):
            return i
    return next(
        (i for i in range(first - 1, -1, -1) if units[i].kind is BlockKind.HEADING and units[i].level == 1),
        None,
    )
