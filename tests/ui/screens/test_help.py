"""The help: every key, found by typing."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.keys.commands import COMMANDS, Group
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.help_rows import filtered, key_groups
from tests.dialog_host import OPEN, Host, rows, sweep


def test_every_command_is_listed_once_in_its_group() -> None:
    groups = key_groups()
    assert [title for title, _ in groups] == [str(group) for group in Group]
    assert sorted(row.command for _, listed in groups for row in listed if row.command) == sorted(
        command.id for command in COMMANDS
    )


def test_an_empty_filter_lists_every_key() -> None:
    assert filtered("  ") == key_groups()


def test_words_must_begin_a_word() -> None:
    titles = [row.title for _, listed in filtered("next match") for row in listed]
    assert titles == ["Next match", "Highlight"]  # the next colour of a match
    assert not any(listed for _, listed in filtered("nxt"))


def test_case_and_the_groups_title_count_as_words_too() -> None:
    found = [row.title for _, listed in filtered("PANELS text") for row in listed]
    assert found == ["Text alone"]


def test_a_key_comes_before_the_words_that_begin_with_it() -> None:
    (title, exact), *others = filtered("n")
    assert title == "The key n"
    assert [row.title for row in exact] == ["Next match", "Step through them"]
    assert all(row not in exact for _, listed in others for row in listed)
    assert any(row.title == "Next paragraph" for _, listed in others for row in listed)


def test_the_filter_finds_zen_mode() -> None:
    assert [row.keys for _, listed in filtered("zen") for row in listed] == ["z"]


def test_upper_and_lower_case_keys_are_two() -> None:
    assert filtered("N")[0][1][0].title == "Previous match"


async def opened(pilot: Pilot[None], *keys: str) -> list[str]:
    await pilot.press(*keys)
    await pilot.pause()
    return rows(pilot, "#help-keys")


@pytest.mark.slow
async def test_the_number_of_columns_depends_on_the_width() -> None:
    async with Host(HelpScreen).run_test(size=(120, 40)) as pilot:
        shown = await opened(pilot)
        assert shown[0].split() == ["Move", "In", "a", "panel", "or", "list", "▐"]
        assert shown[1].split()[:9] == ["▌", "j", "↓", "^e", "Line", "down", "j", "↓", "One"]
        await pilot.resize_terminal(60, 40)
        await pilot.pause()
        assert rows(pilot, "#help-keys")[1].split()[:6] == ["▌", "j", "↓", "^e", "Line", "down"]
        assert "One" not in rows(pilot, "#help-keys")[1]


@pytest.mark.slow
async def test_sentences_are_shown_where_they_fit() -> None:
    async with Host(HelpScreen).run_test(size=(120, 40)) as pilot:
        shown = await opened(pilot, *"default width")
        assert any(row.endswith("Set the default line length.") for row in shown)


@pytest.mark.slow
async def test_typing_finds_and_enter_runs() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"next para", "enter")
        assert host.result == "move.next_paragraph"


async def test_arrow_keys_move_and_show_what_the_key_does() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        assert rows(pilot, "#dialog-hints") == ["Scroll down one page less one line.   Enter does it"]
        await pilot.press("up", "enter")
        assert host.result == "move.line_up"


@pytest.mark.slow
async def test_pages_go_to_the_end_and_back_in_sight_of_the_cursor() -> None:
    async with Host(HelpScreen).run_test(size=(60, 20)) as pilot:
        shown = await opened(pilot, *["pagedown"] * 15)
        assert any(row.startswith("▌ ^c") for row in shown)
        shown = await opened(pilot, *["pageup"] * 15)
        assert shown[0].split()[0] == "Move"
        assert shown[1].startswith("▌ j")


@pytest.mark.parametrize(
    ("words", "said"), [("m x", "Press it in the text: m x"), ("alt+w", "Alt+w F3 works")]
)
async def test_a_command_that_cannot_run_from_the_help_shows_the_reason(words: str, said: str) -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press(*("space" if c == " " else "plus" if c == "+" else c for c in words))
        await pilot.press("enter")
        await pilot.pause()
        assert rows(pilot, "#dialog-hints")[0].startswith(said)
        assert host.result is OPEN


async def test_help_on_help_closes_it() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"every key and what", "enter")
        assert host.result is None


async def test_a_filter_without_results_shows_a_message() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        shown = await opened(pilot, *"xyzzy", "down", "pagedown", "enter")
        assert shown[0] == "No key does that."
        assert host.result is OPEN


@pytest.mark.parametrize("key", ["escape", "question_mark", "f1"])
async def test_the_help_closes_with_its_keys(key: str) -> None:
    host = Host(HelpScreen)
    async with host.run_test() as pilot:
        await pilot.press(key)
        assert host.result is None


@pytest.mark.slow
async def test_q_is_text_in_the_filter() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        shown = await opened(pilot, *"quote")
        assert host.result is OPEN
        assert any("Quotes" in row for row in shown)


@pytest.mark.slow
async def test_a_click_runs_the_command_under_the_mouse() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#help-keys", offset=(5, 2))
        assert host.result == "move.line_up"


async def test_a_click_on_a_key_of_another_context_shows_a_message() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#help-keys", offset=(60, 1))
        await pilot.pause()
        assert rows(pilot, "#dialog-hints") == ["j ↓ works where its heading says."]
        assert host.result is OPEN


async def test_a_click_beside_the_keys_does_nothing() -> None:
    host = Host(HelpScreen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#help-keys", offset=(5, 0))
        assert host.result is OPEN


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(HelpScreen)
