"""The hits of a search in the library as text, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from reader.export.json_shape import range_values
from reader.export.open_command import open_command
from reader.library.search import FoundArticle, Hit
from reader.text.clean import clean_line
from reader.text.headline import SEPARATOR, display_date
from reader.text.snippet import snippet

COLUMNS = ("file", "title", "published", "paragraph", "start", "end", "text", "sentence")
SHOWN = 3
"""Sentences of one article that are shown as text."""


def hit_values(article: FoundArticle, hit: Hit | None) -> dict[str, object]:
    """One hit as values for JSON. Without a hit the article itself fits, and the place is null.

    `paragraph` counts from 0, and `start` and `end` are a half-open range of code points. `text` is the
    words at that place, and `sentence` the sentence around them.
    """
    span = None if hit is None else hit.span
    return {
        "file": file_name(article),
        "title": article.title,
        "published": article.published or None,
        **range_values(None if span is None else (span.block, span.start, span.end)),
        "text": article.title if hit is None else hit.text,
        "sentence": None if hit is None else hit.context[slice(*hit.sentence)],
    }


def file_name(article: FoundArticle) -> str:
    """The path of an article as text. Bytes that are not UTF-8 are replaced."""
    return str(article.path).encode("utf-8", "replace").decode("utf-8")


def json_lines(articles: Iterable[tuple[FoundArticle, Hit | None]]) -> Iterator[str]:
    """A line of JSON for each hit."""
    return (json.dumps(hit_values(article, hit), ensure_ascii=False) for article, hit in articles)


def csv_text(articles: Iterable[tuple[FoundArticle, Hit | None]]) -> str:
    """The hits as CSV (RFC 4180). Texts are exact."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for article, hit in articles:
        writer.writerow(hit_values(article, hit))
    return out.getvalue()


def article_lines(article: FoundArticle, width: int) -> Iterator[str]:
    """An article with its best sentences, each with the command that opens it there."""
    yield SEPARATOR.join(filter(None, (article.title, article.source, display_date(article.published[:10]))))
    if not article.hits:
        yield f"    {open_command(article.path) or clean_line(str(article.path))}"
        return
    sentences = _sentences(article)
    for hit in sentences[:SHOWN]:
        place = hit.scope.value[:-1] if hit.span is None else f"¶ {hit.number}" if hit.number else "heading"
        start, end = hit.sentence
        shown = snippet(hit.context[start:end], hit.at[0] - start, hit.at[1] - start, max(20, width - 14))
        yield f"  {place:>7}  {''.join(shown)}"
        yield f"           {open_command(article.path, hit.target) or clean_line(str(article.path))}"
    left = len(sentences) - SHOWN
    if left > 0:
        yield f"           and {left} more sentence{'' if left == 1 else 's'}"


def _sentences(article: FoundArticle) -> list[Hit]:
    """The first hit of each sentence; those with the most different words first."""
    words: dict[tuple[object, ...], tuple[Hit, set[str]]] = {}
    for hit in article.hits:
        place = (hit.scope, hit.target if hit.span is None else hit.span.block, hit.sentence)
        words.setdefault(place, (hit, set()))[1].add(hit.text.casefold())
    ranked = sorted(words.values(), key=lambda one: -len(one[1]))
    return [hit for hit, _ in ranked]
