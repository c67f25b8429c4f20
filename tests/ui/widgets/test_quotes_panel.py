"""The quotes panel: who said what, where, and one speaker at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.model import Block, BlockKind, Document, Place, Quote, QuoteId, Span
from reader.ui.messages import QuoteChosen, SpeakerCardAsked, SpeakerFiltered
from reader.ui.widgets import quotes_panel
from reader.ui.widgets.item_source import ItemState
from reader.ui.widgets.quotes_panel import QuotesPanel, shown_words
from tests.ui.widgets.lines import rows
from tests.ui.widgets.panel_host import Host, river

SHOWN = [
    "Quotes  5",
    "",
    " Marta Hollin             ¶2",
    "  We woke up, and the bridge",
    "  was gone",
    "",
    " Ada Okafor               ¶3",
    "  The water did not ask us …",
    "  and the treaty does not…",
    "  At a press conference in…",
    "",
    " Ada Okafor               ¶4",
    "  Ms Okafor pointed",
    "",
    " Ilves                    ¶5",
    "  You cannot move a chapel",
    "",
    " Unattributed     not placed",
    "  Words that stand nowhere",
]


RIVER = river().quotes


def number(quote: QuoteId | None) -> int | None:
    """The position of a quote in the river article; None if it is not one of its quotes."""
    return next((index for index, one in enumerate(RIVER) if one.id == quote), None)


def under(quotes: QuotesPanel) -> int | None:
    """The number of the quote under the cursor."""
    quote = quotes.quote_under_cursor
    return None if quote is None else number(quote.id)


def listed(quotes: QuotesPanel) -> list[int | None]:
    """The numbers of the quotes that are listed, found by moving the cursor over them."""
    before, found = quotes.cursor, []
    for item in range(quotes.items.count()):
        quotes.cursor = item
        found.append(under(quotes))
    quotes.cursor = before
    return found


async def test_quotes_are_listed_in_text_order_with_speaker_and_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quotes_panel, "QUOTE_ROWS", 2)
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(30, 22)):
        assert rows(quotes)[:19] == SHOWN


async def test_the_speakers_hue_is_the_same_for_alias_and_name() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)):
        styles = [
            segment.style
            for y in range(quotes.size.height)
            for segment in quotes.render_line(y)
            if segment.text == "Ada Okafor"
        ]
        assert styles == [quotes.get_component_rich_style("quotes--speaker-2")] * 2


async def test_enter_and_click_post_the_chosen_quote() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("enter", "G", "enter")
        await pilot.click(quotes, offset=(3, 6))
        await pilot.pause()
        assert [number(m.quote) for m in app.told(QuoteChosen)] == [1, 3, 2]


async def test_w_lists_one_speaker_and_all_again() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("j", "w")
        await pilot.pause()
        assert quotes.speaker == "Ada Okafor"
        assert rows(quotes)[0] == "Quotes  2 of 5 · Ada Okafor"
        assert listed(quotes) == [2, 4]
        await pilot.press("j", "w")
        await pilot.pause()
        assert quotes.speaker is None
        assert quotes.cursor == 2
        assert listed(quotes) == [1, 2, 4, 0, 3]
        assert [m.speaker for m in app.told(SpeakerFiltered)] == ["Ada Okafor", None]


async def test_quotes_without_a_speaker_can_be_listed_alone() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("G", "w")
        assert rows(quotes)[0] == "Quotes  1 of 5 · Unattributed"


async def test_the_current_quote_has_a_bar_and_becomes_visible() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 9)) as pilot:
        quotes.current = RIVER[0].id
        await pilot.pause()
        barred = [row for row in rows(quotes) if row.startswith("▌")]
        assert [row.split()[0] for row in barred] == ["▌Ilves", "▌"]
        assert quotes.cursor == 3
        quotes.current = RIVER[1].id
        await pilot.pause()
        assert rows(quotes)[2].startswith("▌Marta")
        quotes.current = None
        assert not any(row.startswith("▌") for row in rows(quotes))


async def test_a_current_quote_that_is_not_listed_moves_nothing() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 20)) as pilot:
        quotes.speaker = "Ilves"
        quotes.current = RIVER[1].id
        quotes.focus()
        await pilot.pause()
        assert rows(quotes)[2].startswith("►Ilves")
        quotes.speaker = None
        await pilot.pause()
        assert rows(quotes)[2].startswith("▌Marta")


async def test_an_empty_quotes_panel_shows_a_message() -> None:
    app = Host(quotes := QuotesPanel(Document("T", (Block("x"),))))
    async with app.run_test(size=(40, 20)) as pilot:
        quotes.focus()
        await pilot.press("w", "i", "enter", "j")
        assert rows(quotes)[2] == "No quotes in this article."
        assert app.heard == []


async def test_a_statement_over_several_paragraphs_names_the_first_and_the_last() -> None:
    blocks = (Block("Head", BlockKind.HEADING), Block("one"), Block("two"), Block("three"))
    spans = tuple(Span(index, 0, 2) for index in (1, 2, 3))
    quotes = QuotesPanel(
        Document("T", blocks, quotes=(Quote("on tw th", spans), Quote("He", (Span(0, 0, 2),))))
    )
    app = Host(quotes)
    async with app.run_test(size=(40, 20)):
        shown = rows(quotes)
        assert shown[2] == " Unattributed"
        assert shown[5].endswith("¶1–3")


@pytest.mark.parametrize("width", [1, 2, 3, 5, 9, 12, 19, 40])
async def test_rows_fit_and_heights_match_the_painted_rows(width: int) -> None:
    quotes = QuotesPanel(
        Document(
            "T",
            (Block("日本語の文👩‍💻と" * 30),),
            quotes=(
                Quote("日本語の文👩‍💻と" * 30, (Span(0, 0, 9),), "とても長い名前の人", "記者会見で" * 9),
                Quote("\n", (), "A very long name of somebody indeed"),
                Quote("word " * 20_000),
            ),
        )
    )
    app = Host(quotes)
    async with app.run_test(size=(width, 20)):
        for y in range(quotes.size.height):
            strip = quotes.render_line(y)
            assert strip.cell_length == width == cell_len(strip.text)
        row_width, items = quotes.row_width, quotes.items
        style = quotes.get_component_rich_style
        state = ItemState(False, style, style, quotes.rich_style)
        for item, height in enumerate(items.heights(row_width)):
            assert len(items.paint(item, row_width, state)) == height


async def test_the_next_quote_is_at_the_place_or_after_it_or_the_last() -> None:
    document = river()
    app = Host(quotes := QuotesPanel(document))
    async with app.run_test(size=(40, 30)):
        second, last = document.quotes[2].pieces[-1], document.quotes[0].pieces[-1]
        assert number(quotes.next_from(Place(0, 0))) == 1
        assert number(quotes.next_from(Place(second.block, second.end - 1))) == 2
        assert number(quotes.next_from(Place(second.block, second.end))) == 4
        assert number(quotes.next_from(Place(last.block, last.end))) == 0
        quotes.speaker = "Ada Okafor"
        assert number(quotes.next_from(Place(0, 0))) == 2


async def test_there_is_no_next_quote_if_no_quote_has_a_place() -> None:
    document = replace(river(), quotes=river().quotes[3:4])
    app = Host(quotes := QuotesPanel(document))
    async with app.run_test(size=(40, 30)):
        assert quotes.next_from(Place(0, 0)) is None


async def test_another_version_keeps_cursor_and_filter() -> None:
    before = river()
    app = Host(quotes := QuotesPanel(before))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("j", "w")
        renamed = {"Ada Okafor": "Ada Winther"}
        after = replace(
            before,
            quotes=tuple(
                replace(quote, speaker=renamed.get(quote.speaker, "")) for quote in before.quotes[1:]
            ),
            entities=(),
        )
        quotes.replace(after, {}, renamed)
        assert quotes.speaker == "Ada Winther"
        assert listed(quotes) == [4]
        quotes.replace(before, {}, {})
        assert quotes.speaker is None
        assert under(quotes) == 4
        assert rows(quotes)[0] == "Quotes  5"


async def test_another_version_without_the_quote_keeps_the_row() -> None:
    before = river()
    app = Host(quotes := QuotesPanel(before))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("j", "j")
        assert (quotes.cursor, under(quotes)) == (2, 4)
        quotes.replace(replace(before, quotes=before.quotes[:4]), {}, {})
        assert (quotes.cursor, under(quotes)) == (2, 0)
        quotes.replace(replace(before, quotes=()), {}, {})
        assert under(quotes) is None
        await pilot.press("i", "w")
        assert rows(quotes)[2] == "No quotes in this article."
        quotes.replace(before, {}, {})
        assert under(quotes) == 1


async def test_i_requests_the_card_of_the_speaker() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)) as pilot:
        quotes.focus()
        await pilot.press("j", "i", "G", "i")
        assert [m.speaker for m in app.told(SpeakerCardAsked)] == ["Ada Okafor", ""]


async def test_the_cursor_is_put_on_a_quote() -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, 30)):
        quotes.point_at(RIVER[4].id)
        assert (quotes.cursor, under(quotes)) == (2, 4)
        quotes.point_at(QuoteId("nothing"))
        assert under(quotes) == 4


async def test_the_bar_follows_the_reading_while_no_quote_is_active() -> None:
    document = river()
    app = Host(quotes := QuotesPanel(document))
    async with app.run_test(size=(40, 9)) as pilot:
        quotes.here = Place(0, 0)
        await pilot.pause()
        assert rows(quotes)[2].startswith("▌Marta")
        quotes.here = Place(6, 0)
        await pilot.pause()
        assert [row.split()[0] for row in rows(quotes) if row.startswith("▌")] == ["▌Ilves", "▌"]
        quotes.current = RIVER[1].id
        await pilot.pause()
        assert rows(quotes)[2].startswith("▌Marta")
        quotes.current = None
        await pilot.pause()
        assert [row.split()[0] for row in rows(quotes) if row.startswith("▌")] == ["▌Ilves", "▌"]


def test_the_comma_before_an_ellipsis_is_not_shown() -> None:
    assert (
        shown_words(Quote("We, the ministers, … if only … so; … it is"))
        == "We, the ministers … if only … so … it is"
    )


@pytest.mark.parametrize("height", range(3, 22))
async def test_no_quote_is_cut_after_its_speaker(height: int) -> None:
    app = Host(quotes := QuotesPanel(river()))
    async with app.run_test(size=(40, height)):
        last = [row for row in rows(quotes)[2:] if row][-1:]
        assert not any(name in row for row in last for name in ("Ada Okafor", "Ilves", "Unattributed"))
