"""What a query finds in a page, and what it does not find."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.model import Block, Document, Span
from reader.text.fold import fold
from reader.text.haystack import Joined
from reader.text.match_list import Matches, SpanMatches
from reader.text.page import page
from reader.text.phrase_finder import Finder
from reader.text.regexes import SECONDS
from reader.text.search import Query, SearchError, SearchIndex, find
from reader.text.word_boundaries import whole
from tests.strategies import texts


def index(*paragraphs: str, title: str = "T") -> SearchIndex:
    return SearchIndex(page(Document(title, tuple(map(Block, paragraphs)))))


PATIENT = 60
"""Seconds. A search on a busy machine must not run into the time limit."""


def found(query: str, *paragraphs: str, seconds: float = PATIENT, **options: Any) -> list[str]:
    """The words of every match in the unfolded text."""
    matches = find(index(*paragraphs), Query(query, **options), seconds)
    return [paragraphs[span.block][span.start : span.end] for span in matches]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("khalimov", "Col. Khalímov and KHALIMOV", ["Khalímov", "KHALIMOV"]),
        ("Khalímov", "Col. Khalimov", ["Khalimov"]),
        ("Khalimov", "Khali\u0301mov", ["Khali\u0301mov"]),
        ("it's", "“It’s,” he said", ["It’s"]),
        ('"it', "“It’s,” he said", ["“It"]),
        ("times - no", "times — no", ["times — no"]),
        ("northern committee", "the northern\ncommittee", ["northern\ncommittee"]),
        ("northern committee", "the northern\u00a0 committee", ["northern\u00a0 committee"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("fine", "a ﬁne day", ["ﬁne"]),
        ("abc", "ＡＢＣ", ["ＡＢＣ"]),
        ("wait...", "Wait… what", ["Wait…"]),
        ("日本", "これは日本語です", ["日本"]),
        ("한국", unicodedata.normalize("NFD", "한국 사람"), [unicodedata.normalize("NFD", "한국")]),
        ("👧", "go 👩\u200d👧!", ["👩\u200d👧"]),
        ("aa", "aaaaa", ["aa", "aa"]),
    ],
)
def test_typographic_variants_are_found(query: str, text: str, words: list[str]) -> None:
    assert found(query, text) == words


@pytest.mark.parametrize("query", ["", " ", "\n", "\u200b", "\u0301", "\x00", "a\x00b"])
@pytest.mark.parametrize("regex", [False, True])
def test_an_empty_query_finds_nothing(query: str, regex: bool) -> None:
    assert found(query, "a b", "b a", regex=regex) == []


def test_a_capital_letter_makes_the_search_match_case() -> None:
    assert found("us", "US and us") == ["US", "us"]
    assert found("US", "US and us") == ["US"]
    assert found("US", "US and us", case=False) == ["US", "us"]
    assert found("us", "US and us", case=True) == ["us"]


def test_a_phrase_is_not_found_across_two_blocks() -> None:
    assert found("one two", "one", "two", "one two") == ["one two"]
    assert found(r"one\s*two", "one", "two", "one\ntwo", regex=True) == ["one\ntwo"]
    assert found("(?s)e.*e", "one", "these", regex=True) == ["ese"]


def test_the_headline_is_searched_before_the_text() -> None:
    matches = find(index("river", title="The river"), Query("river"))
    assert list(matches) == [Span(-1, 4, 9), Span(0, 0, 5)]


def test_a_separator_inside_a_text_does_not_separate() -> None:
    matches = find(index("a\x00b", "b"), Query("b"))
    assert list(matches) == [Span(0, 2, 3), Span(1, 0, 1)]


@pytest.mark.parametrize(
    ("query", "text", "starts"),
    [
        ("king", "king kings viking a king, king's (king) king-size", [0, 20, 26, 34, 40]),
        ("don", "don't Don", [6]),
        ("s", "king's s", [7]),
        ("re", "they're re: re", [8, 12]),
        ("homme", "l’homme", [2]),
        ("200", "1,200 200.5 200, 200.", [12, 17]),
        ("an an", "man an an", [4]),
        ("an an", "man an an an an", [4, 10]),
        ("aa aa", "aa aa aa", [0]),
        ("aa aa", "aa aa aa aa", [0, 6]),
        ("nana", "nanana nana", [7]),
        ("a, a", "ba, a, a", [4]),
        ("日本", "これは日本語です", [3]),
        ("word", "word¹ words", [0]),
        ("example", "Example™ examples…", [0]),
        ("x", "Example™ №x", [10]),
        ("tm", "Example™", [7]),
        ("no", "№ of nº", [0, 5]),
        ("o", "№ Œ ℃", []),
        ("f", "ﬁ f", [2]),
        ("fi", "ﬁ ﬁne", [0]),
        ("s", "ß s", [2]),
        ("b", "aⒷ Ⓑb", [1, 3, 4]),
        ("5", "5㎏ 5kg", [0]),
        ("m", "a.m. ㏂", [2]),
        ("ex", "ex\u200cample", [0]),
        ("e", "e be e…", [0, 5]),
        ("x", "x_y x", [4]),
    ],
)
def test_whole_words(query: str, text: str, starts: list[int]) -> None:
    matches = find(index(text), Query(query, whole_word=True))
    assert [span.start for span in matches] == starts


ODD = st.text(st.sampled_from("™№ﬁßⒶⓑ㎏½…ªŉé\u0301\u200dabfikmnost1.-’ "), max_size=8)


@settings(max_examples=150)
@given(ODD, ODD, st.booleans())
def test_whole_words_are_whole_in_the_unfolded_text(text: str, words: str, case: bool) -> None:
    hay, needle = fold(text, case=case), fold(words, case=case).text
    expected, at = [], hay.text.find(needle) if needle.strip() else -1
    while at >= 0:
        start, end = hay.origin(at, at + len(needle))
        if not hay.cuts(at, at + len(needle)) and whole(text, start, end):
            expected.append(Span(0, start, end))
            at += len(needle) - 1
        at = hay.text.find(needle, at + 1)
    matches = find(index(text, title="~"), Query(words, case=case, whole_word=True))
    assert list(matches) == expected


SHORT_WORDS = st.lists(st.sampled_from(("a", "a", "b", "aa", "ab")), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=100)
@given(SHORT_WORDS, SHORT_WORDS.map(lambda words: words[:5].strip()))
def test_whole_words_that_overlap_themselves_are_found_from_left_to_right(text: str, words: str) -> None:
    """A hit inside a longer word must not hide a hit that begins inside it, and hits must not overlap."""
    found_by_regex = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)]
    matches = find(index(text, title="~"), Query(words, whole_word=True))
    assert [span.start for span in matches] == found_by_regex
    in_title = find(index("-", title=text), Query(words, whole_word=True))
    assert [span.start for span in in_title] == found_by_regex
    spans = [Span(0, start, start + len(words)) for start in found_by_regex]
    assert Finder(Joined([text])).spans((words,)) == spans


def test_a_character_that_folds_to_several_is_found_once() -> None:
    assert found("s", "ß ss") == ["ß", "s", "s"]
    assert found(".", "… .") == ["…", "."]
    assert found("sa", "ßsa") == ["sa"]


def test_regular_expressions_match_the_unfolded_text() -> None:
    assert found(r"\d+,\d+", "between 1,200 and 3", regex=True) == ["1,200"]
    assert found(r"^th\w", "the other\nthen", "this", regex=True) == ["the", "thi"]
    assert found(r"pr\w+", "Prince and princess", regex=True) == ["Prince", "princess"]
    assert found(r"Pr\w+", "Prince and princess", regex=True) == ["Prince"]
    assert found(r"\Wand\b|\p{Lu}x", "a AND", regex=True) == [" AND"]
    assert found(r"kin.", "king kings", regex=True, whole_word=True) == ["king"]
    assert found(r"kin", "King kings", regex=True) == ["Kin", "kin"]


def test_empty_matches_are_left_out() -> None:
    assert found("a*", "baab", regex=True) == ["aa"]
    assert found("^|$", "text", regex=True) == []


def test_matches_of_a_right_to_left_expression_are_sorted() -> None:
    assert found("(?r)a.", "abac", regex=True) == ["ab", "ac"]


def test_a_long_block_is_searched_in_pieces() -> None:
    text = "word " * 5000 + "x" * 20_000 + "end\n" + "last " * 3000
    matches = find(index(text, "end"), Query("(?:end|last) *", regex=True), PATIENT)
    assert len(matches) == 3002
    assert matches[0] == Span(0, 45_000, 45_003)
    assert matches[3001] == Span(1, 0, 3)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(", "not a regular expression: a ) is missing"),
        ("a)", "not a regular expression: a ) has no ( before it"),
        ("[a", "not a regular expression: a ] is missing"),
        ("*a", "not a regular expression: there is nothing to repeat before * + ? or {"),
        ("a{2}{3}", "not a regular expression: a repeat follows a repeat"),
        ("a\\", "not a regular expression: a backslash at the end needs another one before it"),
        ("[b-a]", "not a regular expression: a range in [ ] runs backwards"),
        ("a{3,2}", "not a regular expression: a least count is above its greatest"),
        (r"\L<x>", "not a regular expression: its syntax is wrong near character 5"),
        ("(?P<n>a)(?P=m)", "not a regular expression: it names a group that it does not have"),
        (r"(a)\2", "not a regular expression: it names a group that it does not have"),
        (r"\p{foo}", r"not a regular expression: \p names no property of characters"),
        ("(" * 180, "not a regular expression: "),
        ("(?:a?){99999999}", "not searched: the repeats in braces come to more than 500"),
        ("(((a?){99}){99}){99}", "not searched: the repeats"),
        ("(?x)(?:a?){9 9 9 9 9 9}", "not searched: the repeats"),
        ("(?x)(?:a?){#\n9#\n9#\n9#\n9}", "not searched: the repeats"),
        ("a." * 101, "not searched: a regular expression has at most 200 characters"),
    ],
)
def test_a_bad_expression_is_refused_in_one_line(pattern: str, fault: str) -> None:
    with pytest.raises(SearchError) as caught:
        found(pattern, "text", regex=True)
    assert str(caught.value).startswith(fault)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(?:a|a)*y", r"(\w+\s?)+[q-z]", "(?R){1,99}", "(a{0,999}){0,999}y"]
)
def test_an_exponential_expression_is_stopped(pattern: str) -> None:
    with pytest.raises(SearchError, match="took too long"):
        found(pattern, ("a" * 30 + " ") * 900 + "y", regex=True, seconds=SECONDS)


def test_the_time_limit_covers_all_blocks_together() -> None:
    with pytest.raises(SearchError, match="took too long"):
        find(index(*["a"] * 10), Query("a+", regex=True), seconds=0)


@given(st.lists(texts(), min_size=1, max_size=3), st.data())
@settings(max_examples=80)
def test_any_part_of_the_text_is_found_at_its_place(paragraphs: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(paragraphs) - 1))
    folded = fold(paragraphs[block])
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(folded.text))] * 2)))
    start, end = folded.origin(low, high)
    words = paragraphs[block][start:end]
    assume(fold(words).text.strip())
    hits = find(index(*paragraphs), Query(words)).in_block(block)
    assert any(first < end and last > start for first, last, _ in hits)


@given(
    st.lists(texts(), min_size=1, max_size=3),
    st.one_of(texts(3), st.sampled_from("as.e- ")),
    st.booleans(),
    st.sampled_from([None, True, False]),
)
@settings(max_examples=80)
def test_every_match_contains_the_query(
    paragraphs: list[str], words: str, whole_word: bool, case: bool | None
) -> None:
    query = Query(words, case=case, whole_word=whole_word)
    matches = find(index(*paragraphs), query)
    needle = fold(words, case=query.sensitive).text
    _check_order(matches)
    for block, start, end in ((span.block, span.start, span.end) for span in matches if span.block >= 0):
        assert needle in fold(paragraphs[block][start:end], case=query.sensitive).text


@given(
    st.lists(st.text("abA .\n", max_size=20), min_size=1, max_size=3), st.text("abA.", min_size=1, max_size=3)
)
@settings(max_examples=150)
def test_plain_words_are_found_where_str_find_finds_them(paragraphs: list[str], words: str) -> None:
    expected = []
    for block, paragraph in enumerate(paragraphs):
        text = paragraph if words != words.lower() else paragraph.lower()
        at = text.find(words)
        while at >= 0:
            expected.append(Span(block, at, at + len(words)))
            at = text.find(words, at + len(words))
    assert list(find(index(*paragraphs), Query(words))) == [Span(-1, 0, 1)] * (words in "tT") + expected


@given(
    st.lists(st.text("ab .\n’", max_size=30), min_size=1, max_size=6),
    st.sampled_from(
        [r"a.*", "b?a", r"\ba", "[ab]+", "(ab)+", "a|b ", r"a\s+b", "[^a]+", r"\W+", "a$", "^b", r"\.a"]
    ),
    st.integers(0, 1),
)
@settings(max_examples=80)
def test_an_expression_matches_like_re_in_each_block(paragraphs: list[str], pattern: str, long: int) -> None:
    paragraphs = [*paragraphs, "ab " * 900 * long, *paragraphs]
    expected = [
        Span(block, *match.span())
        for block, paragraph in enumerate(paragraphs)
        for match in re.finditer(pattern, paragraph)
        if match.group()
    ]
    matches = find(index(*paragraphs, title="-"), Query(pattern, regex=True), PATIENT)
    assert [span for span in matches if span.block >= 0] == expected


@given(st.text("ab()[]{}*+?|\\^$.:=!<>12e,-", max_size=12), st.lists(texts(), min_size=1, max_size=2))
@settings(max_examples=100)
def test_any_expression_runs_or_is_refused(pattern: str, paragraphs: list[str]) -> None:
    refused = ""
    matches: Matches = SpanMatches([])
    try:
        matches = find(index(*paragraphs), Query(pattern, regex=True))
    except SearchError as error:
        refused = str(error)
    assert "\n" not in refused
    _check_order(matches)


def _check_order(matches: Matches) -> None:
    spans = list(matches)
    assert all(span.start < span.end for span in spans)
    for before, after in pairwise(spans):
        assert (before.block, before.end) <= (after.block, after.start)
