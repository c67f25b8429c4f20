"""Pages that are not an article: lists of links, error pages, checks for robots, and pages over a limit."""

from __future__ import annotations

import pytest

from reader.errors import ArticleError
from reader.model import BlockKind, Document
from reader.sources.html import article
from reader.sources.html.article import read_page
from tests.sources.html.invented_story import Story

URL = "https://daily.example/news/"


def page(body: str, title: str = "News of the quay", url: str = URL) -> Document:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_page(html, "page.html", url, "", False)


def headlines(count: int, with_summary: bool = False) -> str:
    story = Story("headlines")
    summary = f"<p>{story.words(1)}</p>" if with_summary else ""
    return "".join(
        f'<div class="card"><h3><a href="/story/{n}">The story number {n} of the quay</a></h3>{summary}</div>'
        for n in range(count)
    )


def links(document: Document) -> list[str]:
    return [inline.href for block in document.blocks for inline in block.inlines]


@pytest.mark.parametrize("with_summary", [False, True])
@pytest.mark.parametrize(
    ("url", "title", "kind"),
    [
        ("https://daily.example/", "The Daily Example", "a front page"),
        (URL, "News of the quay", "a list of links"),
        ("https://daily.example/find?q=quay", "Search results for quay", "a page of search results"),
        ("https://daily.example/find?q=kai", "Suchergebnisse", "a page of search results"),
    ],
)
def test_a_page_of_links_says_what_it_is_and_offers_its_links(
    with_summary: bool, url: str, title: str, kind: str
) -> None:
    found = page(f"<main><h1>{title}</h1>{headlines(12, with_summary)}</main>", title, url)
    assert found.note == f"This is {kind}, not an article: 12 links to other pages."
    assert links(found) == [f"https://daily.example/story/{n}" for n in range(12)]
    assert {block.kind for block in found.blocks} == {BlockKind.ITEM}


def test_the_headings_above_the_links_are_kept() -> None:
    body = f"<h2>Boats</h2>{headlines(5)}<h2>Nothing here</h2><h2>Mills</h2>" + headlines(12).replace(
        "/story", "/mill"
    )
    found = page(body)
    assert [block.text for block in found.blocks if block.kind is BlockKind.HEADING] == ["Boats", "Mills"]


def test_an_article_with_many_links_below_it_is_an_article() -> None:
    story = Story("with links")
    found = page(f"<article><h1>News of the quay</h1>{story.ps(5)}</article><div>{headlines(30)}</div>")
    assert found.note == ""
    assert [block.text for block in found.blocks] == story.gold


@pytest.mark.parametrize(
    "title",
    ["404", "Page not found", "Seite nicht gefunden", "Página no encontrada", "Page introuvable"],
)
def test_an_error_page_says_that_the_page_was_not_found(title: str) -> None:
    body = f"<h1>{title}</h1><p>{Story('sorry').words(2)}</p><p>{Story('home').words(2)}</p>"
    with pytest.raises(ArticleError, match="the site says that the page was not found"):
        page(body, title)


def test_a_check_for_robots_says_what_it_is() -> None:
    with pytest.raises(ArticleError, match="checks whether a person opens it; open the page in a browser"):
        page("<h1>daily.example</h1><p>This may take a few seconds.</p>", "Just a moment...")


def test_an_article_about_missing_pages_is_an_article() -> None:
    found = page(
        f"<article><h1>Page not found: a history</h1>{Story('404').ps(9)}</article>", "Page not found"
    )
    assert len(found.blocks) == 9


@pytest.mark.parametrize(("name", "limit"), [("LIMIT", 3000), ("MOST_TAGS", 20)])
def test_a_page_over_a_limit_is_shown_as_far_as_it_was_read(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(article, name, limit)
    story = Story("long")
    found = page(f"<article><h1>News of the quay</h1>{story.ps(30)}</article>")
    assert found.note.startswith("Only the beginning: the page has more than ")
    assert found.blocks[0].text == story.gold[0]
    assert len(found.blocks) < 20
