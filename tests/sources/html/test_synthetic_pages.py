"""The body of synthetic pages: how much of the text and of each structure is kept, and what is left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

import pytest

from reader.sources.html.article import read_page
from tests.sources.html.page_score import f1, marked
from tests.sources.html.synthetic_pages import SyntheticPage, pages

_KINDS = {"#": "heading", "-": "item", ">": "quote", "[": "caption", "|": "code"}
_SIGN = re.compile(r"(#+ |- |\d+\. |> |\[\] |\| )?(.*)", re.DOTALL)

ALL = pages()


class Score(NamedTuple):
    """`body`: the F1 of the text without captions. `kept`: for each kind of block, how many of how many."""

    body: float
    kept: dict[str, tuple[int, int]]
    added: list[str]


def split(line: str) -> tuple[str, str]:
    """The kind of a line in the form of `page_score.marked`, and its text."""
    found = _SIGN.match(line)
    assert found is not None
    sign = found[1] or ""
    return ("item" if sign[:1].isdigit() else _KINDS.get(sign[:1], "paragraph")), found[2]


def body(lines: tuple[str, ...]) -> str:
    return "\n".join(text for kind, text in map(split, lines) if kind != "caption")


@cache
def scored(page: SyntheticPage) -> Score:
    document = read_page(page.html, page.name, "https://daily.example/story", "", False)
    found = tuple(marked(block) for block in document.blocks)
    left = Counter(found)
    kept: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in page.gold:
        counts = kept[split(line)[0]]
        counts[1] += 1
        if left[line]:
            left[line] -= 1
            counts[0] += 1
    hrefs = {inline.href for block in document.blocks for inline in block.inlines}
    if page.links:
        kept["link"] = [sum(href in hrefs for href in page.links), len(page.links)]
    return Score(
        f1(body(found), body(page.gold)),
        {kind: (counts[0], counts[1]) for kind, counts in kept.items()},
        [line for line in left.elements() if line],
    )


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_the_body_of_each_synthetic_page_is_its_article(page: SyntheticPage) -> None:
    assert scored(page).body >= 0.99, scored(page).added


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_nothing_is_added_to_the_article_of_a_synthetic_page(page: SyntheticPage) -> None:
    assert scored(page).added == []


def test_each_kind_of_block_is_kept() -> None:
    assert len(ALL) >= 49
    totals: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for page in ALL:
        for kind, (n_kept, n) in scored(page).kept.items():
            totals[kind] += n
            kept[kind] += n_kept
    assert set(totals) == {"paragraph", "heading", "item", "quote", "code", "caption", "link"}
    assert {kind: kept[kind] / n for kind, n in totals.items()} == pytest.approx(
        dict.fromkeys(totals, 1.0), abs=0.01
    )
