"""Quotation marks: which stretches of a text stand between a pair of them.

Owns the pairing of marks and nothing about meaning: titles and scare quotes are found here too.
Knows “ ” " " « » „ “ 「 」 and, where a text has no double marks at all, ‘ ’ and ' '.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DOUBLE = re.compile("[\"“”„‟«»「」『』＂]|``|''")
_SINGLE = re.compile("[‘’‚‹›'`]")
_FAMILIES = {
    "“": "”“\"", "„": "“”\"", "‟": "”\"", "«": "»", "»": "«", "「": "」", "『": "』",
    '"': "\"”", "＂": "＂", "``": "''\"", "”": "”",
    "‘": "’'", "'": "'’", "‚": "‘’", "‹": "›", "›": "‹", "`": "'",
}  # fmt: skip
_NESTING = {"「": "」", "『": "』", "«": "»", "“": "”"}
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/‘“'\"")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u2009\u202f)]},.;:!?…—–-/’”'\"")
_ELISIONS = re.compile(r"['‘’](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)


class Quoted(NamedTuple):
    """The words between two marks: `text[start:end]` of a paragraph, marks excluded.

    `opened` and `closed` tell which marks are there: a quote that runs on over paragraphs may lack one.
    """

    paragraph: int
    start: int
    end: int
    opened: bool = True
    closed: bool = True


class Usage(NamedTuple):
    """How a text sets its marks: single ones for want of double ones, and »so«."""

    single: bool
    inward: bool


def usage(paragraphs: Sequence[str]) -> Usage:
    """How `paragraphs` set their marks."""
    inward = _points_inward(paragraphs)
    return Usage(all(_only_inside_single(text, inward) for text in paragraphs), inward)


def _only_inside_single(text: str, inward: bool) -> bool:
    """Whether double marks, if any, stand within single ones, as many British books set them."""
    if not _DOUBLE.search(text):
        return True
    done = 0
    for span in _pair(0, text, single=True, inward=inward, running=False):
        if _DOUBLE.search(text, done, span.start):
            return False
        done = span.end
    return _DOUBLE.search(text, done) is None


def pair_marks(paragraphs: Sequence[str], how: Usage | None = None) -> tuple[tuple[Quoted, ...], ...]:
    """The quoted stretches of each paragraph, sorted and apart. Linear in the length of the text.

    `how` is told where these are a part of a longer text.
    """
    single, inward = how or usage(paragraphs)
    found = []
    running = False
    for index, text in enumerate(paragraphs):
        spans = _pair(index, text, single, inward, running)
        running = bool(spans) and not spans[-1].closed
        found.append(tuple(_tight(text, span) for span in spans if text[span.start : span.end].strip()))
    return _without_strays(paragraphs, found)


def _tight(text: str, span: Quoted) -> Quoted:
    """The span without the blanks that French sets inside its marks."""
    if not (text[span.start].isspace() or text[span.end - 1].isspace()):
        return span
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return span._replace(start=start, end=start + len(words.strip()))


def _points_inward(paragraphs: Sequence[str]) -> bool:
    """Whether the text writes »so«, as German and Danish books do."""
    for text in paragraphs:
        at = text.find("»")
        if at >= 0:
            other = text.find("«")
            return (other < 0 or at < other) and (at == 0 or text[at - 1] in _BEFORE_OPENING)
    return False


def _pair(index: int, text: str, single: bool, inward: bool, running: bool) -> list[Quoted]:
    """Pair the marks of one paragraph; `running` tells that the one before left a quote open."""
    pattern = _SINGLE if single else _DOUBLE
    marks = [(m.start(), m.group()) for m in pattern.finditer(text)]
    if single:
        marks = [mark for mark in marks if not _is_apostrophe(text, *mark)]
    spans: list[Quoted] = []
    start, opener, depth = -1, "", 0
    for number, (at, mark) in enumerate(marks):
        after = at + len(mark)
        if start < 0:
            if running and not spans and mark in "”’" and text[at - 1 : at].strip():
                spans.append(Quoted(index, 0, at, opened=False))
            elif _opens(text, at, mark, inward):
                start, opener, depth = after, mark, 0
            running = False
        elif _NESTING.get(opener) and mark == opener:
            # The same opening mark again: nested if enough closing ones follow, else one was forgotten.
            closers = sum(m == _NESTING[opener] for _, m in marks[number : number + 12])
            openers = sum(m == opener for _, m in marks[number : number + 12])
            if mark == "“" and (after >= len(text) or text[after] in _AFTER_CLOSING) and text[at - 1] != " ":
                spans.append(Quoted(index, start, at))  # typed for the closing one
                start = -1
            elif closers > openers:
                depth += 1
            else:
                start, depth = after, 0
        elif opener == '"' and mark == "“" and any(m == '"' for _, m in marks[number + 1 : number + 12]):
            depth += 1  # "They chanted “now” and left": two kinds of marks, one inside the other
        elif _closes(text, at, mark, opener):
            if depth and not mark == opener == '"':
                depth -= 1
            elif not (single and _better_close(text, marks, number)):
                spans.append(Quoted(index, start, at))
                start = -1
    if start >= 0:
        spans.append(Quoted(index, start, len(text.rstrip()), closed=False))
    return spans


def _opens(text: str, at: int, mark: str, inward: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in "„‟「『``" or (mark == "“" and after.strip()):
        return True
    if mark in "«»‹›":
        return (mark in "»›") == inward
    if mark not in _FAMILIES or not after or after.isspace():
        return False
    return before in _BEFORE_OPENING and not (mark == '"' and before.isdigit())


def _closes(text: str, at: int, mark: str, opener: str) -> bool:
    if mark not in _FAMILIES[opener]:
        return False
    after = text[at + 1 : at + 2]
    if mark == '"' and text[at - 1].isspace() and after.isalnum():
        return False  # an opening one; whether nested or not, the words go on
    if mark in "'’\"":
        return not after.isalnum() or (mark == '"' and not text[at - 1].isspace())
    return True


def _is_apostrophe(text: str, at: int, mark: str) -> bool:
    inside = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return inside or (mark in "'’‘" and _ELISIONS.match(text, at) is not None)


def _better_close(text: str, marks: list[tuple[int, str]], number: int) -> bool:
    """Whether a mark after an s is a possessive ("the workers’ rights"), for a surer end follows."""
    at = marks[number][0]
    if text[at - 1] not in "sS":
        return False
    for later, mark in marks[number + 1 : number + 6]:
        if mark in "‘‚‹" or (mark == "'" and text[later - 1 : later].isspace()):
            return False
        if text[later - 1] in ",.?!…":
            return True
    return False


def _without_strays(
    paragraphs: Sequence[str], found: list[tuple[Quoted, ...]]
) -> tuple[tuple[Quoted, ...], ...]:
    """Drop what was left open in the middle of a paragraph, with nothing to say that it is a quote."""
    kept = []
    for index, spans in enumerate(found):
        last = spans[-1] if spans else None
        if last is not None and not last.closed:
            text = paragraphs[index]
            before = text[: last.start].rstrip("\"“„«「‘'`» ")
            follows = found[index + 1] if index + 1 < len(found) else ()
            goes_on = bool(follows) and (not follows[0].opened or follows[0].start <= 2)
            if before and not goes_on and before[-1] not in ",:.?!":
                spans = spans[:-1]
        kept.append(spans)
    return tuple(kept)
