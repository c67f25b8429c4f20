"""Ranges of inline markup, and the addresses that a link may have."""

from __future__ import annotations

import pytest

from reader.model import Inline, InlineKind
from reader.sources.inline_ranges import Words, joined, safe_href, settle, stripped

EM, STRONG, CODE, LINK = InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.CODE, InlineKind.LINK


def test_settling_merges_trims_and_drops_ranges() -> None:
    text = "one two  three\nfour"
    found = settle(
        text,
        [
            Inline(0, 4, EM),
            Inline(4, 8, EM),
            Inline(7, 9, STRONG),
            Inline(0, 3, LINK, "javascript:x"),
            Inline(0, 7, LINK, "http://a.org"),
            Inline(4, 14, LINK, "http://b.org"),
            Inline(9, 99, CODE),
        ],
    )
    assert [(text[i.start : i.end], i.href or i.kind.value) for i in found] == [
        ("one two", "emphasis"),
        ("one two", "http://a.org"),
        ("three", "code"),
        ("three", "http://b.org"),
        ("four", "code"),
    ]


@pytest.mark.parametrize(
    "href", ["", "javascript:x", "file:///x", "//x.org", "http:", "http://", "mailto:", "-http://x"]
)
def test_only_web_and_mail_addresses_are_safe(href: str) -> None:
    assert safe_href(href) == ""


def test_an_address_is_cleaned_and_its_blanks_encoded() -> None:
    assert safe_href(" https://x.org/a b\x1b\n") == "https://x.org/a%20b␛"


def test_blanks_at_the_ends_are_removed_and_the_ranges_moved() -> None:
    words = stripped(Words("  so it  ", (Inline(2, 4, EM), Inline(5, 7, STRONG))))
    assert words == Words("so it", (Inline(0, 2, EM), Inline(3, 5, STRONG)))


def test_joining_moves_the_ranges() -> None:
    parts = [Words("a", (Inline(0, 1, EM),)), Words("b", (Inline(0, 1, EM),))]
    assert joined(parts, ": ") == Words("a: b", (Inline(0, 1, EM), Inline(3, 4, EM)))
