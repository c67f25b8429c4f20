"""Find the header of an article: the elements and lines around its title, above its first paragraph.

Byline, date, standfirst and kicker are read from there, so that those of another story beside the article are
not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.sources.html.dom import HEADINGS, Node, attribute_words, parted, squash
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_ABOVE = 80  # elements above the title, and below the last paragraph
_LINES = 12  # units above the first paragraph, if the page does not show the title
_LINES_ABOVE = 6  # units above the title, and below the last paragraph
_HEADLINE = 4  # words; a heading with as many announces another story
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|related|recommend\w*|sidebar|teasers?|promo\w*|trending|popular|infobox"
    r"|recirc|widget|widget-area|next-article|more|latest|recent|newsletter|subscribe|older|newer|read-next|rank\w*"
    r"|most-?read|footer|masthead|cookie\w*|copyright|archive-list)(?:$|[\s_-])",
    re.IGNORECASE,
)


def elsewhere(element: Node) -> bool:
    """Whether the tag or the names of an element are those of a part for other stories or for readers' comments."""
    if element.tag in ("aside", "nav"):
        return True
    return element.tag not in ("body", "html", "main", "article") and (
        _ELSEWHERE.search(parted(attribute_words(element))) is not None
    )


@dataclass(slots=True)
class Header:
    """The header of an article.

    `title` is the element that shows the title, or None. `between` are the elements from the title to the first
    paragraph in document order, `above` those above the title, the nearest first, `below` those after the last
    paragraph. `lines`, `lines_above` and `lines_below` are the units of the same three places. `first` is the
    first paragraph.
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


def header_of(root: Node, units: Sequence[Unit], title: str, first: int, last: int) -> Header:
    """The header of the article whose paragraphs are between `units[first]` and `units[last]`. Linear."""
    if not units:
        return Header(None, None, [], [], [], [], [], [])
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
        [u for u in units[max(0, first - _LINES) if at is None else at + 1 : first] if own_part.holds(u.element)],
        [
            u
            for u in reversed(units[max(0, at - _LINES_ABOVE) : at] if at is not None else ())
            if own_part.holds(u.element)
        ],
        [u for u in units[last : last + _LINES_ABOVE] if own_part.holds(u.element)],
    )


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
        if words == wanted or (wanted in words and units[i].kind.value == "heading"):
            return i
    return next(
        (i for i in range(first - 1, -1, -1) if units[i].kind.value == "heading" and units[i].level == 1), None
    )
