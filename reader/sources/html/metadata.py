"""Read the metadata of an article from its page: title, authors, date, publication, language.

The order of preference is JSON-LD, OpenGraph, other meta elements. `header_metadata` completes them with what
the header of the article shows. A value that is missing or malformed is empty, never an error.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.sources.dates import iso_date
from reader.sources.html.author_names import names
from reader.sources.html.dom import Node
from reader.sources.html.jsonld import JsonLd
from reader.sources.html.kicker import section_name
from reader.sources.html.site_names import site_name
from reader.sources.html.titles import best_title
from reader.sources.inline_ranges import safe_href
from reader.text.clean import clean_line

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->", re.IGNORECASE)
_URL_DATES = (
    re.compile(r"/((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?:[/_.-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:[/_.-]|$)"),
)
_TAGS = re.compile(r"<[^<>]{1,500}>")

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
_WRITTEN_BY = frozenset(
    ("written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door")
)


class Metadata(NamedTuple):
    """The metadata of a page, cleaned. Unknown fields are empty.

    `url` is the address of the page. `closed` means that the article is behind a paywall. `body` is the text
    of the article in the JSON-LD, for pages whose text is only there. `description` is the one that the
    JSON-LD gives to the article itself, `descriptions` and `sections` are all that the metadata states.
    `lead` means that the standfirst is the first paragraph of the text and stays there. `note` says what a
    page is that is not an article; the page itself does not state it.
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
    description: str = ""
    descriptions: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    lead: bool = False
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
    page_title = clean_line(
        next((e.text or "" for e in root.iter("title") if e.getparent().tag != "svg"), "")
    )
    publisher = page.json_ld.text("publisher")
    site = site_name(
        (
            page.meta("og:site_name"),
            publisher,
            page.meta("application-name", "twitter:app:name:iphone", "dc.publisher"),
            page.json_ld.site,
        ),
        root,
        page_title,
        address or base,
    )
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
    sections = (
        page.meta("article:section", "og:section", "parsely-section", "section", "dc.subject.section"),
        page.json_ld.text("articleSection"),
    )
    json_ld = page.json_ld
    return Metadata(
        title=title,
        authors=_authors(page, (site, publisher, *map(section_name, sections))),
        site=site,
        url=address,
        published=_published(page),
        language=_language(page),
        closed=json_ld.is_closed,
        body=_TAGS.sub("\n", json_ld.text("articleBody")),
        description=json_ld.own("description"),
        descriptions=tuple(
            filter(
                None,
                (
                    json_ld.text("description"),
                    page.meta("og:description"),
                    page.meta("twitter:description"),
                    page.meta("description"),
                ),
            )
        ),
        sections=tuple(filter(None, sections)),
    )


def date_in_address(address: str) -> str:
    """The day in the path of an address: "/2021/05/03/"; empty if there is none."""
    for form in _URL_DATES:
        if match := form.search(address.lower()):
            year, month, day = match.groups()
            found = iso_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
            if found:
                return found
    return ""


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


def _authors(page: _PageMetadata, without: tuple[str, ...]) -> tuple[str, ...]:
    json_ld = page.json_ld
    found = names(json_ld.people("author") or json_ld.people("creator"), without=without)
    if page.meta("twitter:label1").casefold() in _WRITTEN_BY:
        told = names([page.meta("twitter:data1")], without=without)
        found = told if set(found) <= set(told) else found
    for key in _AUTHORS:
        if found:
            break
        found = names(page.metas.get(key, ()), without=without)
    return found


def _published(page: _PageMetadata) -> str:
    json_ld = page.json_ld
    for text in (json_ld.text("datePublished"), page.meta(*_DATES), json_ld.text("dateCreated")):
        found = iso_date(text, anywhere=True)
        if found:
            return found
    return ""


def _language(page: _PageMetadata) -> str:
    get = page.root.get
    given = get("lang") or get("{http://www.w3.org/XML/1998/namespace}lang") or get("xml:lang") or ""
    stated = page.meta("og:locale", "content-language", "dc.language", "language")
    for text in (given, stated or page.json_ld.text("inLanguage")):
        code = clean_line(text).replace("_", "-").split(",")[0].strip()
        if _LANGUAGE.fullmatch(code):
            return code
    return ""
