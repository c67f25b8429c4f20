"""Find the title of an article among the titles that its page gives.

Owns the choice of the title, and the removal of the site's name from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.sources.html.dom import Node, attribute_words, hidden, parted, squash, words_of
from reader.text.clean import clean_line

_PARTS = re.compile(r"\s+(?:[|–—·•»«:]|::|-|\\|/)\s+|\s*[|｜_]\s*")
_LONGEST = 400
_SHORTEST = 4  # characters in a title
_SHORT = 5  # the most words in the name of a site, or in a kicker
_BLOCKS = ("div", "p", "small", "header")
KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|label|category|section-name|rubri[ck]|topline|dachzeile|spitzmarke|overtitle|antetitulo"
    r"|supertitle|surtitre|occhiello|rubric|pre-?title|pre-?headline|top-?title|context|section-title|vignette)(?:$|[\s_-])",
    re.IGNORECASE,
)


def best_title(root: Node, given: Iterable[str], site: str) -> str:
    """The title of the page's article without the site's name; empty if the page has no title.

    `given` are the titles in the page's metadata, the best first. If a heading of the page has the same
    words, the heading is returned, because readers see it.
    """
    page_title = clean_line(
        next((e.text or "" for e in root.iter("title") if e.getparent().tag != "svg"), "")
    )
    stated = [line for text in (*given, page_title) if (line := _without_site(clean_line(text), site))]
    heads = [
        line
        for e in root.iter("h1")
        if not hidden(e) and 2 < len(line := _heading(e, stated).rstrip(" ¶#")) < _LONGEST
    ]
    for head in heads:
        if any(_alike(head, line) for line in stated) and not _is_site(head, site, stated):
            return _page_title(root, page_title, head) or _without_kicker(head, stated)
    if not stated:
        return heads[0] if heads else ""
    if len(heads) == 1 and stated[0] == _without_site(page_title, site):
        # Only <title> differs from the page's only heading: take the heading if it has four words or more.
        return heads[0] if len(heads[0].split()) >= 4 else stated[0]
    return stated[0][:_LONGEST]


def _heading(element: Node, stated: Iterable[str]) -> str:
    """The words of a heading, without a kicker at its beginning.

    The first child element is a kicker if its class names say so, or if the rest of the heading is a title
    that the page states. The words of any other first child are kept, and separated from the next words.
    """
    whole = clean_line(words_of(element))
    children = [child for child in element if isinstance(child.tag, str)]
    if not children:
        return whole
    if before := clean_line(element.text or ""):
        after = whole.removeprefix(before)
        return f"{before} {after}" if before[-1].islower() and after[:1].isupper() else whole
    first = children[0]
    lead = clean_line(words_of(first))
    rest = clean_line(
        " ".join([first.tail or "", *(words_of(one) + (one.tail or "") for one in children[1:])])
    )
    if not lead or not rest:
        return whole
    known = any(
        squash(line) == squash(rest) or (squash(line).startswith(squash(lead)) and line.endswith(rest))
        for line in stated
    )
    if known or (KICKER.search(parted(attribute_words(first))) and len(lead.split()) <= _SHORT):
        return rest
    runs_together = f"{lead}{rest}" == whole and len(lead) > 1
    return f"{lead} {rest}" if runs_together and (first.tag in _BLOCKS or len(children) > 1) else whole


def _is_site(head: str, site: str, stated: Iterable[str]) -> bool:
    """Whether a heading is the name of the site, and the page states another title."""
    name = squash(site).casefold()
    return squash(head).casefold() == name and any(squash(line).casefold() != name for line in stated)


def _without_kicker(head: str, stated: Iterable[str]) -> str:
    """A heading without the few words before a title that the page states."""
    for line in stated:
        before = head[: -len(line)].rstrip() if len(line) > 12 else ""
        if before and head.casefold().endswith(f" {line.casefold()}") and len(before.split()) <= _SHORT // 2:
            return head[-len(line) :]
    return head


def _page_title(root: Node, page_title: str, head: str) -> str:
    """The title of the page if `head` is the title of the whole site: “Path” for “Path | Handbook”.

    Empty if it is not.
    """
    parts = [part.strip() for part in _PARTS.split(page_title)]
    if len(parts) < 2 or squash(parts[-1]).casefold() != squash(head).casefold():
        return ""
    lines = (clean_line(words_of(e)).rstrip(" ¶#") for e in root.iter("h1", "h2"))
    return next((line for line in lines if line == parts[0]), "")


def shown_title(title: str, lines: Iterable[str]) -> str:
    """`title` without a site's name at its end that the metadata does not give.

    The name is removed only if the page shows the rest of the title as a line.
    """
    heads = {clean_line(title[: match.start()]) for match in _PARTS.finditer(title)}
    return next((line for line in lines if line in heads and len(line) >= _SHORTEST), title)


def _alike(head: str, stated: str) -> bool:
    """Whether two titles are the same: one contains the other, or they have most words in common."""
    one, other = squash(head).casefold(), squash(stated).casefold()
    if (
        one == other
        or (len(one) > 12 and one in other)
        or (len(other) > 12 and other in one and len(one) < 2 * len(other))
    ):
        return True
    words, others = set(head.casefold().split()), set(stated.casefold().split())
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
    words = squash(part).casefold()
    return bool(words) and (words in site or site in words) and len(part.split()) <= _SHORT + 1
