"""Each key that is shown in the status line or at the foot of a dialog works and does what it says."""

from __future__ import annotations

from itertools import chain

import pytest
from textual.pilot import Pilot

from reader.keys.keymap import keymap
from reader.ui.app import ReaderApp
from tests.article_text import load_text
from tests.ui.reading_app import RIVER, press, reading, screen, status
from tests.ui.widgets.lines import rows

pytestmark = pytest.mark.slow

WIDE = (150, 40)

ODD = """\
title: Odd quotes
paragraphs:
  - “We woke up,” said Ada Okafor, “and it was [late](mailto:ada@example.org).”
  - “Who knows,” said somebody who is not among the names.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: Who knows, speaker: Somebody}
  - {text: Words that stand nowhere in it}
entities:
  - {name: Ada Okafor, type: person}
  - {name: Nobody at all, type: person}
"""


def hints(pilot: Pilot[int]) -> list[str]:
    """The hints of the status line, first the hints of the active set."""
    line = screen(pilot).status
    active = line.active_hints if line.active_label else ()
    return [f"{hint.key} {hint.word}" for hint in chain(active, line.key_hints)]


def foot(pilot: Pilot[int]) -> str:
    """The keys at the foot of the open dialog."""
    return rows(pilot.app.screen.query_one("#dialog-hints"))[0].strip()


STATES: dict[str, tuple[str, ...]] = {
    "reading": (),
    "a name active": ("asterisk",),
    "a search": ("slash", *"lenne"),
    "hits": ("slash", *"lenne", "enter"),
    "a panel": ("quotation_mark",),
    "a panel and a name active": ("asterisk", "at"),
    "quotes and hits": ("slash", *"lenne", "enter", "quotation_mark"),
    "the navigator and a name active": ("asterisk", "t"),
    "selecting": ("v",),
    "selecting with a name active": ("asterisk", "v"),
    "selecting, then a panel": ("v", "at"),
    "no hits": ("slash", *"xyzzy", "enter"),
}


@pytest.mark.parametrize("keys", STATES.values(), ids=STATES)
async def test_no_two_hints_have_the_same_key(keys: tuple[str, ...]) -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, *keys)
        shown = [hint.split()[0] for hint in hints(pilot)]
        assert len(shown) == len(set(shown)) > 0
        assert all(hint in status(pilot) for hint in hints(pilot)[-2:])


async def test_no_two_hints_have_the_same_key_with_any_keymap() -> None:
    own = keymap({"quotes.card": ["S"], "list.choose": ["n"], "app.back": ["i"], "entities.card": ["R"]})
    async with ReaderApp(load_text(RIVER, "river.yaml"), keymap=own).run_test(size=WIDE) as pilot:
        await pilot.pause()
        for keys in (("asterisk", "quotation_mark"), ("at",)):
            await press(pilot, *keys)
            shown = [hint.split()[0] for hint in hints(pilot)]
            assert len(shown) == len(set(shown))
        assert hints(pilot)[-3:] == ["n step", "R card", "i back"]


async def test_escape_clears_only_where_nothing_else_is_left_first() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "asterisk")
        assert hints(pilot)[:3] == ["n next", "N back", "Esc clear"]
        await press(pilot, "v")
        assert hints(pilot) == ["n next", "N back", "y copy", "Esc leave", "| pipe"]
        await press(pilot, "escape", "quotation_mark")
        assert hints(pilot) == ["n next", "N back", "Enter go", "S speaker", "i card", "Esc back"]
        await press(pilot, "escape")
        assert "Esc clear" in hints(pilot)
        await press(pilot, "escape")
        assert hints(pilot) == ["/ search", "? help", "q quit"]


async def test_without_matches_no_step_keys_are_offered() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "slash", *"xyzzy")
        assert hints(pilot) == ["Enter keep", "Esc cancel"]


async def test_older_searches_are_offered_once_there_are_some() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "slash")
        assert "↑ older" not in hints(pilot)
        await press(pilot, *"lenne", "enter", "slash")
        assert "↑ older" in hints(pilot)


async def test_the_hints_of_the_quotes_are_those_of_the_quote_under_the_cursor() -> None:
    async with reading(ODD, WIDE) as pilot:
        await press(pilot, "quotation_mark", "g")
        assert hints(pilot) == ["Enter go", "S speaker", "i card", "Esc back"]
        await press(pilot, "j")
        assert hints(pilot) == ["Enter go", "S speaker", "Esc back"], "Somebody is not among the names"
        await press(pilot, "j")
        assert hints(pilot) == ["S speaker", "Esc back"], "the words are nowhere"


async def test_the_hints_of_the_names_are_those_of_the_name_under_the_cursor() -> None:
    async with reading(ODD, WIDE) as pilot:
        await press(pilot, "at", "g")
        assert hints(pilot) == ["Enter step", "R rename", "i card", "Esc back"]
        await press(pilot, "G")
        assert hints(pilot) == ["R rename", "i card", "Esc back"], "it is mentioned nowhere"


async def test_no_correction_is_offered_while_quotes_and_names_are_being_found() -> None:
    async with reading(ODD, WIDE) as pilot:
        await press(pilot, "quotation_mark", "g")
        context = screen(pilot).reading
        context.change(context.session.detecting_quotes(True))
        assert hints(pilot) == ["Enter go", "i card", "Esc back"]
        context.change(context.session.detecting_quotes(False))
        assert "S speaker" in hints(pilot)


async def test_an_empty_panel_offers_the_way_out() -> None:
    async with reading("title: t\nparagraphs: [a]\nquotes: []\nentities: []\n", WIDE) as pilot:
        await press(pilot, "at")
        assert hints(pilot) == ["Esc back", "? help"]


async def test_a_card_offers_what_its_items_lead_to() -> None:
    async with reading(ODD, WIDE) as pilot:
        await press(pilot, "at", "g", "i")
        assert foot(pilot) == "Enter go there   j k move   s all they said   F all articles   Esc close"
        await press(pilot, "escape", "G", "i")
        assert foot(pilot) == "s all they said   F all articles   Esc close"


async def test_a_link_that_is_no_page_cannot_be_read_here() -> None:
    article = ODD.replace("title:", "markup: markdown\ntitle:").replace("late", "late](https://a.org) [mail")
    async with reading(article, WIDE) as pilot:
        await press(pilot, "L")
        assert foot(pilot) == "Enter 1 2 3 in the browser   r read here   Esc close"
        await press(pilot, "j")
        assert foot(pilot) == "Enter 1 2 3 in the browser   Esc close"


async def test_a_question_for_a_name_offers_to_choose_while_a_name_fits() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "asterisk", "M")
        assert foot(pilot) == "Enter this one   ↑ ↓ move   Esc cancel"
        await press(pilot, *"nobody")
        assert foot(pilot) == "Enter this one   Esc cancel"
        await press(pilot, "x")
        assert foot(pilot) == "Esc cancel"


async def test_the_help_offers_to_do_what_can_be_done_from_it() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, "question_mark", *"next para")
        assert foot(pilot) == "type to find a key   ↑ ↓ move   Enter do it   Esc close"
        await press(pilot, *["backspace"] * 9, *"match case")
        assert foot(pilot) == "type to find a key   ↑ ↓ move   Esc close"
        await press(pilot, *"xx")
        assert foot(pilot) == "type to find a key   Esc close"
