"""What stands before a quote in its sentence: the verb, or the noun, that lets somebody speak.

Owns the reading of "NAME said that …", participles, passives, "NAME's claim that …" and "according to".
"""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.lexicon.lists import words as listed
from reader.annotate.lexicon.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NOUNS,
    PRONOUNS,
    SPEECH,
    WIDE,
)
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.noun_phrases import (
    NAME,
    POSSESSIVE,
    PRONOUN,
    Phrase,
    ending_at,
    is_clear,
    starting_at,
)
from reader.annotate.quotes.subjects import first_subject, subject_of
from reader.annotate.quotes.token_stream import Stream

_INTRODUCING = frozenset(
    (":", ",", "that", "to", "of", "about", "as", "by", "from", "was", "is", "for", "on")
)
# Verbs that make a speaker of whatever is their subject: "the plaque says".
_CORE = word_set(
    """said says told tells read reads stated states warned warns asked asks noted notes wrote writes
    declared declares reported reports concluded concludes added adds claimed claims argued argues
    insisted insists replied announced"""
)
_BY = frozenset(("según", "selon", "laut", "secondo", "segundo", "volgens"))
_TRIES = 8  # verbs of one sentence that are asked for their subject
_USED = frozenset(("used", "liked", "likes", "loved", "loves"))
_VAGUE = word_set("it they we i you that")  # subjects that may stand for anything


class Found(NamedTuple):
    """What a rule points at, before names and pronouns are resolved."""

    phrase: Phrase
    rule: str
    confidence: float


