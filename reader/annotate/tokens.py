"""Split a paragraph into words and signs that know their places.

Owns what a word is for finding names: `U.S.` and `J.` are one word, `al-Assad` and `O'Neill` too; the
possessive `'s` stands apart, and every other sign is alone. Blanks are no tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.words import ABBREVIATED

_WORD = r"[\w\u0300-\u036f]"
# What makes an adjective of a name; the name stays a word of its own: `Kenya-based`.
_ADJECTIVES = (
    "based|led|backed|born|administered|controlled|occupied|style|wide|owned|run|held|funded|made|era|bound|trained|"
    "educated|registered|listed|linked|speaking|dominated|ruled|mediated|brokered|sponsored|supported|aligned"
)
_TOKEN = re.compile(
    rf"""(?<![\w.])(?:[A-Z]\.)+[A-Z]?(?!\w)   # J.  U.S.  U.S
       | ['’]s\b
       | {_WORD}+(?:(?:['’](?!s\b)|[-‑&](?!(?:{_ADJECTIVES})\b)|\.(?=[a-z\d])|,(?=\d)){_WORD}+)*
       | \S""",
    re.VERBOSE,
)
_ENDS = frozenset(".!?…")
_SOFT = frozenset('“"‘:•*—–-;([«„「『')
_CLOSERS = frozenset("”\"’)]»'")


class Token(NamedTuple):
    """A word or a sign: `text == paragraph[start:end]`."""

    text: str
    start: int
    end: int


def tokenize(paragraph: str) -> list[Token]:
    """The words and signs of `paragraph` in order. Linear."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(paragraph)]


def sentence_starts(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of the words that have a capital for their place: after an end, a colon, a dash, an open quote.

    A sign between the end and the word (a quote, a bracket) does not hide the start.
    """
    starts = set()
    fresh = True
    before = ""
    for index, token in enumerate(tokens):
        text = token.text
        if text[0].isalnum():
            if fresh:
                starts.add(index)
                fresh = False
        elif text in _ENDS:
            fresh = fresh or not (text == "." and before in ABBREVIATED)
        elif text in _SOFT:
            fresh = True
        elif text not in _CLOSERS:
            fresh = False
        before = text
    return frozenset(starts)
