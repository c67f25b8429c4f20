"""Take highlights from a file of `reader export --format json` into the article that they belong to.

Touches no file. A highlight that the article has already is not added a second time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.errors import ReaderError
from reader.model import NOWHERE, Document, Extras, Highlight, HighlightColor, Status, WordsAround
from reader.reading.highlighting import cleaned_note
from reader.reading.identities import with_ids
from reader.sources.yaml.schema import HighlightEntry, rules
from reader.text.clean import clean, clean_line
from reader.text.highlight_places import HighlightPlaces

MAX_DEPTH = 10
"""The most levels of a value under an `x-` key."""


class Incoming(NamedTuple):
    """The highlights of one article in the file, with what tells which article it is."""

    title: str
    url: str
    file: str
    highlights: tuple[Highlight, ...]


class Combined(NamedTuple):
    """The document with the highlights, and how many were added, updated, already there, and different.

    `lost` counts the added highlights whose words are not found in the article.
    """

    document: Document
    added: int
    updated: int
    known: int
    different: int
    lost: int


def read_highlights(data: bytes, name: str) -> tuple[Incoming, ...]:
    """The articles in the file. Raises ReaderError with the place of the first fault."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"{name}: is not JSON; expected a file of reader export --format json") from error
    articles = values.get("articles") if isinstance(values, dict) else None
    if not isinstance(articles, list):
        raise ReaderError(f"{name}: has no list of articles; expected a file of reader export --format json")
    return tuple(_article(one, _Place(name, f"articles[{index}]")) for index, one in enumerate(articles))


def combined(document: Document, incoming: Sequence[Highlight], *, force: bool = False) -> Combined:
    """`document` with the highlights that it does not have yet, in their order after its own.

    A highlight is already there if the document has one with the same words and time. If its note or colour
    differs, the highlight is counted as different, and with `force` it is updated.
    """
    own = list(with_ids(document.highlights))
    partners = _partners(own, incoming)
    places = HighlightPlaces(document.blocks)
    added = updated = known = different = lost = 0
    for highlight, index in zip(incoming, partners, strict=True):
        if index is None:
            placed = places.placed(highlight)
            own.append(placed)
            added += 1
            lost += placed.status is Status.LOST
        elif (own[index].note, own[index].color) == (highlight.note, highlight.color):
            known += 1
        elif force:
            own[index] = replace(own[index], note=highlight.note, color=highlight.color)
            updated += 1
        else:
            different += 1
    return Combined(replace(document, highlights=with_ids(own)), added, updated, known, different, lost)


def _partners(own: Sequence[Highlight], incoming: Sequence[Highlight]) -> list[int | None]:
    """For each incoming highlight the index of the same highlight in `own`, or None.

    A highlight that is equal in everything comes first, then one at the same place, then one with the same
    words and time.
    """
    partners: list[int | None] = [None] * len(incoming)
    used: set[int] = set()
    for key_of in (_full_key, _place_key, _words_key):
        waiting: dict[tuple[object, ...], list[int]] = {}
        for index in range(len(own) - 1, -1, -1):
            if index not in used:
                waiting.setdefault(key_of(own[index]), []).append(index)
        for number, highlight in enumerate(incoming):
            if partners[number] is None and waiting.get(key_of(highlight)):
                partners[number] = waiting[key_of(highlight)].pop()
        used.update(index for index in partners if index is not None)
    return partners


def _full_key(one: Highlight) -> tuple[object, ...]:
    return one.text, one.made, one.at, one.note, one.color


def _place_key(one: Highlight) -> tuple[object, ...]:
    return *_words_key(one), one.at


def _words_key(one: Highlight) -> tuple[object, ...]:
    """The words and the time. For a note on the article without a time, the text of the note."""
    return one.text, one.made, "" if one.text or one.made else one.note


# --- the file -----------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """A place in the file, for messages."""

    name: str
    path: str

    def to(self, step: str) -> _Place:
        return _Place(self.name, f"{self.path}{step}")

    def fault(self, fault: str) -> ReaderError:
        return ReaderError(clean_line(f"{self.name}: {self.path}: {fault}"))


def _article(value: object, place: _Place) -> Incoming:
    values = _mapping(value, place)
    source = _mapping(values.get("source") or {}, place.to(".source"))
    items = values.get("highlights")
    if not isinstance(items, list):
        raise place.to(".highlights").fault("expected a list")
    found = (_highlight(one, place.to(f".highlights[{index}]")) for index, one in enumerate(items))
    return Incoming(
        clean_line(_text(values, "title", place)),
        clean_line(_text(source, "url", place.to(".source"))),
        _text(values, "file", place),
        tuple(found),
    )


def _highlight(value: object, place: _Place) -> Highlight:
    """A highlight with the values that it has after it was written to an article file and read."""
    values = _mapping(value, place)
    text = clean(_text(values, "text", place)).strip()
    note = cleaned_note(_text(values, "note", place))
    if not (text or note):
        raise place.fault("has neither text nor note")
    return Highlight(
        text,
        HighlightColor(_fitting(values, "color", place) or HighlightColor.YELLOW),
        note,
        _fitting(values, "made", place),
        _around(values.get("at") or {}, place.to(".at")),
        _extras(values.items(), place),
    )


def _around(value: object, place: _Place) -> WordsAround:
    values = _mapping(value, place)
    paragraph = clean_line(_text(values, "paragraph", place))
    around = WordsAround(
        paragraph, clean(_text(values, "before", place)), clean(_text(values, "after", place))
    )
    return around if any(around) else NOWHERE


def _fitting(values: dict[str, object], key: str, place: _Place) -> str:
    """A text that an article file may have under that key."""
    word = clean_line(_text(values, key, place))
    rule = rules(HighlightEntry)[key]
    if word and not (word in rule.choices if rule.choices else rule.takes(word)):
        expected = f"one of {', '.join(rule.choices)}" if rule.choices else "such as 2026-11-30T10:12:00Z"
        raise place.to(f".{key}").fault(f"{word[:40]} is not valid; expected {expected}")
    return word


def _extras(items: Iterable[tuple[str, object]], place: _Place) -> Extras:
    out = []
    for key, value in items:
        if key.startswith("x-"):
            try:
                out.append((clean_line(key), _cleaned(value, MAX_DEPTH)))
            except ValueError as error:
                raise place.to(f".{clean_line(key)}").fault(str(error)) from error
    return tuple(out)


def _cleaned(value: object, depth: int) -> object:
    """A value of an `x-` key as its article file gives it back. Raises ValueError for another value."""
    if not depth:
        raise ValueError(f"has more than {MAX_DEPTH} levels")
    if isinstance(value, dict):
        return {clean_line(str(key)): _cleaned(one, depth - 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, depth - 1) for one in value]
    if value is None or isinstance(value, str):
        return value if value is None else clean(value)
    raise ValueError("expected texts, lists or mappings of texts")


def _mapping(value: object, place: _Place) -> dict[str, object]:
    if not isinstance(value, dict):
        raise place.fault("expected an object")
    return value


def _text(values: dict[str, object], key: str, place: _Place) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise place.to(f".{key}").fault("expected a text")
    return value
