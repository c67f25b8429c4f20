"""Dates as people and programs write them, as ISO dates.

Owns which spellings are understood: ISO and what resembles it, those of e-mail, and English months.
"""

from __future__ import annotations

import re
from datetime import datetime

from reader.text.clean import clean_line

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = (
    r"(?:,?[ T]+(?:at )?(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?)?"
    r" ?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)?"
)
_FORMS = tuple(
    re.compile(rf"{form}{_TIME}", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?:[a-z]{{2,9}}\.?,? )?{_DAY}(?: of)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})\b",
        rf"(?:[a-z]{{2,9}}\.?,? )?{_MONTH} {_DAY},? (?P<year>\d{{4}})\b",
        # as the C library and mailboxes write it: Thu May 28 14:30:00 2015
        rf"[a-z]{{3}} {_MONTH} {_DAY} (?P<before>\d{{2}}:\d{{2}}:\d{{2}}) (?P<year>\d{{4}})",
    )
)


def iso_date(text: str) -> str:
    """The ISO date, with the hour where there is one, that `text` begins with; empty for none."""
    line = clean_line(text[:200])
    for form in _FORMS:
        found = form.match(line)
        if found:
            return _iso(found.groupdict())
    return ""


def _iso(part: dict[str, str | None]) -> str:
    month = int(part.get("number") or _MONTHS.index((part.get("month") or "jan").lower()) + 1)
    day = f"{int(part['year'] or 0):04}-{month:02}-{int(part['day'] or 0):02}"
    hour = part.get("time") or part.get("before") or ""
    zone = (part.get("zone") or "") if hour else ""
    if zone[-1:].isalpha():
        zone = "Z"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    whole = (
        f"{day}T{'0' * (hour[1:2] == ':')}{hour}{zone}" if hour.strip("0:") else day
    )  # midnight: no hour is known
    for candidate in (whole, day):
        try:
            datetime.fromisoformat(candidate)
        except ValueError:
            continue
        return candidate
    return ""
