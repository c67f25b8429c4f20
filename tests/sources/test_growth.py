"""The time that hostile text takes grows with its length, and not with the square of its length."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from reader.errors import ArticleError
from reader.sources.plain import article as plain

SMALL = 60_000
"""Characters of the smaller text. It has to be long enough for the part that may be quadratic to dominate."""

TIMES = 8
"""How many times longer the larger text is. Linear work grows by 8, quadratic work by 64."""


def growth(parse: Callable[[str, str], object], text: Callable[[int], str]) -> float:
    """How many times more processor time the larger text takes; the best of three runs of each."""

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
def test_signs_of_quotation(sign: str) -> None:
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
def test_headers_of_a_message(header: str, letters: str) -> None:
    def message(length: int) -> str:
        return header.format(letters * (length // len(letters))) + "\nbody"

    assert growth(plain.parse, message) < 3.5 * TIMES
