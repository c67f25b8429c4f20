"""Frames in which the cursor is set anew after every word of disputed width.

Owns the last step of such text on its way to the terminal. Widgets paint it with marks (`disputed`), and
the driver gives every frame that has some to `anchored`, which takes them out. Whatever a terminal thinks
of a word, all that stands to its right is in its place; where the terminal takes fewer cells than were
counted, blanks follow the word.

A mark that comes by another way is left out, as a blank cell or as nothing. The sequences written here
are made of numbers alone.
"""

from __future__ import annotations

import re
from itertools import takewhile

from rich.cells import cell_len

from reader.text.ambiguous_width import bare
from reader.text.cells import HELD, has_marks

_TOKENS = re.compile(r"\x1b\[([0-9;:?]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[^\x1b]+", re.DOTALL)
_WORDS = re.compile(" +|[^ ]+")
_JOINED = re.compile("\u200d([\u2190-\U0010ffff])[\ufe0f\U0001f3fb-\U0001f3ff]*")
_RESET = "\x1b[0m"


def anchored(frame: str) -> str:
    """What Textual writes for a frame or a part of one, with the cursor set after disputed words.

    Where the column is not known, because nothing has set the cursor in the line yet, the marks are
    only taken out.
    """
    return "\n".join(_anchored_line(line) if has_marks(line) else line for line in frame.split("\n"))


def _anchored_line(line: str) -> str:
    out: list[str] = []
    column = edge = -1  # the next cell, and the cell behind all that is written in this row
    style = ""  # the style sequence in force
    waiting: list[str] = []  # text in one style that is not written yet

    def write() -> None:
        nonlocal column
        if waiting:
            disputed = any(map(has_marks, waiting))
            out.append(_anchored_pieces(waiting, column, edge) if disputed else "".join(waiting))
            column += sum(map(cell_len, waiting)) if column >= 0 else 0
            waiting.clear()

    tokens = list(_TOKENS.finditer(line))
    for number, token in enumerate(tokens):
        text = token[0]
        if text[0] != "\x1b":
            waiting.append(text)
            continue
        following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        if (text == _RESET and following == style != "") or (text == style and waiting):
            continue  # the next piece goes on in the same style, and so does a word
        write()
        out.append(text)
        if token[2] == "H":
            column = int((token[1] + ";1").split(";")[1]) - 1
            edge = column + _cells_before_move(tokens[number + 1 :])
        elif token[2] == "m":
            style = "" if text == _RESET else text
    write()
    return "".join(out)


def _cells_before_move(tokens: list[re.Match[str]]) -> int:
    """Cells that are written up to the next token that sets the cursor."""
    written = takewhile(lambda token: token[2] != "H", tokens)
    return sum(cell_len(token[0]) for token in written if token[0][0] != "\x1b")


def _anchored_pieces(pieces: list[str], column: int, edge: int) -> str:
    """Pieces of one style that begin at `column` (counted from 0); their widths add up, as for Textual."""
    if column < 0:
        return bare("".join(pieces))
    # Blanks first, in the colours of the text: a word may end before the cells that are kept for it.
    out = [" " * sum(map(cell_len, pieces)), _to(column)]
    astray = False
    for piece in pieces:
        for word in _WORDS.findall(piece):
            if astray and word[0] == " ":
                out.append(_to(column))
                astray = False
            column += cell_len(word)
            if has_marks(word):
                word = _within(_uncut(word, column), edge - column)
                astray = True
            out.append(word)
    return "".join(out) + (_to(column) if astray else "")


def _uncut(word: str, end: int) -> str:
    """`word` without marks; where its first character was cut away with the cell before, without the rest."""
    rest = word.lstrip(HELD)
    if rest == word:
        return bare(word)
    while rest and cell_len(rest[0]) == 0:
        rest = rest[1:]
    return _to(end - cell_len(rest)) + bare(rest)


def _within(word: str, room: int) -> str:
    """`word` with the first of joined emoji alone, if side by side they would run over the `room` behind it.

    Nothing is written there again until it changes.
    """
    more = sum(cell_len(joined) for joined in _JOINED.findall(word))
    return _JOINED.sub("", word) if more > room else word


def _to(column: int) -> str:
    """The sequence that sets the cursor to a column of its row (ECMA-48 CHA, counted from 1)."""
    return f"\x1b[{column + 1:d}G"
