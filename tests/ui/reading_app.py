"""Helpers for tests of the reading screen in the whole app, with articles written for the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot
from textual.widget import Widget

from reader.library.memory import Memory
from reader.model import EntityId, QuoteId
from reader.sources.open import Loaded, open_source
from reader.sources.ref import FileSource
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.panes import PANELS
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.widgets.entity_sidebar import EntitySidebar
from reader.ui.widgets.quotes_panel import QuotesPanel
from tests.article_text import load_text
from tests.ui.widgets.lines import rows

RIVER = """\
title: The day the river moved
kicker: Science
paragraphs:
  - On the last night of March the Lenne rose four metres.
  - “We woke up,” said Ada Okafor, “and the bridge was in another country.”
  - heading: What the survey found
  - The survey by Ada Okafor counts 412 hectares along the Lenne, 日本語 too.
  - J. Brandt of the ministry disagrees. “The border stands,” he says.
  - heading: What comes next
  - Nobody knows. The Lenne will rise again, says Ada Okafor.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: The border stands, speaker: J. Brandt}
  - {text: and the bridge was in another country, speaker: Okafor}
entities:
  - {name: Ada Okafor, type: person, aliases: [Okafor], about: A hydrologist.}
  - {name: J. Brandt, type: person}
  - {name: Lenne, type: place}
  - {name: Nobody at all, type: person, about: Not in the text.}
"""
"""Five paragraphs, two headings (blocks 2 and 5), three quotes, and four names, one without a mention."""

FILLER = "  - A line of the long article that stands here so that there is something to turn.\n"


def long_article(paragraphs: int = 60) -> str:
    """An article of many rows; paragraph 1 and the last but one hold the word `needle`."""
    lines = [FILLER.replace("A line", f"Line {n} ") for n in range(paragraphs)]
    lines[0] = "  - The first needle lies here.\n"
    lines[-2] = "  - The last needle lies here.\n"
    return "title: A long article\nparagraphs:\n" + "".join(lines)


@asynccontextmanager
async def reading(
    article: str | Loaded = RIVER, size: tuple[int, int] = (120, 40), *, zen: bool = False
) -> AsyncIterator[Pilot[int]]:
    """An app that shows an article, after its first frame is painted and its panels are mounted."""
    loaded = load_text(article, "river.yaml") if isinstance(article, str) else article
    async with ReaderApp(loaded, zen=zen).run_test(size=size) as pilot:
        reader = screen(pilot)
        await until(
            pilot, lambda: zen or (reader.reading.sidebar is not None and reader.reading.sidebar.is_mounted)
        )
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def remembering(
    file: Path, folder: Path, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    """The reader on a file, with its memory in a folder, from its start to its end."""
    memory = Memory(folder)
    app = ReaderApp(open_source(FileSource.at(file)), memory=memory)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: screen(pilot).reading.sidebar is not None)
        yield pilot, screen(pilot)
    memory.close()


def app_of(pilot: Pilot[int]) -> ReaderApp:
    """The app that a pilot controls."""
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app


async def until(pilot: Pilot[int], holds: Callable[[], object]) -> None:
    """Let the app run until a condition holds."""
    for _ in range(1000):
        if holds():
            return
        await pilot.pause(0.005)
    raise AssertionError("it never came")


def screen(pilot: Pilot[int]) -> ReadingScreen:
    """The reading screen, which must be the active screen."""
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen


def status(pilot: Pilot[int]) -> str:
    """The text of the status line, with single blanks."""
    return " ".join(rows(screen(pilot).status)[0].split())


def focus(pilot: Pilot[int]) -> str:
    """The id of the focused widget."""
    return cast(Widget, pilot.app.focused).id or ""


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as a user does who waits until each edit is written."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    await pilot.pause()


WRITING = frozenset({"copy", "edit", "keep", "reload"})
"""The groups of the jobs that end soon after the key that started them."""


async def settled(pilot: Pilot[int]) -> None:
    """Wait until running edits, reloads and copies have ended and their results are shown."""
    while writing := [worker for worker in pilot.app.workers if worker.group in WRITING]:
        await pilot.app.workers.wait_for_complete(writing)
        await pilot.pause()


def entity_id(reader: ReadingScreen, name: str) -> EntityId:
    """The id of the entity with that name in the article on the screen."""
    entity = reader.session.version.entity_named(name)
    assert entity is not None
    return entity.id


def quote_id(reader: ReadingScreen, position: int) -> QuoteId:
    """The id of a quote of the article on the screen, by its position in the file."""
    return reader.page.document.quotes[position].id


def quotes_panel(reader: ReadingScreen) -> QuotesPanel:
    """The quotes panel, which must have been shown."""
    assert reader.reading.quotes is not None
    return reader.reading.quotes


def sidebar(reader: ReadingScreen) -> EntitySidebar:
    """The list of the entities, which must have been shown."""
    assert reader.reading.sidebar is not None
    return reader.reading.sidebar


def listed(panel: QuotesPanel) -> list[QuoteId]:
    """The quotes that the panel lists, from top to bottom; the cursor stays where it is."""
    cursor, found = panel.cursor, []
    for item in range(panel.items.count()):
        panel.put_cursor(item)
        found.append(id_under_cursor(panel))
    panel.put_cursor(cursor)
    return found


def id_under_cursor(panel: QuotesPanel) -> QuoteId:
    """The quote under the cursor of the panel; there must be one."""
    assert panel.quote_under_cursor is not None
    return panel.quote_under_cursor.id


def name_under_cursor(panel: EntitySidebar) -> str:
    """The name of the entity under the cursor of the panel; there must be one."""
    assert panel.entity_under_cursor is not None
    return panel.entity_under_cursor.name


def seen(pilot: Pilot[int]) -> set[str]:
    """The ids of the panels that are on the screen."""
    reader = screen(pilot)
    return {name for name in PANELS if reader.query_one(f"#{name}").region.area}
