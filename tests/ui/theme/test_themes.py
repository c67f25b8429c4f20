"""Every theme is readable: the contrast of all token pairs, and a value for every token."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.model import EntityType, HighlightColor
from reader.reading.speakers import HUES
from reader.resources import bundled
from reader.ui.theme.themes import (
    BODY,
    CYCLE,
    DEFAULT,
    TEXT,
    THEMES,
    contrast,
    readable,
    tokens_for,
)

ALL = [*THEMES, *BUILTIN_THEMES.values()]
SURFACES = ("paper", "panel-fill")
SHEETS = sorted(Path(bundled("styles")).glob("*.tcss"))

PAIRS = [
    *(("ink", surface, BODY) for surface in SURFACES),
    *(("ink", f"speaker-{n}-fill", BODY) for n in range(1, HUES + 1)),
    *((name, surface, TEXT) for name in ("ink-soft", "ink-dim", "here", "link-ink") for surface in SURFACES),
    *(
        (f"speaker-{n}", surface, TEXT)
        for n in range(1, HUES + 1)
        for surface in (*SURFACES, f"speaker-{n}-fill")
    ),
    *((f"entity-{kind}", surface, TEXT) for kind in EntityType for surface in SURFACES),
    *(("ink", f"highlight-{color}-fill", TEXT) for color in HighlightColor),
    *((f"highlight-{color}", "paper", TEXT) for color in HighlightColor),
    *((f"entity-{kind}", f"highlight-{color}-fill", TEXT) for kind in EntityType for color in HighlightColor),
    ("ink-soft", "code-fill", TEXT),
    ("ink-soft", "status-fill", TEXT),
    ("ink-dim", "status-fill", TEXT),
    ("match-ink", "match-fill", TEXT),
    ("hit-ink", "hit-fill", TEXT),
    ("ink", "selection-fill", TEXT),
    ("ink", "cursor-fill", TEXT),
]


def named(theme: Theme) -> str:
    return theme.name


@pytest.mark.parametrize("theme", [theme for theme in ALL if not theme.ansi], ids=named)
def test_every_pair_that_carries_text_can_be_read(theme: Theme) -> None:
    tokens = tokens_for(theme)
    poor = {
        (ink, surface): round(ratio, 2)
        for ink, surface, least in PAIRS
        if (ratio := contrast(Color.parse(tokens[ink]), Color.parse(tokens[surface]))) < least
    }
    assert poor == {}


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


def test_the_cycle_begins_with_the_default_and_exists() -> None:
    assert CYCLE[0] == DEFAULT
    assert set(CYCLE) <= {theme.name for theme in ALL}


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
