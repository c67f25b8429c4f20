"""Subjects: who does what a verb says.

Owns the way from a verb back to its subject, across asides in commas and brackets, relative clauses and
what introduces a sentence.
"""

from __future__ import annotations

from reader.annotate.lexicon.speech_cues import ADVERBS, CONJUNCTIONS, PREPOSITIONS, SPEAKERS
from reader.annotate.quotes.name_runs import bare
from reader.annotate.quotes.noun_phrases import (
    NAME,
    NOMINAL,
    Phrase,
    ending_at,
    is_clear,
    is_filler,
    starting_at,
)

_FAR = 90  # tokens that an aside reaches back
_LONGEST = 40  # tokens of an introduction


def subject_of(words: list[str], verb: int, low: int) -> Phrase | None:
    """Who does what the verb at token `verb` says, not before token `low`."""
    j = verb - 1
    while j >= low and is_filler(words[j].lower()):
        j -= 1
    if j < low:
        return None
    low_word = words[j].lower()
    if low_word == ",":
        return _across_aside(words, j, low) or first_subject(words, low, j)
    if low_word in ("who", "which", "that"):
        j -= 1
        if j >= low and words[j] == ",":
            j -= 1
        phrase = ending_at(words, j, low)
        if phrase is None or not is_clear(words, phrase):
            phrase = ending_at(words, j, low, attached=True)  # a letter from NAME, who said
        return phrase
    if low_word in CONJUNCTIONS:
        return first_subject(words, low, j)
    return ending_at(words, j, low) or first_subject(words, low, j)


def _across_aside(words: list[str], comma: int, low: int) -> Phrase | None:
    """The subject before the aside that ends with the comma at token `comma`."""
    end, low = comma, max(low, comma - _FAR)
    for _ in range(4):
        begin = end - 1
        while begin >= low and words[begin] not in (",", ";", ":"):
            begin -= 1
        inner = ending_at(words, end - 1, begin + 1)
        named = (
            inner if inner is not None and inner.kind == NAME and _is_whole(words, inner, begin + 1) else None
        )
        if begin < low or words[begin] != ",":
            first = inner.start - 1 if inner is not None else -1
            return None if first >= low and words[first].lower() in PREPOSITIONS else inner
        left = ending_at(words, begin - 1, low)
        if named is not None and (left is None or left.kind == NOMINAL) and named.end - named.start > 1:
            return named
        if left is not None and not _is_detail(words, left):
            outer = left.start - 1
            preposed = outer >= low and words[outer].lower() in PREPOSITIONS
            if left.kind != NOMINAL and not preposed:
                return left
            if left.kind == NOMINAL and not (outer >= low and words[outer] == ",") and is_clear(words, left):
                return left
        end = begin
    return None


def _is_whole(words: list[str], phrase: Phrase, begin: int) -> bool:
    """Whether nothing but titles and roles stands between token `begin` and the phrase."""
    return all(
        words[i].lower() not in PREPOSITIONS and words[i].lower() not in ("a", "an")
        for i in range(begin, phrase.start)
    )


def _is_detail(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase is no subject but a party and state, an age, a junior."""
    word = words[phrase.start]
    return phrase.end - phrase.start == 1 and (
        word[1:2] == "-" or word.isdigit() or bare(word) in ("jr", "sr", "ii", "iii")
    )


def first_subject(words: list[str], low: int, high: int) -> Phrase | None:
    """The subject of the clause that begins at token `low`: its first phrase that is not introduced."""
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
            or (word.endswith("ed") and word.isalpha() and word not in SPEAKERS)
        )
        phrase = None if introduced else starting_at(words, i, high)
        if phrase is not None and (phrase.kind != NOMINAL or is_clear(words, phrase)):
            return _name_before(words, phrase, low, high) or phrase
        comma = next((k for k in range(i, min(high, i + _LONGEST)) if words[k] == ","), -1)
        if comma < 0:
            return None
        i = comma + 1
    return None


def _name_before(words: list[str], phrase: Phrase, low: int, high: int) -> Phrase | None:
    """The name that a phrase between commas tells more of: "here is Ada Brandt, our editor, on the debt"."""
    if phrase.kind != NOMINAL or phrase.start - 2 < low or phrase.end >= high or words[phrase.end] != ",":
        return None
    name = ending_at(words, phrase.start - 2, low, attached=True) if words[phrase.start - 1] == "," else None
    if name is None or name.kind != NAME or name.end - name.start < 2:
        return None
    return None if name.start > low and words[name.start - 1].lower() in PREPOSITIONS else name
