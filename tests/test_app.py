"""The application: themes, the gate, the screens over one another, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input

from reader.app import ReaderApp, run
from reader.formats.load import load, load_text
from reader.gate import ControlGate
from reader.resources import bundled
from reader.screens.library import LibraryScreen
from reader.screens.reading import ReadingScreen
from reader.themes import DEFAULT, MONOCHROME, tokens_for
from tests.screens.reading import RIVER, press, reading, screen


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for name in ("READER_THEME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def app(**asked: object) -> ReaderApp:
    return ReaderApp(load_text(RIVER, "river.yaml"), **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "named", "theme"),
    [
        (None, None, DEFAULT),
        ("reader-paper", None, "reader-paper"),
        (None, "reader-sepia", "reader-sepia"),
        ("nord", "reader-sepia", "nord"),
        ("no such theme", None, DEFAULT),
    ],
)
def test_the_theme_is_the_one_asked_for(
    asked: str | None, named: str | None, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named:
        monkeypatch.setenv("READER_THEME", named)
    assert app(theme=asked).theme == theme


@pytest.mark.parametrize("theme", ["reader-paper", "nord", "ansi-dark"])
async def test_the_colours_of_the_theme_asked_for_are_worked_out_and_no_others(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes = []

    def tokens(theme: Theme) -> dict[str, str]:
        themes.append(theme.name)
        return tokens_for(theme)

    monkeypatch.setattr("reader.app.tokens_for", tokens)
    async with app(theme=theme).run_test() as pilot:
        assert set(themes) == {theme}
        paper = Color.parse(tokens_for(pilot.app.current_theme)["paper"])
        assert screen(pilot).view.styles.background == paper


async def test_without_colours_the_terminals_own_two_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = app(theme="reader-paper")
    assert plain.theme == MONOCHROME.name
    async with plain.run_test() as pilot:
        assert pilot.app.has_class("-no-color")


async def test_zen_and_measure_are_those_asked_for() -> None:
    async with app(zen=True, measure=40).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.has_class("-zen")
        assert pilot.app.screen.view.flow.width == 40


async def test_the_gate_stands_before_the_terminal() -> None:
    async with app().run_test() as pilot:
        (gate,) = pilot.app.get_line_filters()
        assert isinstance(gate, ControlGate)
        assert pilot.app.get_line_filters() == [gate]
        (segment,) = gate.apply([Segment("clean", Style(color="red", dim=True))], Color(0, 0, 0))
        assert segment.style is not None
        assert segment.style.color is not None
        assert segment.style.color.triplet  # Textual's own filters follow


async def test_q_leaves_with_nought() -> None:
    reader = app()
    async with reader.run_test() as pilot:
        await pilot.press("q")
    assert (reader.return_code, reader.crash) == (0, None)


async def test_faults_of_the_file_are_said_when_it_opens() -> None:
    one, more = "title: One\nunknown: 1\nparagraphs: [A line.]\n", "other: 2\n"
    for text, said in ((one, "1 fault in"), (one + more, "2 faults in")):
        async with reading(text) as pilot:
            assert screen(pilot).status.message.startswith(said)


# -- from article to article ---------------------------------------------------------------------------


async def test_the_library_opens_an_article_and_escape_comes_back_to_it() -> None:
    async with ReaderApp(None).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "slash", *"tajik", "enter")
        await pilot.pause()
        assert "Tajik" in screen(pilot).page.document.title
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("escape", "q")
        assert pilot.app.return_code == 0


async def test_another_article_is_chosen_over_this_one() -> None:
    own = load(str(bundled("content") / "feature.yaml"))
    async with reading(own) as pilot:
        first = screen(pilot)
        await press(pilot, "B")
        listed = pilot.app.screen
        assert isinstance(listed, LibraryScreen)
        articles = listed.query_one("#articles")
        assert articles.listed[articles.cursor].path == own.path  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert screen(pilot) is first
        await press(pilot, "B", "g", "enter")
        await pilot.pause()
        assert screen(pilot) is not first
        await press(pilot, "escape")
        assert screen(pilot) is first


async def test_an_article_with_a_fault_is_said_and_not_opened(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: [/]\nparagraphs: 3\n")
    async with app().run_test(notifications=True) as pilot:
        before = screen(pilot)
        before.app.open_path(bad)  # type: ignore[attr-defined]
        await pilot.pause()
        assert screen(pilot) is before
        shown = [str(toast.render()) for toast in before.query("Toast")]  # markup in it would have raised
        assert len(shown) == 1
        assert "bad.yaml:" in shown[0]
        before.app.open_path(None)  # type: ignore[attr-defined]
        assert screen(pilot) is before


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
        assert screen(pilot).active is not None
        assert "J. Brandt" in screen(pilot).active.label  # type: ignore[union-attr]


# -- the end -------------------------------------------------------------------------------------------


async def test_what_crashes_is_kept_and_nothing_of_the_article_is_printed() -> None:
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
    monkeypatch.setattr(ReaderApp, "run", lambda self: result)
    monkeypatch.setattr(ReaderApp, "return_code", property(lambda self: code))
    assert run(None, zen=False, theme=None, measure=None) == wanted


def test_a_crash_is_raised_once_the_terminal_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: ReaderApp) -> None:
        self.crash = ZeroDivisionError("far away")

    monkeypatch.setattr(ReaderApp, "run", crash)
    with pytest.raises(ZeroDivisionError, match="far away"):
        run(None, zen=False, theme=None, measure=None)


async def test_a_bell_in_an_input_is_no_crash() -> None:
    async with reading() as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, Input)
        pilot.app.bell()
        assert pilot.app.crash is None  # type: ignore[attr-defined]
