"""Removal of boilerplate lines between the paragraphs of an article."""

from __future__ import annotations

import pytest

from reader.model import BlockKind
from reader.sources.html.boilerplate_lines import drop_lines
from reader.sources.html.dom import parse_tree
from reader.sources.html.units import Unit, units_of

P = "<p>This is a perfectly ordinary paragraph, with a number and enough words in it to be one.</p>"
LINK = "<a href='/x'>The long way round the lake</a>"
LIST = f"<ul><li>{LINK}</li></ul>"


def left(html: str) -> list[Unit]:
    """The units that remain if all were chosen."""
    root = parse_tree(f"<body>{html}</body>")
    assert root is not None
    units = units_of(root, "https://daily.example/")
    chosen = [True] * len(units)
    drop_lines(units, chosen)
    return [unit for unit, is_chosen in zip(units, chosen, strict=True) if is_chosen]


def lines(html: str) -> list[str]:
    """The texts that remain, without the ordinary paragraphs."""
    return [unit.text for unit in left(html) if "perfectly ordinary" not in unit.text]


@pytest.mark.parametrize(
    "html",
    [
        f"{P}<h2>Related</h2>",
        f"{P}<h2>Related</h2>{LIST}{P}",
        f"{P}<h2>Contents</h2>{LIST}{P}",
        f"{P}<h2>More on rivers</h2>{LIST}{P}",
        f"{P}<p>Related</p>{LIST}{P}",
        f"{P}<p>Advertisement</p>{P}",
        f"{P}<p>Read more: <a href='/x'>How the lake froze in winter.</a></p>{P}",
        f"{P}<p><a href='/x'>The long way round the lake in winter</a></p>{P}",
        f"{P}<p><a href='/x'>Rivers</a> and <a href='/y'>lakes of the north</a></p>",
        f"{P}<p>Sign up for <a href='/x'>our letter</a>.</p>{P}{P}{P}",
        f"{P}<p>Sign up for the morning letter of the house <a href='/x'>now</a>.</p>{P}{P}{P}",
        f"{P}<p><em>Sign up for the morning letter.</em></p>{P}{P}{P}",
        f"{P}{P}<p>Sign up for the morning letter.</p>",
        f"{P}<p>Sign up for the morning letter.</p>{P}",
    ],
)
def test_boilerplate_lines_are_removed(html: str) -> None:
    assert lines(html) == []


@pytest.mark.parametrize(
    "html",
    [
        f"{P}<pre>share</pre>{P}",
        f"{P}<h2>Contents</h2>{P}{P}",
        f"{P}<h2>More water than ever</h2>{P}",
        f"{P}{LIST}{P}",
        f"{P}<p><a href='/x'>Rivers</a> and <a href='/y'>lakes of the north</a></p>{P}",
        f"{P}<p>It first appeared on a map of 1731, <a href='/x'>it says</a>, and moved again.</p>{P}{P}{P}",
        f"{P}<p>Sign up for the morning letter.</p>{P}{P}",
    ],
)
def test_lines_of_the_article_are_kept(html: str) -> None:
    assert len(lines(html)) == 1


def test_a_label_removes_only_the_links_directly_after_it() -> None:
    assert lines(f"{P}<h2>Related</h2><p>A short line of it</p>{LIST}") == [
        "A short line of it",
        "The long way round the lake",
    ]
    long = f"<ul><li><a href='/x'>{'The long way round the lake and back, ' * 7}</a></li></ul>"
    assert len(lines(f"{P}<h2>Related</h2>{long}{P}")) == 1
    read_more = "<p>Read more: <a href='/x'>How the lake froze in winter.</a></p>"
    assert lines(f"{P}{read_more}{LIST}{P}") == ["The long way round the lake"]


def test_a_label_above_a_text_with_links_is_kept_as_a_heading() -> None:
    mixed = f"<p>The survey says that it was so. {LINK} is what it says of it.</p>"
    assert lines(f"{P}<h2>Related</h2>{mixed}{P}")[0] == "Related"


def test_a_picture_credit_becomes_a_caption_only_as_a_paragraph() -> None:
    credit = "Photo by Jo Doe"
    kinds = {unit.kind for unit in left(f"{P}<p>{credit}</p>{P}") if unit.text == credit}
    assert kinds == {BlockKind.CAPTION}
    kinds = {unit.kind for unit in left(f"{P}<ul><li>{credit}</li></ul>{P}") if unit.text == credit}
    assert kinds == {BlockKind.ITEM}
