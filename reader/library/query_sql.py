"""A query as SQL on the index. Every value is a parameter, and every term a quoted phrase of FTS5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.library.query import (
    FromSource,
    Has,
    Having,
    Named,
    Part,
    Published,
    Query,
    Scope,
    Speaker,
    Tagged,
    Words,
)

_COLUMNS = {Scope.TEXT: "text", Scope.NOTES: "notes", Scope.TITLES: "title"}
_COUNTS = {Has.NOTES: "n_notes", Has.HIGHLIGHTS: "n_highlights", Has.QUOTES: "n_statements"}


class Select(NamedTuple):
    """A statement of SQL that returns ids, the best first, with its parameters."""

    sql: str
    values: tuple[str, ...]


def looks_at_statements(query: Query) -> bool:
    """Whether the hits of a query are statements: with a speaker, or if only quotes are searched."""
    speakers = (
        all(isinstance(part.condition, Speaker) and not part.negated for part in group)
        for group in query.groups
    )
    return query.scopes == (Scope.QUOTES,) or any(speakers)


def articles(query: Query) -> Select | None:
    """The ids of the articles. Words are looked for in the headline, the text and the notes.

    None if the query looks only at quotes.
    """
    columns = [_COLUMNS[scope] for scope in query.scopes if scope in _COLUMNS]
    if not columns:
        return None
    among = f"{{{' '.join(columns)}}} : "
    match, rest = _match(query, {Words: among, FromSource: "{source} : "})
    if match and not rest:  # no other table is read: 10,000 articles in half of the time
        return Select(
            "SELECT rowid FROM article_words WHERE article_words MATCH ?"
            " ORDER BY bm25(article_words, 8.0, 1.0, 2.0, 0.0), rowid",
            (match,),
        )
    where = ["a.fault = ''"]
    values: list[str] = []
    where += [_any(group, among, values) for group in rest]
    if match:
        return Select(
            "SELECT a.id FROM article_words JOIN article a ON a.id = article_words.rowid"
            f" WHERE article_words MATCH ? AND {' AND '.join(where)}"
            " ORDER BY bm25(article_words, 8.0, 1.0, 2.0, 0.0), a.published DESC, a.path",
            (match, *values),
        )
    sql = f"SELECT a.id FROM article a WHERE {' AND '.join(where)} ORDER BY a.published DESC, a.path"
    return Select(sql, tuple(values))


def statements(query: Query) -> Select:
    """The ids of the statements, those with the most words of the query first."""
    match, rest = _match(query, {Words: "{text} : ", Speaker: "{speaker} : "})
    values: list[str] = []
    where = ["a.fault = ''"]
    where += [_any(group, "{text title} : ", values) for group in rest]
    if match:
        return Select(
            "SELECT s.id FROM statement_words JOIN statement s ON s.id = statement_words.rowid"
            " JOIN article a ON a.id = s.article"
            f" WHERE statement_words MATCH ? AND {' AND '.join(where)}"
            " ORDER BY bm25(statement_words, 1.0, 0.0), a.published DESC, a.path, s.position",
            (match, *values),
        )
    return Select(
        f"SELECT s.id FROM statement s JOIN article a ON a.id = s.article WHERE {' AND '.join(where)}"
        " ORDER BY a.published DESC, a.path, s.position",
        tuple(values),
    )


def _match(query: Query, columns: dict[type, str]) -> tuple[str, list[tuple[Part, ...]]]:
    """The groups that one MATCH can decide, and the others. Empty if MATCH has nothing to look for."""
    wanted: list[str] = []
    unwanted: list[str] = []
    rest: list[tuple[Part, ...]] = []
    for group in query.groups:
        kinds = {type(part.condition) for part in group}
        signs = {part.negated for part in group}
        if not kinds <= set(columns) or (signs != {False} and len(group) > 1):
            rest.append(group)
            continue
        phrases = [
            columns[type(part.condition)] + part.condition.term.match
            for part in group
            if isinstance(part.condition, Words | Speaker | FromSource)
        ]
        (unwanted if signs == {True} else wanted).append(f"({' OR '.join(phrases)})")
    if not wanted:
        kept = [group for group in query.groups if group not in rest]
        return "", [*kept, *rest]
    match = " AND ".join(wanted)
    return (f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match), rest


def _any(group: Sequence[Part], among: str, values: list[str]) -> str:
    """The SQL of a group on the article `a`. Adds its values."""
    parts = []
    for part in group:
        sql, own = _one(part, among)
        parts.append(f"NOT ({sql})" if part.negated else sql)
        values += own
    return f"({' OR '.join(parts)})"


def _one(part: Part, among: str) -> tuple[str, Sequence[str]]:
    match part.condition:
        case Words(term):
            found = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
            return f"a.id IN ({found})", (among + term.match,)
        case FromSource(term):
            found = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
            return f"a.id IN ({found})", ("{source} : " + term.match,)
        case Speaker(term):
            found = (
                "SELECT s.article FROM statement_words JOIN statement s ON s.id = statement_words.rowid"
                " WHERE statement_words MATCH ?"
            )
            return f"a.id IN ({found})", ("{speaker} : " + term.match,)
        case Named(term):
            found = (
                "SELECT n.article FROM name_words JOIN name n ON n.id = name_words.rowid"
                " WHERE name_words MATCH ?"
            )
            return f"a.id IN ({found})", (term.match,)
        case Tagged(tag):
            return "a.id IN (SELECT article FROM tag WHERE folded = ?)", (tag,)
        case Having(what):
            return f"a.{_COUNTS[what]} > 0", ()
        case Published(first, end):
            day = "substr(a.published, 1, 10)"
            if end:
                return f"(a.published != '' AND {day} < ?)", (end,)
            return f"{day} >= ?", (first,)
