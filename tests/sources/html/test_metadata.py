"""Reading of the metadata of an article from its page."""

from __future__ import annotations

import json

import pytest

from reader.model import Document, Source
from reader.sources.html.article import read_page
from reader.sources.html.author_names import names
from reader.sources.html.dom import parse_tree
from reader.sources.html.jsonld import JsonLd
from tests.sources.html.page_score import PAGES

TEXT = "".join(
    f"<p>This is paragraph {n} of the article, with quite enough words in it to be taken for one.</p>"
    for n in "abcd"
)

GRAPH = (
    '<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","author":{"@id":"#a"}},'
    '{"@type":"Person","@id":"#a","name":"Ada Winther"}]}</script>'
)


def article(
    head: str = "", above: str = "<h1>The river moved</h1>", url: str = "", html: str = ""
) -> Document:
    page = (
        f"<!DOCTYPE html><html {html}><head>{head}</head><body><article>{above}{TEXT}</article></body></html>"
    )
    return read_page(page, "page.html", url, "", False)


def described(**values: object) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_all_metadata_of_a_news_page_is_read() -> None:
    document = read_page((PAGES / "news-river.html").read_bytes(), "x", "", "", False)
    assert document.title == "The night the river changed its mind"
    assert document.kicker == "Science"
    assert document.standfirst.startswith("A flood redrew the line")
    assert document.authors == ("Ada Winther",)
    assert document.source == Source("The Daily Example", "https://daily.example/2023/05/28/story")
    assert document.published == "2023-05-28T07:15:00Z"
    assert document.language == "en-GB"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>The river moved - The Daily Example</title>", "The river moved"),
        (
            "<title>The Post | The river moved</title><meta property='og:site_name' content='The Post'>",
            "The river moved",
        ),
        ("<meta property='og:title' content='The river moved | Daily'>", "The river moved"),
        (described(headline="The river moved"), "The river moved"),
        ("", "The river moved"),
    ],
)
def test_the_title_is_without_the_site(head: str, title: str) -> None:
    assert article(head).title == title


def test_a_known_site_name_is_removed_from_the_title() -> None:
    head = (
        "<title>On rivers — Marks &amp; Moss</title><meta property='og:site_name' content='Marks &amp; Moss'>"
    )
    assert article(head, above="").title == "On rivers"
    assert article("<title>On rivers - and on lakes</title>", above="").title == "On rivers - and on lakes"


@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_a_heading_shared_by_all_pages_of_a_manual_is_not_the_title(heading: str) -> None:
    above = f"<h1>The Node handbook</h1><{heading}>Path</{heading}>"
    assert article("<title>Path | The Node handbook</title>", above).title == "Path"
    assert article(
        "<title>The Daily Path | Path finders meet</title>", "<h1>Path finders meet</h1>"
    ).title == ("Path finders meet")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (described(author={"@type": "Person", "name": "Ada Winther"}), ("Ada Winther",)),
        (described(author=["Ada Winther", {"name": "Bo Lind"}]), ("Ada Winther", "Bo Lind")),
        (described(author="By Ada Winther and Bo Lind"), ("Ada Winther", "Bo Lind")),
        ("<meta name=author content='ADA WINTHER'>", ("Ada Winther",)),
        ("<meta property='article:author' content='https://facebook.example/ada'>", ()),
        (described(author=[{"name": ["x"]}, 5, None]), ("x",)[:0]),
        (
            GRAPH,
            ("Ada Winther",),
        ),
    ],
)
def test_authors_are_people(head: str, authors: tuple[str, ...]) -> None:
    assert article(head).authors == authors


@pytest.mark.parametrize(
    "above",
    [
        '<h1>T</h1><a rel="author" href="/a">Ada Winther</a>',
        '<h1>T</h1><div class="byline">By Ada Winther, Science Editor</div>',
        "<h1>T</h1><div>By Ada Winther</div>",
        '<h1>T</h1><span itemprop="author"><span itemprop="name">Ada Winther</span></span>',
    ],
)
def test_authors_are_found_on_the_page(above: str) -> None:
    document = article(above=above)
    assert document.authors == ("Ada Winther",)
    assert "Winther" not in document.blocks[0].text


def test_authors_without_a_name_are_left_out() -> None:
    root = parse_tree(f"<html><head>{described(author=[' ', {'name': ''}, 'Ada Winther'])}</head></html>")
    assert JsonLd(root).texts("author") == ["Ada Winther"]


def test_the_date_is_the_date_of_publication() -> None:
    head = "<meta property='article:modified_time' content='2025-01-01'>"
    assert (
        article(head + described(dateModified="2025-01-01", datePublished="2024-05-28")).published
        == "2024-05-28"
    )
    assert article(head, above='<h1>T</h1><time datetime="2024-05-28">May</time>').published == "2024-05-28"
    assert article(head, url="https://e.example/2024/05/28/a").published == "2024-05-28"


