"""A tiny app that shows panels with the reader's tokens and stylesheet, and articles to show in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from reader.model import Block, BlockKind, Document, Entity, EntityType, Quote, Span
from reader.reading.identities import identified
from reader.ui.messages import (
    BlockChosen,
    EntityCardAsked,
    EntityChosen,
    QuoteChosen,
    SpeakerCardAsked,
    SpeakerFiltered,
)
from reader.ui.theme.themes import DEFAULT
from reader.ui.widgets.virtual_list import VirtualList
from tests.plain_app import STYLES, PlainApp

Heard = TypeVar("Heard", bound=Message)


class Host(PlainApp):
    """Shows widgets side by side and records their messages."""

    CSS_PATH = [STYLES / "panels.tcss", STYLES / "status.tcss"]
    CSS = "Screen { layout: horizontal; } VirtualList { width: 1fr; height: 1fr; }"
    AUTO_FOCUS = None

    def __init__(self, *widgets: Widget, theme: str = DEFAULT) -> None:
        super().__init__(theme)
        self.shown = widgets
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield from self.shown

    @on(VirtualList.Chosen)
    @on(BlockChosen)
    @on(QuoteChosen)
    @on(EntityChosen)
    @on(SpeakerFiltered)
    @on(SpeakerCardAsked)
    @on(EntityCardAsked)
    def _hear(self, message: Message) -> None:
        self.heard.append(message)

    def told(self, kind: type[Heard]) -> list[Heard]:
        """The messages of that class, in the order in which they were posted."""
        return [message for message in self.heard if isinstance(message, kind)]


def spans_of(blocks: Sequence[Block], words: str) -> tuple[Span, ...]:
    """Every span of the words."""
    return tuple(
        Span(index, hit.start(), hit.end())
        for index, block in enumerate(blocks)
        for hit in re.finditer(re.escape(words), block.text)
    )


def river() -> Document:
    """A short article with two headings, five quotes and entities of several types."""
    texts = (
        "On the last night of March the Lenne rose.",
        "“We woke up, and the bridge was gone,” said Marta Hollin.",
        "# A line on paper",
        "“The water did not ask us,” said Ada Okafor, “and the treaty does not say.”",
        "Ms Okafor pointed at the Lenne.",
        "# What the court may do",
        "“You cannot move a chapel,” said Ilves.",
        "日本語の段落もあります。漢字とかなの幅は二つです。",
    )
    blocks = tuple(
        Block(text[2:], BlockKind.HEADING, level=2) if text.startswith("# ") else Block(text)
        for text in texts
    )

    def quote(*words: str, speaker: str = "", context: str = "") -> Quote:
        pieces = tuple(span for part in words for span in spans_of(blocks, part))
        return Quote(" … ".join(words), pieces, speaker, context)

    def entity(name: str, kind: EntityType, *aliases: str) -> Entity:
        spans = {span for words in aliases or (name,) for span in spans_of(blocks, words)}
        return Entity(name, kind, aliases, "", tuple(sorted(spans)))

    river = Document(
        "The day the river moved",
        blocks,
        quotes=(
            quote("You cannot move a chapel", speaker="Ilves"),
            quote("We woke up, and the bridge was gone", speaker="Marta Hollin"),
            quote(
                "The water did not ask us",
                "and the treaty does not say",
                speaker="Okafor",
                context="At a press conference in May",
            ),
            Quote("Words that stand nowhere"),
            Quote("Ms Okafor pointed", (Span(4, 0, 17),), "Ada Okafor"),
        ),
        entities=(
            entity("Lenne", EntityType.PLACE),
            entity("Marta Hollin", EntityType.PERSON),
            entity("Ada Okafor", EntityType.PERSON, "Okafor"),
            entity("Nobody At All", EntityType.PERSON),
            entity("The Ministry of Lands", EntityType.ORGANIZATION),
        ),
    )
    return identified(river)


def long_article(paragraphs: int) -> Document:
    """An article of that many paragraphs, without headings."""
    return Document("Long", tuple(Block(f"Paragraph {number} of many.") for number in range(paragraphs)))
