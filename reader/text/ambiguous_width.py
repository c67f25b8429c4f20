"""Text of ambiguous width, in the form in which widgets paint it.

Owns two placeholders that stand for cells, not for characters. Textual cuts and places text by the widths
of Rich, which differ from those of `cells`. So the painted form has a `FILLER` for every cell that `cells`
counts and Rich does not, or that Rich loses when it cuts the text there. It has a `RESYNC` where `cells` and
Rich agree but a terminal may not. `reader.terminal.ambiguous_width_frames` removes both at the end. No
article holds them: `clean` replaces U+FDD0 as a noncharacter and removes U+200B.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rich.cells import cell_len

from reader.text import cells
from reader.text.cells import SARA_AM

FILLER = "\ufdd0"
"""Stands for one cell that a terminal may give to the cluster before it."""

RESYNC = "\u200b"
"""Stands for no cell. After it, the cursor of a terminal may be in another column than the counted one."""

# General categories whose characters are of one width in all terminals.
_SETTLED = ("Lo", "Lu", "Ll", "Lm", "Nd", "Po", "Ps", "Pe", "Pd", "Pi", "Pf", "Sc", "Zs")
_JOINERS = "[\u302a-\u302f\u3099\u309a\ufe00-\ufe0f]"
_compiled = cache(re.compile)


def painted(text: str) -> Sequence[tuple[int, str]]:
    """`text` (one line) as it is painted: pieces, each with its offset in the text.

    If terminals agree about the width of the text, it is one piece. Otherwise a piece ends after each
    cluster that has several code points or an ambiguous width. Textual counts code points from the beginning
    of a segment, so it finds the place under the mouse when each piece is a segment. The widths of the pieces
    by `rich.cells.cell_len` add up to `cells.width(text)`. Linear.
    """
    if not cells.may_be_ambiguous(text):
        return ((0, text),)
    table = cells.advance(text)
    ambiguous = [_AMBIGUOUS[character] for character in text]
    ambiguous[0] = ambiguous[0] or cell_len(text[0]) == 0
    pieces: list[tuple[int, str]] = []
    begun = index = 0
    while index < len(text):
        end = cells.ceil(table, index)
        if end > index + 1 or ambiguous[index]:
            base, rest = text[index], text[index + 1 : end]
            if any(ambiguous[index:end]):
                wanted = table[end] - table[index]
                # If Rich cuts after the base, an emoji that a selector widens loses the cell between them.
                counted = min(cell_len(base + rest), cell_len(base) + sum(map(cell_len, rest)))
                rest = _filled(base, rest, wanted, wanted - counted) or rest + RESYNC
            pieces.append((begun, text[begun:index] + base + rest))
            begun = end
        index = end
    if begun < len(text):
        pieces.append((begun, text[begun:]))
    return pieces


def index_in(pieces: Sequence[tuple[int, str]], offset: int) -> int:
    """The index in the joined pieces of `painted` that corresponds to an offset in the text."""
    begun = [piece for piece in pieces if piece[0] <= offset]
    return sum(len(piece) for _, piece in begun[:-1]) + offset - begun[-1][0]


def has_placeholders(painted_text: str) -> bool:
    """Whether painted text holds placeholders. Searches for two characters: 2 µs for a screen."""
    return FILLER in painted_text or RESYNC in painted_text


def without_placeholders(painted_text: str) -> str:
    """The text that was painted."""
    return painted_text.replace(FILLER, "").replace(RESYNC, "")


def _filled(base: str, rest: str, wanted: int, missing: int) -> str:
    """`rest` with fillers for the `missing` cells, so that Rich gives the cluster `wanted` cells.

    An empty string if no cells are missing, or if no position of the fillers gives that width.
    The fillers go as far to the front as possible, so that a cut between the cells leaves them on its right
    side. They cannot follow a joiner, for which Rich would give them no cells.
    """
    if missing <= 0:
        return ""
    places = (rest[:index] + FILLER * missing + rest[index:] for index in range(len(rest) + 1))
    return next((place for place in places if cell_len(base + place) == wanted), "")


class _Ambiguous(dict[str, bool]):
    """Whether terminals disagree about a code point. Filled on demand."""

    def __missing__(self, character: str) -> bool:
        import unicodedata  # imported here because most articles never need it

        category = unicodedata.category(character)
        if category == "Mn":
            # A virama joins two letters to one cluster, and only some terminals do so.
            is_virama = unicodedata.combining(character) == 9
            found = is_virama or _compiled(_JOINERS).match(character) is not None
        else:
            found = category not in _SETTLED or cell_len(character) == 0 or character in SARA_AM
        self[character] = found and cells.may_be_ambiguous("a" + character)
        return self[character]


_AMBIGUOUS = _Ambiguous()
