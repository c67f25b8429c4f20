"""Cell widths: how many terminal cells text takes, and where its grapheme clusters begin and end.

Owns the one measure that wrapping, columns and the cursor share. A *cluster* is a grapheme cluster: what a
reader calls one character, such as a letter with its combining marks, a flag or a joined emoji.

Terminals disagree about some clusters. Terminals that add up C's `wcwidth`, such as tmux, give a spacing
combining mark (category Mc: the vowel signs of Hindi, Tamil, Burmese) and a skin tone cells of their own.
Terminals that draw whole clusters do not, and neither does `rich.cells`, which Textual uses. This module
counts the greater width, so no word ever runs into the next one. Joined emoji, flags and emoji made by a
variation selector count two cells, as in Rich and nearly all terminals. Measured in November 2026 in
tmux 3.3a, glibc 2.36, xterm.js 6 (its three tables), Vim's libvterm and pyte.
`reader.text.ambiguous_width` brings such text through Textual to the terminal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

from reader.text.patterns import compiled

# Matches every character except those that are one cell wide, never join a neighbour and allow no line
# break. U+0020 is the one blank among those: the fast path breaks only there, so U+2000 to U+200A match.
_NOT_PLAIN = (
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u202f-\u205e\u2070-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u2500-\u25fc]"
)
# Matches every character except those that are two cells wide and never join a neighbour.
_NOT_WIDE = (
    "[^\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3220-\u3247"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]"
)
_JOINER = "\u200d"  # zero-width joiner
_WIDENER = "\ufe0f"  # variation selector 16: the character before it is shown as an emoji
SARA_AM = "\u0e33\u0eb3"  # Thai and Lao vowels that follow their consonant and join its cluster
_FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"
_JOINING = f"[{_JOINER}{_WIDENER}{SARA_AM}{_FLAG_LETTERS}]"
# The scripts that have spacing combining marks, and all characters that may be of ambiguous width. A scan
# costs little. Each character it finds is then looked up (in `_SPACING_CELLS`, and by `ambiguous_width`).
_SPACED = (
    "\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1cff\u302a-\u302f\ua800-\uabff\U00010000-\U0001ffff"
)
_POSSIBLY_SPACING = f"[{_SPACED}]"
_POSSIBLY_AMBIGUOUS = (
    f"[{_SPACED}\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u0e33\u0eb3\u1160-\u11ff\u200c-\u200d\u231a-\u23ff"
    "\u2600-\u27bf\u2b1b-\u2b55\u3099-\u309a\u4dc0-\u4dff\ud7b0-\ud7ff\ufe00-\ufe0f\uffa0]"
)


def plain(text: str) -> bool:
    """Whether every code point of `text` (one line) is one cell wide and a cluster of its own."""
    return text.isascii() or compiled(_NOT_PLAIN).search(text) is None


def may_be_ambiguous(text: str) -> bool:
    """Whether terminals may disagree about the width of `text` (one line).

    Also true for some text they agree about, and for combining marks at the beginning, which have no base.
    """
    if plain(text):
        return False
    return compiled(_POSSIBLY_AMBIGUOUS).search(text) is not None or _WIDTHS[text[0]] == 0


def width(text: str) -> int:
    """Cells that `text` (one line) takes in the terminals that make it widest."""
    if plain(text):
        return len(text)
    return advance(text)[-1] if compiled(_POSSIBLY_AMBIGUOUS).search(text) else cell_len(text)


def advance(text: str) -> Sequence[int]:
    """Cells before each code point of `text` (one line), and last the width of the whole text.

    Inside a cluster the value is the width up to the *end* of the cluster. So `advance(text)[i] <= limit`
    holds for the ends of the clusters that fit and for no point inside one that does not fit, and a cluster
    begins at `i` exactly where the next value is greater. Every cluster has at least one cell, unless the
    whole text has none. Costs nothing if all characters have the same width, otherwise 0.1 µs a character.
    """
    if plain(text):
        return range(len(text) + 1)
    if compiled(_NOT_WIDE).search(text) is None:
        return range(0, 2 * len(text) + 1, 2)
    steps = [_WIDTHS[character] for character in text]
    if compiled(_JOINING).search(text):
        _join(text, steps)
    if compiled(_POSSIBLY_SPACING).search(text):
        _add_spacing_cells([_SPACING_CELLS[character] for character in text], steps)
    if steps[0] == 0:  # combining marks without a base join the cluster that follows them
        base = next((index for index, cells in enumerate(steps) if cells), 0)
        steps[0], steps[base] = steps[base], 0
    return list(accumulate(steps, initial=0))


def floor(table: Sequence[int], index: int) -> int:
    """The beginning of the cluster that holds `index`; `table` is from `advance`."""
    last = len(table) - 1
    index = max(0, min(index, last))
    while 0 < index < last and table[index] == table[index + 1]:
        index -= 1
    return index


def ceil(table: Sequence[int], index: int) -> int:
    """The end of the cluster that begins at `index`; `table` is from `advance`."""
    last = len(table) - 1
    return last if index >= last else bisect_right(table, table[index + 1], index + 1) - 1


def _join(text: str, steps: list[int]) -> None:
    """Move the cells of each code point that joins the one before it to the beginning of the cluster.

    Rich's rules: the code point after a joiner takes no cells, and a widener makes some characters wider.
    Beyond them, a joined letter (in Sinhala and other scripts) keeps its cells, a blank is not joined, two
    flag letters make one flag, and a sara am joins its consonant. On entry `steps` holds the cells of each
    code point by itself. On return the first code point of a cluster holds the cells of the cluster.
    """
    seen, base = -1, -1  # the previous joining code point, and the base that it joined
    swallowed = -1  # the last code point that a joiner joined
    letter = -1  # a flag letter that has no partner yet
    widened = -1  # the last base that a widener made wider
    for match in compiled(_JOINING).finditer(text):
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
    """Join the code point after a joiner to `base`. Returns its index, or -1 if it is not joined."""
    if base < 0 or following == len(steps):
        return -1
    if text[following].isalpha():
        steps[base] += steps[following]
    elif text[base] == " " or text[following] < _JOINER:
        return -1
    steps[following] = 0
    return following


def _add_spacing_cells(spacing: list[int], steps: list[int]) -> None:
    """Add the cells of spacing marks to those of their bases."""
    base = 0
    for index, cells in enumerate(spacing):
        if steps[index]:
            base = index
        if cells:
            steps[base] += cells


class _SpacingCells(dict[str, int]):
    """The cells that terminals that add up widths give a mark, and Rich does not. Filled on demand."""

    def __missing__(self, character: str) -> int:
        import unicodedata  # imported here because most articles are plain text and never need it

        tone = "\U0001f3fb" <= character <= "\U0001f3ff"
        takes = _WIDTHS[character] == 0 and (tone or unicodedata.category(character) == "Mc")
        wide = takes and unicodedata.east_asian_width(character) == "W"
        cells = self[character] = int(takes) + int(wide)
        return cells


class _Widths(dict[str, int]):
    """Cells by code point. Filled on demand."""

    def __missing__(self, character: str) -> int:
        cells = self[character] = get_character_cell_size(character)
        return cells


class _Widened(dict[str, bool]):
    """Whether a widener makes a character wider. Filled on demand."""

    def __missing__(self, character: str) -> bool:
        wider = self[character] = cell_len(character + _WIDENER) > cell_len(character)
        return wider


_SPACING_CELLS = _SpacingCells()
_WIDTHS = _Widths()
_WIDENED = _Widened()