def test_the_canonical_address_is_used_unless_it_is_the_front_page() -> None:
    assert (
        article("<link rel=canonical href='/b'>", url="https://e.example/a?x=1").source.url
        == "https://e.example/b"
    )
    assert (
        article("<link rel=canonical href='/'>", url="https://e.example/a").source.url
        == "https://e.example/a"
    )
    assert (
        article("<link rel=canonical href='javascript:x'>", url="https://e.example/a").source.url
        == "https://e.example/a"
    )
    assert article().source == Source()


def test_a_saved_page_keeps_its_original_address() -> None:
    page = "<!-- saved from url=(0024)https://e.example/a/b -->\n<html><body>"
    page += f"{TEXT}<p>And a link <a href='c'>there</a> for the end of it.</p>"
    document = read_page(page, "x", "", "", False)
    assert document.source == Source("e.example", "https://e.example/a/b")
    assert document.blocks[-1].inlines[0].href == "https://e.example/a/c"


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ("lang=en-GB", "", "en-GB"),
        ("", "<meta property='og:locale' content='de_DE'>", "de-DE"),
        ("lang='{{lang}}'", "", ""),
        ("lang=ar dir=rtl", "", "ar"),
    ],
)
def test_the_language_is_a_code(html: str, head: str, language: str) -> None:
    assert article(head, html=html).language == language


def test_a_standfirst_is_recognised_by_its_class_in_any_spelling() -> None:
    for name in ("dek", "ArticleDek_root", "c-entry-summary", "post-synopsis"):
        above = f"<h1>The river moved</h1><p class={name}>A flood redrew the line between two villages.</p>"
        assert article("", above).standfirst == "A flood redrew the line between two villages."


def test_a_first_paragraph_that_is_also_the_description_is_kept() -> None:
    first = "A flood redrew the line between two villages, and nobody on either side had asked it to do so."
    head = f'<meta property="og:description" content="{first}">'
    plain = article(head, f"<h1>T</h1><p>{first}</p>")
    assert (plain.standfirst, plain.blocks[0].text) == ("", first)
    lead = article(head, f"<h1>T</h1><p><b>{first}</b></p>")
    assert (lead.standfirst, lead.blocks[0].text) == (first, first)
    named = article(head, f'<h1>T</h1><div class="article-dek"><p>{first}</p></div>')
    assert named.standfirst == first
    assert first not in [block.text for block in named.blocks]
    heading = article(head, f"<h1>T</h1><h2>{first}</h2>")
    assert heading.standfirst == first
    assert first not in [block.text for block in heading.blocks]


def test_a_standfirst_is_not_shown_twice() -> None:
    first = "This is paragraph a of the article, with quite enough words in it to be taken for one."
    assert article(f"<meta name=description content='{first}'>").standfirst == ""
    assert article("<meta name=description content='A flood redrew the line and …'>").standfirst == ""
    shown = article(above='<h1>T</h1><p class="standfirst">A flood redrew the line between two villages.</p>')
    assert shown.standfirst == "A flood redrew the line between two villages."
    assert shown.blocks[0].text == first


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 5000, "null", "7", '{"@type":["NewsArticle"],"headline":{"a":1},"@graph":{"@type":5}}'],
)
def test_malformed_json_ld_is_ignored(script: str) -> None:
    assert article(f'<script type="application/ld+json">{script}</script>').title == "The river moved"


def test_names_are_separated_from_other_words() -> None:
    assert names(["Von Ada Winther und Bo Lind"]) == ("Ada Winther", "Bo Lind")
    assert (
        names(
            ["Staff", "ada@example.org", "https://x.example", "The Daily Example"],
            without="The Daily Example",
        )
        == ()
    )
    assert names(["Por José Ortega y Gasset"]) == ("José Ortega y Gasset",)
    assert names(["Ana Ruiz y Luis Gil"]) == ("Ana Ruiz", "Luis Gil")
    assert names(["记者：林晓"]) == ("林晓",)
    assert names(["ADA WINTHER", "Fiona McDonald"]) == ("Ada Winther", "Fiona McDonald")


def test_links_are_resolved_against_the_base_element() -> None:
    page = (
        f"<html><head><base href='/other/'></head><body>{TEXT}<p>And a <a href='c'>link</a> at its end.</p>"
    )
    document = read_page(page, "x", "https://e.example/a/b", "", False)
    assert document.blocks[-1].inlines[0].href == "https://e.example/other/c"
    broken = page.replace("/other/", "http://[")
    assert (
        read_page(broken, "x", "https://e.example/a/b", "", False).blocks[-1].inlines[0].href.endswith("/a/c")
    )
