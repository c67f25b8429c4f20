"""Markup inside a paragraph: between its Markdown source and plain text with ranges.

Owns what inline markup an article may hold: emphasis, strong, code and links, by the inline rules of
CommonMark. HTML is literal text, an image is its alternative text with a link to the image, a link
that is not http, https or mailto is only its text.

Ranges are kept in one settled form (`settle`): each kind as the longest ranges that hold it. Nested
emphasis of one kind, touching ranges and the order of nesting mean nothing to a reader and are
therefore not kept apart; ranges of different kinds may overlap as they like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import Inline, InlineKind
from reader.sources.yaml.inline_source import inline_source
from reader.text.clean import clean, clean_line, is_clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = re.compile(r"[\\`*_\[\]<&\n]")
_OPENABLE = re.compile(r"(?:https?://|mailto:)[^/?#]", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_KINDS = {
    "em_open": InlineKind.EMPHASIS,
    "strong_open": InlineKind.STRONG,
    "link_open": InlineKind.LINK,
}

ELEMENTS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), InlineKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), InlineKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), InlineKind.CODE),
}
"""What elements of HTML mean for the words in them, to the importers of texts that have such."""


def parse_inline(source: str) -> tuple[str, tuple[Inline, ...]]:
    """The cleaned text of a Markdown paragraph and its settled ranges.

    Hard breaks are newlines, soft ones blanks. Block signs (`#`, `-`, `1.`) are ordinary text here.
    Never fails: what is not markup is text.
    """
    if not _SIGNS.search(source):
        return clean(source), ()
    pieces: list[str] = []
    ranges: list[Inline] = []
    for token in _parser().parseInline(source):
        _collect(token.children or (), pieces, ranges)
    raw = "".join(pieces)
    text, ranges = (raw, ranges) if is_clean(raw) else cleaned(raw, ranges)
    return text, settle(text, ranges)


def write_inline(text: str, inlines: Sequence[Inline]) -> str:
    """The Markdown source of cleaned `text` with its ranges, with as few escapes as it can bear.

    `parse_inline(write_inline(text, inlines)) == (text, settle(text, inlines))`, and the text survives
    whatever happens: should a range not come back as it was, everything is escaped, and at last the
    ranges are left out. The source neither begins nor ends with a blank, so it may be stripped. Linear.
    """
    settled = settle(text, inlines)
    if not settled and not _SIGNS.search(text) and text == text.strip():
        return text
    for wary in (False, True):
        source = inline_source(text, settled, wary=wary)
        if parse_inline(source) == (text, settled):
            return source
    return inline_source(text, (), wary=True)


def safe_href(href: str) -> str:
    """`href` cleaned, without blanks, if it is http, https or mailto; else empty."""
    href = _BLANKS.sub("%20", clean_line(href))
    return href if _OPENABLE.match(href) else ""


def settle(text: str, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The settled form of ranges over `text`: sorted, one kind never touching itself.

    Ranges of one kind that touch or overlap become one. Blanks at their edges are left out, for no
    reader sees them and Markdown can hardly write them; code keeps its blanks and is cut at line
    ends. Of two overlapping links the one that begins first, then the longer one, keeps the words. A
    range without a visible character, and a link that cannot be opened, is dropped.
    """
    kinds: dict[InlineKind, list[tuple[int, int, str]]] = {}
    for inline in sorted(inlines, key=lambda inline: (inline.start, -inline.end)):
        if inline.kind is InlineKind.LINK:
            href = safe_href(inline.href)
            if not href:
                continue
        else:
            href = ""
        joined = kinds.setdefault(inline.kind, [])
        start, end = inline.start, min(inline.end, len(text))
        if joined and joined[-1][1] >= start:
            before_start, before_end, before_href = joined[-1]
            if before_href == href:
                joined[-1] = (before_start, max(end, before_end), href)
                continue
            start = before_end
        if start < end:
            joined.append((start, end, href))
    out = [
        Inline(start, end, kind, href)
        for kind, joined in kinds.items()
        for start, end, href in _trimmed(text, kind, joined)
    ]
    return tuple(sorted(out, key=lambda inline: (inline.start, -inline.end, inline.kind)))


def _trimmed(
    text: str, kind: InlineKind, ranges: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    for start, end, href in ranges:
        words = text[start:end]
        if kind is InlineKind.CODE:
            for line in re.finditer(r"[^\n]+", words):
                yield start + line.start(), start + line.end(), href
        elif words.strip():
            yield end - len(words.lstrip()), start + len(words.rstrip()), href


def _collect(tokens: Iterable[Token], pieces: list[str], ranges: list[Inline]) -> None:
    """Append the text of `tokens` to `pieces` and their markup to `ranges`, in code points."""
    at = 0
    opened: list[tuple[int, InlineKind, str]] = []
    for token in tokens:
        start = at
        if token.type in _KINDS:
            opened.append((at, _KINDS[token.type], str(token.attrGet("href") or "")))
            continue
        if token.nesting < 0:
            begun, kind, href = opened.pop()
            ranges.append(Inline(begun, at, kind, href))
            continue
        if token.type == "image":
            href = str(token.attrGet("src") or "")
            piece = _plain(token.children or ()) or href
            if all(kind is not InlineKind.LINK for _, kind, _ in opened):
                ranges.append(Inline(start, start + len(piece), InlineKind.LINK, href))
        else:
            piece = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
            if token.type == "code_inline":
                ranges.append(Inline(start, start + len(piece), InlineKind.CODE))
        pieces.append(piece)
        at += len(piece)


def _plain(tokens: Iterable[Token]) -> str:
    pieces: list[str] = []
    _collect(tokens, pieces, [])
    return "".join(pieces)


def cleaned(raw: str, ranges: Sequence[Inline]) -> tuple[str, list[Inline]]:
    """Text that held something unclean, cleaned, and its ranges moved along; they are not settled yet.

    The text between two edges is cleaned by itself. Where that is not the same as cleaning the whole
    (more than the allowed marks in a row, across an edge), the ranges are given up: the text counts.
    """
    text = clean(raw)
    if not ranges:
        return text, []
    edges = sorted({0, len(raw), *(r.start for r in ranges), *(r.end for r in ranges)})
    moved = {0: 0}
    pieces: list[str] = []
    at = 0
    for start, end in pairwise(edges):
        pieces.append(clean(raw[start:end]))
        at += len(pieces[-1])
        moved[end] = at
    if "".join(pieces) != text:
        return text, []
    return text, [Inline(moved[r.start], moved[r.end], r.kind, r.href) for r in ranges]


@cache
def _parser() -> MarkdownIt:
    """CommonMark's inline rules without HTML."""
    from reader.sources.markdown.link_addresses import KeepingAddresses

    return KeepingAddresses("commonmark").disable("html_inline")
