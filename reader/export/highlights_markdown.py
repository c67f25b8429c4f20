"""Highlights as Markdown for note-taking apps, with front matter and a block id for each highlight."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from reader.export.highlights import Exported
from reader.export.markdown_escape import code, escaped, link
from reader.model import Highlight, Quote, Span, Status
from reader.reading.highlighting import in_reading_order
from reader.sources.ref import highlight_fragment
from reader.text.headline import display_date

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DOUBTS = {Status.MOVED: "the place may have moved", Status.LOST: "the words are no longer in the text"}


def as_markdown(articles: Sequence[Exported], day: str) -> str:
    """The articles as one Markdown file; ends with a newline. `day` is the ISO date of today.

    The front matter describes the article, or all of them if there are several.
    """
    parts = ["\n".join(["---", *_front_matter(articles, day), "---"])]
    for article in articles:
        parts += _article(article, alone=len(articles) == 1)
    return "\n\n".join(parts) + "\n"


def _front_matter(articles: Sequence[Exported], day: str) -> Iterator[str]:
    tags = dict.fromkeys(
        tag for article in articles for highlight in article.document.highlights for tag in highlight.tags
    )
    if len(articles) == 1:
        [article] = articles
        document = article.document
        yield f"title: {_text(document.title)}"
        if document.authors:
            yield f"author: [{', '.join(map(_text, document.authors))}]"
        if document.source.name:
            yield f"source: {_text(document.source.name)}"
        if article.url:
            yield f"url: {_text(article.url)}"
        if document.published:
            day_only = _DAY.fullmatch(document.published)
            yield f"published: {document.published if day_only else _text(document.published)}"
    else:
        yield f"title: {_text(f'Highlights of {len(articles)} articles')}"
    if tags:
        yield f"tags: [{', '.join(map(_text, tags))}]"
    yield f"exported: {day}"


def _text(text: str) -> str:
    """A text as YAML in double quotes. YAML has the escapes of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _article(article: Exported, *, alone: bool) -> Iterator[str]:
    """The parts of an article: its title, its highlights in reading order, then its quotes."""
    document = article.document
    yield f"# {escaped(document.title)}"
    if not alone:
        about = [", ".join(document.authors), document.source.name, display_date(document.published)]
        line = " · ".join(escaped(part) for part in about if part)
        if article.url:
            line = " · ".join(filter(None, (line, link("source", article.url))))
        if line:
            yield line
    for highlight in in_reading_order(document):
        yield from _highlight(article, highlight)
    if article.quotes:
        yield "## Quotes"
        for quote in article.quotes:
            yield from _quote(article, quote)


def _highlight(article: Exported, highlight: Highlight) -> Iterator[str]:
    if highlight.text:
        yield _block_quote(highlight.text)
        yield _block_id(highlight)
        doubt = _DOUBTS.get(highlight.status, "")
        yield _attribution(article, article.speaker(highlight), highlight.pieces, highlight.made, doubt)
    if highlight.note:
        yield escaped(highlight.note)
    if not highlight.text:
        yield _block_id(highlight)
        if highlight.made:
            yield escaped(display_date(highlight.made[:10]))
    if highlight.tags:
        yield " ".join(f"#{escaped(tag)}" for tag in highlight.tags)
    if command := article.command(highlight):
        yield code(command)


def _quote(article: Exported, quote: Quote) -> Iterator[str]:
    yield _block_quote(quote.text)
    doubt = "" if quote.pieces else _DOUBTS[Status.LOST]
    yield _attribution(article, quote.speaker, quote.pieces, article.document.published, doubt)
    if quote.context:
        yield escaped(quote.context)
    if command := article.command(quote):
        yield code(command)


def _block_quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in escaped(text).split("\n"))


def _block_id(highlight: Highlight) -> str:
    """The id of the block above, with which other notes refer to it."""
    return f"^{highlight_fragment(highlight.id)[1:]}"


def _attribution(article: Exported, speaker: str, pieces: tuple[Span, ...], made: str, doubt: str) -> str:
    """`— Ada Okafor, ¶ 4, 28 May 2015`; the paragraph is a link to the source."""
    number = article.number(pieces)
    place = "heading" if pieces and number is None else "" if number is None else f"¶ {number}"
    if article.url:
        place = link(place or "source", article.url)
    day = escaped(display_date(made[:10]))
    return "— " + ", ".join(filter(None, (escaped(speaker), place, day, doubt)))
