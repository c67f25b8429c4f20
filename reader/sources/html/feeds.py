"""Read a feed as a document that offers its entries: RSS, RDF, Atom and JSON Feed.

Owns the recognition of feeds by their beginning, and the reading of entries in any of these formats.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from reader.model import Block, BlockKind, Document, Inline, InlineKind, Source
from reader.sources.dates import iso_date
from reader.sources.html.dom import Node, parse_tree, words_of
from reader.sources.html.sanitise import sanitise
from reader.sources.inline_ranges import safe_href, settle
from reader.text.clean import clean_line

_BEGINNING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,400}>|<!--(?:[^-]|-(?!->)){0,8000}-->|\s)*"
    r"<(?:rss|feed|rdf:RDF)(?=[\s>])"
)
_JSON = re.compile(
    r'\ufeff?\s*\{[^{}\[\]]{0,2000}"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org\\?/version'
)
_MOST_ENTRIES = 1000
_LONGEST_SUMMARY = 600
_LONGEST_SOURCE = 20_000
"""The characters of an entry's text that are read for its summary."""


class _Entry(NamedTuple):
    title: str
    href: str
    about: str
    summary: str


def is_feed(text: str) -> bool:
    """Whether a text begins as a feed."""
    return _BEGINNING.match(text) is not None or _JSON.match(text) is not None


def read_feed(text: str, name: str, url: str) -> Document | None:
    """The feed as a document: for each entry a heading with its link, its date and author, and its summary.

    None if the feed has no entries. Linear.
    """
    title, site, entries = _json_feed(text) if _JSON.match(text) else _xml_feed(text)
    base = url or site
    blocks: list[Block] = []
    count = 0
    for entry in entries:
        headline = clean_line(entry.title) or clean_line(entry.summary)[:80]
        if not headline:
            continue
        try:
            href = safe_href(urljoin(base, entry.href.strip())) if entry.href else ""
        except ValueError:
            href = ""
        links = settle(headline, [Inline(0, len(headline), InlineKind.LINK, href)])
        blocks.append(Block(headline, BlockKind.HEADING, 2, inlines=links))
        if entry.about:
            blocks.append(Block(entry.about, BlockKind.CAPTION))
        if entry.summary and entry.summary != headline:
            blocks.append(Block(entry.summary))
        count += 1
        if count == _MOST_ENTRIES:
            break
    if not blocks:
        return None
    found = clean_line(title) or clean_line(name)
    return Document(
        title=found or "Feed",
        blocks=tuple(blocks),
        source=Source(clean_line(title), safe_href(url or site)),
        markup="markdown",
        note=f"This is a feed, not an article: {count} {'entry' if count == 1 else 'entries'} with links.",
    )


def _xml_feed(text: str) -> tuple[str, str, Iterator[_Entry]]:
    from lxml.etree import LxmlError, XMLParser, fromstring  # type: ignore[import-untyped]

    parser = XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = fromstring(re.sub(r"^\ufeff?\s*<\?xml[^>]*>", "", text).encode("utf-8", "replace"), parser)
    except (LxmlError, ValueError):
        root = None
    if root is None:
        return "", "", iter(())
    channel = next((one for one in root.iter() if _tag(one) == "channel"), root)
    site = next((href for href in map(_href, _children(channel, "link")) if href), "")
    entries = (one for one in root.iter() if _tag(one) in ("item", "entry"))
    return _text_of(channel, "title"), site, map(_xml_entry, entries)


def _xml_entry(element: Node) -> _Entry:
    links = _children(element, "link")
    alternate = [link for link in links if link.get("rel") in (None, "alternate")]
    href = next((found for found in map(_href, alternate or links) if found), "")
    guid = _text_of(element, "guid", "id")
    return _Entry(
        _plain(_text_of(element, "title")),
        href or (guid if guid.startswith("http") else ""),
        _about(
            _text_of(element, "pubDate", "published", "date", "updated"),
            _text_of(element, "creator", "author"),
        ),
        _summary(_text_of(element, "description", "summary", "encoded", "content")),
    )


def _json_feed(text: str) -> tuple[str, str, Iterator[_Entry]]:
    try:
        feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return "", "", iter(())
    items = feed.get("items")
    entries = (item for item in (items if isinstance(items, list) else ()) if isinstance(item, dict))
    return _value(feed, "title"), _value(feed, "home_page_url"), map(_json_entry, entries)


def _json_entry(item: dict[str, Any]) -> _Entry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_value(one, "name") for one in authors or () if isinstance(one, dict)]
    text = _value(item, "summary") or _value(item, "content_text") or _value(item, "content_html")
    return _Entry(
        _plain(_value(item, "title")),
        _value(item, "url") or _value(item, "external_url"),
        _about(_value(item, "date_published"), ", ".join(filter(None, names))),
        _summary(text),
    )


def _value(values: dict[str, Any], key: str) -> str:
    found = values.get(key)
    return found if isinstance(found, str) else ""


def _tag(element: Node) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element: Node, *names: str) -> list[Node]:
    return [child for child in element if _tag(child) in names]


def _href(link: Node) -> str:
    return (link.get("href") or link.text or "").strip()


def _text_of(element: Node, *names: str) -> str:
    """The text of the first child that has one of the names, in the order of the names."""
    for name in names:
        for child in _children(element, name):
            person = _children(child, "name")
            text = "".join((person[0] if person else child).itertext())
            if text.strip():
                return text.strip()
    return ""


def _about(date: str, author: str) -> str:
    return " · ".join(filter(None, (iso_date(date, anywhere=True)[:10], clean_line(author)[:100])))


def _summary(text: str) -> str:
    words = _plain(text[:_LONGEST_SOURCE])
    if len(words) <= _LONGEST_SUMMARY:
        return words
    return words[:_LONGEST_SUMMARY].rpartition(" ")[0] + " …"


def _plain(text: str) -> str:
    """The words of a text that may have HTML in it."""
    if "<" in text or "&" in text:
        root = parse_tree(sanitise(f"<div>{text}</div>"))
        text = words_of(root) if root is not None else ""
    return clean_line(text)
