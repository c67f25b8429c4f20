"""Who holds a role: the person whom "the mayor" refers to.

Owns the rules for reading roles off a text: "Mayor Ada Brandt", "the mayor, Ada Brandt", "Ada Brandt, the
mayor of Orsk". Only a role that one person alone holds in the text says who somebody is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.annotate.lexicon.word_classes import PERSON_NOUNS
from reader.annotate.lexicon.word_set import word_set
from reader.annotate.quotes.noun_phrases import NOMINAL, Phrase, head_noun, phrase_starting_at
from reader.annotate.quotes.person_index import PersonKey, PersonMention
from reader.annotate.quotes.proper_names import normalized
from reader.annotate.quotes.quote_masking import MaskedParagraph

_ABBREVIATIONS = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "prof": "professor", "dr": "doctor",
    "pres": "president", "supt": "superintendent",
}  # fmt: skip
_KINDS_OF_PEOPLE = word_set(
    """man woman boy girl child teenager friend colleague member resident victim witness survivor suspect son
    daughter brother sister person veteran student refugee migrant partner fan worker employee"""
)
"""Nouns that many people of a text share. They are no roles."""
_DEFINITE = ("the", "his", "her", "their", "its")
_AGE = "-year-old"
_MAX_ROLE_TOKENS = 3  # titles before a name that are read
_MAX_APPOSITION_TOKENS = 14


class RoleBearers:
    """The people of a text by their roles. `mentions` are the places where people are named. Linear."""

    def __init__(
        self, paragraphs: Sequence[MaskedParagraph], mentions: Iterable[tuple[PersonMention, PersonKey]]
    ) -> None:
        self._by_role: dict[str, set[PersonKey]] = defaultdict(set)
        for mention, key in mentions:
            words = paragraphs[mention.paragraph].words
            for role in (*_roles_before(words, mention.start), *_roles_after(words, mention.end)):
                self._by_role[role].add(key)

    def bearer(self, words: list[str], phrase: Phrase) -> PersonKey | None:
        """The person whom a definite phrase such as "the mayor" refers to; None if that is not certain."""
        if words[phrase.start].lower() not in _DEFINITE or phrase.end - phrase.start > 3:
            return None
        role = words[phrase.end - 1].lower()
        if head_noun(words, phrase) != role or not _is_role(role):
            return None
        bearers = self._by_role.get(role, ())
        return next(iter(bearers)) if len(bearers) == 1 else None


def _is_role(noun: str) -> bool:
    """Whether a lower-case noun is a role that tells one person from the others."""
    return noun.endswith(_AGE) or (noun in PERSON_NOUNS and noun not in _KINDS_OF_PEOPLE)


def _roles_before(words: list[str], start: int) -> list[str]:
    """The roles directly before a name: "Prime Minister" Ada Brandt; "the mayor," Ada Brandt."""
    last = start - 1
    if last > 0 and words[last] == ",":
        last -= 1
    found = []
    for index in range(last, max(-1, last - _MAX_ROLE_TOKENS), -1):
        role = normalized(words[index])
        role = _ABBREVIATIONS.get(role, role)
        if not _is_role(role):
            break
        found.append(role)
    return found


def _roles_after(words: list[str], end: int) -> list[str]:
    """The role or the age in the apposition after a name: Ada Brandt, "the mayor of Orsk"."""
    if end + 1 >= len(words) or words[end] != ",":
        return []
    if words[end + 1].isdigit():
        return [words[end + 1] + _AGE]  # Ada Brandt, 46, …
    phrase = phrase_starting_at(words, end + 1, min(len(words), end + _MAX_APPOSITION_TOKENS))
    if phrase is None or phrase.kind != NOMINAL or phrase.start != end + 1:
        return []
    role = head_noun(words, phrase)
    closed = phrase.end >= len(words) or words[phrase.end] in (",", ".", "of", "for", "at", "in", "who")
    return [role] if closed and _is_role(role) else []
