"""The article as immutable values that every other package reads.

Owns the terms for the parts of an article. A *block* is one paragraph, heading, list item or the like.
Rows, columns and percentages do not exist here.

A value with a constraint between its fields is a dataclass, which checks the constraint on construction.
A value without constraints is a named tuple, which is cheaper to create.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reader.model.identity import EntityId, HighlightId, QuoteId
from reader.model.place import Span, Status

Extras = tuple[tuple[str, object], ...]
"""The `x-…` keys of a file, in file order, kept so that writing the file keeps them."""


class BlockKind(StrEnum):
    """What a block is; the values are the words of the article file."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CODE = "code"
    CAPTION = "caption"
    # The parts of the headline. They are laid out and searched like blocks, but not stored as blocks.
    KICKER = "kicker"
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    NOTE = "note"


class InlineKind(StrEnum):
    """What markup inside a block's text means."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRUCK = "struck"
    INSERTED = "inserted"


class EntityType(StrEnum):
    """What an entity is; the values are the words of the article file."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"
    DATE = "date"
    FIGURE = "figure"
    OTHER = "other"

    @property
    def word(self) -> str:
        """The word for this type on the screen, in British spelling."""
        return "organisation" if self is EntityType.ORGANIZATION else self.value


class Inline(NamedTuple):
    """Markup over `text[start:end]` of a block; `href` is set for links only."""

    start: int
    end: int
    kind: InlineKind
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, block quote, code block or caption.

    `level` is the depth of a heading (1 to 6) or the nesting of an item or quote (from 1), else 0.
    `marker` is the label of a numbered item ("3."), empty for a bullet. `text` is plain, cleaned text;
    a newline in it is a hard line break. `inlines` are sorted and lie inside the text.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    id: str = ""
    inlines: tuple[Inline, ...] = ()
    extras: Extras = ()

    def __post_init__(self) -> None:
        for inline in self.inlines:
            if not 0 <= inline.start <= inline.end <= len(self.text):
                raise ValueError(f"{inline} lies outside its block")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said, and their spans in the article.

    `text` is the words as the file gives them. `pieces` are the spans that hold them, in reading
    order, each without its quotation marks. A statement that is interrupted or continues over paragraphs
    has several pieces; a quote that was not found in the text has none. `speaker` is an entity's name or
    alias, or free text; empty if no speaker is named. `id` is set while the article is being read.
    Comparison ignores it: two quotes that differ only in `id` are equal.
    """

    text: str
    pieces: tuple[Span, ...] = ()
    speaker: str = ""
    context: str = ""
    extras: Extras = ()
    id: QuoteId = field(default=QuoteId(""), compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or thing that the article names, with every mention in reading order.

    `id` is set while the article is being read. Comparison ignores it: two entities that differ only in
    `id` are equal.
    """

    name: str
    type: EntityType = EntityType.OTHER
    aliases: tuple[str, ...] = ()
    about: str = ""
    mentions: tuple[Span, ...] = ()
    extras: Extras = ()
    id: EntityId = field(default=EntityId(""), compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


class HighlightColor(StrEnum):
    """The colours of a highlight; the values are the words of the article file."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"


class WordsAround(NamedTuple):
    """Where a highlight was when it was made: its paragraph, and the words before and after it there.

    `paragraph` is the paragraph's number or id as the file has it. Each may be empty.
    """

    paragraph: str = ""
    before: str = ""
    after: str = ""


NOWHERE = WordsAround()


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that the user highlighted, with an optional note; a note on the whole article has no `text`.

    The words of several paragraphs are joined by blank lines. `made` is an ISO 8601 date-time in UTC, or
    empty. `pieces` has a span for each paragraph, and is empty if the words are lost. `pieces`, `status` and
    `id` are found when the article is read. Comparison ignores them.
    """

    text: str = ""
    color: HighlightColor = HighlightColor.YELLOW
    note: str = ""
    made: str = ""
    at: WordsAround = NOWHERE
    extras: Extras = ()
    pieces: tuple[Span, ...] = field(default=(), compare=False)
    status: Status = field(default=Status.EXACT, compare=False)
    id: HighlightId = field(default=HighlightId(""), compare=False)

    @property
    def place_key(self) -> str:
        """The key under which its place is stored. The key changes when `at` changes."""
        return "\n".join((self.id, *self.at))

    @property
    def tags(self) -> tuple[str, ...]:
        """The words of the note that begin with `#`, each once and without the `#`."""
        return tuple(dict.fromkeys(re.findall(r"(?<!\S)#([^\s#,;.:!?()]+)", self.note)))


class Source(NamedTuple):
    """Where an article was published; `url` is http or https, or empty."""

    name: str = ""
    url: str = ""


NO_SOURCE = Source()


@dataclass(frozen=True, slots=True)
class Document:
    """One article, complete.

    `published` is an ISO 8601 date or date-time, or empty. `markup` says how the file writes its
    paragraphs ("plain" or "markdown"); the blocks are plain text with `inlines` in both cases.
    `quotes_given` and `entities_given` are True if the quotes or the entities are those of the source or were
    corrected by the user, and False if they were detected. `highlights` are in the order of the file.
    """

    title: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    source: Source = NO_SOURCE
    published: str = ""
    language: str = ""
    markup: str = "plain"
    note: str = ""
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes_given: bool = False
    entities_given: bool = False
    highlights: tuple[Highlight, ...] = ()
    extras: Extras = ()

    def __post_init__(self) -> None:
        if not self.title:
            raise ValueError("an article has a title")
        if not self.blocks:
            raise ValueError("an article has paragraphs")
        for span in self._spans():
            if not 0 <= span.block < len(self.blocks) or span.end > len(self.blocks[span.block].text):
                raise ValueError(f"{span} lies outside the article")

    def _spans(self) -> Iterator[Span]:
        for quote in self.quotes:
            yield from quote.pieces
        for entity in self.entities:
            yield from entity.mentions
        for highlight in self.highlights:
            yield from highlight.pieces


def numbers(blocks: Sequence[Block]) -> Sequence[int]:
    """The paragraph number of each block, counted from 1 as readers see it; 0 for headings.

    All other blocks are counted. Takes four bytes per block, because every panel keeps its own copy.
    """
    count = 0
    out = array("I")
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            out.append(0)
        else:
            count += 1
            out.append(count)
    return out
