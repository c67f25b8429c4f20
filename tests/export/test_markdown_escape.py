"""Escaped text is shown by a Markdown renderer exactly as it was, and is nothing but text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.markdown_escape import code, escaped, link
from tests.strategies import hrefs, lines, passages

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def squeezed(text: str) -> str:
    """Text with single blanks: what a page shows."""
    return " ".join(text.split())


def shown(markdown: str, kinds: set[str]) -> str:
    """The text that a renderer shows. No token may be of another kind."""
    words = []
    for token in PARSER.parse(markdown):
        assert token.type.removesuffix("_open").removesuffix("_close") in kinds, (token.type, markdown)
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "hardbreak", "text_special"), (child, markdown)
            words.append(child.content or " ")
        words.append(" " if token.nesting < 0 else "")
    return squeezed("".join(words))


@given(passages())
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escaped(text), {"paragraph", "inline"}) == squeezed(text)


@given(passages())
@example("1\n\xa0\n\n1")
def test_it_is_shown_as_it_is_in_a_block_quote_too(text: str) -> None:
    quoted = "\n".join(f"> {line}" for line in escaped(text).split("\n"))
    assert shown(quoted, {"blockquote", "paragraph", "inline"}) == squeezed(text)


@given(lines())
def test_a_line_is_shown_as_it_is_in_a_heading(text: str) -> None:
    assert shown(f"# {escaped(text)}", {"heading", "inline"}) == squeezed(text)


@given(st.text("`'# ab", min_size=1, max_size=12).filter(str.strip))
def test_code_is_shown_as_it_is(text: str) -> None:
    [_, inline, _] = PARSER.parse(f"x {code(text)}")
    assert [child.content for child in inline.children or ()][1:] == [text]


@given(hrefs().filter(lambda url: url.startswith("http")))
def test_a_link_is_a_link(url: str) -> None:
    [_, inline, _] = PARSER.parse(link("¶ 4", url))
    assert [child.type for child in inline.children or ()] == ["link_open", "text", "link_close"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, nothing else.", "plain words, nothing else."),
        ("a*b* _c_ [[d]] ==e== %%f%% $g$", r"a\*b\* \_c\_ \[\[d\]\] \=\=e\=\= \%\%f\%\% \$g\$"),
        ("#tag a#b", r"\#tag a#b"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("50 % and a = b", "50 % and a = b"),
        ("R&D &amp;", r"R\&D \&amp;"),
        ("one\ntwo\n\nthree", "one\\\ntwo\n\nthree"),
        ("a\n    b", "a\\\n\u00a0\u00a0\u00a0\u00a0b"),
        ("words ^id", r"words \^id"),
    ],
)
def test_what_is_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected
