"""The query language of the library: the same in the search field and on the command line.

    river treaty              articles with both words
    "the river moved"         the words one after the other
    econom*                   words that begin so
    -flood                    not with that word
    river OR canal            one of the two; OR joins its two neighbours
    speaker:okafor            what Okafor said; further words must be in the same statement
    entity:danube             articles that name it
    in:text|quotes|notes|titles     where the words are looked for
    has:notes  tag:follow-up  source:example  before:2015  after:2015-05-28

Owns what a text means as a query. Every text is a query: what has no meaning is searched as words, and
`remarks` says so. Pure: knows no database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from reader.text.clean import clean
from reader.text.fold import DOUBLE_QUOTES, fold
from reader.text.terms import Term, term

MOST = 50
"""The most parts of a query. A longer query, such as a pasted page, is cut."""

LONGEST = 4000
"""Characters of a query that are read."""


class Scope(StrEnum):
    """Where words are looked for."""

    TEXT = "text"
    QUOTES = "quotes"
    NOTES = "notes"
    TITLES = "titles"


EVERYWHERE = (Scope.TEXT, Scope.NOTES, Scope.TITLES)
"""Where words are looked for without `in:`. The quotes are in the text."""


class Has(StrEnum):
    """What an article can have."""

    NOTES = "notes"
    HIGHLIGHTS = "highlights"
    QUOTES = "quotes"


class Words(NamedTuple):
    """A word, a phrase or the beginning of a word."""

    term: Term


class Speaker(NamedTuple):
    """Said by somebody with that name."""

    term: Term


class Named(NamedTuple):
    """In an article that names this."""

    term: Term


class FromSource(NamedTuple):
    """In an article of this publication or site."""

    term: Term


class Tagged(NamedTuple):
    """In an article with a tag. `tag` is folded and has no `#`."""

    tag: str


class Published(NamedTuple):
    """Published from the day `first` on and before the day `end`; each is an ISO date or empty."""

    first: str = ""
    end: str = ""


class Having(NamedTuple):
    """In an article that has something."""

    what: Has


Condition: TypeAlias = Words | Speaker | Named | FromSource | Tagged | Published | Having


class Part(NamedTuple):
    """One condition; `negated` if it must not hold."""

    condition: Condition
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `groups` must hold, and of each group one part. `scopes` is where words are looked for.

    `remarks` are sentences about what was not understood.
    """

    groups: tuple[tuple[Part, ...], ...] = ()
    scopes: tuple[Scope, ...] = EVERYWHERE
    remarks: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that are shown as hits, each once."""
        words = (
            part.condition.term
            for group in self.groups
            for part in group
            if isinstance(part.condition, Words) and not part.negated
        )
        return tuple(dict.fromkeys(words))


_FIELDS = ("speaker", "entity", "in", "has", "tag", "source", "before", "after")
_PART = re.compile(
    rf"""(?P<no>-)? (?:(?P<field>{"|".join(_FIELDS)}):)?
    (?: "(?P<phrase>[^"]*)(?:"|\Z)(?P<star>\*)? | (?P<word>[^\s"]+) )""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?\Z")
_MARKS = str.maketrans(dict.fromkeys(DOUBLE_QUOTES, '"'))


def parse(text: str) -> Query:
    """The query that a text stands for. Never raises; linear."""
    groups: list[tuple[Part, ...]] = []
    scopes: list[Scope] = []
    remarks: list[str] = []
    joins = False
    text = clean(text[:LONGEST]).translate(_MARKS)
    for found in _PART.finditer(text):
        if found["word"] == "OR" and not found["no"] and not found["field"]:
            joins = bool(groups)
            continue
        scope = _scope(found)
        if scope is not None:
            scopes.append(scope)
            continue
        part = _part(found, remarks)
        if part is None:
            continue
        if len(groups) == MOST:
            remarks.append(f"only the first {MOST} parts of the query are searched")
            break
        if joins and len(groups[-1]) < MOST:
            groups[-1] = (*groups[-1], part)
        else:
            groups.append((part,))
        joins = False
    return Query(tuple(groups), tuple(dict.fromkeys(scopes)) or EVERYWHERE, tuple(dict.fromkeys(remarks)))


def days(text: str) -> Published | None:
    """The days of `2015`, `2015-05` or `2015-05-28`; None if the text is no date."""
    found = _DAY.match(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        first = date(year, month, day)
        if found[3]:
            end = date.fromordinal(first.toordinal() + 1)
        elif found[2]:
            end = date(year + month // 12, month % 12 + 1, 1)
        else:
            end = date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return Published(first.isoformat(), end.isoformat())


def _scope(found: re.Match[str]) -> Scope | None:
    if (found["field"] or "").lower() != "in" or found["no"]:
        return None
    word = (found["word"] or found["phrase"] or "").lower().rstrip("s")
    return next((scope for scope in Scope if scope.value.rstrip("s") == word), None)


def _part(found: re.Match[str], remarks: list[str]) -> Part | None:
    value = found["phrase"] if found["word"] is None else found["word"]
    field = (found["field"] or "").lower()
    negated = bool(found["no"])
    if field:
        condition = _condition(field, value)
        if condition is not None:
            return Part(condition, negated)
        if value.strip():
            remarks.append(f"{field}: {_EXPECTED[field]}; searched as words")
        value = f"{field} {value}"
    words = term(value, prefix=value.endswith("*") or bool(found["star"]))
    return None if words is None else Part(Words(words), negated)


_EXPECTED = {
    "in": "is followed by text, quotes, notes or titles",
    "has": "is followed by notes, highlights or quotes",
    "before": "needs a date such as 2015-05-28",
    "after": "needs a date such as 2015-05-28",
    "speaker": "needs a name",
    "entity": "needs a name",
    "source": "needs a name",
    "tag": "needs a tag",
}


def _condition(field: str, value: str) -> Condition | None:
    """The condition of a field; None if the value does not fit."""
    match field:
        case "before" | "after":
            found = days(value)
            if found is None:
                return None
            return Published(end=found.first) if field == "before" else Published(found.first)
        case "has":
            word = value.lower().rstrip("s")
            what = next((one for one in Has if one.value.rstrip("s") == word), None)
            return None if what is None else Having(what)
        case "tag":
            tag = fold(value.lstrip("#").strip()).text
            return Tagged(tag) if tag.strip() else None
        case "in":
            return None
    kinds: dict[str, type[Speaker | Named | FromSource]] = {
        "speaker": Speaker,
        "entity": Named,
        "source": FromSource,
    }
    words = term(value, prefix=value.endswith("*"))
    return None if words is None else kinds[field](words)


def each_part(query: Query) -> Iterator[Part]:
    """Every part of a query."""
    for group in query.groups:
        yield from group
