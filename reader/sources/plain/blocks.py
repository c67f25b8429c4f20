"""The blocks of a plain text, from its chunks.

Owns what a chunk is when its neighbours are known: heading, list, quotation, figure, paragraph, verse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Block, BlockKind
from reader.sources.plain import line_kinds as signs
from reader.sources.plain.headings import Setting, heading_of
from reader.sources.plain.lines import Chunk, Line, flows, is_full, layout_of, line_of
from reader.sources.plain.lists import OpenLists
from reader.sources.plain.paragraphs import one_line, paragraphs, running
from reader.sources.scene_breaks import PAUSE
from reader.sources.yaml.schema import MAX_LEVEL, MAX_MARKER

_TALLEST = 400
"""Lines up to which a figure grows by what follows it."""

_QUOTATION_SIGNS = re.compile(r"(?:>(?: (?! ))?)*+")  # two blanks after a sign are an indent of the text

_LONGEST = 20_000
"""Characters up to which an item grows by what follows it."""


class Walk:
    """Goes over the chunks once; `blocks` grows."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.blocks: list[Block] = []
        self._chunks = chunks
        self._layout = layout_of(chunks)
        self._lists = OpenLists()
        self._section = -1  # of the last numbered heading
        self._figure: list[Line] | None = None  # the lines of the figure that is the last block
        deep = [chunk for chunk in chunks if chunk.indent > self._layout.margin]
        # Where every other chunk is indented, indents are the order of the text and quote nothing.
        self._outlined = self._layout.margin > 0 or len(deep) > 0.3 * len(chunks)
        capitals = sum(signs.is_capitals(chunk.lines[0].text) for chunk in chunks)
        self._shouting = capitals > 0.5 * len(chunks) and len(chunks) > 3

    def run(self) -> list[Block]:
        """All blocks."""
        for at, chunk in enumerate(self._chunks):
            after = self._chunks[at + 1] if at + 1 < len(self._chunks) else None
            self._chunk(chunk, after)
        return self.blocks

    def _add(
        self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, marker: str = ""
    ) -> None:
        if text:
            self._figure = None
            self.blocks.append(Block(text, kind, level, marker))

    def _heading(self, text: str, level: int) -> None:
        self._lists.close()
        self._add(text, BlockKind.HEADING, min(level, MAX_LEVEL))

    def _chunk(self, chunk: Chunk, after: Chunk | None) -> None:
        lines = self._under_lined(chunk.lines)
        if not lines:
            return
        if len(lines) < len(chunk.lines):
            chunk = Chunk(lines, 0)
        if len(lines) == 1 and signs.is_rule(lines[0].text):
            self._add(PAUSE)
        elif lines[0].text.startswith(">") or any(line.text.startswith(">") for line in lines[1:]):
            self._quoted(lines)
        elif lines[0].text == "--":
            self._add("\n".join(line.text for line in lines[1:]))
        elif signs.is_drawn(lines) or (chunk.indent > self._layout.margin and signs.is_code(lines)):
            self._draw(chunk)
        elif not self._headed(chunk, after):
            self._plain_chunk(chunk)

    def _plain_chunk(self, chunk: Chunk) -> None:
        lines = chunk.lines
        if self.blocks and self.blocks[-1].text.endswith("::") and chunk.indent > self._layout.margin:
            self._draw(chunk)
            return
        if signs.list_sign(lines[0].text) is None:
            at = self._list_inside(lines)
            if at:
                head = Chunk(lines[:at], chunk.gap)
                if not self._headed(head, None):
                    self._prose(head)
                chunk = Chunk(lines[at:], 0)
        if not self._listed(chunk):
            self._prose(chunk)

    def _list_inside(self, lines: Sequence[Line]) -> int:
        """Where a list begins under a line that introduces it; 0 for nowhere."""
        for at in range(1, len(lines)):
            sign = signs.list_sign(lines[at].text)
            if sign is None or sign.number > 1 or sign.bullet in "+·":
                continue
            before, edge = lines[at - 1], 0.85 * self._layout.measure
            if before.text[-1] == ":" or not edge or not is_full(before, lines[at], edge):
                return at
        return 0

    def _under_lined(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Take the underlined headings at the beginning; the lines after them."""
        at = 0
        while True:
            over = at + (len(lines) > at + 2 and signs.is_overline(lines[at]))
            if len(lines) < over + 2 or not signs.is_underline(lines[over + 1], lines[over]):
                return lines[at:] if at else lines
            sign = lines[over + 1].text[0]
            self._heading(lines[over].text, 1 if sign == "=" or over > at else 2 if sign == "-" else 3)
            at = over + 2

    def _draw(self, chunk: Chunk) -> None:
        lines = list(chunk.lines)
        before = self._figure
        if before and chunk.gap <= 1 and len(before) < _TALLEST and before[0].indent == lines[0].indent:
            lines = [*before, Line(0, "", 0), *lines]
            self.blocks.pop()
        base = min(line.indent for line in lines if line.text)
        text = "\n".join(" " * (line.indent - base) + line.text if line.text else "" for line in lines)
        self._add(text, BlockKind.CODE)
        self._figure = lines

    def _headed(self, chunk: Chunk, after: Chunk | None) -> bool:
        """Take the chunk as a heading, or its first line as one over an indented text."""
        lines = chunk.lines
        first = lines[0]
        hung = len(lines) > 1 and first.indent < min(line.indent for line in lines[1:])
        if hung and not self._shouting and signs.is_capitals(first.text):  # as in a manual
            self._heading(first.text, 1)
            self._plain_chunk(Chunk(lines[1:], 0))
            return True
        setting = Setting(self._layout, self._shouting, self._lists.next_number, self._section + 1)
        level, text = heading_of(chunk, after, setting)
        if level:
            self._heading(text, level)
            sign = signs.list_sign(text)
            self._section = sign.number if sign and sign.number else self._section
        return bool(level)

    def _quoted(self, lines: Sequence[Line]) -> None:
        """Add the lines of a message, some of which begin with `>`. Lines of one depth are one passage."""
        passage: list[Line] = []
        depth = 0
        for line in lines:
            found = _QUOTATION_SIGNS.match(line.text)
            signs_end = found.end() if found else 0
            text, here = line.text[signs_end:], line.text.count(">", 0, signs_end)
            if (here != depth or not text.strip()) and passage:
                self._passage(passage, depth)
                passage = []
            depth = here
            if text.strip():
                passage.append(line_of(text))
        if passage:
            self._passage(passage, depth)

    def _passage(self, lines: Sequence[Line], depth: int) -> None:
        if not depth:
            self._chunk(Chunk(tuple(lines), 0), None)
            return
        for paragraph in paragraphs(lines, self._layout.measure):
            self._add(running(paragraph, self._layout.measure), BlockKind.QUOTE, min(depth, MAX_LEVEL))

    def _listed(self, chunk: Chunk) -> bool:
        """Take the chunk as items, or as more of the item before it."""
        lines = chunk.lines
        sign = signs.list_sign(lines[0].text)
        last = self.blocks[-1] if self.blocks else None
        if sign is None or not self._lists.are_begun_by(sign, chunk):
            inside = last is not None and last.kind is BlockKind.ITEM and len(last.text) < _LONGEST
            if last is not None and inside and self._lists.hold(lines[0]):
                text = f"{last.text}\n\n{running(lines, self._layout.measure)}"
                self.blocks[-1] = Block(text, BlockKind.ITEM, last.level, last.marker)
                return True
            self._lists.close()
            return False
        item: list[Line] = []
        for line in lines:
            found = signs.list_sign(line.text)
            if found and (not item or self._lists.are_continued_by(found, line, sign)):
                self._end_item(item)
                item, sign = [line], found
                level = self._lists.open(line, found)
                self._add("\0", BlockKind.ITEM, level, found.marker[:MAX_MARKER])
            else:
                item.append(line)
        self._end_item(item)
        return True

    def _end_item(self, item: Sequence[Line]) -> None:
        """Give the item that was opened last its words."""
        if not item:
            return
        sign = signs.list_sign(item[0].text)
        cut = sign.length if sign else 0
        first = Line(item[0].indent + cut, item[0].text[cut:], item[0].width - cut)
        opened = self.blocks[-1]
        if all(line.text[0].islower() for line in item[1:]):
            text = one_line([first, *item[1:]])
        else:
            text = running((first, *item[1:]), self._layout.measure)
        self.blocks[-1] = Block(text, BlockKind.ITEM, opened.level, opened.marker)

    def _prose(self, chunk: Chunk) -> None:
        lines = chunk.lines
        set_in = chunk.indent >= self._layout.margin + 2 and not self._outlined
        long = len(lines) > 1 or lines[0].width > 40
        if self._layout.measure and set_in and long and flows(lines, self._layout.measure):
            self._add(running(lines, self._layout.measure), BlockKind.QUOTE, 1)
            return
        for paragraph in paragraphs(lines, self._layout.measure):
            self._add(running(paragraph, self._layout.measure))
