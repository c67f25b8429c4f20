"""Find dates with a month in a language with a grammar, and years behind a preposition.

Owns the forms `12. Mai 2026`, `12 mai 2026`, `3 de mayo de 2026`, `mayo de 2026`, `in 2026`. A value is
ISO 8601 with X for digits that the text does not give, as for English dates.
"""

from __future__ import annotations

import re
from functools import cache

from reader.annotate.languages.grammar import Grammar, grammar_of

_DIGIT = re.compile(r"\d")
_YEAR_WORDS = (
    "jahr jahre jahren seit bis von ab en depuis dès jusqu’en desde hasta de nel dal del in em "
    "sinds tot vanaf anno año ano"
)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    months = "|".join(grammar.months)
    joint = rf"\s(?:{grammar.date_joint}\s)?" if grammar.date_joint else r"\s"
    year_words = "|".join(_YEAR_WORDS.split())
    return re.compile(
        rf"(?<![\w.,])(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:\.|er|º|°)?{joint})?(?P<month>{months})\b(?:{joint}(?P<year>(?:1\d|20)\d\d)\b)?"
        rf"|\b(?:{year_words})\s(?P<alone>(?:1[5-9]|20)\d\d)(?![\w%]|[.,]\d)",
        re.IGNORECASE,
    )


def find_dates(text: str, grammar: Grammar) -> list[tuple[int, int, str]]:
    """Start, end and value of the dates in `text`, in order. A month alone is no date. Linear."""
    found: list[tuple[int, int, str]] = []
    if not _DIGIT.search(text):
        return found
    for match in _pattern(grammar.code).finditer(text):
        if match["alone"]:
            found.append((*match.span("alone"), match["alone"]))
        elif match["day"] or match["year"]:
            month = grammar.months.index(match["month"].lower()) + 1
            value = f"{match['year'] or 'XXXX'}-{month:02}"
            found.append((*match.span(), f"{value}-{int(match['day']):02}" if match["day"] else value))
    return found
