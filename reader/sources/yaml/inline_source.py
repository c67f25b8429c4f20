"""Write the text and the markup of a paragraph as Markdown.

Struck words are `~~…~~`. Inserted words are `<ins>…</ins>`: CommonMark has no sign for them, most programs
that show Markdown know the tag, and `++…++` would change the meaning of texts about C++.

Emphasis is `*…*`, or `_…_` where it meets strong (`**_…_**`), so that two runs of asterisks are not read as
one. If two ranges overlap and neither contains the other, one of them is cut in two, but never a link. In
CommonMark, the characters beside a delimiter decide whether it opens or closes. If they are wrong (`"no"body`
with emphasis only on the quoted part), the letter outside is written as a character reference
(`*"no"*&#98;ody`), which CommonMark treats as punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.model import Inline, InlineKind

_SPECIAL = re.compile(r"[\\`*_\[\]<&~\n]|(?<=\n) |\A\s|\s\Z")
_MARKUP = re.compile(
    r"""
    \\(?![\w\ ]) | ` | (?<=[^ ])\* | \*(?=[^ ]) | (?<![^\W_])_(?=[^ ]) | (?<=[^ ])_(?![^\W_]) | \](?=\()
    | <(?=[^\ \n<>]+[:@][^\ \n<>]*> | /?ins>) | ~(?=~) | &(?=\#?\w{1,31};)
    """,
    re.VERBOSE,
)
"""A special character that the characters around it allow to be markup."""

_AUTOLINK = re.compile(r"(?:https?|mailto):[^<>\s]+", re.IGNORECASE)
_RANK = {
    InlineKind.LINK: 0,
    InlineKind.INSERTED: 1,
    InlineKind.STRUCK: 2,
    InlineKind.STRONG: 3,
    InlineKind.EMPHASIS: 4,
}
"""The nesting of ranges that begin and end together, the outermost first."""

_DELIMITERS = {
    InlineKind.INSERTED: ("<ins>", "</ins>"),
    InlineKind.STRUCK: ("~~", "~~"),
    InlineKind.STRONG: ("**", "**"),
}


@dataclass(slots=True)
class _Piece:
    """A range or a part of a range, with its delimiters."""

    start: int
    end: int
    kind: InlineKind
    href: str
    opening: str = ""
    closing: str = ""


class _Edge(NamedTuple):
    """The pieces that end and the pieces that begin at one place, in the order of their delimiters."""

    ended: list[_Piece]
    begun: list[_Piece]


def inline_source(text: str, inlines: Sequence[Inline], *, escape_all: bool) -> str:
    """Markdown that reads as `text` with settled `inlines`.

    With `escape_all` every special character is escaped, and every character beside a delimiter of
    emphasis is written as a reference. Without it, some texts do not read back as the same text.
    """
    code = [inline for inline in inlines if inline.kind is InlineKind.CODE]
    links = [inline for inline in inlines if inline.kind is InlineKind.LINK]
    edges = _edges(_cut_at_links([inline for inline in inlines if inline.kind in _RANK], links))
    bounds = edges.keys() | {bound for inline in code for bound in (inline.start, inline.end)}
    places = sorted(bounds | {0, len(text)})
    verbatim = _verbatim(text, places, code, edges)
    _set_delimiters(edges, verbatim)
    written = _escapes(text, links, bounds, escape_all)
    for place, edge in edges.items():
        for at in _ambiguous(text, place, edge, escape_all):
            written[at] = f"&#{ord(text[at])};"
    out: list[str] = []
    for start, end in pairwise([*places, len(text)]):
        if start in edges:
            out += [piece.closing for piece in edges[start].ended]
            out += [piece.opening for piece in edges[start].begun]
        out.append(verbatim.get(start) or "".join(written.get(at, text[at]) for at in range(start, end)))
    return "".join(out)


def _cut_at_links(marks: Sequence[Inline], links: Sequence[Inline]) -> Iterator[_Piece]:
    """The ranges that are not code. A range that crosses the edge of a link is cut there."""
    starts = [link.start for link in links]
    for mark in marks:
        start, end = mark.start, mark.end
        if mark.kind is not InlineKind.LINK:
            at = bisect_left(starts, start) - 1
            if at >= 0 and start < links[at].end < end:
                yield _Piece(start, links[at].end, mark.kind, mark.href)
                start = links[at].end
            at = bisect_left(starts, end) - 1
            if at >= 0 and start < links[at].start and end < links[at].end:
                yield _Piece(start, links[at].start, mark.kind, mark.href)
                start = links[at].start
        yield _Piece(start, end, mark.kind, mark.href)


def _edges(pieces: Iterator[_Piece]) -> dict[int, _Edge]:
    """The pieces by the places of their ends, cut so that they nest: the last piece to begin ends first."""
    starts: dict[int, list[_Piece]] = {}
    places = set()
    for piece in pieces:
        starts.setdefault(piece.start, []).append(piece)
        places |= {piece.start, piece.end}
    edges: dict[int, _Edge] = {}
    stack: list[_Piece] = []
    for place in sorted(places):
        begun = starts.get(place, [])
        reach = max((piece.end for piece in begun), default=place)
        ended = []
        while stack and (stack[-1].end == place or stack[-1].end < reach):
            piece = stack.pop()
            ended.append(piece)
            if piece.end > place:
                begun.append(_Piece(place, piece.end, piece.kind, piece.href))
                piece.end = place
        begun.sort(key=lambda piece: (-piece.end, _RANK[piece.kind]))
        stack += begun
        edges[place] = _Edge(ended, begun)
    return edges


def _verbatim(
    text: str, places: Sequence[int], code: Sequence[Inline], edges: dict[int, _Edge]
) -> dict[int, str]:
    """The parts written without escapes, by their start: code, and links whose text is their address."""
    out: dict[int, str] = {}
    starts = [inline.start for inline in code]
    for start, end in pairwise(places):
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < code[at].end:
            out[start] = _code_span(text[start:end])
        elif start in edges and edges[start].begun:
            piece = edges[start].begun[-1]
            if piece.end == end and piece.href == text[start:end] and _AUTOLINK.fullmatch(piece.href):
                out[start] = piece.href
    return out


def _code_span(words: str) -> str:
    """A code span. Its delimiter is a run of backticks that `words` does not contain."""
    runs = set(re.findall(r"`+", words))
    fence = next("`" * n for n in range(1, len(words) + 2) if "`" * n not in runs)
    has_blank_ends = words[0] == words[-1] == " " and words.strip(" ")
    pad = " " if words[0] == "`" or words[-1] == "`" or has_blank_ends else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _set_delimiters(edges: dict[int, _Edge], verbatim: dict[int, str]) -> None:
    """Give every piece its delimiters."""
    strong = [
        place
        for place, edge in edges.items()
        if any(piece.kind is InlineKind.STRONG for piece in (*edge.ended, *edge.begun))
    ]
    for place, edge in edges.items():
        for piece in edge.begun:
            if piece.kind in _DELIMITERS:
                piece.opening, piece.closing = _DELIMITERS[piece.kind]
            elif piece.kind is InlineKind.EMPHASIS:
                at = bisect_left(strong, place)
                meets_strong = at < len(strong) and strong[at] <= piece.end
                piece.opening = piece.closing = "_" if meets_strong else "*"
            elif verbatim.get(place) == piece.href:
                piece.opening, piece.closing = "<", ">"
            else:
                address = re.sub(r"[()\\&<>]", r"\\\g<0>", piece.href)
                piece.opening, piece.closing = "[", f"]({address})"


