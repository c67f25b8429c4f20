"""Text of disputed width as it is painted.

Owns two marks that stand for cells, not for characters. Rich knows widths of its own, and Textual cuts
and places by them; so what a widget paints of a disputed text has a `HELD` for every cell that `cells`
counts and Rich does not, or loses where it cuts, and a `MARK` where they agree and a terminal may not.
`anchors` takes them out again at the end. No article holds the marks: `clean` refuses the one as a
noncharacter and drops the other.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

from reader.text import cells
from reader.text.cells import HELD, MARK, SARA_AM

_SETTLED = ("Lo", "Lu", "Ll", "Lm", "Nd", "Po", "Ps", "Pe", "Pd", "Pi", "Pf", "Sc", "Zs")
_JOINERS = re.compile("[\u302a-\u302f\u3099\u309a\ufe00-\ufe0f]")


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
                cells_taken = table[end] - table[index]
                # Cut behind its base, an emoji that a selector widens would lose the cell between them.
                alone = min(cell_len(base + rest), cell_len(base) + sum(map(cell_len, rest)))
                rest = _holding(base, rest, cells_taken, cells_taken - alone) or rest + MARK
            pieces.append((begun, text[begun:index] + base + rest))
            begun = end
        index = end
    if begun < len(text):
        pieces.append((begun, text[begun:]))
    return pieces


def bare(painted: str) -> str:
    """What was painted, without marks: the text again."""
    return painted.replace(HELD, "").replace(MARK, "")


def _holding(base: str, rest: str, wanted: int, held: int) -> str:
    """The rest of a character with marks for `held` cells, by which it takes the `wanted`; or nothing.

    They come first, so that whoever cuts between the cells leaves the marks with the later one; but
    not after a joiner, which would swallow them.
    """
    if held <= 0:
        return ""
    places = (rest[:index] + HELD * held + rest[index:] for index in range(len(rest) + 1))
    return next((place for place in places if cell_len(base + place) == wanted), "")


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
