"""Pauses in a text: the rules and stars between its scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, BlockKind

PAUSE = "* * *"
"""How a pause is shown."""


def without_idle_pauses(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without pauses that part nothing: at the ends, beside a heading, after another one."""
    before: Block | None = None
    for at, block in enumerate(blocks):
        if is_pause(block):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            if before is None or before.kind is BlockKind.HEADING or is_pause(before):
                continue
            if after is None or after.kind is BlockKind.HEADING or is_pause(after):
                continue
        before = block
        yield block


def is_pause(block: Block) -> bool:
    """Whether `block` is a pause."""
    return block.text == PAUSE and block.kind is BlockKind.PARAGRAPH
