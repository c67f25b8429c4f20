"""Terms: the words of a text as the index of the library stores them, and as they are found again in an
article.

Owns what a word is for a search in many articles: a run of letters, digits and marks of the folded text.
Chinese, Japanese, Thai, Korean and the like are written without blanks, or with particles that follow a
word without one. They are indexed as pairs of characters, so that a part of a run is found. The index and
the finder here follow the same rules, so an article that the index returns has a hit, and its place is exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.model import Span
from reader.text.fold import fold
from reader.text.haystack import SEPARATOR, Joined, haystack
from reader.text.patterns import compiled
from reader.text.word_boundaries import UNSPACED

PARAGRAPH_END = "¶"
"""The token between two paragraphs in the index. No text has it as a word, so no phrase crosses it."""

LONGEST = 400
"""Characters of a term that are searched. A longer term is cut: nobody types it, and a pattern has a
price.
"""

_RUN_CLASS = f"{UNSPACED}\u30a1-\u30ff\u31f0-\u31ff\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_RUN = f"[{_RUN_CLASS}]+"
_PIECE = f"{_RUN}|[^ {_RUN_CLASS}]+"
_BEGINS = f"(?<![^ {SEPARATOR}{_RUN_CLASS}])"
_REST = f"[^ {SEPARATOR}{_RUN_CLASS}]*"
_ENDS = f"(?![^ {SEPARATOR}{_RUN_CLASS}])"


class Term(NamedTuple):
    """A word or a phrase to search for: its pieces in order. `prefix`: the last piece may go on.

    A piece is a word, or a run of a script without blanks.
    """

    pieces: tuple[str, ...]
    prefix: bool = False

    @property
    def match(self) -> str:
        """The term as a phrase of FTS5. It holds no quotation mark, so it cannot end the phrase early."""
        tokens: list[str] = []
        goes_on = self.prefix
        for index, piece in enumerate(self.pieces):
            if not compiled(_RUN).match(piece):
                tokens.append(piece)
            elif index + 1 < len(self.pieces):  # the run ends here in the text too
                tokens += [*_pairs(piece), piece[-1]]
            else:
                tokens += _pairs(piece) or [piece]
                goes_on = goes_on or len(piece) == 1
        return f'"{" ".join(tokens)}"' + (" *" if goes_on else "")

    @property
    def pattern(self) -> str:
        """A regular expression for the term in a `separated` text. It has no nested repeat: linear."""
        out = ""
        run_before = True
        for index, piece in enumerate(self.pieces):
            is_run = compiled(_RUN).match(piece) is not None
            if index:
                out += " *" if is_run or run_before else " +"
            elif not is_run:
                out += _BEGINS
            out += re.escape(piece)
            run_before = is_run
        if run_before:
            return out
        return out + (_REST if self.prefix else _ENDS)


def term(text: str, *, prefix: bool = False) -> Term | None:
    """The term that `text` stands for; None if the text has no letter and no digit."""
    pieces = tuple(compiled(_PIECE).findall(separated(fold(text[:LONGEST].replace(SEPARATOR, " ")).text)))
    return Term(pieces, prefix) if pieces else None


def separated(folded: str) -> str:
    """A folded text with a blank in place of every character that is no part of a word. The same length."""
    table = {ord(char): " " for char in set(folded) if not _is_part(char)}
    return folded.translate(table) if table else folded


def index_words(text: str) -> str:
    """The words of one paragraph as the index stores them, separated by blanks. Linear."""
    words = separated(fold(text).text)
    if words.isascii():
        return words
    apart: str = compiled(_RUN).sub(lambda run: f" {' '.join(_pairs(run[0]))} {run[0][-1]} ", words)
    return apart


def words_of(texts: Sequence[str]) -> str:
    """The words of several paragraphs as the index stores them."""
    return f" {PARAGRAPH_END} ".join(map(index_words, texts))


class TermFinder:
    """Finds terms in the paragraphs of one article. `first` is the index of the first paragraph."""

    def __init__(self, texts: Sequence[str], first: int = 0) -> None:
        self._hay = haystack(Joined(texts), first)
        self._portions = [(offset, separated(portion)) for offset, portion in self._hay.portions]

    def spans(self, found: Term) -> Iterator[Span]:
        """The spans of a term in reading order. They do not overlap."""
        pattern, first = re.compile(found.pattern), found.pieces[0]
        for offset, portion in self._portions:
            if first not in portion:
                continue
            for match in pattern.finditer(portion):
                yield Span(*self._hay.place(offset + match.start(), offset + match.end()))


def found_spans(texts: Sequence[str], terms: Sequence[Term]) -> list[Span]:
    """The places of all terms in reading order; of places that overlap only the first, longest one."""
    if not terms:
        return []
    finder = TermFinder(texts)
    found = {span for one in terms for span in finder.spans(one)}
    out: list[Span] = []
    for span in sorted(found, key=lambda span: (span.block, span.start, -span.end)):
        if not out or out[-1].block != span.block or span.start >= out[-1].end:
            out.append(span)
    return out


@lru_cache(maxsize=16384)
def _is_part(char: str) -> bool:
    """Whether a character is a part of a word. The separator of paragraphs stays in the text."""
    return char == SEPARATOR or unicodedata.category(char)[0] in "LNM"


def _pairs(run: str) -> list[str]:
    return [first + second for first, second in pairwise(run)]
