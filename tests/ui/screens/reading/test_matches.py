"""Matches: entities and quotes that become the active set, stepping through it, clearing it, searching."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.model import Place
from tests.loaded import load
from tests.ui.reading_app import (
    RIVER,
    entity_id,
    focus,
    long_article,
    press,
    quote_id,
    quotes_panel,
    reading,
    screen,
    status,
)
from tests.ui.widgets.lines import rows


async def test_stepping_through_an_entity_wraps_at_both_ends() -> None:
    async with reading() as pilot:
        await press(pilot, "at", "enter")
        assert "Ada Okafor 1/3" in status(pilot)
        await press(pilot, "n", "n")
        assert "Ada Okafor 3/3" in status(pilot)
        await press(pilot, "n")
        assert screen(pilot).status.message.startswith("Wrapped to the top: ")
        await press(pilot, "N")
        assert screen(pilot).status.message.startswith("Wrapped to the end: ")
        await press(pilot, *"2N")
        assert "Ada Okafor 1/3" in status(pilot)


async def test_without_an_active_set_n_steps_through_all_quotes() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        for position, quote in ((1, 0), (2, 2), (3, 1)):
            await press(pilot, "n")
            assert f"Quotes {position}/3" in status(pilot)
            assert quotes_panel(reader).current == quote_id(reader, quote)
        await press(pilot, "n")
        assert reader.status.message.startswith("Wrapped to the top: ")
        await press(pilot, "escape", "escape")
        assert reader.session.active is None
        await press(pilot, *"4GN")
        assert "Quotes 2/3" in status(pilot)


@pytest.mark.slow
async def test_all_quotes_stay_active_when_a_quote_is_removed(tmp_path: Path) -> None:
    file = tmp_path / "river.yaml"
    file.write_text(RIVER, encoding="utf-8")
    async with reading(load(str(file))) as pilot:
        await press(pilot, "n", "n", "D")
        await press(pilot, "left")
        assert "Quotes 2/2" in status(pilot)


async def test_without_quotes_stepping_says_so() -> None:
    async with reading("title: t\nparagraphs: [a]\nquotes: []\nentities: []\n") as pilot:
        await press(pilot, "n")
        reader = screen(pilot)
        assert reader.status.message == "This article has no quotes: / searches, @ lists the names."
        reader.reading.change(reader.session.detecting_quotes(True))
        await press(pilot, "N")
        assert reader.status.message == "The quotes are still being found: / searches, @ lists the names."


async def test_an_entity_without_mentions_shows_a_message_and_keeps_the_active_set() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        reader.choose_entity(entity_id(reader, "Ada Okafor"))
        reader.choose_entity(entity_id(reader, "Nobody at all"))
        assert reader.status.message == "Nobody at all is not mentioned in the text."
        assert reader.session.active is not None
        assert reader.session.active.label == "Ada Okafor"


@pytest.mark.slow
async def test_the_active_set_shows_in_every_part() -> None:
    async with reading(size=(160, 45)) as pilot:
        reader = screen(pilot)
        reader.choose_entity(entity_id(reader, "Lenne"))
        await pilot.pause()
        assert reader.reading.navigator is not None
        assert reader.reading.sidebar is not None
        assert reader.reading.quotes is not None
        assert reader.reading.sidebar.chosen == entity_id(reader, "Lenne")
        signed = [row for row in rows(reader.reading.navigator) if "•" in row]
        assert [row.split("•")[0].split()[-1] for row in signed] == ["1", "3", "5"]
        assert any("━" in row for row in rows(reader.ruler))
        reader.choose_quote(quote_id(reader, 1))
        assert reader.reading.sidebar.chosen is None
        assert reader.reading.quotes.current == quote_id(reader, 1)
        await press(pilot, "escape")
        assert reader.session.active is None
        assert reader.view.matches is None
        assert [reader.reading.quotes.current] == [None]
        assert not any("•" in row for row in rows(reader.reading.navigator))


@pytest.mark.slow
async def test_a_quote_makes_all_quotes_of_its_speaker_active() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        await press(pilot, "g")
        reader.choose_quote(quote_id(reader, 2))
        await pilot.pause()
        # Okafor and Ada Okafor are one speaker.
        assert "“ Ada Okafor 2/2" in status(pilot)
        await press(pilot, "N")
        assert reader.view.place == (1, 1)


NESTED = """\
title: Words in words
paragraphs:
  - “We woke up,” said Ada Okafor, and again, “We woke up and left.”
