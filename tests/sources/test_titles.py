"""The titles of texts without a title of their own."""

from __future__ import annotations

import pytest

from reader.sources.html.article import read_page
from reader.sources.plain.article import parse
from reader.sources.titles import without_sign

PIPE = "standard input"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("First words. And more of them, on a line that is long enough.\n", "First words"),
        ("# A heading\n\nshort\n", "A heading"),
        ("- one\n- two\n", "one"),
        ("- \n- b", "b"),
        ("***\n\nIt begins here.\n", "It begins here"),
        ("-\n", "Standard input"),
        ("* * *\n", "Standard input"),
    ],
)
def test_an_article_from_a_pipe_is_named_by_its_first_words(text: str, title: str) -> None:
    assert parse(text, PIPE).title == title


def test_a_page_from_a_pipe_without_title_and_heading_is_named_by_its_first_words() -> None:
    page = "<html><body><p>Some words here. And more of them.</p></body></html>"
    assert read_page(page, PIPE, "", "", True).title == "Some words here"


@pytest.mark.parametrize("line", ["# a", "### a", "- a", "* a", "> - a", "a"])
def test_a_markdown_sign_is_not_part_of_a_title(line: str) -> None:
    assert without_sign(line) == "a"
    assert without_sign("#tag and -5 and *so*") == "#tag and -5 and *so*"
