"""The application: themes, the control filter, the faults of a file, and how it ends."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input

from reader.terminal.color_depth import ColorDepth
from reader.terminal.control_filter import ControlGate
from reader.ui.app import ReaderApp, run
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.theme.themes import DEFAULT, MONOCHROME, tokens_for
from tests.article_text import load_text
from tests.ui.reading_app import RIVER, app_of, press, reading, screen


def app(*, zen: bool = False, theme: str | None = None, measure: int | None = None) -> ReaderApp:
    return ReaderApp(load_text(RIVER, "river.yaml"), zen=zen, theme=theme, measure=measure)


@pytest.mark.parametrize(
    ("asked", "theme"),
    [(None, DEFAULT), ("reader-paper", "reader-paper"), ("nord", "nord"), ("no such theme", DEFAULT)],
)
def test_the_requested_theme_is_used(asked: str | None, theme: str) -> None:
    assert app(theme=asked).theme == theme


@pytest.mark.parametrize("theme", ["reader-paper", "nord", "ansi-dark"])
async def test_only_the_requested_theme_is_computed(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    themes = []

    def tokens(theme: Theme, depth: ColorDepth) -> dict[str, str]:
        themes.append(theme.name)
        return tokens_for(theme, depth)

    monkeypatch.setattr("reader.ui.app.tokens_for", tokens)
    async with app(theme=theme).run_test() as pilot:
        assert set(themes) == {theme}
        paper = Color.parse(tokens_for(pilot.app.current_theme)["paper"])
        assert screen(pilot).view.styles.background == paper


@pytest.mark.parametrize("depth", ColorDepth)
@pytest.mark.parametrize("theme", ["reader-paper", "nord", "ansi-light"])
async def test_a_theme_is_painted_in_the_colours_of_the_terminal(depth: ColorDepth, theme: str) -> None:
    shown = ReaderApp(load_text(RIVER, "river.yaml"), theme=theme, depth=depth)
    async with shown.run_test() as pilot:
        view = screen(pilot).view
        assert shown.current_theme.ansi == (depth in (ColorDepth.SIXTEEN, ColorDepth.NONE) or "ansi" in theme)
        assert ("nocolor" in view.pseudo_classes) == (depth is ColorDepth.NONE)
        assert shown.has_class("-indexed") == (depth is ColorDepth.INDEXED)
        paper = tokens_for(shown.current_theme, depth)["paper"]
        assert view.styles.background == Color.parse(paper)
        names = {ColorDepth.TRUECOLOR: "truecolor", ColorDepth.INDEXED: "256"}
        assert shown.console.color_system == names.get(depth, "standard")


async def test_no_color_uses_the_default_colours_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = app(theme="reader-paper")
    assert plain.theme == MONOCHROME.name
    async with plain.run_test() as pilot:
        assert {"nocolor"} <= pilot.app.screen.query_one("#article").pseudo_classes


async def test_the_requested_zen_mode_and_measure_are_used() -> None:
    async with app(zen=True, measure=40).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.has_class("-zen")
        assert pilot.app.screen.view.flow.width == 40


async def test_the_control_filter_is_the_first_line_filter() -> None:
    async with app().run_test() as pilot:
        (gate,) = pilot.app.get_line_filters()
        assert isinstance(gate, ControlGate)
        assert pilot.app.get_line_filters() == [gate]
        (segment,) = gate.apply([Segment("clean", Style(color="red", dim=True))], Color(0, 0, 0))
        assert segment.style is not None
        assert segment.style.color is not None
        assert segment.style.color.triplet  # Textual's own filters follow


async def test_q_exits_with_code_0() -> None:
    reader = app()
    async with reader.run_test() as pilot:
        await pilot.press("q")
    assert (reader.return_code, reader.crash) == (0, None)


@pytest.mark.slow
async def test_faults_of_the_file_are_shown_when_it_opens() -> None:
    one, more = "title: One\nunknown: 1\nparagraphs: [A line.]\n", "other: 2\n"
    for text, said in ((one, "1 fault in"), (one + more, "2 faults in")):
        async with reading(text) as pilot:
            assert screen(pilot).status.message.startswith(said)


async def test_the_palette_opens_once_and_runs_what_is_chosen() -> None:
    async with reading() as pilot:
        await press(pilot, "colon")
        opened = pilot.app.screen
        await press(pilot, "ctrl+p")
        assert pilot.app.screen is opened
        await pilot.press(*"brandt")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        await pilot.pause()
        active = screen(pilot).session.active
        assert active is not None
        assert "J. Brandt" in active.label


# -- the end -------------------------------------------------------------------------------------------


async def test_a_crash_prints_nothing_of_the_article() -> None:
    crashing = app()

    async def crash() -> None:
        async with crashing.run_test() as pilot:
            crashing.call_later(lambda: 1 // 0)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await crash()
    assert isinstance(crashing.crash, ZeroDivisionError)


@pytest.mark.parametrize(
    ("result", "code", "wanted"), [(None, 0, 0), (3, 0, 3), (None, 143, 143), (0, None, 0)]
)
def test_the_exit_code_is_that_of_the_app(
    result: int | None, code: int | None, wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReaderApp, "run", lambda self, size: result)
    monkeypatch.setattr(ReaderApp, "return_code", property(lambda self: code))
    assert run(None, zen=False, theme=None, measure=None) == wanted


def test_a_crash_is_raised_once_the_terminal_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: ReaderApp, size: tuple[int, int]) -> None:
        self.crash = ZeroDivisionError("far away")

    monkeypatch.setattr(ReaderApp, "run", crash)
    with pytest.raises(ZeroDivisionError, match="far away"):
        run(None, zen=False, theme=None, measure=None)


@pytest.mark.slow
async def test_a_bell_in_a_field_does_not_crash() -> None:
    async with reading() as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        pilot.app.bell()
        assert app_of(pilot).crash is None
