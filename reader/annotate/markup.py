"""The markup of paragraphs in the source: headings, block quotes, code, italics.

Owns the step that reads it from a document.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from reader.model import Block, BlockKind, Document, InlineKind

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of code points of one paragraph, in order."""


class Markup(NamedTuple):
    """Numbers of paragraphs, and ranges by number of paragraph.

    `headings` hold no quotes. `block_quotes` are quotes as a whole. `captions` do not continue the speech
    around them. `emphasized` paragraphs are bold or italic as a whole. `code` holds neither names nor quotes.
    Words in `italics` may be the title of a work.
    """

    headings: Collection[int] = ()
    block_quotes: Collection[int] = ()
    captions: Collection[int] = ()
    emphasized: Collection[int] = ()
    code: Mapping[int, Ranges] = {}
    italics: Mapping[int, Ranges] = {}


NO_MARKUP = Markup()


def markup_of(document: Document) -> Markup:
    """The markup of a document's blocks."""
    kinds: dict[BlockKind, list[int]] = {}
    code: dict[int, Ranges] = {}
    italics: dict[int, Ranges] = {}
    for number, block in enumerate(document.blocks):
        kinds.setdefault(block.kind, []).append(number)
        if block.kind is BlockKind.CODE:
            code[number] = [(0, len(block.text))]
        elif block.inlines:
            code[number] = _ranges(block, InlineKind.CODE)
            italics[number] = _ranges(block, InlineKind.EMPHASIS)
    return Markup(
        kinds.get(BlockKind.HEADING, ()),
        kinds.get(BlockKind.QUOTE, ()),
        kinds.get(BlockKind.CAPTION, ()),
        [number for number in kinds.get(BlockKind.PARAGRAPH, ()) if _is_emphasized(document.blocks[number])],
        code,
        italics,
    )


def _ranges(block: Block, kind: InlineKind) -> Ranges:
    return [(inline.start, inline.end) for inline in block.inlines if inline.kind is kind]


def _is_emphasized(block: Block) -> bool:
    """Whether the whole block is bold, or the whole block is italic."""
    return any(
        inline.kind in (InlineKind.STRONG, InlineKind.EMPHASIS)
        and not block.text[: inline.start].strip()
        and not block.text[inline.end :].strip()
        for inline in block.inlines
    )
