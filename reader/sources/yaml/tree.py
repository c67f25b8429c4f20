"""Parse YAML strictly into a tree of text with the line and column of every value.

Owns the rules for the YAML that an article file may contain: one document of mappings, lists and text. Every
scalar is text. Anchors, aliases, tags, merge keys, duplicate keys, keys that are not text, a second document
and more than `DEPTH` levels are faults. The tree is built from the parser's events. These do not recurse and
do not resolve aliases, so no file can exhaust the stack or the memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeAlias

import yaml

from reader.sources.faults import Faults, Position, short
from reader.text.clean import clean_line

DEPTH = 20
"""The maximum number of levels of nested mappings and lists."""

TOO_DEEP = f"more than {DEPTH} levels inside each other"
"""The message for a file with more levels."""

_BEFORE = 4096
"""The number of bytes that are searched for the first character of a file."""

VALUES = 1_000_000
"""The maximum number of values in one file.

A book has 10,000. Each needs about 200 bytes while it is read.
"""

ABSENT = frozenset(("", "~", "null"))
"""Scalars that mean “no value” if they are not quoted."""


class YamlList:
    """A list of the file. `position_of` gives the position of an item."""

    __slots__ = ("_columns", "_lines", "items", "position")

    def __init__(self, position: Position) -> None:
        self.position = position
        self.items: list[Node] = []
        self._lines = array("L")
        self._columns = array("L")

    def append(self, node: Node, position: Position) -> None:
        """Add an item that begins at `position`."""
        self.items.append(node)
        self._lines.append(position.line)
        self._columns.append(position.column)

    def position_of(self, index: int) -> Position:
        """The position at which the item begins."""
        return Position(self._lines[index], self._columns[index])

    def __iter__(self) -> Iterator[tuple[Node, Position]]:
        """Every item with its position."""
        for index, item in enumerate(self.items):
            yield item, self.position_of(index)


class Entry(NamedTuple):
    """The value of a key, its position, and the position of the key."""

    value: Node
    position: Position
    key_position: Position


class YamlMap:
    """A mapping of the file: entries by key, in file order."""

    __slots__ = ("entries", "position")

    def __init__(self, position: Position) -> None:
        self.position = position
        self.entries: dict[str, Entry] = {}


Node: TypeAlias = YamlMap | YamlList | str | None
"""A value of the file; None if it is absent (`key:`, `~`, `null`)."""


class _Parser(Protocol):
    """The part of PyYAML's loaders that is used; they have no type information."""

    def get_event(self) -> yaml.Event | None: ...


class _RefusedError(Exception):
    """A fault after which reading cannot continue. It has already been added to the faults."""


class _UntilReached(Exception):  # noqa: N818 - the intended end, not an error
    """The parser has reached the key before which reading must end."""


