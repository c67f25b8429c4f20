"""Quotes and entities that the source did not give are detected after the first frame."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Semaphore

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from reader.annotate import Step, in_steps
from reader.model import Document
from reader.reading.session import session_of
from reader.sources.open import Loaded
from reader.ui.app import ReaderApp
from reader.ui.jobs import Job
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import until
from tests.ui.widgets.lines import rows

ARTICLE = """title: The bridge
paragraphs:
  - “We woke up, and the bridge was gone,” said Marta Hollin, the mayor of Orsk.
  - Ms Hollin had not slept.
"""


def loaded(head: str = "") -> Loaded:
    return load_text((head + ARTICLE).encode(), "bridge.yaml")


@asynccontextmanager
async def annotated(head: str = "") -> AsyncIterator[ReadingScreen]:
    """The article after detection has ended; `head` are more lines of its file."""
    app = ReaderApp(loaded(head))
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        yield app.screen


async def test_detected_quotes_and_names_appear_in_text_and_panels() -> None:
    async with annotated() as screen:
        (quote,) = screen.page.document.quotes
        assert quote.speaker == "Marta Hollin"
        assert "Marta Hollin" in {entity.name for entity in screen.page.document.entities}
        assert screen.reading.quotes is not None
        assert screen.reading.quotes.items.count() == 1
        assert any(name.startswith("quote-") for _, _, name in screen.session.version.layers[0])


async def test_empty_lists_in_the_file_prevent_detection() -> None:
    async with annotated("quotes: []\nentities: []\n") as screen:
        assert screen.page.document.quotes == ()
        assert screen.page.document.entities == ()


@pytest.mark.parametrize(
    ("head", "quotes", "entities"),
    [
        ("entities:\n  - name: Orsk\n    type: place\n", 1, ["Orsk"]),
        ("quotes:\n  - text: the bridge was gone\n", 1, ["Marta Hollin", "Orsk"]),
    ],
)
async def test_quotes_in_the_file_do_not_prevent_detecting_entities(
    head: str, quotes: int, entities: list[str]
) -> None:
    """Such a file results when a name was corrected but no quote."""
    async with annotated(head) as screen:
        assert len(screen.page.document.quotes) == quotes
        assert sorted(entity.name for entity in screen.page.document.entities) == entities


async def test_detection_does_not_move_the_text() -> None:
    app = ReaderApp(loaded())
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("j", "j")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        top = screen.view.top
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.view.top == top


LONG_ARTICLE = "title: The bridge\nparagraphs:\n" + "".join(
    f"  - “The bridge has {n} piers,” said Marta Hollin. It rained in Orsk, a town by the river.\n"
    for n in range(1, 31)
)


class Gate:
    """Detection in three steps: a third, two thirds, all of the article. Each step waits for `go`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._gate = Semaphore(0)
        self.ended = self.passed = 0
        self.over = Event()
        monkeypatch.setattr("reader.annotate.in_steps", self._steps)
        monkeypatch.setattr("reader.ui.screens.reading.detection.LONG", 10)

    def go(self) -> None:
        self._gate.release()

    def _steps(self, document: Document, check: Callable[[], None]) -> Iterator[Step]:
        (*_, whole) = (step.document for step in in_steps(document, check) if step.document is not None)
        try:
            for third in (1, 2, 3):
                while not self._gate.acquire(timeout=0.01):
                    yield Step(third / 3 - 0.3)
                yield Step(third / 3, replace(document, quotes=whole.quotes[: 10 * third]))
                self.passed = third
        finally:
            self.ended += 1
            self.over.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


