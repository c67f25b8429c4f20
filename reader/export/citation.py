"""The citation of some words of an article, as text: the words, who said them, and where they are.

Owns the order and the punctuation. Values that the article does not give are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Span
from reader.reading.quoted_words import quote_of
from reader.reading.version import Version
from reader.text.headline import display_date
from reader.text.page import Page

_PARTNERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』"}
_MARKS = "".join({*_PARTNERS, *"".join(_PARTNERS.values())})

_OPEN_END = ",;:–—- "
"""Marks that leave a sentence open. They are left out at the end of the words."""

_INNER = str.maketrans({"“": "‘", "„": "‘", "«": "‘", "”": "’", "»": "’", '"': "'"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def citation(version: Version, spans: Sequence[Span]) -> str:
    """`“The border stands”, J. Brandt, *The day the river moved*, The Daily Example, 28 May 2015, ¶ 4.`

    `spans` are the words in reading order. The title is in Markdown's italics. No full stop follows an
    address at the end: it would become a part of the address.
    """
    document, page = version.document, version.page
    inside = tuple(span for span in (_stripped(page, span) for span in spans) if span.end > span.start)
    quote = quote_of(document, inside)
    address, number = document.source.url, _paragraphs(version, inside)
    parts = (
        _quoted(page, inside),
        "" if quote is None else version.speaker_of(quote),
        f"*{document.title}*",
        document.source.name,
        _day(document.published),
        address,
        number,
    )
    return ", ".join(part for part in parts if part) + ("" if address and not number else ".")


def _stripped(page: Page, span: Span) -> Span:
    """The span without blanks at its ends."""
    text = page.block(span.block).text
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(span.block, start, end)


def _quoted(page: Page, spans: Sequence[Span]) -> str:
    """The words on one line in quotation marks. An ellipsis stands for words that are left out."""
    words = ""
    before: Span | None = None
    for span in spans:
        if before is not None:
            words += " " if _joins(page, before, span) else " … "
        words += page.block(span.block).text[span.start : span.end]
        before = span
    words = _without_outer_marks(" ".join(words.split())).rstrip(_OPEN_END)
    return f"“{words.translate(_INNER)}”" if words else ""


def _joins(page: Page, first: Span, second: Span) -> bool:
    """Whether only blanks and quotation marks stand between two spans."""
    if first.block == second.block:
        between = page.block(first.block).text[first.end : second.start]
    else:
        between = page.block(first.block).text[first.end :] + page.block(second.block).text[: second.start]
        between += "".join(page.block(block).text for block in range(first.block + 1, second.block))
    return not between.strip(_MARKS + " \n\u00a0")


def _without_outer_marks(words: str) -> str:
    """The words without quotation marks around all of them, and without a mark whose partner is missing."""
    if not words:
        return words
    first, last, inner = words[0], words[-1], words[1:-1]
    if last in _PARTNERS.get(first, "") and first not in inner and last not in inner and len(words) > 1:
        return inner
    if first in _PARTNERS and not any(mark in words[1:] for mark in _PARTNERS[first]):
        return words[1:]
    openers = [opener for opener, closers in _PARTNERS.items() if last in closers]
    if openers and not any(opener in words[:-1] for opener in openers):
        return words[:-1]
    return words


def _day(published: str) -> str:
    """The date as it is shown to the user, without the time of day."""
    match = _DAY.match(published)
    return display_date(published if match is None else match[0])


def _paragraphs(version: Version, spans: Sequence[Span]) -> str:
    """`¶ 4`, or `¶ 4–6` if the words are in several paragraphs; empty for the headline."""
    numbers = [version.number_of(span.block) for span in spans]
    first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
    if not last:
        return ""
    return f"¶ {last}" if first in (0, last) else f"¶ {first}–{last}"
