"""Pair quotation marks: find the spans of a text between an opening and a closing mark.

Owns the pairing and not the meaning, so titles and scare quotes are spans too. Supports “ ” " " « » „ “
「 」 and, in a text that has no double marks outside single ones, ‘ ’ and ' '.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DOUBLE = re.compile("[\"“”„‟«»「」『』＂]|``|''")
_SINGLE = re.compile("[‘’‚‹›']|(?<!`)`(?!`)")
_CLOSING_MARKS = {
    "“": "”“\"", "„": "“”\"", "‟": "”\"", "«": "»", "»": "«", "「": "」", "『": "』",
    '"': "\"”", "＂": "＂", "``": "''\"", "”": "”",
    "‘": "’'", "'": "'’", "‚": "‘’", "‹": "›", "›": "‹", "`": "'",
}  # fmt: skip
"""The marks that may close a quote, by its opening mark."""
_NESTING_PAIRS = {"「": "」", "『": "』", "«": "»", "“": "”"}
"""Opening marks that may be nested, with their closing mark."""
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/‘“'\"")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u2009\u202f)]},.;:!?…—–-/’”'\"")
_ELISIONS = re.compile(r"['‘’](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)
"""Words that begin with an apostrophe: ’90s, ’em, ’tis."""


class QuotedSpan(NamedTuple):
    """The words between two marks: `text[start:end]` of a paragraph, marks excluded.

    `opened` and `closed` tell whether the marks are there. A quote that continues over paragraphs may lack
    one.
    """

    paragraph: int
    start: int
    end: int
    opened: bool = True
    closed: bool = True


class MarkStyle(NamedTuple):
    """How a text uses marks: `single` marks for quotes, and `inward` guillemets »like this«."""

    single: bool
    inward: bool


def mark_style(paragraphs: Sequence[str]) -> MarkStyle:
    """The style of `paragraphs`."""
    inward = _uses_inward_guillemets(paragraphs)
    return MarkStyle(all(_has_doubles_only_inside_singles(text, inward) for text in paragraphs), inward)


def _has_doubles_only_inside_singles(text: str, inward: bool) -> bool:
    """Whether the text has no double marks outside single ones, as in many British books."""
    if not _DOUBLE.search(text):
        return True
    done = 0
    for span in _pair_paragraph(0, text, single=True, inward=inward, running=False):
        if _DOUBLE.search(text, done, span.start):
            return False
        done = span.end
    return _DOUBLE.search(text, done) is None


def pair_marks(
    paragraphs: Sequence[str], style: MarkStyle | None = None
) -> tuple[tuple[QuotedSpan, ...], ...]:
    """The quoted spans of each paragraph, in order and without overlap. Linear in the length of the text.

    `style` is given when `paragraphs` are part of a longer text.
    """
    single, inward = style or mark_style(paragraphs)
    found = []
    running = False
    for index, text in enumerate(paragraphs):
        spans = _pair_paragraph(index, text, single, inward, running)
        running = bool(spans) and not spans[-1].closed
        found.append(
            tuple(_strip_blanks(text, span) for span in spans if text[span.start : span.end].strip())
        )
    return _drop_stray_openings(paragraphs, found)


def _strip_blanks(text: str, span: QuotedSpan) -> QuotedSpan:
    """The span without the spaces that French puts inside its marks."""
    if not (text[span.start].isspace() or text[span.end - 1].isspace()):
        return span
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return span._replace(start=start, end=start + len(words.strip()))


def _uses_inward_guillemets(paragraphs: Sequence[str]) -> bool:
    """Whether the text writes »like this«, as German and Danish books do."""
    for text in paragraphs:
        at = text.find("»")
        if at >= 0:
            other = text.find("«")
            return (other < 0 or at < other) and (at == 0 or text[at - 1] in _BEFORE_OPENING)
    return False


def _pair_paragraph(index: int, text: str, single: bool, inward: bool, running: bool) -> list[QuotedSpan]:
    """Pair the marks of one paragraph. `running` is True if the previous paragraph left a quote open."""
    pattern = _SINGLE if single else _DOUBLE
    marks = [(m.start(), m.group()) for m in pattern.finditer(text)]
    if single:
        marks = [(at, mark) for at, mark in marks if not _is_apostrophe(text, at)]
    spans: list[QuotedSpan] = []
    start, opener, depth = -1, "", 0
    for number, (at, mark) in enumerate(marks):
        after = at + len(mark)
        if start < 0:
            if running and mark in "”’" and text[at - 1 : at].strip():
                spans.append(QuotedSpan(index, 0, at, opened=False))
            elif _opens(text, at, mark, inward):
                start, opener, depth = after, mark, 0
            running = False
        elif _NESTING_PAIRS.get(opener) and mark == opener:
            # The same opening mark again: nested if enough closing marks follow, otherwise one is missing.
            closers = sum(m == _NESTING_PAIRS[opener] for _, m in marks[number : number + 12])
            openers = sum(m == opener for _, m in marks[number : number + 12])
            if mark == "“" and (after >= len(text) or text[after] in _AFTER_CLOSING) and text[at - 1] != " ":
                spans.append(QuotedSpan(index, start, at))  # an opening mark instead of a closing one
                start = -1
            elif closers > openers:
                depth += 1
            else:
                start, depth = after, 0
        elif opener == '"' and mark == "“" and any(m == '"' for _, m in marks[number + 1 : number + 12]):
            depth += 1  # “ ” inside " ": "They chanted “now” and left"
        elif _closes(text, at, mark, opener):
            if depth and not mark == opener == '"':
                depth -= 1
            elif not (single and _is_possessive(text, marks, number)):
                spans.append(QuotedSpan(index, start, at))
                start = -1
    if start >= 0:
        spans.append(QuotedSpan(index, start, len(text.rstrip()), closed=False))
    return spans


def _opens(text: str, at: int, mark: str, inward: bool) -> bool:
    """Whether the mark at `at` can open a quote."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in "„‟「『``" or (mark == "“" and after.strip()):
        return True
    if mark in '“"' and after.isspace() and before.isspace():
        # “ I love it.” A mark with a blank on either side opens at the start, or if something introduces it.
        introduction = text[:at].rstrip()[-1:]
        return mark == "“" or not introduction or introduction in ",:"
    if mark in "«»‹›":
        return (mark in "»›") == inward
    if mark not in _CLOSING_MARKS or not after or after.isspace():
        return False
    return before in _BEFORE_OPENING


