"""The choice of the article's title among the titles of a page."""

from __future__ import annotations

import pytest

from reader.sources.html.dom import parse_tree
from reader.sources.html.titles import best_title


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Up North", "UpNorth"),
        ("THE RIVER MOVED", "At last: The river moved again, says the survey of the whole valley"),
        ("The river moved up to a hut", "The river moved"),
        ("OLD RIVER FLOODS THE MILL", "old river drowns the town"),
    ],
)
def test_a_heading_similar_to_the_metadata_title_is_the_title(heading: str, told: str) -> None:
    root = parse_tree(f"<body><h1>{heading}</h1><p>Text.</p></body>")
    assert root is not None
    assert best_title(root, [told], "") == heading


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("The river", "What the river takes from us every year"),
        ("The river moved and nobody in the valley knew why it did", "The river moved"),
        ("The river ran up", "The river"),
        ("River floods town", "A river floods the town and its old mill"),
        ("Old river floods mill", "Old river drowns towns"),
    ],
)
def test_a_heading_that_shares_few_words_is_not_the_title(heading: str, told: str) -> None:
    root = parse_tree(f"<body><h1>{heading}</h1><p>Text.</p></body>")
    assert root is not None
    assert best_title(root, [told], "") == told


@pytest.mark.parametrize(
    ("heading", "told", "title"),
    [
        ('<span class="article-kicker">World</span><span>The ferry stops</span>', "", "The ferry stops"),
        ("<span>World</span><span>The ferry stops</span>", "The ferry stops", "The ferry stops"),
        ("<div>World</div>The ferry stops", "", "World The ferry stops"),
        ("<span>The ferry</span><span>stops at noon</span>", "", "The ferry stops at noon"),
        ("<em>Ferry</em> stops at noon", "", "Ferry stops at noon"),
        ("<b>T</b>he ferry <i>stops</i>", "", "The ferry stops"),
        ("The ferry<sup>2</sup> stops", "", "The ferry2 stops"),
        ("World<span>The ferry stops</span>", "", "World The ferry stops"),
    ],
)
def test_a_kicker_in_the_heading_does_not_run_into_the_title(heading: str, told: str, title: str) -> None:
    root = parse_tree(f"<body><h1>{heading}</h1><p>Text.</p></body>")
    assert root is not None
    assert best_title(root, [told], "") == title