@asynccontextmanager
async def reading_long(source: str | Path = LONG_ARTICLE) -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    """The long article during detection; `source` is its text or its file."""
    app = ReaderApp(load_text(source, "bridge.yaml") if isinstance(source, str) else load(str(source)))
    async with app.run_test(size=(140, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await until(pilot, lambda: screen.detection.running and screen.reading.quotes is not None)
        yield pilot, screen


def count(screen: ReadingScreen) -> int:
    assert screen.reading.quotes is not None
    return screen.reading.quotes.items.count()


def shows(screen: ReadingScreen, quotes: int) -> bool:
    return count(screen) == quotes


@pytest.mark.slow
async def test_the_panels_fill_while_detection_runs(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        for shown in (10, 20, 30):
            gate.go()
            await until(pilot, partial(shows, screen, shown))
        await until(pilot, lambda: not screen.detection.running)


@pytest.mark.slow
async def test_the_status_line_shows_the_progress_of_detection(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        await until(pilot, lambda: screen.status.message == "Finding quotes and names… 0 %")
        gate.go()
        await until(pilot, lambda: screen.status.message == "Finding quotes and names… 35 %")
        gate.go()
        gate.go()
        await until(pilot, lambda: screen.status.message == "Found 30 quotes and 0 names.")


def said_by(panel: Widget | None) -> list[str]:
    """The rows of a panel, without the blank rows."""
    assert panel is not None
    return [row.strip() for row in rows(panel) if row]


@pytest.mark.slow
async def test_an_empty_panel_says_whether_detection_is_running(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        await until(pilot, lambda: "Looking for quotes…" in said_by(screen.reading.quotes))
        assert "Looking for names…" in said_by(screen.reading.sidebar)
        for _ in range(3):
            gate.go()
        await until(pilot, lambda: not screen.detection.running)
        assert "Looking for quotes…" not in said_by(screen.reading.quotes)
        assert "No names in this article." in said_by(screen.reading.sidebar)


@pytest.mark.slow
async def test_a_panel_with_items_from_the_file_does_not_wait(gate: Gate) -> None:
    async with reading_long("entities: []\n" + LONG_ARTICLE) as (pilot, screen):
        await until(pilot, lambda: "Looking for quotes…" in said_by(screen.reading.quotes))
        assert "No names in this article." in said_by(screen.reading.sidebar)


@pytest.mark.slow
async def test_progress_does_not_hide_another_message(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        screen.reading.say("Copied.")
        for _ in range(3):
            gate.go()
        await until(pilot, lambda: not screen.detection.running)
        assert screen.status.message == "Copied."


@pytest.mark.slow
async def test_detection_keeps_the_cursor_the_place_and_the_active_set(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        gate.go()
        await until(pilot, lambda: count(screen) == 10)
        await pilot.press("quotation_mark", "j", "j", "j", "enter")
        await until(pilot, lambda: screen.session.active is not None)
        quotes, active = screen.reading.quotes, screen.session.active
        assert quotes is not None
        assert active is not None
        top = screen.view.top
        gate.go()
        await until(pilot, lambda: count(screen) == 20)
        assert (quotes.cursor, quotes.has_focus, screen.view.top) == (3, True, top)
        assert screen.session.active is not None
        assert screen.session.active.place == active.place
        assert len(screen.session.active.matches) == 20


@pytest.mark.slow
async def test_detection_shows_nothing_during_a_dialog_or_a_search(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        await pilot.press("question_mark")
        await until(pilot, lambda: not screen.is_active)
        gate.go()
        await until(pilot, lambda: gate.passed == 1)
        await pilot.pause()
        assert count(screen) == 0
        await pilot.press("escape", "slash")
        await until(pilot, lambda: screen.search.is_open)
        gate.go()
        gate.go()
        await until(pilot, lambda: gate.ended)
        assert count(screen) == 0
        await pilot.press("escape")
        await until(pilot, lambda: count(screen) == 30)
        await until(pilot, lambda: not screen.detection.running)


async def test_detection_pauses_while_another_article_is_on_top(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        above = ReadingScreen(session_of(loaded("quotes: []\nentities: []\n")))
        await pilot.app.push_screen(above)
        for _ in range(3):
            gate.go()
        await pilot.pause(0.05)
        assert (screen.detection.running, count(screen)) == (True, 0)
        pilot.app.pop_screen()
        await until(pilot, lambda: count(screen) == 30)


async def test_a_partial_detection_is_repeated_when_the_user_comes_back(gate: Gate) -> None:
    async with reading_long() as (pilot, screen):
        gate.go()
        await until(pilot, lambda: count(screen) == 10)
        assert screen.detection.session_to_keep().loaded.document.quotes == ()
        gate.go()
        gate.go()
        await until(pilot, lambda: not screen.detection.running)
        assert len(screen.detection.session_to_keep().loaded.document.quotes) == 30


@pytest.mark.slow
async def test_quitting_ends_detection(gate: Gate) -> None:
    async with reading_long() as (pilot, _):
        await pilot.press("q")
    assert await asyncio.to_thread(gate.over.wait, 30)
    assert gate.ended == 1


async def test_results_for_an_old_version_are_not_shown(gate: Gate, tmp_path: Path) -> None:
    file = tmp_path / "bridge.yaml"
    file.write_text(LONG_ARTICLE)
    async with reading_long(file) as (pilot, screen):
        gate.go()
        await until(pilot, lambda: count(screen) == 10)
        file.write_text("quotes: []\nentities: []\n" + LONG_ARTICLE)
        screen.reloading.reload()
        await until(pilot, lambda: gate.ended and not screen.detection.running)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert (count(screen), screen.detection.running) == (0, False)


async def test_detection_without_results_shows_no_message() -> None:
    app = ReaderApp(load_text(b"title: T\nparagraphs: [it rained]\n", "rain.yaml"))
    async with app.run_test(size=(140, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await until(pilot, lambda: screen.reading.quotes is not None and not screen.detection.running)
        assert screen.status.message == ""


@pytest.mark.slow
async def test_detection_does_no_work_under_another_article(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    wait = Job.wait

    def counted(job: Job[None], seconds: float) -> bool:
        waits.append(seconds)
        return wait(job, seconds / 20)

    async def waited(pilot: Pilot[int]) -> None:
        before = len(waits)
        await until(pilot, lambda: len(waits) > before + 2)

    monkeypatch.setattr(Job, "wait", counted)
    async with reading_long() as (pilot, screen):
        given = "title: Over it\nparagraphs: [a]\nquotes: []\nentities: []\n"
        above = session_of(load_text(given, "over.yaml"))
        await pilot.app.push_screen(ReadingScreen(above, pilot.app.size))
        await waited(pilot)
        gate.go()
        await pilot.app.push_screen(Screen[None]())  # a dialog over it
        await waited(pilot)
        assert gate.passed == 0
        await pilot.app.pop_screen()
        await pilot.app.pop_screen()
        await until(pilot, lambda: gate.passed == 1)
        gate.go()
        gate.go()
        await until(pilot, lambda: not screen.detection.running)
