"""The byline, the line under the headline: authors, source, date and length.

Owns the count of words, the reading time and the format of dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from math import ceil

from reader.model import Block, Document

WORDS_PER_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute in Brysbaert's review of 190 studies
(Journal of Memory and Language 109, 2019), a little less for a screen."""

IDEOGRAPHS_PER_WORD = 1.6
"""Characters per word of Chinese: 255 characters are 158 words a minute in the reading speed texts of
Trauzettel-Klosinski and Dietz (Investigative Ophthalmology & Visual Science 53, 2012)."""

SEPARATOR = " · "
"""Stands between two parts of the byline. It is not painted at the beginning or the end of a row."""

UNSPACED_PER_WORD = 6.0
"""Characters per word of Thai, with vowel and tone marks: the factor of GMX-V 2.0 (ETSI, 2012). It has no
factor for Lao, Khmer and Burmese, which are written in the same way and counted with the same factor."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_IDEOGRAPHS = (
    "[\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
_UNSPACED = (
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17d7]+"
)
_NO_MARKS = dict.fromkeys(map(ord, "、。「」『』（）！？，．：；〈〉《》【】・…“”๏๚๛၊။។៕៖"), " ")
_SAMPLE = 20_000
_PORTION = 50_000
_YEAR_MONTH = r"([0-9]{4})-([0-9]{2})"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def count_words(blocks: Iterable[Block]) -> int:
    """The number of words in `blocks`.

    Words are separated by blanks. Chinese, Japanese, Thai, Lao, Khmer and Burmese have no blanks, so their
    words are estimated from the number of characters.

    Exact up to 20,000 characters. The beginning of a longer text decides for all of it: if it has none of
    these scripts and no double blanks, blanks are counted (2.5 ms per MB; a split takes 12 ms). A book is
    counted in portions, so that it is not in memory twice.
    """
    portions = _portions(blocks)
    first = next(portions, "")
    sample = first[:_SAMPLE]
    texts = chain((first,), portions)
    if not sample.isascii() and _has_unspaced(sample):
        return _count_by_characters(texts)
    if len(sample) < len(first) and "  " not in sample:
        return sum(text.count(" ") + text.count("\n") + 1 for text in texts)
    return sum(len(text.split()) for text in texts)


def _has_unspaced(text: str) -> bool:
    """Whether a text has words without blanks between them."""
    # Most texts have no such words, and checking their characters is quicker than compiling the patterns.
    characters = set(text)
    if all(character < "\u0e00" or "\u2000" <= character <= "\u2bff" for character in characters):
        return False
    return re.search(f"{_IDEOGRAPHS}|{_UNSPACED}", "".join(characters)) is not None


def _count_by_characters(texts: Iterable[str]) -> int:
    words = ideographs = unspaced = 0
    for text in texts:
        ideographs += sum(map(len, re.findall(_IDEOGRAPHS, text)))
        unspaced += sum(map(len, re.findall(_UNSPACED, text)))
        rest = re.sub(_UNSPACED, " ", re.sub(_IDEOGRAPHS, " ", text))
        words += len(rest.translate(_NO_MARKS).split())
    return words + round(ideographs / IDEOGRAPHS_PER_WORD) + ceil(unspaced / UNSPACED_PER_WORD)


def _portions(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of the blocks, joined by newlines to portions of more than `_PORTION` characters."""
    texts: list[str] = []
    size = 0
    for block in blocks:
        if block.text:
            texts.append(block.text)
            size += len(block.text)
        if size > _PORTION:
            yield "\n".join(texts)
            texts, size = [], 0
    if texts:
        yield "\n".join(texts)


def minutes(words: int) -> int:
    """Minutes to read `words` words, at least 1."""
    return max(1, round(words / WORDS_PER_MINUTE))


def display_date(iso: str) -> str:
    """`2015-05-28` as `28 May 2015`, followed by the time of day if there is one.

    A year and a month become `May 2015`. Any other text is returned unchanged.
    """
    try:
        if re.fullmatch(_DATE, iso):
            return _day(date.fromisoformat(iso))
        if re.match(_DATE, iso):
            moment = datetime.fromisoformat(iso)
            return f"{_day(moment)}, {moment:%H:%M}"
    except ValueError:
        return iso
    month = re.fullmatch(_YEAR_MONTH, iso)
    if month and 1 <= int(month[2]) <= 12:
        return f"{_MONTHS[int(month[2]) - 1]} {int(month[1])}"
    return iso


def byline(document: Document, words: int) -> str:
    """`Ada Winther · The Daily Example · 28 May 2015 · 1,912 words, 8 min`, without unknown parts."""
    noun = "word" if words == 1 else "words"
    parts = (
        _joined(document.authors),
        document.source.name,
        display_date(document.published),
        f"{words:,} {noun}, {_duration(minutes(words))}",
    )
    return SEPARATOR.join(part for part in parts if part)


def _joined(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _duration(total: int) -> str:
    """A time in minutes, or in hours and minutes if it is two hours or more."""
    if total < 120:
        return f"{total} min"
    hours, rest = divmod(total, 60)
    return f"{hours:,} h {rest} min" if rest else f"{hours:,} h"
