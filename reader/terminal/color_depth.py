"""Detect how many colours the terminal can show.

Owns the order of precedence: `NO_COLOR`, `READER_COLORS`, `TEXTUAL_COLOR_SYSTEM`, `COLORTERM`, `TERM`, and
then terminfo.
"""

from __future__ import annotations

from enum import Enum

from reader.config import environment
from reader.errors import UsageError
from reader.text.clean import clean_line


class ColorDepth(Enum):
    """How many colours a terminal can show. The values are those of `READER_COLORS`."""

    TRUECOLOR = "truecolor"
    INDEXED = "256"
    SIXTEEN = "16"
    NONE = "none"


_ALIASES = {
    "24bit": ColorDepth.TRUECOLOR,
    "standard": ColorDepth.SIXTEEN,
    "windows": ColorDepth.SIXTEEN,
    "8": ColorDepth.SIXTEEN,
    "0": ColorDepth.NONE,
}
"""Other names of the depths: the words of COLORTERM and of Rich, and the numbers of terminfo."""

_TRUECOLOR_TERMINALS = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm", "direct", "iterm2")
"""Parts of `TERM` that only terminals with 16 million colours use. Over SSH, COLORTERM is missing."""

_MANY = 1 << 24


def color_depth() -> ColorDepth:
    """The colour depth of the terminal. Raises UsageError for an unknown name in `READER_COLORS`."""
    if environment.no_color():
        return ColorDepth.NONE
    if asked := environment.colors():
        named = _named(asked)
        if named is None:
            known = ", ".join(depth.value for depth in ColorDepth)
            raise UsageError(
                f'the environment variable READER_COLORS is "{clean_line(asked)}"; use one of {known}'
            )
        return named
    if (named := _named(environment.color_system() or "")) is not None:
        return named
    if environment.color_term().strip().lower() in ("truecolor", "24bit"):
        return ColorDepth.TRUECOLOR
    terminal = environment.terminal_type().strip().lower()
    if any(name in terminal for name in _TRUECOLOR_TERMINALS):
        return ColorDepth.TRUECOLOR
    return _from_terminfo(terminal)


def _named(name: str) -> ColorDepth | None:
    """The depth with that name; None for an unknown name."""
    name = name.strip().lower()
    return next((depth for depth in ColorDepth if depth.value == name), _ALIASES.get(name))


def _from_terminfo(terminal: str) -> ColorDepth:
    """The depth that terminfo gives. If terminfo does not know the terminal, its name decides."""
    indexed = ColorDepth.INDEXED if terminal.endswith("256color") else ColorDepth.SIXTEEN
    try:
        import curses

        curses.setupterm(terminal)
        count, direct = curses.tigetnum("colors"), curses.tigetflag("RGB")
    except (ImportError, OSError, ValueError):
        return indexed
    except curses.error:  # terminfo does not know the terminal
        return indexed
    if count >= _MANY or direct == 1:
        return ColorDepth.TRUECOLOR
    if count >= 256:
        return ColorDepth.INDEXED
    return ColorDepth.SIXTEEN if count >= 8 else ColorDepth.NONE
