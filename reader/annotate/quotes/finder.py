"""Find quotes: words that somebody said, in one or more pieces, with their speaker.

Owns the rules for which quoted spans are quotes: titles, nicknames, inches, code and scare quotes are not.
Owns the rules for which pieces belong to one statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.annotate.code_spans import looks_like_code
from reader.annotate.lexicon.speech_cues import BROAD_CUE_VERBS, CUE_VERBS
from reader.annotate.lexicon.word_classes import ABBREVIATIONS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.markup import NO_MARKUP, Markup
from reader.annotate.quotes.attribution import (
    TRANSCRIPT_RULES,
    UNATTRIBUTED,
    Attribution,
    Attributor,
)
from reader.annotate.quotes.interviews import bold_questions, name_roles
from reader.annotate.quotes.person_index import PersonIndex
from reader.annotate.quotes.quotation_marks import MarkStyle, QuotedSpan, mark_style, pair_marks
from reader.annotate.quotes.quote_masking import lowercase_sentence_starts, mask_quotes
from reader.annotate.quotes.transcripts import SpeakerLabel, extend_labels, find_labels, whole_paragraph
from reader.annotate.results import THRESHOLD, FoundQuote, Vote, do_nothing

MIN_WORDS = 3
"""Shorter spans are scare quotes, unless a cue verb introduces them."""
MIN_FRAGMENT_WORDS = 6
"""Shorter spans that are not sentences and have no speaker are scare quotes."""
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_TITLE_FUNCTION_WORDS = word_set("a an the of and or in on at to for with from by de la le du & vs v")
_TITLE_VERBS = word_set(
    """titled entitled named called dubbed headlined wrote written writes read reads sang published"""
)
"""Verbs before a title: `a book called “The Gate”`."""
_MENTIONING_WORDS = word_set("rated classified marked stamped spelled spelt hashtag button key password")
"""Words before words that are mentioned and not said."""
_DENSE_SCRIPT = re.compile("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts in which a few characters are many words: Thai, Lao, Japanese, Chinese and Korean."""
_EXPLICIT_RULES = (
    "verb, speaker after",
    "speaker, verb after",
    "name and colon",
    *TRANSCRIPT_RULES,
    "dash and name",
)
"""Rules that name the speaker beside the quote."""


class _Piece(NamedTuple):
    """A quoted span with its attribution. `continues` is True if it continues the previous span."""

    quote: QuotedSpan
    attribution: Attribution
    continues: bool


class QuoteFinder:
    """Finds the quotes of a text batch by batch.

    Speaker labels and the style of quotation marks are read from the whole text first. `markup` is what the
    source says about the paragraphs. With `explain`, each quote has the votes of all rules.
    """

    def __init__(
        self, paragraphs: Sequence[str], markup: Markup = NO_MARKUP, *, explain: bool = False
    ) -> None:
        self._paragraphs = paragraphs
        self._explain = explain
        excluded = {*markup.block_quotes, *markup.captions}
        self._labels = find_labels(paragraphs, excluded) or bold_questions(
            paragraphs, markup.emphasized, excluded
        )
        self._roles_named = False
        self._mark_style = mark_style(paragraphs)
        self._block_quotes = frozenset(markup.block_quotes)

    def found(
        self,
        first: int,
        stop: int,
        people: Collection[str],
        things: Iterable[str],
        check: Callable[[], None] = do_nothing,
    ) -> Iterator[FoundQuote]:
        """The quotes of the paragraphs `first` to `stop`, exclusive.

        `check` is called for each paragraph; an exception that it raises stops the work.
        """
        inside = range(first, stop)
        if self._labels and not self._roles_named:
            self._roles_named = True
            self._labels = name_roles(self._labels, self._paragraphs, people)
        labels = {number - first: label for number, label in self._labels.items() if number in inside}
        block_quotes = [number - first for number in self._block_quotes if number in inside]
        for quote in _find(
            self._paragraphs[first:stop],
            self._mark_style,
            labels,
            block_quotes,
            people,
            things,
            check,
            explain=self._explain,
        ):
            yield quote._replace(
                pieces=tuple((number + first, start, end) for number, start, end in quote.pieces)
            )


def _find(
    paragraphs: Sequence[str],
    style: MarkStyle,
    labels: dict[int, SpeakerLabel],
    block_quotes: Collection[int],
    people: Iterable[str],
    things: Iterable[str],
    check: Callable[[], None],
    *,
    explain: bool,
) -> tuple[FoundQuote, ...]:
    """The quotes of one batch of paragraphs."""
    marked = list(pair_marks(paragraphs, style))
    for number, label in labels.items():
        marked[number] = (whole_paragraph(paragraphs[number], number, label.start),)
    for number in block_quotes:
        if number not in labels and paragraphs[number].strip():
            marked[number] = (whole_paragraph(paragraphs[number], number, 0),)
    if not any(marked):
        return ()
    speakers = extend_labels(labels, marked)
    kept, masked = [], []
    for text, spans in zip(paragraphs, marked, strict=True):
        check()
        kept.append([quote for quote in spans if _is_speech(text, quote)])
        masked.append(mask_quotes(text, kept[-1], _nicknames(text, spans, kept[-1])))
    lowercase_sentence_starts(masked)
    attributor = Attributor(
        masked, PersonIndex(masked, people, things), speakers, block_quotes, explain=explain
    )
    found = _statements(paragraphs, _continued(kept, attributor.run()))
    return tuple(_explained(quote, kept, attributor.votes) for quote in found) if explain else found


