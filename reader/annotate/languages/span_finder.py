"""Find quotes by their marks alone, in a text whose language is not known. Nobody is named.

Owns the minimum length of a quote by script. Each class has the methods of the finders for known languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from reader.annotate.code_spans import looks_like_code
from reader.annotate.languages.speech_spans import quoted_spans, style_of
from reader.annotate.markup import NO_MARKUP, Markup
from reader.annotate.quotes.quotation_marks import QuotedSpan
from reader.annotate.quotes.transcripts import whole_paragraph
from reader.annotate.results import FoundEntity, FoundQuote, do_nothing

MIN_WORDS = 6
"""A quote has so many words, or is a sentence of at least three."""
_MIN_SENTENCE_WORDS = 3
MIN_DENSE = 5
"""Code points of a quote in a script without blanks, unless it ends a sentence."""
_DENSE_SCRIPT = re.compile("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W_]+")
_ENDS = ".!?…。！？؟।，,"


class SpanFinder:
    """Finds the quotes of a text batch by batch. `markup` is what the source says about the paragraphs."""

    def __init__(self, paragraphs: Sequence[str], markup: Markup = NO_MARKUP) -> None:
        self._paragraphs = paragraphs
        self._style = style_of(paragraphs)
        self._block_quotes = frozenset(markup.block_quotes)

    def found(
        self,
        first: int,
        stop: int,
        people: Collection[str] = (),
        things: Iterable[str] = (),
        check: Callable[[], None] = do_nothing,
    ) -> Iterator[FoundQuote]:
        """The quotes of the paragraphs `first` to `stop`, exclusive, without speakers."""
        texts = self._paragraphs[first:stop]
        group: list[QuotedSpan] = []
        for number, spans in enumerate(quoted_spans(texts, self._style)):
            check()
            if first + number in self._block_quotes and texts[number].strip():
                spans = (whole_paragraph(texts[number], number, 0),)
            for span in spans:
                if group and not group[-1].closed and span.start <= 3 and group[-1].paragraph == number - 1:
                    group.append(span)
                    continue
                if group:
                    yield _quote(texts, first, group)
                group = [span] if _is_quote(texts[number], span) else []
        if group:
            yield _quote(texts, first, group)


class NoNames:
    """Finds no entities."""

    def read(self, paragraphs: Sequence[str], check: Callable[[], None] = do_nothing) -> None:
        """Read nothing."""

    def found(self, check: Callable[[], None] = do_nothing) -> tuple[FoundEntity, ...]:
        """No entities."""
        return ()


def _is_quote(text: str, span: QuotedSpan) -> bool:
    words = text[span.start : span.end]
    if not any(char.isalpha() for char in words) or looks_like_code(words):
        return False
    if not span.opened:
        return True
    if _DENSE_SCRIPT.search(words):
        return len(words) >= MIN_DENSE or words[-1:] in _ENDS
    count = len(_WORD.findall(words))
    # “…”, sade X: a comma and a small letter behind the words show that somebody said them.
    said = text[span.end + 1 : span.end + 2] == "," and text[span.end + 2 :].lstrip()[:1].islower()
    is_sentence = (words[-1:] in _ENDS or said) and not words[0].islower()
    announced = text[max(0, span.start - 3) : max(0, span.start - 1)].rstrip().endswith(":")
    return count >= MIN_WORDS or ((is_sentence or announced) and count >= _MIN_SENTENCE_WORDS)


def _quote(texts: Sequence[str], first: int, spans: Sequence[QuotedSpan]) -> FoundQuote:
    text = " … ".join(texts[span.paragraph][span.start : span.end] for span in spans)
    places = tuple((span.paragraph + first, span.start, span.end) for span in spans)
    return FoundQuote(places, text, "", "", "marks", 0.0)
