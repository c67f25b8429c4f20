"""The time for hostile text grows linearly with its length, not quadratically."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from reader.errors import ArticleError
from reader.sources.markdown import article as markdown
from reader.sources.plain import article as plain

pytestmark = pytest.mark.slow

SMALL = 60_000
"""Characters of the smaller text. It is long enough that a quadratic part would dominate."""

TIMES = 8
"""How many times longer the larger text is. Linear work grows by 8, quadratic work by 64."""


def growth(parse: Callable[[str, str], object], text: Callable[[int], str]) -> float:
    """The processor time of the larger text divided by that of the smaller text; best of three runs each."""

    def seconds(length: int) -> float:
        source = text(length)
        begun = process_time()
        try:
            parse(source, "x")
        except ArticleError:
            pass
        return process_time() - begun

    return min(seconds(SMALL * TIMES) for _ in range(3)) / min(seconds(SMALL) for _ in range(3))


@pytest.mark.parametrize("sign", ["> ", ">", "> > > ", ">  "])
def test_quotation_signs_take_linear_time(sign: str) -> None:
    assert growth(plain.parse, lambda length: sign * (length // len(sign)) + "a") < 3.5 * TIMES


@pytest.mark.parametrize(
    "header",
    [
        "From {0}",
        "From: {0}\nSubject: b\n",
        "From: {0}\nDate: {0}\n",
    ],
)
@pytest.mark.parametrize("letters", ["a", "@", "a@", "<", "a <", "=?", "=?utf-8?q?a?= ", "(", " ("])
def test_mail_headers_take_linear_time(header: str, letters: str) -> None:
    def message(length: int) -> str:
        return header.format(letters * (length // len(letters))) + "\nbody"

    assert growth(plain.parse, message) < 3.5 * TIMES


@pytest.mark.parametrize("brackets", ["[", "![", "[![", "[a ", "[a][b ", "![a](b "])
def test_unclosed_brackets_of_markdown_take_linear_time(brackets: str) -> None:
    def text(length: int) -> str:
        return (brackets * 8 + "\n\n") * (length // (8 * len(brackets) + 2))

    assert growth(markdown.parse, text) < 3.5 * TIMES
