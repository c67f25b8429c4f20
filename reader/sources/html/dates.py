"""Dates as pages write them, as ISO dates.

Owns the forms that are understood. What could mean two days (3/4/2015) is not a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<!\d)(\d{4})[/.年년](?:\s*)(\d{1,2})[/.月월](?:\s*)(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero janeiro gennaio januari",
            "feb february februar février febrero fevereiro febbraio februari",
            "mar march märz mars marzo março maart",
            "apr april avril abril aprile",
            "may mai mayo maio maggio mei maj",
            "jun june juni juin junio junho giugno",
            "jul july juli juillet julio julho luglio",
            "aug august août agosto augustus augusti",
            "sep sept september septembre septiembre setembro settembre",
            "oct october oktober octobre octubre outubro ottobre okt",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dezembro dicembre dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?({_MONTH})\b\.?,?\s+(?:de\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_LONGEST = 120


def iso_date(text: str) -> str:
    """The date or date-time that `text` gives, as ISO 8601; empty when it gives none that is sure."""
    text = text.strip()[:_LONGEST]
    match = _ISO.match(text)
    if match:
        return _moment(match)
    for pattern, order in ((_COMPACT, (1, 2, 3)), (_NUMBERS, (1, 2, 3))):
        match = pattern.search(text)
        if match:
            return _day(*(int(match[i]) for i in order))
    match = _DAY_FIRST.search(text)
    if match:
        return _day(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))
    match = _MONTH_FIRST.search(text)
    if match:
        return _day(int(match[3]), _MONTHS[match[1].lower()], int(match[2]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if 1700 <= year <= 2100 else ""


def _moment(match: re.Match[str]) -> str:
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    if not day or match[4] is None:
        return day
    zone = (match[7] or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "Z"
    elif zone:
        zone = zone.replace(":", "")
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    moment = f"{day}T{int(match[4]):02}:{match[5]}" + (f":{match[6]}" if match[6] else "")
    try:
        datetime.fromisoformat(moment + zone)
    except ValueError:
        return day
    return moment + zone
