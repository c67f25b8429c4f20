"""The preparation for the first search while the program is idle."""

from __future__ import annotations

import asyncio
import threading

import pytest

from reader.text.haystack import Haystack
from reader.ui.screens.reading.search import SearchController
from tests.ui.reading_app import long_article, reading, screen


@pytest.mark.parametrize(("limit", "in_thread"), [(1_000_000, False), (1, True)])
async def test_a_thread_folds_the_text_of_a_book_but_not_of_an_article(
    limit: int, in_thread: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    fold = SearchController.folded

    def noted(search: SearchController) -> Haystack:
        threads.append(threading.current_thread())
        loop.call_soon_threadsafe(done.set)
        return fold(search)

    monkeypatch.setattr(SearchController, "folded", noted)
    monkeypatch.setattr("reader.ui.screens.reading.search.LONG", limit)
    monkeypatch.setattr("reader.ui.screens.reading.screen.IDLE", 0.001)
    async with reading(long_article()) as pilot:
        await asyncio.wait_for(done.wait(), 60)
        assert screen(pilot).search.bar is not None
    assert [thread is not threading.main_thread() for thread in threads] == [in_thread]
