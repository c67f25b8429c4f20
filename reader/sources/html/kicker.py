"""Find the kicker of an article: the small line above its title, or the section of the site that it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import unquote

from reader.sources.dates import dates_in
from reader.sources.html.article_header import Header
from reader.sources.html.boilerplate import is_label
from reader.sources.html.dom import Node, attribute_words, hidden, parted, squash, words_of
from reader.sources.html.titles import KICKER
from reader.sources.html.units import Unit
from reader.text.clean import clean_line

_CRUMBS = re.compile(
    r"bread-?crumb|fil-?ariane|okruszki|brotkrumen|(?:^|[\s_-])pan(?:$|[\s_-])|migas", re.IGNORECASE
)
_CATEGORY = re.compile(
    r"(?:^|[\s_-])(?:category|cat-links|taxonomy-category|category-name|article-tag)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOME = frozenset(
    (
        "home",
        "start",
        "startseite",
        "accueil",
        "inicio",
        "ホーム",
        "главная",
        "strona główna",
        "forums",
        "index",
        "»",
        "›",
    )
)
_PATH = re.compile(r"^(?:https?://[^/]+)?/|/")
_NO_SECTION = frozenset(
    (
        "article",
        "articles",
        "story",
        "uncategorized",
        "allgemein",
        "default",
        "none",
        "null",
        "page",
        "post",
        "posts",
    )
)
_LABEL = re.compile(r"^[\w ]{3,12}:\s+")
_LONGEST = 60
_FEW_WORDS = 3


def section_name(value: str) -> str:
    """The section of a site in words: "World" for "/news/world" or "https://example.org/world"."""
    line = clean_line(unquote(value))
    if _PATH.search(line) and " " not in line:
        parts = [part for part in re.sub(r"^https?://[^/]*", "", line).split("/") if part]
        line = re.sub(r"\.\w{2,5}$", "", parts[-1]) if parts else ""
        line = " ".join(re.split(r"[-_+]+", line))
    else:
        line = re.split(r"\s*[,;|>]\s*", line)[0]
    if line.islower():
        line = line[:1].upper() + line[1:]
    return line if 1 < len(line) <= _LONGEST and line.casefold() not in _NO_SECTION else ""


def kicker_of(header: Header, stated: Iterable[str], title: str, site: str, root: Node) -> str:
    """The kicker that the header shows, else the section in the metadata, else that of a link."""
    for line in (
        _in_heading(header.title, title),
        *_shown(header),
        *map(section_name, stated),
        *_linked(header, root),
    ):
        if _is_kicker(line, title, site):
            return line
    return ""


def _is_kicker(line: str, title: str, site: str) -> bool:
    words = squash(line).casefold()
    return (
        1 < len(line) <= _LONGEST
        and line.casefold().strip() not in _HOME
        and words not in squash(title).casefold()
        and words != squash(site).casefold()
        and not dates_in(line, True)
        and "://" not in line
        and not is_label(line)
    )


def _in_heading(heading: Node | None, title: str) -> str:
    """The words of the heading before the title."""
    if heading is None:
        return ""
    whole = clean_line(words_of(heading))
    at = whole.casefold().find(title.casefold()) if title else -1
    before = whole[:at].rstrip(" :|–-·") if at > 0 else ""
    return before if len(before.split()) <= 5 else ""


def _shown(header: Header) -> list[str]:
    """The lines that are marked as a kicker above or beside the title, or that stand just above a title."""
    out = []
    for element in (*header.above[:40], *header.between[:30]):
        names = parted(attribute_words(element))
        if names and KICKER.search(names) and not hidden(element) and element is not header.title:
            line = _LABEL.sub("", clean_line(words_of(element)))
            if 1 < len(line) <= _LONGEST and not _CRUMBS.search(names):
                out.append(line)
    return out


def _is_link(unit: Unit) -> bool:
    """Whether a line is a single short link, but not to the front page."""
    links = list(unit.element.iter("a"))
    return (
        unit.linked >= 0.9 * len(unit.text)
        and len(unit.text.split()) <= _FEW_WORDS
        and len(links) == 1
        and (links[0].get("href") or "/") != "/"
    )


def _linked(header: Header, root: Node) -> list[str]:
    """The category links of the article, and the last of its breadcrumbs."""
    out = []
    for element in (*header.above, *header.between, *header.below):
        names = parted(attribute_words(element))
        is_category = element.tag != "article" and names != "" and _CATEGORY.search(names) is not None
        if is_category or "category" in (element.get("rel") or "").split():
            out += [clean_line(words_of(link)) for link in islice(element.iter("a"), 1)]
    above, before = [*header.lines_above, None, None][:2]
    if above is not None and _is_link(above) and not (before is not None and _is_link(before)):
        out.append(clean_line(above.text))
    for element in islice(root.iter("ul", "ol", "div", "nav"), 300):
        if _CRUMBS.search(attribute_words(element)):
            links = [clean_line(words_of(link)) for link in element.iter("a")]
            crumbs = [line for line in links if line and line.casefold() not in _HOME]
            out += crumbs[-1:]
            break
    return out
