"""The search bar: words, options, history, and the number of matches."""

from __future__ import annotations

import pytest
from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from reader.text.search import Query
from reader.ui.messages import QueryChanged, QuerySubmitted, SearchCancelled
from reader.ui.widgets.search_bar import SearchBar, SearchState
from tests.plain_app import STYLES, PlainApp


class Host(PlainApp):
    """Shows a search bar and records its messages."""

    CSS_PATH = [STYLES / "app.tcss", STYLES / "search.tcss"]

    def __init__(self, history: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.bar = SearchBar(history)
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.bar

    @on(QueryChanged)
    @on(QuerySubmitted)
    @on(SearchCancelled)
    def _hear(self, message: Message) -> None:
        self.said.append(message)

    @property
    def asked(self) -> list[Query]:
        """The queries of the `QueryChanged` messages."""
        return [message.query for message in self.said if isinstance(message, QueryChanged)]

    @property
    def painted(self) -> str:
        """The right end of the bar."""
        return self.bar.query_one(SearchState).render_line(0).text.strip()


async def opened(pilot: Pilot[None], text: str = "") -> None:
    app = pilot.app
    assert isinstance(app, Host)
    app.bar.open(text)
    await pilot.pause()


async def test_it_is_hidden_until_it_is_opened_and_after_it_is_closed() -> None:
    app = Host()
    async with app.run_test() as pilot:
        assert not app.bar.display
        await opened(pilot)
        assert app.bar.display
        assert app.bar.is_open
        app.bar.close()
        await pilot.pause()
        assert not app.bar.display


async def test_each_letter_posts_the_query() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*"by ", *"no", "enter")
        assert [query.text for query in app.asked] == ["b", "by", "by ", "by n", "by no"]
        assert isinstance(app.said[-1], QuerySubmitted)
        assert app.said[-1].query == Query("by no")


async def test_words_given_at_opening_are_searched() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "river")
        assert app.asked == [Query("river")]
        await pilot.press("s")
        assert app.bar.wanted.text == "rivers"


async def test_escape_cancels_the_search() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("escape")
        assert [type(message) for message in app.said] == [SearchCancelled]


@pytest.mark.parametrize(
    ("key", "query", "sign"),
    [
        ("alt+c", Query("a", case=True), "[Aa]"),
        ("alt+w", Query("a", whole_word=True), "[W]"),
        ("alt+r", Query("a", regex=True), "[.*]"),
    ],
)
async def test_an_option_key_toggles_and_types_nothing(key: str, query: Query, sign: str) -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "a")
        # A terminal sends the letter along with Alt, as if it were typed.
        app.post_message(events.Key(key, key[-1]))
        await pilot.pause()
        assert app.asked[-1] == query
        assert sign in app.painted
        await pilot.press(key)
        assert sign not in app.painted
        assert app.asked[-1].text == "a"


async def test_a_capital_letter_turns_on_case_and_the_key_turns_it_off() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "Lenne")
        assert "[Aa]" in app.painted
        assert app.bar.wanted.case is None
        await pilot.press("alt+c")
        assert app.asked[-1] == Query("Lenne", case=False)
        assert "[Aa]" not in app.painted


async def test_new_words_decide_about_case_again() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "lenne")
        await pilot.press("alt+c")
        assert app.bar.wanted.case is True
        await pilot.press("ctrl+u", *"river")
        assert app.bar.wanted == Query("river")
        await pilot.press("alt+c")
        app.bar.close()
        await opened(pilot, "lenne")
        assert app.bar.wanted == Query("lenne")


async def test_a_click_on_an_option_toggles_it_and_keeps_the_focus() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "a")
        await pilot.click(SearchState, offset=(5, 0))
        assert app.asked[-1] == Query("a", whole_word=True)
        await pilot.press("b")
        assert app.bar.wanted.text == "ab"
        await pilot.click(SearchState, offset=(15, 0))
        assert app.bar.wanted == Query("ab", whole_word=True)


async def test_the_number_of_matches_is_shown() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot)
        assert app.painted == "Aa  W  .*"
        await pilot.press("a")
        assert app.painted.endswith("no match")
        app.bar.total = 1234
        assert app.painted.endswith(" 1,234")
        app.bar.position = 17
        assert app.painted.endswith(" 17/1,234")
        app.bar.problem = "missing )\x1b at position 3"
        assert app.painted.endswith("missing )␛ at position 3")
        app.bar.problem = ""
        assert app.painted.endswith(" 17/1,234")


async def test_opening_again_clears_the_number_of_matches() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "a")
        app.bar.total, app.bar.position, app.bar.problem = 9, 3, "wrong"
        await opened(pilot)
        assert (app.bar.total, app.bar.position, app.bar.problem) == (0, 0, "")


async def test_arrow_keys_step_through_the_history_and_back() -> None:
    app = Host(("first", "second"))
    async with app.run_test() as pilot:
        await opened(pilot, "draft")
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await pilot.press(key)
            seen.append(app.bar.wanted.text)
        assert seen == ["second", "first", "first", "second", "draft", "draft"]


async def test_a_recalled_line_can_be_changed() -> None:
    app = Host(("first",))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("up", "!", "enter")
        assert app.bar.wanted.text == "first!"


async def test_ctrl_u_clears() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "one two")
        await pilot.press("left", "ctrl+u")
        assert app.bar.wanted.text == ""


async def test_pasted_text_is_one_clean_line() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot)
        app.query_one(Input).post_message(events.Paste("the\x1b[31m northern\r\n   committee\u202e\n"))
        await pilot.pause()
        assert app.bar.wanted.text == "the␛[31m northern committee\ufffd"


async def test_the_clipboard_is_pasted_the_same_way_and_cut_at_the_limit() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot, "a")
        app.copy_to_clipboard("b\nc" + "x" * 5_000)
        await pilot.press("ctrl+v")
        assert app.bar.wanted.text.startswith("ab cxxx")
        assert len(app.bar.wanted.text) == 2_000


async def test_the_right_end_does_not_move_while_the_user_types() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await opened(pilot)
        widths = set()
        for key in "abc":
            await pilot.press(key)
            app.bar.total += 100
            await pilot.pause()
            widths.add(app.bar.query_one(SearchState).size.width)
        assert len(widths) == 1


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 13, 20, 21, 30, 34, 55, 80, 250])
async def test_any_width_shows_one_row_of_it(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 2)) as pilot:
        await opened(pilot)
        for text, problem in (("", ""), ("日本語 search", ""), ("(", "missing ), unterminated subpattern")):
            app.bar.open(text)
            app.bar.problem = problem
            await pilot.pause()
            for widget in app.screen.query("*"):
                line = widget.render_line(0)
                assert line.text.isprintable()
                # The cursor of a field is after its last letter.
                room = max(1, widget.size.width) + isinstance(widget, Input)
                assert widget is app.bar or line.cell_length <= room
