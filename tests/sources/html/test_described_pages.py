"""What pages of many publishing systems and countries say of themselves."""

from __future__ import annotations

import pytest

from reader.sources.html.article import read_page
from reader.text.page import page as page_of
from tests.sources.html.described_pages import FIELDS, Page, faults, found_in, pages

ALL = pages()

FLOORS = {
    "title": 0.98,
    "standfirst": 0.96,
    "authors": 0.96,
    "day": 0.98,
    "kicker": 0.94,
    "source": 0.96,
}
"""The least share of pages whose field is right. These pages were written beside the code."""


def test_most_pages_are_read_right_in_each_field() -> None:
    assert len(ALL) >= 50
    found = faults(ALL)
    for field in FIELDS:
        assert len(found[field]) <= (1 - FLOORS[field]) * len(ALL), found[field]


@pytest.mark.parametrize("page", [page for page in ALL if "lead" in page.wanted], ids=lambda page: page.name)
def test_a_lead_is_the_standfirst_and_stays_in_the_text_but_is_shown_once(page: Page) -> None:
    document = page.document()
    assert document.standfirst == page.wanted["standfirst"] == document.blocks[0].text
    shown = [block.text for _, block in page_of(document)]
    assert shown.count(document.standfirst) == 1


@pytest.mark.parametrize(
    "page", [page for page in ALL if page.wanted["standfirst"] == "none"], ids=lambda page: page.name
)
def test_a_page_without_a_standfirst_gets_none(page: Page) -> None:
    assert page.document().standfirst == ""


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_no_page_shows_the_date_or_author_of_another_story(page: Page) -> None:
    found = found_in(page.document())
    for field in ("day", "authors"):
        assert found[field] in (page.wanted[field], "none")


TEXT = "".join(
    f"<p>This is paragraph {word} of the story, with quite enough words in it to be taken for one.</p>"
    for word in ("a", "b", "c", "d")
)


def told(above: str = "", below: str = "", head: str = "") -> dict[str, str]:
    article = f"<article><h1>The river moved</h1>{above}{TEXT}{below}</article>"
    html = f"<html lang=en-GB><head>{head}</head><body>{article}</body></html>"
    return found_in(read_page(html, "page.html", "https://daily.example/river", "", False))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("ByAda Winther", "Ada Winther"),
        ("By Ada Winther Science Editor", "Ada Winther"),
        ("Ada Winther | 3 May 2021", "Ada Winther"),
        ("By ADA WINTHER Staff Writer", "Ada Winther"),
        ("By Ada Winther and Bo Lind, Harbour Reporters, 3 May 2021, 12 comments", "Ada Winther | Bo Lind"),
        ("Posted on 3 May 2021 by Ada Winther", "Ada Winther"),
        ("<a href='/authors/ada'>Ada Winther</a></div><div>Harbour</div><div>Share", "Ada Winther"),
        ("By Daily Example Newsroom", "none"),
        ("By the time it stopped", "none"),
        ("By Reuters Staff", "none"),
    ],
)
def test_roles_dates_and_by_are_no_part_of_a_name(line: str, authors: str) -> None:
    assert told(f"<div>{line}</div>")["authors"] == authors


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<p>Updated 9 June 2021. Published 3 May 2021</p>", "2021-05-03"),
        (
            "<p><time datetime='2021-06-09' class=updated>x</time><time datetime='2021-05-03'>y</time></p>",
            "2021-05-03",
        ),
        ("<div class=related><time datetime='2021-06-09'>9 June</time></div><p>03/05/2021</p>", "2021-05-03"),
        ("<p>© 9 June 2021 The Daily Example</p>", "none"),
        ("<blockquote>— Jo Doe (@jo) 9 June 2021</blockquote>", "none"),
    ],
)
def test_the_day_is_that_of_this_story(above: str, day: str) -> None:
    assert told(above)["day"] == day


def test_the_date_in_the_address_corrects_a_date_that_is_far_from_it() -> None:
    html = f"<html><body><article><h1>The river moved</h1><p>1 March 2026</p>{TEXT}</article></body></html>"
    document = read_page(html, "x", "https://daily.example/2021/may/03/river", "", False)
    assert document.published == "2021-05-03"


@pytest.mark.parametrize(
    "description",
    [
        "The latest news from the river towns, every day",
        "Welcome to the home of the story about words and paragraphs",
        "Bicycles, umbrellas, trumpets and marmalade",
        "This is paragraph a of the story, with quite enough…",
    ],
)
def test_a_slogan_or_a_cut_beginning_is_no_standfirst(description: str) -> None:
    assert told(head=f"<meta name=description content='{description}'>")["standfirst"] == "none"


def test_a_box_between_title_and_text_that_announces_another_story_says_nothing_of_this_one() -> None:
    box = (
        "<div><h3><a href='/x'>A wholly different story</a></h3><p>By Lone Teaser</p><p>9 June 2021</p></div>"
    )
    found = told(f"{box}<p>3 May 2021</p>")
    assert (found["authors"], found["day"], found["standfirst"]) == ("none", "2021-05-03", "none")


@pytest.mark.parametrize("name", ["newsletter-box", "author-bio", "share-tools"])
def test_a_box_of_another_kind_above_the_byline_is_no_standfirst(name: str) -> None:
    box = f"<div class={name}><p>Writes letters from the river bank, sent on Fridays.</p></div>"
    assert told(f"{box}<p>By Ada Winther</p>")["standfirst"] == "none"


def test_words_before_the_stated_title_in_its_heading_are_a_kicker() -> None:
    head = "<meta property='og:title' content='The ferry stops at noon'>"
    html = f"<html><head>{head}</head><body><h1>Transport The ferry stops at noon</h1>{TEXT}</body></html>"
    document = read_page(html, "x", "", "", False)
    assert (document.title, document.kicker) == ("The ferry stops at noon", "Transport")
