"""Style layers: the styled ranges of a block, cut into runs of equal style.

Owns the order of the layers. Knows the names of styles and code points, and no colours or cells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reader.model import BlockKind, Document, InlineKind, Span
from reader.text.note_marks import note_marks

Layer = tuple[int, int, str]
"""A half-open range of code points in a block, and the name of its style."""

Run = tuple[int, int, tuple[str, ...]]
"""A half-open range of code points and the names of the styles over it, lowest layer first."""

INLINE_STYLES: Mapping[InlineKind, str] = {
    InlineKind.EMPHASIS: "emphasis",
    InlineKind.STRONG: "strong",
    InlineKind.CODE: "code-span",
    InlineKind.LINK: "link",
    InlineKind.STRUCK: "struck",
    InlineKind.INSERTED: "inserted",
}

NOTE_MARK = "note-mark"
"""The style of a footnote reference, such as `[12]`."""


def runs(start: int, end: int, layers: Iterable[Layer]) -> list[Run]:
    """Cut `start` to `end` into runs of equal style. A later layer lies over an earlier one.

    The runs add up to the range. Layers may overlap each other and extend beyond the range.
    """
    inside = [(a, b, name) for a, b, name in layers if a < end and b > start and a < b]
    if not inside:
        return [(start, end, ())] if end > start else []
    cuts = {start, end}
    for a, b, _ in inside:
        cuts.add(max(a, start))
        cuts.add(min(b, end))
    edges = sorted(cuts)
    return [
        (left, right, tuple(name for a, b, name in inside if a <= left and right <= b))
        for left, right in pairwise(edges)
    ]


def quoted(text: str, span: Span, marks: str = '“”"«»„‟‘’「」『』‹›') -> tuple[int, int]:
    """The range of a quote including its quotation marks, so that the tint covers them.

    Punctuation between the words and the closing quotation mark is included too.
    """
    start, end = span.start, span.end
    if start and text[start - 1] in marks:
        start -= 1
    for reach in (0, 1, 2):
        if end + reach < len(text) and text[end + reach] in marks:
            return start, end + reach + 1
        if end + reach >= len(text) or text[end + reach] not in ",.!?;…-—–":
            break
    return start, end


def article_layers(document: Document, hues: Mapping[str, int]) -> dict[int, list[Layer]]:
    """The layers of the article itself, by block. Quotes are below highlights, then come entities and markup.

    Struck words are the lowest layer, so that the ink of a highlight or a name replaces their dim ink.
    Footnote references are painted over other markup. Code has no footnote references.

    `hues` maps a speaker to the number of a hue (see `speakers.speaker_hues`).
    """
    layers: defaultdict[int, list[Layer]] = defaultdict(list)
    for quote in document.quotes:
        name = f"quote-{hues.get(quote.speaker, 0)}"
        for piece in quote.pieces:
            layers[piece.block].append((*quoted(document.blocks[piece.block].text, piece), name))
    # A longer highlight lies under a shorter one, so that both are seen.
    for highlight in sorted(document.highlights, key=lambda one: -len(one.text)):
        look = f"highlight-{highlight.color}" if highlight.status.sure else "highlight-moved"
        for piece in highlight.pieces:
            layers[piece.block].append((piece.start, piece.end, look))
    for entity in document.entities:
        for mention in entity.mentions:
            layers[mention.block].append((mention.start, mention.end, f"entity-{entity.type}"))
    for index, block in enumerate(document.blocks):
        if block.inlines:
            markup = [(i.start, i.end, INLINE_STYLES[i.kind]) for i in block.inlines]
            struck = INLINE_STYLES[InlineKind.STRUCK]
            layers[index][:0] = [layer for layer in markup if layer[2] == struck]
            layers[index] += [layer for layer in markup if layer[2] != struck]
        if block.kind is not BlockKind.CODE:
            code = [i for i in block.inlines if i.kind is InlineKind.CODE]
            layers_of_marks = [
                (start, end, NOTE_MARK)
                for start, end in note_marks(block.text)
                if not any(i.start < end and start < i.end for i in code)
            ]
            if layers_of_marks:
                layers[index] += layers_of_marks
    return dict(layers)


def at(spans: Sequence[Span], block: int, offset: int) -> int | None:
    """The index of the first span that contains the code point, or None."""
    for index, span in enumerate(spans):
        if span.block == block and span.start <= offset < span.end:
            return index
    return None
