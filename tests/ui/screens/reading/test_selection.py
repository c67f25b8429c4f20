"""Selecting by keys, copying, marks and the jump list."""

from __future__ import annotations

import pytest

from reader.model import Place
from tests.ui.reading_app import long_article, press, reading, screen
from tests.ui.widgets.lines import rows

TERMINAL = "to the terminal's clipboard (OSC 52)"
"""The destination of copied text over SSH, which every test simulates."""


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("vey", "On"),
        ("vwwey", "On the last"),
        ("v3ey", "On the last"),
        ("v2wey", "On the last"),
        ("v$y", "On the last night of March the Lenne rose four metres."),
        ("v5ly", "On the"),
        ("vll" + "hy", "On"),
        ("v$0y", "O"),
        ("vjy", "On the last night of March the Lenne rose four metres.\n\n“"),
        ("v}{y", "O"),
        ("Vy", "On the last night of March the Lenne rose four metres."),
    ],
)
async def test_words_are_selected_by_motions_and_copied(keys: str, words: str) -> None:
    async with reading() as pilot:
        await press(pilot, *"1G", *(("dollar_sign" if key == "$" else key) for key in keys))
        assert pilot.app.clipboard == words
        assert screen(pilot).view.selected_spans() == ()
        assert screen(pilot).status.message.startswith("Copied ")


@pytest.mark.slow
async def test_arrow_keys_extend_the_selection() -> None:
    async with reading() as pilot:
        await press(pilot, *"1G", "v", "right", "right", "left", "y")
        assert pilot.app.clipboard == "On"


@pytest.mark.slow
async def test_moving_by_rows_keeps_the_column_across_a_short_row() -> None:
    article = "title: T\nparagraphs:\n- abcdefghij abcdefghij\n- short\n- klmnopqrst klmnopqrst\n"
    async with reading(article) as pilot:
        view = screen(pilot).view
        await press(pilot, *"1G", "v", *"15l", *"j")
        assert view.chosen == (Place(0, 0), Place(1, 4))
        await press(pilot, "j")
        assert view.chosen == (Place(0, 0), Place(2, 15))
        await press(pilot, *"klh", "j")
        assert view.chosen == (Place(0, 0), Place(2, 4))


async def test_whole_paragraphs_are_selected_in_both_directions() -> None:
    async with reading() as pilot:
        blocks = screen(pilot).page.document.blocks
        await press(pilot, *"3G", *"Vjy")
        assert pilot.app.clipboard == f"{blocks[3].text}\n\n{blocks[4].text}"
        await press(pilot, *"3G", *"V2ky")
        assert pilot.app.clipboard == "\n\n".join(block.text for block in blocks[1:4])
        await press(pilot, *"4G", *"VGy")
        assert pilot.app.clipboard == "\n\n".join(block.text for block in blocks[4:])
        await press(pilot, *"1G", *"V3Gy")
        assert pilot.app.clipboard == "\n\n".join(block.text for block in blocks[:4])
        await press(pilot, *"1G", *"Vgy")
        assert pilot.app.clipboard.startswith("Science\n\nThe day the river moved")


async def test_a_paragraph_number_extends_a_selection_of_words() -> None:
    async with reading() as pilot:
        await press(pilot, *"1G", *"v2Gy")
        assert pilot.app.clipboard.endswith("metres.\n\n“")


async def test_v_or_escape_ends_the_selection() -> None:
    async with reading() as pilot:
        view = screen(pilot).view
        for start, end in (("v", "v"), ("V", "V"), ("v", "escape")):
            await press(pilot, *"1G", start, "w")
            assert view.chosen is not None
            await press(pilot, end)
            assert view.chosen is None


async def test_a_selection_changes_between_words_and_paragraphs() -> None:
    async with reading() as pilot:
        view = screen(pilot).view
        await press(pilot, *"1GvwV")
        assert view.chosen == ((0, 0), (0, len(view.page.block(0).text) - 1))
        await press(pilot, "v")
        assert view.chosen is not None
        assert not screen(pilot).status.message.startswith("Selecting paragraphs")


@pytest.mark.slow
async def test_a_selection_begins_in_the_window() -> None:
    async with reading(long_article(), size=(120, 12)) as pilot:
        view = screen(pilot).view
        await press(pilot, "slash", *"first", "enter", "d", "d", "d", "v")
        assert view.chosen is not None
        assert view.flow.y_of(view.chosen[1]) in view.rows_in_sight()


