"""Corrections in an article file that somebody made by hand.

Owns that nothing but what was corrected changes: comments, blank lines, the order of keys, the kind of
quotation marks, brackets and indentation stay byte for byte. What was changed is read again, and refused
unless it is the corrected article and no other.
"""

from __future__ import annotations

from dataclasses import replace

import yaml

from reader.errors import ArticleError, ReaderError
from reader.formats.amend.edits import Edits
from reader.formats.amend.ranges import ranges
from reader.formats.amend.sections import EntitiesSection, QuotesSection, amend_section
from reader.formats.article_yaml import read
from reader.model import Document
from reader.text.clean import clean_line

_MARK = "\ufeff"


def amend(text: str, name: str, document: Document) -> str:
    """The file's text with its `quotes:` and `entities:` made those of `document`.

    All else of `document` is as the file has it. A list that is not given has no key afterwards. `name`
    is how the file is called in messages. Raises ArticleError where `text` is no article, and ReaderError
    where it cannot be made to read as `document`. Costs what reading the file costs, and half as much again.
    """
    mark, body = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    try:
        found = ranges(body, ("quotes", "entities"))
    except (yaml.YAMLError, ValueError, OverflowError):
        found = None
    if found is None:
        read(text.encode("utf-8"), name)
        raise ReaderError(f"{clean_line(name)}: is no article any more")
    edits = Edits(body)
    amend_section(edits, found, QuotesSection(document, lambda: read(text.encode("utf-8"), name).document))
    amend_section(edits, found, EntitiesSection(document))
    out = mark + edits.result()
    if not _reads_as(out, name, document):
        if out == text:
            raise ReaderError(f"{clean_line(name)}: is another article now; open it again")
        fault = "its layout is more than corrections can be written into; change it by hand"
        raise ReaderError(f"{clean_line(name)}: {fault}")
    return out


def _reads_as(text: str, name: str, document: Document) -> bool:
    """Whether reading `text` gives `document`; what is detected in it is in no file."""
    quotes = document.quotes if document.quotes_given else ()
    entities = document.entities if document.entities_given else ()
    try:
        found = read(text.encode("utf-8"), name).document
    except ArticleError:
        return False
    return found == replace(document, quotes=quotes, entities=entities)
