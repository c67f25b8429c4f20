"""A Markdown renderer shows escaped text unchanged, as text only."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.markdown_escape import code, escaped, link
from tests.strategies import hrefs, lines, passages

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def squeezed(text: str) -> str:
    """Text with single blanks, as a web page shows it."""
    return " ".join(text.split())


def shown(markdown: str, kinds: set[str]) -> str:
    """The text that a renderer shows. Fails if there is a token of a kind that is not in `kinds`."""
    words = []
    for token in PARSER.parse(markdown):
        assert token.type.removesuffix("_open").removesuffix("_close") in kinds, (token.type, markdown)
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "hardbreak", "text_special"), (child, markdown)
            words.append(child.content or " ")
        words.append(" " if token.nesting < 0 else "")
    return squeezed("".join(words))


@given(passages())
def test_a_text_is_shown_unchanged(text: str) -> None:
    assert shown(escaped(text), {"paragraph", "inline"}) == squeezed(text)


@given(passages())
@example("1\n\xa0\n\n1")
def test_a_text_is_shown_unchanged_in_a_block_quote(text: str) -> None:
    quoted = "\n".join(f"> {line}" for line in escaped(text).split("\n"))
    assert shown(quoted, {"blockquote", "paragraph", "inline"}) == squeezed(text)


@given(lines())
def test_a_line_is_shown_unchanged_in_a_heading(text: str) -> None:
    assert shown(f"# {escaped(text)}", {"heading", "inline"}) == squeezed(text)


@given(st.text("`'# ab", min_size=1, max_size=12).filter(str.strip))
def test_code_is_shown_unchanged(text: str) -> None:
    [_, inline, _] = PARSER.parse(f"x {code(text)}")
    assert [child.content for child in inline.children or ()][1:] == [text]


@given(hrefs().filter(lambda url: url.startswith("http")))
def test_a_link_has_its_address(url: str) -> None:
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
def test_the_escaped_characters(text: str, expected: str) -> None:
    assert escaped(text) == expected
