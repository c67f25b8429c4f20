"""Build the quotes and entities of an article: find their places, and warn about words that are not found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reader.model import Block, BlockKind, Entity, EntityType, Quote, Span, numbers
from reader.sources.faults import Faults, Position, Severity, short
from reader.sources.yaml.record import Record, entries, near_word
from reader.sources.yaml.schema import EntityEntry, QuoteEntry
from reader.text.fold import fold
from reader.text.locate import Locator, Pieces

# Limits, so that a malicious file does not take minutes: hints are slow, and a file can have thousands of
# quotes whose words occur in thousands of places. `_SEARCHES` is the number of characters that are searched;
# 10,000 quotes in 4 MB need a quarter of it. Blocks up to `_SHORT` characters are always searched.
_HINTS = 50
_SEARCHES = 8_000_000_000
_HINTED = _SEARCHES // 8
_SHORT = 20_000
_ROUNDS = 8
_SHOWN = 5
_ADD = "add `paragraph:` to it"


class _Found(NamedTuple):
    """The first place of some words, and the first few blocks in which they begin."""

    pieces: Pieces
    blocks: tuple[int, ...]


class Marks:
    """Finds the places of quotes and entities in `blocks`. `ids` gives the index of each block with an id."""

    def __init__(self, blocks: tuple[Block, ...], ids: dict[str, int], faults: Faults) -> None:
        self._blocks = blocks
        self._ids = ids
        self._faults = faults
        self._found: dict[tuple[str, int | None], _Found] = {}
        self._hints = 0

    def quotes(self, record: Record) -> tuple[Quote, ...]:
        """The quotes under `quotes`. A quote that is not found gets a warning and has no pieces."""
        out = []
        for entry in entries(record, "quotes", QuoteEntry, self._faults):
            text = entry.passage("text")
            pieces = self._pieces(text, entry)
            out.append(Quote(text, pieces, entry.line("speaker"), entry.passage("context"), entry.extras))
        return tuple(out)

    def entities(self, record: Record) -> tuple[Entity, ...]:
        """The entities under `entities` with all mentions. Adds a warning for each name without mentions."""
        named: list[tuple[Record, dict[str, Position]]] = []
        for entry in entries(record, "entities", EntityEntry, self._faults):
            names = {entry.line("name"): entry.place("name")}
            for alias, position in entry.lines("aliases"):
                names.setdefault(alias, position)
            named.append((entry, names))
        if not named:
            return ()
        mentions = self._locator.mentions_of([tuple(names) for _, names in named])
        if self._faults.warned:
            self._warn_shared([names for _, names in named])
            self._warn_nowhere([names for _, names in named], mentions)
        return tuple(
            Entity(
                name=entry.line("name"),
                type=EntityType(entry.choice("type", EntityType.OTHER)),
                aliases=tuple(names)[1:],
                about=entry.passage("about"),
                mentions=spans,
                extras=entry.extras,
            )
            for (entry, names), spans in zip(named, mentions, strict=True)
        )

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._blocks)

    @cached_property
    def _numbers(self) -> Sequence[int]:
        return numbers(self._blocks)

    @cached_property
    def _by_number(self) -> dict[int, int]:
        return {number: index for index, number in enumerate(self._numbers) if number}

    def _pieces(self, text: str, entry: Record) -> Pieces:
        """The place of the words: in the named paragraph, or else the first occurrence; empty if none."""
        within = self._block_named(entry)
        if self._exceeds_limit(within):
            fault = f'quote "{_words(text)}" is not looked for: the file has too many of them; {_ADD}'
            self._faults.warning(entry.place("text"), fault)
            return ()
        found = self._find(text, within)
        if not found.pieces:
            where = "in the text" if within is None else f"in {self._name(within)}"
            fault = f'quote "{_words(text)}" is not {where}{self._hint(text)}'
            self._faults.warning(entry.place("text"), fault)
        elif within is None and len(found.blocks) > 1:
            first, *others = map(self._name, found.blocks)
            more = ", …" if len(found.blocks) == _SHOWN else ""
            fault = f'quote "{_words(text)}" is in {first} and in {", ".join(others)}{more}; {_ADD}'
            self._faults.warning(entry.place("text"), fault)
        return found.pieces

    def _find(self, text: str, within: int | None) -> _Found:
        """Search for words in the block `within`, or everywhere if it is None. Results are cached."""
        key = (text, within)
        if key not in self._found:
            found = self._locator.occurrences(text, within, _SHOWN)
            blocks = tuple(pieces[0].block for pieces in found)
            self._found[key] = _Found(found[0] if found else (), blocks)
        return self._found[key]

    def _exceeds_limit(self, within: int | None) -> bool:
        """Whether a search in the block `within` would exceed the limit, after all earlier searches."""
        if self._locator.spent <= _SEARCHES:
            return False
        return within is None or len(self._blocks[within].text) > _SHORT

    def _block_named(self, entry: Record) -> int | None:
        """The block that `paragraph` names, by the number that readers see or by an id.

        None if there is no `paragraph`, and None with a warning if the block is unknown.
        """
        word = entry.line("paragraph")
        if not word:
            return None
        if word.isascii() and word.isdigit():
            block = self._by_number.get(int(word[:9]))
            hint = f"the last is {max(self._by_number, default=0)}"
        else:
            block = self._ids.get(word)
            near = near_word(word, tuple(self._ids)[:1000])
            hint = f"did you mean {near}?" if near else "expected its number or its id"
        if block is None:
            self._faults.warning(entry.place("paragraph"), f"there is no paragraph {short(word)}; {hint}")
        return block

    def _hint(self, words: str) -> str:
        """Text for a warning: where the nearest words are.

        Empty after `_HINTS` hints, because the search is slow.
        """
        faults, locator = self._faults, self._locator
        if (
            not faults.hinted
            or self._hints >= _HINTS
            or faults.full(Severity.WARNING)
            or locator.spent > _HINTED
        ):
            return ""
        self._hints += 1
        found = self._find(words, None)
        block = found.blocks[0] if found.blocks else locator.nearest(words)
        return "" if block is None else f"; the nearest words are in {self._name(block)}"

    def _name(self, block: int) -> str:
        """The name of a block for readers: “¶ 3”, or its heading."""
        if self._numbers[block]:
            return f"¶ {self._numbers[block]}"
        return f"the {BlockKind.HEADING} “{short(self._blocks[block].text)}”"

    def _warn_shared(self, named: Sequence[dict[str, Position]]) -> None:
        """Warn about each name that two entities share. The first entity gets the mentions."""
        owners: dict[str, str] = {}
        for names in named:
            first = next(iter(names))
            for name, position in names.items():
                owner = owners.setdefault(name, first)
                if owner is not first:
                    fault = f'"{short(name)}" is also a name of {short(owner)}, who gets its mentions'
                    self._faults.warning(position, fault)

    def _warn_nowhere(self, named: Sequence[dict[str, Position]], mentions: Sequence[Sequence[Span]]) -> None:
        everywhere = {name for names in named for name in names}
        absent = everywhere - self._present(everywhere, mentions)
        for names in named:
            first = next(iter(names))
            for name, position in names.items():
                # The name need not be in the text if an alias is there.
                if name in absent and (name != first or absent.issuperset(names)):
                    kind = "name" if name == first else "alias"
                    self._faults.warning(
                        position, f'{kind} "{short(name)}" is nowhere in the text{self._hint(name)}'
                    )

    def _present(self, names: set[str], mentions: Sequence[Sequence[Span]]) -> set[str]:
        """The names that occur in the text, alone or inside longer names.

        Each round finds the longest of the remaining names; the next round finds the names inside them.
        """
        words = {self._blocks[span.block].text[span.start : span.end] for spans in mentions for span in spans}
        forms = {fold(word, case=True).text for word in words}
        present = {name for name in names if fold(name, case=True).text in forms}
        for _ in range(_ROUNDS):
            left = sorted(names - present)
            found = self._locator.mentions_of([(name,) for name in left]) if left else ()
            new = {name for name, spans in zip(left, found, strict=False) if spans}
            present |= new
            if not new:
                return present
        return names


def _words(text: str) -> str:
    """The beginning of a quote for a message, without its own quotation marks."""
    return short(text.strip("\"'“”„«»‘’ \n"), 24)
