"""Write corrections into an article file that was written by hand.

Only what was corrected changes. Comments, blank lines, the order of keys, quotation marks, brackets and
indentation stay byte for byte. The result is read again, and refused unless it is the corrected article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import yaml

from reader.errors import ArticleError, ReaderError
from reader.model import Document
from reader.sources.yaml.amend.edits import Edits
from reader.sources.yaml.amend.ranges import Ranges, ranges
from reader.sources.yaml.amend.sections import EntitiesSection, QuotesSection, Section, amend_section, holds
from reader.sources.yaml.article import read
from reader.text.clean import clean_line

CHANGED = "was changed meanwhile; open it again, then correct it"
"""The fault of a file that contains another article than the one shown."""

_AWKWARD = "corrections cannot be written into its layout without loss; change it by hand"
_MARK = "\ufeff"


class Amended(NamedTuple):
    """The text of a file after it was amended, and the document that reading it gives."""

    text: str
    document: Document


def amended(text: str, name: str, document: Document, was: Document | None = None) -> Amended:
    """The file's text with its `quotes:` and `entities:` made those of `document`, and what it reads as.

    A list that is not given has no key afterwards. `was` is the document that the file should contain.
    Anything in the file besides its paragraphs, quotes and entities is kept. `name` is the name of the file
    in messages. Raises ArticleError if `text` is no article, and ReaderError if its paragraphs differ, if
    its lists are not those of `was`, or if it cannot be edited to read as `document`. Costs half as much
    again as reading the file.
    """
    mark, body = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    try:
        found = ranges(body, ("quotes", "entities"))
    except (yaml.YAMLError, ValueError, OverflowError):
        found = None
    if found is None:
        read(text.encode("utf-8"), name)
        raise ReaderError(f"{clean_line(name)}: {CHANGED}")
    if was is not None and not (
        holds(found, QuotesSection(was, lambda: was)) and holds(found, EntitiesSection(was))
    ):
        raise ReaderError(f"{clean_line(name)}: {CHANGED}")
    before = cache(lambda: read(text.encode("utf-8"), name, warned=False).document)
    out = mark + _edited(body, found, document, before)
    try:
        now = read(out.encode("utf-8"), name, warned=False).document
    except ArticleError as error:
        if out == text:
            raise
        raise ReaderError(f"{clean_line(name)}: {_AWKWARD}") from error
    if now.blocks != document.blocks:
        raise ReaderError(f"{clean_line(name)}: {CHANGED}")
    if _lists(now) != _lists(document):
        raise ReaderError(f"{clean_line(name)}: {_AWKWARD}")
    return Amended(out, now)


def _edited(body: str, found: Ranges, document: Document, before: Callable[[], Document]) -> str:
    """`body` with the lists of `document`; `before` reads the document that it is now, if that is needed."""
    edits = Edits(body)
    sections: tuple[Section, ...] = (QuotesSection(document, before), EntitiesSection(document))
    # Those of the file first: a new one is put behind what is added to the last item of all.
    for section in sorted(sections, key=lambda section: found.root.find(section.key) is None):
        if found.root.find(section.key) and not section.is_given:
            before()  # raises the error of a list that is about to be removed
        amend_section(edits, found, section)
    return edits.result()


def _lists(document: Document) -> tuple[object, ...]:
    """The quotes and entities that a file gives. Detected ones are in no file."""
    return (
        document.quotes if document.quotes_given else None,
        document.entities if document.entities_given else None,
    )
