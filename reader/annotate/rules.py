"""The rules that read one sentence: whom it names as the speaker of a quote in it.

Owns the order of those rules, their names and their confidences. Other quotes of the sentence are one
token each, and what a rule gives is a phrase: names and pronouns are resolved elsewhere.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.cues import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NOUNS,
    PRONOUNS,
    SPEECH,
    WIDE,
    word_set,
)
from reader.annotate.phrases import (
    NAME,
    POSSESSIVE,
    PRONOUN,
    Phrase,
    ending_at,
    first_subject,
    is_clear,
    is_filler,
    starting_at,
    subject_of,
)
from reader.annotate.stream import QUOTE, Stream, last_sign

_PAUSES = ",?!…—–-"
_DASHES = ("—", "–", "-", "―", "~")
_INTRODUCING = frozenset(
    (":", ",", "that", "to", "of", "about", "as", "by", "from", "was", "is", "for", "on")
)
_VAGUE = word_set("it they we i you that")  # subjects that may stand for anything


class Found(NamedTuple):
    """What a rule points at, before names and pronouns are resolved."""

    phrase: Phrase
    rule: str
    confidence: float


def in_sentence(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """The speaker that the sentence `low:high` names for the quote at token `at`."""
    return (
        right_after(stream, at, high)
        or _colon(stream, at, low)
        or before(stream, at, low, high)
        or _later(stream, at, high)
    )


def right_after(stream: Stream, at: int, high: int) -> Found | None:
    """“…,” said NAME / NAME said / according to NAME / as NAME put it / — NAME."""
    words = stream.words
    i = at + 1
    if i >= high:
        return None
    comma = words[i] == ","
    i += comma
    if i >= high:
        return None
    sign = last_sign(stream.text, stream.ends[at])
    paused = comma or sign in _PAUSES
    low = words[i].lower()
    if low in _DASHES:
        return _after_dash(stream, at, i + 1, high)
    if SPEECH.get(low) in ("past", "third"):
        phrase = starting_at(words, i + 1, high)
        if phrase is not None and (paused or (phrase.kind == NAME and phrase.end >= high - 2)):
            return Found(phrase, "verb, speaker after", 0.95 if paused else 0.8)
    if low in ("according", "per") and i + 2 < high:
        phrase = starting_at(words, i + 1 + (low == "according"), high)
        if phrase is not None:
            return Found(phrase, "according to", 0.9)
    if low == "as" and paused:
        i += 1
    phrase = starting_at(words, i, high)
    verb = _verb_after(words, phrase.end, high) if phrase is not None else -1
    if phrase is None or verb < 0:
        return None
    word = words[verb].lower()
    if SPEECH.get(word) in ("past", "third", "base") and (paused or sign != "."):
        return Found(phrase, "speaker, verb after", 0.95 if paused else 0.75)
    if paused and (WIDE.get(word) in ("past", "third") or word.endswith("ed")) and is_clear(words, phrase):
        return Found(phrase, "speaker, some verb after", 0.75)
    return None


def _after_dash(stream: Stream, at: int, first: int, high: int) -> Found | None:
    """“…” — NAME, at the end of a paragraph."""
    phrase = starting_at(stream.words, first, high)
    if phrase is None or phrase.kind != NAME or high < len(stream.words) or high - first > 14:
        return None
    tail = stream.words[phrase.end : high]
    if tail and tail[0] not in (",", ".", "(", "of", "from", "in"):
        return None
    return Found(phrase, "dash and name", 0.85)


def _verb_after(words: list[str], i: int, high: int) -> int:
    """The verb whose subject ends at token `i`, across brackets, asides and adverbs; -1 for none."""
    for _ in range(3):
        while i < high and is_filler(words[i].lower()):
            i += 1
        if i >= high:
            return -1
        if words[i] == "(":
            i = next((k + 1 for k in range(i, min(high, i + 12)) if words[k] == ")"), high)
            continue
        aside = words[i] == ","
        if not aside and words[i].lower() not in (
            "who",
            "of",
            "from",
            "and",
            "at",
            "with",
            "for",
            "in",
            "on",
        ):
            return i if words[i][0].isalpha() else -1
        for k in range(i + 1, min(high, i + 40)):
            if words[k] == QUOTE or words[k] in (";", ":"):
                return -1
            if SPEECH.get(words[k].lower()) in ("past", "third") and (words[k - 1] == "," or not aside):
                return k
        return -1
    return -1


def _colon(stream: Stream, at: int, low: int) -> Found | None:
    """NAME: “…”."""
    words = stream.words
    if at - 1 <= low or words[at - 1] != ":":
        return None
    phrase = starting_at(words, low, at - 1)
    if phrase is None or phrase.kind != NAME:
        return None
    if phrase.end == at - 1 or (words[phrase.end] in ("(", ",", "on") and at - phrase.end < 10):
        return Found(phrase, "name and colon", 0.85)
    return None


def before(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """NAME said “…” and all that stands before a quote in its sentence; the nearest verb wins."""
    words = stream.words
    colon = at > low and words[at - 1] == ":"
    for i in range(at - 1, low - 1, -1):
        word = words[i].lower()
        kind = SPEECH.get(word) or WIDE.get(word)
        found = None
        if kind is not None:
            found = _by_verb(words, i, at, low, high, kind)
        if found is None and word in NOUNS:
            found = _by_noun(words, i, at, low)
        if found is None and word in ("according", "per") and i + 2 < at:
            phrase = starting_at(words, i + 1 + (word == "according"), at)
            found = None if phrase is None else Found(phrase, "according to", 0.85)
        if found is not None:
            return found
    if colon:
        phrase = first_subject(words, low, at)
        if phrase is not None and is_clear(words, phrase):
            return Found(phrase, "subject and colon", 0.6)
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
        if phrase is not None and is_clear(words, phrase):
            return Found(phrase, "noun of saying and by", 0.65)
    return None


def _by_verb(words: list[str], verb: int, at: int, low: int, high: int, kind: str) -> Found | None:
    previous = words[verb - 1].lower() if verb > low else ""
    speech = words[verb].lower() in SPEECH
    if not _is_verb(words, verb, low, kind):
        return None
    if kind == "past" and _is_passive(words, verb, low):
        return _agent(words, verb, high)
    if not previous and kind in ("past", "third"):  # Said Ada Brandt: “…”
        phrase = starting_at(words, verb + 1, at)
        return None if phrase is None else Found(phrase, "verb before", 0.8)
    phrase = _doer(words, verb, low, kind)
    direct = phrase is not None and phrase.end == verb and speech and kind in ("past", "third")
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
        return first_subject(words, low, verb)
    return subject_of(words, verb, low)


def _is_verb(words: list[str], verb: int, low: int, kind: str) -> bool:
    """Whether a word that may be a noun too is a verb here."""
    previous = words[verb - 1].lower() if verb > low else ""
    if words[verb].lower() == "put" and words[verb + 1 : verb + 2] != ["it"]:
        return False
    if kind == "base":
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


def _later(stream: Stream, at: int, high: int) -> Found | None:
    """“…” is what this is about, NAME said."""
    words = stream.words
    for i in range(at + 2, high):
        if SPEECH.get(words[i].lower()) not in ("past", "third") or words[i - 1] == QUOTE:
            continue
        phrase = ending_at(words, i - 1, at + 1)
        if phrase is not None and is_clear(words, phrase) and words[phrase.start - 1] in (",", QUOTE):
            return Found(phrase, "verb later", 0.75)
        if (
            words[i - 1] == ","
            and (phrase := starting_at(words, i + 1, high)) is not None
            and is_clear(words, phrase)
        ):
            return Found(phrase, "verb later", 0.75)
    return None
