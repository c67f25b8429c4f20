"""Noun phrases: who or what is before or after a verb.

Owns the rules that read "Senator Ada Brandt (R-Utah), the chair, said" without a grammar. A phrase is a name,
a pronoun, or a nominal phrase such as "a spokesman for the bank".
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    BROAD_CUE_VERBS,
    CUE_NOUNS,
    CUE_VERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    SPEAKER_NOUNS,
    SUBJECT_PRONOUNS,
)
from reader.annotate.lexicon.word_classes import PERSON_NOUNS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.proper_names import (
    TITLES,
    is_name_word,
    name_end,
    name_start,
    normalized,
    skip_titles,
)

NAME, PRONOUN, NOMINAL = "name", "pronoun", "nominal"
POSSESSIVE = frozenset(("'s", "’s", "'S", "’S"))
_PHRASE_PREPOSITIONS = PREPOSITIONS - {"than", "like", "as"}
_AGE = ("-old", "-olds")
_SPEAKER_ENDINGS = ("woman", "women", "person", "man", "men", "ist", "ists", "crat", "crats", *_AGE)
_SOURCE_RELATIONS = frozenset((("familiar", "with"), ("close", "to"), ("briefed", "on")))
_SOURCE_ADJECTIVES = frozenset(adjective for adjective, _ in _SOURCE_RELATIONS)
_ORDINALS = ("1st", "2nd")
"""Words before a military rank: "Air Force 1st Lt. Ada Brandt"."""
_MAX_BRACKET_TOKENS = 40
_MAX_PREPOSITIONS = 4  # in a row


class Phrase(NamedTuple):
    """Tokens `start:end` of a paragraph. Titles and roles before a name are excluded."""

    kind: str
    start: int
    end: int


def is_noun(word: str) -> bool:
    """Whether a lower-case token can be part of a nominal phrase."""
    lower = word.lower()
    if not word[-1].isalpha() or lower in FUNCTION_WORDS or lower in ADVERBS:
        return False
    return lower in SPEAKER_NOUNS or (
        CUE_VERBS.get(lower, "base") == "base" and BROAD_CUE_VERBS.get(lower, "base") == "base"
    )


def is_filler(word: str) -> bool:
    """Whether a token can be between a subject and its verb: an adverb or an auxiliary."""
    lower = word.lower()
    return lower in ADVERBS or lower in AUXILIARIES or (word.endswith("ly") and word.islower())


def can_speak(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker: a name, a pronoun, or a nominal phrase whose head noun can speak."""
    if phrase.kind != NOMINAL:
        return True
    head = head_noun(words, phrase)
    return (
        head in _ONE_OF_MANY
        or head in SPEAKER_NOUNS
        or head in TITLES
        or head.removesuffix("s") in PERSON_NOUNS
        or head.endswith(_SPEAKER_ENDINGS)
    )


def head_noun(words: list[str], phrase: Phrase) -> str:
    """The head noun of a nominal phrase in lower case: "spokesman" of "a spokesman for the bank"."""
    head = ""
    for word in words[phrase.start : phrase.end]:
        lower = word.lower()
        if (
            (lower in PREPOSITIONS or lower in _SOURCE_ADJECTIVES)
            and head
            and head not in _QUANTIFIERS
            and not head.isdigit()
        ):
            break
        if word[0].isalnum():
            head = lower
    return head


_ONE_OF_MANY = word_set("one another others")
"""Words that alone can be a speaker."""
_QUANTIFIERS = word_set(
    """one some several many two three four five six most all both few another number dozens percent majority
    half"""
)
"""Words for a number. In "most of the residents", the head is the noun after `of`."""


def phrase_ending_at(
    words: list[str], last: int, low: int, *, attached: bool = False, depth: int = 0
) -> Phrase | None:
    """The phrase whose last token is `last`, not before token `low`.

    A phrase after a preposition is extended to the phrase before it ("a spokesman for Brandt"), unless it is
    `attached` to what follows. `depth` counts the prepositions so far.
    """
    if last >= low and words[last] in (")", "]"):
        last = _opening_bracket(words, last, low) - 1
    if last < low or not words[last][0].isalnum():
        return None
    word = words[last]
    if word.lower() in SUBJECT_PRONOUNS:
        return Phrase(PRONOUN, last, last + 1)
    if word.lower() in _ONE_OF_MANY and (last == low or not words[last - 1][0].isalnum()):
        return Phrase(NOMINAL, last, last + 1)
    if word.lower() in _QUANTIFIERS and last - 2 >= low and words[last - 1] == "of":  # a mother of three
        parent = phrase_ending_at(words, last - 2, low, attached=True, depth=depth + 1)
        return None if parent is None else parent._replace(end=last + 1)
    if is_name_word(word):
        first = name_start(words, last, low)
        phrase = _name_phrase(words, first, last + 1)
        if first > low and words[first - 1].lower() in DETERMINERS:
            first -= 1
    elif is_noun(word):
        first = _nominal_start(words, last, low)
        phrase = Phrase(NOMINAL, first, last + 1)
    else:
        return None
    link = _before_modifiers(words, first, low) if phrase.kind == NAME else first - 1
    if (
        not attached
        and depth < _MAX_PREPOSITIONS
        and link - 1 >= low
        and words[link].lower() in _PHRASE_PREPOSITIONS
    ):
        before = phrase_ending_at(words, link - 1, low, depth=depth + 1)
        if before is not None and before.kind == NOMINAL and can_speak(words, before):
            return Phrase(NOMINAL, before.start, last + 1)
        return before
    return phrase


