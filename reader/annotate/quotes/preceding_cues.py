"""Find the speaker who is named before a quote in the same sentence.

Owns the rules for "NAME said that …", participles, passives, "NAME's claim that …" and "according to NAME".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    BROAD_CUE_VERBS,
    CUE_NOUNS,
    CUE_VERBS,
    DETERMINERS,
    PASSIVE_AUXILIARIES,
    PRONOUNS,
    VERBS_WITH_LISTENER,
)
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.grammatical_subjects import first_subject, subject_of
from reader.annotate.quotes.noun_phrases import (
    NAME,
    POSSESSIVE,
    PRONOUN,
    Phrase,
    can_speak,
    is_filler,
    phrase_ending_at,
    phrase_starting_at,
)
from reader.annotate.quotes.quote_masking import MaskedParagraph

_AFTER_CUE_NOUN = frozenset(
    (
        ":",
        ",",
        "that",
        "to",
        "of",
        "about",
        "as",
        "by",
        "from",
        "was",
        "is",
        "for",
        "on",
        "before",
        "in",
        "at",
    )
)
_PLAIN_CUE_VERBS = word_set(
    """said says told tells read reads stated states warned warns asked asks noted notes wrote writes declared
    declares reported reports concluded concludes added adds claimed claims argued argues insisted insists
    replied announced"""
)
"""Verbs whose subject is the speaker even if its noun is not known to speak: "the plaque says"."""
_FOREIGN_ACCORDING_TO = frozenset(("según", "selon", "laut", "secondo", "segundo", "volgens"))
_MAX_VERBS = 8  # verbs of one sentence that are tried
_BEFORE_TO_VERB = frozenset(("used", "liked", "likes", "loved", "loves"))
_BEGINNING = word_set("begin begins began continue continues continued")
_NAMING_VERBS = word_set("called named dubbed titled entitled labeled labelled branded")
_VAGUE_PRONOUNS = word_set("it they we i you that")
"""Subjects that may refer to anything."""


class CuedSpeaker(NamedTuple):
    """The phrase that a rule names as the speaker. Names and pronouns are not resolved yet."""

    phrase: Phrase
    rule: str
    confidence: float


def speaker_before(masked: MaskedParagraph, at: int, low: int, high: int) -> CuedSpeaker | None:
    """The speaker named before the quote at token `at`; the nearest verb wins."""
    return next(speakers_before(masked, at, low, high), None)


def speakers_before(masked: MaskedParagraph, at: int, low: int, high: int) -> Iterator[CuedSpeaker]:
    """The speakers named before the quote at token `at`, the nearest cue first."""
    words = masked.words
    colon = at > low and words[at - 1] == ":"
    tried = 0
    for i in range(at - 1, low - 1, -1):
        if words[i][0].isupper() and i > low and words[i - 1][0].isalnum():
            continue  # part of a name: the United States
        word = words[i].lower()
        kind = CUE_VERBS.get(word) or BROAD_CUE_VERBS.get(word)
        found = None
        if kind is not None and tried < _MAX_VERBS:
            tried += 1
            found = _subject_of_cue_verb(words, i, at, low, high, kind)
        if found is None and word in CUE_NOUNS:
            found = _owner_of_cue_noun(words, i, at, low)
        if found is None and word in ("according", "per") and i + 2 < at:
            phrase = phrase_starting_at(words, i + 1 + (word == "according"), at)
            found = None if phrase is None else CuedSpeaker(phrase, "according to", 0.85)
        if found is None and word == "words" and words[i + 1].lower() == "of" and i + 2 < at:
            phrase = phrase_starting_at(words, i + 2, at)
            found = (
                CuedSpeaker(phrase, "according to", 0.8)
                if phrase is not None and phrase.kind == NAME
                else None
            )
        if found is None and word in _FOREIGN_ACCORDING_TO and i + 1 < at:
            phrase = phrase_starting_at(words, i + 1, at)
            found = (
                CuedSpeaker(phrase, "according to", 0.8)
                if phrase is not None and phrase.kind == NAME
                else None
            )
        if found is None and word == "attributed" and words[i + 1].lower() == "to":
            phrase = phrase_starting_at(words, i + 2, at)
            found = None if phrase is None else CuedSpeaker(phrase, "attributed to", 0.8)
        if found is not None:
            yield found
    if colon:
        if words[low].lower() == "here" and words[low + 1].lower() in ("'s", "’s", "is"):
            phrase = phrase_starting_at(words, low + 2, at)
        else:
            phrase = first_subject(words, low, at)
        if phrase is not None and can_speak(words, phrase):
            yield CuedSpeaker(phrase, "subject and colon", 0.6)


def _owner_of_cue_noun(words: list[str], noun: int, at: int, low: int) -> CuedSpeaker | None:
    """The speaker of a cue noun: NAME's claim that “…”; the statement by NAME that “…”."""
    if noun + 1 < at and words[noun + 1].lower() not in _AFTER_CUE_NOUN:
        return None
    first = noun - 1
    while first > low and words[first][0].isalpha() and words[first].islower() and noun - first < 4:
        if words[first] in DETERMINERS or words[first] in PRONOUNS:
            break
        first -= 1
    near = noun + 1 >= at or words[noun + 1].lower() not in ("on", "for", "about", "of")
    if near and first > low and words[first] in POSSESSIVE:
        phrase = phrase_ending_at(words, first - 1, low, attached=True)
        if phrase is not None and can_speak(words, phrase):
            return CuedSpeaker(phrase, "owner of a cue noun", 0.65)
    if near and first >= low and words[first].lower() in ("his", "her"):
        return CuedSpeaker(Phrase(PRONOUN, first, first + 1), "owner of a cue noun", 0.65)
    if noun + 2 < at and words[noun + 1].lower() in ("by", "from"):
        phrase = phrase_starting_at(words, noun + 2, at)
        if phrase is not None and can_speak(words, phrase):
            return CuedSpeaker(phrase, "cue noun and by", 0.65)
    return None


