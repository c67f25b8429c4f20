"""Find the authors and the date of an article in the visible text of its page.

Used if the metadata does not have them. Owns the marks by which a byline and a date are recognised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.sources.dates import iso_date
from reader.sources.html.author_names import begins_with_by, names
from reader.sources.html.dom import Node, attribute_words, hidden, words_of
from reader.sources.html.units import Unit

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|author-?name|writer|contributor|posted-?by|submitted|p-author|vcard)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|sidebar|teasers?|promo\w*|trending|popular|infobox|recirc|widget-area|next-article|more-\w+)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_LINE = 90
_LINES = 12


def _elsewhere(element: Node) -> bool:
    """Whether an element is in a part of the page for other articles or for comments of readers."""
    return any(
        around.tag in ("aside", "nav")
        or (around.tag != "body" and _ELSEWHERE.search(attribute_words(around)))
        for around in element.iterancestors()
    )


def shown_authors(root: Node, site: str) -> tuple[str, ...]:
    """The authors that the page shows, from the most reliable mark that gives names."""
    marks: tuple[list[str], ...] = ([], [], [])
    for element in root.iter(
        "a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5", "h6"
    ):
        get = element.get
        names_given = get("class") or ""
        rank = (
            0
            if "author" in (get("rel") or "").split() or get("itemprop") == "author"
            else 1
            if _BYLINE.search(names_given)
            else 2
            if get("id") in ("author", "byline")
            else 3
        )
        if rank == 3 or hidden(element) or _elsewhere(element):
            continue
        inner = next((e for e in element.iter() if e is not element and e.get("itemprop") == "name"), element)
        line = words_of(inner)
        if line and len(line) < 200:
            marks[rank].append(line)
    for lines in marks:
        found = names(lines[:3], without=site)
        if found:
            return found
    return ()


def shown_date(root: Node) -> str:
    """The date in the elements for dates. An element marked as the date of publication comes first."""
    times = [
        e
        for e in root.iter("time", "span", "meta", "abbr")
        if e.tag == "time" or e.get("itemprop") == "datePublished"
    ]
    times.sort(
        key=lambda e: (
            e.get("itemprop") != "datePublished",
            e.get("pubdate") is None and "publish" not in (e.get("class") or ""),
        )
    )
    for element in times[:50]:
        if _elsewhere(element):
            continue
        found = iso_date(
            element.get("datetime") or element.get("content") or element.get("title") or words_of(element),
            anywhere=True,
        )
        if found:
            return found
    return ""


def byline_near(units: Sequence[Unit], first: int, site: str) -> tuple[tuple[str, ...], str]:
    """Authors and date in the short lines around `units[first]`, the beginning of the article."""
    authors: tuple[str, ...] = ()
    published = ""
    near = [unit for unit in units[max(0, first - _LINES) : first + 3] if not unit.infobox]
    for line in (line for unit in near for line in unit.text.split("\n")):
        if len(line) > _LONGEST_LINE:
            continue
        published = published or iso_date(line, anywhere=True)
        if not authors and begins_with_by(line):
            authors = names([line], without=site)
    return authors, published
