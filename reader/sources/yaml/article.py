"""The article file: bytes of YAML become a `Document`, with every fault told.

Owns the order of the steps and what refuses a file: errors do, warnings do not.
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
    """A document that was read, and the warnings about its file."""

    document: Document
    faults: tuple[Fault, ...]


def read(data: bytes, name: str, *, warned: bool = True) -> Article:
    """The article in `data`; `name` is how the file is called in messages.

    `warned` is off where the warnings are not asked for, which saves looking for them. Those there are
    do not say where words that are not found may be: in a book that takes longer than to read it.

    Raises ArticleError for the first error in file order. Linear in the file, but for the places of
    quotes: about a millisecond for each in 3 MB. About 30 ms per MB of text.
    """
    faults = Faults(name, warned=warned, hinted=False)
    tree = parse(data, faults)
    del data  # as large as all that is made of it
    document = _document(tree, faults)
    if document is None:
        first = faults.errors[0]
        raise ArticleError(first.name, first.message, first.line, first.column)
    return Article(document, faults.all)


def check(data: bytes, name: str) -> tuple[Fault, ...]:
    """Every fault of the file at once, in file order. Raises nothing."""
    faults = Faults(name)
    _document(parse(data, faults), faults)
    return faults.all


def _document(tree: Node, faults: Faults) -> Document | None:
    """The document, or None when `faults` holds an error."""
    if isinstance(tree, YamlMap):
        return build(Record(tree, ArticleFile, faults), faults)
    if not faults.errors:
        faults.error(
            Position(1, 1), "expected “title: …” and “paragraphs:” with a list; the file has neither"
        )
    return None
