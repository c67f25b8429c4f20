"""Find the grammatical subject of a verb.

Owns the search from a verb back to its subject, across appositions, brackets, relative clauses and
introductory phrases.
"""

from __future__ import annotations

from reader.annotate.lexicon.speech_cues import ADVERBS, CONJUNCTIONS, PREPOSITIONS, SPEAKER_NOUNS
from reader.annotate.quotes.noun_phrases import (
    NAME,
    NOMINAL,
    Phrase,
    can_speak,
    is_filler,
    phrase_ending_at,
    phrase_starting_at,
)
from reader.annotate.quotes.proper_names import normalized

_MAX_ASIDE_TOKENS = 90  # longest apposition or clause between subject and verb
_MAX_INTRODUCTION_TOKENS = 40  # longest introductory phrase


def subject_of(words: list[str], verb: int, low: int) -> Phrase | None:
    """The subject of the verb at token `verb`, not before token `low`."""
    j = verb - 1
    while j >= low and is_filler(words[j]):
        j -= 1
    if j < low:
        return None
    lower = words[j].lower()
    if lower == ",":
        return _across_aside(words, j, low) or first_subject(words, low, j)
    if lower in ("who", "which", "that"):
        j -= 1
        if j >= low and words[j] == ",":
            j -= 1
        phrase = phrase_ending_at(words, j, low)
        if phrase is None or not can_speak(words, phrase):
            phrase = phrase_ending_at(words, j, low, attached=True)  # a letter from NAME, who said
        return phrase
    if lower in CONJUNCTIONS:
        return first_subject(words, low, j)
    return phrase_ending_at(words, j, low) or first_subject(words, low, j)


def _across_aside(words: list[str], comma: int, low: int) -> Phrase | None:
    """The subject before the apposition or clause that ends with the comma at token `comma`."""
    end, low = comma, max(low, comma - _MAX_ASIDE_TOKENS)
    for _ in range(4):
        begin = end - 1
        while begin >= low and words[begin] not in (",", ";", ":"):
            begin -= 1
        inner = phrase_ending_at(words, end - 1, begin + 1)
        named = (
            inner
            if inner is not None and inner.kind == NAME and _has_only_titles_before(words, inner, begin + 1)
            else None
        )
        if begin < low or words[begin] != ",":
            first = inner.start - 1 if inner is not None else -1
            return None if first >= low and words[first].lower() in PREPOSITIONS else inner
        left = phrase_ending_at(words, begin - 1, low)
        if named is not None and (left is None or left.kind == NOMINAL) and named.end - named.start > 1:
            return named
        if left is not None and not _is_party_or_age(words, left):
            outer = left.start - 1
            preposed = outer >= low and words[outer].lower() in PREPOSITIONS
            if left.kind != NOMINAL and not preposed:
                return left
            if left.kind == NOMINAL and not (outer >= low and words[outer] == ",") and can_speak(words, left):
                return left
        end = begin
    return None


def _has_only_titles_before(words: list[str], phrase: Phrase, begin: int) -> bool:
    """Whether only titles and roles are between token `begin` and the phrase."""
    return all(
        words[i].lower() not in PREPOSITIONS and words[i].lower() not in ("a", "an")
        for i in range(begin, phrase.start)
    )


def _is_party_or_age(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase is not a subject but a party and state, an age, or a suffix such as "Jr"."""
    word = words[phrase.start]
    return phrase.end - phrase.start == 1 and (
        word[1:2] == "-" or word.isdigit() or normalized(word) in ("jr", "sr", "ii", "iii")
    )


def first_subject(words: list[str], low: int, high: int) -> Phrase | None:
    """The subject of the clause that begins at token `low`: its first phrase after the introductory ones."""
    i = low
    for _ in range(4):
        while i < high and (
            words[i].lower() in ("and", "but", "so", "then", "still", "yet", "also")
            or not words[i][0].isalnum()
        ):
            i += 1
        if i >= high:
            return None
        word = words[i].lower()
        introduced = (
            word in PREPOSITIONS
            or word in CONJUNCTIONS
            or word in ADVERBS
            or word.endswith(("ing", "ly"))
            or (word.endswith("ed") and word.isalpha() and word not in SPEAKER_NOUNS)
        )
        phrase = None if introduced else phrase_starting_at(words, i, high)
        if phrase is not None and (phrase.kind != NOMINAL or can_speak(words, phrase)):
            return _name_before_apposition(words, phrase, low, high) or phrase
        comma = next((k for k in range(i, min(high, i + _MAX_INTRODUCTION_TOKENS)) if words[k] == ","), -1)
        if comma < 0:
            return None
        i = comma + 1
    return None


def _name_before_apposition(words: list[str], phrase: Phrase, low: int, high: int) -> Phrase | None:
    """The name that the phrase is in apposition to: "here is Ada Brandt, our editor, on the debt"."""
    if phrase.kind != NOMINAL or phrase.start - 2 < low or phrase.end >= high or words[phrase.end] != ",":
        return None
    name = (
        phrase_ending_at(words, phrase.start - 2, low, attached=True)
        if words[phrase.start - 1] == ","
        else None
    )
    if name is None or name.kind != NAME or name.end - name.start < 2:
        return None
    return None if name.start > low and words[name.start - 1].lower() in PREPOSITIONS else name
