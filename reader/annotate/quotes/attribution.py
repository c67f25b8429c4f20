"""Who speaks: the speaker of every quote of a text, by rules that each have a name and a confidence.

Owns what holds beyond one sentence: who spoke last, in quotes or not, who goes on in the same
paragraph, whom a colon or a transcript's label announces; and the resolving of what a rule points at.

What each rule earns, in points of the F1 of quotes found whole and with their speaker that are lost without
it (of 86.2; measured on 22 November 2026 on 84 news articles with 798 quotes that people had marked):

    verb right after the quote, inverted or not         27.9
    what stands before it in the sentence               20.2
        verbs of saying                                 12.5
        wide verbs (called, praised, accused)            2.4
        nouns of saying (NAME's claim that)              0.4
    pronouns                                            13.6
        first names as evidence of gender                1.6
        gender of any kind                               1.1
        people without a name                            0.0
    the paragraph's speaker goes on                     11.8
    dash and name                                        3.2
    few words without a verb of saying are no quote      1.6
    last speaker, colon before the paragraph             1.0
    words written like a title are no quote              0.9
    names of people from the entities                    0.5
    nicknames are no quote                               0.4
    all nouns for people (her grandmother)               0.3
    verb later in the sentence                           0.3
    labels of a transcript                               0.3
    quotes that run on over paragraphs                   0.2
    it and they                                          0.1
    code is no quote                                     0.0

Where these articles have no case (code, interviews, people who have no name, a passive with "by", a name
and a colon, the full name for a surname), the tests have.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import PRONOUNS, SPEECH, SUBJECTS, TOLD
from reader.annotate.quotes.noun_phrases import (
    NAME,
    NOMINAL,
    PRONOUN,
    is_clear,
    starting_at,
    title_before,
)
from reader.annotate.quotes.people import People
from reader.annotate.quotes.pronouns import Antecedents, gender_of, is_new, is_one
from reader.annotate.quotes.sentence_rules import in_sentence
from reader.annotate.quotes.speech_verbs import Found, before
from reader.annotate.quotes.subjects import first_subject, subject_of
from reader.annotate.quotes.token_stream import QUOTE, Stream
from reader.annotate.quotes.transcripts import Label


class Said(NamedTuple):
    """A speaker: the words that name them, what kind of words, the rule and how sure it is."""

    speaker: str
    kind: str
    rule: str
    confidence: float


NOBODY = Said("", "", "", 0.0)
THRESHOLD = 0.35
"""Below this a quote stays unattributed."""
LABELLED = "label of a transcript", "question and answer"
"""The rules of transcripts: a name, or one of two whom the lead introduces."""


@dataclass(slots=True)
class _Told:
    """What a paragraph has told so far.

    `said` has a speaker for each quote, `own` is who speaks, `subject` that of the sentence before; `waiting`
    are quotes whose speaker may yet come, and `lost` tells that the speaker is somebody whom nothing names.
    """

    said: list[Said]
    own: Said = NOBODY
    subject: Said = NOBODY
    waiting: list[int] = field(default_factory=list)
    lost: bool = False

    def later(self, verdict: Said) -> None:
        """Give the quotes that wait to who is named behind them."""
        for index in self.waiting:
            self.said[index] = verdict._replace(rule="later in the paragraph", confidence=0.7)
        self.waiting.clear()


class Attributor:
    """Goes through a text once, from its first quote to its last, and remembers who spoke.

    `labels` are the speakers that a transcript names, by paragraph; `blocks` the paragraphs that are block
    quotes.
    """

    def __init__(
        self,
        streams: Sequence[Stream],
        people: People,
        labels: dict[int, Label],
        blocks: Collection[int] = (),
    ) -> None:
        self._streams = streams
        self._people = people
        self._antecedents = Antecedents(streams, people)
        self._labels = labels
        self._blocks = blocks
        self._last = NOBODY  # who spoke last, in quotes or not
        self._last_paragraph = -9
        self._several = NOBODY  # the body or the people that spoke last and have no name
        self._several_paragraph = -9
        self._announced = NOBODY  # whom a colon at the end of the paragraph before announces

    def run(self) -> list[list[Said]]:
        """One list a paragraph, one speaker for each of its quotes."""
        return [
            self._labelled(number, stream) if number in self._labels else self._paragraph(number, stream)
            for number, stream in enumerate(self._streams)
        ]

    def _labelled(self, number: int, stream: Stream) -> list[Said]:
        """A paragraph of a transcript."""
        label = self._labels[number]
        rule, sure = (LABELLED[1], 0.75) if label.role else (LABELLED[0], 0.9)
        own = Said(self._people.name(label.name), NAME, rule, sure)
        self._remember(own, number, NOBODY)
        return [own] * len(stream.quotes)

    def _paragraph(self, number: int, stream: Stream) -> list[Said]:
        """Sentence by sentence: what a rule says of a quote, else what the paragraph has told so far."""
        told = _Told([NOBODY] * len(stream.quotes))
        for low, high in stream.sentences:
            quotes = [i for i in range(low, high) if stream.words[i] == QUOTE] if stream.quotes else []
            if quotes:
                self._sentence(number, stream, (low, high), quotes, told)
                continue
            heard = self._heard(number, stream, low, high)
            told.own = heard if heard.speaker else told.own
            told.subject = heard if heard.speaker else self._subject(number, stream, low, high)
        for index in told.waiting:
            told.said[index] = self._from_before(number, stream)
        if not told.own.speaker and told.waiting:
            told.own = told.said[told.waiting[-1]]
        announced = NOBODY
        if stream.words and stream.words[-1] == ":":
            may = (self._announces(number, stream), told.subject, told.own)
            announced = next((one for one in may if one.speaker), told.own)
        self._remember(told.own, number, announced)
        return told.said

    def _sentence(
        self, number: int, stream: Stream, bounds: tuple[int, int], quotes: Sequence[int], told: _Told
    ) -> None:
        """Give the quotes at tokens `quotes` of a sentence their speakers."""
        low, high = bounds
        alone = high - low <= len(quotes) + 1
        here = NOBODY  # who speaks in this sentence
        for at in quotes:
            index = stream.quotes[at]
            found = in_sentence(stream, at, low, high)
            if found is not None:
                told.said[index] = verdict = self._resolve(number, stream, low, found)
                told.lost = not verdict.speaker and told.own.rule in ("", "speech before")
                if verdict.speaker:
                    told.own = here = verdict
                    told.later(verdict)
            elif not told.lost:
                goes_on = stream.words[at - 1] == ","  # “…,” said NAME, “…”
                told.said[index] = _taken_on(here if goes_on else NOBODY, told.own, told.subject, alone)
                if alone and not told.said[index].speaker:
                    told.waiting.append(index)

    def _remember(self, own: Said, number: int, announced: Said) -> None:
        if own.speaker:
            self._last, self._last_paragraph = own, number
        self._announced = announced

    def _from_before(self, number: int, stream: Stream) -> Said:
        """The speaker of a paragraph that is nothing but a quote."""
        if self._announced.speaker:
            return self._announced._replace(rule="colon before the paragraph", confidence=0.85)
        away = number - self._last_paragraph
        # A block quote may be anybody's: whoever spoke two paragraphs before is no sign.
        if not self._last.speaker or away > (1 if number in self._blocks else 2):
            return NOBODY
        whole = stream.quotes.get(0) == 0 and len(stream.words) <= len(stream.quotes) + 1
        return self._last._replace(rule="last speaker", confidence=0.55 if whole and away == 1 else 0.4)

    def _announces(self, number: int, stream: Stream) -> Said:
        """Whom a sentence that ends with a colon lets speak."""
        low, high = stream.sentences[-1]
        found = before(stream, high - 1, low, high)
        if found is None:
            phrase = first_subject(stream.words, low, high)
            if phrase is None or not is_clear(stream.words, phrase):
                return NOBODY
            found = Found(phrase, "", 0.6)
        return self._resolve(number, stream, low, found)

    def _heard(self, number: int, stream: Stream, low: int, high: int) -> Said:
        """Who speaks in a sentence without a quote."""
        words = stream.words
        for i in range(low, high):
            if SPEECH.get(words[i].lower()) not in ("past", "third"):
                continue
            # "…, said Brandt" is inverted; "Brandt, …, said she had" and "Brandt, …, told Holm" are not.
            follows = words[i + 1].lower() if i + 1 < high else ""
            inverted = words[i - 1] == "," and follows not in SUBJECTS and words[i].lower() not in TOLD
            phrase = subject_of(words, i, low) if i > low and not inverted else None
            if phrase is None or not is_clear(words, phrase):
                phrase = starting_at(words, i + 1, high) or (subject_of(words, i, low) if i > low else None)
            if phrase is not None and is_clear(words, phrase):
                return self._resolve(number, stream, low, Found(phrase, "speech before", 0.5))
        return NOBODY

    def _subject(self, number: int, stream: Stream, low: int, high: int) -> Said:
        phrase = first_subject(stream.words, low, high)
        if phrase is None or not is_clear(stream.words, phrase):
            return NOBODY
        name = stream.slice(phrase.start, phrase.end)
        if phrase.kind == NAME and not self._people.knows(name):
            return NOBODY
        return self._resolve(number, stream, low, Found(phrase, "", 0.5), spoke=False)

    def _resolve(self, number: int, stream: Stream, low: int, found: Found, *, spoke: bool = True) -> Said:
        phrase = found.phrase
        if phrase.kind == NAME:
            title = title_before(stream.words, phrase)
            written = stream.slice(phrase.start, phrase.end)
            name = self._people.name(written, title)
            if spoke and self._people.may_be(written):
                self._antecedents.spoke(number, phrase.start, self._people.key(written, title))
            return Said(name, NAME, found.rule, found.confidence)
        if phrase.kind == NOMINAL:
            written = stream.slice(phrase.start, phrase.end)
            said = Said(written, NOMINAL, found.rule, found.confidence)
            if is_one(stream.words, phrase):
                gender = gender_of(stream.words, phrase)
                place = number, phrase.start
                if is_new(stream.words, phrase):
                    self._antecedents.introduced(*place, written, gender, spoke=spoke)
                else:
                    self._antecedents.spoken_of(*place, written, gender)
            elif spoke:
                self._several, self._several_paragraph = said, number
            return said
        pronoun = stream.words[phrase.start].lower()
        gender = PRONOUNS.get(pronoun, "")
        if gender not in ("m", "f"):
            return self._group(number, stream, low, found) if pronoun in ("it", "they") else NOBODY
        key, sure = self._antecedents.resolve(number, phrase.start, gender)
        if key is None:
            return NOBODY._replace(rule=found.rule)
        self._antecedents.spoke(number, phrase.start, key)
        return Said(self._antecedents.called(key), PRONOUN, found.rule, found.confidence * sure)

    def _group(self, number: int, stream: Stream, low: int, found: Found) -> Said:
        """Whom it or they stands for: an organisation or some people that spoke before."""
        outer = first_subject(stream.words, low, found.phrase.start)
        if outer is not None and outer.kind != PRONOUN and is_clear(stream.words, outer):
            name = stream.slice(outer.start, outer.end)
            if outer.kind == NOMINAL or not self._people.knows(name):
                return Said(name, outer.kind, found.rule, found.confidence * 0.8)
        if number - self._several_paragraph <= 1:
            return Said(self._several.speaker, PRONOUN, found.rule, found.confidence * 0.6)
        return NOBODY._replace(rule=found.rule)


def _taken_on(here: Said, own: Said, subject: Said, alone: bool) -> Said:
    """Who says a quote that no rule gives a speaker: of its sentence, its paragraph, the sentence before.

    `alone`: its sentence is nothing else.
    """
    if here.speaker:
        return here._replace(rule="same sentence", confidence=0.8)
    if own.speaker and (alone or own.rule != "speech before"):
        return own._replace(rule="same paragraph", confidence=0.8 if alone else 0.45)
    if alone and subject.speaker:
        return subject._replace(rule="subject of the sentence before", confidence=0.5)
    return NOBODY
