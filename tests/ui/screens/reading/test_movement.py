"""Moving by lines, pages, paragraphs, sections and numbers."""

from __future__ import annotations

import pytest

from reader.text.flow import Flow
from reader.text.headline import minutes
from reader.ui.widgets.overview_ruler import OverviewRuler
from tests.ui.reading_app import RIVER, long_article, press, reading, screen, status


async def test_scrolling_down_and_up_returns_to_the_same_row() -> None:
    async with reading(long_article()) as pilot:
        view = screen(pilot).view
        height = view.size.height
        for keys, top in (
            ("j", 1), ("5j", 6), ("k", 5), ("g", 0), ("d", height // 2), ("u", 0),
            (" ", height - 1), ("b", 0), ("2f", 2 * (height - 1)), ("3k", 2 * (height - 1) - 3),
        ):  # fmt: skip
            await press(pilot, *("space" if key == " " else key for key in keys))
            assert view.top == top, keys


@pytest.mark.parametrize("key", ["j", "space", "d", "G"])
async def test_one_key_updates_the_other_parts_once(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given = "quotes: []\nentities: []\n"  # a result of detection would update the parts, too
    async with reading(long_article() + given) as pilot:
        told: list[int] = []
        show = OverviewRuler.show

        def telling(self: OverviewRuler, flow: Flow, first: int, height: int) -> None:
            told.append(first)
            show(self, flow, first, height)

        monkeypatch.setattr(OverviewRuler, "show", telling)
        await press(pilot, key)
        assert told == [screen(pilot).view.top]


@pytest.mark.parametrize("key", ["k", "pageup", "u"])
async def test_scrolling_up_at_the_top_shows_a_message(key: str) -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, key)
        assert screen(pilot).status.message == "Top of the article."


@pytest.mark.parametrize("key", ["j", "pagedown", "d"])
async def test_scrolling_down_at_the_end_shows_a_message(key: str) -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "G")
        assert screen(pilot).view.top == screen(pilot).view.last_top
        await press(pilot, key)
        assert screen(pilot).status.message == "End of the article."


@pytest.mark.slow
async def test_the_status_line_says_the_end_and_the_share() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "G")
        assert "¶ 60/60" in status(pilot)
        assert status(pilot).startswith("¶ 60/60 end")
        await press(pilot, "g")
        assert "¶ 1/60" in status(pilot)
        assert "0 %" in status(pilot)


async def test_a_number_before_g_goes_to_that_paragraph() -> None:
    async with reading(long_article()) as pilot:
        for keys, number in (("42G", 42), ("7g", 7), ("999G", 60)):
            await press(pilot, *keys)
            assert screen(pilot).view.place == (number - 1, 0)


@pytest.mark.slow
async def test_a_number_before_per_cent_goes_to_that_share() -> None:
    async with reading(long_article()) as pilot:
        view = screen(pilot).view
        await press(pilot, *"50%")
        assert view.top == round(view.last_top / 2)
        await press(pilot, *"250%")
        assert view.top == view.last_top
        await press(pilot, "0")
        assert screen(pilot).status.pending == "0"
        await press(pilot, "%")
        assert view.top == 0


@pytest.mark.parametrize("key", ["j", "d", "}", "G", "g"])
async def test_a_zero_before_a_key_counts_as_no_number(key: str) -> None:
    async with reading(long_article()) as pilot:
        view = screen(pilot).view
        await press(pilot, *"20Gk", key)
        top, place = view.top, view.place
        await press(pilot, *"20Gk", "0", key)
        assert (view.top, view.place) == (top, place)


@pytest.mark.slow
async def test_a_hundred_per_cent_is_the_end() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "G")
        end = screen(pilot).view.window, screen(pilot).status.paragraph
        await press(pilot, "g", *"100%")
        assert (screen(pilot).view.window, screen(pilot).status.paragraph) == end


async def test_per_cent_alone_asks_for_the_number_and_stays() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, *"5j", "%")
        assert screen(pilot).view.top == 5
        assert screen(pilot).status.message == "Type a number first: 50% goes to the middle."


async def test_a_count_is_shown_while_it_is_typed_and_forgotten_with_escape() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, *"12")
        assert "12" in status(pilot).split()
        await press(pilot, "escape", "j")
        assert screen(pilot).view.top == 1


async def test_a_pair_of_keys_that_means_nothing_is_named() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, "]", "x")
        assert screen(pilot).status.message == "]x does nothing here (? for keys)."
        await press(pilot, "]", "down")
        assert screen(pilot).status.message == "] does nothing here (? for keys)."
        assert screen(pilot).view.top == 0


async def test_paragraphs_begin_after_the_headline_and_count() -> None:
    async with reading(long_article(), size=(120, 12)) as pilot:
        view = screen(pilot).view
        seen = []
        for keys in ("}", "}", "4}", "{", "2{", "9{"):
            await press(pilot, *keys)
            seen.append(view.place.block)
        assert seen == [0, 1, 5, 4, 2, view.page.first]
        assert view.top == 0


async def test_back_from_inside_a_paragraph_goes_to_its_start() -> None:
    article = "title: One\nparagraphs:\n  - " + "Words that fill many rows of it. " * 60 + "\n  - Two.\n"
    async with reading(article, size=(60, 12)) as pilot:
        view = screen(pilot).view
        await press(pilot, "}", *"5j")
        assert view.place.block == 0
        assert view.place.offset > 0
        await press(pilot, "{")
        assert view.place == (0, 0)
        assert view.top == view.flow.y_of(view.place)


async def test_stepping_past_the_last_section_shows_a_message() -> None:
    async with reading(size=(120, 12)) as pilot:
        view, told = screen(pilot).view, screen(pilot).status
        await press(pilot, "]", "]")
        assert view.place.block == 2
        await press(pilot, "]", "]")
        assert view.place.block == 5
        await press(pilot, "]", "]")
        assert (view.place.block, told.message) == (5, "No section after this one.")
        await press(pilot, "[", "[")
        assert view.place.block == 2
        await press(pilot, "[", "[")
        assert (view.top, told.message) == (0, "No section before this one.")
        await press(pilot, "2", "]", "]")
        assert view.place.block == 5


@pytest.mark.slow
async def test_a_jump_by_number_can_be_taken_back() -> None:
    async with reading(long_article()) as pilot:
        await press(pilot, *"7G", *"42G", "'", "'")
        assert screen(pilot).view.place == (6, 0)
        await press(pilot, "'", "'")
        assert screen(pilot).view.place == (41, 0)


async def test_the_time_left_counts_down_from_the_whole_article() -> None:
    async with reading(long_article(600)) as pilot:
        whole = minutes(screen(pilot).session.version.words)
        assert whole > 20
        for keys, left in (("g", whole), ("50%", round(whole / 2)), ("G", 0)):
            await press(pilot, *keys)
            assert screen(pilot).status.minutes_left == left, keys


async def test_the_place_stays_where_the_window_cannot_move() -> None:
    async with reading(RIVER, size=(160, 45)) as pilot:
        await press(pilot, *"5G")
        place = screen(pilot).view.place
        await press(pilot, "j", "k", "space")
        assert screen(pilot).view.place == place
