"""A candidate: a span of tokens that may be a name, and what its words alone show.

Owns the values that pass between finding, typing and clustering names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining, normalize

from reader.annotate.lexicon.word_lists import gazetteer, list_words
from reader.annotate.tokens import Token


class Candidate(NamedTuple):
    """A possible name: tokens `first_token:end_token` of a paragraph, `start:end` in its text.

    `title` is the title or role that was cut off before it. If `sentence_initial`, its capital may be only
    the capital of the sentence.
    """

    paragraph: int
    first_token: int
    end_token: int
    start: int
    end: int
    words: tuple[str, ...]
    name: str
    title: str
    sentence_initial: bool

    @property
    def place(self) -> tuple[int, int]:
        """Paragraph and start, for comparing in reading order."""
        return self.paragraph, self.start


class TokenizedText(NamedTuple):
    """A paragraph as tokens, with the indexes of sentence starts.

    Capitals are no evidence for a name in a `heading`.
    """

    tokens: list[Token]
    starts: frozenset[int]
    heading: bool


QUOTATION_MARKS = frozenset("“”\"‘’'")
"""Marks around a nickname."""
_MARKS_IN_NAMES = QUOTATION_MARKS | {"."}


def make_candidate(paragraph: int, text: TokenizedText, first: int, stop: int, title: str) -> Candidate:
    """The candidate of the tokens `first:stop`."""
    tokens = text.tokens
    return Candidate(
        paragraph,
        first,
        stop,
        tokens[first].start,
        tokens[stop - 1].end,
        tuple(token.text for token in tokens[first:stop] if token.text not in _MARKS_IN_NAMES),
        joined_text(tokens, first, stop),
        title,
        first in text.starts,
    )


def joined_text(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The text of the tokens `first:stop`, with one space for each gap."""
    out = []
    for index in range(first, stop):
        if index > first and tokens[index].start > tokens[index - 1].end:
            out.append(" ")
        out.append(tokens[index].text)
    return "".join(out)


def without_accents(name: str) -> str:
    """The name without accents and with straight apostrophes, as names are compared."""
    if name.isascii():
        return name
    letters = (letter for letter in normalize("NFD", name.replace("’", "'")) if not combining(letter))
    return normalize("NFC", "".join(letters))


def in_gazetteer(name: str) -> bool:
    """Whether a list of places or organizations contains the name."""
    return name in gazetteer()


def is_demonym(word: str) -> bool:
    """Whether the word is a nationality, people or faith: `Kenyan`, `Kenyans`, `pro-Russian`."""
    demonyms = list_words("demonyms")
    if word in demonyms or (word[-1] == "s" and word[:-1] in demonyms):
        return True
    if "-" in word:
        head, _, tail = word.rpartition("-")
        if head in list_words("given_names"):  # Marie-Christian
            return False
        return tail in demonyms or (head in demonyms and tail.islower())
    return False


def is_acronym_of(short: str, words: Sequence[str]) -> bool:
    """Whether `short` is made of the first letters of the words, with or without lower-case words."""
    if not short.isupper():
        return False
    letters = short.replace(".", "").replace("-", "")
    if len(letters) < 2:
        return False
    big = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words if word[0].isalpha()).upper()
    split = "".join(
        piece[0] for word in words if word[0].isupper() for piece in word.split("-") if piece
    ).upper()
    return letters in (big, every, split)
