"""Read an article file into a `Document` and faults.

A file with an error is refused; warnings are allowed.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.errors import ArticleError
from reader.model import Document
from reader.sources.faults import Fault, Faults, Position
from reader.sources.yaml.build import build
from reader.sources.yaml.record import Record
from reader.sources.yaml.schema import ArticleFile
from reader.sources.yaml.tree import Node, YamlMap, parse


class Article(NamedTuple):
    """A document and the warnings about its file."""

    document: Document
    faults: tuple[Fault, ...]


def read(data: bytes, name: str, *, warned: bool = True) -> Article:
    """The article in `data`; `name` is the name of the file in messages.

    Without `warned` no time is spent on warnings. The warnings do not suggest where missing words may be,
    because in a book this search would take longer than reading the file.

    Raises ArticleError for the first error in file order. Linear in the size of the file, about 30 ms per MB,
    and about a millisecond for each quote in 3 MB.
    """
    faults = Faults(name, warned=warned, hinted=False)
    tree = parse(data, faults)
    del data  # frees memory: it is as large as the document
    document = _document(tree, faults)
    if document is None:
        first = faults.errors[0]
        raise ArticleError(first.name, first.message, first.line, first.column)
    return Article(document, faults.all)


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
