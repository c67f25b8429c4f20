"""Edit the text of a YAML file without changing anything around an edit.

Values are replaced, and keys and items are added and removed, in the style that the file uses at that place:
block or flow style, with or without quotation marks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.sources.yaml.amend.ranges import (
    BLOCK_STYLES,
    BREAKS,
    Leaf,
    Map,
    Pair,
    Seq,
    before_break,
    dashes,
    line_end,
    line_start,
    skip,
)
from reader.sources.yaml.scalars import STEP, WIDTH, node, scalar
from reader.sources.yaml.scalars import key as named
from reader.text.cells import width

_WIDEST = 8
"""The greatest number of cells from a dash to its item that is copied as the style of the file."""


class Edits:
    """Edits of `text`, added in any order. Edits may touch, and removed ranges may overlap."""

    def __init__(self, text: str) -> None:
        self.text = text
        first = line_end(text, 0)
        crlf = text.startswith("\r\n", first)
        self.newline = "\r\n" if crlf else "\r" if text.startswith("\r", first) else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """The text after all edits."""
        out: list[str] = []
        done = 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            out += (self.text[done : max(start, done)], new)
            done = max(done, end)
        return "".join((*out, self.text[done:]))

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a range with `new`."""
        self._edits.append((start, end, new))

    def insert(self, at: int, new: str) -> None:
        """Insert `new` at an offset."""
        self._edits.append((at, at, new))

    # -- values ----------------------------------------------------------------------------------------

    def set_text(self, leaf: Leaf, text: str, *, flow: bool) -> None:
        """Replace a scalar in the same style: quoted, plain, literal or folded."""
        if leaf.style == '"':
            self.replace(leaf.start, leaf.end, in_quotes(text))
        elif leaf.style == "'" and "\n" not in text:
            self.replace(leaf.start, leaf.end, "'" + text.replace("'", "''") + "'")
        elif leaf.style in BLOCK_STYLES and "\n" not in text and (lines := self._content(leaf)):
            self.replace(*lines, text)
        else:
            blank = "" if leaf.start == 0 or self.text[leaf.start - 1] in " \t" + BREAKS else " "
            new = scalar(text, flow=flow) + self._header_comment(leaf)
            self.replace(leaf.start, leaf.end, (blank if leaf.start == leaf.end else "") + new)

    def set_value(self, pair: Pair, value: object) -> None:
        """Replace a value with any other value. Lists and mappings are written in flow style."""
        start, end = pair.value.start, pair.value.end
        blank = " " if start == end and self.text[start - 1] == ":" else ""
        comment = ""
        if isinstance(pair.value, Leaf):
            comment = self._header_comment(pair.value)
        elif not pair.value.flow:
            blank = " " * STEP  # a block list may begin in the column of its key, brackets must be indented
        self.replace(start, end, blank + in_flow(value, quoted=pair.key.style == '"') + comment)

    def _header_comment(self, leaf: Leaf) -> str:
        """The comment after the header of a literal or folded text, with the blanks before it."""
        if leaf.style not in BLOCK_STYLES:
            return ""
        head = self.text[leaf.start : line_end(self.text, leaf.start)]
        at = head.find("#")
        return head[len(head[:at].rstrip(" \t")) :] if at >= 0 else ""

    def _content(self, leaf: Leaf) -> tuple[int, int] | None:
        """The range of the words of a literal or folded text, without indentation; None if it is empty."""
        start = line_end(self.text, leaf.start)
        while start < leaf.end and self.text[start] in " \t" + BREAKS:
            start += 1
        end = leaf.start + len(self.text[leaf.start : leaf.end].rstrip(" \t" + BREAKS))
        return (start, end) if start < end else None

    # -- keys ------------------------------------------------------------------------------------------

    def add_pair(self, mapping: Map, after: Pair, key: str, value: object) -> None:
        """Add a key with its value after another pair."""
        quoted = mapping.pairs[0].key.style == '"'
        if mapping.flow:
            new = f"{in_flow(key, quoted=quoted)}: {in_flow(value, quoted=quoted)}"
            ranges = [(pair.key.start, pair.value.end) for pair in mapping.pairs]
            self._add_in_flow(mapping.start, ranges, after.value.end, [new])
            return
        pad = " " * self.column(mapping.start)
        at = line_end(self.text, after.value.end)
        if quoted or self.comment_follows(at, len(pad)):
            name = in_flow(key, quoted=quoted)
            rows = [f"{pad}{name}: {in_flow(value, quoted=quoted)}"]
        else:
            rows = list(_entry(pad, key, value))
        self.insert(at, "".join(self.newline + row for row in rows))

    def drop_pair(self, mapping: Map, pair: Pair) -> None:
        """Remove a key, its value and the comment after them.

        If it is the only key, only the value is removed.
        """
        index = mapping.pairs.index(pair)
        if mapping.flow:
            ranges = [(each.key.start, each.value.end) for each in mapping.pairs]
            self._drop_in_flow(ranges, index)
        elif index:
            self.drop_lines(pair.key.start, pair.value.end)
        else:  # the first key, which follows a dash
            after = mapping.pairs[1].key.start if len(mapping.pairs) > 1 else pair.value.end
            if "#" in self.text[pair.value.end : after] or len(mapping.pairs) == 1:
                self.replace(pair.value.start, pair.value.end, "''")
            else:
                self.replace(pair.key.start, after, "")

    # -- items -----------------------------------------------------------------------------------------

    def drop_items(self, seq: Seq, gone: Sequence[int]) -> None:
        """Remove items from a list, which may become empty.

        Comments indented no more than the dashes are kept.
        """
        if seq.flow:
            ranges = [(item.start, item.end) for item in seq.items]
            for index in gone:
                self._drop_in_flow(ranges, index)
            return
        starts = list(dashes(self.text, seq))
        for index in gone:
            self.drop_lines(starts[index], max(seq.items[index].end, starts[index] + 1))

    def add_items(self, seq: Seq, index: int, blocks: Sequence[Sequence[str]], flows: Sequence[str]) -> None:
        """Add items before the item with `index`, or at the end. The list must not be empty.

        Each item is given twice: in `blocks` as lines that begin with `  - `, and in `flows` in flow style.
        """
        if seq.flow:
            ranges = [(item.start, item.end) for item in seq.items]
            if index:
                self._add_in_flow(seq.start, ranges, ranges[index - 1][1], flows)
            else:
                self.insert(seq.start + 1, "".join(f"{new}, " for new in flows))
            return
        starts = list(dashes(self.text, seq))
        pad = " " * self.column(seq.start)
        gap = self._gap(seq, starts)
        if index:
            at = line_end(self.text, max(seq.items[index - 1].end, starts[index - 1] + 1))
        else:
            at = before_break(self.text, line_start(self.text, starts[0]))
        if all(isinstance(item, Map) and item.flow for item in seq.items) or self.comment_follows(
            at, len(pad)
        ):
            rows = [f"{pad}-{' ' * (gap - 1)}{new}" for new in flows]
        else:
            rows = [row for lines in blocks for row in indented(lines, pad, gap)]
        self.insert(at, "".join(self.newline + row for row in rows))

    def _gap(self, seq: Seq, starts: Sequence[int]) -> int:
        """The cells from a dash to its item, as in the last item of the list."""
        gap = self.column(seq.items[-1].start) - self.column(starts[-1])
        return gap if STEP <= gap <= _WIDEST else STEP

    # -- lines and brackets ----------------------------------------------------------------------------

    def comment_follows(self, at: int, column: int) -> bool:
        """Whether the next line that is not blank is a comment indented more than `column`.

        Such a comment would become part of a literal text that is inserted before it.
        """
        while at < len(self.text) and (self.text[at] in " \t" or self.text[at] in BREAKS):
            at += 1
        return self.text[at : at + 1] == "#" and self.column(at) > column

    def _after_comments(self, at: int, column: int) -> int:
        """The end of the last comment line after `at` that is indented more than `column`."""
        while self.comment_follows(at, column):
            at = line_end(self.text, self.text.index("#", at))
        return at

    def column(self, at: int) -> int:
        """The number of characters before `at` in its line."""
        return at - line_start(self.text, at)

    def drop_lines(self, start: int, end: int) -> None:
        """Remove the lines of a range, and the line break before them (after them at the start of the file).

        Comments below that are indented more are also removed: they could become part of a literal text
        above.
        """
        end = self._after_comments(line_end(self.text, end), self.column(start))
        start = line_start(self.text, start)
        if start:
            self.replace(before_break(self.text, start), end, "")
        else:
            self.replace(0, end + len(self.newline), "")

    def _add_in_flow(
        self, opened: int, ranges: Sequence[tuple[int, int]], at: int, new: Iterable[str]
    ) -> None:
        """Insert parts at `at`, with the separator of the other parts."""
        if len(ranges) > 1:
            between = self.text[ranges[-2][1] : ranges[-1][0]]
        else:
            between = "," + (self.text[opened + 1 : ranges[0][0]] or " ")
        if "#" in between or "," not in between:
            between = ", "
        self.insert(at, "".join(between + one for one in new))

    def _drop_in_flow(self, ranges: Sequence[tuple[int, int]], index: int) -> None:
        """Remove one part and a comma from a flow list or mapping."""
        start, end = ranges[index]
        comma = skip(self.text, end)
        if self.text[comma : comma + 1] == ",":
            after = comma + 1
            blanks = len(self.text[after:]) - len(self.text[after:].lstrip(" "))
            if "#" in self.text[end:comma]:
                self.replace(start, end, "")
                self.replace(comma, comma + 1, "")
            else:
                self.replace(start, after + blanks, "")
        elif index and "#" not in self.text[ranges[index - 1][1] : start]:
            self.replace(ranges[index - 1][1], end, "")
        else:
            self.replace(start, end, "")


