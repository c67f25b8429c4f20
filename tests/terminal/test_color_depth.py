"""The colour depth of the terminal: what decides it, and in which order."""

from __future__ import annotations

import curses

import pytest

from reader.errors import UsageError
from reader.terminal.color_depth import ColorDepth, color_depth

TRUE, MANY, FEW, NONE = (
    ColorDepth.TRUECOLOR,
    ColorDepth.INDEXED,
    ColorDepth.SIXTEEN,
    ColorDepth.NONE,
)

VARIABLES = ("NO_COLOR", "READER_COLORS", "TEXTUAL_COLOR_SYSTEM", "COLORTERM", "TERM")


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def terminfo(monkeypatch: pytest.MonkeyPatch, colors: int, *, direct: bool = False) -> None:
    """Let terminfo know one terminal."""
    monkeypatch.setattr(curses, "setupterm", lambda name: None)
    monkeypatch.setattr(curses, "tigetnum", {"colors": colors}.__getitem__)
    monkeypatch.setattr(curses, "tigetflag", {"RGB": int(direct) or -1}.__getitem__)


def no_terminfo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let terminfo know no terminal."""

    def unknown(name: str) -> None:
        raise curses.error("setupterm: could not find terminal")

    monkeypatch.setattr(curses, "setupterm", unknown)


@pytest.mark.parametrize(
    ("variables", "depth"),
    [
        ({"NO_COLOR": "", "READER_COLORS": "256", "COLORTERM": "truecolor"}, NONE),
        ({"READER_COLORS": "256", "TEXTUAL_COLOR_SYSTEM": "truecolor", "COLORTERM": "truecolor"}, MANY),
        ({"READER_COLORS": "16", "COLORTERM": "truecolor"}, FEW),
        ({"READER_COLORS": " TrueColor ", "TERM": "vt100"}, TRUE),
        ({"READER_COLORS": "24bit"}, TRUE),
        ({"READER_COLORS": "none", "COLORTERM": "truecolor"}, NONE),
        ({"TEXTUAL_COLOR_SYSTEM": "256", "COLORTERM": "truecolor"}, MANY),
        ({"TEXTUAL_COLOR_SYSTEM": "standard", "COLORTERM": "truecolor"}, FEW),
        ({"TEXTUAL_COLOR_SYSTEM": "auto", "COLORTERM": "truecolor"}, TRUE),
        ({"COLORTERM": "24bit", "TERM": "xterm"}, TRUE),
        ({"TERM": "xterm-kitty"}, TRUE),
        ({"TERM": "alacritty"}, TRUE),
        ({"TERM": "xterm-direct"}, TRUE),
    ],
)
def test_variables_decide_before_terminfo(
    variables: dict[str, str], depth: ColorDepth, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminfo(monkeypatch, 8)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert color_depth() is depth


@pytest.mark.parametrize(
    ("colors", "direct", "depth"),
    [
        (-1, False, NONE),
        (8, False, FEW),
        (16, False, FEW),
        (88, False, FEW),
        (256, False, MANY),
        (256, True, TRUE),
        (1 << 24, False, TRUE),
    ],
)
def test_terminfo_decides_otherwise(
    colors: int, direct: bool, depth: ColorDepth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "some-terminal")
    monkeypatch.setenv("COLORTERM", "yes")
    terminfo(monkeypatch, colors, direct=direct)
    assert color_depth() is depth


@pytest.mark.parametrize(("name", "depth"), [("screen-256color", MANY), ("some-terminal", FEW), ("", FEW)])
def test_the_name_decides_where_terminfo_does_not_know_the_terminal(
    name: str, depth: ColorDepth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", name)
    no_terminfo(monkeypatch)
    assert color_depth() is depth


def test_an_unknown_depth_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_COLORS", "many\x1b")
    with pytest.raises(UsageError, match='READER_COLORS is "many␛"; use one of truecolor, 256, 16, none'):
        color_depth()
