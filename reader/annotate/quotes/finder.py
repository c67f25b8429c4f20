"""Quotes: the words that somebody said, each with its pieces and its speaker.

Owns what a quote is among all that stands between marks: titles, nicknames, inches and scare quotes are
none. And owns which pieces make one statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate import do_nothing
from reader.annotate.code import looks_so
from reader.annotate.lexicon.speech_cues import SPEECH, WIDE
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.lexicon.words import ABBREVIATED
from reader.annotate.markup import PLAIN, Markup
from reader.annotate.quotes.attribution import LABELLED, NOBODY, THRESHOLD, Attributor, Said
from reader.annotate.quotes.interviews import bold_questions, named
from reader.annotate.quotes.people import People
from reader.annotate.quotes.quotation_marks import Quoted, Usage, pair_marks, usage
from reader.annotate.quotes.token_stream import lower_openings, stream
from reader.annotate.quotes.transcripts import Label, find_labels, spread, whole

SHORT = 3
"""Fewer words than this are a scare quote unless a verb of saying introduces them."""
FRAGMENT = 6
"""Fewer than this, of no sentence and said by nobody, are a scare quote too."""
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = word_set("a an the of and or in on at to for with from by de la le du & vs v")
# Verbs whose object, written like a title, is one.
_NAMING = word_set(
    "titled entitled named called dubbed headlined wrote written writes read reads sang published"
)
# Few words say much: Thai, Lao, Japanese, Chinese and Korean.
_DENSE = re.compile("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_OUTSPOKEN = (
    "verb, speaker after",
    "speaker, verb after",
    "name and colon",
    *LABELLED,
    "dash and name",
)


class FoundQuote(NamedTuple):
    """One statement. `pieces` are (paragraph, start, end) without the marks, in reading order.

    `text` is their words, joined by " … ". `speaker` is empty when nobody is named surely enough; `kind`
    is "name", "pronoun" or "nominal", after what the text calls the speaker.
    """

    pieces: tuple[tuple[int, int, int], ...]
    text: str
    speaker: str
    kind: str
    rule: str
    confidence: float


class _Piece(NamedTuple):
    quote: Quoted
    said: Said
    goes_on: bool  # with the words of the piece before


class QuoteFinder:
    """Finds the quotes of a text piece by piece.

    What only the whole text tells, its labels and its marks, is found out first. `markup` is what the source
    says of the paragraphs.
    """

    def __init__(self, paragraphs: Sequence[str], markup: Markup = PLAIN) -> None:
        self._paragraphs = paragraphs
        apart = {*markup.quoted, *markup.captions}
        self._labels = find_labels(paragraphs, apart) or bold_questions(paragraphs, markup.loud, apart)
        self._introduced = False  # whether it was asked who asks and who answers
        self._usage = usage(paragraphs)
        self._blocks = frozenset(markup.quoted)

    def found(
        self,
        first: int,
        last: int,
        people: Collection[str],
        others: Iterable[str],
        check: Callable[[], None] = do_nothing,
    ) -> Iterator[FoundQuote]:
        """The quotes of the paragraphs `first` to `last`, exclusive.

        `check` is called for each paragraph; what it raises stops the work.
        """
        inside = range(first, last)
        if self._labels and not self._introduced:
            self._introduced = True
            self._labels = named(self._labels, self._paragraphs, people)
        labels = {number - first: label for number, label in self._labels.items() if number in inside}
        blocks = [number - first for number in self._blocks if number in inside]
        for quote in _find(self._paragraphs[first:last], self._usage, labels, blocks, people, others, check):
            yield quote._replace(
                pieces=tuple((number + first, start, end) for number, start, end in quote.pieces)
            )


def _find(
    paragraphs: Sequence[str],
    how: Usage,
    labels: dict[int, Label],
    blocks: Collection[int],
    people: Iterable[str],
    others: Iterable[str],
    check: Callable[[], None],
) -> tuple[FoundQuote, ...]:
    marked = list(pair_marks(paragraphs, how))
    for number, label in labels.items():
        marked[number] = (whole(paragraphs[number], number, label.start),)
    for number in blocks:
        if number not in labels and paragraphs[number].strip():
            marked[number] = (whole(paragraphs[number], number, 0),)
    if not any(marked):
        return ()
    speakers = spread(labels, marked)
    kept, streams = [], []
    for text, spans in zip(paragraphs, marked, strict=True):
        check()
        kept.append([quote for quote in spans if _is_speech(text, quote)])
        streams.append(stream(text, kept[-1], _nicknames(text, spans, kept[-1])))
    lower_openings(streams)
    said = Attributor(streams, People(streams, people, others), speakers, blocks).run()
    return _statements(paragraphs, _continued(kept, said))


def _is_speech(paragraph: str, quote: Quoted) -> bool:
    """Whether words between marks may be somebody's at all: no nickname, no stage direction."""
    text = paragraph[quote.start : quote.end].strip()
    if not any(char.isalnum() for char in text) or (text[0] == "(" and text.rstrip(".")[-1:] == ")"):
        return False
    if not quote.opened or not quote.closed or len(text) > 90:
        return True
    if _is_title(_WORD.findall(text)) and not _introduces(
        paragraph[max(0, quote.start - 40) : quote.start - 1]
    ):
        return False
    return not _is_nickname(paragraph, quote)


