"""Convert the dates that people, programs and web pages write to ISO dates.

Accepts ISO dates and similar forms, the dates of e-mail and of the C library, and the names of the months in
several European languages. An ambiguous date such as 3/4/2015 is not accepted.
"""

from __future__ import annotations

import re
from datetime import datetime

from reader.text.clean import clean_line

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
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,? )?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_TIME = (
    rf"(?:,?[ T]+(?:at )?(?P<time>{_CLOCK})(?:[.,]\d{{1,9}})?)?"
    r" ?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}(?::?\d{2})?\b)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})[-/.年년] ?(?P<number>\d{1,2})[-/.月월] ?(?P<day>\d{1,2})(?!\d)",
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th|\.|er)?[ -](?:of |de )?{_MONTH},?[ -](?:de )?{_YEAR}",
        rf"{_WEEKDAY}\b{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"[a-z]{{3}} {_MONTH} {_DAY} (?P<before>{_CLOCK}) {_YEAR}",  # Thu May 28 14:30:00 2015
    )
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?$")
_LONGEST = 200
_YEARS = range(1700, 2101)


def iso_date(text: str, *, anywhere: bool = False) -> str:
    """The ISO date at the beginning of `text`, with the time if there is one. Empty if there is no date.

    With `anywhere`, return the first date in a short text whose year is one in which an article can have
    appeared.
    """
    line = clean_line(text[:_LONGEST])
    for form in (_COMPACT, *_FORMS):
        found = form.search(line) if anywhere and form is not _COMPACT else form.match(line)
        if found and (not anywhere or int(found["year"]) in _YEARS):
            return _iso(found.groupdict())
    return ""


def _iso(part: dict[str, str | None]) -> str:
    """The ISO form of the parts of a date.

    An impossible time is left out. Empty if the day does not exist.
    """
    month = int(part.get("number") or _MONTHS[(part.get("month") or "").lower()])
    day = f"{int(part['year'] or 0):04}-{month:02}-{int(part['day'] or 0):02}"
    hour = part.get("time") or part.get("before") or ""
    if not hour.strip("0:"):  # many programs write midnight when the time is unknown
        hour = ""
    zone = (part.get("zone") or "") if hour else ""
    if zone[-1:].isalpha():
        zone = "Z"
    elif zone:
        digits = zone.replace(":", "")
        zone = f"{digits[:3]}:{digits[3:] or '00'}"
    moment = f"{day}T{hour:0>{8 if hour.count(':') == 2 else 5}}{zone}" if hour else day
    for candidate in (moment, day):
        try:
            datetime.fromisoformat(candidate)
        except ValueError:
            continue
        return candidate
    return ""
