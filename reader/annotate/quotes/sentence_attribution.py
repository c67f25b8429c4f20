"""Rules that find the speaker of a quote in the quote's own sentence.

Owns the order of the rules, their names and their confidences. Other quotes of the sentence are one token
each. A rule gives a phrase; names and pronouns are resolved elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.lexicon.speech_cues import BROAD_CUE_VERBS, CUE_VERBS
from reader.annotate.lexicon.word_classes import POST_NOMINALS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.noun_phrases import (
    NAME,
    POSSESSIVE,
    Phrase,
    can_speak,
    is_filler,
    phrase_ending_at,
    phrase_starting_at,
)
from reader.annotate.quotes.preceding_cues import CuedSpeaker, speakers_before
from reader.annotate.quotes.quote_masking import QUOTE, MaskedParagraph, last_mark

_MAX_DISTANCE = 100  # tokens on either side, to limit the time; real sentences are shorter
_PAUSE_MARKS = ",?!…—–-"
_AUXILIARIES = ("a", "ha", "hat", "har")
_INVERTED_VERBS = word_set("shares shared sums expresses expressed")
"""Verbs that take a quote only before their subject or beside a speaker."""
_POST_NOMINALS = POST_NOMINALS | {"AM", "AO"}
_VIEWS = ("view", "opinion", "words", "telling", "account", "phrase")
_DASHES = ("—", "–", "-", "―", "~")


def speakers_in_sentence(masked: MaskedParagraph, at: int, low: int, high: int) -> Iterator[CuedSpeaker]:
    """The speakers that the sentence `low:high` names for the quote at token `at`, the best rule first.

    A rule runs only when its result is asked for.
    """
    low, high = max(low, at - _MAX_DISTANCE), min(high, at + _MAX_DISTANCE)
    if (after := speaker_after(masked, at, high)) is not None:
        yield after
    if (named := _name_and_colon(masked, at, low)) is not None:
        yield named
    yield from speakers_before(masked, at, low, high)
    later = _verb_later(masked, at, high)
    if later is not None and (after is None or later.phrase != after.phrase):
        yield later
    if (view := _view_later(masked.words, at, high)) is not None:
        yield view


def speaker_after(masked: MaskedParagraph, at: int, high: int) -> CuedSpeaker | None:
    """The speaker after a quote: “…,” said NAME / NAME said / according to NAME / as NAME put it / — NAME."""
    words = masked.words
    i = at + 1
    if i >= high:
        return None
    comma = words[i] == ","
    i += comma
    if i >= high:
        return None
    last_character = last_mark(masked.text, masked.ends[at])
    paused = comma or last_character in _PAUSE_MARKS
    lower = words[i].lower()
    if lower in _DASHES:
        return _after_dash(masked, at, i + 1, high)
    if lower in _AUXILIARIES and i + 1 < high and CUE_VERBS.get(words[i + 1].lower()) == "past":
        i, lower = i + 1, words[i + 1].lower()  # « … », a dit NAME
    if CUE_VERBS.get(lower) in ("past", "third"):
        phrase = phrase_starting_at(words, i + 1, high)
        if phrase is not None and (paused or (phrase.kind == NAME and phrase.end >= high - 2)):
            return CuedSpeaker(phrase, "verb, speaker after", 0.95 if paused else 0.8)
    if paused and (BROAD_CUE_VERBS.get(lower) in ("past", "third") or lower in _INVERTED_VERBS):
        phrase = phrase_starting_at(words, i + 1, high)
        if phrase is not None and can_speak(words, phrase):
            return CuedSpeaker(phrase, "other verb, speaker after", 0.75)
    if lower in ("is", "was") and words[i + 1].lower() == "how" and i + 2 < high:  # was how NAME put it
        phrase = phrase_starting_at(words, i + 2, high)
        if phrase is not None and can_speak(words, phrase):
            return CuedSpeaker(phrase, "speaker, verb after", 0.85)
    if lower in ("according", "per") and i + 2 < high:
        phrase = phrase_starting_at(words, i + 1 + (lower == "according"), high)
        if phrase is not None:
            return CuedSpeaker(phrase, "according to", 0.9)
    if lower == "as" and paused:
        i += 1
    phrase = phrase_starting_at(words, i, high)
    if phrase is None:
        return None
    verb = _verb_after(words, phrase.end, high)
    if verb < 0:
        is_named = paused and _is_full_name_with_apposition(words, phrase, high)
        return CuedSpeaker(phrase, "name after", 0.6) if is_named else None
    word = words[verb].lower()
    if word in ("quoted", "cited"):  # the Gazette quoted NAME as saying
        quoted = phrase_starting_at(words, verb + 1, high)
        if quoted is not None and words[quoted.end : quoted.end + 1] == ["as"]:
            return CuedSpeaker(quoted, "speaker, verb after", 0.85)
    if word == "heard" and any(CUE_VERBS.get(after) == "ing" for after in words[verb + 1 : verb + 4]):
        return CuedSpeaker(phrase, "speaker, verb after", 0.85)
    if CUE_VERBS.get(word) in ("past", "third", "base") and (paused or last_character != "."):
        return CuedSpeaker(phrase, "speaker, verb after", 0.95 if paused else 0.75)
    if (
        paused
        and (BROAD_CUE_VERBS.get(word) in ("past", "third") or word.endswith("ed") or word in _INVERTED_VERBS)
        and can_speak(words, phrase)
    ):
        return CuedSpeaker(phrase, "speaker, other verb after", 0.75)
    return None


def _is_full_name_with_apposition(words: list[str], phrase: Phrase, high: int) -> bool:
    """Whether a full name with an apposition and no verb follows: “…,” Ada Brandt, the mayor of Orsk."""
    if phrase.kind != NAME or phrase.end - phrase.start < 2 or phrase.end >= high:
        return False
    return words[phrase.end] == "," and words[high - 1] in (".", ",")


def _after_dash(masked: MaskedParagraph, at: int, first: int, high: int) -> CuedSpeaker | None:
    """The speaker after a dash at the end of a paragraph: “…” — NAME."""
    phrase = phrase_starting_at(masked.words, first, high)
    if phrase is None or phrase.kind != NAME or high < len(masked.words) or high - first > 14:
        return None
    tail = masked.words[phrase.end : high]
    if tail and tail[0] not in (",", ".", "(", "of", "from", "in"):
        return None
    return CuedSpeaker(phrase, "dash and name", 0.85)


def _verb_after(words: list[str], i: int, high: int) -> int:
    """The verb whose subject ends at token `i`, across brackets, appositions and adverbs; -1 if none."""
    for _ in range(3):
        while i < high and (is_filler(words[i]) or words[i] in _POST_NOMINALS):
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
            if CUE_VERBS.get(words[k].lower()) in ("past", "third") and (words[k - 1] == "," or not aside):
                return k
        return -1
    return -1


def _name_and_colon(masked: MaskedParagraph, at: int, low: int) -> CuedSpeaker | None:
    """The speaker before a colon: NAME: “…”."""
    words = masked.words
    if at - 1 <= low or words[at - 1] != ":":
        return None
    phrase = phrase_starting_at(words, low, at - 1)
    if phrase is None or phrase.kind != NAME:
        return None
    if phrase.end == at - 1 or (words[phrase.end] in ("(", ",", "on") and at - phrase.end < 10):
        return CuedSpeaker(phrase, "name and colon", 0.85)
    return None


def _view_later(words: list[str], at: int, high: int) -> CuedSpeaker | None:
    """The owner of a view at the end of the sentence: “…” in NAME's view; in the words of NAME."""
    for i in range(at + 1, high - 2):
        if words[i].lower() != "in":
            continue
        if words[i + 1 : i + 3] == ["the", "words"] and words[i + 3 : i + 4] == ["of"]:
            phrase = phrase_starting_at(words, i + 4, high)
        else:
            view = next((k for k in range(i + 2, min(high, i + 9)) if words[k].lower() in _VIEWS), high)
            if view == high or words[view - 1] not in POSSESSIVE:
                continue
            phrase = phrase_ending_at(words, view - 2, i + 1, attached=True)
        if phrase is not None and can_speak(words, phrase):
            return CuedSpeaker(phrase, "view later", 0.7)
    return None


def _verb_later(masked: MaskedParagraph, at: int, high: int) -> CuedSpeaker | None:
    """The subject of a cue verb later in the sentence: “…” is the topic, NAME said."""
    words = masked.words
    for i in range(at + 2, high):
        if CUE_VERBS.get(words[i].lower()) not in ("past", "third") or words[i - 1] == QUOTE:
            continue
        phrase = phrase_ending_at(words, i - 1, at + 1)
        if phrase is not None and can_speak(words, phrase) and words[phrase.start - 1] in (",", QUOTE):
            return CuedSpeaker(phrase, "verb later", 0.75)
        if (
            words[i - 1] == ","
            and (phrase := phrase_starting_at(words, i + 1, high)) is not None
            and can_speak(words, phrase)
        ):
            return CuedSpeaker(phrase, "verb later", 0.75)
    return None
