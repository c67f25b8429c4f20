"""The parts that all dialogs share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from reader.model import EntityId, Span
from reader.reading.active_set import ActiveSet, MentionsOf
from reader.text.match_list import SpanMatches
from reader.ui.screens.card import CardScreen
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.links import LinksScreen
from reader.ui.screens.match_list import HitsScreen
from reader.ui.screens.prompt import PromptScreen
from tests.dialog_host import Host, article

MANY = ActiveSet("e", MentionsOf(EntityId("e")), SpanMatches([Span(0, i, i + 1) for i in range(60)]))
DIALOGS: dict[str, Callable[[], Screen[Any]]] = {
    "card": lambda: CardScreen(article().document, article().document.entities[0], {}),
    "help": HelpScreen,
    "hits": lambda: HitsScreen(article(), MANY),
    "links": lambda: LinksScreen(article()),
    "prompt": lambda: PromptScreen("Name"),
}


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_the_keys_at_the_foot_are_always_visible(dialog: str) -> None:
    async with Host(DIALOGS[dialog]).run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (100, 30), (120, 36), (160, 45), (60, 20), (30, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            frame = pilot.app.screen.query_one("#dialog")
            foot = pilot.app.screen.query_one("#dialog-hints")
            assert frame.region.contains_region(foot.region), size
            assert foot.region.height == 1
            assert pilot.app.screen.region.contains_region(frame.region), size
            assert pilot.app.screen.has_class("-full-screen") == (size[0] < 80)


@pytest.mark.parametrize("dialog", ["card", "help", "hits", "links"])
async def test_a_choice_is_visible_in_the_lowest_window(dialog: str) -> None:
    async with Host(DIALOGS[dialog]).run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        listed = pilot.app.screen.query("Picker, KeyTable").first()
        assert listed.region.height >= 1
        assert pilot.app.screen.region.contains_region(listed.region)
