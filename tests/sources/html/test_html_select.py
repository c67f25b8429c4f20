"""The choice of the units of a page, given the extracted main text."""

from __future__ import annotations

import pytest

from reader.errors import ArticleError
from reader.sources.html.article import read_page
from reader.sources.html.dom import parse_tree
from reader.sources.html.extract import select
from reader.sources.html.units import units_of

TEXTS = [
    f"This is a perfectly ordinary paragraph, with {word} in it and enough words to be one."
    for word in ("a river", "a bridge", "a mill", "a harbour")
]
TEXT = "".join(f"<p>{text}</p>" for text in TEXTS)
LONE = "Nobody had measured it before, and so it went into no book that was kept of the valley."


def chosen(body: str, *extracted: str) -> list[str]:
    """The chosen texts of a page from which `extracted` was extracted."""
    root = parse_tree(f"<body>{body}</body>")
    assert root is not None
    units = units_of(root, "https://daily.example/")
    return [units[i].text for i in select(units, extracted)[0]]


def test_without_extracted_text_all_prose_outside_boilerplate_is_chosen() -> None:
    footer = "".join(f"<p>{LONE} It says so {n} times.</p>" for n in range(40))
    page = f"<div>{TEXT}</div><footer>{footer}</footer>"
    assert chosen(page) == TEXTS
    assert chosen(page, "Words that stand nowhere on this page, however long one looks.") == TEXTS


def test_extracted_text_beside_the_article_or_in_boilerplate_is_left_out() -> None:
    assert chosen(f"<div>{TEXT}</div><div><p>A line</p></div>", *TEXTS, "A line") == TEXTS
    aside = f"<aside>{LONE}</aside>"
    page = f"<div>{''.join(f'<p>{t}</p>{aside if t is TEXTS[1] else str()}' for t in TEXTS)}</div>"
    assert chosen(page, *TEXTS[:2], LONE, *TEXTS[2:]) == TEXTS


@pytest.mark.parametrize(("name", "is_taken"), [("", True), ("body", True), ("info", False)])
def test_text_between_chosen_units_is_added_unless_its_name_is_suspect(name: str, is_taken: bool) -> None:
    between = f"<div class='{name}'><p>{LONE}</p></div>"
    page = f"<div><p>{TEXTS[0]}</p><p>{TEXTS[1]}</p>{between}<p>{TEXTS[2]}</p><p>{TEXTS[3]}</p></div>"
    assert (LONE in chosen(page, *TEXTS)) is is_taken


def test_a_heading_without_text_below_is_left_out() -> None:
    assert chosen(f"<div>{TEXT}<h2>Elsewhere in town</h2></div>", *TEXTS, "Elsewhere in town") == TEXTS


def test_a_caption_is_chosen_even_if_it_was_not_extracted() -> None:
    figure = "<figure><img src='/a.png'><figcaption>The bridge in March</figcaption></figure>"
    page = f"<div><p>{TEXTS[0]}</p>{figure}<p>{TEXTS[1]}</p><p>{TEXTS[2]}</p><p>{TEXTS[3]}</p></div>"
    assert chosen(page, *TEXTS) == [TEXTS[0], "The bridge in March", *TEXTS[1:]]


def test_a_page_of_links_is_an_article_only_if_it_has_prose() -> None:
    names = [f"The headline of town {n}" for n in range(9)]
    links = "".join(f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(names))
    assert chosen(f"<div><ul>{links}</ul></div>", *names) == []
    assert chosen(f"<div><p>{LONE}</p><ul>{links}</ul></div>", LONE, *names) == [LONE, *names]
    lines = [f"A short line of town {n}" for n in range(9)]
    some = "".join(f"<p>A short line of <a href='/{n}'>town {n}</a></p>" for n in range(9))
    assert chosen(f"<div>{some}</div>", *lines) == lines


def test_the_share_is_the_part_of_the_extracted_text_in_the_page() -> None:
    root = parse_tree(f"<body><div>{TEXT}</div></body>")
    assert root is not None
    units = units_of(root, "")
    assert select(units, TEXTS)[1] == 1
    assert 0.3 < select(units, [*TEXTS, "Entirely other words " * 20])[1] < 0.6


# -- pages without an article -----------------------------------------------------------------------

FRAME = "".join(f"<div><a href='/{i}'>The headline with number {i} is here</a></div>" for i in range(20))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (f"<p>Wait.</p><script>{'x=1;' * 250}</script>", "has hardly any text"),
        ("<p>Wait.</p><script src='/a.js'></script><script src='/b.js'></script>", "has hardly any text"),
        ("<p>Wait.</p><script src='/a.js'></script>", "no main text was found in the page; --whole-page"),
        ("<p>Wait.</p>", "no main text was found in the page; --whole-page shows all its text"),
        (f"{FRAME}<script>{'x=1;' * 400}</script>", "no main text was found"),
        ("<div></div>", "holds no text"),
    ],
)
def test_the_message_says_why_a_page_is_not_an_article(body: str, fault: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_page(f"<html><body>{body}</body></html>", "page.html", "", "", False)
    assert caught.value.fault.startswith(fault)


def test_a_whole_page_of_invisible_characters_holds_no_text() -> None:
    with pytest.raises(ArticleError) as caught:
        read_page("<html><body><p>&shy;</p></body></html>", "page.html", "", "", True)
    assert caught.value.fault == "holds no text"
