"""Build the blocks of an article from the items under `paragraphs:`."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Block, BlockKind, Inline
from reader.sources.faults import Faults, short
from reader.sources.yaml.record import Record, near_word
from reader.sources.yaml.schema import KINDS, LEVELLED, MAX_LEVEL, MAX_MARKER, ParagraphEntry, code_words
from reader.sources.yaml.tree import YamlMap
from reader.text.clean import clean

TAB = 4
"""The width of a tab in code."""


class Blocks(NamedTuple):
    """The blocks in order, and the index of each block that has an id."""

    blocks: tuple[Block, ...]
    ids: dict[str, int]


def build_blocks(record: Record, markdown: bool, faults: Faults) -> Blocks:
    """The blocks under `paragraphs`; items without words are left out with a warning."""
    blocks: list[Block] = []
    ids: dict[str, int] = {}
    items = record.items("paragraphs")
    for index, node in enumerate(items.items):
        if isinstance(node, str):
            block = _block(node, BlockKind.PARAGRAPH, markdown)
        elif isinstance(node, YamlMap):
            block = _item(Record(node, ParagraphEntry, faults), markdown, faults)
        else:
            block = None
        if block is None:
            faults.warning(items.position_of(index), "an empty paragraph is left out")
            continue
        if block.id and ids.setdefault(block.id, len(blocks)) != len(blocks):
            faults.warning(
                items.position_of(index), f"the id {short(block.id)} is here twice; quotes find the first"
            )
        blocks.append(block)
    return Blocks(tuple(blocks), ids)


def _block(
    source: str, kind: BlockKind, markdown: bool, level: int = 0, marker: str = "", name: str = ""
) -> Block | None:
    """The block with the words of `source`; None if `source` has no words."""
    inlines: tuple[Inline, ...] = ()
    if kind is BlockKind.CODE:
        text = code_words(clean(source.expandtabs(TAB)))
    else:
        text = clean(source).strip()
        if markdown:
            from reader.sources.yaml.inline import parse_inline  # most articles are plain

            text, inlines = parse_inline(text)
    if not text:
        return None
    if kind is BlockKind.PARAGRAPH and not inlines and not name:
        return Block(text)
    return Block(text, kind, level, marker, name, inlines)


def _item(record: Record, markdown: bool, faults: Faults) -> Block | None:
    given = [key for key in KINDS if key in record]
    if not given:
        return _misread(record, markdown, faults)
    record.warn_unknown()
    if len(given) > 1:
        fault = f"a paragraph is one thing; {', '.join(given[1:])} is left out beside {given[0]}"
        faults.warning(record.place(given[1]), fault)
    kind = KINDS[given[0]]
    level, marker = _level(record, kind, faults), _marker(record, kind, faults)
    name = record.matching("id", "needs a letter; figures alone mean the number of a paragraph")
    block = _block(record.raw(given[0]), kind, markdown, level, marker, name)
    if block is None or not record.extras:
        return block
    return Block(block.text, kind, level, marker, name, block.inlines, record.extras)


def _misread(record: Record, markdown: bool, faults: Faults) -> Block | None:
    """The block of a mapping without a known key: the key is misspelt, or a sentence has a colon.

    The words are shown anyway, because a gap in the text is worse than a wrong form. None if there are no
    words.
    """
    key = next((key for key in record.unknown if record.raw(key)), None)
    if key is None:
        record.warn_unknown()
        return None
    near = near_word(key.lower(), tuple(KINDS))
    if near:
        faults.warning(record.key_place(key), f"unknown kind {short(key)}: did you mean {near}?")
        return _block(record.raw(key), BlockKind.PARAGRAPH, markdown)
    fault = (
        f"unknown kind {short(key)}: a paragraph with “: ” in it needs quotation marks, or stands after >-"
    )
    faults.warning(record.key_place(key), fault)
    return _block(f"{key}: {record.raw(key)}", BlockKind.PARAGRAPH, markdown)


def _level(record: Record, kind: BlockKind, faults: Faults) -> int:
    word = record.line("level")
    if kind not in LEVELLED:
        _warn_unused(record, "level", ", ".join(LEVELLED), faults)
        return 0
    level = int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else int(not word)
    if 1 <= level <= MAX_LEVEL:
        return level
    faults.warning(record.place("level"), f"level {short(word)}: expected a number from 1 to {MAX_LEVEL}")
    return 1


def _marker(record: Record, kind: BlockKind, faults: Faults) -> str:
    marker = record.line("marker")
    if kind is not BlockKind.ITEM:
        _warn_unused(record, "marker", BlockKind.ITEM, faults)
        return ""
    if len(marker) > MAX_MARKER:
        fault = f"marker {short(marker)} is cut; expected at most {MAX_MARKER} characters"
        faults.warning(record.place("marker"), fault)
    return marker[:MAX_MARKER].strip()


def _warn_unused(record: Record, key: str, owners: str, faults: Faults) -> None:
    if record.line(key):
        faults.warning(record.place(key), f"{key} is ignored; it belongs to {owners}")
