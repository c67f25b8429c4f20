"""Noun phrases: who or what stands before or behind a verb.

Owns the reading of "Senator Ada Brandt (R-Utah), the chair, said" and its kin without a grammar: a
phrase is a name, a pronoun, or a nominal phrase such as "a spokesman for the bank".
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from reader.annotate.lexicon.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    SPEAKERS,
    SPEECH,
    SUBJECTS,
    WIDE,
)
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.lexicon.words import PERSON_NOUNS
from reader.annotate.quotes.name_runs import (
    PLAIN_TITLES,
    TITLES,
    bare,
    is_name_word,
    run_end,
    run_start,
    without_titles,
)

NAME, PRONOUN, NOMINAL = "name", "pronoun", "nominal"
POSSESSIVE = frozenset(("'s", "’s", "'S", "’S"))
_JOINING = PREPOSITIONS - {"than", "like", "as"}
_LONGEST = 40
_DEEPEST = 4  # prepositions in a row


class Phrase(NamedTuple):
    """Tokens `start:end` of a stream; for a name, titles and roles before it excluded."""

    kind: str
    start: int
    end: int


def is_noun(word: str) -> bool:
    """Whether a lower-case token may be part of a nominal phrase."""
    low = word.lower()
    if not word[-1].isalpha() or low in FUNCTION or low in ADVERBS:
        return False
    return low in SPEAKERS or (SPEECH.get(low, "base") == "base" and WIDE.get(low, "base") == "base")


def is_filler(low: str) -> bool:
    """Whether a lower-case token stands between a subject and its verb without meaning."""
    return low in ADVERBS or low in AUXILIARIES or low.endswith("ly")


def is_clear(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase can speak: a name, a pronoun, or a nominal phrase whose head can."""
    if phrase.kind != NOMINAL:
        return True
    head = head_of(words, phrase)
    return (
        head in SPEAKERS
        or head in TITLES
        or head.removesuffix("s") in PERSON_NOUNS
        or head.endswith(("woman", "person", "man", "ist", "ists", "crat", "crats"))
    )


def head_of(words: list[str], phrase: Phrase) -> str:
    """The noun that a nominal phrase is about, in lower case: "spokesman" of "a spokesman for the bank"."""
    head = ""
    for word in words[phrase.start : phrase.end]:
        low = word.lower()
        if low in PREPOSITIONS and head and head not in _COUNTS and not head.isdigit():
            break
        if word[0].isalnum():
            head = low
    return head


_COUNTS = word_set(
    """one some several many two three four five six most all both few another number dozens percent
    majority half"""
)


def ending_at(
    words: list[str], last: int, low: int, *, attached: bool = False, depth: int = 0
) -> Phrase | None:
    """The phrase whose last token is `last`, not before token `low`.

    A phrase behind a preposition gives way to the one before it ("a spokesman for Brandt"), unless it
    is `attached` to what follows.
    """
    if last >= low and words[last] in (")", "]"):
        last = _back_to(words, last, low) - 1
    if last < low or not words[last][0].isalnum():
        return None
    word = words[last]
    if word.lower() in SUBJECTS:
        return Phrase(PRONOUN, last, last + 1)
    if word.lower() in _COUNTS and last - 2 >= low and words[last - 1] == "of":  # a mother of three
        parent = ending_at(words, last - 2, low, attached=True, depth=depth + 1)
        return None if parent is None else parent._replace(end=last + 1)
    if is_name_word(word):
        first = run_start(words, last, low)
        phrase = _named(words, first, last + 1)
        if first > low and words[first - 1].lower() in DETERMINERS:
            first -= 1
    elif is_noun(word):
        first = _nominal_start(words, last, low)
        phrase = Phrase(NOMINAL, first, last + 1)
    else:
        return None
    link = _before_modifiers(words, first, low) if phrase.kind == NAME else first - 1
    if not attached and depth < _DEEPEST and link - 1 >= low and words[link].lower() in _JOINING:
        before = ending_at(words, link - 1, low, depth=depth + 1)
        if before is not None and before.kind == NOMINAL and is_clear(words, before):
            return Phrase(NOMINAL, before.start, last + 1)
        return before
    return phrase


def _before_modifiers(words: list[str], first: int, low: int) -> int:
    """The token before a name and the nouns that lead to it: "of" in "of the opposition Brandt Party"."""
    link = first - 1
    if words[first].lower() in DETERMINERS:
        return link
    while link > low and first - link < 4 and words[link].islower() and is_noun(words[link]):
        link -= 1
    if link > low and link < first - 1 and words[link].lower() in DETERMINERS:
        return link - 1
    return first - 1


def _nominal_start(words: list[str], last: int, low: int) -> int:
    """Where the row of nouns that ends at token `last` begins, its owner and determiner included."""
    first = last
    while first > low and last - first < 7 and (is_noun(words[first - 1]) or is_name_word(words[first - 1])):
        first -= 1
    if first - 2 >= low and words[first - 1] in POSSESSIVE:
        owner = first - 2
        first = run_start(words, owner, low) if is_name_word(words[owner]) else owner
        while first > low and is_noun(words[first - 1]):
            first -= 1
    if first > low and words[first - 1].lower() in DETERMINERS:
        first -= 1
    return first