quotes:
  - {text: We woke up and left, speaker: Ada Okafor}
  - {text: We woke up, speaker: J. Brandt, paragraph: 1}
  - {text: We woke, speaker: Ada Okafor, paragraph: 1}
  - {text: We woke up, speaker: Ada Okafor, paragraph: 1}
"""
"""The last three begin at the same place."""


async def test_the_chosen_quote_is_current_among_quotes_at_one_place() -> None:
    async with reading(NESTED) as pilot:
        reader = screen(pilot)
        for position in (1, 2, 3, 0):
            chosen = quote_id(reader, position)
            reader.choose_quote(chosen)
            assert reader.session.current_quote() == chosen
            assert quotes_panel(reader).current == chosen


async def test_a_quote_without_a_place_says_so() -> None:
    article = RIVER.replace("  - {text: We woke up,", "  - {text: Words that nobody said,")
    async with reading(article) as pilot:
        screen(pilot).choose_quote(quote_id(screen(pilot), 0))
        assert screen(pilot).status.message == "This quote has no place in the text; `reader check` says why."
        assert screen(pilot).session.active is None


async def test_a_speaker_without_placed_quotes_has_nothing_to_step_through() -> None:
    article = RIVER.replace("  - {text: The border stands,", "  - {text: Words that nobody said,")
    async with reading(article) as pilot:
        reader = screen(pilot)
        reader.matches.choose_speaker("J. Brandt")
        await press(pilot, "n")
        assert reader.status.message == "No match for “ J. Brandt."
        await press(pilot, "l")
        assert reader.status.message == "No matches to list: / searches, @ lists the names."


@pytest.mark.slow
async def test_two_entities_with_the_same_name_are_distinct() -> None:
    article = RIVER + "  - {name: J. Brandt, type: place, aliases: [ministry]}\n"
    async with reading(article) as pilot:
        reader = screen(pilot)
        first, second = (one.id for one in reader.page.document.entities if one.name == "J. Brandt")
        assert first != second
        reader.choose_entity(second)
        await pilot.pause()
        assert reader.reading.sidebar is not None
        assert reader.reading.sidebar.chosen == second
        assert reader.view.place.block == 4


async def test_asterisk_chooses_the_name_here_and_then_the_next() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        named = []
        for _ in range(4):
            await press(pilot, "asterisk")
            assert reader.session.active is not None
            named.append((reader.session.active.label, reader.view.place.block))
        assert named == [("Lenne", 0), ("Ada Okafor", 1), ("Lenne", 3), ("J. Brandt", 4)]


async def test_asterisk_chooses_the_name_at_the_place_first() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        reader.go_to(reader.page.document.entities[1].mentions[0].place)
        await press(pilot, "asterisk")
        assert reader.session.active is not None
        assert reader.session.active.label == "J. Brandt"


@pytest.mark.slow
async def test_an_article_without_names_says_so() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "asterisk")
        assert screen(pilot).status.message == "No names are marked in this article."


async def test_escape_clears_and_then_goes_back_to_the_start_of_the_search() -> None:
    async with reading(long_article()) as pilot:
        view = screen(pilot).view
        await press(pilot, "slash", *"last", "enter")
        there = view.place
        assert there.block == 58
        await press(pilot, "escape")
        assert (screen(pilot).session.active, view.place) == (None, there)
        await press(pilot, "escape")
        assert (view.top, view.place.block) == (0, view.page.first)
        await press(pilot, "'", "'")
        assert view.place == there


# -- the search bar ------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_hits_are_shown_while_typing_and_kept_with_enter() -> None:
    async with reading(long_article()) as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", *"needle")
        assert reader.search.is_open
        assert reader.session.active is not None
        assert (len(reader.session.active.matches), reader.view.place.block) == (2, 0)
        assert reader.search.bar is not None
        assert (reader.search.bar.position, reader.search.bar.total) == (1, 2)
        await press(pilot, "enter")
        assert "needle 1/2" in status(pilot)
        assert (reader.search.is_open, focus(pilot)) == (False, "article")


@pytest.mark.slow
async def test_escape_in_the_bar_restores_the_window_and_the_active_set() -> None:
    async with reading(size=(120, 12)) as pilot:
        reader = screen(pilot)
        await press(pilot, "at", "enter", "n", "escape")
        reader.choose_entity(entity_id(reader, "Lenne"))
        before = (reader.view.top, reader.view.place)
        await press(pilot, "slash", *"nobody")
        assert reader.view.place.block == 6
        await press(pilot, "escape")
        assert (reader.view.top, reader.view.place) == before
        assert reader.session.active is not None
        assert reader.session.active.label == "Lenne"
        assert reader.reading.sidebar is not None
        assert reader.reading.sidebar.chosen == entity_id(reader, "Lenne")


async def test_escape_goes_back_to_the_same_words_after_a_new_width() -> None:
    async with reading(long_article(), size=(120, 20)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"30G")
        await press(pilot, "slash", *"first")
        await pilot.resize_terminal(40, 20)
        await press(pilot, "escape")
        assert view.flow.place_at(view.top) == (29, 0)


@pytest.mark.slow
async def test_a_search_without_hits_shows_a_message_and_leaves_no_active_set() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        top = reader.view.top
        await press(pilot, "slash", *"xyzzy")
        assert reader.view.top == top
        await press(pilot, "enter")
        assert reader.status.message == "No match for xyzzy."
        assert reader.session.active is None


async def test_enter_without_words_keeps_the_active_set() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        reader.choose_entity(entity_id(reader, "Ada Okafor"))
        await press(pilot, "slash", *"zz", "backspace", "backspace", "enter")
        assert reader.session.active is not None
        assert reader.session.active.label == "Ada Okafor"


async def test_a_bad_regular_expression_is_reported_in_the_bar_and_after_enter() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", "alt+r", *"(a")
        assert reader.search.bar is not None
        assert reader.search.bar.problem.startswith("not a regular expression")
        await press(pilot, *".)")
        assert reader.search.bar.problem == ""
        await press(pilot, "backspace", "enter")
        assert reader.status.message.startswith("not a regular expression")
        assert not reader.search.is_open


@pytest.mark.slow
async def test_a_search_that_wraps_to_the_top_shows_a_message() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "G", "slash", *"first", "enter")
        assert screen(pilot).status.message == "Search wrapped to the top."


async def test_the_history_remembers_each_search_once() -> None:
    async with reading() as pilot:
        await press(pilot, "slash", *"lenne", "enter", "slash", *"survey", "enter")
        await press(pilot, "slash", *"lenne", "enter", "slash", "up")
        field = screen(pilot).query_one(Input)
        assert field.value == "lenne"
        await press(pilot, "up")
        assert field.value == "survey"
        await press(pilot, "up")
        assert field.value == "survey"


FILL = "  - Words and more words, of which there are many in a book as long as this one here.\n"


async def test_keys_typed_at_once_find_a_word_in_a_large_article() -> None:
    article = "title: Large\nparagraphs:\n" + FILL * 6000 + "  - The needle.\n"
    async with reading(article) as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", *"needle", "enter")
        assert reader.session.active is not None
        assert (len(reader.session.active.matches), reader.view.place.block) == (1, 6000)


async def test_tab_out_of_the_bar_keeps_the_hits_and_closes_it() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", *"survey", "tab")
        assert not reader.search.is_open
        assert reader.session.active is not None
        assert reader.session.active.label == "survey"
        await press(pilot, *"2n")
        assert reader.session.active.position is not None


async def test_a_click_into_the_text_ends_a_search_without_hits_with_a_message() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", *"xyzzy")
        await pilot.click("#article", offset=(1, 30))
        await pilot.pause()
        assert not reader.search.is_open
        assert reader.status.message == "No match for xyzzy."


async def test_all_of_a_match_is_in_the_window() -> None:
    words = "word " * 60
    said = f"One {words}two"
    paragraphs = f"  - {words}\n  - {words}“{said},” said Ada.\n"
    text = f"title: Long\nparagraphs:\n{paragraphs}quotes:\n  - {{text: {said}}}\n"
    async with reading(text, size=(60, 20)) as pilot:
        await press(pilot, "n")
        reader = screen(pilot)
        active = reader.session.active
        assert active is not None
        last = active.matches.pieces(0)[-1]
        assert reader.view.flow.y_of(Place(last.block, last.end - 1)) in reader.view.rows_in_sight()
        assert reader.view.flow.y_of(last.place) in reader.view.rows_in_sight()
