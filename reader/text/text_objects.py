"""Text objects of select mode: the word, the sentence or the paragraph at the cursor, and the next ones.

Owns how a selection grows by objects, as with `iw`, `is` and `ip` of vi. Unlike in vi, blanks and punctuation
between two words are not words: `3iw` selects three words as people count them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.model import Place, Span
from reader.text.motion import after, beginning, paragraph_span, word_at
from reader.text.page import Page
from reader.text.sentences import sentence_at, sentences
from reader.text.word_stops import last_visible, next_visible, token_at

Ends = tuple[Place, Place]
"""The fixed end of a selection and its cursor, each at the beginning of a cluster."""


class _Finder(NamedTuple):
    """How one kind of object is found. Each function returns None if there is no such object in the block.

    `here` finds the object at a place, `following` the first one that begins at or after a place, and
    `preceding` the last one that ends at or before it.
    """

    here: Callable[[Place, Page], Span | None]
    following: Callable[[Place, Page], Span | None]
    preceding: Callable[[Place, Page], Span | None]


def extended(kind: str, ends: Ends, page: Page, count: int = 1, *, whole: bool = False) -> Ends:
    """The selection after an object was selected `count` times.

    If only the cursor is selected, the first object is the one at the cursor. Otherwise the selection grows
    at its cursor, away from its fixed end: to the end of the object at the cursor, or else to the end of the
    next one. With `whole` the selection is an object already, even if it is only the cursor. Raises
    ValueError for a kind that is not in KINDS.
    """
    if kind not in _FINDERS:
        raise ValueError(f"unknown text object {kind}; the objects are {', '.join(KINDS)}")
    finder = _FINDERS[kind]
    fixed, cursor = ends
    if fixed == cursor and not whole:
        first = finder.here(cursor, page) or _next(finder, cursor, page)
        if first is None:
            return ends
        fixed, cursor = ends_of(first, page)
        count -= 1
    backward = cursor < fixed
    for _ in range(count):
        moved = _grown(finder, cursor, page, backward=backward)
        if moved is None:
            break
        cursor = moved
    return fixed, cursor


def ends_of(span: Span, page: Page) -> Ends:
    """The first and the last cluster of a span."""
    last = Place(span.block, max(span.start, span.end - 1))
    return beginning(span.place, page), beginning(last, page)


def _grown(finder: _Finder, cursor: Place, page: Page, *, backward: bool) -> Place | None:
    """The cursor at the far end of its object, or of the next object if the cursor is there already."""
    here = finder.here(cursor, page)
    if here is not None:
        edge = ends_of(here, page)[not backward]
        if edge < cursor if backward else edge > cursor:
            return edge
    found = _previous(finder, cursor, page) if backward else _next(finder, after(cursor, page), page)
    return None if found is None else ends_of(found, page)[not backward]


def _next(finder: _Finder, place: Place, page: Page) -> Span | None:
    """The first object that begins at or after a place."""
    while place.block <= page.last:
        found = finder.following(place, page)
        if found is not None:
            return found
        place = Place(place.block + 1, 0)
    return None


def _previous(finder: _Finder, place: Place, page: Page) -> Span | None:
    """The last object that ends at or before a place."""
    while place.block >= page.first:
        found = finder.preceding(place, page)
        if found is not None:
            return found
        block = place.block - 1
        place = Place(block, len(page.block(block).text) if block >= page.first else 0)
    return None


# -- words -------------------------------------------------------------------------------------------


def _word_here(place: Place, page: Page) -> Span | None:
    """The word at a place, or the punctuation there."""
    text = page.block(place.block).text
    if not place.offset < len(text) or text[place.offset].isspace():
        return None
    return word_at(place, page) or Span(place.block, *token_at(text, place.offset))


def _word_after(place: Place, page: Page) -> Span | None:
    text, at = page.block(place.block).text, place.offset
    while (at := next_visible(text, at)) >= 0:
        word = word_at(Place(place.block, at), page)
        if word is not None:
            return word
        at = max(at + 1, token_at(text, at)[1])
    return None


def _word_before(place: Place, page: Page) -> Span | None:
    text, at = page.block(place.block).text, place.offset
    while (at := last_visible(text, at)) >= 0:
        word = word_at(Place(place.block, at), page)
        if word is not None:
            return word
        at = token_at(text, at)[0]
    return None


# -- sentences and paragraphs ------------------------------------------------------------------------


def _sentence_here(place: Place, page: Page) -> Span | None:
    found = sentence_at(page.block(place.block).text, place.offset)
    return None if found is None else Span(place.block, *found)


def _sentence_after(place: Place, page: Page) -> Span | None:
    every = sentences(page.block(place.block).text)
    return next((Span(place.block, *one) for one in every if one[0] >= place.offset), None)


def _sentence_before(place: Place, page: Page) -> Span | None:
    every = reversed(sentences(page.block(place.block).text))
    return next((Span(place.block, *one) for one in every if one[1] <= place.offset), None)


def _paragraph_here(place: Place, page: Page) -> Span | None:
    return paragraph_span(place, page) if page.block(place.block).text else None


def _paragraph_after(place: Place, page: Page) -> Span | None:
    return None if place.offset else _paragraph_here(place, page)


def _paragraph_before(place: Place, page: Page) -> Span | None:
    span = _paragraph_here(place, page)
    return span if span is not None and span.end <= place.offset else None


_FINDERS: Mapping[str, _Finder] = {
    "word": _Finder(_word_here, _word_after, _word_before),
    "sentence": _Finder(_sentence_here, _sentence_after, _sentence_before),
    "paragraph": _Finder(_paragraph_here, _paragraph_after, _paragraph_before),
}

KINDS = tuple(_FINDERS)
"""The objects that `extended` knows."""
