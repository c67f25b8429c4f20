"""A paragraph as a row of tokens in which every quote is one token, cut into sentences.

Owns where words and sentences begin and end for the finding of speakers. A quote inside a sentence
("…," she said) does not end it, and the quote's own words are not seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import SPEAKERS, SPEECH
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.quotation_marks import Quoted

QUOTE = "\x00"
"""The text of a token that stands for a quote."""

_ABBREVIATIONS = word_set(
    """Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Capt Lt Sgt Maj Cmdr Adm Cpl Rev Hon St Jr Sr
    Fr Msgr Pres Atty Supt Insp Det Amb Sec Messrs Mmes Bros Inc Corp Co Ltd vs Ark Calif Colo Conn Del
    Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis
    Wyo Ariz Ala Jan Feb Mar Apr Aug Sept Oct Nov Dec No"""
)
_TOKEN = re.compile(
    rf"(?:{'|'.join(sorted(_ABBREVIATIONS))})\.(?=[\s,)’'])"
    r"|(?:[^\W\d_]\.){2,8}|[A-Z]\.(?=\s+[A-Z])"
    r"|['’][sS]\b|[^\W_]{1,60}(?:[-.&'’](?!s\b)[^\W_]{1,60}){0,9}|[^\w\s]|_"
)
_ENDS = frozenset(".!?…")
_STOPS = (".", "!", "?", "…", "—", "–", "-")


class Stream(NamedTuple):
    """The tokens of one paragraph.

    `words[i]` stands at `starts[i]:ends[i]` of its text; for a quote it is `QUOTE` and `quotes` maps `i` to
    the quote's number in the paragraph. `sentences` are half-open token ranges, in order.
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


def stream(text: str, quotes: Sequence[Quoted], unseen: Sequence[Quoted] = ()) -> Stream:
    """Cut `text` into tokens, but for what is `unseen` with its marks. Linear in its length."""
    whole = text
    if unseen:
        parts: list[str] = []
        done = 0
        for hidden in unseen:
            parts += (text[done : hidden.start - 1], " " * (hidden.end - hidden.start + 2))
            done = hidden.end + 1
        text = "".join((*parts, text[done:]))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: dict[int, int] = {}
    at = 0
    for number, quote in enumerate(quotes):
        _cut(text, at, _outside(text, quote.start, -1) if quote.opened else quote.start, words, starts, ends)
        numbers[len(words)] = number
        words.append(QUOTE)
        starts.append(quote.start)
        ends.append(quote.end)
        at = _outside(text, quote.end, 1) if quote.closed else quote.end
    _cut(text, at, len(text), words, starts, ends)
    return Stream(whole, words, starts, ends, numbers, _sentences(text, words, starts, ends))


def lower_openings(streams: Sequence[Stream]) -> None:
    """Lower the capital that only the place at the beginning of a sentence gives, in place.

    A word is taken for no name where the text has it in lower case too, or where it is one that
    speakers are called by.
    """
    seen = {word for stream in streams for word in stream.words if word.islower()}
    for words, sentences in ((stream.words, stream.sentences) for stream in streams):
        for start, end in sentences:
            first = next((i for i in range(start, min(end, start + 2)) if words[i][0].isalpha()), -1)
            if first >= 0 and words[first][0].isupper() and not words[first].isupper():
                low = words[first].lower()
                alone = first + 1 >= end or not words[first + 1][0].isupper()
                if alone and (low in SPEAKERS or low in seen):
                    words[first] = low


def _cut(text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())


def _sentences(text: str, words: list[str], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
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
            ended = _quote_ends(last_sign(text, ends[i]), words, i)
        else:
            continue
        if ended and i + 1 > start:
            found.append((start, i + 1))
            start = i + 1
    if start < last:
        found.append((start, last))
    return found


def _outside(text: str, at: int, step: int) -> int:
    """The place before the opening mark (step -1) or behind the closing one (1) of words that end at `at`."""
    while 0 < at < len(text) and text[at - (step < 0)].isspace():
        at += step
    return max(0, min(len(text), at + step))


def last_sign(text: str, end: int) -> str:
    """The last character before `end` that is no quotation mark: what a quote's words end with."""
    while end > 0 and text[end - 1] in "'’‘”“\" ":
        end -= 1
    return text[end - 1 : end]


def _quote_ends(sign: str, words: list[str], i: int) -> bool:
    """Whether the sentence ends with the quote at token `i`, whose last character is `sign`."""
    after = words[i + 1]
    if after == QUOTE:
        return sign in _STOPS
    if sign not in _ENDS or not after[0].isalnum() or after[0].islower():
        return False
    # “Why?” Ada Brandt asked. is one sentence, “Why?” Ada Brandt left. is not.
    if sign == "." and (i + 2 >= len(words) or words[i + 2].lower() not in SPEECH):
        return True
    return not any(word.lower() in SPEECH for word in words[i + 1 : i + 7])
