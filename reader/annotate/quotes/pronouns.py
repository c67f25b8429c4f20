"""He and she: the person a pronoun stands for.

Owns the weighing: the subject of the sentence before and whoever spoke last come first, then all whom
the last paragraphs name. Gender is evidence: who is known to be of the other one is passed over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.lexicon.gender import FEMALE_WORDS, MALE_WORDS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.lexicon.words import PERSON_NOUNS
from reader.annotate.quotes.noun_phrases import POSSESSIVE, Phrase, head_of
from reader.annotate.quotes.people import Key, People
from reader.annotate.quotes.token_stream import Stream

_PARAGRAPHS = 4
_MENTIONS = 30
_SPOKE, _SUBJECT, _OWNER = 2.0, 1.8, 0.6
_NEW = word_set("a an one another my your his her its our their")
"""Determiners of somebody who was not spoken of before."""


class _Mention(NamedTuple):
    paragraph: int
    token: int
    sentence: int  # counted through the text
    key: Key
    weight: float
    acts: bool = False  # a verb follows


class _Unnamed(NamedTuple):
    phrase: str
    gender: str  # "m", "f" or "" for unknown


class Antecedents:
    """Whom the text has named up to any place. Places are asked for in reading order."""

    def __init__(self, streams: Sequence[Stream], people: People) -> None:
        self._people = people
        self._starts = [[start for start, _ in stream.sentences] for stream in streams]
        self._before = [0]
        for starts in self._starts:
            self._before.append(self._before[-1] + max(1, len(starts)))
        self._mentions = []
        for named, key in people.mentions:
            weight = _SUBJECT if named.speaks or named.opens else _OWNER if named.owns else 1.0
            place = (named.paragraph, named.start)
            self._mentions.append(_Mention(*place, self._sentence(*place), key, weight, named.acts))
        self._places = [mention[:2] for mention in self._mentions]
        self._spoken: list[_Mention] = []
        self._unnamed: dict[Key, _Unnamed] = {}
        self._last_resort: _Mention | None = None

    def spoke(self, paragraph: int, token: int, key: Key) -> None:
        """Remember who speaks there."""
        self._spoken.append(_Mention(paragraph, token, self._sentence(paragraph, token), key, _SPOKE))

    def introduced(self, paragraph: int, token: int, phrase: str, gender: str, *, spoke: bool) -> None:
        """Remember somebody without a name who speaks or acts there: "a spokesman", "her mother"."""
        key = phrase.lower(), ""
        self._unnamed.setdefault(key, _Unnamed(phrase, gender))
        weight = _SPOKE if spoke else _SUBJECT
        self._spoken.append(_Mention(paragraph, token, self._sentence(paragraph, token), key, weight))

    def spoken_of(self, paragraph: int, token: int, phrase: str, gender: str) -> None:
        """Remember somebody who may have been named before, or never is: "the boy"."""
        key = phrase.lower(), ""
        self._unnamed.setdefault(key, _Unnamed(phrase, gender))
        self._last_resort = _Mention(paragraph, token, self._sentence(paragraph, token), key, _SUBJECT)

    def called(self, key: Key) -> str:
        """What the text calls somebody: the fullest name, or the phrase that introduced them."""
        unnamed = self._unnamed.get(key)
        return self._people.called(key) if unnamed is None else unnamed.phrase

    def _gender(self, key: Key) -> str:
        unnamed = self._unnamed.get(key)
        return self._people.gender(key) if unnamed is None else unnamed.gender

    def resolve(self, paragraph: int, token: int, gender: str) -> tuple[Key | None, float]:
        """Whom he ("m") or she ("f") at a token stands for, and how sure that is; None when nobody."""
        at = bisect_left(self._places, (paragraph, token))
        here = self._sentence(paragraph, token)
        scores: dict[Key, float] = {}
        for mention in (*self._mentions[max(0, at - _MENTIONS) : at], *self._spoken[-8:]):
            if paragraph - mention.paragraph > _PARAGRAPHS or mention[:2] >= (paragraph, token):
                continue
            own = self._gender(mention.key)
            if own and own != gender:
                continue
            away = here - mention.sentence
            score = mention.weight * (1.3 if own else 1.0) / (1.0 + away)
            if away == 0 and mention.weight < _SUBJECT:
                score *= 1.8 if mention.acts else 0.6  # he and the object of his own sentence are two
            # The best mention counts, the others a little.
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
        return self._before[paragraph] + max(0, bisect_right(self._starts[paragraph], token) - 1)


def is_one(words: list[str], phrase: Phrase) -> bool:
    """Whether a nominal phrase is one person: "a spokesman", "the boy"; not "officials", "the bank"."""
    head = head_of(words, phrase)
    one = head in PERSON_NOUNS or head.endswith(("woman", "man", "person", "ist"))
    return one and words[phrase.end - 1] not in POSSESSIVE


def is_new(words: list[str], phrase: Phrase) -> bool:
    """Whether a person is brought in: "a spokesman", "her mother", "Brandt's nurse".

    "The mayor" may be somebody named before.
    """
    inside = words[phrase.start : phrase.end]
    return inside[0].lower() in _NEW or not POSSESSIVE.isdisjoint(inside)


def gender_of(words: list[str], phrase: Phrase) -> str:
    """ "m" or "f" where the head of a nominal phrase tells, else ""."""
    head = head_of(words, phrase)
    if head in FEMALE_WORDS or head.endswith("woman"):
        return "f"
    return "m" if head in MALE_WORDS or head.endswith("man") else ""
