"""Parsing of the source on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.model import HighlightId, QuoteKey, Span
from reader.sources.formats import Format
from reader.sources.ref import (
    FileSource,
    StdinSource,
    UrlSource,
    highlight_fragment,
    parse_source,
    passage_fragment,
    quote_fragment,
    split_target,
)


def test_a_dash_is_standard_input() -> None:
    assert parse_source("-") == StdinSource()
    assert parse_source("-", "plain") == StdinSource(Format.PLAIN)
    assert parse_source("-").name == "standard input"


def test_an_address_is_a_page() -> None:
    assert parse_source(" https://example.org/a\n", whole_page=True) == UrlSource(
        "https://example.org/a", whole_page=True
    )
    assert parse_source("HTTP://example.org") == UrlSource("HTTP://example.org")


def test_any_other_word_is_a_file() -> None:
    assert parse_source("./river.yaml") == FileSource(Path("river.yaml"), "./river.yaml")
    assert parse_source("https", "html") == FileSource(Path("https"), "https", Format.HTML)


def test_the_home_directory_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert parse_source("~/a") == FileSource(tmp_path / "a", "~/a")
    assert parse_source("~nobody-of-that-name/a") == FileSource(
        Path("~nobody-of-that-name/a"), "~nobody-of-that-name/a"
    )


def test_the_name_of_a_file_is_cleaned_for_messages() -> None:
    assert parse_source("a\x1b]0;x\x07\nb").name == "a␛]0;x␇ b"
    assert FileSource.at(Path("a\x1bb")).name == "a␛b"


def test_an_empty_word_is_not_the_current_directory() -> None:
    with pytest.raises(SourceError) as caught:
        parse_source("")
    assert str(caught.value) == "(no name): is no file; name one, or - for standard input"


@pytest.mark.parametrize("word", ["ftp://example.org/", "https://", "https://ada:secret@example.org/"])
def test_an_address_that_cannot_be_fetched_is_refused(word: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_source(word)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "word",
    [
        "https:/ada:PA/SS@example.org/",
        "https:ada:PA/SS@example.org/",
        "HTTP:\\\\ada:PASS@example.org",
        "view-source+https://ada:PA#SS@example.org/",
        "https:/ada:PASS",
    ],
)
def test_a_malformed_address_is_reported_without_its_credentials(word: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_source(word)
    assert caught.value.fault == "is neither a file nor an address; expected https://host/page"
    assert "PA" not in str(caught.value)
    assert "SS" not in str(caught.value)


def test_a_file_can_have_a_name_that_resembles_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("http:notes.txt").write_text("x")
    assert parse_source("http:notes.txt") == FileSource(Path("http:notes.txt"), "http:notes.txt")


@pytest.mark.parametrize(
    ("word", "format", "expected"),
    [
        ("a.yaml", None, True),
        ("a.YML", None, True),
        ("a.html", None, False),
        ("a", None, False),
        ("a", "yaml", True),
        ("a.yaml", "plain", False),
    ],
)
def test_an_article_file_is_recognised_by_suffix_or_requested_format(
    word: str, format: str | None, expected: bool
) -> None:
    source = parse_source(word, format)
    assert isinstance(source, FileSource)
    assert source.is_article_file is expected


@pytest.mark.parametrize(
    ("word", "source", "highlight"),
    [
        ("story.yaml#h-1a2b3c4d", "story.yaml", "1a2b3c4d"),
        ("story.yaml#h-1a2b3c4d-2", "story.yaml", "1a2b3c4d-2"),
        ("https://e.example/a?b#h-00000000", "https://e.example/a?b", "00000000"),
        ("a#b#h-00000000", "a#b", "00000000"),
        ("https://e.example/a#h-1a2b3c4", None, None),
        ("https://e.example/a#history", None, None),
        ("story.yaml#h-1A2B3C4D", None, None),
        ("story.yaml#h-1a2b3c4d-0", None, None),
        ("story.yaml#h-1a2b3c4d\n", None, None),
        ("#h-1a2b3c4d", None, None),
        ("there.md#h-1a2b3c4d", None, None),
        ("story.yaml", None, None),
        ("story.yaml#q-1a2b3c4d", "story.yaml", QuoteKey("1a2b3c4d")),
        ("story.yaml#p-1a2b3c4d", None, None),
    ],
)
def test_a_source_may_name_a_highlight(
    word: str, source: str | None, highlight: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.md#h-1a2b3c4d").write_text("A file with such a name wins.")
    assert split_target(word) == (word if source is None else source, highlight)
    if source is not None and isinstance(highlight, QuoteKey):
        assert source + quote_fragment(highlight) == word
    elif source is not None and highlight is not None:
        assert source + highlight_fragment(HighlightId(highlight)) == word


def test_a_passage_can_be_named_by_its_place(tmp_path: Path) -> None:
    span = Span(3, 10, 14)
    assert split_target(f"story.yaml{passage_fragment(span)}") == ("story.yaml", span)
    assert split_target("story.yaml#p-3-14-10") == ("story.yaml", Span(3, 14, 14))
    for word in ("story.yaml#p-3-10", "#p-3-10-14", "story.yaml#p-3-10-99999999999999"):
        assert split_target(word) == (word, None)
