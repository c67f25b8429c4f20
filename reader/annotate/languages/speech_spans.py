"""Find the spans of a paragraph that may be speech: between quotation marks, or behind a dash.

Owns what the pairing of marks does not know: paragraphs that continue a quote with a closing mark, and
paragraphs of dialogue that begin with a dash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.annotate.quotes.quotation_marks import MarkStyle, QuotedSpan, mark_style, pair_marks

_CONTINUING = {"»": "«", "”": "“"}
"""Closing marks that begin a paragraph to show that the quote goes on, with the mark that they stand for."""
_DASH = re.compile(r"\s{0,4}[—–]\s{0,2}(?=[^\W\d_]|[¿¡«“\"…])")


def quoted_spans(paragraphs: Sequence[str], style: MarkStyle) -> tuple[tuple[QuotedSpan, ...], ...]:
    """The quoted spans of each paragraph, in order and without overlap. Linear."""
    low_opening = any("„" in text for text in paragraphs)
    return pair_marks([_unified(text, style.inward, low_opening) for text in paragraphs], style)


def style_of(paragraphs: Sequence[str]) -> MarkStyle:
    """How the text uses marks; a » that begins a paragraph is no opening mark if « opened quotes before."""
    style = mark_style(paragraphs)
    first = next((text for text in paragraphs if "«" in text or "»" in text), "")
    outward = "«" in first and ("»" not in first or first.find("«") < first.find("»"))
    return style._replace(inward=False) if outward else style


def _unified(text: str, inward: bool, low_opening: bool) -> str:
    """The text with marks that `pair_marks` reads as they are meant; the length is the same.

    A closing mark at the start becomes an opening one. Where „ opens quotes, a first “ closes one that began
    in an earlier paragraph.
    """
    mark = text[:1]
    if mark in _CONTINUING and not (inward and mark == "»") and text[1:2].isalnum():
        text = _CONTINUING[mark] + text[1:]
    if low_opening:
        closing, opening = text.find("“"), text.find("„")
        if closing > 0 and (opening < 0 or closing < opening) and not text[closing - 1].isspace():
            text = f"{text[:closing]}”{text[closing + 1 :]}"
    return text


def dialogue_start(text: str) -> int:
    """The offset of the words behind the dash that begins the paragraph; 0 if it begins without one."""
    match = _DASH.match(text)
    return match.end() if match else 0