async def test_a_motion_to_visible_words_does_not_scroll() -> None:
    async with reading(long_article(), (60, 20)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"30G")
        top = view.top
        await press(pilot, *"ve", "j")
        assert view.top == top


@pytest.mark.slow
async def test_a_search_ends_the_selection() -> None:
    async with reading() as pilot:
        await press(pilot, "V", "slash", *"survey", "enter", "y")
        assert pilot.app.clipboard == "survey"


@pytest.mark.slow
async def test_the_window_follows_the_cursor_of_the_selection() -> None:
    async with reading(long_article(), size=(120, 12)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"1Gv20j")
        assert view.chosen is not None
        assert view.flow.y_of(view.chosen[1]) in view.rows_in_sight()


@pytest.mark.slow
async def test_copy_takes_the_match_then_the_paragraph() -> None:
    async with reading() as pilot:
        reader = screen(pilot)
        await press(pilot, "y")
        first = reader.page.block(0).text  # the place is in the headline, and the text is in the window
        assert (pilot.app.clipboard, reader.status.message) == (first, f"Copied ¶ 1 {TERMINAL}.")
        await press(pilot, *"2G", "y")
        assert pilot.app.clipboard == reader.page.block(1).text
        assert reader.status.message == f"Copied ¶ 2 {TERMINAL}."
        await press(pilot, "slash", *"brandt", "enter", "y")
        assert (pilot.app.clipboard, reader.status.message) == ("Brandt", f"Copied “Brandt” {TERMINAL}.")


@pytest.mark.slow
async def test_the_copy_message_names_one_word_and_counts_several() -> None:
    async with reading() as pilot:
        await press(pilot, *"1Gvey")
        assert screen(pilot).status.message == f"Copied “On” {TERMINAL}."
        await press(pilot, *"1Gv3ey")
        assert screen(pilot).status.message == f"Copied 3 words {TERMINAL}."


# -- marks and jumps -----------------------------------------------------------------------------------


@pytest.mark.slow
async def test_a_mark_is_shown_in_the_gutter_and_on_the_ruler_and_jumped_to() -> None:
    async with reading(long_article(), size=(120, 20)) as pilot:
        reader = screen(pilot)
        await press(pilot, *"30G", "m", "a")
        assert reader.status.message == "Mark a set at ¶ 30."
        assert rows(reader.view)[0].split()[:2] == ["30", "a"]
        assert "◆" in "".join(rows(reader.ruler))
        await press(pilot, "g", "'", "a")
        assert reader.view.place == (29, 0)


@pytest.mark.slow
async def test_a_mark_set_again_has_the_new_place() -> None:
    async with reading(long_article()) as pilot:
        reader = screen(pilot)
        await press(pilot, *"3G", "m", "a", *"5G", "m", "b", "m", "a")
        assert reader.view.letters == {4: "a"}


async def test_an_invalid_or_missing_mark_shows_a_message() -> None:
    async with reading() as pilot:
        told = screen(pilot).status
        await press(pilot, "'", "q")
        assert told.message == "No mark q. Press m x to set mark x."
        await press(pilot, "m", "plus")
        assert told.message == "A mark is a letter or a digit."
        await press(pilot, "m", "7", "'", "q")
        assert told.message == "No mark q. Marks: 7."
        await press(pilot, "g", "m", "h")
        assert told.message == "Mark h set."


@pytest.mark.slow
async def test_the_jump_list_goes_back_and_forward() -> None:
    async with reading(long_article()) as pilot:
        reader = screen(pilot)
        for number in (10, 20, 30):
            await press(pilot, *f"{number}G")
        went = []
        for key in ("O", "O", "I", "I", "I"):
            await press(pilot, key)
            went.append(reader.view.place.block + 1)
        assert went == [20, 10, 20, 30, 30]
        assert reader.status.message == "End of the jump list."
        await press(pilot, *"2O")
        assert reader.view.place.block == 9


async def test_back_without_a_jump_says_so() -> None:
    async with reading() as pilot:
        await press(pilot, "'", "'")
        assert screen(pilot).status.message == "The jump list is empty."
        await press(pilot, "I")
        assert screen(pilot).status.message == "End of the jump list."
