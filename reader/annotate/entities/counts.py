"""Find shares and crowds: `12.5 percent`, `4,000 people`, `1.2 million young voters`.

Owns their forms. A value is what is counted and the number in digits, `percent 12.5`, `people 4000`, a range
as `percent 5/percent 7`, so that they sort by size. Crowds under ten are no figures, but part of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.annotate.entities.dates import Found
from reader.annotate.entities.money import number, say
from reader.annotate.lexicon.currencies import SCALES
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.lexicon.words import PERSON_NOUNS

PERCENT, PEOPLE = "percent", "people"
RULES = frozenset((PERCENT, PEOPLE))
"""The rules by which these are told from sums of money."""
LEAST = 10
"""People that make a crowd."""
# What must not stand before it is looked at afterwards: a search for digits alone is quicker. No longer
# than numbers are, or a row of digits would be read to its end from each of them.
_DIGITS = r"\d{1,15}(?:[.,]\d{1,15}){0,6}"
_NUMBER = rf"(?P<from>{_DIGITS})"
_NOT_BEFORE = frozenset(".,:/$€£¥₹+-_")
_PERCENT = re.compile(
    rf"{_NUMBER}(?:\s?(?:-|–|to)\s?(?P<to>{_DIGITS}))?\s?(?:%(?!\w)|per\s?cent\b|percentage\spoints?\b)"
)
_PEOPLE = re.compile(
    rf"{_NUMBER}\s(?:(?P<scale>thousand|million|billion)\s)?(?P<noun>[a-z]+)(?:\s(?P<next>[a-z]+))?"
)
_MANY = word_set(
    """
    people men women children families households residents inhabitants citizens civilians workers
    employees staff voters troops passengers patients migrants refugees immigrants fans spectators
    visitors tourists prisoners inmates detainees villagers subscribers users customers believers
    pilgrims delegates participants volunteers recruits fighters rebels policemen firemen fishermen
    policewomen lives
    """
)
_KINDS = word_set(
    """
    more other new local young old elderly adult armed dead injured wounded sick poor homeless
    foreign former additional older younger unarmed black white
    """
)


def find_counts(text: str) -> list[Found]:
    """The shares and crowds in `text` in order, none over another. Linear."""
    return sorted((*_percents(text), *_crowds(text)))


def _percents(text: str) -> Iterator[Found]:
    if "%" not in text and "cent" not in text:
        return
    for match in _PERCENT.finditer(text):
        if not _begins(text, match.start()):
            continue
        start, first = match.start(), number(match["from"])
        value = say(PERCENT, first)
        if match["to"]:
            last = number(match["to"])
            if first < last:
                value += "/" + say(PERCENT, last)
            else:  # from 25 in 2030 to 32 percent
                start, value = match.start("to"), say(PERCENT, last)
        yield Found(start, match.end(), value, PERCENT)


def _crowds(text: str) -> Iterator[Found]:
    for match in _PEOPLE.finditer(text):
        name = "next" if match["noun"] in _KINDS else "noun"
        if not _are_people(match[name]) or _is_year(match["from"]) or not _begins(text, match.start()):
            continue
        size = number(match["from"]) * SCALES.get(match["scale"] or "", 1)
        if size >= LEAST and size == int(size):
            yield Found(match.start(), match.end(name), say(PEOPLE, size), PEOPLE)


def _begins(text: str, at: int) -> bool:
    """Whether a number that begins there is a number as a whole: not that of `R2`, `1:30`, `$40`."""
    return not at or not (text[at - 1].isalnum() or text[at - 1] in _NOT_BEFORE)


def _are_people(noun: str | None) -> bool:
    return noun is not None and (noun in _MANY or (noun[-1] == "s" and noun[:-1] in PERSON_NOUNS))


def _is_year(digits: str) -> bool:
    """`In 2019 people left.`"""
    return len(digits) == 4 and digits.isdigit() and 1900 <= int(digits) < 2100
