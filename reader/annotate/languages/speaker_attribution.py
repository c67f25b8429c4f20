"""Attribute quotes to speakers, sentence by sentence, in a language with a grammar.

Owns the steps beyond one sentence: pronouns, verbs without a subject, quotes that stand alone. Where two
people may be meant, the quote keeps no speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.known_names import KnownNames, NameMatch
from reader.annotate.languages.speech_phrases import (
    DROPPED,
    NAME,
    NOMINAL,
    PRONOUN,
    Cue,
    Phrase,
    PhraseReader,
)
from reader.annotate.languages.tokenizer import DASHES, QUOTE, Tokens
from reader.annotate.quotes.attribution import UNATTRIBUTED, Attribution

EXPLICIT_RULES = (
    "verb, speaker after",
    "speaker, verb after",
    "speaker and colon",
    "source",
    "speaker inside",
)
"""Rules that name the speaker beside the quote."""
UNKNOWN_SPEAKER = "unknown speaker"
"""The rule for a verb of speech beside the quote whose subject is not certain."""
_BLOCKED = UNATTRIBUTED._replace(rule=UNKNOWN_SPEAKER)
_REMEMBERED = 3
"""Paragraphs after which a speaker is no longer meant by a pronoun."""


@dataclass(slots=True)
class _Paragraph:
    """What is known while a paragraph is read: its attributions, the speaker, and the subject before."""

    attributions: list[Attribution]
    current: Attribution = UNATTRIBUTED
    subject: Attribution = UNATTRIBUTED
    named: list[str] = field(default_factory=list)  # people in the order of their mention
    waiting: list[int] = field(default_factory=list)


class SpeakerAttribution:
    """Attributes the quotes of the paragraphs that are given one after another, in reading order."""

    def __init__(self, grammar: Grammar, names: KnownNames) -> None:
        self._grammar = grammar
        self._names = names
        self._last = UNATTRIBUTED  # the speaker of the paragraph before
        self._recent: list[tuple[int, str]] = []  # speakers with the number of their paragraph
        self._number = 0
        self._last_named: list[str] = []
        self._named: dict[str, None] = {}  # all people of the text so far
        self._announced = UNATTRIBUTED  # the subject of a sentence with a colon at the end of a paragraph
        self._unnamed_gender: dict[str, str] = {}

    def attribute(
        self, tokens: Tokens, matches: Sequence[NameMatch], inside: Mapping[int, Phrase]
    ) -> list[Attribution]:
        """One attribution for each quote of a paragraph with the names `matches`.

        `inside` are the speakers named inside quotes, by number of quote.
        """
        reader = PhraseReader(tokens, matches, self._grammar)
        state = _Paragraph([UNATTRIBUTED] * len(tokens.quotes))
        for low, high in tokens.sentences:
            quotes = [at for at in range(low, high) if tokens.words[at] == QUOTE]
            if quotes:
                self._sentence(tokens, reader, (low, high), quotes, inside, state)
            else:
                self._narration(reader, low, high, state)
            state.named += [match.name for match in reader.people_between(low, high)]
        self._alone(tokens, state)
        announced = UNATTRIBUTED
        if tokens.words and tokens.words[-1] == ":":
            announced = self._colon(tokens, reader, *tokens.sentences[-1], len(tokens.words) - 1, state)
        self._announced = announced
        self._number += 1
        if tokens.words:
            self._last = state.current
            self._last_named = state.named
            self._named.update(dict.fromkeys(state.named))
            spoken = dict.fromkeys(one.speaker for one in state.attributions if one.speaker)
            self._recent = [*self._recent, *((self._number, speaker) for speaker in spoken)][-4:]
        return state.attributions

    def _sentence(
        self,
        tokens: Tokens,
        reader: PhraseReader,
        bounds: tuple[int, int],
        quotes: Sequence[int],
        inside: Mapping[int, Phrase],
        state: _Paragraph,
    ) -> None:
        """Attribute the quotes at tokens `quotes` of a sentence."""
        low, high = bounds
        cues = list(reader.cues(low, high))
        spoken = UNATTRIBUTED  # the speaker of an earlier quote of the sentence
        is_bare = not any(word != QUOTE and word[0].isalnum() for word in tokens.words[low:high])
        for at in quotes:
            number = tokens.quotes[at]
            found: Attribution | None
            if number in inside:
                found = self._resolve(inside[number], "speaker inside", 0.85, state)
            else:
                found = self._by_cues(tokens, reader, at, bounds, cues, spoken, state)
            if found is None:
                found = self._bare(number, state) if is_bare else UNATTRIBUTED
            state.attributions[number] = found
            if found.speaker or found.rule == UNKNOWN_SPEAKER:
                spoken = state.current = found
                if found.rule in EXPLICIT_RULES:
                    for index in state.waiting:
                        state.attributions[index] = found._replace(
                            rule="later in the paragraph", confidence=0.6
                        )
                state.waiting.clear()

    def _bare(self, number: int, state: _Paragraph) -> Attribution:
        """The speaker of a quote that is a sentence by itself."""
        if state.current.speaker or state.current.rule == UNKNOWN_SPEAKER:
            return state.current._replace(
                rule="speaker of the paragraph", confidence=state.current.confidence * 0.9
            )
        if state.subject.speaker:
            return state.subject._replace(rule="subject before", confidence=0.5)
        state.waiting.append(number)
        return UNATTRIBUTED

    def _by_cues(
        self,
        tokens: Tokens,
        reader: PhraseReader,
        at: int,
        bounds: tuple[int, int],
        cues: Sequence[Cue],
        spoken: Attribution,
        state: _Paragraph,
    ) -> Attribution | None:
        """The speaker by the words of the sentence; None if they do not concern the quote at token `at`."""
        low, high = bounds
        behind = self._behind(tokens, reader, at, high, cues, state)
        if behind is not None:
            return behind
        word = tokens.words[at - 1] if at > low else ""
        if (spoken.speaker and word == ",") or (word in DASHES and spoken.speaker):
            return spoken._replace(rule="goes on", confidence=spoken.confidence * 0.95)
        if word == ":":
            return self._colon(tokens, reader, low, high, at - 1, state)
        before = [cue for cue in cues if cue.end <= at]
        if not before:
            return None
        cue = before[-1]
        if cue.subject is None:
            if self._grammar.subject_dropped and not cue.is_source:
                return self._resolve(self._dropped(cue), "verb before", 0.6, state)
            return None
        near = at - max(cue.end, cue.subject.end) <= 3 or word in self._grammar.complementizers
        between = reader.people_between(max(cue.end, cue.subject.end), at)
        if between and not near:
            return None
        rule = "source" if cue.is_source else "verb before"
        return self._resolve(cue.subject, rule, 0.8 if near else 0.6, state)

    def _behind(
        self, tokens: Tokens, reader: PhraseReader, at: int, high: int, cues: Sequence[Cue], state: _Paragraph
    ) -> Attribution | None:
        """The speaker by the words directly behind the quote: “…”, dijo X."""
        begin = at + 1
        while begin < high and (tokens.words[begin] == "," or tokens.words[begin] in DASHES):
            begin += 1
        if begin >= high:
            return None
        if tokens.lows[begin] in self._grammar.sources_behind_quote:
            subject = reader.subject_at(begin + 1, high, any_noun=True)
            if subject is not None:
                return self._resolve(subject, "source", 0.9, state)
        start = begin
        while start < min(high, begin + 3) and tokens.lows[start] in self._grammar.skipped:
            start += 1
        comma = begin > at + 1
        for cue in cues:
            if cue.start in range(begin, start + 1):
                if cue.subject is None:
                    if self._grammar.subject_dropped and not cue.is_source:
                        return self._resolve(self._dropped(cue), "verb, speaker after", 0.75, state)
                    return _BLOCKED
                if cue.subject_follows or cue.is_source:
                    return self._resolve(
                        cue.subject, "source" if cue.is_source else "verb, speaker after", 0.95, state
                    )
                if self._grammar.subject_dropped:
                    return self._resolve(self._dropped(cue), "verb, speaker after", 0.7, state)
            if comma and cue.subject is not None and cue.start > begin and cue.subject.start == begin:
                return self._resolve(cue.subject, "speaker, verb after", 0.8, state)
            if cue.is_source and cue.subject is not None and cue.subject.start == begin:
                return self._resolve(cue.subject, "source", 0.9, state)
        return None

    @staticmethod
    def _dropped(cue: Cue) -> Phrase:
        return Phrase(cue.end, cue.end, "", DROPPED)

    def _colon(
        self, tokens: Tokens, reader: PhraseReader, low: int, high: int, colon: int, state: _Paragraph
    ) -> Attribution:
        """The speaker of the words behind the colon at token `colon`."""
        cues = [cue for cue in reader.cues(low, colon) if cue.end <= colon]
        for cue in reversed(cues):
            if cue.subject is not None:
                return self._resolve(
                    cue.subject, "source" if cue.is_source else "speaker and colon", 0.85, state
                )
        subject = reader.first_subject(low, colon)
        if subject is not None and (subject.kind != NOMINAL or cues):
            return self._resolve(subject, "speaker and colon", 0.65, state)
        if cues and self._grammar.subject_dropped:
            return self._resolve(self._dropped(cues[-1]), "speaker and colon", 0.6, state)
        if subject is not None:
            return self._resolve(subject, "speaker and colon", 0.55, state)
        if not cues and state.current.speaker:
            return state.current._replace(rule="speaker of the paragraph", confidence=0.5)
        return UNATTRIBUTED

    def _narration(self, reader: PhraseReader, low: int, high: int, state: _Paragraph) -> None:
        """Note the subject of a sentence without a quote."""
        cues = [
            cue for cue in reader.cues(low, high) if cue.subject is not None and cue.subject.kind != PRONOUN
        ]
        subject = cues[0].subject if cues else reader.first_subject(low, high)
        if subject is None or (subject.kind == NAME and not subject.is_person):
            if cues:
                state.subject = state.current = UNATTRIBUTED
            return
        if reader.is_joined(subject):  # a later pronoun may mean either
            state.subject = state.current = UNATTRIBUTED
            return
        found = self._resolve(subject, "subject before", 0.5, state)
        if subject.kind == PRONOUN and not found.speaker:
            return
        state.subject = found
        if found.speaker != state.current.speaker:
            state.current = UNATTRIBUTED

    def _alone(self, tokens: Tokens, state: _Paragraph) -> None:
        """Attribute quotes that nothing in the paragraph explains."""
        only_quotes = all(word == QUOTE or not word[0].isalnum() for word in tokens.words)
        for index in state.waiting:
            if self._announced.speaker:
                found = self._announced._replace(rule="colon before the paragraph", confidence=0.7)
            elif only_quotes and self._last.speaker:
                found = self._last._replace(rule="last speaker", confidence=0.45)
            else:
                continue
            state.attributions[index] = state.current = found

    def _resolve(self, phrase: Phrase, rule: str, confidence: float, state: _Paragraph) -> Attribution:
        """The attribution for a phrase: a full name, the words of a noun, or the antecedent of a pronoun."""
        if phrase.kind == NAME:
            return Attribution(phrase.text, NAME, rule, confidence)
        if phrase.kind == NOMINAL:
            person = self._person_with_role(phrase, state) if phrase.role else ""
            if person:
                return Attribution(person, NOMINAL, rule, confidence * 0.8)
            self._unnamed_gender[phrase.text] = phrase.gender
            return Attribution(phrase.text, NOMINAL, rule, confidence * 0.9)
        if phrase.kind == PRONOUN and not phrase.gender:
            return _BLOCKED
        found = self._antecedent(phrase.gender, state)
        if not found:
            return _BLOCKED
        return Attribution(found, PRONOUN, rule, confidence * 0.75)

    def _person_with_role(self, phrase: Phrase, state: _Paragraph) -> str:
        """Whom a definite noun means: the person with this role, or the only one who was named so far."""
        person = self._names.person_with_role(phrase.role)
        if person or self._names.is_role_taken(phrase.role) or phrase.role not in self._grammar.person_nouns:
            return person
        people = self._named.keys() | set(state.named)
        only = next(iter(people)) if len(people) == 1 else ""
        return only if only and self._fits(only, phrase.gender) and not self._names.has_role(only) else ""

    def _gender(self, speaker: str) -> str:
        return self._names.gender.get(speaker, "") or self._unnamed_gender.get(speaker, "")

    def _fits(self, speaker: str, gender: str) -> bool:
        known = self._gender(speaker)
        return not gender or not known or known == gender

    def _antecedent(self, gender: str, state: _Paragraph) -> str:
        """Whom a pronoun of this gender, or a verb without a subject, means; empty if it is not certain."""
        for near in (state.subject, state.current):
            if near.speaker and self._fits(near.speaker, gender):
                return near.speaker
        for named, speaker in ((state.named, UNATTRIBUTED), (self._last_named, self._last)):
            if speaker.speaker and self._fits(speaker.speaker, gender):
                return speaker.speaker
            fitting = list(dict.fromkeys(name for name in named if self._fits(name, gender)))
            certain = [name for name in fitting if gender and self._gender(name) == gender]
            if len(fitting) == 1 or len(certain) == 1:
                return (certain if len(certain) == 1 else fitting)[0]
            if fitting:
                return ""
        lately = {speaker for number, speaker in self._recent if number > self._number - _REMEMBERED}
        fitting = [speaker for speaker in lately if gender and self._gender(speaker) == gender]
        return fitting[0] if len(fitting) == 1 else ""