def _subject_of_cue_verb(
    words: list[str], verb: int, at: int, low: int, high: int, kind: str
) -> CuedSpeaker | None:
    """The speaker of a cue verb: NAME said that “…”; Said NAME: “…”; the plan was called “…” by NAME."""
    previous = words[verb - 1].lower() if verb > low else ""
    speech = words[verb].lower() in CUE_VERBS
    if not _is_verb(words, verb, low, kind):
        return None
    if kind == "past" and words[low].lower() == "with" and "," in words[verb:at]:
        return None  # a participle: with voters worried about the war, Brandt …
    if kind == "past" and _is_passive(words, verb, low):
        return _agent_of_passive(words, verb, high)
    inverted = previous in ("", ",", "but", "and") and speech and kind in ("past", "third")
    if inverted and words[verb].lower() not in VERBS_WITH_LISTENER:  # Said Ada Brandt: “…”
        phrase = phrase_starting_at(words, verb + 1, at)
        # Not inverted: Ada Brandt, the mayor, said Holm was “…”.
        follows = (
            not any(word[0].isalnum() for word in words[phrase.end : at]) if phrase is not None else False
        )
        if phrase is not None and (not previous or (phrase.kind == NAME and follows)):
            return CuedSpeaker(phrase, "verb before", 0.8)
    phrase = _find_subject(words, verb, low, kind)
    direct = phrase is not None and phrase.end == verb and words[verb].lower() in _PLAIN_CUE_VERBS
    if phrase is None or not (
        can_speak(words, phrase) or (direct and words[phrase.start].lower() in DETERMINERS)
    ):
        phrase = first_subject(words, low, verb)
    if phrase is None or (not can_speak(words, phrase) and not direct):
        return None
    if phrase.kind == PRONOUN and words[phrase.start].lower() in _VAGUE_PRONOUNS and not speech:
        outer = first_subject(words, low, phrase.start)
        if outer is None or words[phrase.start].lower() not in ("it", "they"):
            return None
        phrase = outer
    if words[verb].lower() in _NAMING_VERBS and verb + 1 == at and phrase.end == verb:
        before = words[phrase.start - 1].lower() if phrase.start > low else ""
        if before not in ("what", "which", "that", "who"):
            return None  # a campaign called “…”
    confidence = 0.85 if speech else 0.7
    if kind in ("ing", "base"):
        confidence -= 0.1
    confidence -= min(0.15, 0.01 * (at - verb))
    return CuedSpeaker(phrase, "verb before" if speech else "broad cue verb before", confidence)


def _find_subject(words: list[str], verb: int, low: int, kind: str) -> Phrase | None:
    """The subject of a verb. A participle after a comma has the subject of its sentence."""
    if kind == "ing":
        previous = words[verb - 1] if verb > low else ","
        if previous[0].isupper() and previous[0].isalpha():
            return phrase_ending_at(words, verb - 1, low, attached=True)
        if (
            previous == ","
            or previous.lower() in CUE_NOUNS
            or previous.lower() in ("by", "in", "of", "and", "for", "while")
        ):
            return first_subject(words, low, verb)
        if verb - 1 > low and is_filler(previous):  # with Brandt reportedly saying
            return phrase_ending_at(words, verb - 2, low, attached=True) or first_subject(words, low, verb)
        near = subject_of(words, verb, low)
        return near if near is not None and can_speak(words, near) else first_subject(words, low, verb)
    if kind == "base" and verb > low and words[verb - 1].lower() == "to":
        if verb - 2 > low and words[verb - 2].lower() in _BEFORE_TO_VERB:  # as Brandt used to say
            return subject_of(words, verb - 2, low)
        return first_subject(words, low, verb)
    return subject_of(words, verb, low)


def _is_verb(words: list[str], verb: int, low: int, kind: str) -> bool:
    """Whether a word that can also be a noun is a verb here."""
    previous = words[verb - 1].lower() if verb > low else ""
    if words[verb].lower() == "put" and words[verb + 1 : verb + 2] != ["it"]:
        return False
    if words[verb].lower() in _BEGINNING and words[verb + 1 : verb + 2] == ["to"]:
        return False  # continues to be “…”
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
            and words[verb].lower() not in CUE_NOUNS
        )
    if kind == "third" and words[verb].lower() in CUE_NOUNS:
        after = words[verb + 1].lower() if verb + 1 < len(words) else ""
        named = bool(previous) and (
            words[verb - 1][0].isupper() or previous in PRONOUNS or previous in (")", ",")
        )
        return named and after not in ("of", "by", "from", "about")
    return not (kind in ("past", "ing") and previous in ("a", "the", "an", "of", "its", "their"))


def _is_passive(words: list[str], verb: int, low: int) -> bool:
    """Whether an auxiliary makes the verb passive."""
    i = verb - 1
    while i >= low and (words[i].lower() in ADVERBS or words[i].lower().endswith("ly")):
        i -= 1
    return i >= low and words[i].lower() in PASSIVE_AUXILIARIES


def _agent_of_passive(words: list[str], verb: int, high: int) -> CuedSpeaker | None:
    """The agent of a passive verb: … was called “…” by NAME."""
    for k in range(verb + 1, high - 1):
        if words[k].lower() == "by" and words[k + 1][-3:] != "ing":
            phrase = phrase_starting_at(words, k + 1, high)
            if phrase is not None and can_speak(words, phrase):
                return CuedSpeaker(phrase, "passive and by", 0.75)
    return None
