"""Scene breaks: the horizontal rules and rows of asterisks between the parts of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, BlockKind

SCENE_BREAK = "* * *"
"""The text of a block that is a scene break."""


def without_idle_breaks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the scene breaks at both ends, next to a heading, or after another scene break."""
    before: Block | None = None
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        if _is_scene_break(block) and (_ends_part(before) or _ends_part(after)):
            continue
        before = block
        yield block


def _ends_part(block: Block | None) -> bool:
    return block is None or block.kind is BlockKind.HEADING or _is_scene_break(block)


def _is_scene_break(block: Block) -> bool:
    return block.text == SCENE_BREAK and block.kind is BlockKind.PARAGRAPH
