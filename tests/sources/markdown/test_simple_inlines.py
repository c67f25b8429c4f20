"""Simple markup means the same to the quick reading as to the parser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import InlineKind
from reader.sources.markdown import inlines as markdown_inline
from reader.sources.markdown.inlines import Inlines
from reader.sources.markdown.simple_inlines import simple_run

PIECES = (
    *("a", "b ", " ", "*", "**", "***", "`", "``", "[", "]", "(", "x](https://e.org/a)", "!", "é", ".", "“"),
    *("[x](https://e.org)", "*a*", "**b c**", "`c d`", " *z* ", "_", "1)", "中", "\u0301", "2*3*4", "[^1]"),
    *(
        "_a b_",
        "a_b",
        "![x](y.png)",
        "**[x](https://e.org)**",
        " **[x y](z#1)** ",
        "[a](b_c)",
        "[ ] ",
        "[a](/p)",
        "\u2028",
        "\x85",
    ),
)


def test_links_emphasis_and_code_are_simple() -> None:
    run = simple_run("So *it* is **said** in `a b`, [see](https://e.org/x?y=1)!")
    assert run is not None
    text, inlines = run.words()
    assert text == "So it is said in a b, see!"
    assert [(text[i.start : i.end], i.kind, i.href) for i in inlines] == [
        ("it", InlineKind.EMPHASIS, ""),
        ("said", InlineKind.STRONG, ""),
        ("a b", InlineKind.CODE, ""),
        ("see", InlineKind.LINK, "https://e.org/x?y=1"),
    ]


@pytest.mark.parametrize(
    "source", ["*a **b** c*", "2*3*4", "a_b_", "[x]", "[a][b]", "a\nb", "&amp;", "\u2028_a_", "a\x85*b*"]
)
def test_what_needs_rules_is_left_to_the_parser(source: str) -> None:
    assert simple_run(source) is None


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_it_means_what_the_parser_says(source: str) -> None:
    run = simple_run(source.strip())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_inline, "simple_run", lambda source: None)
        words, _ = Inlines({}).words(source.strip())
    assert run is None or run.words().text == words.text
    again, _ = Inlines({}).words(source.strip())
    assert again == words
