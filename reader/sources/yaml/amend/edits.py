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
    Ranges,
    Seq,
    before_break,
    comments,
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


class LayoutError(Exception):
    """An edit that would lose something. `at` is its offset in the text; `fault` is a line for the user."""

    def __init__(self, at: int, fault: str) -> None:
        super().__init__(fault)
        self.at = at
        self.fault = fault


class Edits:
    """Edits of `text`, added in any order. Edits may touch, and removed ranges may overlap.

    Methods raise LayoutError for an edit that would lose a comment.
    """

    def __init__(self, text: str, found: Ranges) -> None:
        self.text = text
        first = line_end(text, 0)
        crlf = text.startswith("\r\n", first)
        self.newline = "\r\n" if crlf else "\r" if text.startswith("\r", first) else "\n"
        self._scalars = found.scalars
        self._edits: list[tuple[int, int, str]] = []

    @property
    def first(self) -> int:
        """The offset of the first text that was edited; 0 without edits."""
        return skip(self.text, min((start for start, _, _ in self._edits), default=0))

    def result(self) -> str:
        """The text after all edits."""
        out: list[str] = []
        done = 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            out += (self.text[done : max(start, done)], new)
            done = max(done, end)
        return "".join((*out, self.text[done:]))

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a range with `new`, which must contain the comments of the range."""
        for at in comments(self.text, self._scalars, start, end):
            if self.text[at : line_end(self.text, at)] not in new:
                raise LayoutError(
                    at, "this comment is inside a value that changes; move it above, then correct again"
                )
        self._edits.append((start, end, new))

    def remove(self, start: int, end: int) -> None:
        """Remove a range with its comments."""
        self._edits.append((start, end, ""))

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
        elif leaf.style in BLOCK_STYLES and text and "\n" not in text and (lines := self._content(leaf)):
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

    def fill(self, pair: Pair, items: Sequence[object]) -> None:
        """Write a list in flow style in place of no value, a text or empty brackets."""
        if isinstance(pair.value, Seq):  # comments may be inside the brackets
            quoted = pair.key.style == '"'
            self.insert(pair.value.start + 1, ", ".join(in_flow(item, quoted=quoted) for item in items))
        else:
            self.set_value(pair, items)

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
        at = self.after_comments(line_end(self.text, after.value.end), len(pad))
        if quoted:
            rows = [f"{pad}{in_flow(key, quoted=quoted)}: {in_flow(value, quoted=quoted)}"]
        else:
            rows = list(_entry(pad, key, value))
        self.insert(at, "".join(self.newline + row for row in rows))

    def drop_pairs(self, mapping: Map, gone: Sequence[Pair]) -> None:
        """Remove keys and their values, but not all of them.

        A key stays with an empty value if comments are inside or beside the value. So does the first key
        after a dash if a key of the mapping is written after `? `.
        """
        heads = (self.text[line_start(self.text, pair.key.start) : pair.key.start] for pair in mapping.pairs)
        long_keys = any(head.rstrip(" \t").endswith("?") for head in heads)
        dropped = []
        for pair in gone:
            start, end = pair.key.start, pair.value.end
            first = pair is mapping.pairs[0] and not mapping.flow
            if not mapping.flow:
                end = self.after_comments(line_end(self.text, end), self.column(start))
                if first:  # the next key follows the dash instead
                    end = mapping.pairs[1].key.start
            if self.has_comment(start, end) or (first and long_keys):
                self.empty(pair)
            elif mapping.flow:
                dropped.append(mapping.pairs.index(pair))
            elif first:
                self.remove(start, end)
            else:
                self.drop_lines(start, end)
        self._drop_in_flow([(pair.key.start, pair.value.end) for pair in mapping.pairs], dropped)

    def empty(self, pair: Pair) -> None:
        """Remove a value, but keep its key."""
        value = pair.value
        if isinstance(value, Seq) and value.items:
            self.drop_items(value, range(len(value.items)))
            if not value.flow:
                self.insert(skip(self.text, pair.key.end) + 1, " []")
        elif isinstance(value, Leaf):
            self.set_text(value, "", flow=True)
        else:
            self.set_value(pair, "")

    # -- items -----------------------------------------------------------------------------------------

    def drop_items(self, seq: Seq, gone: Sequence[int]) -> None:
        """Remove items from a list, which may become empty.

        Comments indented no more than the dashes are kept.
        """
        if seq.flow:
            self._drop_in_flow([(item.start, item.end) for item in seq.items], gone)
            return
        starts = list(dashes(self.text, seq))
        for index in gone:
            self.drop_lines(starts[index], max(seq.items[index].end, starts[index] + 1))

    def add_items(
        self, seq: Seq, index: int, blocks: Sequence[Sequence[str]], flows: Sequence[str], gone: Sequence[int]
    ) -> None:
        """Add items before the item with `index`, or at the end. The list must not be empty.

        Each item is given twice: in `blocks` as lines that begin with `  - `, and in `flows` in flow style.
        `gone` are the items that are removed.
        """
        if seq.flow:
            kept = [number for number in range(len(seq.items)) if number not in gone]
            before = [number for number in kept if number < index]
            if before:
                ranges = [(item.start, item.end) for item in seq.items]
                self._add_in_flow(seq.start, ranges, ranges[before[-1]][1], flows)
            else:
                first = seq.items[kept[0] if kept else 0]
                self.insert(first.start, ", ".join(flows) + (", " if kept else ""))
            return
        starts = list(dashes(self.text, seq))
        pad = " " * self.column(seq.start)
        gap = self._gap(seq, starts)
        if index:
            end = line_end(self.text, max(seq.items[index - 1].end, starts[index - 1] + 1))
            at = self.after_comments(end, len(pad))
        else:
            at = before_break(self.text, line_start(self.text, starts[0]))
        if all(isinstance(item, Map) and item.flow for item in seq.items):
            rows = [f"{pad}-{' ' * (gap - 1)}{new}" for new in flows]
        else:
            rows = [row for lines in blocks for row in indented(lines, pad, gap)]
        self.insert(at, "".join(self.newline + row for row in rows))

    def _gap(self, seq: Seq, starts: Sequence[int]) -> int:
        """The cells from a dash to its item, as in the last item of the list."""
        gap = self.column(seq.items[-1].start) - self.column(starts[-1])
        return gap if STEP <= gap <= _WIDEST else STEP

    # -- lines and brackets ----------------------------------------------------------------------------

    def has_comment(self, start: int, end: int) -> bool:
        """Whether a comment begins in a range."""
        return next(comments(self.text, self._scalars, start, end), None) is not None

    def after_comments(self, at: int, column: int) -> int:
        """The end of the last comment line after `at` that is indented more than `column`.

        Such a comment would become part of a literal text that is inserted before it.
        """
        while True:
            line = at
            while line < len(self.text) and self.text[line] in " \t" + BREAKS:
                line += 1
            if self.text[line : line + 1] != "#" or self.column(line) <= column:
                return at
            at = line_end(self.text, line)

    def column(self, at: int) -> int:
        """The number of characters before `at` in its line."""
        return at - line_start(self.text, at)

    def drop_lines(self, start: int, end: int) -> None:
        """Remove the lines of a range, and the line break before them (after them at the start of the file).

        Comments below that are indented more are also removed: they could become part of a literal text
        above.
        """
        end = self.after_comments(line_end(self.text, end), self.column(start))
        if self.text[line_start(self.text, start) : start].strip(" \t?"):
            raise LayoutError(
                start,
                "this item begins on the line of other text; put it on its own line, then correct again",
            )
        start = line_start(self.text, start)
        if start:
            self.remove(before_break(self.text, start), end)
        else:
            self.remove(0, end + len(self.newline))

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

    def _drop_in_flow(self, ranges: Sequence[tuple[int, int]], gone: Sequence[int]) -> None:
        """Remove parts of a flow list or mapping, each with one comma. Comments between parts are kept."""
        kept = [index for index in range(len(ranges)) if index not in gone]
        for index in gone:
            start, end = ranges[index]
            self.remove(start, end)
            if kept and index > kept[-1]:
                self._drop_comma(ranges[index - 1][1], start)
            elif index + 1 < len(ranges):
                self._drop_comma(end, ranges[index + 1][0])
            elif self.text[comma := skip(self.text, end)] == ",":
                self._drop_comma(end, comma + 1)

    def _drop_comma(self, start: int, end: int) -> None:
        """Remove a comma with the blanks around it. If comments are in the range, only the comma."""
        if self.has_comment(start, end):
            start = skip(self.text, start)
            end = start + 1
        self.remove(start, end)


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