def _is_nickname(paragraph: str, quote: Quoted) -> bool:
    """Whether a name in marks stands between two others: Nils “Tall Nils” Aker."""
    text = paragraph[quote.start : quote.end]
    if not text or len(text) > 30 or not text[0].isupper() or not text[-1].isalpha():
        return False
    before = paragraph[max(0, quote.start - 25) : max(0, quote.start - 1)]
    after = paragraph[quote.end + 1 : quote.end + 3]
    words = before.split()  # none in a paragraph that begins with blanks
    return before[-1:] == " " == after[:1] and words != [] and words[-1][0].isupper() and after[1:].isupper()


def _nicknames(text: str, marked: Sequence[Quoted], kept: Sequence[Quoted]) -> list[Quoted]:
    """What is dropped between two names: it is passed over, so that they are one."""
    if len(marked) == len(kept):
        return []
    return [quote for quote in marked if quote not in kept and _is_nickname(text, quote)]


def _introduces(before: str) -> bool:
    """Whether words written like a title are a quote where they stand: alone, behind a pause or a verb."""
    before = before.rstrip()
    if not before or before[-1] in '.?!:;”"…—–-':
        return True
    words = before.rstrip(",").lower().split()[-5:]
    if before[-1] == ",":
        return any(word in SPEECH for word in words)
    return bool(words) and words[-1] not in _NAMING and (words[-1] in SPEECH or words[-1] in WIDE)


def _continued(kept: Sequence[Sequence[Quoted]], said: Sequence[Sequence[Said]]) -> list[_Piece]:
    """The pieces, where a quote that runs on over paragraphs has one speaker."""
    pieces: list[_Piece] = []
    for number, spans in enumerate(kept):
        for place, (quote, verdict) in enumerate(zip(spans, said[number], strict=True)):
            last = pieces[-1] if pieces and not place else None
            if last is None or not _runs_on(last, quote):
                pieces.append(_Piece(quote, verdict, False))
                continue
            if verdict.rule in _OUTSPOKEN or not last.said.speaker:
                _tell_back(pieces, verdict._replace(rule="continued paragraph", confidence=0.75))
            else:
                sure = max(0.5, last.said.confidence * 0.95)
                verdict = last.said._replace(rule="continued paragraph", confidence=sure)
            pieces.append(_Piece(quote, verdict, True))
    return pieces


def _runs_on(last: _Piece, quote: Quoted) -> bool:
    """Whether a quote that opens a paragraph goes on with one that the paragraph before left open."""
    if last.quote.closed or last.said.rule in LABELLED:
        return False
    return last.quote.paragraph == quote.paragraph - 1 and quote.start <= 3


