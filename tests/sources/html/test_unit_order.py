"""References after the text of an article."""

from __future__ import annotations

from reader.model import Document
from reader.sources.html.article import read_page

TEXT = "<p>Her gates were in use until the storm of {}, after which heavier ones of steel replaced them.</p>"


def article(body: str) -> Document:
    page = f"<title>Gates</title><body><main><h1>Gates</h1>{body}</main>"
    return read_page(page, "page.html", "https://works.example/gates", "", False)


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
