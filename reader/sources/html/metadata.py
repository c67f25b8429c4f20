"""Read the metadata of an article from its page: title, authors, date, publication, language.

The order of preference is JSON-LD, OpenGraph, other meta elements, the text of the page. A value that is
missing or malformed is empty, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.sources.dates import iso_date
from reader.sources.html.author_names import names
from reader.sources.html.dom import Node, parted, squash, words_of
from reader.sources.html.jsonld import JsonLd
from reader.sources.html.titles import best_title
from reader.sources.html.visible_byline import shown_authors, shown_date
from reader.sources.inline_ranges import safe_href
from reader.text.clean import clean_line

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_DEK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line)?|sub-?title|lede|summary|excerpt|strapline|synopsis|article-intro|chapeau|vorspann|sumario|entradilla)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS = re.compile(r"<[^<>]{1,500}>")
_LONGEST_LINE = 600

# fmt: off
_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "dc.date.created", "date", "published", "originalpublicationdate",
)
_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author",
    "citation_author", "dc.creator", "dcterms.creator", "byl",
)
# fmt: on


class Metadata(NamedTuple):
    """The metadata of a page, cleaned. Unknown fields are empty.

    `url` is the address of the page. `closed` means that the article is behind a paywall. `body` is the text
    of the article in the JSON-LD, for pages whose text is only there. `note` says what a page is that is
    not an article; the page itself does not state it.
    """

    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    closed: bool = False
    body: str = ""
    note: str = ""


def base_of(root: Node, page: str, url: str) -> str:
    """The address against which the links of a page are resolved; empty if it is unknown."""
    saved = _SAVED_FROM.search(page[:4000])
    start = url or (saved[1] if saved else "") or _link(root, "canonical") or _meta_url(root)
    for element in root.iter("base"):
        href = (element.get("href") or "").strip()
        if href:
            try:
                start = urljoin(start, href)
            except ValueError:
                pass
        break
    return start if _WEB.fullmatch(start) else ""


def metadata_of(root: Node, base: str, url: str = "") -> Metadata:
    """The metadata of a page. `base` is the result of `base_of`, `url` the address it was loaded from."""
    page = _PageMetadata(root)
    address = _address(page, base, url)
    site = _site(page) or (urlsplit(address).hostname or "").removeprefix("www.")
    title = best_title(
        root,
        [
            page.meta("og:title"),
            page.json_ld.text("headline"),
            page.meta("twitter:title"),
            page.json_ld.text("name"),
        ],
        site,
    )
    return Metadata(
        title=title,
        kicker=_kicker(page, title),
        standfirst=_standfirst(page, title),
        authors=_authors(page, site),
        site=site,
        url=address,
        published=_published(page, address),
        language=_language(page),
        closed=page.json_ld.is_closed,
        body=_TAGS.sub("\n", page.json_ld.text("articleBody")),
    )


class _PageMetadata:
    """The metadata of a page: its JSON-LD, and its meta elements by name in lower case."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.json_ld = JsonLd(root)
        self.metas: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            get = element.get
            key = get("property") or get("name") or get("itemprop") or get("http-equiv")
            value = (get("content") or "").strip()
            if key and value and len(value) < 20_000:
                self.metas.setdefault(key.strip().lower(), []).append(value)

    def meta(self, *keys: str) -> str:
        """The content of the first of the meta elements `keys` that exists; empty if none does."""
        return next((self.metas[key][0] for key in keys if key in self.metas), "")


def _link(root: Node, relation: str) -> str:
    for element in root.iter("link"):
        if relation in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip()
    return ""


def _meta_url(root: Node) -> str:
    return next(
        (e.get("content") or "" for e in root.iter("meta") if e.get("property") == "og:url"), ""
    ).strip()


def _site(page: _PageMetadata) -> str:
    name = clean_line(
        page.meta("og:site_name")
        or page.json_ld.text("publisher")
        or page.meta("application-name", "twitter:app:name:iphone", "dc.publisher")
    )
    return "" if _WEB.match(name) or len(name) > 80 else name


def _address(page: _PageMetadata, base: str, url: str) -> str:
    """The address that the page names, or the address it was loaded from if it names only the front page."""
    own = (_link(page.root, "canonical"), page.meta("og:url"), page.json_ld.text("url"))
    for given in (*own, url, base):
        try:
            whole = urljoin(url or base, given.strip()) if given else ""
            parts = urlsplit(whole)
        except ValueError:
            continue
        is_front = parts.path in ("", "/") and not parts.query
        if _WEB.fullmatch(whole) and not (is_front and (url or base) and given not in (url, base)):
            return safe_href(whole)
    return ""


def _kicker(page: _PageMetadata, title: str) -> str:
    line = clean_line(
        page.meta("article:section", "og:section", "parsely-section", "section", "dc.subject.section")
        or page.json_ld.text("articleSection")
    )
    return (
        line
        if len(line) <= 60
        and not _WEB.match(line)
        and squash(line).casefold() not in squash(title).casefold()
        else ""
    )


def _standfirst(page: _PageMetadata, title: str) -> str:
    """The deck that the page shows, or its description if there is no deck.

    Empty if the description is cut short.
    """
    for element in _near_title(page.root):
        if is_deck(element):
            line = clean_line(words_of(element))
            if 20 < len(line) <= _LONGEST_LINE:
                return line
    for text in (
        page.json_ld.text("description"),
        page.meta("og:description", "twitter:description", "description"),
    ):
        line = clean_line(re.sub(r"<[^<>]{1,200}>", " ", text))
        if 20 < len(line) <= _LONGEST_LINE and not re.search(r"(?:…|\.\.\.|\[…\])$", line) and line != title:
            return line
    return ""


def is_deck(element: Node) -> bool:
    """Whether the names of an element mean that it is the deck of the article."""
    if element.get("itemprop") in ("description", "alternativeHeadline"):
        return True
    names_of_element = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _DEK.search(parted(names_of_element)) is not None


def _near_title(root: Node) -> Iterator[Node]:
    """The elements after the title of the page, among the first 400 that can hold text."""
    started = False
    for count, element in enumerate(root.iter("h1", "h2", "h3", "h4", "p", "div", "span", "section")):
        if element.tag == "h1":
            started = True
        elif started and count < 400:
            yield element


def _authors(page: _PageMetadata, site: str) -> tuple[str, ...]:
    found = names(page.json_ld.texts("author") or page.json_ld.texts("creator"), without=site)
    if found:
        return found
    for key in _AUTHORS:
        found = names(page.metas.get(key, ()), without=site)
        if found:
            return found
    return shown_authors(page.root, site)


def _published(page: _PageMetadata, address: str) -> str:
    json_ld = page.json_ld
    for text in (json_ld.text("datePublished"), page.meta(*_DATES), json_ld.text("dateCreated")):
        found = iso_date(text, anywhere=True)
        if found:
            return found
    found = shown_date(page.root)
    if found:
        return found
    match = _URL_DATE.search(address)
    return iso_date("-".join(match.groups())) if match else ""


def _language(page: _PageMetadata) -> str:
    get = page.root.get
    given = get("lang") or get("{http://www.w3.org/XML/1998/namespace}lang") or get("xml:lang") or ""
    stated = page.meta("og:locale", "content-language", "dc.language", "language")
    for text in (given, stated or page.json_ld.text("inLanguage")):
        code = clean_line(text).replace("_", "-").split(",")[0].strip()
        if _LANGUAGE.fullmatch(code):
            return code
    return ""
