"""Find the quotes of a text in a language with a grammar, with their speakers.

Owns which quoted spans are speech: titles of works, single words and nicknames are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate.code_spans import looks_like_code
from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.interposed_speakers import split_speech
from reader.annotate.languages.known_names import KnownNames, NameMatch
from reader.annotate.languages.speaker_attribution import EXPLICIT_RULES, UNKNOWN_SPEAKER, SpeakerAttribution
from reader.annotate.languages.speech_phrases import Phrase
from reader.annotate.languages.speech_spans import dialogue_start, quoted_spans, style_of
from reader.annotate.languages.tokenizer import Tokens, tokenize
from reader.annotate.markup import NO_MARKUP, Markup
from reader.annotate.quotes.attribution import UNATTRIBUTED, Attribution
from reader.annotate.quotes.finder import join_pieces
from reader.annotate.quotes.quotation_marks import QuotedSpan
from reader.annotate.quotes.transcripts import whole_paragraph
from reader.annotate.results import THRESHOLD, FoundQuote, do_nothing

MIN_WORDS = 4
"""Shorter spans without a speaker beside them are scare quotes."""
MIN_FRAGMENT_WORDS = 7
"""Shorter spans without a speaker that are no sentence are titles or scare quotes."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_GAP = 160


class _Speech(NamedTuple):
    """A span that may be speech, and its pieces. `is_whole` is True for a block quote and for dialogue."""

    span: QuotedSpan
    pieces: tuple[tuple[int, int], ...]
    is_whole: bool = False


class GrammarQuoteFinder:
    """Finds the quotes of a text batch by batch. `markup` is what the source says about the paragraphs."""

    def __init__(self, paragraphs: Sequence[str], grammar: Grammar, markup: Markup = NO_MARKUP) -> None:
        self._paragraphs = paragraphs
        self._grammar = grammar
        self._style = style_of(paragraphs)
        self._block_quotes = frozenset(markup.block_quotes)

    def found(
        self,
        first: int,
        stop: int,
        people: Collection[str],
        things: Iterable[str],
        check: Callable[[], None] = do_nothing,
    ) -> Iterator[FoundQuote]:
        """The quotes of the paragraphs `first` to `stop`, exclusive. `check` is called for each paragraph."""
        texts = self._paragraphs[first:stop]
        names = KnownNames(people, things, self._grammar)
        spans = quoted_spans(texts, self._style)
        masked: list[tuple[Tokens, list[_Speech], dict[int, Phrase]]] = []
        matches: list[list[NameMatch]] = []
        for number, (text, quoted) in enumerate(zip(texts, spans, strict=True)):
            check()
            masked.append(
                self._mask(number, text, quoted, names, is_block_quote=first + number in self._block_quotes)
            )
            matches.append(names.matches(masked[-1][0]))
            names.learn_roles(masked[-1][0], matches[-1])
        attribution = SpeakerAttribution(self._grammar, names)
        pieces: list[tuple[_Speech, Attribution]] = []
        for (tokens, speeches, inside), named in zip(masked, matches, strict=True):
            check()
            pieces += zip(speeches, attribution.attribute(tokens, named, inside), strict=True)
        yield from self._statements(texts, first, pieces)

    def _mask(
        self, number: int, text: str, quoted: Sequence[QuotedSpan], names: KnownNames, *, is_block_quote: bool
    ) -> tuple[Tokens, list[_Speech], dict[int, Phrase]]:
        """The tokens of a paragraph, its spans of speech, and the speakers named inside them."""
        speeches: list[_Speech] = []
        inside: dict[int, Phrase] = {}
        if is_block_quote and text.strip():
            span = whole_paragraph(text, number, 0)
            speeches.append(_Speech(span, ((span.start, span.end),), True))
        elif self._grammar.dash_dialogue and (start := dialogue_start(text)):
            split = split_speech(text, start, len(text.rstrip()), self._grammar, names, dialogue=True)
            if split.speaker is not None:
                span = QuotedSpan(number, start, len(text.rstrip()), opened=False, closed=False)
                speeches.append(_Speech(span, tuple(split.pieces), True))
                inside[0] = split.speaker
        if not speeches:
            for span in quoted:
                if not self._may_be_speech(text, span):
                    continue
                split = split_speech(text, span.start, span.end, self._grammar, names, dialogue=False)
                if split.speaker is not None:
                    inside[len(speeches)] = split.speaker
                speeches.append(_Speech(span, tuple(split.pieces)))
        return tokenize(text, self._grammar, [speech.span for speech in speeches]), speeches, inside

    def _may_be_speech(self, text: str, span: QuotedSpan) -> bool:
        """Whether a quoted span is neither empty, a nickname nor the title of a work."""
        words = text[span.start : span.end]
        if not any(char.isalpha() for char in words):
            return False
        if not span.opened or not span.closed or len(words) > 90 or words[-1:] in ".!?…":
            return True
        clause = re.split(r"[.!?:;]\s", text[max(0, span.start - 40) : max(0, span.start - 1)].lower())[-1]
        before = _WORD.findall(clause)[-3:]
        if not words[0].islower() and any(word in self._grammar.work_nouns for word in before):
            return False
        after = text[span.end + 1 : span.end + 3]
        nickname = (
            before
            and after[:1] == " "
            and after[1:].isupper()
            and text[: span.start - 1].rstrip()[-1:].isalpha()
        )
        return not (nickname and len(_WORD.findall(words)) <= 3 and not self._grammar.nouns_capitalized)

    def _statements(
        self, texts: Sequence[str], first: int, found: Sequence[tuple[_Speech, Attribution]]
    ) -> Iterator[FoundQuote]:
        """The statements: spans that are quotes, joined where one continues the other."""
        groups: list[list[tuple[_Speech, Attribution]]] = []
        before: tuple[_Speech, Attribution] | None = None
        for speech, attribution in found:
            continues = before is not None and _continues(before[0], speech)
            if continues and before is not None:
                if attribution.rule in EXPLICIT_RULES and before[1].rule not in EXPLICIT_RULES:
                    for index, (earlier, _) in enumerate(groups[-1] if groups else []):
                        groups[-1][index] = earlier, attribution
                elif before[1].speaker:
                    attribution = before[1]
            if not (continues and groups) and not self._is_quote(texts, speech, attribution):
                before = None
                continue
            if (
                groups
                and before is not None
                and (continues or _same_statement(texts, before, (speech, attribution)))
            ):
                groups[-1].append((speech, attribution))
            else:
                groups.append([(speech, attribution)])
            before = speech, attribution
        for group in groups:
            yield _statement(texts, first, group)

    def _is_quote(self, texts: Sequence[str], speech: _Speech, attribution: Attribution) -> bool:
        """Whether a span of speech is a quote, given its attribution."""
        if speech.is_whole or not speech.span.opened or attribution.rule == "speaker inside":
            return True
        text = texts[speech.span.paragraph]
        words = text[speech.span.start : speech.span.end]
        count = len(_WORD.findall(words))
        is_sentence = words[-1:] in ".!?…," and (words[:1].isupper() or words[:1] in "¿¡…")
        beside = attribution.rule in (UNKNOWN_SPEAKER, "goes on") or (
            attribution.rule in EXPLICIT_RULES and attribution.confidence >= THRESHOLD
        )
        announced = (
            text[max(0, speech.span.start - 3) : max(0, speech.span.start - 1)]
            .rstrip(" \u00a0\u202f")
            .endswith(":")
        )
        if beside or announced:
            return attribution.rule != "source" or count >= 2
        if not attribution.speaker and looks_like_code(words):
            return False
        if is_sentence and (attribution.speaker or count >= 3):
            return True
        if attribution.speaker:
            return count >= MIN_WORDS
        return count >= MIN_FRAGMENT_WORDS


