"""Tokens and sentences of a paragraph, with every quote as one token.

Owns what a word is in these languages: `l’` and `-t-il` are words of their own, `Dr.` has its full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.annotate.languages.grammar import Grammar, grammar_of
from reader.annotate.quotes.quotation_marks import QuotedSpan

QUOTE = "\x00"
"""The text of the token that stands for a quote."""
ENDS = frozenset(".!?…")
DASHES = frozenset("—–-")
_MARKS = "“”\"„«»‘’'‚‹›"
_OPENERS = frozenset('“„"«»‘‚›‹:—–-¿¡(')
_ABBREVIATIONS = "bzw ca st nr etc art pag pág cap vgl jh núm av tel"


class Tokens(NamedTuple):
    """The tokens of one paragraph.

    `words[i]` is at `starts[i]:ends[i]` of `text`. `lows[i]` is the same word in lower case with ’ as
    apostrophe; `capitals[i]` tells whether it begins with a capital letter. For a quote the word is QUOTE,
    and `quotes` maps its index to the number of the quote. `sentences` are half-open ranges of tokens.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]
    quotes: dict[int, int]
    sentences: list[tuple[int, int]]

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` up to token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


@cache
def _pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    dotted = [re.escape(title[:-1]) for title in grammar.titles if title.endswith(".") and len(title) > 2]
    short = "|".join(sorted((*dotted, *_ABBREVIATIONS.split()), key=len, reverse=True))
    joints = "-&" if grammar.elisions else "-&’'"
    inverted = r"(?!(?:t-)?(?:ils?|elles?|on)\b)" if grammar.inverted_pronouns else ""
    elision = r"aujourd[’']hui|[^\W\d_]{1,8}[’'](?=[^\W\d_])|" if grammar.elisions else ""
    pronoun = r"-(?:t-)?(?:ils?|elles?|on)\b|" if grammar.inverted_pronouns else ""
    return re.compile(
        rf"\b(?i:{short})\.(?=[\s,])|(?:[^\W\d_]\.){{2,6}}|\b[A-ZÀ-Ý]\.(?=\s+[A-ZÀ-Ý])|{elision}{pronoun}"
        rf"\d{{1,20}}(?:[.,:]\d{{1,20}}){{0,5}}|[^\W_]{{1,60}}(?:[{joints}]{inverted}[^\W_]{{1,60}}){{0,6}}|[^\w\s]|_",
    )


def tokenize(text: str, grammar: Grammar, quotes: Sequence[QuotedSpan] = ()) -> Tokens:
    """The tokens of `text` with one token for each of `quotes`, which are in order. Linear."""
    pattern = _pattern(grammar.code)
    spans: list[tuple[int, int]] = []
    numbers: dict[int, int] = {}
    at = 0
    for number, quote in enumerate(quotes):
        before = _outside(text, quote.start, -1) if quote.opened else quote.start
        spans += [match.span() for match in pattern.finditer(text, at, max(at, before))]
        numbers[len(spans)] = number
        spans.append((quote.start, quote.end))
        at = _outside(text, quote.end, 1) if quote.closed else quote.end
    spans += [match.span() for match in pattern.finditer(text, at)]
    words = [text[start:end] for start, end in spans]
    for index in numbers:
        words[index] = QUOTE
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    lows = [word.lower().replace("'", "’") for word in words]
    capitals = [word[0].isupper() for word in words]
    return Tokens(
        text, words, lows, starts, ends, capitals, numbers, _sentences(text, words, lows, ends, grammar)
    )


def _outside(text: str, at: int, step: int) -> int:
    """The offset outside the quotation mark at the edge `at` of a quote."""
    while 0 < at < len(text) and text[at - (step < 0)].isspace():
        at += step
    if 0 <= at - (step < 0) < len(text) and text[at - (step < 0)] in _MARKS:
        at += step
    return max(0, min(len(text), at))


def _sentences(
    text: str, words: list[str], lows: list[str], ends: list[int], grammar: Grammar
) -> list[tuple[int, int]]:
    """Half-open ranges of the tokens of each sentence."""
    found, start, last = [], 0, len(words)
    for i in range(last - 1):
        word, after = words[i], words[i + 1]
        if word in ENDS:
            ended = not after[0].islower() and after not in ENDS and after not in ",)]»”’"
            ended = ended and not (word == "." and _is_ordinal(words, i, grammar))
        elif word == QUOTE:
            mark = text[max(0, ends[i] - 4) : ends[i]].rstrip(_MARKS + " \u00a0\u202f")[-1:]
            ended = mark in ENDS and after not in ",;:)]" and after not in DASHES and after not in ENDS
            ended = ended and (
                after == QUOTE or (not after[0].islower() and not grammar.is_speech_verb(lows[i + 1]))
            )
        else:
            continue
        if ended:
            found.append((start, i + 1))
            start = i + 1
    if start < last:
        found.append((start, last))
    return found


def _is_ordinal(words: list[str], i: int, grammar: Grammar) -> bool:
    """Whether the full stop at `i` makes an ordinal number, as in the German `14. April`."""
    return grammar.nouns_capitalized and i > 0 and words[i - 1].isdigit() and len(words[i - 1]) < 3


def sentence_starts(tokens: Tokens) -> set[int]:
    """Indexes of the words whose capital may come from a full stop, colon or opening mark before."""
    starts = set()
    at_start = True
    for index, word in enumerate(tokens.words):
        if word[0].isalnum():
            if at_start:
                starts.add(index)
            at_start = word[0].isdigit() and at_start
        elif word in ENDS or word in _OPENERS:
            closing = word in _OPENERS and index > 0 and tokens.ends[index - 1] == tokens.starts[index]
            at_start = at_start or not closing or word in ENDS or word == ":"
        elif word not in ")”’»":
            at_start = False
    return starts