def in_quotes(text: str) -> str:
    """`text` in double quotation marks, escaped for YAML and JSON."""
    return json.dumps(text, ensure_ascii=False)


def in_flow(value: object, *, quoted: bool = False) -> str:
    """Any value on one line in flow style; as JSON if `quoted`."""
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        pairs = (
            f"{in_flow(str(key), quoted=quoted)}: {in_flow(one, quoted=quoted)}" for key, one in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(in_flow(one, quoted=quoted) for one in value)}]"
    return in_quotes(str(value)) if quoted else scalar(str(value), flow=True)


def _entry(pad: str, key: str, value: object) -> Iterator[str]:
    """The lines of a key and its value. A list of texts is written in brackets if it fits on one line."""
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        row = f"{pad}{scalar(key)}: {in_flow(value)}"
        if width(row) <= WIDTH:
            yield row
            return
    yield from node(named(pad, key), value, len(pad) + STEP)


def indented(lines: Iterable[str], pad: str, gap: int) -> Iterable[str]:
    """The lines of an item that begin with `  - `, indented by `pad`, with `gap` cells from dash to text."""
    for number, line in enumerate(lines):
        rest = line[2 * STEP :]
        if number == 0:
            yield f"{pad}-{' ' * (gap - 1)}{rest}"
        else:
            yield f"{pad}{' ' * gap}{rest}" if rest else ""
