"""Esc and a key that follows at once are two keys, although a terminal reports them as Alt and the key."""

from __future__ import annotations

from tests.ui.reading_app import focus, long_article, press, reading, screen, status


async def test_esc_and_a_key_that_follows_at_once_are_two_keys() -> None:
    async with reading(long_article(), (120, 30)) as pilot:
        reader = screen(pilot)
        for key, top in (("alt+G", reader.view.last_top), ("alt+shift+g", reader.view.last_top)):
            await press(pilot, "g", "slash", *"needle", "enter")
            assert "needle 1/2" in status(pilot)
            await press(pilot, key)
            assert reader.view.top == top
            assert "needle" not in status(pilot)
        await press(pilot, "t", "alt+quotation_mark")
        assert focus(pilot) == "quotes"
        await press(pilot, "alt+apostrophe", "apostrophe")
        assert (focus(pilot), reader.view.top) == ("article", 0)


async def test_esc_and_a_key_leave_the_search_field_and_a_dialog() -> None:
    async with reading(long_article(), (120, 30)) as pilot:
        await press(pilot, "slash", *"needle", "alt+j")
        assert (screen(pilot).search.is_open, screen(pilot).view.top) == (False, 1)
        await press(pilot, "A", "alt+j")
        assert screen(pilot).view.top == 2


async def test_option_and_an_arrow_move_by_words_in_a_text_field() -> None:
    async with reading() as pilot:
        await press(pilot, "slash", *"two words", "alt+b", "x")
        bar = screen(pilot).search.bar
        assert bar is not None
        assert bar.wanted.text == "two xwords"
