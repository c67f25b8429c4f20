"""The text of a paragraph and its ranges of inline markup.

Owns the settled form of ranges, the rule for which addresses a link may have, and the last step of every
importer: cleaning text together with its ranges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.model import Inline, InlineKind
from reader.text.clean import clean, clean_line, is_clean

_OPENABLE = re.compile(r"(?:https?://|mailto:)[^/?#]", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")

ELEMENTS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), InlineKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), InlineKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), InlineKind.CODE),
    **dict.fromkeys(("del", "s", "strike"), InlineKind.STRUCK),
    "ins": InlineKind.INSERTED,
}
"""The inline markup that each HTML element stands for."""


class Words(NamedTuple):
    """Cleaned text and its settled ranges."""

    text: str
    inlines: tuple[Inline, ...] = ()


def safe_href(href: str) -> str:
    """`href` cleaned, with blanks percent-encoded. Empty if it is not http, https or mailto."""
    href = _BLANKS.sub("%20", clean_line(href))
    return href if _OPENABLE.match(href) else ""


def settle(text: str, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The settled form of ranges over `text`: sorted, and ranges of one kind never touch.

    Ranges of one kind that touch or overlap are merged; two links merge only if they have one address.
    Where two different links overlap, the link that begins first keeps the shared words; if both begin
    together, the longer link keeps them. Blanks at the edges of a range are left out, because Markdown cannot
    write them; code keeps its blanks and is cut at line ends. A range without a visible character and a
    link with an unsafe address are dropped.
    """
    kinds: dict[InlineKind, list[tuple[int, int, str]]] = {}
    for inline in sorted(inlines, key=lambda inline: (inline.start, -inline.end)):
        is_link = inline.kind is InlineKind.LINK
        href = safe_href(inline.href) if is_link else ""
        if is_link and not href:
            continue
        merged = kinds.setdefault(inline.kind, [])
        start, end = inline.start, min(inline.end, len(text))
        if merged and merged[-1][1] >= start:
            last_start, last_end, last_href = merged[-1]
            if last_href == href:
                merged[-1] = (last_start, max(end, last_end), href)
                continue
            start = last_end
        if start < end:
            merged.append((start, end, href))
    out = [
        Inline(start, end, kind, href)
        for kind, merged in kinds.items()
        for start, end, href in _trimmed(text, kind, merged)
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


def cleaned(raw: str, ranges: Sequence[Inline]) -> Words:
    """`raw` cleaned, with its ranges moved to the new offsets and settled.

    The text between two range edges is cleaned separately. If the result differs from cleaning the whole text
    (a run of combining marks that crosses an edge), all ranges are dropped: the text is more important.
    """
    if is_clean(raw):
        return Words(raw, settle(raw, ranges) if ranges else ())
    text = clean(raw)
    edges = sorted({0, len(raw), *(r.start for r in ranges), *(r.end for r in ranges)})
    moved = {0: 0}
    pieces: list[str] = []
    for start, end in pairwise(edges):
        pieces.append(clean(raw[start:end]))
        moved[end] = moved[start] + len(pieces[-1])
    if "".join(pieces) != text:
        return Words(text)
    return Words(text, settle(text, [r._replace(start=moved[r.start], end=moved[r.end]) for r in ranges]))


def stripped(words: Words) -> Words:
    """`words` without blanks at the ends of the text."""
    text = words.text.strip()
    if text == words.text:
        return words
    cut = len(words.text) - len(words.text.lstrip())
    inlines = [
        i._replace(start=max(0, min(i.start - cut, len(text))), end=max(0, min(i.end - cut, len(text))))
        for i in words.inlines
    ]
    return Words(text, settle(text, inlines))


def lines_of(words: Words) -> list[Words]:
    """Each line of `words` that has text, with its ranges."""
    out = []
    at = 0
    for line in words.text.split("\n"):
        inside = [
            i._replace(start=max(i.start - at, 0), end=min(i.end - at, len(line)))
            for i in words.inlines
            if i.start < at + len(line) and i.end > at
        ]
        out.append(stripped(Words(line, tuple(inside))))
        at += len(line) + 1
    return [line for line in out if line.text]


def joined(parts: Sequence[Words], between: str) -> Words:
    """The texts of `parts` joined by `between`, with their ranges moved to the new offsets."""
    text = between.join(part.text for part in parts)
    inlines: list[Inline] = []
    at = 0
    for part in parts:
        inlines += [i._replace(start=at + i.start, end=at + i.end) for i in part.inlines]
        at += len(part.text) + len(between)
    return Words(text, settle(text, inlines))