def _before_modifiers(words: list[str], first: int, low: int) -> int:
    """The token before a name and the nouns that modify it: "of" in "of the opposition Brandt Party"."""
    link = first - 1
    if words[first].lower() in DETERMINERS:
        return link
    while link > low and first - link < 4 and words[link].islower() and is_noun(words[link]):
        link -= 1
    if link > low and link < first - 1 and words[link].lower() in DETERMINERS:
        return link - 1
    return first - 1


def _nominal_start(words: list[str], last: int, low: int) -> int:
    """The first token of the nominal phrase that ends at token `last`, with its owner and determiner."""
    first = last
    while first > low and last - first < 7 and (is_noun(words[first - 1]) or is_name_word(words[first - 1])):
        first -= 1
    plural = words[first - 1] in ("'", "’") and words[first - 2].endswith("s") if first - 2 >= low else False
    if plural or (first - 2 >= low and words[first - 1] in POSSESSIVE):
        owner = first - 2
        first = name_start(words, owner, low) if is_name_word(words[owner]) else owner
        while first > low and is_noun(words[first - 1]):
            first -= 1
    if first > low and words[first - 1].lower() in DETERMINERS:
        first -= 1
    return first


def _name_phrase(words: list[str], first: int, end: int) -> Phrase:
    """The capitalized tokens `first:end` as a name; "the Prime Minister" is a nominal phrase."""
    if first and words[first - 1].lower() in DETERMINERS and _are_titles(words, first, end):
        return Phrase(NOMINAL, first - 1, end)
    return Phrase(NAME, skip_titles(words, first, end), end)


def _stands_alone(words: list[str], index: int, high: int) -> bool:
    """Whether "one" or "another" is a phrase of its own: said one; another wrote."""
    if words[index].lower() not in _ONE_OF_MANY:
        return False
    after = words[index + 1].lower() if index + 1 < high else "."
    return not after[0].isalnum() or CUE_VERBS.get(after) in ("past", "third")


def _are_titles(words: list[str], first: int, end: int) -> bool:
    """Whether the capitalized tokens `first:end` are roles and no name: Prime Minister."""
    return all(normalized(word) in TITLES for word in words[first:end])


def _opening_bracket(words: list[str], close: int, low: int) -> int:
    """The bracket that matches the closing one at token `close`."""
    for i in range(close - 1, max(low, close - _MAX_BRACKET_TOKENS) - 1, -1):
        if words[i] in ("(", "["):
            return i
    return close


def phrase_starting_at(words: list[str], first: int, high: int) -> Phrase | None:
    """The phrase that begins at token `first`, before token `high`."""
    if first >= high or not words[first][0].isalnum():
        return None
    if words[first].lower() in SUBJECT_PRONOUNS:
        return Phrase(PRONOUN, first, first + 1)
    end = _noun_phrase_end(words, first, high)
    if end == first + 1 and _stands_alone(words, first, high):
        return Phrase(NOMINAL, first, end)
    if end == first or all(word.lower() in DETERMINERS for word in words[first:end]):
        return None
    if words[end - 1][0].isupper() and is_name_word(words[end - 1]):
        begin = name_start(words, end - 1, first)
        if words[first].lower() not in DETERMINERS or not _are_titles(words, begin, end):
            return _name_phrase(words, begin, end)
    if end < high and words[end] in POSSESSIVE:
        return None
    if name := _apposed_name(words, first, end, high):
        return name
    phrase = Phrase(NOMINAL, first, end)
    if not can_speak(words, phrase) and words[first].lower() not in DETERMINERS:
        return None
    for _ in range(2):
        if end + 1 < high and words[end].lower() in ("of", "for", "at", "from", "with", "to", "in"):
            stop = _noun_phrase_end(words, end + 1, high)
            if stop == end + 1 or (words[end].lower() == "in" and words[stop - 1].lower() in CUE_NOUNS):
                break  # said the company in a statement
            end = stop
    name = _apposed_name(words, first, end, high)
    return name or Phrase(NOMINAL, first, _end_of_source(words, end, high))


def _end_of_source(words: list[str], end: int, high: int) -> int:
    """The token after "familiar with the talks", which tells who an unnamed source is; else `end`."""
    if end + 2 < high and (words[end], words[end + 1]) in _SOURCE_RELATIONS:
        stop = _noun_phrase_end(words, end + 2, high)
        return stop if stop > end + 2 else end
    return end


