"""The style sheets of the program, and the order in which they are read.

The first frame needs a few of them. The others are read when their widgets are first mounted, because
parsing all of them would delay the first frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from textual.app import App
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.css.tokenizer import TokenError

from reader.errors import ReaderError
from reader.resources import bundled

ORDER = (
    "app",
    "article",
    "ruler",
    "status",
    "reading",
    "panels",
    "panes",
    "search",
    "dialogs",
    "library",
    "library_search",
    "record",
    "palette",
    "loading",
)
"""Every sheet of `styles/`. Of two rules that weigh the same the one read later wins."""

FIRST_FRAME = ORDER[: ORDER.index("panels")]

DIALOGS = ("panels", "search", "dialogs")
"""What a dialog needs. The first two may have been read for lists and fields of the reading screen."""

USER_PRIORITY = 1
"""How Textual decides between rules that weigh the same: the sheets of the program have 0."""

Result = TypeVar("Result")


def paths(names: Iterable[str]) -> list[Path]:
    """The files of style sheets."""
    return [bundled("styles") / f"{name}.tcss" for name in names]


def read(app: App[Result], names: Iterable[str]) -> None:
    """Read style sheets now, before widgets that need them are mounted.

    Textual reads those of a screen by itself when the screen is pushed, but not for the first screen.
    """
    for path in paths(names):
        # Reading a sheet again would make Textual parse all of them again.
        if not app.stylesheet.has_source(str(path), ""):
            app.stylesheet.read(path)


def read_user_sheet(app: App[Result], path: Path) -> None:
    """Read a style sheet of the user, whose rules win over the program's that weigh the same.

    Raises ReaderError if the file cannot be read or is not a style sheet.
    """
    try:
        css = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fault = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ReaderError(f"{path}: the style sheet cannot be read: {fault}") from error
    read_from = (str(path), "")
    alone = Stylesheet(variables=app.get_css_variables())
    alone.add_source(css, read_from)
    try:
        alone.parse()
    except TokenError as error:
        line, column = error.start
        raise ReaderError(f"{path}:{line}:{column}: not a style sheet: {error}") from error
    except StylesheetParseError as error:
        token = next(token for rule in error.errors.rules for token, _ in rule.errors)
        line, column = (token.referenced_by or token).location
        raise ReaderError(f"{path}:{line + 1}:{column + 1}: not a valid style: {token.value}") from error
    app.stylesheet.add_source(css, read_from, tie_breaker=USER_PRIORITY)