def parse(data: bytes, faults: Faults, *, until: str = "") -> Node:
    """The root of the document in `data`; None with an error in `faults` if `data` has no document.

    Reading ends before the key `until` of the outermost mapping. Linear; about 15 ms per MB with libyaml, and
    20 times that if PyYAML was built without it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.error(Position(1, 1), "the file is UTF-16; save it as UTF-8")
        return None
    data = as_yaml(data)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(faults, until)
    try:
        # ValueError and OverflowError: the pure Python parser lets escapes like "\Uffffffff" through.
        if not builder.read(loader(data)):
            what = "holds comments only" if data.strip(b"\xef\xbb\xbf \t\r\n") else "is empty"
            faults.error(Position(1, 1), f"the file {what}; title: and paragraphs: are missing")
    except _UntilReached:
        return builder.root
    except _RefusedError:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        from reader.sources.yaml.parser_errors import syntax_fault  # only a broken file needs it

        position, message = syntax_fault(error, data)
        faults.error(position, message)
        return None
    return builder.root


def as_yaml(data: bytes, *, same_length: bool = False) -> bytes:
    """`data`; if it is JSON, with each pair of UTF-16 surrogate escapes replaced by one YAML escape.

    With `same_length`, the replacement is as long as the pair: it begins with an escaped line break, which
    YAML leaves out.
    """
    if not data[:_BEFORE].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return data
    import re  # only JSON needs it

    filler = b"\\\n" if same_length else b""

    def joined(match: re.Match[bytes]) -> bytes:
        high, low = int(match[2], 16), int(match[3], 16)
        return b"%s%s\\U%08x" % (match[1], filler, 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)

    halves = rb"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})"
    return re.sub(halves, joined, data, flags=re.IGNORECASE)


class _Builder:
    """Builds the tree from events. `_stack` holds the open containers, the outermost first."""

    def __init__(self, faults: Faults, until: str) -> None:
        self.root: Node = None
        self._faults = faults
        self._until = until
        self._values = 0
        self._stack: list[YamlMap | YamlList] = []
        # For each open container, the key whose value comes next; None if a key is expected, and for lists.
        self._keys: list[_Key | None] = []

    def read(self, loader: _Parser) -> bool:
        """Read every event. Return whether there was a document.

        Raises the errors of the parser, `_RefusedError` and `_UntilReached`.
        """
        documents = 0
        event = loader.get_event()
        while event is not None:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, YamlMap if isinstance(event, yaml.MappingStartEvent) else YamlList)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._stack.pop()
                self._keys.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._forbidden(event, f"alias *{short(event.anchor or '')}", "*")
                self._place(None, event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here; a file holds one article")
            event = loader.get_event()
        return documents > 0

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str | None = event.value
        if event.anchor or event.tag:
            self._marked(event)
        plain = event.implicit[0]
        if self._stack and self._keys[-1] is None and type(self._stack[-1]) is YamlMap:
            self._key(event.value, plain, event)
            return
        if plain and value in ABSENT:
            value = None
        self._place(value, event)

    def _open(self, event: yaml.CollectionStartEvent, container: type[YamlMap | YamlList]) -> None:
        if event.anchor or event.tag:
            self._marked(event)
        if self._stack and self._keys[-1] is None and type(self._stack[-1]) is YamlMap:
            self._refuse(event, "a key is text, not a list or mapping; { and [ need quotation marks")
        if len(self._stack) == DEPTH:
            self._refuse(event, TOO_DEEP)
        node = container(_position(event))
        self._place(node, event)
        self._stack.append(node)
        self._keys.append(None)

    def _place(self, node: Node, event: yaml.Event) -> None:
        """Add a value to the open list, to the open key, or as the root."""
        self._values += 1
        if self._values > VALUES:
            self._refuse(event, f"more than {VALUES:,} values")
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if type(top) is YamlList:
            top.append(node, _position(event))
            return
        key = self._keys[-1]
        if key is None:  # an alias in place of a key; its value is dropped
            self._keys[-1] = _Key(None, _position(event))
            return
        self._keys[-1] = None
        if key.name is not None and isinstance(top, YamlMap):
            top.entries[key.name] = Entry(node, _position(event), key.position)

    def _key(self, text: str, plain: bool, event: yaml.ScalarEvent) -> None:
        position = _position(event)
        name = clean_line(text)
        if self._until and name == self._until and len(self._stack) == 1:
            raise _UntilReached
        kept = False
        mapping = self._stack[-1]
        if plain and text == "<<":
            self._faults.error(position, "the merge key << is not allowed; write the keys out")
        elif not name:
            self._faults.error(position, "a key is missing before the colon")
        elif isinstance(mapping, YamlMap) and name in mapping.entries:
            first = mapping.entries[name].key_position
            self._faults.error(position, f"the key {short(name)} is here twice, first in line {first.line}")
        else:
            kept = True
        self._keys[-1] = _Key(name if kept else None, position)

    def _marked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._forbidden(event, f"anchor &{short(event.anchor)}", "&")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._forbidden(event, f"tag {short(tag)}", "!")

    def _forbidden(self, event: yaml.Event, what: str, sign: str) -> None:
        fault = f"{what} is not allowed; text that begins with {sign} needs quotation marks"
        self._faults.error(_position(event), fault)

    def _refuse(self, event: yaml.Event, fault: str) -> None:
        self._faults.error(_position(event), fault)
        raise _RefusedError


class _Key(NamedTuple):
    """A key whose value comes next. `name` is None if the value will be dropped."""

    name: str | None
    position: Position


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
