"""Convert the dates that people, programs and web pages write to ISO dates.

Accepts ISO dates and similar forms, the dates of e-mail and of the C library, and the names of the months in
European languages. An ambiguous date such as 3/4/2015 is only accepted with the order of its day and month.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from reader.text.clean import clean_line

_MONTHS = {
    name: int(number)
    for number, names in re.findall(
        r"(\d+): ([^\d]+)",
        """
        1: jan january januar janvier enero janeiro gennaio januari ene janv gen stycznia styczeń sty
           января янв ledna januara januára ocak ianuarie tammikuuta janúar január
        2: feb february februar février febrero fevereiro febbraio februari fév févr fev lutego luty lut
           февраля фев февр února februára şubat februarie helmikuuta február
        3: mar march märz mars marzo março maart marts mär mrz mrt marca marzec марта мар března mart
           martie maaliskuuta március maret
        4: apr april avril abril aprile abr avr kwietnia kwiecień kwi апреля апр dubna apríla nisan
           aprilie huhtikuuta április
        5: may mai mayo maio maggio mei maj maja мая května mája mayıs toukokuuta május mag
        6: jun june juni juin junio junho giugno giu czerwca czerwiec cze июня июн června júna haziran
           iunie kesäkuuta június
        7: jul july juli juillet julio julho luglio juil lug lipca lipiec lip июля июл července júla
           temmuz iulie heinäkuuta július
        8: aug august août agosto augustus augusti ago sierpnia sierpień sie августа авг srpna augusta
           ağustos elokuuta augusztus agustus
        9: sep sept september septembre septiembre setiembre setembro settembre set września wrzesień
           wrz сентября сен сент září septembra eylül septembrie syyskuuta szeptember
        10: oct october oktober octobre octubre outubro ottobre okt out ott października październik paź
           октября окт října októbra ekim octombrie lokakuuta október
        11: nov november novembre noviembre novembro listopada listopad lis ноября нояб ноя listopadu
           novembra kasım noiembrie marraskuuta
        12: dec december dezember décembre diciembre dezembro dicembre dez déc dic grudnia grudzień gru
           декабря дек prosince decembra aralık decembrie joulukuuta desember des
        """,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,? )?"
_ORDINAL = r"st|nd|rd|th|\.|er|º|ª"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_TIME = (
    rf"(?:,?[ T]+(?:at )?(?P<time>{_CLOCK})(?:[.,]\d{{1,9}})?)?"
    r" ?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}(?::?\d{2})?\b)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?<![\d.])(?P<year>\d{4})[-/.年년] ?(?P<number>\d{1,2})[-/.月월] ?(?P<day>\d{1,2})(?![\d]|\.\d)",
        rf"{_WEEKDAY}{_DAY}(?:{_ORDINAL})?[ /-](?:of |de |d[’'])?{_MONTH},?[ /-](?:de |del )?{_YEAR}",
        rf"{_WEEKDAY}\b{_MONTH} {_DAY}(?:st|nd|rd|th)?,? (?:de |del )?{_YEAR}",
        rf"{_WEEKDAY}(?<![\d.]){_YEAR}\. {_MONTH} {_DAY}\.",
        rf"{_WEEKDAY}(?<![\d.]){_DAY}\. ?(?P<number>\d{{1,2}})\. ?{_YEAR}",
        rf"[a-z]{{3}} {_MONTH} {_DAY} (?P<before>{_CLOCK}) {_YEAR}",  # Thu May 28 14:30:00 2015
    )
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?$")
_SLASHED = re.compile(
    rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<sign>[/-])(?P<second>\d{{1,2}})(?P=sign){_YEAR}{_TIME}",
    re.IGNORECASE,
)
_LONGEST = 200
_YEARS = range(1700, 2101)


class FoundDate(NamedTuple):
    """A date in a text: its ISO form and its half-open range."""

    iso: str
    start: int
    end: int


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


def dates_in(line: str, day_first: bool | None = None) -> list[FoundDate]:
    """The dates in a cleaned line of at most a few hundred characters, in order, without overlaps.

    `day_first` says how 3/4/2015 is read; with None, such a date is left out if both readings are possible.
    """
    found = [
        FoundDate(iso, _start(match), match.end())
        for form in _FORMS
        for match in form.finditer(line)
        if int(match["year"]) in _YEARS and (iso := _iso(match.groupdict()))
    ]
    found += [
        FoundDate(iso, match.start(), match.end())
        for match in _SLASHED.finditer(line)
        if int(match["year"]) in _YEARS and (iso := _slashed(match.groupdict(), day_first))
    ]
    out: list[FoundDate] = []
    for one in sorted(found, key=lambda date: (date.start, -date.end)):
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def _start(match: re.Match[str]) -> int:
    """Where the day, the month or the year begins, without a word before it that may be a weekday."""
    names = ("day", "month", "number", "year")
    return min(match.start(name) for name in names if match.re.groupindex.get(name))


def _slashed(part: dict[str, str | None], day_first: bool | None) -> str:
    first, second = int(part["first"] or 0), int(part["second"] or 0)
    if first > 12 or second > 12 or first == second:
        day_first = first > 12 or first == second
    if day_first is None:
        return ""
    day, month = (first, second) if day_first else (second, first)
    return _iso({**part, "day": str(day), "number": str(month)})


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
