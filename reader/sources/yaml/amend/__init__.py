"""Write corrections into an article file that was written by hand.

Only the corrected values change. Comments, blank lines, the order of keys, quotation marks, brackets and
indentation are kept byte for byte. The result is read back, and refused if it is not the corrected article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import yaml

from reader.errors import ArticleError, ChangedError, ReaderError
from reader.model import Document
from reader.sources.yaml.amend.edits import Edits, LayoutError
from reader.sources.yaml.amend.ranges import Ranges, line_number, ranges
from reader.sources.yaml.amend.sections import (
    EntitiesSection,
    HighlightsSection,
    QuotesSection,
    Section,
    amend_section,
    holds,
)
from reader.sources.yaml.article import read
from reader.text.clean import clean_line

_AWKWARD = (
    "the correction would change other text of this item; give each key a line of its own, then correct again"
)
_ESCAPED = "a key of this JSON file is escaped as \\ud83c…; write its characters, then correct again"
_MARK = "\ufeff"


class Amended(NamedTuple):
    """The text of the amended file, and the document read from it."""

    text: str
    document: Document


def amended(text: str, name: str, document: Document, was: Document | None = None) -> Amended:
    """`text` with the quotes, entities and highlights of `document`, and the document read from the result.

    If the document does not give a list, its key is removed. `was` is the document that the file should
    contain. Everything else in the file is kept. `name` is the name of the file in messages. Raises
    ArticleError if `text` is not an article, ChangedError if its paragraphs differ or if its lists are not
    those of `was`, and ReaderError if it cannot be edited to read as `document`. Takes 1.5 times as long as
    reading the file.
    """
    mark, body = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    try:
        found = ranges(body, ("quotes", "entities", "highlights"))
    except (yaml.YAMLError, ValueError, OverflowError):
        found = None
    if found is None:
        read(text.encode("utf-8"), name)
        raise ReaderError(f"{clean_line(name)}: {_ESCAPED}")
    if was is not None and not (
        holds(found, QuotesSection(was, lambda: was))
        and holds(found, EntitiesSection(was))
        and holds(found, HighlightsSection(was))
    ):
        raise ChangedError(clean_line(name))
    before = cache(lambda: read(text.encode("utf-8"), name, warned=False).document)
    edits = Edits(body, found)
    try:
        _edit(edits, found, document, before)
    except LayoutError as error:
        raise ReaderError(f"{_place(name, body, error.at)}: {error.fault}") from error
    out = mark + edits.result()
    try:
        now = read(out.encode("utf-8"), name, warned=False).document
    except ArticleError as error:
        if out == text:
            raise
        raise ReaderError(f"{_place(name, body, edits.first)}: {_AWKWARD}") from error
    if now.blocks != document.blocks:
        raise ChangedError(clean_line(name))
    if _lists(now) != _lists(document):
        raise ReaderError(f"{_place(name, body, edits.first)}: {_AWKWARD}")
    return Amended(out, now)


def _edit(edits: Edits, found: Ranges, document: Document, before: Callable[[], Document]) -> None:
    """Edit the file until it has the lists of `document`.

    `before` reads the document in the file; it is called only if needed.
    """
    sections: list[Section] = [QuotesSection(document, before), EntitiesSection(document)]
    if not holds(found, highlights := HighlightsSection(document)):  # an empty list of the file may stay
        sections.append(highlights)
    # Lists of the file first: a new list is inserted after the items that are added at the end of the file.
    for section in sorted(sections, key=lambda section: found.root.find(section.key) is None):
        if found.root.find(section.key) and not section.is_given:
            before()  # raises ArticleError if the list that will be removed has an error
        amend_section(edits, found, section)


def _place(name: str, body: str, at: int) -> str:
    """The file and the line of an offset, for a message."""
    return f"{clean_line(name)}:{line_number(body, at)}"


def _lists(document: Document) -> tuple[object, ...]:
    """The quotes, entities and highlights that a file gives; None for a list that is detected."""
    return (
        document.quotes if document.quotes_given else None,
        document.entities if document.entities_given else None,
        document.highlights,
    )
