"""Feeds offer their entries as headings with links."""

from __future__ import annotations

import json

import pytest

from reader.errors import ArticleError
from reader.model import BlockKind
from reader.sources.detection import detect
from reader.sources.formats import Format
from reader.sources.html.article import read_page
from reader.sources.html.feeds import is_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Daily Example</title><link>https://daily.example/</link>
<item><title>The bridge &amp; the mill</title><link>https://daily.example/bridge</link>
<description>&lt;p&gt;It &lt;b&gt;moved&lt;/b&gt; by a finger.&lt;/p&gt;</description>
<dc:creator>Ada Okafor</dc:creator><pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate></item>
<item><title>Nets</title><guid>https://daily.example/nets</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title>
<entry><title type="html">The bridge &amp;amp; the mill</title><link rel="alternate" href="/bridge"/>
<published>2024-03-04T10:00:00Z</published><author><name>Ada Okafor</name></author>
<summary>It moved by a finger.</summary></entry>
<entry><title>Nets</title><link href="/nets"/></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Daily Example",
        "items": [
            {
                "title": "The bridge & the mill",
                "url": "/bridge",
                "content_html": "<p>It moved by a finger.</p>",
                "date_published": "2024-03-04T10:00:00Z",
                "authors": [{"name": "Ada Okafor"}],
            },
            {"title": "Nets", "url": "/nets"},
        ],
    }
)


@pytest.mark.parametrize("text", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_a_feed_offers_its_entries(text: str) -> None:
    assert detect(text.encode(), "feed") is Format.HTML
    found = read_page(text, "feed", "https://daily.example/feed", "", False)
    assert found.title == "The Daily Example"
    assert found.note == "This is a feed, not an article: 2 entries with links."
    assert [(block.kind, block.text) for block in found.blocks] == [
        (BlockKind.HEADING, "The bridge & the mill"),
        (BlockKind.CAPTION, "2024-03-04 · Ada Okafor"),
        (BlockKind.PARAGRAPH, "It moved by a finger."),
        (BlockKind.HEADING, "Nets"),
    ]
    hrefs = [inline.href for block in found.blocks for inline in block.inlines]
    assert hrefs == ["https://daily.example/bridge", "https://daily.example/nets"]


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel></channel></rss>",
        '<?xml version="1.0"?><!DOCTYPE x><feed></feed>',
        '{"version": "https://jsonfeed.org/version/1", "items": 7}',
        '{"version": "https://jsonfeed.org/version/1", "items": [{}, 7]}',
        '{"version": "https://jsonfeed.org/version/1", ' + '"a":[' * 50_000,
        "<rss>" + "<item>" * 50_000,
    ],
)
def test_a_feed_without_entries_or_a_broken_one_is_reported(text: str) -> None:
    with pytest.raises(ArticleError):
        read_page(text, "feed", "", "", False)


def test_an_entity_of_a_feed_is_not_resolved() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = f"<rss>{bomb}<channel><item><title>Nets &a; &f;</title></item></channel></rss>"
    found = read_page(text, "feed", "", "", False)
    assert "boom" not in found.blocks[0].text
    assert "root" not in found.blocks[0].text


def test_a_page_or_an_article_about_feeds_is_no_feed() -> None:
    assert not is_feed("<html><body><rss></rss></body></html>")
    assert not is_feed('{"version": "2"}')
