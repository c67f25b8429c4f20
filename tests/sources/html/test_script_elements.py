"""Subscripts and superscripts of a page."""

from __future__ import annotations

import pytest

from reader.sources.html.dom import parse_tree, squash
from reader.sources.html.script_elements import make_scripts_readable


def shown(body: str) -> str:
    root = parse_tree(f"<html><body>{body}</body></html>")
    assert root is not None
    make_scripts_readable(root)
    return "".join(root.itertext())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>9 m<sup>2</sup> of H<sub>2</sub>O</p>", "9 m² of H₂O"),
        ("<p>10<sup><b>&minus;</b>6</sup> and x<sup><i>n</i></sup></p>", "10⁻⁶ and xⁿ"),
        ("<p>e<sup>x<sup>2</sup></sup></p>", "e^(x²)"),
        ("<p>SO<sub>4</sub><sup>2&minus;</sup></p>", "SO₄²⁻"),
        ("<p><b>m<sup>2</sup></b>, <i>2</i><sup>nd</sup> and 3<b><sup>rd</sup></b></p>", "m², 2nd and 3rd"),
        ("<p>Seen.<sup><a href='#n1'>1</a></sup></p>", "Seen.1"),
        ("<p>Seen.<sup><a href='#n1'>1</a>,<a href='#n2'>2</a></sup></p>", "Seen.1,2"),
        ("<p>Seen.<a href='story#n1'><sup>1</sup></a></p>", "Seen.1"),
        ("<p>Seen.<sup>[12]</sup></p>", "Seen.[12]"),
        ("<p>Seen.<sup>1</sup> Not.<sup><span hidden>note</span>2</sup></p>", "Seen.¹ Not.note2"),
        ("<table><tr><td>km<sup>2</sup></td></tr></table>", "km²"),
    ],
)
def test_scripts_are_readable_and_references_to_notes_unchanged(body: str, text: str) -> None:
    assert shown(body) == text


def test_a_page_of_thousands_of_nested_scripts_is_read() -> None:
    assert shown("x<sup>" * 3000).count("x") > 100


def test_raised_and_plain_digits_are_the_same_words_for_comparison() -> None:
    assert squash("CO₂ at 10⁻⁶ m²") == squash("CO2 at 10-6 m2")
