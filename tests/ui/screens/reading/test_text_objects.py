"""Selecting by sentences and by text objects, and the other end of a selection."""

from __future__ import annotations

import pytest

from reader.keys.keymap import keymap
from reader.model import Place
from reader.ui.app import ReaderApp
from reader.ui.screens.card import CardScreen
from tests.article_text import load_text
from tests.ui.reading_app import press, reading, screen, status

LAST = """\
title: The harbour
source: {name: The Daily Example, url: https://example.org/harbour}
published: 2015-05-28
paragraphs:
  - >-
    The Lenne rose. Mr. Brandt, of the U.S. office, slept. “Why? Nobody knows,” said Ada Okafor, “and I am
    tired.” So it was.
  - “All is well.” It was.
  - The end.
quotes:
  - text: Why? Nobody knows … and I am tired.
    speaker: Ada Okafor
entities:
  - {name: Ada Okafor, type: person}
"""
FIRST = "The Lenne rose."
SECOND = "Mr. Brandt, of the U.S. office, slept."
QUOTE = "“Why? Nobody knows,” said Ada Okafor, “and I am tired.”"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("v)y", "The Lenne rose. M"),
        ("v2)(y", "The Lenne rose. M"),
        ("v5)hy", f"{FIRST} {SECOND} {QUOTE} So it was."),
        ("viwy", "The"),
        ("v2iwy", "The Lenne"),
        ("viwiwiwy", "The Lenne rose"),
        ("visy", FIRST),
        ("visisy", f"{FIRST} {SECOND}"),
        ("v3isy", f"{FIRST} {SECOND} “Why?"),
        ("vwisy", f"{FIRST}"),
        ("vipy", f"{FIRST} {SECOND} {QUOTE} So it was."),
        ("v2ipy", f"{FIRST} {SECOND} {QUOTE} So it was.\n\n“All is well.” It was."),
        ("v2)iwy", f"{FIRST} {SECOND} “Why"),
        ("v2)iqy", "Why? Nobody knows"),
        ("v2)iqiqy", "Why? Nobody knows,” said Ada Okafor, “and I am tired."),
    ],
)
async def test_sentences_and_objects_are_selected_and_copied(keys: str, words: str) -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1G", *keys)
        assert pilot.app.clipboard == words


async def test_a_name_is_selected() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1G", "slash", *"okafor,", "enter", *"viey")
        assert pilot.app.clipboard == "Ada Okafor"


async def test_keys_typed_at_once_keep_their_order() -> None:
    async with reading(LAST) as pilot:
        await pilot.press(*"1Gvisy")
        await pilot.pause()
        assert pilot.app.clipboard == FIRST


async def test_o_moves_the_cursor_to_the_other_end() -> None:
    async with reading(LAST) as pilot:
        view = screen(pilot).view
        await press(pilot, *"1Gv4lo")
        assert view.chosen == (Place(0, 4), Place(0, 0))
        await press(pilot, *"wy")
        assert pilot.app.clipboard == "L"


async def test_whole_paragraphs_grow_by_paragraphs_and_at_the_other_end() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"2GVipy")
        assert pilot.app.clipboard == "“All is well.” It was.\n\nThe end."
        await press(pilot, *"2GVokipy")
        assert pilot.app.clipboard.startswith("The Daily Example · ")
        assert pilot.app.clipboard.endswith("It was.")


@pytest.mark.parametrize("keys", ["iw", "is", "iq", "ie", ")", "w", "$"])
async def test_while_paragraphs_are_selected_the_keys_for_words_show_why_they_do_nothing(keys: str) -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1GV")
        chosen = screen(pilot).view.chosen
        await press(pilot, *(("dollar_sign" if key == "$" else key) for key in keys))
        assert screen(pilot).status.message == "Whole paragraphs are selected; v changes to words."
        assert screen(pilot).view.chosen == chosen


async def test_missing_objects_are_reported() -> None:
    async with reading(LAST) as pilot:
        told = screen(pilot).status
        for keys, message in (
            ("1Gviq", "No quote at the cursor."),
            ("ie", "No name at the cursor."),
            ("3ip", ""),
            ("ip", "No paragraph after the selection."),
            ("oip", ""),
        ):
            await press(pilot, *keys)
            assert told.message == message


async def test_an_unknown_pair_is_reported_and_a_pending_key_is_shown() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1Gv3i")
        assert "3i" in status(pilot)
        await press(pilot, "x")
        assert screen(pilot).status.message == "ix does nothing here (? for keys)."
        assert screen(pilot).view.chosen == (Place(0, 0), Place(0, 0))
        await press(pilot, "i", "escape", *"wy")
        assert pilot.app.clipboard == "The L"


async def test_the_pairs_are_active_only_while_selecting() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1Gvi", "escape", "escape", "i")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_remapped_objects_work_and_are_named() -> None:
    own = keymap(
        {"select.sentence": ["s"], "select.word": ["g w"], "select.swap": ["x"], "select.start": ["&"]}
    )
    assert own.problems == ()
    async with ReaderApp(load_text(LAST, "a.yaml"), keymap=own).run_test(size=(150, 40)) as pilot:
        await press(pilot, *"1G", "ampersand")
        assert screen(pilot).status.message == "Selecting: w b e h l j k move, gw s ip iq select."
        await press(pilot, *"2gwsxy")
        assert pilot.app.clipboard == FIRST
        await press(pilot, *"1GVis")
        assert screen(pilot).status.message == "is does nothing here (? for keys)."
        await press(pilot, "s")
        assert screen(pilot).status.message == "Whole paragraphs are selected; & changes to words."


# -- citations ---------------------------------------------------------------------------------------

SOURCE = "*The harbour*, The Daily Example, 28 May 2015, https://example.org/harbour, ¶ 1."


async def test_a_selection_is_copied_with_its_source() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1GvisY")
        assert pilot.app.clipboard == f"“{FIRST}”, {SOURCE}"
        assert screen(pilot).status.message.startswith("Copied 3 words with the source to ")
        assert screen(pilot).view.chosen is None


async def test_the_words_of_a_quote_are_copied_with_its_speaker() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"1Gv2)iqY")
        assert pilot.app.clipboard == f"“Why? Nobody knows”, Ada Okafor, {SOURCE}"


async def test_without_a_selection_the_match_or_the_paragraph_is_cited() -> None:
    async with reading(LAST) as pilot:
        await press(pilot, *"2GY")
        assert pilot.app.clipboard == f"“‘All is well.’ It was.”, {SOURCE.replace('¶ 1', '¶ 2')}"
        assert screen(pilot).status.message.startswith("Copied ¶ 2 with the source to ")
        await press(pilot, "slash", *"nobody", "enter", "Y")
        assert pilot.app.clipboard == f"“Nobody”, Ada Okafor, {SOURCE}"
