"""Terms: what the index stores of a text, and what the finder finds in it, are the same."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.terms import TermFinder, index_words, term, words_of

RIVER = "The mayor’s river moved, and they don't stop. Straße Çelik naïve_test ﬁne"
TOWER = "東京タワーは高い。iPhone版も出た"


def index(*texts: str) -> sqlite3.Connection:
    """An index with one text in each row."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='ascii')")
    db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(map(index_words, texts)))
    return db


def found_in(db: sqlite3.Connection, words: str) -> list[int]:
    looked_for = term(words)
    assert looked_for is not None
    return [row for (row,) in db.execute("SELECT rowid FROM words WHERE words MATCH ?", (looked_for.match,))]


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        (RIVER, "RIVER", "river"),
        (RIVER, "moved and", "moved, and"),
        (RIVER, "mayor's", "mayor’s"),
        (RIVER, "don’t", "don't"),
        (RIVER, "strasse", "Straße"),
        (RIVER, "celik", "Çelik"),
        (RIVER, "fine", "ﬁne"),
        (RIVER, "test", "test"),
        (TOWER, "京タワ", "京タワ"),
        (TOWER, "高", "高"),
        (TOWER, "iphone", "iPhone"),
        (TOWER, "IPHONE版", "iPhone版"),
        (TOWER, "版", "版"),
        ("서울에서 만났다", "서울", "서울"),
        ("हिन्दी में लिखा", "हिन्दी", "हिन्दी"),
        ("كَتَبَ الرجل", "كتب", "كَتَبَ"),
        ("ภาษาไทยง่าย", "ไทย", "ไทย"),
    ],
)
def test_words_are_found_as_people_type_them(text: str, typed: str, words: str) -> None:
    assert found_in(index("nothing", text), typed) == [1]
    looked_for = term(typed)
    assert looked_for is not None
    assert [text[span.start : span.end] for span in TermFinder([text]).spans(looked_for)] == [words]


@pytest.mark.parametrize("typed", ["rive", "iver", "moved they", "タ高"])
def test_parts_of_words_and_other_orders_are_not_found(typed: str) -> None:
    looked_for = term(typed)
    assert looked_for is not None
    assert found_in(index(RIVER, TOWER), typed) == []
    assert list(TermFinder([RIVER, TOWER]).spans(looked_for)) == []


def test_a_prefix_finds_the_whole_word() -> None:
    looked_for = term("riv", prefix=True)
    assert looked_for is not None
    assert list(TermFinder([RIVER]).spans(looked_for)) == [Span(0, 12, 17)]


def test_a_phrase_does_not_cross_from_one_paragraph_into_the_next() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='ascii')")
    db.execute("INSERT INTO words (rowid, text) VALUES (0, ?)", (words_of(["one river ¶", "¶ two"]),))
    assert found_in(db, "river two") == []
    assert found_in(db, "one river") == [0]
    looked_for = term("river two")
    assert looked_for is not None
    assert list(TermFinder(["one river", "two"]).spans(looked_for)) == []


def test_signs_are_no_term() -> None:
    assert [term(signs) for signs in ("", "!!!", '"', " - ", "¶", "_")] == [None] * 6


TEXTS = st.text(st.sampled_from("ab東京タ서는ééßİ'-. ¶_هﬁ\u0301\n1"), max_size=20)


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, st.booleans())
def test_the_index_and_the_finder_agree(texts: list[str], typed: str, prefix: bool) -> None:
    looked_for = term(typed, prefix=prefix)
    if looked_for is None:
        return
    rows = index(*texts).execute("SELECT rowid FROM words WHERE words MATCH ?", (looked_for.match,))
    spans = list(TermFinder(texts).spans(looked_for))
    assert sorted({span.block for span in spans}) == sorted(row for (row,) in rows)
    assert all(span.end <= len(texts[span.block]) for span in spans)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3), st.text(max_size=12))
def test_no_text_breaks_the_index_or_the_finder(texts: list[str], typed: str) -> None:
    looked_for = term(typed)
    if looked_for is not None:
        clean = [text.replace("\0", " ").encode("utf-8", "replace").decode() for text in texts]
        index(*clean).execute("SELECT * FROM words WHERE words MATCH ?", (looked_for.match,)).fetchall()
        list(TermFinder(clean).spans(looked_for))
