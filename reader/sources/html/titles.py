"""The title of an article among the titles of its page.

Owns which of them is the article's, and what of it is the site's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.sources.html.dom import Node, hidden, squash, words_of
from reader.text.clean import clean_line

_PARTS = re.compile(r"\s+(?:[|–—·•»«:]|::|-|\\|/)\s+|\s*[|｜_]\s*")
_LONGEST = 400
_SHORTEST = 4  # characters in a title
_SHORT = 5  # words in the name of a site, and no more


def best_title(root: Node, given: Iterable[str], site: str) -> str:
    """The title of the page's article without the site's name; empty when there is none.

    `given` are the titles that the page's metadata tell, the best first. A heading of the page that says
    the same is taken for them: it is what its readers see.
    """
    page_title = clean_line(
        next((e.text or "" for e in root.iter("title") if e.getparent().tag != "svg"), "")
    )
    told = [line for text in (*given, page_title) if (line := _without_site(clean_line(text), site))]
    heads = [
        line
        for e in root.iter("h1")
        if not hidden(e) and 2 < len(line := clean_line(words_of(e)).rstrip(" ¶#")) < _LONGEST
    ]
    for head in heads:
        if any(_alike(head, line) for line in told):
            return _over(root, page_title, head) or head
    if not told:
        return heads[0] if heads else ""
    if len(heads) == 1 and told[0] == _without_site(page_title, site):
        # Nothing but <title> speaks against the page's one heading: the longer of them is the title.
        return heads[0] if len(heads[0].split()) >= 4 else told[0]
    return told[0][:_LONGEST]


def _over(root: Node, page_title: str, head: str) -> str:
    """The page's own title where `head` stands over all pages: “Path | Handbook” with a heading “Path”."""
    parts = [part.strip() for part in _PARTS.split(page_title)]
    if len(parts) < 2 or squash(parts[-1]).casefold() != squash(head).casefold():
        return ""
    lines = (clean_line(words_of(e)).rstrip(" ¶#") for e in root.iter("h1", "h2"))
    return next((line for line in lines if line == parts[0]), "")


def shown_title(title: str, lines: Iterable[str]) -> str:
    """The part of `title` before a site's name that nobody told, if the page shows that part as a line."""
    heads = {clean_line(title[: match.start()]) for match in _PARTS.finditer(title)}
    return next((line for line in lines if line in heads and len(line) >= _SHORTEST), title)


def _alike(head: str, told: str) -> bool:
    """Whether two titles are one: the same words, most of them, or the one within the other."""
    one, other = squash(head).casefold(), squash(told).casefold()
    if (
        one == other
        or (len(one) > 12 and one in other)
        or (len(other) > 12 and other in one and len(one) < 2 * len(other))
    ):
        return True
    words, others = set(head.casefold().split()), set(told.casefold().split())
    return len(words & others) >= 0.6 * max(len(words), len(others))


def _without_site(title: str, site: str) -> str:
    """`title` without the site's name at its end or beginning."""
    title = title[:_LONGEST]
    breaks = list(_PARTS.finditer(title))
    if not breaks:
        return title
    first, last = breaks[0], breaks[-1]
    name = squash(site).casefold().removesuffix(".com")
    tail, head = title[last.end() :], title[: first.start()]
    if name:
        if _names(tail, name):
            return (
                _without_site(title[: last.start()].strip(), site)
                if len(breaks) > 1
                else title[: last.start()].strip()
            )
        if _names(head, name):
            return title[first.end() :].strip()
    rest = title[: last.start()].strip()
    if last[0].strip() in ("|", "｜", "»", "::") and len(tail.split()) <= _SHORT < len(rest) / 3:
        return rest
    return title


def _names(part: str, site: str) -> bool:
    said = squash(part).casefold()
    return bool(said) and (said in site or site in said) and len(part.split()) <= _SHORT + 1
