"""A tiny app that opens one dialog, and an article with everything that a dialog can show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from reader.model import Block, BlockKind, Document, Entity, EntityType, Inline, InlineKind, Quote, Span
from reader.text.page import Page, page
from reader.ui.theme.themes import DEFAULT
from tests.numbered_ids import numbered
from tests.plain_app import STYLES, PlainApp
from tests.ui.widgets.lines import rows as rows_of

OPEN = object()
"""The result of a dialog that has not ended yet."""

# Widths and heights at the limits of layouts, and the smallest possible sizes.
SIZES = (
    *((1, 1), (1, 2), (2, 1), (2, 2), (3, 3), (1, 60), (160, 1), (5, 4), (9, 7), (17, 5), (30, 10)),
    *((60, 20), (79, 24), (80, 23), (80, 24), (120, 40), (250, 60)),
)


class Host(PlainApp):
    """Opens a screen and records its result."""

    CSS_PATH = [
        STYLES / f"{name}.tcss"
        for name in ("app", "article", "ruler", "status", "reading", "panels", "panes", "search")
    ]

    def __init__(self, make: Callable[[], Screen[Any]], theme: str = DEFAULT) -> None:
        super().__init__(theme)
        self._make = make
        self.result: object = OPEN

    def compose(self) -> ComposeResult:
        yield Widget()

    def on_mount(self) -> None:
        self.push_screen(self._make(), self._ended)

    def _ended(self, result: object) -> None:
        self.result = result


async def sweep(make: Callable[[], Screen[Any]]) -> None:
    """Show a screen at each of `SIZES`. It must not raise, and all painted rows must be printable."""
    async with Host(make).run_test(size=(80, 24)) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for widget in pilot.app.screen.query("*"):
                assert all(widget.render_line(y).text.isprintable() for y in range(widget.size.height))


def rows(pilot: Pilot[None], selector: str) -> list[str]:
    """The text of each row of a widget of the open screen, without the blanks at its end."""
    return rows_of(pilot.app.screen.query_one(selector))


HOSTILE = "[/] [link='x'] [@click=app.quit]boom[/] \u00e9"
"""Markup that ends a program that parses it. Control characters are removed when files are read."""


def article(*, hostile: bool = False) -> Page:
    """Quotes, names, headings and links; `hostile` puts markup into every field."""
    extra = f" {HOSTILE}" if hostile else ""
    texts = (
        "On the last night of March the Lenne rose four metres, and nobody knew why." + extra,
        "“We woke up,” said Ada Okafor, “and the bridge was in another country.”",
        "A line on paper" + extra,
        "The survey counts 412 hectares. 日本語の段落もあります。 See the treaty of the Lenne.",
    )
    kinds = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH)
    links = {
        0: (Inline(31, 36, InlineKind.LINK, "https://example.org/lenne"),),
        3: (
            Inline(0, 10, InlineKind.EMPHASIS),
            Inline(4, 10, InlineKind.LINK, "https://example.org/" + "a-long-way/" * 12),
        ),
    }
    blocks = tuple(
        Block(text, kind, level=2 if kind is BlockKind.HEADING else 0, inlines=links.get(index, ()))
        for index, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    )
    lenne = tuple(
        Span(i, text.index("Lenne"), text.index("Lenne") + 5)
        for i, text in enumerate(texts)
        if "Lenne" in text
    )
    return page(
        numbered(
            Document(
                "The day the river moved" + extra,
                blocks,
                quotes=(
                    Quote("We woke up … and the bridge was in another country", (Span(1, 1, 11),), "Okafor"),
                    Quote("Words that stand nowhere" + extra, (), "Ada Okafor"),
                ),
                entities=(
                    Entity(
                        "Ada Okafor",
                        EntityType.PERSON,
                        ("Okafor", "Ms Okafor"),
                        "Hydrologist who led the survey." + extra,
                        (Span(1, 18, 28),),
                    ),
                    Entity("Lenne" + extra, EntityType.PLACE, (), "", lenne),
                    Entity("Nobody", EntityType.PERSON),
                ),
            )
        ),
        "Ada Winther",
    )
