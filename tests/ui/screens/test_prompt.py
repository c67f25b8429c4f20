"""A question with one line for the answer."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from reader.ui.screens.prompt import PromptScreen
from tests.dialog_host import Host, rows, sweep


@pytest.mark.slow
async def test_enter_returns_the_typed_line() -> None:
    host = Host(lambda: PromptScreen("Pipe the article to", "wc -w"))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Pipe the article to"]
        await pilot.press(*"sort -u", "enter")
        assert host.result == "sort -u"


@pytest.mark.slow
async def test_the_initial_value_can_be_changed() -> None:
    host = Host(lambda: PromptScreen("Name", value="old"))
    async with host.run_test() as pilot:
        await pilot.press(*"er ", "enter")
        assert host.result == "older"


async def test_escape_returns_no_answer() -> None:
    host = Host(lambda: PromptScreen("Name", value="old"))
    async with host.run_test() as pilot:
        await pilot.press("escape")
        assert host.result is None


async def test_a_click_beside_it_closes_it() -> None:
    host = Host(lambda: PromptScreen("Name"))
    async with host.run_test() as pilot:
        await pilot.click(offset=(1, 1))
        assert host.result is None


async def test_a_click_inside_does_not() -> None:
    host = Host(lambda: PromptScreen("Name"))
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.click("#dialog-title")
        assert isinstance(pilot.app.screen, PromptScreen)


async def test_pasted_lines_are_one_line_and_clean() -> None:
    host = Host(lambda: PromptScreen("Name\x1b[31m"))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Name␛[31m"]
        pilot.app.screen.query_one(Input).post_message(events.Paste("one\ntwo\x1b]0;x\x07\u202e"))
        await pilot.pause()
        await pilot.press("enter")
        assert host.result == "one two␛]0;x␇\ufffd"


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(lambda: PromptScreen("Pipe the article to", "wc -w"))
