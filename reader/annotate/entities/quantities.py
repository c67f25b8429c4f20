"""Find percentages and numbers of people: `12.5 percent`, `4,000 people`, `1.2 million young voters`.

Owns their forms. A value is the unit and the number in digits, `percent 12.5`, `people 4000`, a range as
`percent 5/percent 7`, so that values sort by size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.annotate.entities.money import format_value, parse_number
from reader.annotate.entities.value_match import ValueMatch
from reader.annotate.lexicon.currencies import SCALES
from reader.annotate.lexicon.word_classes import PERSON_NOUNS
from reader.annotate.lexicon.word_set import word_set

PERCENT, PEOPLE = "percent", "people"
RULES = frozenset((PERCENT, PEOPLE))
"""The rules of quantities, which distinguish them from sums of money."""
MIN_PEOPLE = 10
"""The least number of people that counts as a figure."""
# A search for digits alone is quick, so the character before them is tested afterwards. The length is
# limited because a long row of digits would be scanned from each of its digits.
_DIGITS = r"\d{1,15}(?:[.,]\d{1,15}){0,6}"
_NUMBER = rf"(?P<from>{_DIGITS})"
_NOT_BEFORE = frozenset(".,:/$€£¥₹+-_")
_PERCENT_PATTERN = re.compile(
    rf"{_NUMBER}(?:\s?(?:-|–|to)\s?(?P<to>{_DIGITS}))?\s?(?:%(?!\w)|per\s?cent\b|percentage\spoints?\b)"
)
_PEOPLE_PATTERN = re.compile(
    rf"{_NUMBER}\s(?:(?P<scale>thousand|million|billion)\s)?(?P<noun>[a-z]+)(?:\s(?P<next>[a-z]+))?"
)
_PEOPLE_NOUNS = word_set(
    """people men women children families households residents inhabitants citizens civilians workers
    employees staff voters troops passengers patients migrants refugees immigrants fans spectators
    visitors tourists prisoners inmates detainees villagers subscribers users customers believers pilgrims
    delegates participants volunteers recruits fighters rebels policemen firemen fishermen policewomen
    lives"""
)
_PEOPLE_ADJECTIVES = word_set(
    """more other new local young old elderly adult armed dead injured wounded sick poor homeless foreign
    former additional older younger unarmed black white"""
)


def find_quantities(text: str) -> list[ValueMatch]:
    """The percentages and numbers of people in `text` in order, without overlap. Linear."""
    return sorted((*_percentages(text), *_people(text)))


def _percentages(text: str) -> Iterator[ValueMatch]:
    """The percentages of a text."""
    if "%" not in text and "cent" not in text:
        return
    for match in _PERCENT_PATTERN.finditer(text):
        if not _begins_number(text, match.start()):
            continue
        start, first = match.start(), parse_number(match["from"])
        value = format_value(PERCENT, first)
        if match["to"]:
            last = parse_number(match["to"])
            if first < last:
                value += "/" + format_value(PERCENT, last)
            else:  # from 25 in 2030 to 32 percent
                start, value = match.start("to"), format_value(PERCENT, last)
        yield ValueMatch(start, match.end(), value, PERCENT)


def _people(text: str) -> Iterator[ValueMatch]:
    """The numbers of people of a text."""
    for match in _PEOPLE_PATTERN.finditer(text):
        name = "next" if match["noun"] in _PEOPLE_ADJECTIVES else "noun"
        if not _are_people(match[name]) or _is_year(match["from"]) or not _begins_number(text, match.start()):
            continue
        size = parse_number(match["from"]) * SCALES.get(match["scale"] or "", 1)
        if size >= MIN_PEOPLE and size == int(size):
            yield ValueMatch(match.start(), match.end(name), format_value(PEOPLE, size), PEOPLE)


def _begins_number(text: str, at: int) -> bool:
    """Whether a whole number begins at this offset. Not in `R2`, `1:30`, `$40`."""
    return not at or not (text[at - 1].isalnum() or text[at - 1] in _NOT_BEFORE)


def _are_people(noun: str | None) -> bool:
    return noun is not None and (noun in _PEOPLE_NOUNS or (noun[-1] == "s" and noun[:-1] in PERSON_NOUNS))


def _is_year(digits: str) -> bool:
    """Whether the digits are a year, as in `In 2019 people left.`"""
    return len(digits) == 4 and digits.isdigit() and 1900 <= int(digits) < 2100
