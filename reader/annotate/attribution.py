"""Who speaks: the speaker of every quote, by rules that each have a name and a confidence.

Owns the order of the rules. A rule reads the sentence around a quote, in which other quotes are one
token each; where the sentence names nobody, the paragraph and the one before it do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.cues import (
    ADVERBS,
    AUXILIARIES,
    BE,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
    SPEECH,
    WIDE,
)
from reader.annotate.people import People
from reader.annotate.phrases import (
    NAME,
    NOMINAL,
    PRONOUN,
    Phrase,
    ending_at,
    first_subject,
    is_clear,
    starting_at,
    subject_of,
)
from reader.annotate.stream import QUOTE, Stream

_POSSESSIVE = ("'s", "’s", "'", "’")


class Said(NamedTuple):
    """A speaker: the words that name them, what kind of words, the rule and how sure it is."""

    speaker: str
    kind: str
    rule: str
    confidence: float


class Found(NamedTuple):
    """What a rule points at, before names and pronouns are resolved."""

    phrase: Phrase
    rule: str
    confidence: float


NOBODY = Said("", "", "", 0.0)
THRESHOLD = 0.35
"""Below this a quote stays unattributed."""


def in_sentence(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """The speaker that the sentence `low:high` names for the quote at token `at`."""
    return (
        _right_after(stream, at, high)
        or _colon(stream, at, low)
        or _before(stream, at, low, high)
        or _later(stream, at, high)
    )


def _right_after(stream: Stream, at: int, high: int) -> Found | None:
    """“…,” said NAME / NAME said / according to NAME / as NAME put it / — NAME."""
    words = stream.words
    i = at + 1
    if i >= high:
        return None
    comma = words[i] == ","
    i += comma
    if i >= high:
        return None
    sign = stream.text[stream.ends[at] - 1 : stream.ends[at]]
    closed = comma or sign in ",?!…—–-"
    low = words[i].lower()
    if SPEECH.get(low) in ("past", "third"):
        phrase = starting_at(words, i + 1, high)
        if phrase is not None and not (phrase.kind == PRONOUN and not closed) and is_clear(words, phrase):
            return Found(phrase, "verb, speaker after", 0.95 if closed else 0.8)
    if low == "according" and i + 2 < high:
        phrase = starting_at(words, i + 2, high)
        if phrase is not None:
            return Found(phrase, "according to", 0.9)
    if low == "as" and closed:
        i += 1
    if low in ("—", "–", "-") and i + 1 < high and high - i < 12:
        phrase = starting_at(words, i + 1, high)
        if phrase is not None and phrase.kind == NAME and at <= 1 and phrase.end >= high - 4:
            return Found(phrase, "dash", 0.85)
    phrase = starting_at(words, i, high)
    if phrase is None:
        return None
    verb = _verb_after(words, phrase.end, high)
    if verb < 0:
        return None
    word = words[verb].lower()
    if SPEECH.get(word) in ("past", "third", "base") and (closed or stream.text[stream.ends[at] - 1] != "."):
        return Found(phrase, "speaker, verb after", 0.95 if closed else 0.75)
    if closed and (WIDE.get(word) in ("past", "third") or word.endswith("ed")) and words[at + 1] != "and":
        return Found(phrase, "speaker, some verb after", 0.8)
    return None


def _verb_after(words: list[str], i: int, high: int) -> int:
    """The verb whose subject ends at token `i`, across brackets, asides and adverbs; -1 for none."""
    for _ in range(3):
        while i < high and (
            words[i].lower() in ADVERBS or words[i].lower() in AUXILIARIES or words[i].lower().endswith("ly")
        ):
            i += 1
        if i >= high:
            return -1
        if words[i] == "(":
            i = next((k + 1 for k in range(i, min(high, i + 12)) if words[k] == ")"), high)
        elif words[i] == "," or words[i].lower() in ("who", "of", "from", "and", "at", "with", "for", "in"):
            found = -1
            for k in range(i + 1, min(high, i + 30)):
                if words[k] == QUOTE or words[k] in (";", ":"):
                    break
                if (
                    words[k].lower() in SPEECH
                    and SPEECH[words[k].lower()] in ("past", "third")
                    and (words[k - 1] == "," or words[i] != ",")
                ):
                    found = k
                    break
            return found
        else:
            return i if words[i][0].isalpha() else -1
    return -1


def _colon(stream: Stream, at: int, low: int) -> Found | None:
    """NAME: “…”."""
    words = stream.words
    if at - 1 <= low or words[at - 1] != ":":
        return None
    phrase = starting_at(words, low, at - 1)
    if phrase is not None and phrase.end == at - 1 and phrase.kind == NAME:
        return Found(phrase, "name and colon", 0.9)
    return None


def _before(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """NAME said “…” and all that stands before a quote in its sentence."""
    words = stream.words
    i = at - 1
    wide: Found | None = None
    while i >= low:
        word = words[i].lower()
        kind = SPEECH.get(word) or WIDE.get(word)
        if kind is not None:
            found = _by_verb(stream, i, at, low, high, kind, word in SPEECH)
            if found is not None:
                return found
        elif word in ("according", "per") and i + 2 < at:
            phrase = starting_at(words, i + 1 + (word == "according"), at)
            if phrase is not None:
                return Found(phrase, "according to", 0.85)
        elif word in NOUNS and i > low:
            if words[i - 1] in _POSSESSIVE and i - 2 >= low:
                phrase = ending_at(words, i - 2, low)
                if phrase is not None:
                    return Found(phrase, "possessive and noun of saying", 0.7)
            elif words[i - 1].lower() in ("his", "her"):
                return Found(Phrase(PRONOUN, i - 1, i), "possessive and noun of saying", 0.7)
            elif i + 1 < at and words[i + 1].lower() in ("by", "from"):
                phrase = starting_at(words, i + 2, at)
                if phrase is not None:
                    return Found(phrase, "noun of saying and by", 0.65)
        i -= 1
    return wide


def _by_verb(
    stream: Stream, verb: int, at: int, low: int, high: int, kind: str, speech: bool
) -> Found | None:
    words = stream.words
    before = words[verb - 1].lower() if verb > low else ""
    if kind == "base" and not (
        before in ("to", "n't", "not")
        or before in AUXILIARIES
        or before in ("i", "we", "they", "you")
        or (before and not is_noun_like(before))
    ):
        return None
    if kind == "past" and before in BE:
        for k in range(verb + 1, high - 1):
            if words[k].lower() == "by":
                phrase = starting_at(words, k + 1, high)
                if phrase is not None:
                    return Found(phrase, "passive and by", 0.75)
        if speech is False or words[verb].lower() not in ("quoted", "cited", "heard"):
            return None
    if (
        kind == "third"
        and before
        and words[verb].lower() in NOUNS
        and not (words[verb - 1][0].isupper() or before in PRONOUNS or before in (")", ","))
    ):
        return None
    if kind == "past" and verb == at - 1 and words[verb - 1 : verb] and before in ("a", "the"):
        return None
    phrase = subject_of(words, verb, low)
    if phrase is None or not is_clear(words, phrase):
        return None
    base = 0.85 if speech else 0.7
    if kind in ("ing", "base"):
        base -= 0.1
    base -= min(0.15, 0.01 * (at - verb))
    return Found(phrase, "verb before" if speech else "wide verb before", base)


def is_noun_like(word: str) -> bool:
    return word.isalpha() and word not in ADVERBS


def _later(stream: Stream, at: int, high: int) -> Found | None:
    """“…” is what this is about, NAME said."""
    words = stream.words
    for i in range(at + 1, high):
        word = words[i].lower()
        kind = SPEECH.get(word)
        if kind not in ("past", "third") or words[i - 1] == QUOTE:
            continue
        if i > at + 1:
            phrase = ending_at(words, i - 1, at + 1)
            if (
                phrase is not None
                and is_clear(words, phrase)
                and phrase.start - 1 > at
                and words[phrase.start - 1] in (",", QUOTE)
            ):
                return Found(phrase, "verb later", 0.75)
            if (
                words[i - 1] == ","
                and (phrase := starting_at(words, i + 1, high)) is not None
                and is_clear(words, phrase)
            ):
                return Found(phrase, "verb later", 0.75)
    return None


class Attributor:
    """Goes through a text once, from its first quote to its last, and remembers who spoke."""

    def __init__(self, streams: Sequence[Stream], people: People) -> None:
        self._streams = streams
        self._people = people
        self._last = NOBODY  # who spoke last, in quotes or not
        self._last_paragraph = -9

    def run(self) -> list[list[Said]]:
        """One list a paragraph, one speaker for each of its quotes."""
        return [self._paragraph(number, stream) for number, stream in enumerate(self._streams)]

    def _paragraph(self, number: int, stream: Stream) -> list[Said]:
        said: list[Said] = [NOBODY] * len(stream.quotes)
        own = NOBODY  # who speaks in this paragraph so far
        waiting: list[int] = []
        for low, high in stream.sentences:
            quotes = [i for i in range(low, high) if stream.words[i] == QUOTE] if stream.quotes else []
            if not quotes:
                heard = self._heard(number, stream, low, high)
                if heard.speaker:
                    own = heard
                continue
            for at in quotes:
                index = stream.quotes[at]
                found = in_sentence(stream, at, low, high)
                verdict = self._resolve(number, stream, low, found) if found else NOBODY
                if verdict.speaker or (found and found.phrase.kind == PRONOUN):
                    said[index] = verdict
                    if verdict.speaker:
                        own = verdict
                        for k in waiting:
                            said[k] = verdict._replace(rule="later in the paragraph", confidence=0.7)
                        waiting = []
                    continue
                alone = high - low <= 2
                if own.speaker:
                    said[index] = own._replace(rule="same paragraph", confidence=0.8 if alone else 0.5)
                    continue
                if alone:
                    waiting.append(index)
                    continue
                subject = first_subject(stream.words, low, at)
                if subject is not None and subject.kind != NOMINAL:
                    verdict = self._resolve(
                        number, stream, low, Found(subject, "subject of the sentence", 0.5)
                    )
                said[index] = verdict
        for k in waiting:
            said[k] = self._from_before(number, stream)
        if own.speaker:
            self._last, self._last_paragraph = own, number
        elif waiting and said[waiting[-1]].speaker:
            self._last, self._last_paragraph = said[waiting[-1]], number
        return said

    def _from_before(self, number: int, stream: Stream) -> Said:
        """The speaker of a paragraph that is nothing but a quote."""
        if not self._last.speaker or number - self._last_paragraph > 2:
            return NOBODY
        before = self._streams[number - 1].words if number else []
        if before and before[-1] == ":" and self._last_paragraph == number - 1:
            return self._last._replace(rule="colon before the paragraph", confidence=0.85)
        if len(stream.words) == len(stream.quotes) or stream.quotes.get(0) == 0:
            return self._last._replace(
                rule="last speaker", confidence=0.6 if number - self._last_paragraph == 1 else 0.4
            )
        return self._last._replace(rule="last speaker", confidence=0.4)

    def _heard(self, number: int, stream: Stream, low: int, high: int) -> Said:
        """Who speaks in a sentence without a quote."""
        words = stream.words
        for i in range(low, high):
            word = words[i].lower()
            kind = SPEECH.get(word)
            if kind in ("past", "third"):
                phrase = subject_of(words, i, low)
                if phrase is not None and is_clear(words, phrase):
                    return self._resolve(number, stream, low, Found(phrase, "speech before", 0.5))
        return NOBODY

    def _resolve(self, number: int, stream: Stream, low: int, found: Found) -> Said:
        phrase = found.phrase
        if phrase.kind == NAME:
            name = self._people.name(stream.slice(phrase.start, phrase.end))
            self._people.spoke(number, phrase.start, name)
            return Said(name, NAME, found.rule, found.confidence)
        if phrase.kind == NOMINAL:
            return Said(stream.slice(phrase.start, phrase.end), NOMINAL, found.rule, found.confidence)
        gender = PRONOUNS.get(stream.words[phrase.start].lower(), "")
        if gender not in ("m", "f"):
            return NOBODY
        name, sure = self._people.resolve(number, phrase.start, low, gender)
        if not name:
            return NOBODY
        self._people.spoke(number, phrase.start, name)
        return Said(name, PRONOUN, found.rule, found.confidence * sure)
