"""References after the text of an article."""

from __future__ import annotations

import pytest

from reader.model import BlockKind, Document
from reader.sources.html.article import read_page

TEXT = "<p>Her gates were in use until the storm of {}, after which heavier ones of steel replaced them.</p>"


def article(body: str) -> Document:
    page = f"<title>Gates</title><body><main><h1>Gates</h1>{body}</main>"
    return read_page(page, "page.html", "https://works.example/gates", "", False)


NOTE = (
    "<li id=n1><span class=mw-cite-backlink><b><a href=#r1>^</a></b></span> "
    "<cite>The Tollhaven Courier</cite>, 14 June 1977, page 3, in the archive.</li>"
)


@pytest.mark.parametrize(
    "lists",
    [
        f"<ol class=references>{NOTE}</ol>",
        f"<div class='reflist columns'><div><ol>{NOTE}</ol></div></div>",
        f"<section role=doc-endnotes><ol>{NOTE}</ol></section>",
    ],
)
def test_references_come_after_the_text_with_their_heading(lists: str) -> None:
    found = article(
        f"{TEXT.format(1911)}{TEXT.format(1953)}<h2>Notes</h2>{lists}<h2>Later</h2>{TEXT.format(1961)}"
    )
    assert [(block.kind, block.text[:25]) for block in found.blocks[2:]] == [
        (BlockKind.HEADING, "Later"),
        (BlockKind.PARAGRAPH, "Her gates were in use unt"),
        (BlockKind.HEADING, "Notes"),
        (BlockKind.ITEM, "The Tollhaven Courier, 14"),
    ]


def test_a_link_to_a_place_in_the_same_page_is_not_listed() -> None:
    mark = '<sup><a href="https://works.example/gates#n1">[1]</a></sup> <a href="/other#n1">Other gates</a>'
    found = article(
        f"{TEXT.format(1911)}{TEXT.format(1953)}<p>The gate of Skerrow was replaced later.{mark}</p>"
    )
    assert [link.href for link in found.blocks[-1].inlines] == ["https://works.example/other#n1"]


def test_notices_and_lists_of_other_articles_are_left_out() -> None:
    notice = (
        "<table class='box ambox'><tr><td>This page needs more sources than it has at the moment.</table>"
    )
    others = "<div class=navbox><ul><li><a href=/a>Ann Low</a><li><a href=/b>Ben High</a></ul></div>"
    found = article(f"{notice}{TEXT.format(1911)}{TEXT.format(1953)}{others}")
    assert len(found.blocks) == 2
