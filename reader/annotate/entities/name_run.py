"""A run of words that may be a name, and what its words alone say.

Owns the values that pass between finding, typing and folding names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining, normalize

from reader.annotate.lexicon.lists import gazetteer, words
from reader.annotate.tokens import Token


class Run(NamedTuple):
    """A possible name: tokens `first` to `last` (exclusive) of a paragraph, `start` to `end` in its text.

    `title` is the title or role cut off before it, `fresh` whether it begins where any word has a capital.
    """

    paragraph: int
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    name: str
    title: str
    fresh: bool


class Text(NamedTuple):
    """A paragraph cut into tokens; `heading` when its capitals say nothing."""

    tokens: list[Token]
    starts: frozenset[int]
    heading: bool


MARKS = frozenset("“”\"‘’'")
"""What stands around a nickname."""
_SIGNS = MARKS | {"."}


def run_of(paragraph: int, text: Text, lo: int, last: int, title: str) -> Run:
    """The tokens `lo` to `last` (exclusive) of a paragraph as a run."""
    tokens = text.tokens
    return Run(
        paragraph,
        lo,
        last,
        tokens[lo].start,
        tokens[last - 1].end,
        tuple(token.text for token in tokens[lo:last] if token.text not in _SIGNS),
        name_of(tokens, lo, last),
        title,
        lo in text.starts,
    )


def name_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words as one name: one blank where the text has a gap."""
    out = []
    for index in range(first, last):
        if index > first and tokens[index].start > tokens[index - 1].end:
            out.append(" ")
        out.append(tokens[index].text)
    return "".join(out)


def plain(name: str) -> str:
    """The name without accents and with plain apostrophes: how names are compared."""
    if name.isascii():
        return name
    letters = (letter for letter in normalize("NFD", name.replace("’", "'")) if not combining(letter))
    return normalize("NFC", "".join(letters))


def known(name: str) -> bool:
    """Whether a list of places or organisations holds the name."""
    return name in gazetteer()


def is_demonym(word: str) -> bool:
    """Whether the word says a nation, people or faith: `Kenyan`, `Kenyans`, `pro-Russian`."""
    demonyms = words("demonyms")
    if word in demonyms or (word[-1] == "s" and word[:-1] in demonyms):
        return True
    if "-" in word:
        head, _, tail = word.rpartition("-")
        if head in words("given_names"):  # Marie-Christian is no nation
            return False
        return tail in demonyms or (head in demonyms and tail.islower())
    return False


def is_initials(short: str, parts_of: Sequence[str]) -> bool:
    """Whether `short` is made of the first letters of the words, small words left out or kept."""
    if not short.isupper():
        return False
    letters = short.replace(".", "").replace("-", "")
    if len(letters) < 2:
        return False
    big = "".join(word[0] for word in parts_of if word[0].isupper())
    every = "".join(word[0] for word in parts_of if word[0].isalpha()).upper()
    split = "".join(
        piece[0] for word in parts_of if word[0].isupper() for piece in word.split("-") if piece
    ).upper()
    return letters in (big, every, split)