def _closes(text: str, at: int, mark: str, opener: str) -> bool:
    """Whether the mark at `at` can close a quote that `opener` opened."""
    if mark not in _CLOSING_MARKS[opener]:
        return False
    after = text[at + 1 : at + 2]
    if mark in "'’\"":
        return not after.isalnum() or (mark == '"' and not text[at - 1].isspace())
    return True


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark is inside a word or begins an elision."""
    inside = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return inside or _ELISIONS.match(text, at) is not None


def _is_possessive(text: str, marks: list[tuple[int, str]], number: int) -> bool:
    """Whether a mark after an s is a possessive (the workers’ rights): a better closing mark follows."""
    at = marks[number][0]
    if text[at - 1] not in "sS":
        return False
    for later, mark in marks[number + 1 : number + 6]:
        if mark in "‘‚‹" or (mark == "'" and text[later - 1 : later].isspace()):
            return False
        if text[later - 1] in ",.?!…":
            return True
    return False


def _drop_stray_openings(
    paragraphs: Sequence[str], found: list[tuple[QuotedSpan, ...]]
) -> tuple[tuple[QuotedSpan, ...], ...]:
    """Drop an unclosed span inside a paragraph if no punctuation introduces it and no span continues it."""
    kept = []
    for index, spans in enumerate(found):
        last = spans[-1] if spans else None
        if last is not None and not last.closed:
            text = paragraphs[index]
            before = text[: last.start].rstrip("".join(_CLOSING_MARKS) + " ")
            follows = found[index + 1] if index + 1 < len(found) else ()
            goes_on = bool(follows) and (not follows[0].opened or follows[0].start <= 2)
            if before and not goes_on and before[-1] not in ",:.?!":
                spans = spans[:-1]
        kept.append(spans)
    return tuple(kept)
