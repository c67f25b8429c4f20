"""Text of disputed width on its way through Rich and Textual to the terminal.

Owns two marks that stand for cells, not for characters, and what becomes of them. Rich knows widths of
its own, and Textual cuts and places by them. So a widget paints what `cells.painted` makes of a text:
a `HELD` for every cell that `cells` counts and Rich does not, a `MARK` where they agree and a terminal
may not. At the end the driver gives every frame to `anchored`, which takes the marks out and sets the
cursor anew after each word that had one. Whatever a terminal thinks of the word, all that stands to its
right is in its place; where the terminal takes fewer cells than were counted, blanks follow the word.

No article holds the marks: `clean` refuses the one as a noncharacter and drops the other. Should one
come by another way it is left out, as a blank cell or as nothing. The sequences written here are made
of numbers alone.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

from reader.text import cells
from reader.text.cells import HELD, MARK, SARA_AM, has_marks

_SETTLED = ("Lo", "Lu", "Ll", "Lm", "Nd", "Po", "Ps", "Pe", "Pd", "Pi", "Pf", "Sc", "Zs")
_JOINERS = re.compile("[\u302a-\u302f\u3099\u309a\ufe00-\ufe0f]")
_TOKENS = re.compile(r"\x1b\[([0-9;:?]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|[^\x1b]+", re.DOTALL)
_WORDS = re.compile(" +|[^ ]+")
_RESET = "\x1b[0m"


def parts(text: str) -> list[tuple[int, str]]:
    """`text` (one line, disputed) as it is painted: pieces, each with its offset in the text.

    A piece ends with the first cluster of several code points, so that Textual, which counts code
    points from the beginning of a segment, finds what is under the mouse when each piece is a segment.
    `rich.cells.cell_len` of them is together `cells.width` of the text. Linear.
    """
    table = cells.advance(text)
    flags = [_DISPUTED[character] for character in text]
    flags[0] = flags[0] or cell_len(text[0]) == 0
    pieces: list[tuple[int, str]] = []
    begun = index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and table[end] == table[end + 1]:
            end += 1
        if end > index + 1 or flags[index]:
            base, rest = text[index], text[index + 1 : end]
            if any(flags[index:end]):
                held = table[end] - table[index] - cell_len(base + rest)
                rest = _holding(base, rest, held) if held > 0 else rest + MARK
            pieces.append((begun, text[begun:index] + base + rest))
            begun = end
        index = end
    if begun < len(text):
        pieces.append((begun, text[begun:]))
    return pieces


def bare(painted: str) -> str:
    """What was painted, without marks: the text again."""
    return painted.replace(HELD, "").replace(MARK, "")


def _holding(base: str, rest: str, held: int) -> str:
    """The rest of a character with `held` cells more than Rich gives it.

    They come first, so that whoever cuts between the cells leaves the marks with the later one; but
    not between a base and what makes it wider, or after a joiner, which would swallow them.
    """
    wanted = cell_len(base + rest) + held
    places = (rest[:index] + HELD * held + rest[index:] for index in range(len(rest) + 1))
    return next((place for place in places if cell_len(base + place) == wanted), rest)


def anchored(frame: str) -> str:
    """What Textual writes for a frame or a part of one, with the cursor set after disputed words.

    Where the column is not known, because nothing has set the cursor in the line yet, the marks are
    only taken out.
    """
    return "\n".join(_anchored_line(line) if has_marks(line) else line for line in frame.split("\n"))


def _anchored_line(line: str) -> str:
    out: list[str] = []
    column = -1
    style = ""  # the style sequence in force
    waiting: list[str] = []  # text in one style that is not written yet

    def write() -> None:
        nonlocal column
        if waiting:
            disputed = any(map(has_marks, waiting))
            out.append(_anchored_pieces(waiting, column) if disputed else "".join(waiting))
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
        elif token[2] == "m":
            style = "" if text == _RESET else text
    write()
    return "".join(out)


def _anchored_pieces(pieces: list[str], column: int) -> str:
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
                word = _uncut(word, column)
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


def _to(column: int) -> str:
    """The sequence that sets the cursor to a column of its row (ECMA-48 CHA, counted from 1)."""
    return f"\x1b[{column + 1:d}G"


class _Disputed(dict[str, bool]):
    """Whether terminals disagree about a character, filled as they are met."""

    def __missing__(self, character: str) -> bool:
        category = unicodedata.category(character)
        if category == "Mn":
            # A virama joins two letters to one character, and some terminals know it.
            found = unicodedata.combining(character) == 9 or _JOINERS.match(character) is not None
        else:
            found = category not in _SETTLED or cell_len(character) == 0 or character in SARA_AM
        self[character] = found and cells.disputed("a" + character)
        return self[character]


_DISPUTED = _Disputed()
