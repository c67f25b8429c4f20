"""Panels: which ones are shown at which width, and moving the focus to them and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.model import Place
from reader.ui.widgets.virtual_list import VirtualList
from tests.loaded import load
from tests.ui.reading_app import (
    RIVER,
    focus,
    id_under_cursor,
    listed,
    long_article,
    press,
    quote_id,
    quotes_panel,
    reading,
    screen,
    seen,
    settled,
    status,
)
from tests.ui.widgets.lines import rows

WIDE, MEDIUM, NARROW = (120, 40), (100, 30), (60, 20)
KEYS = {"navigator": "t", "quotes": "quotation_mark", "entities": "at"}


@pytest.mark.parametrize(
    ("size", "panels"),
    [(WIDE, {"navigator", "quotes", "entities"}), (MEDIUM, {"quotes", "entities"}), (NARROW, set())],
)
async def test_the_width_decides_which_panels_are_shown_by_default(
    size: tuple[int, int], panels: set[str]
) -> None:
    async with reading(size=size) as pilot:
        assert seen(pilot) == panels
        assert focus(pilot) == "article"


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
@pytest.mark.parametrize("panel", KEYS)
async def test_the_key_of_a_panel_focuses_it_and_then_hides_it(size: tuple[int, int], panel: str) -> None:
    async with reading(size=size) as pilot:
        await press(pilot, KEYS[panel])
        assert focus(pilot) == panel
        assert panel in seen(pilot)
        await press(pilot, KEYS[panel])
        assert focus(pilot) == "article"
        assert panel not in seen(pilot)
        await press(pilot, KEYS[panel])
        assert panel in seen(pilot)


async def test_panels_open_one_at_a_time_over_a_narrow_article() -> None:
    async with reading(size=NARROW) as pilot:
        for panel, key in KEYS.items():
            await press(pilot, key)
            assert seen(pilot) == {panel}
        await press(pilot, "escape")
        assert seen(pilot) == set()
        assert focus(pilot) == "article"


@pytest.mark.slow
async def test_escape_keeps_a_panel_beside_the_article_open() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "at", "escape")
        assert focus(pilot) == "article"
        assert "entities" in seen(pilot)


@pytest.mark.slow
async def test_a_choice_closes_only_a_panel_over_the_text() -> None:
    async with reading(size=MEDIUM) as pilot:
        await press(pilot, "t", "G", "enter")
        assert screen(pilot).view.place == (6, 0)
        assert (focus(pilot), "navigator" in seen(pilot)) == ("article", False)
        await press(pilot, "quotation_mark", "g", "enter")
        assert screen(pilot).view.place == (1, 1)
        assert focus(pilot) == "quotes"


def hints(pilot: Pilot[int]) -> list[tuple[str, str]]:
    """The keys in the status line, with the word for each."""
    return [(hint.key, hint.word) for hint in screen(pilot).status.key_hints]


BARE = "title: Bare\nparagraphs: [Words.]\nquotes: []\nentities: []\n"


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
@pytest.mark.parametrize("panel", ["quotes", "entities"])
async def test_an_empty_panel_shows_no_keys_for_items(size: tuple[int, int], panel: str) -> None:
    async with reading(BARE, size=size) as pilot:
        await press(pilot, KEYS[panel])
        assert hints(pilot) == [("Esc", "back"), ("?", "help")]


@pytest.mark.slow
async def test_keys_that_are_text_in_the_search_bar_are_not_shown() -> None:
    async with reading(size=(160, 45)) as pilot:
        await press(pilot, "slash", *"Lenne")
        assert "Lenne 1/3" in status(pilot)
        assert "n next" not in status(pilot)
        await press(pilot, "enter")
        assert "n next" in status(pilot)


@pytest.mark.slow
async def test_the_keys_change_when_a_panel_becomes_empty_or_gets_an_item(tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text(BARE)
    async with reading(load(str(file)), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "at")
        assert ("R", "rename") not in hints(pilot)
        file.write_text(RIVER)
        reader.reloading.reload()
        await settled(pilot)
        assert ("R", "rename") in hints(pilot)
        file.write_text(BARE)
        reader.reloading.reload()
        await settled(pilot)
        assert ("R", "rename") not in hints(pilot)


@pytest.mark.slow
async def test_tab_cycles_through_the_visible_panes() -> None:
    async with reading(size=WIDE) as pilot:
        went = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            went.append(focus(pilot))
        assert went == ["quotes", "entities", "navigator", "article", "navigator"]
        await press(pilot, "escape", "quotation_mark", "quotation_mark", "tab")
        assert focus(pilot) == "entities"


async def test_tab_without_panels_shows_the_keys_that_open_one() -> None:
    async with reading(size=NARROW) as pilot:
        await press(pilot, "tab")
        assert screen(pilot).status.message == 'No panel is open: t paragraphs, " quotes, @ names.'


async def test_a_panel_over_the_article_closes_at_another_width() -> None:
    async with reading(size=NARROW) as pilot:
        await press(pilot, "t")
        await pilot.resize_terminal(*MEDIUM)
        await pilot.pause()
        assert seen(pilot) == {"quotes", "entities"}
        await press(pilot, "j")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert seen(pilot) == set()


@pytest.mark.slow
async def test_opening_and_closing_keeps_the_sentence_at_the_top() -> None:
    async with reading(long_article(), size=(120, 20)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"30G")
        for key in ("t", "t", "z", "z", "at", "at", "quotation_mark", "quotation_mark"):
            await press(pilot, key)
            assert view.flow.place_at(view.top) == (29, 0), key


@pytest.mark.slow
async def test_zen_mode_opens_a_panel_on_request() -> None:
    async with reading(size=WIDE, zen=True) as pilot:
        assert screen(pilot).reading.navigator is None
        assert "Ada Okafor" in "".join(rows(screen(pilot).view))
        await press(pilot, "at", "enter")
        assert seen(pilot) == {"navigator", "quotes", "entities"}
        assert screen(pilot).session.active is not None


async def test_escape_ends_zen_mode() -> None:
    async with reading(size=WIDE, zen=True) as pilot:
        await press(pilot, "escape")
        assert seen(pilot) == {"navigator", "quotes", "entities"}
        await press(pilot, "escape")
        assert screen(pilot).status.message == "Nothing to close; q leaves the reader."


@pytest.mark.parametrize(
    ("panel", "keys", "cursor"),
    [
        ("navigator", "5jk", 4),
        ("navigator", "42G", 41),
        ("navigator", "42Gg", 0),
        ("quotes", "2j", 2),
        ("quotes", "3G", 2),
        ("entities", "2j", 2),
        ("entities", "2jj2k", 1),
        ("entities", "9G", 3),
        ("entities", "0j", 1),
        ("entities", "0G", 3),
        ("navigator", "G0g", 0),
    ],
)
async def test_counts_work_in_the_panels(panel: str, keys: str, cursor: int) -> None:
    article = long_article() if panel == "navigator" else RIVER
    async with reading(article, (160, 45)) as pilot:
        await press(pilot, KEYS[panel], *keys)
        focused = pilot.app.focused
        assert isinstance(focused, VirtualList)
        assert focused.cursor == cursor
        assert not screen(pilot).reading.count


@pytest.mark.slow
async def test_the_navigator_follows_the_reader_and_shows_marks() -> None:
    async with reading(size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, *"3G", "m", "k", *"4G")
        assert reader.reading.navigator is not None
        assert reader.reading.navigator.here == 4
        assert any(row.strip().startswith("3k") for row in rows(reader.reading.navigator))


async def test_filtering_by_speaker_makes_the_quotes_the_active_set() -> None:
    async with reading(size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "G", "w")
        assert reader.session.active is not None
        assert reader.session.active.label == "“ J. Brandt"
        assert reader.reading.quotes is not None
        assert listed(reader.reading.quotes) == [quote_id(reader, 1)]
        await press(pilot, "w")
        assert listed(reader.reading.quotes) == [quote_id(reader, n) for n in (0, 2, 1)]


@pytest.mark.slow
async def test_choosing_a_mention_on_the_card_goes_to_it() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "at", "i")
        assert type(pilot.app.screen).__name__ == "CardScreen"
        await press(pilot, "G", "enter")
        assert screen(pilot).view.place.block == 6


async def test_a_window_too_small_to_read_in_says_so_and_keeps_the_place() -> None:
    async with reading(long_article(), size=(80, 20)) as pilot:
        view = screen(pilot).view
        await press(pilot, *"30G")
        await pilot.resize_terminal(30, 4)
        await pilot.pause()
        assert rows(screen(pilot).query_one("#too-small"))[0] == "too small: 20x5 at least"
        await pilot.resize_terminal(12, 20)
        await pilot.pause()
        assert rows(screen(pilot).query_one("#too-small"))[0] == "too small: 2"
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert not screen(pilot).query_one("#too-small").display
        assert view.flow.place_at(view.top) == (29, 0)


async def test_a_click_on_the_ruler_goes_there_and_can_be_taken_back() -> None:
    async with reading(long_article(), size=(80, 20)) as pilot:
        view = screen(pilot).view
        await pilot.click("#ruler", offset=(0, screen(pilot).ruler.size.height - 1))
        await pilot.pause()
        assert view.top == view.last_top
        await press(pilot, "'", "'")
        assert view.top == 0


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("place", "quote"),
    [
        (Place(0, 0), 0),  # the next one
        (Place(1, 5), 0),  # inside it
        (Place(1, 30), 2),  # after it in its paragraph
        (Place(2, 3), 1),
        (Place(6, 0), 1),  # no quote after the place: the last one
    ],
)
async def test_the_quotes_panel_opens_at_the_quote_being_read(
    size: tuple[int, int], place: Place, quote: int
) -> None:
    async with reading(size=size) as pilot:
        reader = screen(pilot)
        reader.movement.show_place(place)
        await press(pilot, "quotation_mark")
        assert id_under_cursor(quotes_panel(reader)) == quote_id(reader, quote)


async def test_the_quotes_panel_opens_at_the_current_quote() -> None:
    async with reading(RIVER.replace("We woke up, speaker", "We, speaker"), WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "j", "enter", "escape", "quotation_mark")
        panel = quotes_panel(reader)
        assert (id_under_cursor(panel), panel.current) == (quote_id(reader, 2), quote_id(reader, 2))
        await press(pilot, "j", "escape", "quotation_mark")
        assert id_under_cursor(panel) == quote_id(reader, 1)
        await press(pilot, "escape", "2", "G", "quotation_mark")
        assert id_under_cursor(panel) == quote_id(reader, 0)


@pytest.mark.parametrize(("chosen", "shown"), [(1, 2), (3, 4), (5, 4)])
async def test_the_quotes_panel_opens_at_the_next_listed_quote(chosen: int, shown: int) -> None:
    said = [f"{day} days went by" for day in ("Two", "Three", "Four", "Five", "Six", "Seven")]
    names = ["Ada", "Bo"] * 3
    article = "title: Days\nparagraphs:\n" + "".join(
        f"  - “{words},” said {name}.\n" for words, name in zip(said, names, strict=True)
    )
    quotes = "".join(f"  - {{text: {w}, speaker: {n}}}\n" for w, n in zip(said, names, strict=True))
    async with reading(f"{article}quotes:\n{quotes}entities: []\n", WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "w", "escape")
        assert reader.reading.quotes is not None
        assert listed(reader.reading.quotes) == [quote_id(reader, n) for n in (0, 2, 4)]
        reader.choose_quote(quote_id(reader, chosen))
        await press(pilot, "quotation_mark")
        assert reader.reading.quotes.current == quote_id(reader, chosen)
        assert id_under_cursor(reader.reading.quotes) == quote_id(reader, shown)


async def test_quotes_without_a_place_do_not_move_the_cursor() -> None:
    lost = "title: One\nparagraphs: [Bo was here.]\nentities: []\nquotes: [{text: Nowhere at all}]\n"
    async with reading(lost, WIDE) as pilot:
        await press(pilot, "quotation_mark")
        assert focus(pilot) == "quotes"


@pytest.mark.parametrize("panel", ["at", "quotation_mark"])
@pytest.mark.parametrize(
    "keys",
    [
        ("i", "G", "enter"),  # a mention on the card
        ("*",),
        ("*", "l", "enter"),
        ("colon", *"nobody knows", "enter"),
        ("apostrophe", "apostrophe"),
    ],
)
async def test_a_jump_closes_the_panel_that_covers_its_target(panel: str, keys: tuple[str, ...]) -> None:
    async with reading(size=NARROW) as pilot:
        await press(pilot, "G", panel, *keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert seen(pilot) == set()
        assert focus(pilot) == "article"


async def test_the_next_match_closes_only_a_panel_that_covers_it() -> None:
    async with reading(size=NARROW) as pilot:
        await press(pilot, "*", "t", "n")
        assert seen(pilot) == set()
        assert status(pilot).count("Lenne 2/3") == 1
        await press(pilot, "t", "}")  # moving the text below does not close the list
        assert seen(pilot) == {"navigator"}
    async with reading(size=MEDIUM) as pilot:
        await press(pilot, "t", "at", "n", "*", "n")
        assert focus(pilot) == "entities"
        assert seen(pilot) == {"quotes", "entities"}


@pytest.mark.slow
async def test_zen_mode_shows_a_message_if_nothing_visible_changes() -> None:
    async with reading(size=NARROW) as pilot:
        await press(pilot, "z")
        assert status(pilot).endswith("Text alone, in wider windows too.")
        await press(pilot, "z")
        assert status(pilot).endswith("Panels are shown where they fit.")
    async with reading(size=WIDE) as pilot:
        await press(pilot, "z")
        assert screen(pilot).status.message == ""


@pytest.mark.parametrize("panel", KEYS)
@pytest.mark.parametrize("meanwhile", [(), ("question_mark",), ("slash",)])
async def test_a_panel_hidden_by_a_new_width_gives_the_focus_to_the_text(
    panel: str, meanwhile: tuple[str, ...]
) -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, KEYS[panel], *meanwhile)
        await pilot.resize_terminal(*NARROW)
        await press(pilot, *["escape"] * len(meanwhile))
        assert focus(pilot) == "article"
        assert hints(pilot) == [("/", "search"), ("?", "help"), ("q", "quit")]
        await pilot.resize_terminal(*WIDE)
        await press(pilot)
        assert focus(pilot) == "article"
