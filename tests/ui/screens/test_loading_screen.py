"""The loading screen: what it shows, and how to leave it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.errors import SourceError
from reader.sources import loading
from reader.sources.loading import Loading
from reader.sources.open import Loaded
from reader.sources.ref import FileSource, SourceRef, UrlSource, parse_source
from reader.ui.app import ReaderApp, run
from reader.ui.screens.loading import LoadingScreen
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.dialog_host import OPEN, Host, rows, sweep
from tests.http_server import PAGE, Server, answer, hanging, head, serving

ARTICLE = load_text("title: Come at last\nparagraphs: [Here it is.]\n", "x")


class Given:
    """Replaces `open_source`: reports progress and ends when the test wants it."""

    def __init__(self) -> None:
        self.end = threading.Event()
        self.outcome: Loaded | Exception = ARTICLE
        self.progress: Callable[[int, int | None], None] | None = None
        self.cancelled: threading.Event | None = None
        self.begun = threading.Event()

    def __call__(self, source: SourceRef, *, progress: Any, cancelled: Any, **_: object) -> Loaded:
        self.progress, self.cancelled = progress, cancelled
        self.begun.set()
        assert self.end.wait(30)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def come(self, received: int, total: int | None = None) -> None:
        """Report that `received` bytes have arrived."""
        assert self.begun.wait(30)
        assert self.progress is not None
        self.progress(received, total)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Any:
    made = Given()
    monkeypatch.setattr(loading, "open_source", made)
    monkeypatch.setattr(loading, "_INTERVAL", 0)
    yield made
    made.end.set()


async def settled(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Let the app run until a condition holds. The time limit of the test ends the wait."""
    while not holds():
        await pilot.pause(0.005)


def shown(pilot: Pilot[Any]) -> list[str]:
    return rows(pilot, "LoadingRows")


def host(source: str = "https://example.org/story") -> Host:
    return Host(lambda: LoadingScreen(Loading(parse_source(source))))


async def test_received_bytes_are_shown(given: Given) -> None:
    async with host().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert shown(pilot)[:3] == ["https://example.org/story", "", "Waiting for the page …"]
        assert shown(pilot)[-1] == "Esc cancel"
        given.come(20_480)
        await settled(pilot, lambda: shown(pilot)[2] == "20 kB")
        given.come(20_480, 40_960)
        await settled(pilot, lambda: shown(pilot)[2] == "20 of 40 kB")
        given.come(60_000, 40_960)  # a server that sends more than it announced
        await settled(pilot, lambda: shown(pilot)[2] == "59 of 40 kB")
        assert shown(pilot)[3] == "━" * 76
        given.come(40_960, 40_960)
        await settled(pilot, lambda: shown(pilot)[2] == "Reading the page …")


async def test_a_file_is_named_while_it_is_read(given: Given) -> None:
    async with host("book.txt").run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "book.txt" in shown(pilot)
        assert "Reading the file …" in shown(pilot)
        assert shown(pilot)[-1] == "Esc cancel"


async def test_the_screen_ends_with_the_article(given: Given) -> None:
    app = host()
    async with app.run_test() as pilot:
        given.end.set()
        await settled(pilot, lambda: app.result is not OPEN)
    assert app.result is ARTICLE


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_loading_can_be_cancelled(given: Given, key: str) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await settled(pilot, lambda: app.result is not OPEN)
        assert given.begun.wait(30)
        assert given.cancelled is not None
        assert given.cancelled.is_set()
        given.end.set()
        await pilot.pause()
    assert app.result is None


async def test_an_error_stays_until_the_user_leaves(given: Given) -> None:
    app = host()
    given.outcome = SourceError("x", "there is no such page (404); look at the address again")
    async with app.run_test(size=(40, 20)) as pilot:
        given.end.set()
        await settled(pilot, lambda: shown(pilot)[-1] == "Esc back")
        assert " ".join(shown(pilot)[2:-2]) == "There is no such page (404); look at the address again."
        assert app.result is OPEN
        await pilot.press("escape")
        await settled(pilot, lambda: app.result is not OPEN)
    assert app.result is None


@pytest.mark.slow
async def test_any_size_is_painted(given: Given) -> None:
    given.outcome = SourceError("x", "words " * 100)
    await sweep(lambda: LoadingScreen(Loading(UrlSource("https://example.org/" + "日本" * 60))))
    given.end.set()
    await sweep(lambda: LoadingScreen(Loading(FileSource.at(Path("x")))))


# --- in the app -----------------------------------------------------------------------------------------


async def test_the_reader_can_begin_with_the_loading_screen(given: Given) -> None:
    app = ReaderApp(None, loading=Loading(UrlSource("https://example.org/story")))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LoadingScreen)
        assert "https://example.org/story" in shown(pilot)
        given.end.set()
        await settled(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert len(app.screen_stack) == 1
        await pilot.press("q")
    assert (app.return_code, app.fault) == (0, None)


@pytest.mark.parametrize("source", ["https://example.org/story", "book.txt"])
@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_key_quits_the_loading_screen(given: Given, source: str, key: str) -> None:
    app = ReaderApp(None, loading=Loading(parse_source(source)))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
    assert (app.return_code, app.fault) == (0, None)


async def test_a_fault_is_kept_for_the_command_line(given: Given) -> None:
    given.outcome = SourceError("x", "is a PDF")
    app = ReaderApp(None, loading=Loading(UrlSource("https://example.org/story")))
    async with app.run_test() as pilot:
        given.end.set()
        await settled(pilot, lambda: shown(pilot)[-1] == "q leave")
        await pilot.press("q")
        await pilot.pause()
    assert app.fault is given.outcome


async def test_an_internal_error_is_not_shown_as_an_error_of_the_page(given: Given) -> None:
    given.outcome = ZeroDivisionError()
    given.end.set()
    app = ReaderApp(None, loading=Loading(UrlSource("https://example.org/story")))
    await app.run_async(headless=True)
    assert isinstance(app.crash, ZeroDivisionError)


def test_the_loading_error_is_raised_after_the_screen_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = SourceError("x", "is a PDF")

    def over(self: ReaderApp, size: tuple[int, int]) -> int:
        self.fault = fault
        return 0

    monkeypatch.setattr(ReaderApp, "run", over)
    with pytest.raises(SourceError, match="is a PDF"):
        run(None, zen=False, theme=None, measure=None, loading=Loading(UrlSource("ftp://x/")))


@pytest.fixture
def server() -> Any:
    with serving({"/": answer(PAGE), "/stuck": hanging(head(200, **{"content-type": "text/html"}))}) as made:
        yield made


@pytest.mark.slow
async def test_a_page_is_opened_over_an_article(server: Server) -> None:
    app = ReaderApp(ARTICLE)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.articles.open_source(UrlSource(server.url("/")))
        await settled(pilot, lambda: isinstance(app.screen, ReadingScreen) and len(app.screen_stack) == 2)
        await pilot.pause()
        await pilot.press("q")
        await settled(pilot, lambda: len(app.screen_stack) == 1)
        app.articles.open_source(UrlSource(server.url("/stuck")))
        await settled(pilot, lambda: isinstance(app.screen, LoadingScreen))
        await pilot.press("escape")
        await settled(pilot, lambda: len(app.screen_stack) == 1)
        assert isinstance(app.screen, ReadingScreen)
