"""Parse an article file into a tree of character ranges, so that its text can be edited in place.

Ranges are offsets in code points. Quotes, entities and highlights are parsed down to each value; any other
value of the file is one range. The rules of `tree` are not checked again: the file has already been read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import yaml

from reader.sources.faults import Faults, Position
from reader.sources.yaml.record import Record
from reader.sources.yaml.schema import EntityEntry, HighlightEntry, QuoteEntry
from reader.sources.yaml.tree import ABSENT, DEPTH, Entry, YamlList, YamlMap, as_yaml
from reader.sources.yaml.tree import Node as Plain
from reader.text.clean import clean_line

BREAKS = "\n\r\x85\u2028\u2029"
"""The characters that end a line for the parser."""

BLOCK_STYLES = ("|", ">")

_NOWHERE = Position(1, 1)


class Leaf(NamedTuple):
    """A scalar; `text` is None if there is no value. `style` is `'`, `"`, `|`, `>` or empty.

    A folded or literal scalar ends before the break of its last line.
    """

    start: int
    end: int
    text: str | None
    style: str = ""


class Seq:
    """A list; in block form it begins at its first dash and ends with its last item."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []


class Map:
    """A mapping; in block form it begins at its first key and ends with its last value."""

    __slots__ = ("end", "flow", "pairs", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.pairs: list[Pair] = []

    def find(self, key: str) -> Pair | None:
        """The pair with the key `key`; None if no pair has this key."""
        return next((pair for pair in self.pairs if pair.name == key), None)


Node: TypeAlias = Leaf | Seq | Map


class Pair(NamedTuple):
    """A key and its value. A value that was not parsed further is a leaf without text."""

    key: Leaf
    value: Node

    @property
    def name(self) -> str:
        """The key, cleaned in the same way as by the loader."""
        return clean_line(self.key.text or "")


class Ranges(NamedTuple):
    """The outermost mapping of the file, and the end of its text: before `...` or at the end of the file.

    `scalars` has the range of every key and text in file order, without the headers of literal and folded
    texts. A `#` outside these ranges begins a comment.
    """

    root: Map
    end: int
    scalars: Sequence[tuple[int, int]]


def ranges(text: str, keys: Collection[str]) -> Ranges | None:
    """The tree of `text`, with the values of `keys` parsed; None if the file is not a mapping.

    `text` has no byte order mark. Raises the errors of the parser, and ValueError if there are more levels
    than a file may have. Linear.
    """
    builder = _Builder(text, keys)
    end = len(text)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = as_yaml(text.encode("utf-8"), same_length=True)
    for event in yaml.parse(data, Loader=loader):
        if isinstance(event, yaml.DocumentEndEvent):
            end = _start(event) if event.explicit else len(text)
            break
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            builder.take(event)
    return Ranges(builder.root, end, builder.scalars) if isinstance(builder.root, Map) else None


class _Builder:
    """Builds the tree.

    `_stack` holds the open containers, `_keys` for each the key whose value comes next.
    """

    def __init__(self, text: str, keys: Collection[str]) -> None:
        self.root: Node | None = None
        self.scalars: list[tuple[int, int]] = []
        self._text = text
        self._wanted = keys
        self._stack: list[Map | Seq] = []
        self._keys: list[Leaf | None] = []
        # For a value that is not parsed further: the number of its open containers, and its range.
        self._depth = 0
        self._begun = self._end = 0

    def take(self, event: yaml.Event) -> None:
        """Process the next event."""
        if self._depth:
            self._pass_over(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self._stack.pop()
            self._keys.pop()
            children = node.items if isinstance(node, Seq) else [pair.value for pair in node.pairs]
            # The parser ends a mapping at its bracket, but a pair without braces, [name: A], at the comma.
            in_brackets = self._text[node.start] in "[{" and node.flow
            node.end = _end(event) if in_brackets else children[-1].end
        elif isinstance(event, yaml.CollectionStartEvent):
            if self._is_passed_over():
                self._depth, self._begun = 1, _start(event)
                return
            kind = Map if isinstance(event, yaml.MappingStartEvent) else Seq
            node = kind(_start(event), bool(event.flow_style))
            if len(self._stack) == DEPTH:
                raise ValueError("too deep")  # the loader reports this fault with its position
            self._place(node)
            self._stack.append(node)
            self._keys.append(None)
        else:
            self._place(self._leaf(event))

    def _is_passed_over(self) -> bool:
        key = self._keys[0] if len(self._stack) == 1 else None
        return key is not None and clean_line(key.text or "") not in self._wanted

    def _pass_over(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
            if _end(event) > _start(event):  # a bracket; the end event of a block has no width
                self._end = _end(event)
            if not self._depth:
                self._place(Leaf(self._begun, self._end, None))
        else:
            self._end = self._leaf(event).end

    def _leaf(self, event: yaml.Event) -> Leaf:
        start, end = _start(event), _end(event)
        if not isinstance(event, yaml.ScalarEvent):
            return Leaf(start, end, None)
        style = event.style if event.style in ("'", '"', *BLOCK_STYLES) else ""
        if style in BLOCK_STYLES:
            end = _block_end(self._text, start, end)
            self.scalars.append((min(line_end(self._text, start), end), end))
        else:
            self.scalars.append((start, end))
        absent = event.implicit[0] and event.value in ABSENT
        return Leaf(start, end, None if absent else event.value, style)

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if isinstance(top, Seq):
            top.items.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            top.pairs.append(Pair(key, node))
            self._keys[-1] = None
        else:  # the loader refuses keys that are not text
            self._keys[-1] = node if isinstance(node, Leaf) else Leaf(node.start, node.end, None)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _block_end(text: str, start: int, end: int) -> int:
    """The end of a folded or literal scalar. The parser puts it at the next line that is not blank.

    Blank lines after the scalar belong to it only if its header has a plus.
    """
    if "+" not in text[start : line_end(text, start)].partition("#")[0]:
        return start + len(text[start:end].rstrip(" \t" + BREAKS))
    return before_break(text, end)


def line_start(text: str, at: int) -> int:
    """The start of the line that contains `at`."""
    while at > 0 and text[at - 1] not in BREAKS:
        at -= 1
    return at


def line_end(text: str, at: int) -> int:
    """The offset of the break that ends the line that contains `at`."""
    while at < len(text) and text[at] not in BREAKS:
        at += 1
    return at


def line_number(text: str, at: int) -> int:
    """The number of the line that contains `at`, counted from 1."""
    return 1 + len(re.findall(f"\r\n|[{BREAKS}]", text[:at]))


def before_break(text: str, at: int) -> int:
    """The offset before the break that ends at `at`; `at` if there is no break."""
    if text[max(at - 2, 0) : at] == "\r\n":
        return at - 2
    return at - 1 if at > 0 and text[at - 1] in BREAKS else at


def skip(text: str, at: int, signs: str = "") -> int:
    """The next offset that is not a blank, a break, a comment or one of `signs`."""
    while at < len(text):
        if text[at] == "#":
            at = line_end(text, at)
        elif text[at] in " \t" or text[at] in BREAKS or text[at] in signs:
            at += 1
        else:
            break
    return at


def comments(text: str, scalars: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    """The offset of each comment that begins in a range of `text`. `scalars`: see `Ranges`."""
    at = text.find("#", start, end)
    while at >= 0:
        before = bisect_right(scalars, at, key=lambda scalar: scalar[0]) - 1
        behind = scalars[before][1] if before >= 0 else 0
        if behind <= at:
            yield at
            behind = line_end(text, at)
        at = text.find("#", behind, end)


def dashes(text: str, seq: Seq) -> Iterator[int]:
    """The offset of the dash of each item of a block list."""
    at = seq.start
    for item in seq.items:
        at = skip(text, at)
        yield at
        at = max(item.end, at + 1)


def record(node: Map, shape: type[QuoteEntry | EntityEntry | HighlightEntry]) -> Record:
    """The mapping as a record of the loader."""
    return Record(_mapping(node), shape, Faults(""))


def _mapping(node: Map) -> YamlMap:
    out = YamlMap(_NOWHERE)
    for pair in node.pairs:
        out.entries[pair.name] = Entry(_plain(pair.value), _NOWHERE, _NOWHERE)
    return out


def _plain(node: Node) -> Plain:
    if isinstance(node, Leaf):
        return node.text
    if isinstance(node, Map):
        return _mapping(node)
    out = YamlList(_NOWHERE)
    for item in node.items:
        out.append(_plain(item), _NOWHERE)
    return out
