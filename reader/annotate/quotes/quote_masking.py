"""A paragraph as a list of tokens in which every quote is a single token, split into sentences.

Owns tokens and sentence boundaries for attribution. A quote inside a sentence (“…,” she said) does not end
the sentence, and the words of a quote are not examined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import (
    CUE_VERBS,
    PREPOSITIONS,
    SPEAKER_NOUNS,
    TWO_WORD_CUE_VERBS,
    VERBS_WITH_LISTENER,
)
from reader.annotate.lexicon.word_classes import ABBREVIATIONS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.quotation_marks import QuotedSpan

QUOTE = "\x00"
"""The text of the token that stands for a quote."""

_TOKEN = re.compile(
    rf"(?:{'|'.join(sorted(ABBREVIATIONS))})\.(?=[\s,)’'])"
    rf"|\b(?:{'|'.join(TWO_WORD_CUE_VERBS)})\b(?:(?<=back)|(?=\s?(?:[^\w\s]|$|to (?:say|add|tell|ask))))"
    r"|(?:[^\W\d_]\.){2,8}|[A-Z]\.(?=\s+[A-Z])"
    r"|['’][sS]\b|[^\W_]{1,60}(?:[-.&'’](?!s\b)[^\W_]{1,60}){0,9}|[^\w\s]|_"
)
_ENDS = frozenset(".!?…")
_TIME_UNITS = word_set("seconds moments minutes hours days weeks months years decades")
_AFTER_SPEECH = word_set(
    """then later again once recently earlier soon today yesterday monday tuesday wednesday thursday friday
    saturday sunday and while as"""
)
"""Words after "NAME said" that show that the sentence belongs to the quote before it."""
_STOPS = (".", "!", "?", "…", "—", "–", "-")
"""Marks at the end of a quote that end the sentence before another quote."""


class MaskedParagraph(NamedTuple):
    """The tokens of one paragraph.

    `words[i]` is at `starts[i]:ends[i]` of `text`. For a quote the word is `QUOTE` and `quotes` maps `i` to
    the number of the quote in the paragraph. `sentences` are half-open token ranges, in order.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, int]
    sentences: list[tuple[int, int]]

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` up to token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


def mask_quotes(
    text: str, quotes: Sequence[QuotedSpan], hidden: Sequence[QuotedSpan] = ()
) -> MaskedParagraph:
    """Tokenize `text` with one token for each quote. `hidden` spans are left out with their marks. Linear."""
    original = text
    if hidden:
        parts: list[str] = []
        done = 0
        for quote in hidden:
            parts += (text[done : quote.start - 1], " " * (quote.end - quote.start + 2))
            done = quote.end + 1
        text = "".join((*parts, text[done:]))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: dict[int, int] = {}
    at = 0
    for number, quote in enumerate(quotes):
        _append_tokens(
            text,
            at,
            _place_outside_mark(text, quote.start, -1) if quote.opened else quote.start,
            words,
            starts,
            ends,
        )
        numbers[len(words)] = number
        words.append(QUOTE)
        starts.append(quote.start)
        ends.append(quote.end)
        at = _place_outside_mark(text, quote.end, 1) if quote.closed else quote.end
    _append_tokens(text, at, len(text), words, starts, ends)
    return MaskedParagraph(original, words, starts, ends, numbers, _sentences(text, words, starts, ends))


def lowercase_sentence_starts(paragraphs: Sequence[MaskedParagraph]) -> None:
    """Convert words that are capitalized only at the start of a sentence to lower case, in place.

    Such a word also occurs in lower case in the text, or is a noun for a speaker, or is the name of a unit of
    time: "Hours later".
    """
    seen = {word for masked in paragraphs for word in masked.words if word.islower()}
    for words, sentences in ((masked.words, masked.sentences) for masked in paragraphs):
        for start, end in sentences:
            first = next((i for i in range(start, min(end, start + 2)) if words[i][0].isalpha()), -1)
            if first >= 0 and words[first][0].isupper() and not words[first].isupper():
                lower = words[first].lower()
                if lower == "will":  # a verb at the start of a question, except in “Will Brandt said”
                    verb = words[first + 2].lower() if first + 2 < end else ""
                    if CUE_VERBS.get(verb, "base") == "base" and verb != ",":
                        words[first] = lower
                    continue
                alone = first + 1 >= end or not words[first + 1][0].isupper()
                if alone and (lower in SPEAKER_NOUNS or lower in seen or lower in _TIME_UNITS):
                    words[first] = lower


def _append_tokens(
    text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]
) -> None:
    """Append the tokens of `text[start:end]`."""
    for match in _TOKEN.finditer(text, start, max(start, end)):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())


def _sentences(text: str, words: list[str], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Half-open ranges of the tokens of each sentence."""
    found = []
    start = 0
    last = len(words)
    for i, word in enumerate(words):
        if i + 1 == last:
            break
        if word in _ENDS:
            ended = words[i + 1] == QUOTE or not words[i + 1][0].islower()
            ended = ended and words[i + 1] not in (")", "]", ",", "’", "'") and words[i + 1] not in _ENDS
        elif word == QUOTE:
            ended = _quote_ends(last_mark(text, ends[i]), words, i)
        else:
            continue
        if ended and i + 1 > start:
            found.append((start, i + 1))
            start = i + 1
    if start < last:
        found.append((start, last))
    return found


def _place_outside_mark(text: str, at: int, step: int) -> int:
    """The offset outside the mark at the edge `at` of a quote; `step` is -1 for the opening mark."""
    while 0 < at < len(text) and text[at - (step < 0)].isspace():
        at += step
    return max(0, min(len(text), at + step))


def last_mark(text: str, end: int) -> str:
    """The last character before `end` that is not a quotation mark or space."""
    while end > 0 and text[end - 1] in "'’‘”“\" ":
        end -= 1
    return text[end - 1 : end]


def _quote_ends(last_character: str, words: list[str], i: int) -> bool:
    """Whether the sentence ends with the quote at token `i`."""
    after = words[i + 1]
    if after == QUOTE:
        return last_character in _STOPS
    if last_character not in _ENDS or not after[0].isalnum() or after[0].islower():
        return False
    # One sentence: “Why?” Ada Brandt asked. Two sentences: “Why?” Ada Brandt left.
    if last_character == "." and (i + 2 >= len(words) or words[i + 2].lower() not in CUE_VERBS):
        return True
    if last_character == "." and words[i + 2].lower() not in VERBS_WITH_LISTENER:
        follows = words[i + 3].lower() if i + 3 < len(words) else "."
        if follows[0].isalnum() and follows not in PREPOSITIONS and follows not in _AFTER_SPEECH:
            return True  # “It is late.” Ada Brandt said she would leave.
    return not any(word.lower() in CUE_VERBS for word in words[i + 1 : i + 7])
