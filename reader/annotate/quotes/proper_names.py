"""Find where a name begins and ends among capitalized tokens, and which part of it is a title.

Owns the quick test for names that attribution needs. The type of a name is decided elsewhere.
"""

from __future__ import annotations

from reader.annotate.lexicon.gender import name_gender
from reader.annotate.lexicon.word_classes import (
    COURTESY_TITLES,
    FUNCTION_WORDS,
    MONTHS,
    PERSON_NOUNS,
    ROLES,
    WEEKDAYS,
)
from reader.annotate.lexicon.word_set import word_set

TITLES = (
    frozenset(word.lower() for word in COURTESY_TITLES | ROLES)
    | PERSON_NOUNS
    | word_set(
        """acting american americans assembly assistant british chinese conservative democrat democratic
        democrats first former french german gop iranian israeli liberal libertarian madam majority minority
        phd pollster prime private rep-elect reps republican republicans rival russian senate sens solicitor
        then-candidate then-president then-sen vice"""
    )
)
"""Lower-case words before a name that are not part of it, without a final full stop."""
NAME_PARTICLES = word_set("de da di du del della der den van von bin ibn al el la le ter ten dos das e y")
"""Lower-case words inside a name."""
CAPITALIZED_NON_NAMES = (
    (FUNCTION_WORDS - {"will"})  # Will is a given name
    | frozenset(word.lower() for word in MONTHS | WEEKDAYS if len(word) > 3)  # Jan is a given name
    | word_set("adding citing having like look responding said says told")
)
"""Lower-case words that are not part of a name, even with a capital."""
_MAX_NAME_TOKENS = 16  # titles included


def is_name_word(word: str) -> bool:
    """Whether a token can be part of a name."""
    return word[0].isupper() and word.lower() not in CAPITALIZED_NON_NAMES


def normalized(word: str) -> str:
    """The token in the form of the word lists: lower case, no final full stop."""
    return word.lower().rstrip(".")


def name_start(words: list[str], last: int, low: int) -> int:
    """The first token of the name that ends at token `last`, not before `low`."""
    first, low = last, max(low, last - _MAX_NAME_TOKENS)
    while first > low:
        before = words[first - 1]
        if is_name_word(before):
            first -= 1
        elif (before.lower() in NAME_PARTICLES and first - 2 >= low and is_name_word(words[first - 2])) or (
            before == "."
            and first - 2 >= low
            and len(words[first - 2]) == 1
            and is_name_word(words[first - 2])
        ):
            first -= 2
        else:
            break
    return first


def name_end(words: list[str], first: int, high: int) -> int:
    """The token after the name that begins at token `first`, at most `high`."""
    end, high = first + 1, min(high, first + _MAX_NAME_TOKENS)
    while end < high:
        if is_name_word(words[end]):
            end += 1
        elif words[end].lower() in NAME_PARTICLES and end + 1 < high and is_name_word(words[end + 1]):
            end += 2
        else:
            break
    return end


def skip_titles(words: list[str], first: int, end: int) -> int:
    """The first token of `first:end` after the titles and roles. At least one token is left."""
    begin = first
    for i in range(first, end - 1):
        if normalized(words[i]) in TITLES and not (name_gender(words[i]) and i == end - 2):
            begin = i + 1
    return begin