def before(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """NAME said “…” and all that stands before a quote in its sentence; the nearest verb wins."""
    words = stream.words
    colon = at > low and words[at - 1] == ":"
    tried = 0
    for i in range(at - 1, low - 1, -1):
        word = words[i].lower()
        kind = SPEECH.get(word) or WIDE.get(word)
        found = None
        if kind is not None and tried < _TRIES:
            tried += 1
            found = _by_verb(words, i, at, low, high, kind)
        if found is None and word in NOUNS:
            found = _by_noun(words, i, at, low)
        if found is None and word in ("according", "per") and i + 2 < at:
            phrase = starting_at(words, i + 1 + (word == "according"), at)
            found = None if phrase is None else Found(phrase, "according to", 0.85)
        if found is None and word == "words" and words[i + 1].lower() == "of" and i + 2 < at:
            phrase = starting_at(words, i + 2, at)
            found = Found(phrase, "according to", 0.8) if phrase is not None and phrase.kind == NAME else None
        if found is None and word in _BY and i + 1 < at:
            phrase = starting_at(words, i + 1, at)
            found = Found(phrase, "according to", 0.8) if phrase is not None and phrase.kind == NAME else None
        if found is None and word == "attributed" and words[i + 1].lower() == "to":
            phrase = starting_at(words, i + 2, at)
            found = None if phrase is None else Found(phrase, "attributed to", 0.8)
        if found is not None:
            return found
    if colon:
        phrase = first_subject(words, low, at) or _actor(words, low, at)
        if phrase is not None and is_clear(words, phrase):
            return Found(phrase, "subject and colon", 0.6)
    return None


def _actor(words: list[str], low: int, at: int) -> Phrase | None:
    """The last name before token `at` that does something: "to these people NAME has one word"."""
    for i in range(at - 1, low, -1):
        if words[i].lower() in AUXILIARIES and words[i - 1][0].isupper():
            return ending_at(words, i - 1, low, attached=True)
    return None


def _by_noun(words: list[str], noun: int, at: int, low: int) -> Found | None:
    """NAME's claim that “…”; the statement by NAME that “…”."""
    if noun + 1 < at and words[noun + 1].lower() not in _INTRODUCING:
        return None
    first = noun - 1
    while first > low and words[first][0].isalpha() and words[first].islower() and noun - first < 4:
        if words[first] in DETERMINERS or words[first] in PRONOUNS:
            break
        first -= 1
    near = noun + 1 >= at or words[noun + 1].lower() not in ("on", "for", "about", "of")
    if near and first > low and words[first] in POSSESSIVE:
        phrase = ending_at(words, first - 1, low, attached=True)
        if phrase is not None and is_clear(words, phrase):
            return Found(phrase, "possessive and noun of saying", 0.65)
    if near and first >= low and words[first].lower() in ("his", "her"):
        return Found(Phrase(PRONOUN, first, first + 1), "possessive and noun of saying", 0.65)
    if noun + 2 < at and words[noun + 1].lower() in ("by", "from"):
        phrase = starting_at(words, noun + 2, at)
        where = phrase is not None and _is_place(" ".join(words[phrase.start : phrase.end]))
        # A letter from Trieste is not what Trieste says.
        if phrase is not None and is_clear(words, phrase) and not (where and words[noun + 1] == "from"):
            return Found(phrase, "noun of saying and by", 0.65)
    return None


def _is_place(name: str) -> bool:
    return any(name in listed(kind) for kind in ("cities", "regions", "countries"))


def _by_verb(words: list[str], verb: int, at: int, low: int, high: int, kind: str) -> Found | None:
    previous = words[verb - 1].lower() if verb > low else ""
    speech = words[verb].lower() in SPEECH
    if not _is_verb(words, verb, low, kind):
        return None
    if kind == "past" and _is_passive(words, verb, low):
        return _agent(words, verb, high)
    if previous in ("", ",", "but", "and") and speech and kind in ("past", "third"):  # Said Ada Brandt: “…”
        phrase = starting_at(words, verb + 1, at)
        if phrase is not None and (not previous or (phrase.kind == NAME and at - phrase.end < 2)):
            return Found(phrase, "verb before", 0.8)
    phrase = _doer(words, verb, low, kind)
    direct = phrase is not None and phrase.end == verb and words[verb].lower() in _CORE
    if phrase is None or not (
        is_clear(words, phrase) or (direct and words[phrase.start].lower() in DETERMINERS)
    ):
        phrase = first_subject(words, low, verb)
    if phrase is None or (not is_clear(words, phrase) and not direct):
        return None
    if phrase.kind == PRONOUN and words[phrase.start].lower() in _VAGUE and not speech:
        outer = first_subject(words, low, phrase.start)
        if outer is None or words[phrase.start].lower() not in ("it", "they"):
            return None
        phrase = outer
    sure = 0.85 if speech else 0.7
    if kind in ("ing", "base"):
        sure -= 0.1
    sure -= min(0.15, 0.01 * (at - verb))
    return Found(phrase, "verb before" if speech else "wide verb before", sure)


def _doer(words: list[str], verb: int, low: int, kind: str) -> Phrase | None:
    """The subject of a verb. A participle after a comma has that of its sentence."""
    if kind == "ing":
        previous = words[verb - 1] if verb > low else ","
        if previous[0].isupper() and previous[0].isalpha():
            return ending_at(words, verb - 1, low, attached=True)
        if (
            previous == ","
            or previous.lower() in NOUNS
            or previous.lower() in ("by", "in", "of", "and", "for", "while")
        ):
            return first_subject(words, low, verb)
        near = subject_of(words, verb, low)
        return near if near is not None and is_clear(words, near) else first_subject(words, low, verb)
    if kind == "base" and verb > low and words[verb - 1].lower() == "to":
        if verb - 2 > low and words[verb - 2].lower() in _USED:  # as Brandt used to say
            return subject_of(words, verb - 2, low)
        return first_subject(words, low, verb)
    return subject_of(words, verb, low)


def _is_verb(words: list[str], verb: int, low: int, kind: str) -> bool:
    """Whether a word that may be a noun too is a verb here."""
    previous = words[verb - 1].lower() if verb > low else ""
    if words[verb].lower() == "put" and words[verb + 1 : verb + 2] != ["it"]:
        return False
    if kind == "base":
        if previous in ADVERBS and verb - 1 > low:  # would only say
            previous = words[verb - 2].lower()
        if previous in ("to", "n't", "not", "i", "we", "they", "you", "who") or previous in AUXILIARIES:
            return previous not in ("'s", "’s")
        plural = previous.endswith("s") or previous in ("people", "police", "men", "women", "media")
        return (
            plural
            and previous not in POSSESSIVE
            and previous not in DETERMINERS
            and words[verb].lower() not in NOUNS
        )
    if kind == "third" and words[verb].lower() in NOUNS:
        after = words[verb + 1].lower() if verb + 1 < len(words) else ""
        named = bool(previous) and (
            words[verb - 1][0].isupper() or previous in PRONOUNS or previous in (")", ",")
        )
        return named and after not in ("of", "by", "from", "about")
    return not (kind in ("past", "ing") and previous in ("a", "the", "an", "of", "its", "their"))


def _is_passive(words: list[str], verb: int, low: int) -> bool:
    i = verb - 1
    while i >= low and (words[i].lower() in ADVERBS or words[i].lower().endswith("ly")):
        i -= 1
    return i >= low and words[i].lower() in BE


def _agent(words: list[str], verb: int, high: int) -> Found | None:
    """… was called “…” by NAME."""
    for k in range(verb + 1, high - 1):
        if words[k].lower() == "by" and words[k + 1][-3:] != "ing":
            phrase = starting_at(words, k + 1, high)
            if phrase is not None and is_clear(words, phrase):
                return Found(phrase, "passive and by", 0.75)
    return None
