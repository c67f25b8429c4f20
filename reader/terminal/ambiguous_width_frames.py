"""Sets the cursor again after every word of ambiguous width in a frame.

Owns the last step before such text reaches the terminal. Widgets paint it with placeholders (see
`reader.text.ambiguous_width`). The driver passes every frame with placeholders to `anchored`, which removes
them. Whatever width the terminal gives to a word, the text on its right begins in the right column. If the
terminal uses fewer cells than were counted, blanks follow the word.

A placeholder that arrives in another way becomes a blank cell or nothing. The sequences written here
contain only numbers, no text of the article.
"""

from __future__ import annotations

import re
from itertools import takewhile

from rich.cells import cell_len

from reader.text.ambiguous_width import FILLER, has_placeholders, without_placeholders

_TOKENS = re.compile(r"\x1b\[([0-9;:?]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[^\x1b]+", re.DOTALL)
_WORDS = re.compile(" +|[^ ]+")
_JOINED = re.compile("\u200d([\u2190-\U0010ffff])[\ufe0f\U0001f3fb-\U0001f3ff]*")
_RESET = "\x1b[0m"


def anchored(frame: str) -> str:
    """Return a frame of Textual, or a part of one, with the cursor set after words of ambiguous width.

    If the column is unknown, because nothing has set the cursor in the line yet, the placeholders are only
    removed.
    """
    return "\n".join(_anchored_line(line) if has_placeholders(line) else line for line in frame.split("\n"))


def _anchored_line(line: str) -> str:
    out: list[str] = []
    column = edge = -1  # the next column, and the end of the text before the next cursor move
    style = ""  # the style sequence in force
    waiting: list[str] = []  # text in one style that is not written yet

    def write() -> None:
        nonlocal column
        if waiting:
            ambiguous = any(map(has_placeholders, waiting))
            out.append(_anchored_pieces(waiting, column, edge) if ambiguous else "".join(waiting))
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
            continue  # the next piece has the same style, and may continue a word
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
    """Cells that are written before the next token that sets the cursor."""
    written = takewhile(lambda token: token[2] != "H", tokens)
    return sum(cell_len(token[0]) for token in written if token[0][0] != "\x1b")


def _anchored_pieces(pieces: list[str], column: int, edge: int) -> str:
    """Pieces of one style that begin at `column` (counted from 0). As in Textual, their widths are summed."""
    if column < 0:
        return without_placeholders("".join(pieces))
    # Write blanks first, in the colours of the text: a word may take fewer cells than are reserved for it.
    out = [" " * sum(map(cell_len, pieces)), _to(column)]
    uncertain = False  # whether the terminal's cursor may be in another column than `column`
    for piece in pieces:
        ambiguous = False  # whether a word of the piece was; a mark before a blank makes one cluster of both
        for word in _WORDS.findall(piece):
            if uncertain and word[0] == " ":
                out.append(_to(column))
                uncertain = False
            column += cell_len(word)
            if has_placeholders(word):
                word = _within(_uncut(word, column), edge - column)
                ambiguous = True
            uncertain = uncertain or (ambiguous and word[:1] != " ")
            out.append(word)
    return "".join(out) + (_to(column) if uncertain else "")


def _uncut(word: str, end: int) -> str:
    """`word` without placeholders.

    A word that begins with a filler lost its base when the row was cut. Then its combining marks go too.
    """
    rest = word.lstrip(FILLER)
    if rest == word:
        return without_placeholders(word)
    while rest and cell_len(rest[0]) == 0:
        rest = rest[1:]
    return _to(end - cell_len(rest)) + without_placeholders(rest)


def _within(word: str, room: int) -> str:
    """`word`, reduced to the first of its joined emoji if they do not fit side by side in `room` cells.

    Some terminals draw joined emoji side by side, over cells that no later text repaints.
    """
    more = sum(cell_len(joined) for joined in _JOINED.findall(word))
    return _JOINED.sub("", word) if more > room else word


def _to(column: int) -> str:
    """The sequence that sets the cursor to a column of its row (ECMA-48 CHA, counted from 1)."""
    return f"\x1b[{column + 1:d}G"
