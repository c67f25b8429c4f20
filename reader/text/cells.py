"""How many terminal cells text takes, and where its characters begin and end.

Owns the one measure that wrapping, columns and cursor share. A *cluster* is what a reader calls one
character: a base with its marks, a flag, a joined emoji.

Terminals do not agree on all of them. Those that add up what C's `wcwidth` says, tmux among them, give
a spacing mark (category Mc: the vowel signs of Hindi, Tamil, Burmese) and a skin tone cells of their
own; those that draw whole clusters do not, nor does `rich.cells`, by which Textual paints. Here the
greater width counts, so that no word ever runs over the next; joined emoji, flags and emoji by
selector alone count as Rich and nearly all terminals have them, two cells. Measured in November 2026 in
tmux 3.3a, glibc 2.36, xterm.js 6 (its three tables), Vim's libvterm and pyte.
`reader.text.ambiguous_width` takes what is `disputed` through Textual to the terminal.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

# The patterns are compiled when first needed: plain ASCII, and so most articles, needs none.

# Anything but the characters that are one cell wide, never join a neighbour and break only at a blank.
# The blanks of U+2000 to U+200A are left out: they break, and the fast path knows U+0020 alone.
_NOT_PLAIN = (
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u202f-\u205e\u2070-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u2500-\u25fc]"
)
# Anything but characters that are two cells wide and never join a neighbour.
_NOT_WIDE = (
    "[^\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3220-\u3247"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]"
)
_JOINER = "\u200d"
_WIDENER = "\ufe0f"  # variation selector 16: shown as an emoji
SARA_AM = "\u0e33\u0eb3"  # Thai and Lao vowels that stand after their consonant and belong to it
_FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"
_JOINING = f"[{_JOINER}{_WIDENER}{SARA_AM}{_FLAG_LETTERS}]"
# The scripts that have marks with cells of their own, and beyond them all signs that may be of disputed
# width. A scan costs little; what it finds is looked at one by one (`_OWN`, and in `disputed`).
_SPACED = (
    "\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1cff\u302a-\u302f\ua800-\uabff\U00010000-\U0001ffff"
)
_PERHAPS_SPACED = f"[{_SPACED}]"
_PERHAPS_DISPUTED = (
    f"[{_SPACED}\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u0e33\u0eb3\u1160-\u11ff\u200c-\u200d\u231a-\u23ff"
    "\u2600-\u27bf\u2b1b-\u2b55\u3099-\u309a\u4dc0-\u4dff\ud7b0-\ud7ff\ufe00-\ufe0f\uffa0]"
)

HELD, MARK = "\ufdd0", "\u200b"
"""A cell that the character before may have taken; a place after which the column may be another."""

_compiled = cache(re.compile)


def plain(text: str) -> bool:
    """Whether every character of `text` (one line) is one cell wide and a cluster of its own."""
    return text.isascii() or _compiled(_NOT_PLAIN).search(text) is None


def disputed(text: str) -> bool:
    """Whether terminals may not agree how wide `text` (one line) is.

    True for some text they do agree about, and for marks at the very beginning, which have no base.
    """
    if plain(text):
        return False
    return _compiled(_PERHAPS_DISPUTED).search(text) is not None or _WIDTHS[text[0]] == 0


def width(text: str) -> int:
    """Cells that `text` (one line) takes on screen, in the terminals that give it most."""
    if plain(text):
        return len(text)
    return advance(text)[-1] if _compiled(_PERHAPS_DISPUTED).search(text) else cell_len(text)


def painted(text: str) -> Sequence[tuple[int, str]]:
    """`text` (one line) as it is painted: pieces, each with its offset in the text.

    One piece, the text itself, where terminals agree about it; else what `disputed.parts` makes of it.
    """
    if not disputed(text):
        return ((0, text),)
    from reader.text.ambiguous_width import parts

    return parts(text)


def index_in(pieces: Sequence[tuple[int, str]], offset: int) -> int:
    """Where a place in the text stands in the joined pieces of `painted`."""
    begun = [piece for piece in pieces if piece[0] <= offset]
    return sum(len(piece) for _, piece in begun[:-1]) + offset - begun[-1][0]


def has_marks(painted: str) -> bool:
    """Whether what was painted holds text in dispute. A scan for two characters: 2 µs for a screen."""
    return HELD in painted or MARK in painted


def advance(text: str) -> Sequence[int]:
    """Cells before each code point of `text` (one line), and last the width of the whole.

    Inside a cluster stands the width up to the cluster's *end*. So `advance(text)[i] <= limit` holds
    for the ends of what fits and for no point inside a cluster that does not, and `i` begins a
    cluster exactly where the value grows after it. None has no cells, unless the whole text has none;
    most have one or two, and one more for every spacing mark. Costs nothing where all characters are
    equally wide, else 0.1 µs a character.
    """
    if plain(text):
        return range(len(text) + 1)
    if _compiled(_NOT_WIDE).search(text) is None:
        return range(0, 2 * len(text) + 1, 2)
    steps = [_WIDTHS[character] for character in text]
    if _compiled(_JOINING).search(text):
        _join(text, steps)
    if _compiled(_PERHAPS_SPACED).search(text):
        _add([_OWN[character] for character in text], steps)
    if steps[0] == 0:  # marks with no base belong to what follows them
        base = next((index for index, cells in enumerate(steps) if cells), 0)
        steps[0], steps[base] = steps[base], 0
    return list(accumulate(steps, initial=0))


def floor(table: Sequence[int], index: int) -> int:
    """The beginning of the cluster that holds `index`, by the table of `advance`."""
    last = len(table) - 1
    index = max(0, min(index, last))
    while 0 < index < last and table[index] == table[index + 1]:
        index -= 1
    return index


def ceil(table: Sequence[int], index: int) -> int:
    """The end of the cluster that begins at `index`, by the table of `advance`."""
    last = len(table) - 1
    return last if index >= last else bisect_right(table, table[index + 1], index + 1) - 1


def _join(text: str, steps: list[int]) -> None:
    """Move the cells of what joins the character before it to that character.

    As rich measures: a joiner swallows what follows it, a widener makes some characters wider. Beyond
    that, a letter that is joined (Sinhala and others do it) keeps its cells and a blank is not joined,
    two flag letters are one flag, and a sara am belongs to its consonant. `steps` has the cells of
    every character alone, and afterwards those of every cluster at its first code point.
    """
    seen, base = -1, -1  # the joining character before this one, and the base it was joined to
    swallowed = -1
    letter = -1  # a flag letter that has no partner yet
    widened = -1
    for match in _compiled(_JOINING).finditer(text):
        index = match.start()
        if index == swallowed:
            continue
        character = text[index]
        found = index - 1
        while found > seen and steps[found] == 0:
            found -= 1
        if found != seen or (found >= 0 and steps[found]):
            base = found
        seen = index
        if character == _JOINER:
            swallowed = _swallow(text, steps, base, index + 1)
        elif character == _WIDENER:
            if base not in (-1, widened) and _WIDENED[text[base]]:
                steps[base] += 1
                widened = base
        elif character in SARA_AM:
            if base >= 0 and steps[base] == 1 and text[base] not in SARA_AM:
                steps[base], steps[index] = 2, 0
                widened = base
        elif letter == index - 1 >= 0:
            steps[letter], steps[index] = 2, 0
            letter = -1
        else:
            letter = index


def _swallow(text: str, steps: list[int], base: int, following: int) -> int:
    """Join what follows a joiner to `base`, the one before it; the index of what was joined, else -1."""
    if base < 0 or following == len(steps):
        return -1
    if text[following].isalpha():
        steps[base] += steps[following]
    elif text[base] == " " or text[following] < _JOINER:
        return -1
    steps[following] = 0
    return following


def _add(own: list[int], steps: list[int]) -> None:
    """Add the cells that marks have of their own to those of their bases."""
    if not any(own):
        return
    base = 0
    for index, cells in enumerate(own):
        if steps[index]:
            base = index
        if cells:
            steps[base] += cells


class _Own(dict[str, int]):
    """Cells that a mark takes where widths are added up and Rich gives it none, filled as they are met."""

    def __missing__(self, character: str) -> int:
        import unicodedata  # here, because plain text, and so most articles, needs it never

        tone = "\U0001f3fb" <= character <= "\U0001f3ff"
        takes = _WIDTHS[character] == 0 and (tone or unicodedata.category(character) == "Mc")
        wide = takes and unicodedata.east_asian_width(character) == "W"
        cells = self[character] = int(takes) + int(wide)
        return cells


class _Widths(dict[str, int]):
    """Cells by character, filled as they are met."""

    def __missing__(self, character: str) -> int:
        cells = self[character] = get_character_cell_size(character)
        return cells


class _Widened(dict[str, bool]):
    """Whether a widener makes a character wider, filled as they are met."""

    def __missing__(self, character: str) -> bool:
        wider = self[character] = cell_len(character + _WIDENER) > cell_len(character)
        return wider


_OWN = _Own()
_WIDTHS = _Widths()
_WIDENED = _Widened()
