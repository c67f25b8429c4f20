"""The list of matches."""

from __future__ import annotations

import pytest

from reader.model import Block, Document, Span
from reader.reading.active_set import ActiveSet, SearchFor
from reader.text.match_list import SpanMatches
from reader.text.page import page
from reader.text.search import Query, SearchIndex, find
from reader.ui.screens.match_list import HitsScreen, MatchItems
from reader.ui.widgets.item_source import ItemState
from tests.dialog_host import OPEN, Host, article, rows, sweep


def screen(words: str = "the", position: int | None = 0) -> HitsScreen:
    shown = article()
    return HitsScreen(
        shown, ActiveSet(words, SearchFor(Query(words)), find(SearchIndex(shown), Query(words)), position)
    )


async def test_each_match_is_listed_with_its_paragraph_and_words() -> None:
    async with Host(lambda: screen("lenne")).run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["lenne  2"]
        first, second = rows(pilot, "#hits")
        words = "On the last night of March the Lenne rose four metres, and nobody knew why."
        assert " ".join(first.split()) == f"▌ ¶1 {words}"
        assert second.split()[0] == "¶3"
        assert second.endswith("See the treaty of the Lenne.")


@pytest.mark.slow
async def test_a_match_in_the_title_or_a_heading_has_no_number() -> None:
    async with Host(lambda: screen("a line")).run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert [row.split() for row in rows(pilot, "#hits")] == [["▌", "A", "line", "on", "paper"]]


@pytest.mark.slow
async def test_the_list_opens_at_the_current_match() -> None:
    host = Host(lambda: screen("the", 3))
    async with host.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "enter")
        assert host.result == 4


async def test_a_click_chooses() -> None:
    host = Host(lambda: screen("the"))
    async with host.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.click("#hits", offset=(10, 2))
        assert host.result == 2


async def test_escape_chooses_nothing() -> None:
    host = Host(lambda: screen("the"))
    async with host.run_test() as pilot:
        await pilot.press("escape")
        assert host.result is None


async def test_an_empty_list_shows_a_message() -> None:
    host = Host(lambda: screen("nowhere at all", None))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        assert rows(pilot, "#hits") == ["Nothing matches."]
        assert host.result is OPEN


@pytest.mark.slow
async def test_only_visible_matches_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "a b " * 50_000
    spans = [Span(0, i, i + 1) for i in range(0, len(text), 2)]
    many = ActiveSet("a", SearchFor(Query("a")), SpanMatches(spans), position=70_000)
    painted: list[int] = []
    paint = MatchItems.paint

    def counted(items: MatchItems, item: int, width: int, state: ItemState) -> object:
        painted.append(item)
        return paint(items, item, width, state)

    monkeypatch.setattr(MatchItems, "paint", counted)
    host = Host(lambda: HitsScreen(page(Document("Long", (Block(text),))), many))
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert 70_000 in painted
        assert len(painted) < 200
        await pilot.press("G", "enter")
        assert host.result == len(spans) - 1


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(screen)
