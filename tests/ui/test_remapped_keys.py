"""A user's own keys: they work, all texts name them, and an old key shows that it does nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from reader.keys.key_table import as_markdown, as_text
from reader.keys.keymap import Keymap, keymap
from reader.model import Place
from reader.sources.open import Loaded
from reader.ui.app import ReaderApp
from reader.ui.command_palette import ReaderPalette
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import RIVER, focus, press, screen, sidebar, status
from tests.ui.widgets.lines import rows

pytestmark = pytest.mark.slow

OWN = keymap(
    {
        "move.line_down": ["s", "ctrl+n"],
        "move.next_section": ["}}"],
        "move.previous_section": ["{{"],
        "move.next_paragraph": [")"],
        "move.previous_paragraph": ["("],
        "move.end": ["E"],
        "move.percent": ["g %"],
        "move.top": ["g g"],
        "search.open": ["f3", "&"],
        "match.next": ["k"],
        "match.previous": ["K"],
        "move.line_up": ["w"],
        "entity.retype": ["ctrl+t"],
        "entity.here": ["x"],
        "panel.quotes": ["Q"],
        "panel.entities": ["N"],
        "mark.set": ["M *"],
        "mark.jump": ["` *"],
        "jump.last": ["` `"],
        "entity.merge": ["ctrl+x m"],
        "correct.undo": ["ctrl+z"],
        "quote.speaker": ["W"],
        "article.save": ["ctrl+s"],
        "app.help": ["h"],
        "article.leave": ["ctrl+x q"],
        "app.quit": ["ctrl+x Q"],
        "app.palette": ["!"],
        "app.back": ["backspace"],
        "select.next_word": ["tab"],
        "list.down": ["n"],
        "list.up": ["p"],
        "list.first": ["home"],
        "list.choose": ["o"],
        "entities.card": ["c"],
        "quotes.card": ["c"],
        "field.submit": ["ctrl+j"],
        "search.cancel": ["ctrl+g"],
        "search.older": ["ctrl+p"],
        "dialog.close": ["ctrl+g"],
        "help.close": ["f9", "h"],
        "help.down": ["ctrl+n"],
        "library.filter": ["v"],
        "library.quit": ["x"],
        "keep.save": ["y"],
        "keep.always": ["f6"],
        "highlight.add": ["f7"],
        "note.edit": ["f8"],
        "highlight.list": ["f12"],
        "select.start": ["f4"],
        "highlights.edit": ["x"],
        "highlights.remove": ["f5"],
        "highlights.step": ["f6"],
        "highlights.first_color": ["6"],
        "highlights.fifth_color": ["f10"],
        "highlights.filter": ["v"],
        "highlights.article_note": ["f8"],
        "highlights.put_here": ["f11"],
        "note.save": ["f2"],
        "record.order": ["f3"],
        "card.record": ["f4"],
    }
)
"""Other keys for many commands; `k` was a key of another command."""


@asynccontextmanager
async def reading(
    article: str | Loaded = RIVER, own: Keymap = OWN, size: tuple[int, int] = (150, 40)
) -> AsyncIterator[Pilot[int]]:
    loaded = load_text(article, "river.yaml") if isinstance(article, str) else article
    async with ReaderApp(loaded, keymap=own).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def said(pilot: Pilot[int]) -> str:
    return screen(pilot).status.message


def test_the_keymap_of_this_test_has_no_conflict() -> None:
    assert OWN.problems == ()


# -- the keys work -----------------------------------------------------------------------------------


async def test_single_keys_and_pairs_work() -> None:
    async with reading(size=(80, 12)) as pilot:
        view = screen(pilot).view
        await press(pilot, "2", "s")
        assert view.top == 2
        await press(pilot, "ctrl+n", "w")
        assert view.top == 2
        await press(pilot, "E")
        assert view.top == view.last_top
        await press(pilot, "g", "g")
        assert view.top == 0
        await press(pilot, "}", "}")
        assert view.place == Place(2, 0)
        await press(pilot, "}", "}", "{", "{")
        assert view.place == Place(2, 0)
        await press(pilot, "5", "0", "g", "%")
        assert view.top == round(view.last_top / 2)
        await press(pilot, "3", "E")
        assert screen(pilot).session.version.number_of(view.place.block) == 3


async def test_keys_with_a_letter_work() -> None:
    async with reading(size=(80, 12)) as pilot:
        await press(pilot, "3", "E", "M", "a")
        assert said(pilot) == "Mark a set at ¶ 3."
        place = screen(pilot).view.place
        await press(pilot, "g", "g", "`", "a")
        assert screen(pilot).view.place == place
        await press(pilot, "`", "`")
        assert screen(pilot).view.top == 0


async def test_a_pair_may_begin_with_a_control_key() -> None:
    async with reading() as pilot:
        await press(pilot, "x", "ctrl+x")
        assert "^x" in status(pilot)
        await press(pilot, "m")
        assert "Merge Lenne into" in "".join(rows(pilot.app.screen.query_one("#dialog-title")))
        await press(pilot, "ctrl+g", "ctrl+x", "q")
        assert pilot.app.return_value == 0


async def test_a_pair_that_a_control_key_ends_wrongly_is_refused() -> None:
    async with reading() as pilot:
        await press(pilot, "ctrl+x", "z")
        assert said(pilot) == "^xz does nothing here (h for keys)."


async def test_the_keys_of_lists_and_fields_work() -> None:
    async with reading() as pilot:
        await press(pilot, "N", "n", "n", "p")
        assert focus(pilot) == "entities"
        assert sidebar(screen(pilot)).cursor == 1
        await press(pilot, "home", "2", "n")
        assert sidebar(screen(pilot)).cursor == 2
        await press(pilot, "home", "o")
        assert screen(pilot).session.active is not None
        await press(pilot, "backspace", "backspace", "&", *"lenne", "ctrl+j")
        active = screen(pilot).session.active
        assert active is not None
        assert active.label == "lenne"
        here = active.position
        await press(pilot, "k")
        assert screen(pilot).session.active != active
        await press(pilot, "K")
        again = screen(pilot).session.active
        assert again is not None
        assert again.position == here


async def test_a_selection_is_extended_with_the_users_keys() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "E", "f4")
        assert said(pilot) == "Selecting: Tab b e h l s w move, iw is ip iq select."
        await press(pilot, "tab", "tab", "y")
        assert pilot.app.clipboard == "“We w"


@pytest.mark.parametrize(
    "key",
    ["q", "j", "slash", "question_mark", "quotation_mark", "at", "U", "R R", "] ]", "colon", "asterisk"],
)
async def test_an_old_key_says_that_it_does_nothing(key: str) -> None:
    own = keymap({**OWN.by_id, "entity.rename": ["F2"]})
    async with reading(own=own) as pilot:
        before = screen(pilot).view.top
        await press(pilot, *key.split())
        assert said(pilot).endswith("does nothing here (h for keys).")
        assert screen(pilot).view.top == before


async def test_keys_typed_at_once_go_where_they_belong() -> None:
    """Keys wait for a key that may move the focus. Which keys never do depends on the keymap."""
    own = keymap({"quotes.card": ["n"], "match.next": ["k"], "move.line_up": ["w"]})
    assert "n" not in own.move_keys()
    async with reading(own=own) as pilot:
        await press(pilot, "quotation_mark", "n", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert focus(pilot) == "quotes"


# -- all texts name the keys -------------------------------------------------------------------------


async def test_the_hints_of_the_status_line() -> None:
    async with reading() as pilot:
        assert status(pilot).endswith("F3 search h help ^x q quit")
        await press(pilot, "x")
        assert "k next · K back · Backspace clear" in status(pilot)
        await press(pilot, "Q")
        assert status(pilot).endswith("o go W speaker c card Backspace back")
        assert "clear" not in status(pilot)
        await press(pilot, "N")
        assert status(pilot).endswith("o step R rename c card Backspace back")
        await press(pilot, "backspace", "f4")
        assert status(pilot).endswith("y copy Backspace leave | pipe")
        await press(pilot, "backspace", "&")
        assert status(pilot).endswith("^j keep ^g cancel")
        await press(pilot, *"lenne", "ctrl+j", "&")
        assert status(pilot).endswith("^j keep ^g cancel ^p older")


async def test_the_help() -> None:
    async with reading() as pilot:
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpScreen)
        [title] = rows(pilot.app.screen.query_one("#dialog-title"))
        assert "(5s) or says where to go (42E, 50g%)" in title
        [hints] = rows(pilot.app.screen.query_one("#dialog-hints"))
        assert hints.strip() == "type to find a key   ↑ ^n move   ^j do it   ^g close"
        await press(pilot, *"next section")
        shown = " ".join(" ".join(rows(pilot.app.screen.query_one("#help-keys"))).split())
        assert "}} Bring the next heading to the top." in shown
        assert "]]" not in shown
        await press(pilot, "ctrl+j")
        assert screen(pilot).view.place == Place(2, 0)


@pytest.mark.parametrize("key", ["h", "f9", "ctrl+g"])
async def test_the_help_is_closed_with_its_keys_and_h_is_a_letter_of_words(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, "h", "q", "h")
        assert pilot.app.screen.query_one("#help-filter", Input).value == "qh"
        await press(pilot, "backspace", "backspace", key)
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_the_command_palette() -> None:
    async with reading() as pilot:
        await press(pilot, "!")
        assert isinstance(pilot.app.screen, ReaderPalette)
        pilot.app.screen.query_one(Input).value = "leave the article"
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        options = pilot.app.screen.query_one(OptionList)
        shown = [str(options.get_option_at_index(i).prompt).split() for i in range(options.option_count)]
        assert ["Leave", "the", "article", "^x", "q"] in shown


async def test_the_messages() -> None:
    async with reading() as pilot:
        await press(pilot, "l")
        assert said(pilot) == "No matches to list: F3 searches, N lists the names."
        await press(pilot, "g", "%")
        assert said(pilot) == "Type a number first: 50g% goes to the middle."
        await press(pilot, "`", "a")
        assert said(pilot) == "No mark a. Press M x to set mark x."
        await press(pilot, "backspace")
        assert said(pilot) == "Nothing to close; ^x q leaves the reader."
        await press(pilot, "e")
        assert said(pilot) == "This article did not come from a file; ^s saves it as one."


async def test_the_messages_of_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    async with reading(load(str(path))) as pilot:
        await press(pilot, "Q", "C")
        assert said(pilot).endswith("^z to undo.")
        await press(pilot, "C")
        assert said(pilot) == "This quote has no speaker; W sets one."
        await press(pilot, "ctrl+z")
        assert said(pilot).startswith("Undone: ")


async def test_a_dialog_with_a_list_and_the_question_whether_to_save() -> None:
    async with reading() as pilot:
        await press(pilot, "x", "l")
        assert rows(pilot.app.screen.query_one("#dialog-hints"))[0].split() == (
            ["o", "go", "there", "n", "p", "move", "^g", "close"]
        )
        await press(pilot, "n", "o")
        active = screen(pilot).session.active
        assert active is not None
        assert active.position == 1
        await press(pilot, "X")
        assert rows(pilot.app.screen.query_one("#dialog-hints"))[0].split() == [
            *("y", "save"),
            *("F6", "always", "save"),
            *("^g", "not", "now"),
        ]
        await press(pilot, "ctrl+g")
        assert said(pilot) == "Not corrected; the article is unchanged."


async def test_a_card_and_the_dialogs_of_corrections() -> None:
    async with reading() as pilot:
        await press(pilot, "N", "c")
        shown = rows(pilot.app.screen.query_one("#dialog-hints"))[0].split()
        assert " ".join(shown) == "o go there n p move F4 all they said F all articles ^g close"
        await press(pilot, "ctrl+g", "R")
        shown = rows(pilot.app.screen.query_one("#dialog-hints"))[0].split()
        assert shown == ["^j", "this", "one", "↑", "↓", "move", "^g", "cancel"]
        await press(pilot, "ctrl+g", "ctrl+t")
        shown = rows(pilot.app.screen.query_one("#dialog-hints"))[0].split()
        assert shown == ["o", "1", "2", "3", "this", "kind", "n", "p", "move", "^g", "cancel"]
        await press(pilot, "ctrl+g", "vertical_line")
        shown = rows(pilot.app.screen.query_one("#dialog-hints"))[0].split()
        assert shown == ["^j", "done", "^g", "cancel"]


async def test_highlights_and_notes(tmp_path: Path) -> None:
    file = tmp_path / "river.yaml"
    file.write_text(RIVER + "highlights: [{text: nobody wrote this}]\n")
    async with reading(load(str(file))) as pilot:
        await press(pilot, "f7")
        assert said(pilot).endswith(" in yellow. ^z to undo.")
        await press(pilot, ")", "f7")
        assert said(pilot).endswith(" in yellow. ^z to undo.")
        await press(pilot, "f12")
        hints = "#dialog-hints"
        shown = " ".join(rows(pilot.app.screen.query_one(hints))[0].split())
        assert shown.startswith("o go x note F5 remove 6 2 3 4 F10 colour v find F6 step")
        await press(pilot, "end", "p", "p", "n", "n", "n", "f11")
        shown = " ".join(rows(pilot.app.screen.query_one(hints))[0].split())
        assert shown == "Select its words first: F4 in the text, then F12 and F11."
        await press(pilot, "f8", "q", "ctrl+g")
        shown = " ".join(rows(pilot.app.screen.query_one(hints))[0].split())
        assert shown == "Not saved yet: F2 saves, ^g again discards the changes."
        await press(pilot, "f2")
        assert load(str(file)).document.highlights[-1].note == "q"


async def test_the_library() -> None:
    async with reading() as pilot:
        await press(pilot, "B")
        assert isinstance(pilot.app.screen, LibraryScreen)
        hints = pilot.app.screen.query_one("#library-hints")
        assert rows(hints)[0].split() == [
            "o",
            "read",
            "n",
            "p",
            "move",
            "v",
            "type",
            "to",
            "find",
            "Esc",
            "back",
        ]
        await press(pilot, "v", *"vnpox")
        assert pilot.app.screen.query_one("#library-filter", Input).value == "vnpox"
        assert rows(hints)[0].split() == ["Esc", "all", "again"]
        await press(pilot, "escape", "x")
        assert isinstance(pilot.app.screen, ReadingScreen)


def test_the_tables() -> None:
    assert "\n  ^x q " in as_text(OWN)
    assert "| `M x` |" in as_markdown(OWN)
    assert "(`5s`) or says where to go (`42E`, `50g%`)" in as_markdown(OWN)
