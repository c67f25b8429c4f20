"""HTML that stands inside other text, cut into text and tags.

Owns a tokenizer for fragments: it never fails, builds no tree and is linear whatever it is given,
which neither the standard library's parser nor a regular expression for whole tags is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAMES = (
    "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas "
    "caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed "
    "fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr "
    "html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav nobr "
    "noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp "
    "script search section select small source span strike strong style sub summary sup svg table tbody "
    "td template textarea tfoot th thead time title tr track tt u ul var video wbr "
)
KNOWN = frozenset(_NAMES.split())
"""The elements of HTML. A tag without attributes that is none of them is a writer's `<your name>`."""

_START = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})")
_NEXT = re.compile("[>\"']")
_RAW = frozenset(("script", "style", "template", "noframes", "iframe", "svg", "math"))
"""Elements that are dropped with all that is in them."""


class Tag(NamedTuple):
    """A tag: `name` in lower case, `source` as it is written. `empty` is `<br/>`."""

    name: str
    closes: bool
    empty: bool
    source: str


def pieces(source: str) -> Iterator[str | Tag]:
    """The text and the tags of `source` in order; text with its entities decoded.

    Comments, instructions and the content of scripts and styles are left out. A `<` that opens nothing
    is text, as is the beginning of a comment that has no end.
    """
    at = start = 0
    last, last_comment = source.rfind(">"), source.rfind("-->")
    quoted = True  # until quotes are found not to pair up
    while True:
        at = source.find("<", at)
        if at < 0 or at >= last:
            break
        if at > last_comment and source.startswith("<!--", at):  # it has no end: not looked for again
            at += 1
            continue
        end, tag = _markup(source, at, quoted)
        if end < 0:  # the quotes swallow the rest: from now on a tag ends at the next >
            quoted = False
            continue
        if end == at:
            at += 1
            continue
        if start < at:
            yield unescape(source[start:at])
        if tag is not None and not is_markup(tag):
            yield tag.source
        elif tag is not None:
            yield tag
            if tag.name in _RAW and not tag.closes and not tag.empty:
                end = _after_raw(source, end, tag.name)
        at = start = end
    if start < len(source):
        yield unescape(source[start:])


def tag_of(source: str) -> Tag | None:
    """The tag that `source` is; None for a comment and the like."""
    return _markup(source, 0, True)[1]


def is_markup(tag: Tag) -> bool:
    """Whether a browser's reader would not see `tag`: it is HTML's, or has attributes as elements do."""
    return tag.name in KNOWN or "=" in tag.source


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute, entities decoded; empty where it is not there."""
    found = re.search(
        rf"""[\s"'/]{name}\s{{0,9}}=\s{{0,9}}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", tag.source, re.IGNORECASE
    )
    return unescape(found[1] or found[2] or found[3] or "").strip() if found else ""


def _markup(source: str, at: int, quoted: bool) -> tuple[int, Tag | None]:
    """The end of the markup at `at` and its tag; the end is `at` for none, -1 where quotes have no end."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return (at, None) if end < 0 else (end + 3, None)
    if source.startswith(("<!", "<?"), at):
        end = source.find(">", at)
        return (at, None) if end < 0 else (end + 1, None)
    found = _START.match(source, at)
    if not found:
        return at, None
    end = _end(source, found.end()) if quoted else source.find(">", found.end())
    if end < 0:
        return (-1 if quoted else at), None
    whole = source[at : end + 1]
    return end + 1, Tag(found[2].lower(), bool(found[1]), whole.endswith("/>"), whole)


def _end(source: str, at: int) -> int:
    """Where the `>` of a tag stands, those in quotation marks passed over; -1 for nowhere."""
    while True:
        found = _NEXT.search(source, at)
        if not found:
            return -1
        if found[0] == ">":
            return found.start()
        closing = source.find(found[0], found.end())
        at = found.end() if closing < 0 else closing + 1


def _after_raw(source: str, at: int, name: str) -> int:
    """The end of a script or the like that began before `at`; the rest when it is never closed."""
    found = re.compile(rf"</{re.escape(name)}\b[^>]{{0,200}}>", re.IGNORECASE).search(source, at)
    return found.end() if found else len(source)
