"""Reading and writing of the markup of a paragraph without loss of text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Inline, InlineKind
from reader.sources.inline_ranges import settle
from reader.sources.yaml import inline
from reader.sources.yaml.inline import parse_inline, write_inline
from reader.text.clean import is_clean
from tests.strategies import inlines, prose, raw_text, texts

EM, STRONG, CODE, LINK = InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.CODE, InlineKind.LINK
STRUCK, INSERTED = InlineKind.STRUCK, InlineKind.INSERTED
HREF = "https://example.org/a"


def marked(source: str) -> list[tuple[str, str]]:
    """The marked-up words in `source`, each with its kind or its address."""
    text, found = parse_inline(source)
    return [(text[i.start : i.end], i.href or i.kind.value) for i in found]


@pytest.mark.parametrize(
    ("source", "text", "ranges"),
    [
        ("just *so*", "just so", [("so", "emphasis")]),
        ("**very** _much_", "very much", [("very", "strong"), ("much", "emphasis")]),
        ("press `j` or ``a`b``", "press j or a`b", [("j", "code"), ("a`b", "code")]),
        (f"[the *river*]({HREF})", "the river", [("the river", HREF), ("river", "emphasis")]),
        (f"<{HREF}>", HREF, [(HREF, HREF)]),
        ("<ada@example.org>", "ada@example.org", [("ada@example.org", "mailto:ada@example.org")]),
        (f"![a *map*]({HREF})", "a map", [("a map", HREF)]),
        (f"![]({HREF})", HREF, [(HREF, HREF)]),
        (f"[![alt](http://x.org/i.png)]({HREF})", "alt", [("alt", HREF)]),
        ("[out](javascript:alert)", "out", []),
        ("[out](/path) and [in](HTTP://X.org)", "out and in", [("in", "HTTP://X.org")]),
        ("a <b>bold</b> claim", "a <b>bold</b> claim", []),
        (
            "~~ten~~ <ins>*nine*</ins>",
            "ten nine",
            [("ten", "struck"), ("nine", "emphasis"), ("nine", "inserted")],
        ),
        ("~~**a** b~~ ~c~ \\~~d~~", "a b ~c~ ~~d~~", [("a b", "struck"), ("a", "strong")]),
        ("<ins>a <ins>b</ins>", "<ins>a b", [("b", "inserted")]),
        ("a</ins> <INS>b</INS> `<ins>`", "a</ins> <INS>b</INS> <ins>", [("<ins>", "code")]),
        ("2 \\* 3 &amp; &#x2014; \\q", "2 * 3 & — \\q", []),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour", []),
        ("# no\\. 1. heading - here", "# no. 1. heading - here", []),
        ("a * b and snake_case_name", "a * b and snake_case_name", []),
    ],
)
def test_inline_commonmark_is_read(source: str, text: str, ranges: list[tuple[str, str]]) -> None:
    assert parse_inline(source)[0] == text
    assert marked(source) == ranges


def test_text_is_cleaned_and_its_ranges_moved() -> None:
    text, found = parse_inline("&#8203;a&#27;[31m *b&#173;c* d")
    assert text == "a\ufffd[31m bc d"
    assert [text[i.start : i.end] for i in found] == ["bc"]


def test_ranges_are_dropped_if_cleaning_crosses_their_edge() -> None:
    mark = "&#x301;"
    text, found = parse_inline(f"e{mark * 8}*{mark}{mark}o*")
    assert text == "e" + "\u0301" * 8 + "o"
    assert found == ()


@pytest.mark.parametrize(
    ("text", "ranges", "source"),
    [
        ("It's 1. well-known (and) 50% #1 fine!", [], "It's 1. well-known (and) 50% #1 fine!"),
        ("1. begins & ends > here [sic]", [], "1. begins & ends > here [sic]"),
        ("5 * 3, snake_case, AT&T", [], "5 * 3, snake_case, AT&T"),
        ("Ada & Bo < Cy &Co", [(0, 3, STRONG), (6, 8, EM), (11, 13, EM)], r"**Ada** & *Bo* < *Cy* \&Co"),
        ("5*3 _x_ &amp; `y` [a](b) <a:b> \\* C:\\x", [], r"5\*3 \_x\_ \&amp; \`y\` [a\](b) \<a:b> \\\* C:\x"),
        ("so it is", [(3, 5, EM)], "so *it* is"),
        ("so it is", [(0, 8, STRONG), (3, 5, EM)], "**so *it* is**"),
        ("so it is", [(0, 8, STRONG), (0, 8, EM)], "**_so it is_**"),
        ("unbelievable", [(0, 5, STRONG), (3, 9, EM)], "**unb**_**el**ieva_&#98;le"),
        ("so it is", [(2, 6, EM)], "so *it* is"),
        ("unbelievable", [(2, 9, EM)], "un*believa*ble"),
        ('say "no"body', [(4, 8, EM)], 'say *"no"*&#98;ody'),
        ("star*", [(0, 5, EM)], r"*star\**"),
        ("the map!", [(4, 7, LINK)], f"the [map]({HREF})!"),
        ("!map", [(1, 4, LINK)], rf"\![map]({HREF})"),
        ("a]b", [(0, 3, LINK)], rf"[a\]b]({HREF})"),
        (HREF, [(0, len(HREF), LINK)], f"<{HREF}>"),
        ("press j", [(6, 7, CODE)], "press `j`"),
        ("a`b ``", [(0, 6, CODE)], "``` a`b `` ```"),
        (" x ", [(0, 3, CODE)], "`  x  `"),
        ("one\ntwo", [(0, 7, CODE)], "`one`\\\n`two`"),
        ("one\n two", [(0, 8, EM)], "*one\\\n&#32;two*"),
        (" edge ", [], "&#32;edge&#32;"),
        ("ten nine", [(0, 3, STRUCK), (4, 8, INSERTED)], "~~ten~~ <ins>nine</ins>"),
        ("so it is", [(0, 8, INSERTED), (0, 8, STRUCK), (3, 5, EM)], "<ins>~~so *it* is~~</ins>"),
        ("unbelievable", [(2, 9, STRUCK), (0, 2, INSERTED)], "<ins>un</ins>~~believa~~ble"),
        ("rivermap", [(0, 7, STRUCK), (5, 8, LINK)], f"~~river~~[~~ma~~p]({HREF})"),
        ("~~5 ~ 6~~ is <ins>", [], r"\~~5 ~ 6\~~ is \<ins>"),
        ("a~", [(0, 2, STRUCK)], r"~~a\~~~"),
        ("日本語の「本」です", [(4, 7, EM)], "日本語&#12398;*「本」*&#12391;す"),
    ],
)
def test_markdown_is_written_with_few_escapes(
    text: str, ranges: list[tuple[int, int, InlineKind]], source: str
) -> None:
    given_ranges = [Inline(a, b, kind, HREF if kind is LINK else "") for a, b, kind in ranges]
    assert write_inline(text, given_ranges) == source
    assert parse_inline(source) == (text, settle(text, given_ranges))


@settings(max_examples=100)
@given(st.data())
def test_written_markup_reads_back_equal(data: st.DataObject) -> None:
    text = data.draw(texts())
    ranges = data.draw(inlines(text))
    assert parse_inline(write_inline(text, ranges)) == (text, settle(text, ranges))


@settings(max_examples=60)
@given(st.one_of(raw_text(), texts()))
def test_read_markup_is_clean_settled_and_written_back(source: str) -> None:
    text, found = parse_inline(source)
    assert is_clean(text)
    assert settle(text, found) == found
    assert parse_inline(write_inline(text, found)) == (text, found)


@given(prose().filter(lambda text: not set(text) & set("\\`*[]<&")))
def test_ordinary_prose_has_no_escapes(text: str) -> None:
    assert write_inline(text, ()) == text


def test_a_text_that_reads_back_differently_is_escaped_more_and_then_loses_its_ranges(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def never(source: str) -> tuple[str, tuple[Inline, ...]]:
        tried.append(source)
        return "", ()

    monkeypatch.setattr(inline, "parse_inline", never)
    written = write_inline("a * b", [Inline(0, 1, EM)])
    assert tried == ["*a* \\* b", "*&#97;*&#32;\\* b"]
    assert written == "a \\* b"


@pytest.mark.parametrize(
    "sign",
    ["*", "_a", "[", "`", "![", "<a", "[a](", "**a *b ", "](", "*_a", "a*", "~~", "~~a", "<ins>", "~~<ins>a"],
)
def test_thousands_of_special_characters_read_back_equal(sign: str) -> None:
    text, found = parse_inline(sign * 2000)
    assert parse_inline(write_inline(text, found)) == (text, found)
