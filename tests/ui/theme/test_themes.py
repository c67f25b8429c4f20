"""Every theme is readable: the contrast of all token pairs, and a value for every token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.model import EntityType, HighlightColor
from reader.reading.speakers import HUES
from reader.resources import bundled
from reader.terminal.color_depth import ColorDepth
from reader.ui.theme.palettes import CUBE_GREYS, shown, xterm
from reader.ui.theme.themes import (
    BODY,
    DEFAULT,
    TEXT,
    THEMES,
    contrast,
    readable,
    shown_name,
    theme_names,
    themes_for,
    tokens_for,
)

ALL = [*THEMES, *BUILTIN_THEMES.values()]
SURFACES = ("paper", "panel-fill")
SHEETS = sorted(Path(bundled("styles")).glob("*.tcss"))

PAIRS = [
    *(("ink", surface, BODY) for surface in SURFACES),
    *(
        (f"speaker-{n}-ink", f"speaker-{n}-{fill}", BODY)
        for n in range(HUES + 1)
        for fill in ("fill", "match-fill", "current-fill")
    ),
    *((name, surface, TEXT) for name in ("ink-soft", "ink-dim", "here", "link-ink") for surface in SURFACES),
    *(
        (f"speaker-{n}", surface, TEXT)
        for n in range(1, HUES + 1)
        for surface in (*SURFACES, f"speaker-{n}-fill")
    ),
    *((f"entity-{kind}", surface, TEXT) for kind in EntityType for surface in SURFACES),
    *(("highlight-ink", f"highlight-{color}-fill", TEXT) for color in HighlightColor),
    *((f"highlight-{color}", "paper", TEXT) for color in HighlightColor),
    *((f"entity-{kind}", f"speaker-{n}-fill", TEXT) for kind in EntityType for n in range(HUES + 1)),
    ("ink-soft", "code-fill", TEXT),
    ("ink-soft", "status-fill", TEXT),
    ("ink-dim", "status-fill", TEXT),
    ("match-ink", "match-fill", TEXT),
    ("hit-ink", "hit-fill", TEXT),
    ("ink", "selection-fill", TEXT),
    *((ink, "cursor-fill", TEXT) for ink in ("ink", "ink-soft", "ink-dim")),
]

ON_HIGHLIGHTS = [
    (f"entity-{kind}", f"highlight-{color}-fill", TEXT) for kind in EntityType for color in HighlightColor
]
"""With 256 colours a name in a highlight has the ink of the highlight."""

STRUCK_IN_QUOTES = [("ink-dim", f"speaker-{n}-fill", TEXT) for n in range(HUES + 1)]
"""With 256 colours struck words in the quote of a speaker have the ink of the speaker."""


def named(theme: Theme) -> str:
    return theme.name


def too_close(
    tokens: Mapping[str, str], pairs: Iterable[tuple[str, str, float]]
) -> dict[tuple[str, str], float]:
    """The pairs of tokens that do not reach their contrast, with the contrast they have."""
    return {
        (ink, surface): round(ratio, 2)
        for ink, surface, least in pairs
        if (ratio := contrast(Color.parse(tokens[ink]), Color.parse(tokens[surface]))) < least
    }


@pytest.mark.parametrize("theme", [theme for theme in ALL if not theme.ansi], ids=named)
def test_every_pair_that_carries_text_can_be_read(theme: Theme) -> None:
    assert too_close(tokens_for(theme), [*PAIRS, *ON_HIGHLIGHTS, *STRUCK_IN_QUOTES]) == {}


# -- 256 colours ------------------------------------------------------------------------------------------

INDEXED = [*themes_for(ColorDepth.INDEXED), *BUILTIN_THEMES.values()]
OWN_INDEXED = themes_for(ColorDepth.INDEXED)


def painted_with_256(theme: Theme) -> dict[str, str]:
    """The colours that a terminal with 256 colours shows for the tokens of a theme."""
    return {name: painted_number(value)[1] for name, value in design_tokens(theme).items()}


def design_tokens(theme: Theme) -> dict[str, str]:
    """The tokens that are one colour."""
    tokens = tokens_for(theme, ColorDepth.INDEXED)
    return {name: value for name, value in tokens.items() if value.startswith("#")}


def painted_number(color: str) -> tuple[int, str]:
    """The number of xterm's colours that Rich paints for a colour, and what the terminal shows for it."""
    number = RichColor.parse(color).downgrade(ColorSystem.EIGHT_BIT).number
    assert number is not None
    return number, RichColor.from_ansi(number).get_truecolor().hex