def _tell_back(pieces: list[_Piece], said: Said) -> None:
    """Give the pieces of a quote that runs on the speaker who is named at its end."""
    for back in range(len(pieces) - 1, max(-1, len(pieces) - 100), -1):
        pieces[back] = pieces[back]._replace(said=said)
        if not pieces[back].goes_on:
            return


def _statements(paragraphs: Sequence[str], pieces: Sequence[_Piece]) -> tuple[FoundQuote, ...]:
    groups: list[list[_Piece]] = []
    joined = False  # whether the piece before counts, so that the next may belong to it
    for piece in pieces:
        text = paragraphs[piece.quote.paragraph]
        announced = text[max(0, piece.quote.start - 3) : piece.quote.start - 1].rstrip().endswith(":")
        counts = _counts(piece, text[piece.quote.start : piece.quote.end], announced)
        if counts and joined and _belongs(paragraphs, groups[-1][-1], piece):
            groups[-1].append(piece)
        elif counts:
            groups.append([piece])
        joined = counts
    return tuple(_found(paragraphs, group) for group in groups)


def _found(paragraphs: Sequence[str], group: Sequence[_Piece]) -> FoundQuote:
    """One statement of all its pieces."""
    said = group[0].said
    if said.confidence < THRESHOLD:
        said = NOBODY._replace(rule=said.rule or "marks", confidence=said.confidence)
    places = tuple((piece.quote.paragraph, piece.quote.start, piece.quote.end) for piece in group)
    return FoundQuote(places, joined(paragraphs, places), said.speaker, said.kind, said.rule, said.confidence)


def joined(paragraphs: Sequence[str], pieces: Iterable[tuple[int, int, int]]) -> str:
    """The words of the pieces of a statement."""
    return " … ".join(paragraphs[number][start:end] for number, start, end in pieces)


def _belongs(paragraphs: Sequence[str], last: _Piece, piece: _Piece) -> bool:
    """Whether a piece goes on with the statement of the one before: “…,” she said, “…”."""
    if piece.goes_on:
        return True
    if last.quote.paragraph != piece.quote.paragraph or not piece.said.speaker:
        return False
    gap = paragraphs[piece.quote.paragraph][last.quote.end + 1 : piece.quote.start - 1]
    same = last.said.speaker == piece.said.speaker and last.said.rule in _OUTSPOKEN
    return same and len(gap) < 160 and not _ends_sentence(gap.strip(" ,.:;—–-"))


def _ends_sentence(text: str) -> bool:
    """Whether a sentence ends inside `text`: no "Ms. " and no initial does that."""
    words = (part.rpartition(" ")[2] for part in text.split(". ")[:-1])
    return any(len(word) > 1 and word not in ABBREVIATED for word in words)


def _counts(piece: _Piece, text: str, announced: bool) -> bool:
    """Whether words between marks are a quote, now that it is known who may have said them.

    `announced` tells that a colon stands before them.
    """
    said = piece.said
    words = _WORD.findall(text)
    if not piece.quote.opened or said.rule in _OUTSPOKEN or piece.goes_on:
        return True
    if _DENSE.search(text):
        return len(text) > 4 or text[-1:] in "。！？，?!" or said.confidence >= THRESHOLD
    sentence = text[-1:] in ".?!,…" and text[:1].isupper()
    if (
        _is_title(words)
        and not (sentence and said.confidence >= THRESHOLD)
        and "verb before" not in said.rule
    ):
        return False
    if not said.speaker and looks_so(text):
        return False
    if len(words) < SHORT:
        return said.confidence >= 0.5 or (sentence and said.confidence >= THRESHOLD)
    return len(words) >= FRAGMENT or announced or bool(said.speaker) or sentence


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are written as those of a title are."""
    big = [word for word in words if word.lower() not in _SMALL]
    return 2 <= len(words) <= 10 and all(word[0].isupper() or word[0].isdigit() for word in big)
