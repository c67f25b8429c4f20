"""The tables of the index. The index is made from the article files and can be deleted at any time."""

from __future__ import annotations

import unicodedata

from reader import __version__

VERSION = 1
"""The version of the tables and of the rules by which they are filled. An index of another version is
rebuilt.
"""

MADE_BY = f"{VERSION} {__version__} {unicodedata.unidata_version}"
"""Who made an index. Folding depends on Python's version of Unicode, and detection on the version of the
reader.
"""

TABLES = """
CREATE TABLE made (by TEXT NOT NULL);
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    digest BLOB NOT NULL,
    text_digest BLOB NOT NULL,
    fault TEXT NOT NULL,
    title TEXT NOT NULL,
    kicker TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    authors TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    quotes_given INTEGER NOT NULL,
    entities_given INTEGER NOT NULL,
    n_statements INTEGER NOT NULL,
    n_highlights INTEGER NOT NULL,
    n_notes INTEGER NOT NULL,
    blocks TEXT NOT NULL
);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_text ON article (text_digest);
CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    type TEXT NOT NULL,
    aliases TEXT NOT NULL,
    about TEXT NOT NULL,
    mentions TEXT NOT NULL,
    n_mentions INTEGER NOT NULL,
    n_statements INTEGER NOT NULL
);
CREATE INDEX name_article ON name (article);
CREATE INDEX name_key ON name (key);
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name INTEGER,
    speaker TEXT NOT NULL,
    written TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    quote_key TEXT NOT NULL,
    pieces TEXT NOT NULL
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_name ON statement (name);
CREATE TABLE highlight (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    note TEXT NOT NULL,
    color TEXT NOT NULL,
    made TEXT NOT NULL,
    highlight_id TEXT NOT NULL,
    pieces TEXT NOT NULL
);
CREATE INDEX highlight_article ON highlight (article);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (folded, article)
) WITHOUT ROWID;
CREATE INDEX tag_article ON tag (article);
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, notes, source, content='', tokenize='ascii');
CREATE VIRTUAL TABLE statement_words USING fts5 (text, speaker, content='', tokenize='ascii');
CREATE VIRTUAL TABLE name_words USING fts5 (names, content='', tokenize='ascii');
"""
"""All tables. `blocks`, `pieces`, `mentions`, `authors` and `aliases` are JSON.

The row of `article_words` has the id of the article, and so on for statements and names. These tables hold no
text, which would double the size of the index, and `terms` makes their words. Their tokenizer only splits
at the blanks: `unicode61` would split words again, by the rules of another version of Unicode and without
pairs.
"""