def _explained(
    quote: FoundQuote, kept: Sequence[Sequence[QuotedSpan]], votes: Mapping[tuple[int, int], tuple[Vote, ...]]
) -> FoundQuote:
    """The quote with its votes. A rule that looked beyond the paragraph has its vote first."""
    number, start, _ = quote.pieces[0]
    index = next(index for index, span in enumerate(kept[number]) if span.start == start)
    given = votes.get((number, index), ())
    winner = next((vote for vote in given if vote.rule == quote.rule), None)
    if winner is None and quote.rule != "marks":
        winner = Vote(quote.rule, quote.speaker, quote.confidence)
        given = (winner, *given)
    return quote._replace(votes=tuple(vote._replace(won=vote is winner) for vote in given))


def _is_speech(paragraph: str, quote: QuotedSpan) -> bool:
    """Whether a quoted span can be speech, and is not a nickname, a title or a stage direction."""
    text = paragraph[quote.start : quote.end].strip()
    if not any(char.isalnum() for char in text) or (text[0] == "(" and text.rstrip(".")[-1:] == ")"):
        return False
    if not quote.opened or not quote.closed or len(text) > 90:
        return True
    if _is_title(_WORD.findall(text)) and not _follows_cue(
        paragraph[max(0, quote.start - 40) : quote.start - 1]
    ):
        return False
    return not _is_nickname(paragraph, quote) and not _is_mentioned_word(paragraph, quote)


def _is_mentioned_word(paragraph: str, quote: QuotedSpan) -> bool:
    """Whether quoted words are named and not said: is rated “secret,” the button “R”."""
    text = paragraph[quote.start : quote.end]
    if len(text) > 40 or len(text.split()) > 3 or text[-1:] in "!?":
        return False
    before = paragraph[max(0, quote.start - 25) : max(0, quote.start - 1)].split()
    return bool(before) and before[-1].lower() in _MENTIONING_WORDS


def _is_nickname(paragraph: str, quote: QuotedSpan) -> bool:
    """Whether a quoted name is between two other names: Nils “Tall Nils” Aker."""
    text = paragraph[quote.start : quote.end]
    if not text or len(text) > 30 or not text[0].isupper() or not text[-1].isalpha():
        return False
    before = paragraph[max(0, quote.start - 25) : max(0, quote.start - 1)]
    after = paragraph[quote.end + 1 : quote.end + 3]
    words = before.split()  # empty at the start of a paragraph
    return before[-1:] == " " == after[:1] and words != [] and words[-1][0].isupper() and after[1:].isupper()


