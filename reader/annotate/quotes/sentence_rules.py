"""The rules that read one sentence: whom it names as the speaker of a quote in it.

Owns the order of those rules, their names and their confidences. Other quotes of the sentence are one
token each, and what a rule gives is a phrase: names and pronouns are resolved elsewhere.
"""

from __future__ import annotations

from reader.annotate.lexicon.speech_cues import SPEECH, WIDE
from reader.annotate.quotes.noun_phrases import NAME, Phrase, ending_at, is_clear, is_filler, starting_at
from reader.annotate.quotes.speech_verbs import Found, before
from reader.annotate.quotes.token_stream import QUOTE, Stream, last_sign

_FAR = 100  # tokens on either side: what is longer is no sentence, and must not cost its square
_PAUSES = ",?!…—–-"
_AUXILIARIES = ("a", "ha", "hat", "har")
_DASHES = ("—", "–", "-", "―", "~")


def in_sentence(stream: Stream, at: int, low: int, high: int) -> Found | None:
    """The speaker that the sentence `low:high` names for the quote at token `at`."""
    low, high = max(low, at - _FAR), min(high, at + _FAR)
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
    if low in _AUXILIARIES and i + 1 < high and SPEECH.get(words[i + 1].lower()) == "past":
        i, low = i + 1, words[i + 1].lower()  # « … », a dit NAME
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
    if phrase is None:
        return None
    if verb < 0:
        return Found(phrase, "name after", 0.6) if paused and _stands_alone(words, phrase, high) else None
    word = words[verb].lower()
    if SPEECH.get(word) in ("past", "third", "base") and (paused or sign != "."):
        return Found(phrase, "speaker, verb after", 0.95 if paused else 0.75)
    if paused and (WIDE.get(word) in ("past", "third") or word.endswith("ed")) and is_clear(words, phrase):
        return Found(phrase, "speaker, some verb after", 0.75)
    return None


def _stands_alone(words: list[str], phrase: Phrase, high: int) -> bool:
    """“…,” Ada Brandt, the mayor of Orsk. A full name with an apposition and no verb."""
    if phrase.kind != NAME or phrase.end - phrase.start < 2 or phrase.end >= high:
        return False
    return words[phrase.end] == "," and words[high - 1] in (".", ",")


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
