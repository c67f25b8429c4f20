"""A style sheet of the user's own changes what is painted: article, ruler, navigator, panels, status line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.geometry import Region
from textual.widget import Widget

from reader.errors import ReaderError
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text

ARTICLE = """\
title: The day the river moved
paragraphs:
  - heading: Background
  - “We woke up,” said Ada Okafor, and the bridge was gone.
  - Nobody else was there.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
entities:
  - {name: Ada Okafor, type: person}
"""

SHEET = """\
.article--quote-1 { background: #010203; text-style: bold; }
.article--quote-sign-1 { color: #111213; }
.article--entity-person { color: #212223; text-style: none; }
.article--match-current { background: #313233; }
.ruler--match { color: #414243; text-style: none; }
.navigator--heading { color: #515253; text-style: underline; }
.quotes--speaker-1 { color: #616263; }
.entities--person { color: #717273; }
.status--active { color: #818283; text-style: italic; }
.list--cursor { background: #ff0000 50%; }
.article--highlight-green { background: #919293; text-style: underline; }
.article--highlight-sign-green { color: #a1a2a3; }
.article--highlight-moved { background: #b1b2b3; }
.ruler--highlight { color: #c1c2c3; }
.navigator--highlight { color: #d1d2d3; }
"""


def painted(widget: Widget) -> Iterator[tuple[str, Style]]:
    """The runs of text that a widget paints, with their styles."""
    for strip in widget.render_lines(Region(0, 0, *widget.outer_size)):
        for text, style, _ in strip:
            yield text, style or Style.null()


def style_of(widget: Widget, words: str) -> Style:
    """The style of the first run that contains the words."""
    return next(style for text, style in painted(widget) if words in text)


def color(style: Style) -> str:
    """The colour of the text."""
    assert style.color is not None
    return style.color.name


def background(style: Style) -> str:
    """The colour behind the text."""
    assert style.bgcolor is not None
    return style.bgcolor.name


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "user.tcss"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.mark.parametrize("theme", ["reader-dark", "reader-paper"])
async def test_a_style_sheet_of_the_user_changes_every_part(sheet: Path, theme: str) -> None:
    app = ReaderApp(load_text(ARTICLE, "river.yaml"), theme=theme, extra_css=sheet)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while not screen.query("#entities"):
            await pilot.pause()  # the panels are mounted after the first frame
        await pilot.pause()
        navigator, quotes, sidebar = (
            screen.query_one(f"#{name}") for name in ("navigator", "quotes", "entities")
        )
        quote = style_of(screen.view, "We woke up,")
        assert (background(quote), quote.bold) == ("#010203", True)
        assert color(style_of(screen.view, "“")) == "#111213"
        name = style_of(screen.view, "Ada Okafor")
        assert (color(name), bool(name.underline)) == ("#212223", False)
        heading = style_of(navigator, "Background")
        assert (color(heading), heading.underline, bool(heading.bold)) == ("#515253", True, False)
        assert color(style_of(quotes, "Ada Okafor")) == "#616263"
        assert color(style_of(sidebar, "○")) == "#717273"

        await pilot.press("at", "enter")
        await pilot.pause()
        assert background(style_of(screen.view, "Ada Okafor")) == "#313233"
        match = next(style for text, style in painted(screen.ruler) if text.strip() == "━")
        assert (color(match), bool(match.bold)) == ("#414243", False)
        active = style_of(screen.status, "Ada Okafor")
        assert (color(active), active.italic, bool(active.bold)) == ("#818283", True, False)
        # A translucent colour is blended with the panel: half of the panel's red is added to half of 255.
        panel = sidebar.background_colors[1]
        blended = int(background(style_of(sidebar, "Ada Okafor"))[1:3], 16)
        assert abs(blended - (panel.r + 255) // 2) <= 1


@pytest.mark.parametrize("theme", ["reader-dark", "reader-paper"])
async def test_a_style_sheet_of_the_user_changes_highlights(sheet: Path, theme: str) -> None:
    marked = (
        ARTICLE
        + """\
highlights:
  - {text: the bridge was gone, color: green}
  - {text: Nobody else was, at: {before: "But "}}
"""
    )
    app = ReaderApp(load_text(marked, "river.yaml"), theme=theme, extra_css=sheet)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while not screen.query("#navigator"):
            await pilot.pause()
        await pilot.pause()
        words = style_of(screen.view, "the bridge was gone")
        assert (background(words), words.underline) == ("#919293", True)
        assert color(style_of(screen.view, "▍")) == "#a1a2a3"
        assert background(style_of(screen.view, "Nobody else was")) == "#b1b2b3"
        assert color(style_of(screen.ruler, "▪")) == "#c1c2c3"
        assert color(style_of(screen.query_one("#navigator"), "▍")) == "#d1d2d3"


async def test_another_theme_keeps_the_rules_of_the_user(sheet: Path) -> None:
    app = ReaderApp(load_text(ARTICLE, "river.yaml"), extra_css=sheet)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        app.theme = "reader-sepia"
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert background(style_of(app.screen.view, "We woke up,")) == "#010203"


@pytest.mark.parametrize(
    ("css", "place"),
    [
        ("Screen {\n  color red;\n}\n", ":2:"),
        ("Screen {\n  color: $no-such-token;\n}\n", ":2:"),
        ("Screen {\n  color: no-such-colour;\n}\n", ":2:"),
    ],
)
def test_a_fault_in_the_style_sheet_is_told_with_its_place(tmp_path: Path, css: str, place: str) -> None:
    path = tmp_path / "user.tcss"
    path.write_text(css, encoding="utf-8")
    with pytest.raises(ReaderError) as caught:
        ReaderApp(load_text(ARTICLE, "river.yaml"), extra_css=path)
    assert str(caught.value).startswith(f"{path}{place}")
    assert "\n" not in str(caught.value)


def test_a_style_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.tcss"
    with pytest.raises(ReaderError, match=r"none\.tcss: the style sheet cannot be read: No such file"):
        ReaderApp(load_text(ARTICLE, "river.yaml"), extra_css=path)
