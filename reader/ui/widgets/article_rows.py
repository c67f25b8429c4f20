"""Paints the rows of the article: gutter, indent and text.

Owns which part of a row gets which component class. Painting a row is linear in the quotes and names of its
block.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.model import Block, BlockKind, EntityType, HighlightColor, Place
from reader.reading.speakers import HUES
from reader.text.ambiguous_width import painted
from reader.text.cells import width as cell_width
from reader.text.flow import Flow, Row, RowKind
from reader.text.layers import INLINE_STYLES, NOTE_MARK, Layer, runs
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.ui.widgets.component_styles import ComponentStyles
from reader.ui.widgets.glyphs import SIGNS

RULE_WIDTH = 5
NARROW, TIGHT = 48, 30
"""Widths in cells below which the gutter has numbers only, and below which there is no gutter."""

BLOCK_CLASSES: Mapping[BlockKind, str] = {
    BlockKind.KICKER: "article--kicker",
    BlockKind.TITLE: "article--title",
    BlockKind.STANDFIRST: "article--standfirst",
    BlockKind.BYLINE: "article--byline",
    BlockKind.NOTE: "article--note",
    BlockKind.HEADING: "article--heading",
    BlockKind.QUOTE: "article--block-quote",  # `article--quote-1` is a quote of the first speaker
    BlockKind.ITEM: "article--item",
    BlockKind.CODE: "article--code",
    BlockKind.CAPTION: "article--caption",
}
"""The component class of the text of each kind of block; a paragraph has the style of the article."""

COMPONENT_CLASSES = {
    *BLOCK_CLASSES.values(),
    *(f"article--{name}" for name in INLINE_STYLES.values()),
    *(f"article--quote-{hue}" for hue in range(HUES + 1)),
    *(f"article--quote-sign-{hue}" for hue in range(HUES + 1)),
    *(f"article--quote-match-{hue}" for hue in range(HUES + 1)),
    *(f"article--quote-current-{hue}" for hue in range(HUES + 1)),
    *(f"article--entity-{kind}" for kind in EntityType),
    *(f"article--highlight-{color}" for color in HighlightColor),
    *(f"article--highlight-sign-{color}" for color in HighlightColor),
    f"article--{NOTE_MARK}",
    "article--highlight-moved",
    "article--highlight-name",
    "article--highlight-sign-moved",
    "article--rule",
    "article--bar",
    "article--item-marker",
    "article--number",
    "article--number-current",
    "article--mark",
    "article--match",
    "article--match-current",
    "article--selection",
    "article--cursor",
}
"""Every part of the article that a style sheet can style. Quotes have a class for each speaker, 0 if there is
no speaker: `quote` for the words, `quote-sign` for the sign in the gutter and the bar of a block quote,
`quote-match` for a quote of the active set, and `quote-current` for the current quote. Highlights have a
class for each colour, `moved` if their place is not certain, and `name` for a name in a highlight."""


class Overlays(NamedTuple):
    """What is painted over the text at the moment: the active set, the selection, the user's marks.

    With `quoting` the matches are quotes. `selection` is half-open in reading order, `cursor` the cursor of
    the selection, `letters` the letter of each marked block, `current_block` the block of the current match.
    `notes` has the places where a highlight with a note begins.
    """

    matches: Matches | None
    current: int | None
    selection: tuple[Place, Place] | None
    cursor: Place | None
    letters: Mapping[int, str]
    current_block: int | None
    notes: Collection[Place]
    quoting: bool = False


def gutter_width(page: Page, width: int) -> int:
    """Cells to the left of the text for the paragraph number, the sign and the blanks around them."""
    digits = max(2, len(str(len(page.document.blocks))))
    if width < TIGHT:
        return 0
    return digits + 1 if width < NARROW else digits + 5


class RowPainter:
    """Paints the rows of one layout with one set of overlays. A change of either needs another painter."""

    def __init__(
        self,
        styles: ComponentStyles,
        width: int,
        page: Page,
        flow: Flow,
        layers: Mapping[int, Sequence[Layer]],
        overlays: Overlays,
        paragraph_numbers: Sequence[int],
    ) -> None:
        self._styles, self._page, self._flow = styles, page, flow
        self._layers, self._overlays = layers, overlays
        self._numbers = paragraph_numbers
        self._width = width
        self._gutter = gutter_width(page, width)
        self._margin = max(0, (width - self._gutter - flow.width) // 2)
        self._base = styles.base

    @property
    def left(self) -> int:
        """Cells from the edge of the widget to the text."""
        return self._margin + self._gutter

    def segments(self, y: int, *, with_places: bool = False) -> list[Segment]:
        """Row `y` of the layout, as wide as the widget.

        With `with_places` each run of text carries its place, which Textual reads to select with the mouse.
        Then each run has its own style, so the row is slow to encode.
        """
        row = self._flow.row(y)
        if row.kind is RowKind.BLANK:
            return [Segment(" " * self._width, self._base)]
        if row.kind is RowKind.RULE:
            rule = SIGNS.rule * min(RULE_WIDTH, self._flow.width)
            segments = [Segment(" " * self.left, self._base), Segment(rule, self._styles.of("article--rule"))]
        else:
            segments = [*self._gutter_segments(row), *self._text_segments(row, with_places)]
        return Segment.adjust_line_length(segments, self._width, self._base)

    def _gutter_segments(self, row: Row) -> list[Segment]:
        """The margin, the paragraph number, the sign of the paragraph, and the sign of a highlight."""
        number = self._numbers[row.block] if row.block >= 0 and row.lead else 0
        roomy = self._width >= NARROW
        mark = self._highlight_sign(row) if roomy else None
        bar = self._chosen_bar(row) if roomy else None
        if not (self._gutter and (number or mark or bar)):
            return [Segment(" " * self.left, self._base)]
        current = row.block == self._overlays.current_block
        label = (str(number) if number else "").rjust(self._gutter - (4 if roomy else 1))
        segments = [
            Segment(" " * self._margin, self._base),
            Segment(label, self._styles.of("article--number-current" if current else "article--number")),
        ]
        rest = self._gutter - len(label)
        if rest < 4:
            return [*segments, Segment(" " * rest, self._base)]
        sign, style = bar or (self._sign(row.block) if number else (" ", self._base))
        return [
            *segments,
            Segment(" ", self._base),
            Segment(sign, style),
            Segment(*(mark or (" ", self._base))),
            Segment(" " * (rest - 3), self._base),
        ]

    def _chosen_bar(self, row: Row) -> tuple[str, Style] | None:
        """The bar before a row of the current quote."""
        for start, end, name in self._quote_layers(row):
            if name.startswith("quote-current-") and start < row.end and end > row.start:
                return SIGNS.chosen, self._styles.of(f"article--quote-sign-{name[-1]}")
        return None

    def _highlight_sign(self, row: Row) -> tuple[str, Style] | None:
        """The sign of the highlight in a row: of a note if one begins there, otherwise of the first one."""
        inside = [
            (start, name.removeprefix("highlight-"))
            for start, end, name in self._layers.get(row.block, ())
            if name.startswith("highlight-") and start < row.end and end > row.start
        ]
        if not inside:
            return None
        noted = [
            (start, look)
            for start, look in inside
            if row.start <= start and Place(row.block, start) in self._overlays.notes
        ]
        _, look = (noted or inside)[0]
        sign = SIGNS.note if noted else SIGNS.moved if look == "moved" else SIGNS.highlight
        return sign, self._styles.of(f"article--highlight-sign-{look}")

    def _sign(self, block: int) -> tuple[str, Style]:
        """The sign beside the number: the letter of a mark, or the sign of a quote.

        A block quote has its bar instead of the sign.
        """
        if letter := self._overlays.letters.get(block):
            return letter, self._styles.of("article--mark")
        if self._page.block(block).kind is BlockKind.QUOTE:
            return " ", self._base
        for _, _, name in self._layers.get(block, ()):
            if name.startswith("quote-"):
                hue = name.removeprefix("quote-")
                return SIGNS.quote, self._styles.of(f"article--quote-sign-{hue}")
        return " ", self._base

    def _text_segments(self, row: Row, with_places: bool) -> list[Segment]:
        block = self._page.block(row.block)
        name = BLOCK_CLASSES.get(block.kind)
        base = self._base if name is None else self._styles.of(name)
        segments = self._indent_segments(row, block, base)
        text = block.text
        end = self._flow.visible_end(row)
        index = row.block - self._page.first
        used = sum(segment.cell_length for segment in segments)
        styles: dict[tuple[str, ...], Style] = {(): base}
        for left, right, names in runs(row.start, end, self._layers_of(row)):
            style = styles.get(names)
            if style is None:
                style = base
                for layer in names:
                    style += self._styles.overlay(f"article--{layer}")
                    if layer.startswith("entity-") and any(name.startswith("highlight-") for name in names):
                        style += self._styles.overlay("article--highlight-name")
                styles[names] = style
            piece = text[left:right]
            used += cell_width(piece)
            for offset, part in painted(piece):
                place = Style.from_meta({"offset": (left + offset, index)}) if with_places else None
                segments.append(Segment(part, style + place))
        if block.kind is BlockKind.CODE and used < self._flow.width:
            segments.append(Segment(" " * (self._flow.width - used), base))
        return segments

    def _indent_segments(self, row: Row, block: Block, base: Style) -> list[Segment]:
        prefix = self._flow.prefix(row)
        if not prefix:
            return []
        if block.kind is BlockKind.QUOTE:
            layers = self._layers.get(row.block, ())
            said = next((name for _, _, name in layers if name.startswith("quote-")), None)
            bar = "article--bar" if said is None else f"article--quote-sign-{said[-1]}"
            return [Segment(SIGNS.bar, self._styles.of(bar)), Segment(prefix[1:], base)]
        if row.lead and prefix.strip():
            style = self._styles.of("article--item-marker")
            return [Segment(part, style) for _, part in painted(prefix)]
        return [Segment(prefix, base)]

    def _layers_of(self, row: Row) -> list[Layer]:
        """The layers over the text of a row, the lowest first; matches only if they are in the row."""
        block, over = row.block, self._overlays
        layers = self._quote_layers(row)
        if over.matches is not None and not over.quoting:
            layers += [
                (start, end, "match-current" if index == over.current else "match")
                for start, end, index in over.matches.in_block(block, row.start, row.end)
            ]
        if over.selection is not None:
            (first, start), (last, end) = over.selection
            if first <= block <= last:
                length = len(self._page.block(block).text)
                layers.append((start if block == first else 0, end if block == last else length, "selection"))
        if over.cursor is not None and over.cursor.block == block:
            layers.append((over.cursor.offset, self._after(over.cursor), "cursor"))
        return layers

    def _quote_layers(self, row: Row) -> list[Layer]:
        """The article's own layers in the block of a row, with quotes of the active set in their own styles.

        A block quote has its bar, so its words have no tint unless they are in the active set.
        """
        block, over = row.block, self._overlays
        layers = self._layers.get(block, ())
        matched = over.matches.in_block(block) if over.matches is not None and over.quoting else ()
        if self._page.block(block).kind is BlockKind.QUOTE:
            layers = [layer for layer in layers if matched or not layer[2].startswith("quote-")]
        if not matched:
            return list(layers)
        return [
            (start, end, _active_name(name, start, end, matched, over.current)) for start, end, name in layers
        ]

    def _after(self, place: Place) -> int:
        """The offset after the grapheme at a place; at the end of a block, the offset of the place."""
        from reader.text.motion import after

        return after(place, self._page).offset


def _active_name(
    name: str, start: int, end: int, matched: Sequence[tuple[int, int, int]], current: int | None
) -> str:
    """The style of a layer: for a quote of the active set `quote-match-1` instead of `quote-1`."""
    if not name.startswith("quote-"):
        return name
    inside = {index for left, right, index in matched if start <= left and right <= end}
    if not inside:
        return name
    return f"quote-{'current' if current in inside else 'match'}-{name[-1]}"
