"""Resolve "he" and "she" to their antecedents.

Owns the weights. The subject of the previous sentence and the last speaker count most, other people of the
last paragraphs count less. A person who is known to be of the other gender is excluded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.gender import FEMALE_WORDS, MALE_WORDS
from reader.annotate.lexicon.word_classes import PERSON_NOUNS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.noun_phrases import POSSESSIVE, Phrase, head_noun
from reader.annotate.quotes.person_index import PersonIndex, PersonKey
from reader.annotate.quotes.quote_masking import MaskedParagraph

_MAX_PARAGRAPHS = 4
_MAX_MENTIONS = 30
_SPEAKER_WEIGHT, _SUBJECT_WEIGHT, _OWNER_WEIGHT = 2.0, 1.8, 0.6
_INTRODUCING_DETERMINERS = word_set("a an one another my your his her its our their")
"""Determiners that introduce somebody new."""


class _Mention(NamedTuple):
    """A place where a person is named or speaks."""

    paragraph: int
    token: int
    sentence: int  # number in the whole text
    key: PersonKey
    weight: float
    before_auxiliary: bool = False  # so the person is the subject


class _Unnamed(NamedTuple):
    """A person without a name."""

    phrase: str
    gender: str  # "m", "f", or empty if unknown


class Antecedents:
    """The people that the text mentions before any place. Query places in reading order."""

    def __init__(self, paragraphs: Sequence[MaskedParagraph], people: PersonIndex) -> None:
        self._people = people
        self._starts = [[start for start, _ in masked.sentences] for masked in paragraphs]
        self._sentences_before = [0]
        for starts in self._starts:
            self._sentences_before.append(self._sentences_before[-1] + max(1, len(starts)))
        self._mentions = []
        for mention, key in people.mentions:
            weight = (
                _SUBJECT_WEIGHT
                if mention.before_cue_verb or mention.opens_clause
                else _OWNER_WEIGHT
                if mention.before_possessive
                else 1.0
            )
            place = (mention.paragraph, mention.start)
            self._mentions.append(
                _Mention(*place, self._sentence(*place), key, weight, mention.before_auxiliary)
            )
        self._places = [mention[:2] for mention in self._mentions]
        self._speakers: list[_Mention] = []
        self._unnamed: dict[PersonKey, _Unnamed] = {}
        self._last_resort: _Mention | None = None

    def add_speaker(self, paragraph: int, token: int, key: PersonKey) -> None:
        """Record that a person speaks at this token."""
        self._speakers.append(
            _Mention(paragraph, token, self._sentence(paragraph, token), key, _SPEAKER_WEIGHT)
        )

    def add_unnamed(self, paragraph: int, token: int, phrase: str, gender: str, *, as_speaker: bool) -> None:
        """Record a person without a name who speaks or acts at this token: "a spokesman", "her mother"."""
        key = phrase.lower(), ""
        self._unnamed.setdefault(key, _Unnamed(phrase, gender))
        weight = _SPEAKER_WEIGHT if as_speaker else _SUBJECT_WEIGHT
        self._speakers.append(_Mention(paragraph, token, self._sentence(paragraph, token), key, weight))

    def add_definite(self, paragraph: int, token: int, phrase: str, gender: str) -> None:
        """Record a person without a name who may be one of the named people: "the boy"."""
        key = phrase.lower(), ""
        self._unnamed.setdefault(key, _Unnamed(phrase, gender))
        self._last_resort = _Mention(paragraph, token, self._sentence(paragraph, token), key, _SUBJECT_WEIGHT)

    def display_name(self, key: PersonKey) -> str:
        """The full name of a person, or the phrase that introduced them."""
        unnamed = self._unnamed.get(key)
        return self._people.display_name(key) if unnamed is None else unnamed.phrase

    def _gender(self, key: PersonKey) -> str:
        """The gender of a person: "m", "f", or empty if unknown."""
        unnamed = self._unnamed.get(key)
        return self._people.gender(key) if unnamed is None else unnamed.gender

    def resolve(self, paragraph: int, token: int, gender: str) -> tuple[PersonKey | None, float]:
        """The antecedent of "he" ("m") or "she" ("f") at a token, or None, and a confidence."""
        at = bisect_left(self._places, (paragraph, token))
        here = self._sentence(paragraph, token)
        scores: dict[PersonKey, float] = {}
        for mention in (*self._mentions[max(0, at - _MAX_MENTIONS) : at], *self._speakers[-8:]):
            if paragraph - mention.paragraph > _MAX_PARAGRAPHS or mention[:2] >= (paragraph, token):
                continue
            known_gender = self._gender(mention.key)
            if known_gender and known_gender != gender:
                continue
            away = here - mention.sentence
            score = mention.weight * (1.3 if known_gender else 1.0) / (1.0 + away)
            if away == 0 and mention.weight < _SUBJECT_WEIGHT:
                score *= (
                    1.8 if mention.before_auxiliary else 0.6
                )  # a pronoun rarely refers to the object of its own sentence
            # The best mention of a person counts in full, every other one a tenth.
            best, other = max(score, scores.get(mention.key, 0.0)), min(score, scores.get(mention.key, 0.0))
            scores[mention.key] = best + 0.1 * other
        if not scores:
            last = self._last_resort
            if last is None or paragraph - last.paragraph > 1 or self._gender(last.key) not in ("", gender):
                return None, 0.0
            return last.key, 0.8
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        score = ranked[0][1]
        rest = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0], 0.5 + 0.5 * (score - rest) / score

    def _sentence(self, paragraph: int, token: int) -> int:
        """The number of the sentence in the whole text."""
        return self._sentences_before[paragraph] + max(0, bisect_right(self._starts[paragraph], token) - 1)


def is_single_person(words: list[str], phrase: Phrase) -> bool:
    """Whether a nominal phrase is one person: "a spokesman", "the boy"; not "officials", "the bank"."""
    head = head_noun(words, phrase)
    one = head in PERSON_NOUNS or head.endswith(("woman", "man", "person", "ist", "-old"))
    return one and words[phrase.end - 1] not in POSSESSIVE


def is_introduced(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase introduces a person: "a spokesman", "her mother", "Brandt's nurse".

    "The mayor" may be somebody named before.
    """
    inside = words[phrase.start : phrase.end]
    return inside[0].lower() in _INTRODUCING_DETERMINERS or not POSSESSIVE.isdisjoint(inside)


def gender_of(words: list[str], phrase: Phrase) -> str:
    """The gender of the head noun: "m", "f", or empty if unknown."""
    head = head_noun(words, phrase)
    if head in FEMALE_WORDS or head.endswith("woman"):
        return "f"
    return "m" if head in MALE_WORDS or head.endswith("man") else ""
