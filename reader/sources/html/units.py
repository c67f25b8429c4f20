"""Split a page into units: the runs of text that a browser shows below each other.

Owns the meaning of HTML elements for the text: where a paragraph ends, what is a heading, an item or a quote,
and which words are emphasised or linked. Other modules choose the units of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.model import BlockKind, Inline, InlineKind
from reader.sources.html.dom import HEADINGS, INLINE, SILENT, Node, hidden, is_popup
from reader.sources.html.images import (
    CAPTION_BUTTON,
    CAPTION_WORD,
    LONGEST_CAPTION,
    is_caption,
    is_sign,
    picture_address,
    picture_words,
)
from reader.sources.html.infobox import Fact, Infobox, infobox_of
from reader.sources.html.links import address_of
from reader.sources.html.lists import Item, List, item_of, list_of
from reader.sources.html.tables import Table, table_of
from reader.sources.html.text_run import Run
from reader.sources.inline_ranges import ELEMENTS, Words, joined, lines_of

_ANCHORS = ("", "¶", "#", "§", "🔗", "Link", "link")
"""The text of the link to itself that a heading may have."""


@dataclass(slots=True)
class Unit:
    """One run of text. `element` is the block element that contains it, never None.

    A table that is too wide for columns is a paragraph with a line for each row. `linked` counts the
    characters inside links. `picture` is set for words that stand for an image, and `infobox` for the facts
    and the image of an infobox.
    """

    text: str
    element: Node
    kind: BlockKind
    level: int = 0
    marker: str = ""
    inlines: tuple[Inline, ...] = ()
    linked: int = 0
    picture: bool = False
    infobox: bool = False

    @property
    def is_wide_table(self) -> bool:
        """Whether the unit is a table that is too wide for columns."""
        return self.element.tag == "table" and self.kind is BlockKind.PARAGRAPH


@dataclass(slots=True)
class _Context:
    """The open elements around the current text."""

    lists: list[List] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    quotes: int = 0
    caption: int = 0
    heading: int = 0
    figure: list[str] = field(default_factory=list)


def units_of(root: Node, base: str, *, with_hidden: bool = False, fold_infoboxes: bool = False) -> list[Unit]:
    """The units of a tree in reading order; links are resolved against `base`. Linear.

    With `with_hidden`, hidden elements are read too: some pages are saved with an open dialog that hides
    everything behind it. With `fold_infoboxes`, all facts of an infobox are one unit.
    """
    walk = _Walk(base, with_hidden, fold_infoboxes)
    walk.block(root)
    return walk.units


class _Walk:
    """Walks through the tree once and collects one paragraph at a time."""

    def __init__(self, base: str, with_hidden: bool, fold_infoboxes: bool) -> None:
        self.units: list[Unit] = []
        self._with_hidden = with_hidden
        self._fold_infoboxes = fold_infoboxes
        self._base = base
        self._where = _Context()
        self._run = Run()

    def block(self, element: Node) -> None:
        """Read the content of a block element. Its end also ends a paragraph."""
        self._inside(element, element)
        self._flush(element)

    def _flush(self, holder: Node) -> None:
        """End the current paragraph, if there is one. Open ranges continue in the next paragraph."""
        text, inlines = self._run.taken()
        if text:
            linked = sum(r.end - r.start for r in inlines if r.kind is InlineKind.LINK)
            self._emit(Unit(text, holder, BlockKind.PARAGRAPH, inlines=inlines, linked=linked))

    def _emit(self, unit: Unit) -> None:
        where = self._where
        item = where.items[-1] if where.items else None
        if unit.kind is BlockKind.PARAGRAPH:
            if where.heading:
                unit.kind, unit.level = BlockKind.HEADING, where.heading
            elif where.caption:
                unit.kind = BlockKind.CAPTION
                if not unit.linked and where.figure and where.figure[-1]:
                    unit.inlines += (Inline(0, len(unit.text), InlineKind.LINK, where.figure[-1]),)
            elif where.figure and where.figure[-1] and not where.quotes and _is_line(unit.text):
                unit.kind = BlockKind.CAPTION  # the credit of an image
                unit.inlines += (Inline(0, len(unit.text), InlineKind.LINK, where.figure[-1]),)
            elif item is not None and not item.begun:
                item.begun = True
                unit.kind, unit.level, unit.marker = BlockKind.ITEM, item.level, item.marker
            elif where.quotes:
                unit.kind, unit.level = BlockKind.QUOTE, where.quotes
        if unit.kind is BlockKind.CAPTION:
            unit.text, unit.inlines = _without_word(unit.text, unit.inlines)
        self.units.append(unit)

    def _child(self, child: Node, holder: Node) -> None:
        tag = child.tag
        if tag == "br":
            if not self._run.break_line():
                self._flush(holder)
        elif (
            tag in SILENT
            or (hidden(child) and not self._with_hidden)
            or is_popup(child, not self._run.at_blank)
        ):
            return
        elif tag == "img" or tag == "amp-img":
            self._picture(child, holder)
        elif tag in INLINE:
            self._inline(child, holder)
        else:
            self._block_child(child, holder)

    def _inline(self, element: Node, holder: Node) -> None:
        tag = element.tag
        if tag == "rp":
            return
        if tag == "math":
            # Formulas with source text are code elements by now (see `formulas`).
            self._run.read("".join(element.itertext()))
            return
        kind = ELEMENTS.get(tag)
        href = ""
        if tag == "a":
            if self._where.heading and "".join(element.itertext()).strip() in _ANCHORS:
                return
            # A link that cannot be opened still counts as a link here, and is removed later. The link of a
            # heading to itself does not count.
            href = address_of(element.get("href"), self._base)
            anchor = self._where.heading and (element.get("href") or "").startswith("#")
            kind = InlineKind.LINK if element.get("href") and not anchor else None
        if kind is not None:
            self._run.begin(kind, href)
        around = ("(", ")") if tag == "rt" and "".join(element.itertext()).strip() else ("", "")
        self._run.add(around[0])
        self._inside(element, holder)
        self._run.add(around[1])
        if kind is not None:
            self._run.end()

    def _inside(self, element: Node, holder: Node) -> None:
        self._run.read(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, holder)
            self._run.read(child.tail)

    def _block_child(self, element: Node, holder: Node) -> None:
        tag = element.tag
        self._flush(holder)
        where = self._where
        if tag == "pre":
            self._code(element)
        elif self._fold_infoboxes and (box := infobox_of(element)):
            self._infobox(element, box)
        elif tag == "table" and (table := table_of(element, self._cell_words)):
            self._table(element, table)
        elif tag in HEADINGS:
            before, where.heading = where.heading, HEADINGS[tag]
            self.block(element)
            where.heading = before
        elif tag in ("ul", "ol", "menu", "dir", "dl"):
            where.lists.append(list_of(element))
            self.block(element)
            where.lists.pop()
        elif tag in ("li", "dd"):
            where.items.append(item_of(element, where.lists))
            self.block(element)
            where.items.pop()
        elif tag == "blockquote":
            where.quotes += 1
            items, where.items = where.items, []
            self.block(element)
            where.items = items
            where.quotes -= 1
        elif tag == "figure":
            where.figure.append("")
            self.block(element)
            where.figure.pop()
        elif tag in ("figcaption", "caption") or is_caption(element):
            where.caption += 1
            self.block(element)
            where.caption -= 1
        else:
            self.block(element)

    def _code(self, element: Node) -> None:
        text = "".join(_code_texts(element)).expandtabs(4).replace("\r\n", "\n").strip("\n").rstrip()
        lines = [line.rstrip() for line in text.split("\n")]
        if text.strip():
            self._emit(Unit("\n".join(lines), element, BlockKind.CODE))

    def _table(self, element: Node, table: Table) -> None:
        for caption in element.iterchildren("caption"):
            self._block_child(caption, element)
        if columns := table.columns():
            self.units.append(Unit(columns, element, BlockKind.CODE))
            return
        # Rows that are too long for columns must be wrapped, and code is not wrapped.
        text, inlines = table.lines()
        if text:
            linked = sum(i.end - i.start for i in inlines if i.kind is InlineKind.LINK)
            self.units.append(Unit(text, element, BlockKind.PARAGRAPH, inlines=inlines, linked=linked))

    def _cell_words(self, cell: Node) -> Words:
        """The text of a cell on one line, without the alternative texts of its images."""
        units = [unit for unit in self._within(cell) if not unit.picture]
        lines = [line for unit in units for line in lines_of(Words(unit.text, unit.inlines))]
        return joined(lines, " ")

    def _within(self, element: Node) -> list[Unit]:
        """The units of an element, read apart from the rest of the page."""
        return units_of(element, self._base, with_hidden=self._with_hidden)

    def _infobox(self, element: Node, box: Infobox) -> None:
        """Add the image of an infobox, and its facts on one line: "Born: 1901, Tollhaven · Died: 1977"."""
        words = [self._picture_of(box), joined([self._fact(fact) for fact in box.facts], " · ")]
        for text, inlines in words:
            if text:
                self.units.append(Unit(text, element, BlockKind.CAPTION, inlines=inlines, infobox=True))

    def _picture_of(self, box: Infobox) -> Words:
        """The caption of the image of an infobox, or its alternative text, with a link to the image."""
        if box.picture is None:
            return Words("")
        captions = [unit for unit in self._within(box.picture) if unit.kind is BlockKind.CAPTION]
        image = next(box.picture.iter("img"))
        text = min(captions, key=lambda unit: unit.picture).text if captions else picture_words(image)
        address = address_of(picture_address(image), self._base)
        return Words(text, (Inline(0, len(text), InlineKind.LINK, address),) if text and address else ())

    def _fact(self, fact: Fact) -> Words:
        units = [unit for value in fact.values for unit in self._within(value) if not unit.picture]
        lines = [line for unit in units for line in lines_of(Words(unit.text, unit.inlines))]
        return joined([Words(fact.label), joined(lines, ", ")], ": ")

    def _picture(self, element: Node, holder: Node) -> None:
        words = picture_words(element)
        if is_sign(element, words):
            self._run.read(words)
            return
        where = self._where
        address = address_of(picture_address(element), self._base)
        if where.figure and not where.figure[-1]:
            where.figure[-1] = address
        if not words or not picture_address(element) or not self._run.at_blank:
            return
        self._flush(holder)
        link = (Inline(0, len(words), InlineKind.LINK, address),) if address else ()
        self.units.append(Unit(words, element, BlockKind.CAPTION, inlines=link, picture=True))


def _is_line(text: str) -> bool:
    return len(text) <= LONGEST_CAPTION


def _without_word(text: str, inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """A caption without "Image caption" before it and without buttons after it."""
    button = CAPTION_BUTTON.search(text)
    if button and button.start():
        text = text[: button.start()]
        inlines = tuple(i._replace(end=min(i.end, len(text))) for i in inlines if i.start < len(text))
    found = CAPTION_WORD.match(text)
    if not found or found.end() == len(text):
        return text, inlines
    cut = found.end()
    moved = (i._replace(start=max(0, i.start - cut), end=i.end - cut) for i in inlines if i.end > cut)
    return text[cut:], tuple(moved)


def _code_texts(element: Node) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                yield "\n"
            elif child.tag not in SILENT and not hidden(child):
                yield from _code_texts(child)
        if child.tail:
            yield child.tail