def _apposed_name(words: list[str], first: int, end: int, high: int) -> Phrase | None:
    """The name in apposition to the phrase `first:end`: "the boss, Ada Brandt"."""
    if end + 1 >= high:
        return None
    if words[end] == "named" and words[first].lower() in ("a", "an", "one") and is_name_word(words[end + 1]):
        return Phrase(NAME, end + 1, name_end(words, end + 1, high))
    if words[end] != ",":
        return None
    name = end + 1
    while name < min(high, end + 3) and normalized(words[name]) in TITLES and words[name].islower():
        name += 1
    if name >= high or not is_name_word(words[name]):
        return None
    stop = name_end(words, name, high)
    if stop - name < 2 or (stop < high and words[stop] not in (",", ".", "(")):
        return None
    return Phrase(NAME, skip_titles(words, name, stop), stop)


def _noun_phrase_end(words: list[str], first: int, high: int) -> int:
    """The token after the determiners, nouns and names that begin at token `first`."""
    end = first
    speaker_seen = False  # after a noun that can speak, a lower-case word is the verb
    while end < high and end - first < 14:
        word = words[end]
        if is_name_word(word):
            end = name_end(words, end, high)
            if end < high and words[end] not in POSSESSIVE:
                if (named := _end_of_name_after_role(words, end, high)) > 0:
                    return named
                if not _leads_to_role(words, end):
                    return end
                speaker_seen = False
            continue
        if (
            word[0].isdigit()
            and not word.endswith(_AGE)
            and (end == first or words[end - 1].lower() in DETERMINERS)
        ):
            end = _number_end(words, end, high)
            if end < high and not words[end][0].isalpha():
                return first
            continue
        if _is_function_word_inside(words, first, end):
            end += 1
            continue
        if word in ("'", "’") and end > first and words[end - 1].endswith("s") and end + 1 < high:
            if not is_noun(words[end + 1]):
                break
            end, speaker_seen = end + 1, False  # the dogs' owner
            continue
        if end > first and _is_noun_after_article(words, end, high):
            return end + 1
        if end > first and _is_adverb_inside(words, end, high):
            end += 1
            continue
        if not is_noun(word):
            break
        lower = word.lower()
        speaks = lower in SPEAKER_NOUNS or lower in PERSON_NOUNS or lower.endswith("person")
        if speaker_seen and not speaks:
            break
        speaker_seen = speaker_seen or speaks
        end += 1
    return end


def _is_noun_after_article(words: list[str], index: int, high: int) -> bool:
    """Whether a word after "the" or "a" ends its clause, and so is a noun even if it can be a verb."""
    alone = index + 1 >= high or words[index + 1] in (".", ",")
    return alone and words[index - 1].lower() in ("the", "a", "an")


def _is_function_word_inside(words: list[str], first: int, index: int) -> bool:
    """Whether a function word is part of the phrase from `first` on: 's, a determiner, "of" after "some"."""
    word = words[index].lower()
    if index == first:
        return word in DETERMINERS
    before = words[index - 1].lower()
    if word == "of":
        return before in DETERMINERS or before.isdigit()
    return words[index] in POSSESSIVE or (word in DETERMINERS and (before in DETERMINERS or before == "of"))


def _end_of_name_after_role(words: list[str], index: int, high: int) -> int:
    """The token after the name to which the words after another name lead: "Orsk delegate Ada Brandt".

    -1 if the words from token `index` on are not nouns and a full name.
    """
    name = index
    while name < min(high, index + 4) and (
        (words[name].islower() and is_noun(words[name])) or words[name] in _ORDINALS
    ):
        name += 1
    if not index < name < high or not is_name_word(words[name]):
        return -1
    end = name_end(words, name, high)
    return end if end - skip_titles(words, name, end) > 1 else -1


def _is_adverb_inside(words: list[str], index: int, high: int) -> bool:
    """Whether an adverb stands between a determiner and a noun: "the recently published report"."""
    after = index + 1
    return (
        words[index].endswith("ly")
        and words[index].islower()
        and words[index - 1].lower() in DETERMINERS
        and after < high
        and words[after][0].isalpha()
    )


def _leads_to_role(words: list[str], index: int) -> bool:
    """Whether the words after a name end with a role: "Brandt campaign manager"."""
    following = (word.lower() for word in words[index : index + 4])
    nouns = takewhile(lambda word: word[0].isalpha() and is_noun(word), following)
    return any(word in SPEAKER_NOUNS for word in nouns)


def _number_end(words: list[str], index: int, high: int) -> int:
    """The token after the number that begins at `index`: "2/3", "10 000"."""
    index += 1
    while index < high and (words[index] == "/" or words[index][0].isdigit()):
        index += 1
    return index


def word_before(words: list[str], phrase: Phrase) -> str:
    """The token before a phrase, normalized; empty at the start of the paragraph."""
    return normalized(words[phrase.start - 1]) if phrase.start else ""
