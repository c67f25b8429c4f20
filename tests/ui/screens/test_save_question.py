"""The question before the first correction."""

from __future__ import annotations

import pytest

from reader.ui.screens.save_question import BEFORE_EDIT, BEFORE_HIGHLIGHT, Answer, KeepQuestion
from tests.dialog_host import OPEN, Host, rows, sweep


@pytest.mark.slow
async def test_the_question_explains_itself() -> None:
    async with Host(KeepQuestion).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Save the article to your library to keep corrections?"]
        words = " ".join(rows(pilot, "Words"))
        assert words.startswith("It has no article file of your own yet")
        assert words.endswith("What it came from is not changed.")
        assert rows(pilot, "#dialog-hints") == ["Enter save   Esc not now"]


@pytest.mark.parametrize(("key", "result"), [("enter", Answer.ONCE), ("escape", None), ("w", OPEN)])
async def test_keys(key: str, result: object) -> None:
    host = Host(KeepQuestion)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        assert host.result is result


@pytest.mark.parametrize(("key", "result"), [("enter", Answer.ONCE), ("escape", None), ("w", Answer.ALWAYS)])
async def test_the_answer_always_save_is_offered(key: str, result: Answer | None) -> None:
    host = Host(lambda: KeepQuestion(BEFORE_HIGHLIGHT, can_be_kept=True))
    async with host.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Save the article to your library to keep highlights?"]
        assert rows(pilot, "#dialog-hints") == ["Enter save   w always save   Esc not now"]
        await pilot.press(key)
        assert host.result is result


async def test_it_asks_before_an_edit_too() -> None:
    async with Host(lambda: KeepQuestion(BEFORE_EDIT)).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Save the article to your library to edit it?"]
        assert " ".join(rows(pilot, "Words")).startswith("It comes with the reader")


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(KeepQuestion)
    await sweep(lambda: KeepQuestion(BEFORE_EDIT))
