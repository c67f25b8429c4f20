"""What a text means as a query. No text is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.index.database import IndexDatabase
from reader.library.query import (
    EVERYWHERE,
    MOST,
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
    days,
    parse,
)
from reader.library.search import Results
from reader.text.terms import Term


def words(*pieces: str, prefix: bool = False) -> Words:
    return Words(Term(pieces, prefix))


def test_words_phrases_and_exclusions() -> None:
    found = parse('river "the border moved" -flood econom* “a deck”')
    assert found.groups == (
        (Part(words("river")),),
        (Part(words("the", "border", "moved")),),
        (Part(words("flood"), negated=True),),
        (Part(words("econom", prefix=True)),),
        (Part(words("a", "deck")),),
    )
    assert found.scopes == EVERYWHERE
    assert found.terms[0] == Term(("river",))
    assert Term(("flood",)) not in found.terms


def test_or_joins_its_neighbours() -> None:
    assert parse("river OR canal treaty").groups == (
        (Part(words("river")), Part(words("canal"))),
        (Part(words("treaty")),),
    )
    assert parse("OR river OR").groups == ((Part(words("river")),),)
    assert parse("river or canal").groups[1] == (Part(words("or")),)


def test_fields() -> None:
    found = parse(
        'speaker:"Ada Okafor" -entity:Danube has:note tag:#Follow-up before:2015 after:2015-05 in:notes'
    )
    conditions = [group[0].condition for group in found.groups]
    assert conditions == [
        Speaker(Term(("ada", "okafor"))),
        Named(Term(("danube",))),
        Having(Has.NOTES),
        Tagged("follow-up"),
        Published(end="2015-01-01"),
        Published("2015-05-01"),
    ]
    assert found.groups[1][0].negated
    assert found.scopes == (Scope.NOTES,)
    assert parse("in:titles in:text").scopes == (Scope.TITLES, Scope.TEXT)


def test_what_is_not_understood_is_searched_as_words_and_said() -> None:
    found = parse("before:spring in:attic colour:blue")
    assert [group[0].condition for group in found.groups] == [
        words("before", "spring"),
        words("in", "attic"),
        words("colour", "blue"),
    ]
    assert found.remarks == (
        "before: needs a date such as 2015-05-28; searched as words",
        "in: is followed by text, quotes, notes or titles; searched as words",
    )


@pytest.mark.parametrize("text", ["", "   ", '"', '""', "-", "--", "OR", "!!!", "in:text", "speaker:", "\0"])
def test_a_query_without_words_has_no_parts(text: str) -> None:
    assert parse(text).groups in ((), ((Part(words("speaker")),),))


def test_a_pasted_page_is_cut() -> None:
    found = parse("word " * 10_000)
    assert len(found.groups) == MOST
    assert found.remarks == (f"only the first {MOST} parts of the query are searched",)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2015", "2015-01-01", "2016-01-01"),
        ("2015-12", "2015-12-01", "2016-01-01"),
        ("2016-2-28", "2016-02-28", "2016-02-29"),
    ],
)
def test_a_year_and_a_month_are_all_their_days(text: str, first: str, end: str) -> None:
    assert days(text) == Published(first, end)


@pytest.mark.parametrize("text", ["", "15", "2015-13", "2015-02-30", "9999", "0000", "May 2015"])
def test_other_texts_are_no_days(text: str) -> None:
    assert days(text) is None


PIECES = st.sampled_from(
    ["river", "OR", "-", '"', "*", "speaker:", "in:quotes", "in:notes", "has:notes", "(", ")", "NEAR", "AND",
     "before:2015", "entity:x", "source:", "tag:#a", "東京", "^", "{text}", ":", "'", ";--", " "]
)  # fmt: skip


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(), st.lists(PIECES, max_size=9).map(" ".join), st.lists(PIECES, max_size=9).map("".join)
    )
)
def test_any_text_is_a_query_that_the_database_accepts(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    found = parse(text)
    assert isinstance(found, Query)
    database = _DATABASES.get("one")
    if database is None:
        database = _DATABASES["one"] = IndexDatabase(Path(tmp_path_factory.mktemp("index")))
    assert list(Results(database, found)) == []


_DATABASES: dict[str, IndexDatabase] = {}