@pytest.mark.parametrize("theme", [theme for theme in INDEXED if not theme.ansi], ids=named)
def test_every_pair_can_be_read_with_256_colours(theme: Theme) -> None:
    assert too_close(painted_with_256(theme), [*PAIRS, STRUCK_IN_QUOTES[0]]) == {}


@pytest.mark.parametrize("number", range(16, 256))
def test_a_colour_of_xterm_is_painted_as_that_colour(number: int) -> None:
    if number not in CUBE_GREYS:
        assert painted_number(xterm(number)) == (number, shown(number))


@pytest.mark.parametrize("theme", OWN_INDEXED, ids=named)
def test_the_palettes_for_256_colours_hold_only_colours_of_xterm(theme: Theme) -> None:
    assert set(design_tokens(theme).values()) <= {xterm(number) for number in range(16, 256)}


@pytest.mark.parametrize("theme", OWN_INDEXED, ids=named)
def test_with_256_colours_surfaces_and_quotes_are_told_apart(theme: Theme) -> None:
    tokens = design_tokens(theme)
    surfaces = [tokens[name] for name in ("paper", "panel-fill", "cursor-fill")]
    assert len(set(surfaces)) == len(surfaces)
    quotes = [(tokens[f"speaker-{n}-ink"], tokens[f"speaker-{n}-fill"]) for n in range(1, HUES + 1)]
    assert len(set(quotes)) == HUES
    assert tokens["paper"] not in {fill for _, fill in quotes}
    assert len({tokens[f"highlight-{color}-fill"] for color in HighlightColor}) == len(HighlightColor)
    for n in range(HUES + 1):
        assert tokens[f"speaker-{n}-current-fill"] != tokens[f"speaker-{n}-fill"]


# -- 16 colours -------------------------------------------------------------------------------------------


def test_with_16_colours_every_theme_is_painted_with_the_terminals_own() -> None:
    themes = themes_for(ColorDepth.SIXTEEN)
    assert {theme.name for theme in themes} == {theme.name for theme in ALL if not theme.ansi}
    dark = {theme.name: theme.dark for theme in ALL}
    for theme in themes:
        assert theme.ansi
        assert theme.dark == dark[theme.name]
        assert {value for value in tokens_for(theme).values() if not value.startswith("ansi_")} == set()


def test_no_text_is_yellow_on_white() -> None:
    [light] = [theme for theme in BUILTIN_THEMES.values() if theme.name == "ansi-light"]
    yellow = {name for name, value in tokens_for(light).items() if "yellow" in value}
    assert {name for name in yellow if not name.endswith("-fill")} == set()


@pytest.mark.parametrize("theme", ALL, ids=named)
def test_every_token_in_a_style_sheet_is_defined(theme: Theme) -> None:
    known = set(theme.to_color_system().generate()) | set(tokens_for(theme))
    for sheet in SHEETS:
        named = set(re.findall(r"\$([a-z0-9-]+)", sheet.read_text(encoding="utf-8")))
        assert named <= known, sheet.name


@pytest.mark.parametrize("theme", [theme for theme in ALL if theme.ansi], ids=named)
def test_the_ansi_themes_use_the_terminals_colours_alone(theme: Theme) -> None:
    assert {value for value in tokens_for(theme).values() if not value.startswith("ansi_")} == set()


def test_no_style_sheet_contains_a_colour() -> None:
    assert "reading.tcss" in {sheet.name for sheet in SHEETS}
    for sheet in SHEETS:
        assert not re.findall(r"#[0-9a-fA-F]{6}\b|\brgb\(", sheet.read_text(encoding="utf-8")), sheet.name


def test_the_list_of_themes_begins_with_the_default_and_has_every_theme_once() -> None:
    names = theme_names()
    assert names[0] == DEFAULT
    assert sorted(names) == sorted(theme.name for theme in ALL)
    assert len({shown_name(name) for name in names}) == len(names)


def test_contrast_is_that_of_the_standard() -> None:
    white, black = Color.parse("white"), Color.parse("black")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.01)


def test_only_an_unreadable_ink_is_adjusted() -> None:
    white = Color.parse("white")
    assert readable(Color.parse("#000000"), (white,), TEXT) == Color.parse("#000000")
    pale = readable(Color.parse("#cccc00"), (white,), TEXT)
    assert TEXT <= contrast(pale, white) < 7
