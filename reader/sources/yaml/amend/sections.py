"""Change the lists `quotes:`, `entities:` and `highlights:` of a file to the lists of a document.

Decides where a new list is inserted, which items change, and how a new item is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

from reader.model import Document, Span
from reader.sources.yaml.amend.edits import Edits, in_flow
from reader.sources.yaml.amend.items import (
    Values,
    amend_item,
    entity_in_file,
    entity_values,
    given,
    highlight_in_file,
    highlight_values,
    is_taken,
    item_key,
    quote_in_file,
    quote_values,
)
from reader.sources.yaml.amend.pairing import pairing
from reader.sources.yaml.amend.ranges import Map, Node, Pair, Ranges, Seq, line_end, line_start, skip
from reader.sources.yaml.quote_places import QuotePlaces
from reader.sources.yaml.record import EXTRA
from reader.sources.yaml.write import entity_item, highlight_item, quote_item


class Section(Protocol):
    """One list of a document. Items are given by their index in the document."""

    key: str
    is_given: bool
    wanted: Sequence[Values]

    def held(self, node: Map) -> Values:
        """The values that the loader reads from an item of the file."""

    def places(self, held: Sequence[Values]) -> tuple[Sequence[object], Sequence[object]]:
        """What distinguishes items with equal values: for the file, and for the document."""

    def lines(self, index: int) -> list[str]:
        """The lines of a new item; the first begins with `  - `."""

    def values(self, index: int) -> Values:
        """All values of a new item."""


class EntitiesSection:
    """The entities of a document."""

    key = "entities"

    def __init__(self, document: Document) -> None:
        self._entities = document.entities
        self.is_given = document.entities_given
        self.wanted: Sequence[Values] = [entity_values(entity) for entity in document.entities]

    def held(self, node: Map) -> Values:
        """The values that the loader reads from an item of the file."""
        return entity_in_file(node)

    def places(self, held: Sequence[Values]) -> tuple[Sequence[object], Sequence[object]]:
        """None for every entity: equal entities need not be distinguished."""
        return [None] * len(held), [None] * len(self.wanted)

    def lines(self, index: int) -> list[str]:
        """The lines of a new item."""
        return list(entity_item(self._entities[index]))

    def values(self, index: int) -> Values:
        """All values of a new item."""
        return given(self.wanted[index])


class HighlightsSection:
    """The highlights of a document. A file without highlights need not have the list."""

    key = "highlights"

    def __init__(self, document: Document) -> None:
        self._highlights = document.highlights
        self.is_given = bool(document.highlights)
        self.wanted: Sequence[Values] = [highlight_values(highlight) for highlight in document.highlights]

    def held(self, node: Map) -> Values:
        """The values that the loader reads from an item of the file."""
        return highlight_in_file(node)

    def places(self, held: Sequence[Values]) -> tuple[Sequence[object], Sequence[object]]:
        """None for every highlight: its values include its place."""
        return [None] * len(held), [None] * len(self.wanted)

    def lines(self, index: int) -> list[str]:
        """The lines of a new item."""
        return list(highlight_item(self._highlights[index]))

    def values(self, index: int) -> Values:
        """All values of a new item."""
        return given(self.wanted[index])


class QuotesSection:
    """The quotes of a document. `before` reads the document that the file contains."""

    key = "quotes"

    def __init__(self, document: Document, before: Callable[[], Document]) -> None:
        self._document = document
        self._before = before
        self.is_given = document.quotes_given
        self.wanted: Sequence[Values] = [quote_values(quote) for quote in document.quotes]

    def held(self, node: Map) -> Values:
        """The values that the loader reads from an item of the file."""
        return quote_in_file(node)

    def places(self, held: Sequence[Values]) -> tuple[Sequence[object], Sequence[object]]:
        """The places of the quotes if two have the same words, else None.

        Reads the file only in the first case.
        """
        if all(len({str(one["text"]) for one in values}) == len(values) for values in (held, self.wanted)):
            return [None] * len(held), [None] * len(self.wanted)
        before = [quote.pieces for quote in self._before().quotes]
        now: list[tuple[Span, ...]] = [quote.pieces for quote in self._document.quotes]
        return before, now

    def lines(self, index: int) -> list[str]:
        """The lines of a new item."""
        return list(quote_item(self._document.quotes[index], self._places))

    def values(self, index: int) -> Values:
        """All values of a new item."""
        words, paragraph = self._places.text_and_paragraph(self._document.quotes[index])
        return given({**self.wanted[index], "text": words, "paragraph": str(paragraph)})

    @cached_property
    def _places(self) -> QuotePlaces:
        return QuotePlaces(self._document.blocks)


def amend_section(edits: Edits, file: Ranges, section: Section) -> None:
    """Change the list in the file to the list of the document."""
    pair = file.root.find(section.key)
    if pair is None:
        if section.is_given:
            _add(edits, file, section)
    elif not section.is_given:
        if file.root.flow:
            edits.drop_pairs(file.root, [pair])
        else:
            edits.drop_lines(pair.key.start, pair.value.end)
    elif isinstance(pair.value, Seq) and pair.value.items:
        _amend_list(edits, pair, pair.value, section)
    elif section.wanted:
        _fill(edits, file.root, pair, section)


def holds(file: Ranges, section: Section) -> bool:
    """Whether the list of the file is equal to the list of the document, apart from places."""
    pair = file.root.find(section.key)
    if pair is None:
        return not section.is_given
    items = pair.value.items if isinstance(pair.value, Seq) else []
    held = [values for _, _, values in _taken(items, section)]
    return (section.is_given or not held) and held == list(section.wanted)


def _taken(items: Sequence[Node], section: Section) -> list[tuple[int, Map, Values]]:
    """The items that the loader does not skip, each with its index and its values."""
    read = [(index, node, section.held(node)) for index, node in enumerate(items) if isinstance(node, Map)]
    return [one for one in read if is_taken(one[2])]


def _add(edits: Edits, file: Ranges, section: Section) -> None:
    """Add the list at the end of a file that does not have it."""
    root, last = file.root, file.root.pairs[-1]
    if root.flow:
        edits.add_pair(root, last, section.key, [section.values(i) for i in range(len(section.wanted))])
        return
    pad = " " * edits.column(root.start)
    rows = [f"{section.key}:" if section.wanted else f"{section.key}: []", *_rows(section)]
    rows = [pad + row if row else "" for row in rows]
    if line_start(edits.text, file.end) == file.end:
        edits.insert(file.end, "".join(row + edits.newline for row in rows))
    elif last.name.startswith(EXTRA):  # another line break would change a literal text at its end
        edits.insert(line_start(edits.text, last.key.start), "".join(row + edits.newline for row in rows))
    else:
        edits.insert(file.end, "".join(edits.newline + row for row in rows))


def _fill(edits: Edits, root: Map, pair: Pair, section: Section) -> None:
    """Replace an empty list with the list of the document."""
    start, end = skip(edits.text, pair.key.end) + 1, pair.value.end
    if root.flow or (edits.has_comment(start, end) and isinstance(pair.value, Seq)):
        edits.fill(pair, [section.values(index) for index in range(len(section.wanted))])
        return
    pad = " " * edits.column(root.start)
    # Remove a value on a line of its own with the blanks before the value, but keep comments before it.
    edits.replace(pair.value.start if edits.has_comment(start, end) else start, end, "")
    at = edits.after_comments(line_end(edits.text, end), len(pad))
    edits.insert(at, "".join(edits.newline + (pad + row if row else "") for row in _rows(section)))


def _rows(section: Section) -> list[str]:
    return [row for index in range(len(section.wanted)) for row in section.lines(index)]


def _amend_list(edits: Edits, pair: Pair, seq: Seq, section: Section) -> None:
    """Edit the items that differ, remove items, and add new items at their places."""
    taken = _taken(seq.items, section)
    held_places, wanted_places = section.places([values for _, _, values in taken])
    pairs = pairing(
        [item_key(values, place) for (_, _, values), place in zip(taken, held_places, strict=True)],
        [item_key(values, place) for values, place in zip(section.wanted, wanted_places, strict=True)],
    )
    new: dict[int, list[int]] = {}
    behind = 0
    for index, found in enumerate(pairs):
        if found is None:
            new.setdefault(behind, []).append(index)
            continue
        position, node, held = taken[found]
        behind = position + 1
        if held != section.wanted[index]:
            amend_item(edits, node, held, section.wanted[index])
    kept = set(pairs)
    gone = [position for number, (position, _, _) in enumerate(taken) if number not in kept]
    if len(gone) == len(seq.items) and not new:
        edits.empty(pair)
    else:
        edits.drop_items(seq, gone)
    quoted = any(isinstance(node, Map) and node.pairs[0].key.style == '"' for node in seq.items)
    for behind, indices in new.items():
        flows = [in_flow(section.values(index), quoted=quoted) for index in indices]
        edits.add_items(seq, behind, [section.lines(index) for index in indices], flows, gone)
