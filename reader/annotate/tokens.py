"""Split a paragraph into tokens for finding names.

Owns what a token is: `U.S.`, `J.`, `al-Assad` and `O'Neill` are one token each. The possessive `'s` and every
other punctuation mark are separate tokens. White space is not a token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.word_classes import ABBREVIATIONS

_WORD = r"[\w\u0300-\u036f]"
# Participles that make an adjective from a name. The name stays a token: `Kenya-based`.
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
_SENTENCE_ENDS = frozenset(".!?…")
_CLAUSE_OPENERS = frozenset('“"‘:•*—–-;([«„「『')
_CLOSERS = frozenset("”\"’)]»'")


class Token(NamedTuple):
    """A word or a punctuation mark: `text == paragraph[start:end]`."""

    text: str
    start: int
    end: int


def tokenize(paragraph: str) -> list[Token]:
    """The tokens of `paragraph` in order. Linear."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(paragraph)]


def sentence_starts(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of the words whose capital may come from their position.

    That is the first word after a full stop, a colon, a dash or an opening quotation mark. A bracket or
    quotation mark in between does not change that.
    """
    starts = set()
    at_start = True
    before = ""
    for index, token in enumerate(tokens):
        text = token.text
        if text[0].isalnum():
            if at_start:
                starts.add(index)
                at_start = False
        elif text in _SENTENCE_ENDS:
            at_start = at_start or not (text == "." and before in ABBREVIATIONS)
        elif text in _CLAUSE_OPENERS:
            at_start = True
        elif text not in _CLOSERS:
            at_start = False
        before = text
    return frozenset(starts)
