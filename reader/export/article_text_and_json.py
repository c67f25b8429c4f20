"""An article for other programs: as JSON, and as plain text.

Owns the shape of `reader show --json`, which is stable, and the plain form of every kind of block.
Neither holds a control character but newlines, for the text of a document is cleaned.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from reader.model import Block, BlockKind, Document, Quote, Span
from reader.text.cells import width as width_of
from reader.text.flow import Flow, RowKind, blanks_between
from reader.text.headline import byline
from reader.text.indents import indents, usual_indent
from reader.text.page import Page, page

MEASURE = 80
"""The longest line in cells when lines are wrapped: longer ones are hard to read."""

_QUOTED = "> "


def as_object(document: Document) -> dict[str, object]:
    """The article as values that JSON knows.

    `paragraph` indexes `paragraphs` from 0; `start` and `end` are code points of its text, half-open.
    A quote of several pieces gives one object for each; one that was not placed has nulls there. What
    is unknown is null, never an empty text; lists may be empty.
    """
    return {
        "title": document.title,
        "kicker": document.kicker or None,
        "standfirst": document.standfirst or None,
        "authors": list(document.authors),
        "source": {"name": document.source.name or None, "url": document.source.url or None},
        "published": document.published or None,
        "language": document.language or None,
        "paragraphs": [
            {"kind": block.kind.value, "text": block.text, "level": block.level} for block in document.blocks
        ],
        "quotes": [piece for quote in document.quotes for piece in _pieces(document, quote)],
        "entities": [
            {
                "name": entity.name,
                "type": entity.type.value,
                "aliases": list(entity.aliases),
                "about": entity.about or None,
                "mentions": [_range(span) for span in entity.mentions],
            }
            for entity in document.entities
        ],
    }


def as_json(document: Document) -> str:
    """`as_object` as JSON, indented, every script in its own letters; ends with a newline."""
    return json.dumps(as_object(document), ensure_ascii=False, indent=2) + "\n"


def as_text(document: Document, width: int | None = None) -> str:
    """The article as plain reading text; ends with a newline.

    With `width`, lines are wrapped as on screen at so many cells, at most `MEASURE`; without, every
    paragraph is one line, for programs. Items have their signs, block quotes a `>`, code and captions
    an indent.
    """
    whole = page(document, byline(document))
    rows = _lines(whole) if width is None else _rows(whole, max(1, min(width, MEASURE)))
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _pieces(document: Document, quote: Quote) -> Iterator[dict[str, object]]:
    said_by = {"speaker": quote.speaker or None, "context": quote.context or None}
    for span in quote.pieces:
        words = document.blocks[span.block].text[span.start : span.end]
        yield {**_range(span), "text": words, **said_by}
    if not quote.pieces:
        yield {"paragraph": None, "start": None, "end": None, "text": quote.text, **said_by}


def _range(span: Span) -> dict[str, object]:
    return {"paragraph": span.block, "start": span.start, "end": span.end}


def _lines(whole: Page) -> Iterator[str]:
    """One line for each block, and for each hard line of it; blank lines between as on screen."""
    hung = indents(whole, MEASURE)
    before: Block | None = None
    for index, block in whole:
        if before is not None:
            yield from [""] * (2 if index == 0 else blanks_between(before, block))
        first, rest = hung.get(index) or usual_indent(block, MEASURE)
        if block.kind is BlockKind.CODE:
            rest = first
        for number, line in enumerate(block.text.split("\n")):
            yield _marked(block, rest if number else first) + line
        before = block


def _rows(whole: Page, width: int) -> Iterator[str]:
    flow = Flow(whole, width)
    for y in range(flow.height):
        row = flow.row(y)
        if row.kind is not RowKind.TEXT:
            yield ""
            continue
        block = whole.block(row.block)
        words = block.text[row.start : flow.visible_end(row)]
        yield _marked(block, flow.prefix(row)) + words


def _marked(block: Block, prefix: str) -> str:
    """`prefix` with the sign of a block quote in the place where the screen draws its bar."""
    if block.kind is not BlockKind.QUOTE:
        return prefix
    cells = width_of(prefix)
    return (_QUOTED * cells)[:cells]
