"""Find dates and normalize them.

Owns the forms: weekdays, months, days and years, ranges, ISO dates. A value is ISO 8601 with X for digits
that the text does not give: `2022-07-19`, `XXXX-07-19`, `2022-07`, `XXXX-WXX-6`, a range as `2017/2021`. The
value of a date with slashes is the date as written.
"""

from __future__ import annotations

import re

from reader.annotate.entities.value_match import ValueMatch
from reader.annotate.lexicon.word_set import word_set

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|[.,]\d|\s?%)"
_TO = r"\s?(?:-|–|—|to|and|until|through)\s?"
_UNTIL = r"\s?(?:-|–|—|to|until|through)\s?"
_DATE = re.compile(
    rf"""(?<![\w$€£₹/.,-])(?:
      (?:(?P<w1>{_WEEKDAY}),?\s(?:the\s)?)?(?P<d1>{_NUMBER})(?:{_TO}(?P<e1>{_NUMBER}))?\s(?:day\s)?(?:of\s)?(?P<m1>{_MONTH})(?![\w])
        (?:{_UNTIL}(?P<f1>{_NUMBER})\s(?P<g1>{_MONTH})(?!\w))?
        (?:,?\s(?:of\s)?(?P<y1>{_YEAR}))?
    | (?:(?P<w2>{_WEEKDAY}),?\s)?(?P<m2>{_MONTH})\s(?:the\s)?(?P<d2>{_NUMBER})(?![\w])
        (?:{_UNTIL}(?P<g2>{_MONTH})\s(?P<f2>{_NUMBER})(?!\w)|{_TO}(?P<e2>{_NUMBER})(?!\w))?
        (?:,?\s(?P<y2>{_YEAR}))?
    | (?P<m8>{_MONTH})(?:\s?[-–]\s?|\sto\s|\sand\s)(?P<m9>{_MONTH}),?\s(?P<y9>{_YEAR})
    | (?P<m3>{_MONTH}),?\s(?:of\s)?(?P<y3>{_YEAR})
    | (?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\w)
    | (?P<slash>\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)(?!\w)
    | (?P<y4>{_YEAR})(?:\s?[-–/]\s?|\sto\s)(?P<z4>(?:1\d|20)\d\d|\d\d)(?![\w%]|[.,]\d)
    | (?P<w5>{_WEEKDAY})(?!\w)
    | (?P<m6>{_MONTH})(?!\w)
    | (?P<y7>{_YEAR})s?(?![\w-])
    )""",
    re.VERBOSE,
)
_BEFORE_YEAR = word_set(
    """in since of from until till by during before after around about circa c late early mid year to between
    and through for the"""
)
_BEFORE_MONTH = word_set(
    """in since of from until till by during before after late early mid mid- last next this every each on
    through to and between"""
)
_COUNTED = re.compile(
    r"\s+(?:people|men|women|children|students|workers|employees|deaths|cases|km|miles|metres|meters|kilometers|kilometres|feet|tons|tonnes|acres|hectares|"
    r"dollars|euros|pounds|rupees|rand|yuan|square|other|more|new|local|young|votes|soldiers|troops|families|houses|homes|units|patients|jobs|members|points|times|kg|m|sq)\b"
)
"""Nouns after a number that is a count, not a year."""
_WORD_BEFORE = re.compile(r"([\w-]+)\W*$")


def find_dates(text: str) -> list[ValueMatch]:
    """The dates in `text` in order, without overlap. Linear."""
    found = []
    for match in _DATE.finditer(text):
        value, rule = _value(match)
        if rule == "month" and not _is_lone_month(text, match):
            continue
        if rule == "year" and not _is_lone_year(text, match):
            continue
        if rule == "years" and value[5:] <= value[:4]:  # a number with a hyphen
            continue
        found.append(ValueMatch(match.start(), match.end(), value, rule))
    return found


def _value(match: re.Match[str]) -> tuple[str, str]:
    """The normalized value and the rule of a match."""
    for n in ("1", "2"):
        if month := match[f"m{n}"]:
            year = match[f"y{n}"] or "XXXX"
            head = f"{year}-{_month(month)}-"
            value = head + _two_digits(match[f"d{n}"])
            if end := match[f"e{n}"]:
                value += f"/{head}{_two_digits(end)}"
            elif end := match[f"f{n}"]:
                value += f"/{year}-{_month(match[f'g{n}'])}-{_two_digits(end)}"
            return value, "day and month"
    if match["m8"]:
        year = match["y9"]
        return f"{year}-{_month(match['m8'])}/{year}-{_month(match['m9'])}", "months and year"
    if match["m3"]:
        return f"{match['y3']}-{_month(match['m3'])}", "month and year"
    if match["iso"]:
        return match["iso"], "ISO date"
    if match["slash"]:
        return match["slash"], "date with slashes"
    if match["y4"]:
        first, last = match["y4"], match["z4"]
        return f"{first}/{last if len(last) == 4 else first[:2] + last}", "years"
    if match["w5"]:
        return f"XXXX-WXX-{_DAYS.index(match['w5'][:3].lower()) + 1}", "weekday"
    if match["m6"]:
        return f"XXXX-{_month(match['m6'])}", "month"
    year = match["y7"]
    return (year[:3] + "X" if match.group().endswith("s") else year), "year"


def _month(word: str) -> str:
    return f"{_MONTHS.index(word[:3].lower()) + 1:02}"


def _two_digits(day: str) -> str:
    return f"{int(re.sub(r'[a-z]', '', day)):02}"


def _word_before(text: str, start: int) -> str:
    """The word before the offset `start`."""
    match = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return match[1] if match else ""


def _is_lone_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month alone is a date: `May`, `March` and short forms need a word of time before them."""
    word = match.group()
    before = _word_before(text, match.start()).lower()
    if word == "May" and text.startswith(" Day", match.end()):
        return False
    if word in ("May", "March", "August", "April", "June") or (len(word) < 5 and word not in ("July",)):
        return before in _BEFORE_MONTH and match.start() > 0
    return True


def _is_lone_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits alone are a year: not if they count something."""
    if match.group().endswith("s") and not match["y7"].endswith("0"):
        return False
    if _COUNTED.match(text, match.end()):
        return False
    year = int(match["y7"])
    before = _word_before(text, match.start())
    gap = text[match.start() - 1 : match.start()].isspace()
    if gap and before.lower() in _BEFORE_YEAR:
        return year >= 1000
    # Part of a name: `Film Awards 2022`.
    if gap and before[:1].isupper() and text[match.start() - 2].isalnum():
        return False
    return year >= 1900 or text[match.start() - 1 : match.start()] == "("
