"""Highlights as complete JSON, which `reader import --highlights` reads back without loss.

`paragraph` is the number on the screen, from 1. The items of `pieces` count blocks from 0, and have half-open
offsets in code points. An unknown value is null, never an empty text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.export.highlights import Exported
from reader.model import Highlight, Quote, Span

FORMAT = 1
"""The version of the shape."""


def as_json(articles: Sequence[Exported], day: str) -> str:
    """The articles as one object of indented JSON; ends with a newline. `day` is the ISO date of today."""
    values = {"format": FORMAT, "exported": day, "articles": [_article(one) for one in articles]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _article(article: Exported) -> dict[str, object]:
    """An article with its highlights in the order of its file."""
    document = article.document
    values: dict[str, object] = {
        "title": document.title,
        "source": {"name": document.source.name or None, "url": article.url or None},
        "authors": list(document.authors),
        "published": document.published or None,
        "language": document.language or None,
        "file": article.file or None,
    }
    if article.source:
        values["source_file"] = article.source
    values["highlights"] = [_highlight(article, one) for one in document.highlights]
    if article.quotes:
        values["quotes"] = [_quote(article, one) for one in article.quotes]
    return values


def _highlight(article: Exported, highlight: Highlight) -> dict[str, object]:
    values: dict[str, object] = {
        "id": highlight.id,
        "text": highlight.text or None,
        "color": highlight.color.value if highlight.text else None,
        "note": highlight.note or None,
        "tags": list(highlight.tags),
        "made": highlight.made or None,
        "at": {name: words or None for name, words in highlight.at._asdict().items()},
        "paragraph": article.number(highlight.pieces),
        "pieces": _pieces(highlight.pieces),
        "status": highlight.status.value,
        "speaker": article.speaker(highlight) or None,
        "open": article.command(highlight) or None,
    }
    if article.source:
        position = article.positions.get(highlight.id)
        values["line"] = None if position is None else position.line
        values["column"] = None if position is None else position.column
    return {**values, **dict(highlight.extras)}


def _quote(article: Exported, quote: Quote) -> dict[str, object]:
    return {
        "text": quote.text,
        "speaker": quote.speaker or None,
        "context": quote.context or None,
        "paragraph": article.number(quote.pieces),
        "pieces": _pieces(quote.pieces),
        "open": article.command(quote) or None,
    }


def _pieces(pieces: Sequence[Span]) -> list[dict[str, int]]:
    return [{"block": span.block, "start": span.start, "end": span.end} for span in pieces]
