"""Read an article file into a `Document` and faults.

A file with an error is refused; warnings are allowed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.errors import ArticleError
from reader.model import Block, Document, Highlight
from reader.sources.faults import Fault, Faults, Position
from reader.sources.yaml.build import build
from reader.sources.yaml.record import Record
from reader.sources.yaml.schema import ArticleFile
from reader.sources.yaml.tree import Node, YamlMap, parse

_KEY = b"\nhighlights:"
_OUTER_LINE = rb"\n(?:[^ \-#\r\n]|---|\.\.\.)"
"""A line that does not belong to the list under the key."""

MANY = 8_192
"""Bytes of some 40 highlights, which take 7 ms to read. A longer list may be read later."""


class UnreadHighlights(NamedTuple):
    """The end of an article file with its highlights. `line` is the number of lines before it."""

    data: bytes
    line: int
    name: str


class Article(NamedTuple):
    """A document and the warnings about its file. `unread` are highlights not yet in the document."""

    document: Document
    faults: tuple[Fault, ...]
    unread: UnreadHighlights | None = None


def read(data: bytes, name: str, *, warned: bool = True, may_leave: bool = False) -> Article:
    """The article in `data`; `name` is the name of the file in messages.

    Without `warned` no time is spent on warnings. The warnings do not suggest where missing words may be,
    because in a book this search would take longer than reading the file. With `may_leave` a long list of
    highlights at the end of the file is left unread, see `read_highlights`.

    Raises ArticleError for the first error in file order. Linear in the size of the file, about 30 ms per MB,
    and about a millisecond for each quote in 3 MB.
    """
    unread = _highlights_at_end(data, name) if may_leave else None
    if unread is not None:
        head = Faults(name, warned=warned, hinted=False)
        document = _document(parse(data[: -len(unread.data)], head), head)
        if document is not None:
            return Article(document, head.all, unread)
        # The file has an error, or a text with a line that looks like the key. It is read as a whole.
    faults = Faults(name, warned=warned, hinted=False)
    tree = parse(data, faults)
    del data  # frees memory: it is as large as the document
    document = _document(tree, faults)
    if document is None:
        first = faults.errors[0]
        raise ArticleError(first.name, first.message, first.line, first.column)
    return Article(document, faults.all)


def _highlights_at_end(data: bytes, name: str) -> UnreadHighlights | None:
    """The long list of highlights at the end of a file; None if there is no such list.

    A line that begins with the key may also be inside a text in quotation marks or brackets. Then the part of
    the file before that line is not a valid article, and `read` reads the whole file.
    """
    start = data.rfind(_KEY) + 1
    if not start or len(data) - start < MANY or data.find(_KEY) + 1 != start:
        return None
    if re.search(_OUTER_LINE, data[start:]):
        return None
    return UnreadHighlights(data[start:], data.count(b"\n", 0, start), name)


def read_highlights(
    unread: UnreadHighlights, blocks: tuple[Block, ...]
) -> tuple[tuple[Highlight, ...], tuple[Fault, ...]]:
    """The highlights that `read` left unread, and the warnings about them.

    Raises ArticleError for the first error.
    """
    from reader.sources.yaml.build_highlights import build_highlights

    faults = Faults(unread.name, hinted=False)
    tree = parse(b"\n" * unread.line + unread.data, faults)
    found: tuple[Highlight, ...] = ()
    if isinstance(tree, YamlMap):
        found = build_highlights(Record(tree, ArticleFile, faults), blocks, faults)
    if faults.errors:
        first = faults.errors[0]
        raise ArticleError(first.name, first.message, first.line, first.column)
    return found, faults.all


def check(data: bytes, name: str) -> tuple[Fault, ...]:
    """Every fault of the file, in file order. Never raises."""
    faults = Faults(name)
    _document(parse(data, faults), faults)
    return faults.all


def _document(tree: Node, faults: Faults) -> Document | None:
    """The document; None if `faults` has an error."""
    if isinstance(tree, YamlMap):
        return build(Record(tree, ArticleFile, faults), faults)
    if not faults.errors:
        faults.error(
            Position(1, 1), "expected “title: …” and “paragraphs:” with a list; the file has neither"
        )
    return None
