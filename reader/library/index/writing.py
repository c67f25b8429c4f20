"""Write what the index keeps of one article, and delete it."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from reader.library.index.article_record import (
    ArticleRecord,
    Statement,
    headings_of,
    pieces_of,
)
from reader.library.sql_path import sql_path
from reader.model import Document, Entity, EntityType, Quote, Source, Span
from reader.text.fold import fold
from reader.text.terms import index_words, words_of


class FileStamp(NamedTuple):
    """By what an unchanged file is recognised. Times in nanoseconds; `seen` is when it was read."""

    size: int
    mtime: int
    inode: int
    seen: int


_ARTICLE = """INSERT INTO article (path, size, mtime, inode, seen, digest, text_digest, fault, title, kicker,
    standfirst, authors, source, url, published, language, words, quotes_given, entities_given, n_statements,
    n_highlights, n_notes, blocks)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write_fault(
    db: sqlite3.Connection, path: str, stamp: FileStamp, digest: bytes, title: str, fault: str
) -> None:
    """Write that a file cannot be read as an article. Replaces what the index has of that path."""
    delete_path(db, path)
    values = (sql_path(path), *stamp, digest, b"", fault, title, "", "", "[]", "", "", "", "", *[0] * 6, "{}")
    db.execute(_ARTICLE, values)


def write_article(
    db: sqlite3.Connection, path: str, stamp: FileStamp, digest: bytes, record: ArticleRecord
) -> None:
    """Write an article. Replaces what the index has of that path."""
    delete_path(db, path)
    document = record.document
    texts = [block.text for block in document.blocks]
    row_id = db.execute(
        _ARTICLE,
        (
            *(sql_path(path), *stamp, digest, record.text_digest, ""),
            *(document.title, document.kicker, document.standfirst, _json(document.authors)),
            *(document.source.name, document.source.url, document.published, document.language),
            *(record.words, document.quotes_given, document.entities_given),
            *(len(record.statements), sum(1 for one in record.highlights if one.text)),
            sum(1 for one in record.highlights if one.note),
            _json({"texts": texts, "headings": headings_of(document)}),
        ),
    ).lastrowid
    assert row_id is not None  # noqa: S101 - an INSERT has a row row_id
    db.execute(
        "INSERT INTO article_words (rowid, title, text, notes, source) VALUES (?, ?, ?, ?, ?)",
        (
            row_id,
            *_article_words(
                [document.title, document.kicker, document.standfirst],
                texts,
                [one.note for one in record.highlights],
                document.source,
            ),
        ),
    )
    names = _write_names(db, row_id, record)
    for position, one in enumerate(record.statements):
        _write_statement(db, row_id, position, one, None if one.name is None else names[one.name])
    db.executemany(
        "INSERT INTO highlight (article, text, note, color, made, highlight_id, pieces)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (row_id, one.text, one.note, one.color.value, one.made, one.id, _json(pieces_of(one.pieces)))
            for one in record.highlights
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO tag (article, tag, folded) VALUES (?, ?, ?)",
        ((row_id, tag, fold(tag).text) for tag in record.tags),
    )


def delete_path(db: sqlite3.Connection, path: str) -> None:
    """Delete what the index has of a path."""
    row = db.execute(
        "SELECT id, title, kicker, standfirst, blocks, source, url, fault FROM article WHERE path = ?",
        (sql_path(path),),
    ).fetchone()
    if row is None:
        return
    row_id, *headline, blocks, source, url, fault = row
    if not fault:
        # A table without content must be given the words that are deleted.
        notes = [
            note
            for (note,) in db.execute("SELECT note FROM highlight WHERE article = ? ORDER BY id", (row_id,))
        ]
        words = _article_words(headline, json.loads(blocks)["texts"], notes, Source(source, url))
        _forget(db, "article_words", "title, text, notes, source", row_id, words)
        statements = db.execute(
            "SELECT id, text, speaker, written FROM statement WHERE article = ?", (row_id,)
        )
        for statement, text, speaker, written in statements.fetchall():
            _forget(
                db, "statement_words", "text, speaker", statement, _statement_words(text, speaker, written)
            )
        names = db.execute("SELECT id, name, aliases FROM name WHERE article = ?", (row_id,)).fetchall()
        for name, main, aliases in names:
            _forget(db, "name_words", "names", name, (words_of([main, *json.loads(aliases)]),))
    db.execute("DELETE FROM article WHERE id = ?", (row_id,))


