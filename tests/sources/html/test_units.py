"""The units of a page: the meaning of its elements, before the article is chosen."""

from __future__ import annotations

import pytest

from reader.model import BlockKind, Inline, InlineKind
from reader.sources.html.dom import parse_tree
from reader.sources.html.units import Unit, units_of

BASE = "https://daily.example/story"


def units(body: str) -> list[Unit]:
    root = parse_tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return units_of(root, BASE)


def test_an_anchor_without_an_address_is_not_a_link() -> None:
    (unit,) = units('<p><a name="nine">The ninth</a> bridge is <a href="/b">far</a>.</p>')
    assert unit.inlines == (Inline(20, 23, InlineKind.LINK, "https://daily.example/b"),)
    assert unit.linked == 3


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("del", InlineKind.STRUCK),
        ("s", InlineKind.STRUCK),
        ("strike", InlineKind.STRUCK),
        ("ins", InlineKind.INSERTED),
    ],
)
def test_struck_and_inserted_words_are_marked(tag: str, kind: InlineKind) -> None:
    (unit,) = units(f"<p>Ten <{tag}>men <b>came</b></{tag}> home.</p>")
    assert set(unit.inlines) == {Inline(8, 12, InlineKind.STRONG), Inline(4, 12, kind)}


@pytest.mark.parametrize(("tag", "kind"), [("del", InlineKind.STRUCK), ("ins", InlineKind.INSERTED)])
def test_whole_paragraphs_may_be_struck_or_inserted(tag: str, kind: InlineKind) -> None:
    first, second = units(f"<{tag}><p>Ten men</p><p>came.</p></{tag}>")
    assert (first.inlines, second.inlines) == ((Inline(0, 7, kind),), (Inline(0, 5, kind),))


@pytest.mark.parametrize("tag", ["img", "amp-img"])
def test_a_picture_becomes_its_alternative_text_with_a_link(tag: str) -> None:
    (unit,) = units(f'<{tag} src="a.png" alt="The bridge at night in winter"></{tag}>')
    assert (unit.text, unit.kind, unit.picture) == (
        "The bridge at night in winter",
        BlockKind.CAPTION,
        True,
    )
    assert unit.inlines[0].href == "https://daily.example/a.png"


@pytest.mark.parametrize("told", ['class="avatar"', 'width="16"', 'height="48"', 'alt="IMG 1234"'])
def test_a_decorative_picture_is_left_out(told: str) -> None:
    assert units(f'<img {told} src="a.png" alt="The bridge at night in winter">') == []


@pytest.mark.parametrize("hiding", ["hidden", 'style="display: none"', 'class="sr-only"'])
def test_hidden_text_is_not_read(hiding: str) -> None:
    assert [unit.text for unit in units(f"<p>Seen.</p><p {hiding}>Not seen.</p>")] == ["Seen."]
    root = parse_tree(f"<p {hiding}>Not seen.</p>")
    assert root is not None
    assert [unit.text for unit in units_of(root, BASE, with_hidden=True)] == ["Not seen."]


def test_further_paragraphs_of_an_item_are_plain_paragraphs() -> None:
    found = units("<ol><li><p>One</p><p>and more</p></li><li>Two</li></ol><blockquote>Said</blockquote>")
    assert [(unit.kind, unit.marker, unit.text) for unit in found] == [
        (BlockKind.ITEM, "1.", "One"),
        (BlockKind.PARAGRAPH, "", "and more"),
        (BlockKind.ITEM, "2.", "Two"),
        (BlockKind.QUOTE, "", "Said"),
    ]
