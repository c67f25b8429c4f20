"""Opening articles and going back: there are few screens, and each article is shown as it was left."""

from __future__ import annotations

import gc
import weakref
from itertools import cycle

import pytest
from textual.pilot import Pilot

from reader.model import Block, Document, Place
from reader.reading.jumps import Window
from reader.reading.session import session_of
from reader.reading.view_state import ViewState
from reader.resources import bundled
from reader.sources.open import Loaded
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import article_history
from reader.ui.screens.reading.article_history import MAX_LENGTH, Visit, with_visit
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import RIVER, app_of, focus, press, reading, screen, status, until
from tests.ui.widgets.lines import rows

FEATURE = bundled("content") / "feature.yaml"

FEW = 4
"""The most articles to go back to in a test that opens more."""


async def opened(pilot: Pilot[int], article: str | Loaded = RIVER) -> None:
    app_of(pilot).articles.open_loaded(
        load_text(article, "other.yaml") if isinstance(article, str) else article
    )
    await pilot.pause()
    await pilot.pause()


WAYS = [
    (),
    ("G",),
    ("9", "G", "m", "a", "g", "j", "j"),
    ("slash", *"said", "enter", "n", "n"),
    ("slash", "alt+r", *"s.id", "enter", "n"),
    ("at", "j", "enter", "n", "n"),
    ("quotation_mark", "j", "j", "w", "enter"),
    ("t", "j", "j"),
    ("t", "t", "quotation_mark", "quotation_mark"),
    ("z", "d"),
    ("+", "+", "d"),
    ("slash", *"said", "enter", "escape"),
]
SIZES = ((60, 20), (100, 30), (160, 45))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "size"), zip(WAYS, cycle(SIZES), strict=False), ids=[" ".join(keys) for keys in WAYS]
)
async def test_going_back_restores_the_article_as_it_was_left(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with reading(RIVER, size) as pilot:
        await opened(pilot, load(str(FEATURE)))
        await press(pilot, *keys)
        await pilot.pause()
        first, seen, where = screen(pilot), rows(screen(pilot).view), status(pilot)
        had, panels = focus(pilot), {p.id: (p.display, p.cursor) for p in first.panes.panels()}
        await opened(pilot)
        assert screen(pilot) is not first
        await press(pilot, "O")
        await pilot.pause()
        back = screen(pilot)
        assert back.page.document.title == first.page.document.title
        assert rows(back.view) == seen
        assert focus(pilot) == had
        if back.reading.navigator is not None or "z" not in keys:  # zen mode begins without panels
            assert {p.id: (p.display, p.cursor) for p in back.panes.panels()} == panels
        assert status(pilot) == where
        assert (back.session.marks, back.session.jumps) == (first.session.marks, first.session.jumps)
        assert (back.session.searches, back.session.origin) == (first.session.searches, first.session.origin)
        assert back.session.active == first.session.active


@pytest.mark.slow
async def test_going_back_keeps_detected_entities_and_the_search_history() -> None:
    found = "title: A\nparagraphs: ['“We lost it,” said Ada Okafor, the mayor.', 'Ada Okafor left.']\n"
    async with reading() as pilot:
        await opened(pilot, found)
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "slash", *"lost", "enter")
        assert screen(pilot).page.document.entities
        await opened(pilot)
        await press(pilot, "q")
        await pilot.pause()
        assert screen(pilot).page.document.entities
        assert not [worker for worker in pilot.app.workers if worker.group == "detect"]
        await press(pilot, "slash", "up")
        bar = screen(pilot).search.bar
        assert bar is not None
        assert bar.wanted.text == "lost"


@pytest.mark.slow
async def test_screens_and_memory_do_not_grow_with_the_articles_that_were_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(article_history, "MAX_VISITS", FEW)
    async with reading() as pilot:
        alive: list[weakref.ref[ReadingScreen]] = []
        for number in range(FEW + 8):
            alive.append(weakref.ref(screen(pilot)))
            await opened(pilot, f"title: Article {number}\nparagraphs: [One.]\n")
            assert len(pilot.app.screen_stack) == 2
        gc.collect()
        assert (
            sum(one() is not None for one in alive) <= 3
        )  # the first, this one, and one that is being removed
        for number in range(FEW + 6, 6, -1):
            await press(pilot, "O")
            await pilot.pause()
            assert screen(pilot).page.document.title == f"Article {number}"
        await press(pilot, "O")
        assert screen(pilot) is alive[0]()
        await press(pilot, "O")
        assert "Start of the jump list." in status(pilot)
        await press(pilot, "escape")
        assert "Nothing to close; q leaves the reader." in status(pilot)


@pytest.mark.slow
async def test_going_back_ends_at_the_library_that_opened_first() -> None:
    async with ReaderApp(None).run_test(size=(100, 30)) as pilot:
        for _ in range(3):
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
            await press(pilot, "B")
        await press(pilot, "q")
        assert len(pilot.app.screen_stack) == 2
        for _ in range(3):
            assert isinstance(pilot.app.screen, ReadingScreen)
            await press(pilot, "q")
            await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_panel_over_the_text_stays_closed_at_another_width() -> None:
    async with reading(RIVER, (60, 20)) as pilot:
        await opened(pilot)
        await press(pilot, "t")
        assert focus(pilot) == "navigator"
        await opened(pilot)
        await pilot.resize_terminal(160, 45)
        await press(pilot, "O")
        await pilot.pause()
        assert [p.id for p in screen(pilot).panes.panels() if p.has_class("-open")] == []


def visit(words: int, name: str = "A") -> Visit:
    document = Document(name, (Block("x" * words),))
    here = Window(Place(0, 0), 0, Place(0, 0))
    return Visit(session_of(Loaded(document)), ViewState(here, 72, False, frozenset(), {}, None, "article"))


def test_the_number_of_visits_is_limited() -> None:
    visits: tuple[Visit, ...] = ()
    for number in range(30):
        visits = with_visit(visits, visit(10, str(number)))
    assert [one.session.loaded.document.title for one in visits] == [str(n) for n in range(10, 30)]


def test_long_articles_are_dropped_first_except_the_last() -> None:
    half = visit(MAX_LENGTH // 2, "half")
    assert with_visit((half, half), half) == (half, half)
    large = visit(MAX_LENGTH + 1, "large")
    assert with_visit((half, half), large) == (large,)
    assert with_visit((large,), half) == (half,)
