"""Search in all articles of the library: the articles that fit a query, each with its hits in their
sentences.

Owns what a hit is. The index says which articles fit. The places come from the finder in `terms`, which
reads the text of the article, so every hit opens at its place.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.library.index.database import IndexDatabase
from reader.library.query import Query, Scope
from reader.library.query_sql import Select, articles, looks_at_statements, statements
from reader.library.sql_path import path_of
from reader.model import HighlightId, QuoteKey, Span
from reader.text.sentences import sentence_at
from reader.text.terms import Term, found_spans

Target = HighlightId | QuoteKey | Span | None
"""Where the article opens: at a highlight, a quote or a passage; None opens its beginning."""

KEPT = 1000
"""The most hits of one article."""


class Hit(NamedTuple):
    """Words that fit a query.

    `span` is their place in the article; None in a title or a note. `context` is the paragraph, title or
    note with the words, and `at` their range in it. `number` is the paragraph number on the screen, 0
    without one.
    """

    scope: Scope
    context: str
    at: tuple[int, int]
    span: Span | None
    number: int
    target: Target

    @property
    def text(self) -> str:
        """The words."""
        return self.context[slice(*self.at)]

    @property
    def sentence(self) -> tuple[int, int]:
        """The range in `context` of the sentence around the words."""
        start, end = sentence_at(self.context, self.at[0]) or (0, len(self.context))
        return min(start, self.at[0]), max(end, self.at[1])


class FoundArticle(NamedTuple):
    """An article that fits a query, with its hits in reading order.

    It has no hits if the query has no words. `n_hits` can be greater than the number of hits that are kept.
    """

    path: Path
    title: str
    published: str
    source: str
    hits: tuple[Hit, ...]
    speaker: str = ""


class Results:
    """The articles that fit a query, the best first. Hits are looked for when an article is asked for."""

    def __init__(self, database: IndexDatabase, query: Query) -> None:
        """Find the articles. Raises IndexFileError."""
        self._database = database
        self._query = query
        self._statements: dict[int, list[int]] = {}
        self._ids: list[int] = []
        if query.groups:
            self._find()

    def _find(self) -> None:
        only = looks_at_statements(self._query)
        with self._database.reading() as db:
            if only or Scope.QUOTES in self._query.scopes:
                for statement, article in _in_articles(db, statements(self._query)):
                    self._statements.setdefault(article, []).append(statement)
            found = None if only else articles(self._query)
            ids = [] if found is None else [key for (key,) in db.execute(*found)]
        self._ids = list(dict.fromkeys((*self._statements, *ids)))

    def __len__(self) -> int:
        """The number of articles."""
        return len(self._ids)

    def __getitem__(self, index: int) -> FoundArticle:
        """One of the articles with its hits. Raises IndexError, also if the article was removed since."""
        return next(iter(self.page(index, index + 1)))

    def page(self, first: int, end: int) -> list[FoundArticle]:
        """The articles from `first` to `end` with their hits. An article that is gone is left out."""
        with self._database.reading() as db:
            found = (self._article(db, key) for key in self._ids[first:end])
            return [one for one in found if one is not None]

    def __iter__(self) -> Iterator[FoundArticle]:
        for first in range(0, len(self), 20):
            yield from self.page(first, first + 20)

    def _article(self, db: sqlite3.Connection, key: int) -> FoundArticle | None:
        row = db.execute(
            "SELECT path, title, kicker, standfirst, published, source, blocks FROM article WHERE id = ?",
            (key,),
        ).fetchone()
        if row is None:
            return None
        path, title, kicker, standfirst, published, source, blocks = row
        content = json.loads(blocks)
        text = ArticleText(content["texts"], content["headings"])
        terms = self._query.terms
        hits: list[Hit] = []
        scopes = () if looks_at_statements(self._query) else self._query.scopes
        if Scope.TITLES in scopes:
            headline = [part for part in (kicker, title, standfirst) if part]
            hits += [
                _hit(Scope.TITLES, headline[span.block], span, None, 0, None)
                for span in found_spans(headline, terms)
            ]
        if Scope.TEXT in scopes:
            hits += text.hits(found_spans(text.texts, terms))
        hits += self._quote_hits(db, text, self._statements.get(key, ()), terms)
        if Scope.NOTES in scopes:
            hits += _note_hits(db, key, text, terms)
        return FoundArticle(Path(path_of(path)), title, published, source, tuple(hits[:KEPT]))

    def _quote_hits(
        self, db: sqlite3.Connection, text: ArticleText, ids: Sequence[int], terms: Sequence[Term]
    ) -> Iterator[Hit]:
        """The words in the statements, or the statements themselves if the query has no words."""
        for key in sorted(ids):
            words, pieces, quote = db.execute(
                "SELECT text, pieces, quote_key FROM statement WHERE id = ?", (key,)
            ).fetchone()
            places = [Span(*piece) for piece in json.loads(pieces)]
            if not terms:
                for place in places:
                    yield text.hit(place, Scope.QUOTES, QuoteKey(quote))
            elif not places:
                for span in found_spans([words], terms):
                    yield _hit(Scope.QUOTES, words, span, None, 0, QuoteKey(quote))
            else:
                for span in found_spans([text.texts[place.block] for place in places], terms):
                    place = places[span.block]
                    if place.start <= span.start and span.end <= place.end:
                        at = Span(place.block, span.start, span.end)
                        yield text.hit(at, Scope.QUOTES, QuoteKey(quote))


class ArticleText:
    """The paragraphs of an article from the index."""

    def __init__(self, texts: Sequence[str], headings: Sequence[int]) -> None:
        self.texts = texts
        self._headings = sorted(headings)

    def number(self, block: int) -> int:
        """The paragraph number that is shown on the screen; 0 for a heading."""
        before = bisect_left(self._headings, block)
        return 0 if self._headings[before : before + 1] == [block] else block + 1 - before

    def hit(self, span: Span, scope: Scope = Scope.TEXT, target: Target = None) -> Hit:
        """The hit at a place."""
        number = self.number(span.block)
        return _hit(scope, self.texts[span.block], span, span, number, span if target is None else target)

    def hits(self, spans: Sequence[Span]) -> list[Hit]:
        """The hits at places in the text."""
        return [self.hit(span) for span in spans]


def _in_articles(db: sqlite3.Connection, found: Select) -> list[tuple[int, int]]:
    """The statements that a query returns, each with its article."""
    ids = [key for (key,) in db.execute(*found)]
    one = "SELECT article FROM statement WHERE id = ?"
    return [(key, db.execute(one, (key,)).fetchone()[0]) for key in ids]


def _note_hits(
    db: sqlite3.Connection, article: int, text: ArticleText, terms: Sequence[Term]
) -> Iterator[Hit]:
    rows = db.execute(
        "SELECT note, highlight_id, pieces FROM highlight WHERE article = ? AND note != '' ORDER BY id",
        (article,),
    ).fetchall()
    for note, key, pieces in rows:
        places = json.loads(pieces)
        number = text.number(places[0][0]) if places else 0
        for span in found_spans([note], terms):
            yield _hit(Scope.NOTES, note, span, None, number, HighlightId(key))


def _hit(scope: Scope, text: str, place: Span, span: Span | None, number: int, target: Target) -> Hit:
    return Hit(scope, text, (place.start, place.end), span, number, target)
