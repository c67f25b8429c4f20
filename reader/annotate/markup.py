"""What a source says of its paragraphs besides their words: what is no speech, what code, what slanted.

Owns the reading of that from a document, in the terms that the finding of quotes and names asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from reader.model import Block, BlockKind, Document, InlineKind

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of code points of one paragraph, in order."""


class Markup(NamedTuple):
    """Numbers of paragraphs, and ranges by paragraph.

    `silent` paragraphs hold no quotes, `quoted` ones are quotes, `captions` stand apart from what is said
    around them, `loud` ones are bold or slanted as a whole. `code` holds neither words nor names of anybody,
    `slanted` words may be the title of a work.
    """

    silent: Collection[int] = ()
    quoted: Collection[int] = ()
    captions: Collection[int] = ()
    loud: Collection[int] = ()
    code: Mapping[int, Ranges] = {}
    slanted: Mapping[int, Ranges] = {}


PLAIN = Markup()


def markup_of(document: Document) -> Markup:
    """What a document says of its blocks."""
    kinds: dict[BlockKind, list[int]] = {}
    code: dict[int, Ranges] = {}
    slanted: dict[int, Ranges] = {}
    for number, block in enumerate(document.blocks):
        kinds.setdefault(block.kind, []).append(number)
        if block.kind is BlockKind.CODE:
            code[number] = [(0, len(block.text))]
        elif block.inlines:
            code[number] = _ranges(block, InlineKind.CODE)
            slanted[number] = _ranges(block, InlineKind.EMPHASIS)
    return Markup(
        kinds.get(BlockKind.HEADING, ()),
        kinds.get(BlockKind.QUOTE, ()),
        kinds.get(BlockKind.CAPTION, ()),
        [number for number in kinds.get(BlockKind.PARAGRAPH, ()) if _is_loud(document.blocks[number])],
        code,
        slanted,
    )


def _ranges(block: Block, kind: InlineKind) -> Ranges:
    return [(inline.start, inline.end) for inline in block.inlines if inline.kind is kind]


def _is_loud(block: Block) -> bool:
    """Whether all the words are bold, or all are slanted."""
    return any(
        inline.kind in (InlineKind.STRONG, InlineKind.EMPHASIS)
        and not block.text[: inline.start].strip()
        and not block.text[inline.end :].strip()
        for inline in block.inlines
    )
