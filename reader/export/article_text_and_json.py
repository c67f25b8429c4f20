"""An article for other programs: as JSON, and as plain text.

The shape of `reader show --json` is stable. Neither form contains a control character other than newlines,
because the text of a document is cleaned.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from reader.export.json_shape import Piece, entity_values, highlight_values, quote_values
from reader.model import Block, BlockKind, Document, Highlight, Quote, Span
from reader.text.cells import width as width_of
from reader.text.flow import Flow, RowKind, blanks_between
from reader.text.headline import byline, count_words
from reader.text.indents import indents, usual_indent
from reader.text.page import Page, page

MEASURE = 80
"""The longest wrapped line in cells. Longer ones are hard to read."""

_QUOTED = "> "


def as_object(document: Document) -> dict[str, object]:
    """The article as values for JSON; `json_shape` documents places and nulls."""
    return {
        "title": document.title,
        "kicker": document.kicker or None,
        "standfirst": document.standfirst or None,
        "authors": list(document.authors),
        "source": {"name": document.source.name or None, "url": document.source.url or None},
        "published": document.published or None,
        "language": document.language or None,
        "note": document.note or None,
        "paragraphs": [
            {"kind": block.kind.value, "text": block.text, "level": block.level} for block in document.blocks
        ],
        "quotes": [values for quote in document.quotes for values in _quote(document, quote)],
        "entities": [
            entity_values(
                entity.name, entity.type.value, entity.aliases, entity.about, map(_piece, entity.mentions)
            )
            for entity in document.entities
        ],
        "highlights": [values for one in document.highlights for values in _highlight(document, one)],
    }


def as_json(document: Document) -> str:
    """`as_object` as indented JSON without ASCII escapes; ends with a newline."""
    return json.dumps(as_object(document), ensure_ascii=False, indent=2) + "\n"


def as_text(document: Document, width: int | None = None) -> str:
    """The article as plain reading text; ends with a newline.

    With `width`, lines are wrapped as on the screen, at `width` cells but at most at `MEASURE`. Without it,
    every paragraph is one line, for programs. Items have their markers, block quotes a `>`, code and captions
    an indent.
    """
    whole = page(document, byline(document, count_words(document.blocks)))
    rows = _lines(whole) if width is None else _rows(whole, max(1, min(width, MEASURE)))
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _quote(document: Document, quote: Quote) -> Iterator[dict[str, object]]:
    for span in quote.pieces or (None,):
        text = quote.text if span is None else document.blocks[span.block].text[span.start : span.end]
        piece = None if span is None else _piece(span)
        yield {**quote_values(piece, text, quote.speaker), "context": quote.context or None}


def _highlight(document: Document, highlight: Highlight) -> Iterator[dict[str, object]]:
    for span in highlight.pieces or (None,):
        text = highlight.text if span is None else document.blocks[span.block].text[span.start : span.end]
        yield highlight_values(None if span is None else _piece(span), text, highlight)


def _piece(span: Span) -> Piece:
    return span.block, span.start, span.end


def _lines(whole: Page) -> Iterator[str]:
    """One line for each line of a block, with the same blank lines between blocks as on the screen."""
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
    """`prefix` with `>` where the screen draws the bar of a block quote."""
    if block.kind is not BlockKind.QUOTE:
        return prefix
    cells = width_of(prefix)
    return (_QUOTED * cells)[:cells]