def detected(db: sqlite3.Connection, text_digest: bytes) -> Document | None:
    """A document with the quotes and entities that were detected in the same text; None if it is not known.

    Its paragraphs are empty and long enough for the places. Only its quotes and entities count.
    """
    row = db.execute(
        "SELECT id FROM article WHERE text_digest = ? AND fault = ''"
        " AND NOT quotes_given AND NOT entities_given",
        (text_digest,),
    ).fetchone()
    if row is None:
        return None
    from reader.model import Block

    quotes = tuple(
        Quote(text, _spans(pieces), written, context)
        for text, pieces, written, context in db.execute(
            "SELECT text, pieces, written, context FROM statement WHERE article = ? ORDER BY position", row
        )
    )
    entities = tuple(
        Entity(name, EntityType(kind), tuple(json.loads(aliases)), about, _spans(mentions))
        for name, kind, aliases, about, mentions in db.execute(
            "SELECT name, type, aliases, about, mentions FROM name WHERE article = ? ORDER BY position", row
        )
    )
    (blocks,) = db.execute("SELECT blocks FROM article WHERE id = ?", row).fetchone()
    return Document("-", tuple(map(Block, json.loads(blocks)["texts"])), quotes=quotes, entities=entities)


def _write_names(db: sqlite3.Connection, article: int, record: ArticleRecord) -> list[int]:
    ids: list[int] = []
    for position, one in enumerate(record.names):
        entity = one.entity
        row_id = db.execute(
            "INSERT INTO name (article, position, name, key, type, aliases, about, mentions, n_mentions,"
            " n_statements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(
                    article,
                    position,
                    entity.name,
                    one.key,
                    entity.type.value,
                    _json(entity.aliases),
                    entity.about,
                ),
                *(_json(pieces_of(entity.mentions)), len(entity.mentions), one.n_statements),
            ),
        ).lastrowid
        ids.append(row_id or 0)
        db.execute("INSERT INTO name_words (rowid, names) VALUES (?, ?)", (row_id, words_of(entity.names)))
    return ids


def _write_statement(
    db: sqlite3.Connection, article: int, position: int, one: Statement, name: int | None
) -> None:
    row_id = db.execute(
        "INSERT INTO statement (article, position, name, speaker, written, verb, kind, text, context,"
        " quote_key, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article, position, name, one.speaker, one.written, one.verb, one.kind, one.quote.text),
            *(one.quote.context, one.key, _json(pieces_of(one.quote.pieces))),
        ),
    ).lastrowid
    db.execute(
        "INSERT INTO statement_words (rowid, text, speaker) VALUES (?, ?, ?)",
        (row_id, *_statement_words(one.quote.text, one.speaker, one.written)),
    )


def _article_words(
    headline: list[str], texts: list[str], notes: list[str], source: Source
) -> tuple[str, str, str, str]:
    host = source.url.partition("://")[2].partition("/")[0]
    return words_of(headline), words_of(texts), words_of(notes), words_of([source.name, host])


def _statement_words(text: str, speaker: str, written: str) -> tuple[str, str]:
    return index_words(text), words_of([speaker, written])


def _forget(db: sqlite3.Connection, table: str, columns: str, row_id: int, words: tuple[str, ...]) -> None:
    marks = ", ".join("?" * (2 + len(words)))
    # The names of the tables and columns are those of this module.
    db.execute(
        f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ({marks})", ("delete", row_id, *words)
    )


def _spans(pieces: str) -> tuple[Span, ...]:
    return tuple(Span(*piece) for piece in json.loads(pieces))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
