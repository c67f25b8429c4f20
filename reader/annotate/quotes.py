"""Quotes: the words that somebody said, each with its pieces and its speaker.

Owns what a quote is among all that stands between marks: titles, nicknames, inches and scare quotes are
none. And owns which pieces make one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.annotate.attribution import NOBODY, THRESHOLD, Attributor, Said
from reader.annotate.marks import Quoted, pair_marks
from reader.annotate.people import People
from reader.annotate.stream import stream

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = frozenset("a an the of and or in on at to for with from by de la le du".split())


class FoundQuote(NamedTuple):
    """One statement. `pieces` are (paragraph, start, end) without the marks, in reading order.

    `speaker` is empty when nobody is named surely enough; `kind` is "name", "pronoun" or "nominal".
    """

    pieces: tuple[tuple[int, int, int], ...]
    text: str
    speaker: str
    kind: str
    rule: str
    confidence: float


def find_quotes(
    paragraphs: Sequence[str], people: Iterable[str] | None = None, blocks: Iterable[int] = ()
) -> tuple[FoundQuote, ...]:
    """The quotes of a text in reading order.

    `people` are full names known from elsewhere, `blocks` the paragraphs that are block quotes.

    Linear in the length of the text.
    """
    marked = pair_marks(paragraphs)
    if not any(marked):
        return ()
    kept = [[q for q in spans if _may_be_said(paragraphs[q.paragraph], q)] for spans in marked]
    streams = [stream(text, spans) for text, spans in zip(paragraphs, kept, strict=True)]
    said = Attributor(streams, People(streams, people or ())).run()
    out = []
    for number, spans in enumerate(kept):
        for quote, verdict in zip(spans, said[number], strict=True):
            text = paragraphs[number][quote.start : quote.end]
            if len(_WORD.findall(text)) < 3 and verdict.confidence < 0.5 and not _is_sentence(text):
                continue
            if verdict.confidence < THRESHOLD:
                verdict = NOBODY._replace(rule=verdict.rule or "marks", confidence=verdict.confidence)
            out.append(
                FoundQuote(
                    ((number, quote.start, quote.end),),
                    text,
                    verdict.speaker,
                    verdict.kind,
                    verdict.rule,
                    verdict.confidence,
                )
            )
    return tuple(out)


def _is_sentence(text: str) -> bool:
    return text[-1:] in ".?!,…" and text[:1].isupper()


def _may_be_said(paragraph: str, quote: Quoted) -> bool:
    """Whether the quoted words may be somebody's, as far as their look tells."""
    text = paragraph[quote.start : quote.end]
    words = _WORD.findall(text)
    if not words:
        return False
    big = [word for word in words if word.lower() not in _SMALL]
    titled = (
        len(words) >= 2
        and big
        and all(word[0].isupper() or word[0].isdigit() for word in big)
        and len(words) <= 10
    )
    if titled and text[-1] not in "?!" and paragraph[quote.end + 1 : quote.end + 6].lstrip()[:4] != "said":
        return False
    return True