def _escapes(text: str, links: Sequence[Inline], bounds: Set[int], escape_all: bool) -> dict[int, str]:
    """The source of each special character, by its place. Only characters that may be markup are escaped."""
    starts = [link.start for link in links]
    out: dict[int, str] = {start - 1: "\\!" for start in starts if text[max(start - 1, 0) : start] == "!"}
    for found in _SPECIAL.finditer(text):
        place, char = found.start(), found[0]
        if char.isspace():
            is_end = place in (0, len(text) - 1)
            out[place] = f"&#{ord(char)};" if is_end or char != "\n" else "\\\n"
            continue
        at = bisect_right(starts, place) - 1
        is_in_link = char in "[]" and at >= 0 and place < links[at].end
        # Before a blank, < and & are always text.
        is_near = not bounds.isdisjoint(range(place - 1, place + 3)) and char != "["
        is_near = is_near and not (char in "<&" and text[place + 1 : place + 2] == " ")
        if escape_all or is_in_link or is_near or _MARKUP.match(text, place):
            out[place] = "\\" + char
    return out


def _ambiguous(text: str, place: int, edge: _Edge, escape_all: bool) -> Iterator[int]:
    """The places of the letters beside which a delimiter of emphasis at this edge would not work."""
    left, right = text[max(place - 1, 0) : place], text[place : place + 1]
    shown = [left or " ", *(p.closing for p in edge.ended), *(p.opening for p in edge.begun), right or " "]
    for at, piece in enumerate((*edge.ended, *edge.begun), 1):
        if piece.kind in (InlineKind.LINK, InlineKind.INSERTED):
            continue
        closes = at <= len(edge.ended)
        before, after = shown[at - 1][-1], shown[at + 1][0]
        inside, outside = (before, after) if closes else (after, before)
        if escape_all:
            yield from (i for i in (place - 1, place) if 0 <= i < len(text))
        elif outside.isalnum() and (not inside.isalnum() or piece.opening == "_"):
            yield place if closes else place - 1
