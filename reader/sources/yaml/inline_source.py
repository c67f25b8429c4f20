"""Writing a paragraph's text and markup as Markdown, the way a careful person types it.

Owns the signs and the escapes. Emphasis is `*…*`, or `_…_` where it meets strong (`**_…_**`), so that
two runs of stars never melt into one. Of ranges that overlap without lying inside each other one is
cut in two, never a link. Whether a sign opens or closes depends on the characters beside it; where
these are wrong (`"no"body` with emphasis on the quoted part alone), the character beside the sign is
written as its number (`*"no"*&#98;ody`), which CommonMark takes for punctuation. So every range can be
written, and ordinary prose stays ordinary.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from reader.model import Inline, InlineKind

_SPECIAL = re.compile(r"[\\`*_\[\]<&\n]|(?<=\n) ")
_LIKE_AUTOLINK = re.compile(r"<[^ \n<>]+[:@][^ \n<>]*>")
_LIKE_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"(?:https?|mailto):[^<>\s]+", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[()\\&<>]")
_FENCES = re.compile(r"`+")
_RANK = {InlineKind.LINK: 0, InlineKind.STRONG: 1, InlineKind.EMPHASIS: 2}


@dataclass(slots=True)
class _Piece:
    """A range, or a part of one, with the signs it is written with."""

    start: int
    end: int
    kind: InlineKind
    href: str
    opening: str = ""
    closing: str = ""


class _Sign(NamedTuple):
    """One sign at an edge; `flanks` is on for emphasis and strong, whose neighbours matter."""

    text: str
    opens: bool
    flanks: bool


class _Turn(NamedTuple):
    """What ends and begins at an edge, in the order of the signs."""

    ended: list[_Piece]
    begun: list[_Piece]


def inline_source(text: str, inlines: Sequence[Inline], *, escape_all: bool) -> str:
    """Markdown that reads as `text` with settled `inlines`; `escape_all` escapes more than is needed."""
    code = [inline for inline in inlines if inline.kind is InlineKind.CODE]
    links = [inline for inline in inlines if inline.kind is InlineKind.LINK]
    turns = _turns(_cut_at_links([inline for inline in inlines if inline.kind in _RANK], links))
    bounds = turns.keys() | {bound for inline in code for bound in (inline.start, inline.end)}
    edges = sorted(bounds | {0, len(text)})
    verbatim = _verbatim(text, edges, code, turns)
    signs = _signs(turns, verbatim)
    written = _escapes(text, links, bounds, escape_all)
    # A number changes what stands beside the next edge as well; more than a second look is rare, and
    # what is still amiss then is for `escape_all` to mend.
    for before, start in [*zip([-1, *edges], edges, strict=False)] * 2:
        if start in signs:
            left = "`" if before in verbatim else _last(text, start, written)
            right = "`" if start in verbatim else _first(text, start, written)
            written.update(_numbered(text, start, signs[start], left, right, escape_all))
    out: list[str] = []
    for start, end in pairwise([*edges, len(text)]):
        out.extend(sign.text for sign in signs.get(start, ()))
        out.append(verbatim.get(start) or _escaped(text, start, end, written))
    return "".join(out)


def _cut_at_links(marks: Sequence[Inline], links: Sequence[Inline]) -> Iterator[_Piece]:
    """The ranges that are not code, those which cross the edge of a link cut in two there."""
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


def _turns(pieces: Iterator[_Piece]) -> dict[int, _Turn]:
    """The pieces by their edges, cut so that they nest: what begins last ends first."""
    starts: dict[int, list[_Piece]] = {}
    edges = set()
    for piece in pieces:
        starts.setdefault(piece.start, []).append(piece)
        edges |= {piece.start, piece.end}
    turns: dict[int, _Turn] = {}
    stack: list[_Piece] = []
    for edge in sorted(edges):
        begun = starts.get(edge, [])
        reach = max((piece.end for piece in begun), default=edge)
        ended = []
        while stack and (stack[-1].end == edge or stack[-1].end < reach):
            piece = stack.pop()
            ended.append(piece)
            if piece.end > edge:
                begun.append(_Piece(edge, piece.end, piece.kind, piece.href))
                piece.end = edge
        begun.sort(key=lambda piece: (-piece.end, _RANK[piece.kind]))
        stack += begun
        turns[edge] = _Turn(ended, begun)
    return turns


def _verbatim(
    text: str, edges: Sequence[int], code: Sequence[Inline], turns: dict[int, _Turn]
) -> dict[int, str]:
    """The stretches between two edges that are written without escapes, by their first place.

    These are the parts of code, and links whose text is their address.
    """
    out: dict[int, str] = {}
    starts = [inline.start for inline in code]
    for start, end in pairwise(edges):
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < code[at].end:
            out[start] = _fenced(text[start:end])
        elif start in turns and turns[start].begun:
            piece = turns[start].begun[-1]
            if piece.end == end and piece.href == text[start:end] and _AUTOLINK.fullmatch(piece.href):
                out[start] = piece.href
    return out


def _fenced(words: str) -> str:
    """A code span: a fence unlike any inside, and blanks at its edges where they are needed."""
    runs = {len(run) for run in _FENCES.findall(words)}
    fence = next("`" * n for n in range(1, len(words) + 2) if n not in runs)
    blank_edges = words[0] == words[-1] == " " and words.strip(" ")
    pad = " " if words[0] == "`" or words[-1] == "`" or blank_edges else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _signs(turns: dict[int, _Turn], verbatim: dict[int, str]) -> dict[int, list[_Sign]]:
    """What is written at each edge: the closing signs, then the opening ones."""
    strong = [
        edge
        for edge, turn in turns.items()
        if any(piece.kind is InlineKind.STRONG for piece in (*turn.ended, *turn.begun))
    ]
    out: dict[int, list[_Sign]] = {}
    for edge, turn in turns.items():
        for piece in turn.begun:
            if piece.kind is InlineKind.STRONG:
                piece.opening = piece.closing = "**"
            elif piece.kind is InlineKind.EMPHASIS:
                at = bisect_left(strong, edge)
                meets = at < len(strong) and strong[at] <= piece.end
                piece.opening = piece.closing = "_" if meets else "*"
            elif verbatim.get(edge) == piece.href:
                piece.opening, piece.closing = "<", ">"
            else:
                address = _IN_ADDRESS.sub(lambda found: "\\" + found[0], piece.href)
                piece.opening, piece.closing = "[", f"]({address})"
        out[edge] = [
            *(_Sign(piece.closing, False, piece.kind is not InlineKind.LINK) for piece in turn.ended),
            *(_Sign(piece.opening, True, piece.kind is not InlineKind.LINK) for piece in turn.begun),
        ]
    return out


def _escapes(text: str, links: Sequence[Inline], bounds: Set[int], escape_all: bool) -> dict[int, str]:
    """How the characters that would be read as markup are written, by their place."""
    starts = [link.start for link in links]
    out: dict[int, str] = {}
    for found in _SPECIAL.finditer(text):
        place, char = found.start(), found[0]
        if char in "\n ":
            out[place] = "\\\n" if char == "\n" else "&#32;"
            continue
        at = bisect_right(starts, place) - 1
        in_link = at >= 0 and place < links[at].end
        near = not bounds.isdisjoint(range(place - 1, place + 3))
        if escape_all or _is_markup(text, place, near, in_link):
            out[place] = "\\" + char
    for start in starts:
        if text[max(start - 1, 0) : start] == "!":  # an image otherwise
            out[start - 1] = "\\!"
    for place in (0, len(text) - 1):
        if text[place : place + 1].isspace():
            out[place] = f"&#{ord(text[place])};"
    return out


def _is_markup(text: str, place: int, near: bool, in_link: bool) -> bool:
    """Whether the sign at `place` could be read as markup; `near` tells that markup stands by it."""
    char = text[place]
    left = text[place - 1] if place else " "
    right = text[place + 1] if place + 1 < len(text) else " "
    around = left + right
    match char:
        case "\\":
            return near or not (right.isalnum() or right == " ")
        case "*" | "_":
            alone = (around == "  " and "\n" not in text[max(place - 2, 0) : place + 3]) or (
                char == "_" and around.isalnum()
            )
            return near or not alone
        case "[":
            return in_link
        case "]":
            return in_link or near or right == "("
        # Before a blank, these two begin nothing whatever stands around.
        case "<":
            return (near and right != " ") or bool(_LIKE_AUTOLINK.match(text, place))
        case "&":
            return (near and right != " ") or bool(_LIKE_ENTITY.match(text, place))
    return True


def _numbered(
    text: str, edge: int, signs: Sequence[_Sign], left: str, right: str, escape_all: bool
) -> dict[int, str]:
    """The characters beside an edge that must be written as numbers for its signs to work.

    `left` and `right` are what is written beside the edge now.
    """
    places: set[int] = set()
    if escape_all and any(sign.flanks for sign in signs):
        places = {edge - 1, edge}
    else:
        # Each round settles one side; with a number on both sides every sign works.
        for _ in range(2):
            shown = [left, *(sign.text for sign in signs), right]
            for at, sign in enumerate(signs, 1):
                before, after = shown[at - 1][-1], shown[at + 1][0]
                if sign.flanks and not _works(sign, before, after):
                    if sign.opens == (after if sign.opens else before).isspace():
                        places.add(edge)
                        right = "&"
                    else:
                        places.add(edge - 1)
                        left = ";"
                    break
    return {place: f"&#{ord(text[place])};" for place in places if 0 <= place < len(text)}


def _works(sign: _Sign, before: str, after: str) -> bool:
    """Whether a delimiter between these two characters opens or closes as it should.

    Readers differ on whether `€` is punctuation, so it must work both ways.
    """
    return all(
        _flanks(sign, before.isspace(), before_sign, after.isspace(), after_sign)
        for before_sign, after_sign in product(_is_sign(before), _is_sign(after))
    )


def _flanks(sign: _Sign, before_blank: bool, before_sign: bool, after_blank: bool, after_sign: bool) -> bool:
    """CommonMark 0.31, section 6.2: left-flanking and right-flanking runs."""
    left = not after_blank and (not after_sign or before_blank or before_sign)
    right = not before_blank and (not before_sign or after_blank or after_sign)
    if sign.opens:
        return left and (sign.text != "_" or not right or before_sign)
    return right and (sign.text != "_" or not left or after_sign)


def _is_sign(char: str) -> tuple[bool, ...]:
    """What readers of Markdown may hold: is this character punctuation?"""
    category = unicodedata.category(char)[0]
    if category == "S" and not char.isascii():
        return (False, True)
    return (category in "PS",)


def _escaped(text: str, start: int, end: int, written: dict[int, str]) -> str:
    """`text[start:end]` with its escapes."""
    return "".join(written.get(place, text[place]) for place in range(start, end))


def _last(text: str, edge: int, written: dict[int, str]) -> str:
    """The character written before an edge; a blank at the beginning, as CommonMark has it."""
    return written.get(edge - 1, text[edge - 1])[-1] if edge else " "


def _first(text: str, edge: int, written: dict[int, str]) -> str:
    """The character written after an edge; a blank at the end."""
    return written.get(edge, text[edge])[0] if edge < len(text) else " "