def _nicknames(text: str, marked: Sequence[QuotedSpan], kept: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """The nicknames among the dropped spans. They are masked, so that the names around them join."""
    if len(marked) == len(kept):
        return []
    return [quote for quote in marked if quote not in kept and _is_nickname(text, quote)]


def _follows_cue(before: str) -> bool:
    """Whether words written like a title are a quote: alone, after a pause, or after a cue verb."""
    before = before.rstrip()
    if not before or before[-1] in '.?!:;”"…—–-':
        return True
    words = before.rstrip(",").lower().split()[-5:]
    if before[-1] == ",":
        return any(word in CUE_VERBS for word in words)
    return (
        bool(words)
        and words[-1] not in _TITLE_VERBS
        and (words[-1] in CUE_VERBS or words[-1] in BROAD_CUE_VERBS)
    )


def _continued(
    kept: Sequence[Sequence[QuotedSpan]], attributions: Sequence[Sequence[Attribution]]
) -> list[_Piece]:
    """All pieces. The pieces of a quote that continues over paragraphs get the same speaker."""
    pieces: list[_Piece] = []
    for number, spans in enumerate(kept):
        for place, (quote, attribution) in enumerate(zip(spans, attributions[number], strict=True)):
            last = pieces[-1] if pieces and not place else None
            if last is None or not _continues(last, quote):
                pieces.append(_Piece(quote, attribution, False))
                continue
            if attribution.rule in _EXPLICIT_RULES or not last.attribution.speaker:
                _assign_backwards(pieces, attribution._replace(rule="continued paragraph", confidence=0.75))
            else:
                confidence = max(0.5, last.attribution.confidence * 0.95)
                attribution = last.attribution._replace(rule="continued paragraph", confidence=confidence)
            pieces.append(_Piece(quote, attribution, True))
    return pieces


def _continues(last: _Piece, quote: QuotedSpan) -> bool:
    """Whether a quote at the start of a paragraph continues the open quote of the previous paragraph."""
    if last.quote.closed or last.attribution.rule in TRANSCRIPT_RULES:
        return False
    return last.quote.paragraph == quote.paragraph - 1 and quote.start <= 3


def _assign_backwards(pieces: list[_Piece], attribution: Attribution) -> None:
    """Attribute the earlier pieces of a continued quote to the speaker named at its end."""
    for back in range(len(pieces) - 1, max(-1, len(pieces) - 100), -1):
        pieces[back] = pieces[back]._replace(attribution=attribution)
        if not pieces[back].continues:
            return


def _statements(paragraphs: Sequence[str], pieces: Sequence[_Piece]) -> tuple[FoundQuote, ...]:
    """Group the pieces that are quotes into statements."""
    groups: list[list[_Piece]] = []
    joinable = False  # whether the piece before is a quote, so that this one may continue it
    for piece in pieces:
        text = paragraphs[piece.quote.paragraph]
        announced = text[max(0, piece.quote.start - 3) : piece.quote.start - 1].rstrip().endswith(":")
        is_quote = _is_quote(piece, text[piece.quote.start : piece.quote.end], announced)
        if is_quote and joinable and _is_same_statement(paragraphs, groups[-1][-1], piece):
            groups[-1].append(piece)
        elif is_quote:
            groups.append([piece])
        joinable = is_quote
    return tuple(_found_quote(paragraphs, group) for group in groups)


def _found_quote(paragraphs: Sequence[str], group: Sequence[_Piece]) -> FoundQuote:
    """One statement from its pieces."""
    attribution = group[0].attribution
    if attribution.confidence < THRESHOLD:
        attribution = UNATTRIBUTED._replace(
            rule=attribution.rule or "marks", confidence=attribution.confidence
        )
    places = tuple((piece.quote.paragraph, piece.quote.start, piece.quote.end) for piece in group)
    return FoundQuote(
        places,
        join_pieces(paragraphs, places),
        attribution.speaker,
        attribution.kind,
        attribution.rule,
        attribution.confidence,
        person=attribution.person,
    )


def join_pieces(paragraphs: Sequence[str], pieces: Iterable[tuple[int, int, int]]) -> str:
    """The words of the pieces of a statement."""
    return " … ".join(paragraphs[number][start:end] for number, start, end in pieces)


def _is_same_statement(paragraphs: Sequence[str], last: _Piece, piece: _Piece) -> bool:
    """Whether a piece continues the statement of the piece before: “…,” she said, “…”."""
    if piece.continues:
        return True
    if last.quote.paragraph != piece.quote.paragraph or not piece.attribution.speaker:
        return False
    gap = paragraphs[piece.quote.paragraph][last.quote.end + 1 : piece.quote.start - 1]
    same = last.attribution.speaker == piece.attribution.speaker and last.attribution.rule in _EXPLICIT_RULES
    return same and len(gap) < 160 and not _ends_sentence(gap.strip(" ,.:;—–-"))


def _ends_sentence(text: str) -> bool:
    """Whether a sentence ends inside `text`. "Ms. " and initials do not end a sentence."""
    words = (part.rpartition(" ")[2] for part in text.split(". ")[:-1])
    return any(len(word) > 1 and word not in ABBREVIATIONS for word in words)


def _is_quote(piece: _Piece, text: str, announced: bool) -> bool:
    """Whether a quoted span is a quote, given its attribution.

    `announced` is True if a colon is before it.
    """
    attribution = piece.attribution
    words = _WORD.findall(text)
    if not piece.quote.opened or attribution.rule in _EXPLICIT_RULES or piece.continues:
        return True
    if _DENSE_SCRIPT.search(text):
        return len(text) > 4 or text[-1:] in "。！？，?!" or attribution.confidence >= THRESHOLD
    sentence = text[-1:] in ".?!,…" and text[:1].isupper()
    if (
        _is_title(words)
        and not (sentence and attribution.confidence >= THRESHOLD)
        and "verb before" not in attribution.rule
    ):
        return False
    if not attribution.speaker and looks_like_code(text):
        return False
    if attribution.rule == "verb before" and len(words) >= MIN_WORDS:
        return True  # even if nobody is found for "they"
    if len(words) < MIN_WORDS:
        return attribution.confidence >= 0.5 or (sentence and attribution.confidence >= THRESHOLD)
    return len(words) >= MIN_FRAGMENT_WORDS or announced or bool(attribution.speaker) or sentence


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are capitalized like a title."""
    capitalized = [word for word in words if word.lower() not in _TITLE_FUNCTION_WORDS]
    return 2 <= len(words) <= 10 and all(word[0].isupper() or word[0].isdigit() for word in capitalized)