def _named(words: list[str], first: int, end: int) -> Phrase:
    """The capitalised run `first:end` as a name, or "the Prime Minister" as a nominal phrase."""
    if (
        first
        and all(bare(word) in TITLES for word in words[first:end])
        and words[first - 1].lower() in DETERMINERS
    ):
        return Phrase(NOMINAL, first - 1, end)
    return Phrase(NAME, without_titles(words, first, end), end)


def _back_to(words: list[str], close: int, low: int) -> int:
    """The bracket that belongs to the closing one at token `close`."""
    for i in range(close - 1, max(low, close - _LONGEST) - 1, -1):
        if words[i] in ("(", "["):
            return i
    return close


def starting_at(words: list[str], first: int, high: int) -> Phrase | None:
    """The phrase whose first token is `first`, not behind token `high`."""
    if first >= high or not words[first][0].isalnum():
        return None
    if words[first].lower() in SUBJECTS:
        return Phrase(PRONOUN, first, first + 1)
    end = _noun_run(words, first, high)
    if end == first or all(word.lower() in DETERMINERS for word in words[first:end]):
        return None
    if words[end - 1][0].isupper() and is_name_word(words[end - 1]):
        begin = run_start(words, end - 1, first)
        return _named(words, begin, end)
    if end < high and words[end] in POSSESSIVE:
        return None
    if name := _apposed(words, first, end, high):
        return name
    phrase = Phrase(NOMINAL, first, end)
    if not is_clear(words, phrase) and words[first].lower() not in DETERMINERS:
        return None
    for _ in range(2):
        if end + 1 < high and words[end].lower() in ("of", "for", "at", "from", "with", "to", "in"):
            stop = _noun_run(words, end + 1, high)
            if stop == end + 1:
                break
            end = stop
    return _apposed(words, first, end, high) or Phrase(NOMINAL, first, end)


def _apposed(words: list[str], first: int, end: int, high: int) -> Phrase | None:
    """The name behind the phrase `first:end`, which says it better: "the boss, Ada Brandt"."""
    if end + 1 >= high:
        return None
    if words[end] == "named" and words[first].lower() in ("a", "an", "one") and is_name_word(words[end + 1]):
        return Phrase(NAME, end + 1, run_end(words, end + 1, high))
    if words[end] != ",":
        return None
    name = end + 1
    while name < min(high, end + 3) and bare(words[name]) in TITLES and words[name].islower():
        name += 1
    if name >= high or not is_name_word(words[name]):
        return None
    stop = run_end(words, name, high)
    if stop - name < 2 or (stop < high and words[stop] not in (",", ".", "(")):
        return None
    return Phrase(NAME, without_titles(words, name, stop), stop)


def _noun_run(words: list[str], first: int, high: int) -> int:
    """The end of the row of determiners, nouns and names that begins at `first`."""
    end = first
    spoken = False  # whether a noun that can speak was met: what follows in lower case is the verb
    while end < high and end - first < 14:
        word = words[end]
        if is_name_word(word):
            end = run_end(words, end, high)
            if end < high and words[end] not in POSSESSIVE:
                if not _leads_to_role(words, end):
                    return end
                spoken = False
            continue
        if word[0].isdigit() and (end == first or words[end - 1].lower() in DETERMINERS):
            end = _number_end(words, end, high)
            if end < high and not words[end][0].isalpha():
                return first
            continue
        if _is_small_part(words, first, end):
            end += 1
            continue
        if word in ("'", "’") and end > first and words[end - 1].endswith("s") and end + 1 < high:
            if not is_noun(words[end + 1]):
                break
            end, spoken = end + 1, False  # the dogs' owner
            continue
        if end > first and _is_all_behind_article(words, end, high):
            return end + 1
        if not is_noun(word):
            break
        low = word.lower()
        speaks = low in SPEAKERS or low in PERSON_NOUNS or low.endswith("person")
        if spoken and not speaks:
            break
        spoken = spoken or speaks
        end += 1
    return end


def _is_all_behind_article(words: list[str], index: int, high: int) -> bool:
    """Whether a word is all that stands behind "the" or "a", and so a noun whatever else it may be."""
    alone = index + 1 >= high or words[index + 1] in (".", ",")
    return alone and words[index - 1].lower() in ("the", "a", "an")


def _is_small_part(words: list[str], first: int, index: int) -> bool:
    """Whether a word is none, and yet part of the row that began at `first`: 's, a determiner, "some of"."""
    word = words[index].lower()
    if index == first:
        return word in DETERMINERS
    before = words[index - 1].lower()
    if word == "of":
        return before in DETERMINERS or before.isdigit()
    return words[index] in POSSESSIVE or (word in DETERMINERS and (before in DETERMINERS or before == "of"))


def _leads_to_role(words: list[str], index: int) -> bool:
    """Whether what follows a name goes on to a role in lower case: "Brandt campaign manager"."""
    following = (word.lower() for word in words[index : index + 4])
    nouns = takewhile(lambda word: word[0].isalpha() and is_noun(word), following)
    return any(word in SPEAKERS for word in nouns)


def _number_end(words: list[str], index: int, high: int) -> int:
    """The end of the number that begins at `index`: "2/3", "10 000"."""
    index += 1
    while index < high and (words[index] == "/" or words[index][0].isdigit()):
        index += 1
    return index


def title_before(words: list[str], phrase: Phrase) -> str:
    """The plain title right before a name ("mrs"), or an empty text."""
    before = bare(words[phrase.start - 1]) if phrase.start else ""
    return before if before in PLAIN_TITLES else ""
