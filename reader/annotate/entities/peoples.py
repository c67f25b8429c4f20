"""Find the names of peoples, faiths and languages: `Kenyan`, `the Kenyans`, `South Korean`, `Catholics`.

Owns the rule for when such a word is a mention: its capital is its own, no longer name contains it,
and it is not the name of a person in the text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from reader.annotate.entities.candidate import (
    Candidate,
    TokenizedText,
    is_demonym,
    joined_text,
    make_candidate,
)
from reader.annotate.lexicon.word_lists import list_words
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.tokens import Token

PEOPLE_RULE = "people, faith or language"
_NO_PEOPLES = word_set(
    """Victorian Edwardian Elizabethan Tudor Gothic Baroque Renaissance Medieval Biblical Keynesian Darwinian
    Freudian Indigenous"""
)
"""Styles, ages and general words in the list of peoples: not the name of one."""
_ORDINARY_WORDS = word_set("Polish Pole Poles Western Orthodox Kiwi Kiwis")
"""Names of peoples whose lower-case form is another word, or is common without a capital."""


def people_names(number: int, text: TokenizedText, persons: Container[str]) -> Iterator[Candidate]:
    """The mentions of peoples, faiths and languages in a paragraph, the longest first, without overlap.

    `persons` are the given names and surnames of the persons in the text. Linear.
    """
    tokens = text.tokens
    demonyms = list_words("demonyms")
    index = 0
    while index < len(tokens):
        word = tokens[index].text
        step = 1
        if word[0].isupper():
            pair = _pair(tokens, index)
            if pair and (pair in demonyms or pair[:-1] in demonyms):
                step = 2
            if step == 2 or _is_people(word, index in text.starts, persons):
                yield make_candidate(number, text, index, index + step, "")
        index += step


def is_people_name(candidate: Candidate) -> bool:
    """Whether the whole name is a people, faith or language."""
    name = candidate.name
    return is_demonym(name) or (" " in name and people_key(name) in list_words("demonyms"))


def people_key(name: str) -> str:
    """The name in the singular: the key under which `Kenyan` and `Kenyans` are one entity."""
    return name[:-1] if name[-1] == "s" and name[:-1] in list_words("demonyms") else name


def _pair(tokens: Sequence[Token], index: int) -> str:
    """Two capitalized words as one name, or the empty string."""
    if index + 1 == len(tokens) or not tokens[index + 1].text[0].isupper():
        return ""
    return joined_text(tokens, index, index + 2)


def _is_people(word: str, sentence_initial: bool, persons: Container[str]) -> bool:
    """Whether the word is the name of a people. A capital at the start of a sentence is no proof."""
    if people_key(word) not in list_words("demonyms") or word in _NO_PEOPLES or word in persons:
        return False
    return not (sentence_initial and word in _ORDINARY_WORDS)
