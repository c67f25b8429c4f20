"""Convert the chunks of a plain text to blocks: headings, lists, quotes, code, verse and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model import Block, BlockKind
from reader.sources.plain.headings import heading_of, is_capitals, is_underline, section_number
from reader.sources.plain.lines import Chunk, Line, layout_of, line_of
from reader.sources.plain.lists import Marker, OpenLists, list_marker
from reader.sources.plain.paragraphs import is_full, is_wrapped, one_line, paragraph_text, paragraphs
from reader.sources.scene_breaks import SCENE_BREAK
from reader.sources.yaml.schema import MAX_LEVEL, MAX_MARKER

_MAX_GROWN = 20_000
"""The greatest length of an item or code block to which chunks are added. This keeps the cost linear."""

_QUOTE_SIGNS = re.compile(r"(?:>(?: (?! ))?)*+")  # two blanks after a sign are indentation
_SCENE_BREAK_LINE = re.compile(r"(?:[*#~•·⁂—–=_+.o-][ \t]*){3,}\Z|⁂\Z|[*#~]\Z")
_COLUMN_GAP = re.compile(r"\S(?: {3,}|\t|\.{4,} *|(?: \.){4,} *)\S")
_DRAWING = re.compile(r"[|+=_/\\<>^*#~\u2190-\u21ff\u2500-\u259f-]")
_CODE = re.compile(
    r"[{};]\Z|\A(?:[$#>%] \S|</?[a-zA-Z][\w:-]*[ >/]|//|/\*)"
    r"|\A(?:def|class|import|from|return|function|var|let|const|if|for|while|GET|POST|SELECT)\b.*[(:=;{/]"
    r"|\w\(\)|->\w|:=|[=!]=|&&|\|\|"
)


def plain_blocks(chunks: Sequence[Chunk]) -> list[Block]:
    """The blocks in reading order. Linear."""
    reader = _BlockReader(chunks)
    for chunk, after in zip(chunks, [*chunks[1:], None], strict=True):
        reader.read(chunk, after)
    return reader.blocks


class _BlockReader:
    """Reads the chunks once and adds blocks."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.blocks: list[Block] = []
        self._layout = layout_of(chunks)
        self._lists = OpenLists()
        self._section = 0  # the number of the last section
        self._code_indent = -1  # the indentation of the last block if it is code, else -1
        n_indented = sum(chunk.indent > self._layout.margin for chunk in chunks)
        # If many chunks are indented, indentation does not mark quotes.
        self._quotes_are_indented = self._layout.margin == 0 and n_indented <= 0.3 * len(chunks)

    def read(self, chunk: Chunk, after: Chunk | None) -> None:
        """Add the blocks of a chunk. `after` is the next chunk."""
        lines = self._without_underlined(chunk.lines)
        if not lines:
            return
        if len(lines) < len(chunk.lines):
            chunk = Chunk(lines)
        first = lines[0].text
        if len(lines) == 1 and _is_scene_break(first):
            self._add(SCENE_BREAK)
        elif any(line.text.startswith(">") for line in lines):
            self._read_quotes(lines)
        elif self._is_code(chunk):
            self._add_code(chunk)
        elif len(lines) > 1 and is_capitals(first) and lines[0].indent < Chunk(lines[1:]).indent:
            self._add_heading(first, 1)  # the section of a manual page
            self._read_text(Chunk(lines[1:]))
        elif not self._read_heading(chunk, after):
            self._read_text(chunk)

    def _add(
        self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, marker: str = ""
    ) -> None:
        if text:
            self._code_indent = -1
            self.blocks.append(Block(text, kind, min(level, MAX_LEVEL), marker))

    def _add_heading(self, text: str, level: int) -> None:
        self._lists.close()
        self._add(text, BlockKind.HEADING, level)
        self._section = section_number(text) or self._section

    def _read_heading(self, chunk: Chunk, after: Chunk | None) -> bool:
        level, text = heading_of(chunk, after, self._layout, self._lists.next_number, self._section + 1)
        if level:
            self._add_heading(text, level)
        return bool(level)

    def _without_underlined(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Add the underlined headings at the beginning of `lines`. Return the lines after them."""
        at = 0
        while True:
            over = at + (len(lines) > at + 2 and is_underline(lines[at]))
            if len(lines) < over + 2 or not is_underline(lines[over + 1], lines[over]):
                return lines[at:]
            sign = lines[over + 1].text[0]
            self._add_heading(lines[over].text, 1 if over > at else {"=": 1, "-": 2}.get(sign, 3))
            at = over + 2

    def _is_code(self, chunk: Chunk) -> bool:
        """Whether the line ends must be kept: the chunk is a figure, a table in columns or a program."""
        lines = chunk.lines
        if chunk.indent > self._layout.margin:
            if self.blocks and self.blocks[-1].text.endswith("::"):
                return True
            if sum(bool(_CODE.search(line.text[:300])) for line in lines) >= 0.4 * len(lines):
                return True
        if len(lines) < 2:
            return False
        n_characters = sum(len(line.text) - line.text.count(" ") for line in lines)
        if sum(len(_DRAWING.findall(line.text)) for line in lines) >= 0.3 * n_characters:
            return True
        return sum(bool(_COLUMN_GAP.search(line.text)) for line in lines) >= max(2, len(lines) / 2)

    def _add_code(self, chunk: Chunk) -> None:
        indent = chunk.indent
        text = "\n".join(" " * (line.indent - indent) + line.text for line in chunk.lines)
        if chunk.gap <= 1 and indent == self._code_indent and len(self.blocks[-1].text) < _MAX_GROWN:
            text = f"{self.blocks.pop().text}\n\n{text}"
        self._add(text, BlockKind.CODE)
        self._code_indent = indent

    def _read_quotes(self, lines: Sequence[Line]) -> None:
        """Add lines of which some begin with `>`. Consecutive lines of the same depth belong together."""
        passage: list[Line] = []
        passage_depth = 0
        for line in [*lines, None]:
            signs = _QUOTE_SIGNS.match(line.text) if line else None
            text = line.text[signs.end() :].strip() if line and signs else ""
            depth = signs[0].count(">") if signs else -1
            if passage and (depth != passage_depth or not text):
                self._add_passage(Chunk(tuple(passage)), passage_depth)
                passage = []
            passage_depth = depth
            if line and text:
                passage.append(line_of(line.text[signs.end() :] if signs else text))

    def _add_passage(self, chunk: Chunk, depth: int) -> None:
        if not depth:
            self.read(chunk, None)
            return
        for paragraph in paragraphs(chunk.lines, self._layout.measure):
            self._add(paragraph_text(paragraph, self._layout.measure), BlockKind.QUOTE, depth)

    def _read_text(self, chunk: Chunk) -> None:
        """Add a list, or paragraphs with a list after them."""
        start = self._list_start(chunk.lines)
        if start:
            head = Chunk(chunk.lines[:start], chunk.gap)
            chunk = Chunk(chunk.lines[start:])
            if not self._read_heading(head, chunk):
                self._add_paragraphs(head)
        if not self._read_list(chunk):
            self._add_paragraphs(chunk)

    def _list_start(self, lines: Sequence[Line]) -> int:
        """The index at which a list begins after lines that introduce it; 0 if no list begins."""
        if list_marker(lines[0].text):
            return 0
        for at, (before, line) in enumerate(pairwise(lines), 1):
            marker = list_marker(line.text)
            if marker and (marker.number == 1 or marker.bullet not in ("", "+", "·")):
                measure = self._layout.measure
                if before.text[-1] == ":" or not measure or not is_full(before, line, 0.85 * measure):
                    return at
        return 0

    def _read_list(self, chunk: Chunk) -> bool:
        """Add the items of a chunk, or add the chunk to the last item.

        Return whether the chunk belongs to a list.
        """
        lines = chunk.lines
        first = list_marker(lines[0].text)
        if first is None or not self._lists.begin_with(first, chunk):
            return self._continue_item(lines)
        level = self._lists.add(lines[0], first)
        item = [_without_marker(lines[0], first)]
        for line in lines[1:]:
            marker = list_marker(line.text)
            if marker and self._lists.continue_with(marker, line, first):
                self._add(self._item_text(item), BlockKind.ITEM, level, first.text[:MAX_MARKER])
                level, first = self._lists.add(line, marker), marker
                item = [_without_marker(line, marker)]
            else:
                item.append(line)
        self._add(self._item_text(item), BlockKind.ITEM, level, first.text[:MAX_MARKER])
        return True

    def _item_text(self, lines: Sequence[Line]) -> str:
        if all(line.begins_lower for line in lines[1:]):
            return one_line(lines)
        return paragraph_text(lines, self._layout.measure)

    def _continue_item(self, lines: Sequence[Line]) -> bool:
        last = self.blocks[-1] if self.blocks else None
        if (
            last
            and last.kind is BlockKind.ITEM
            and len(last.text) < _MAX_GROWN
            and self._lists.contain(lines[0])
        ):
            text = f"{last.text}\n\n{paragraph_text(lines, self._layout.measure)}"
            self.blocks[-1] = Block(text, BlockKind.ITEM, last.level, last.marker)
            return True
        self._lists.close()
        return False

    def _add_paragraphs(self, chunk: Chunk) -> None:
        lines, measure = chunk.lines, self._layout.measure
        is_indented = self._quotes_are_indented and chunk.indent >= 2 and len(lines) > 1
        if is_indented and measure and is_wrapped(lines, measure):
            self._add(paragraph_text(lines, measure), BlockKind.QUOTE, 1)
            return
        for paragraph in paragraphs(lines, measure):
            self._add(paragraph_text(paragraph, measure))


def _without_marker(line: Line, marker: Marker) -> Line:
    return Line(line.indent + marker.length, line.text[marker.length :], line.width - marker.length)


def _is_scene_break(text: str) -> bool:
    has_words = any(char.isalnum() and char != "o" for char in text)
    return len(text) <= 200 and not has_words and bool(_SCENE_BREAK_LINE.match(text))
