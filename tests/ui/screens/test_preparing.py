"""What is made ready for the first search while nothing else is to do."""

from __future__ import annotations

import asyncio
import threading

import pytest

from reader.ui.screens.reading import screen as module
from reader.ui.screens.reading.screen import ReadingScreen
from tests.ui.reading_app import long_article, reading, screen


@pytest.mark.parametrize(("limit", "in_thread"), [(1_000_000, False), (1, True)])
async def test_the_text_of_a_book_is_folded_in_a_thread_that_of_an_article_at_once(
    limit: int, in_thread: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    prepare = ReadingScreen.prepare_index

    def noted(reader: ReadingScreen) -> None:
        prepare(reader)
        threads.append(threading.current_thread())
        loop.call_soon_threadsafe(done.set)

    monkeypatch.setattr(ReadingScreen, "prepare_index", noted)
    monkeypatch.setattr(module, "LONG", limit)
    monkeypatch.setattr(module, "IDLE", 0.001)
    async with reading(long_article()) as pilot:
        await asyncio.wait_for(done.wait(), 60)
        assert screen(pilot).search.bar is not None
    assert [thread is not threading.main_thread() for thread in threads] == [in_thread]