def _continues(before: _Speech, speech: _Speech) -> bool:
    """Whether a span at the start of a paragraph continues the open quote of the paragraph before."""
    return (
        not before.span.closed
        and not before.is_whole
        and speech.span.paragraph == before.span.paragraph + 1
        and speech.span.start <= 3
    )


def _same_statement(
    texts: Sequence[str], before: tuple[_Speech, Attribution], now: tuple[_Speech, Attribution]
) -> bool:
    """Whether a span goes on with the sentence of the one before: “…”, sagte X, „…“."""
    (last, left), (speech, right) = before, now
    if last.span.paragraph != speech.span.paragraph or not right.speaker or left.speaker != right.speaker:
        return False
    gap = texts[speech.span.paragraph][last.span.end + 1 : speech.span.start - 1]
    return len(gap) < _GAP and not re.search(r"[.!?:]", gap)


def _statement(texts: Sequence[str], first: int, group: Sequence[tuple[_Speech, Attribution]]) -> FoundQuote:
    attribution = group[0][1]
    if attribution.confidence < THRESHOLD or not attribution.speaker:
        attribution = UNATTRIBUTED._replace(
            rule=attribution.rule or "marks", confidence=attribution.confidence
        )
    places = tuple((speech.span.paragraph, start, end) for speech, _ in group for start, end in speech.pieces)
    text = join_pieces(texts, places)
    moved = tuple((number + first, start, end) for number, start, end in places)
    return FoundQuote(
        moved, text, attribution.speaker, attribution.kind, attribution.rule, attribution.confidence
    )
