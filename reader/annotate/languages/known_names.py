"""The names of the article's people and things, as attribution looks them up in the text.

Owns the short forms of a name, the gender of a person, and which person a role in the text belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.annotate.languages.grammar import Grammar
from reader.annotate.languages.tokenizer import Tokens, tokenize
from reader.annotate.lexicon.gender import name_gender

_REACH = 8
"""Tokens between a name and its role in an apposition."""


class NameMatch(NamedTuple):
    """A name at tokens `start:end`; `name` is its full form."""

    start: int
    end: int
    name: str
    is_person: bool


class KnownNames:
    """Finds the names in tokenized text. A short form that belongs to two people counts for neither."""

    def __init__(self, people: Iterable[str], things: Iterable[str], grammar: Grammar) -> None:
        self._grammar = grammar
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        self.gender: dict[str, str] = {}
        self._people_by_role: dict[str, set[str]] = {}
        self._with_role: set[str] = set()
        forms: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
        full: dict[tuple[str, ...], tuple[str, bool]] = {}
        for names, is_person in ((things, False), (people, True)):
            for name in names:
                words = tuple(tokenize(name, grammar).lows)
                if not words:
                    continue
                full[words] = name, is_person
                if is_person:
                    self.gender[name] = self._gender_of_given_name(name)
                    for form in short_forms(words, grammar):
                        forms.setdefault(form, set()).add((name, True))
        short = {form: next(iter(owners)) for form, owners in forms.items() if len(owners) == 1}
        for words, (name, is_person) in (short | full).items():
            self._by_first_word.setdefault(words[0], []).append((words, name, is_person))
        for entries in self._by_first_word.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _gender_of_given_name(self, name: str) -> str:
        first = name.split()[0]
        return self._grammar.given_names.get(first.lower(), "") or name_gender(first)

    def matches(self, tokens: Tokens) -> list[NameMatch]:
        """The names in the tokens, in order, the longest first."""
        found = []
        index = 0
        while index < len(tokens.words):
            match = self._at(tokens, index) if tokens.capitals[index] else None
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.end
        return found

    def _at(self, tokens: Tokens, index: int) -> NameMatch | None:
        lows = tokens.lows
        for key in (lows[index], lows[index].removesuffix("s").rstrip("’")):
            for words, name, is_person in self._by_first_word.get(key, ()):
                end = index + len(words)
                if tuple(lows[index + 1 : end]) == words[1:] and (key == lows[index] or len(words) == 1):
                    return NameMatch(index, end, name, is_person)
        return None

    def learn_roles(self, tokens: Tokens, matches: Sequence[NameMatch]) -> None:
        """Note the roles beside people's names: `le maire, X` or `X, presidente de la asociación`."""
        roles = self._grammar.person_nouns
        for match in matches:
            if not match.is_person:
                continue
            title = self._grammar.titles.get(tokens.lows[match.start - 1], "") if match.start else ""
            if title:
                self.gender[match.name] = title
            for index in (*self._before(tokens, match), *self._after(tokens, match)):
                role = tokens.lows[index]
                if role in roles:
                    self._with_role.add(match.name)
                    self._people_by_role.setdefault(role, set()).add(match.name)
                    self.gender[match.name] = self.gender.get(match.name) or roles[role]

    def _before(self, tokens: Tokens, match: NameMatch) -> Sequence[int]:
        index = match.start - 1
        if index <= 0 or tokens.words[index] != ",":
            return (index,) if index >= 0 else ()
        for at in range(index - 1, max(-1, index - 1 - _REACH), -1):  # o presidente da associação, X
            if tokens.lows[at] in self._grammar.person_nouns:
                return (at,)
            if not tokens.words[at][0].isalnum():
                break
        return ()

    def _after(self, tokens: Tokens, match: NameMatch) -> Sequence[int]:
        if tokens.words[match.end : match.end + 1] != [","]:
            return ()
        for index in range(match.end + 1, min(len(tokens.words), match.end + 1 + _REACH)):
            low = tokens.lows[index]
            if low in self._grammar.person_nouns:
                return (index,)
            if not low[0].isalpha() or low in self._grammar.prepositions or low in self._grammar.pronouns:
                break
        return ()

    def person_with_role(self, role: str) -> str:
        """The only person of the text with this role; empty if there are none or several."""
        people = self._people_by_role.get(role, ())
        return next(iter(people)) if len(people) == 1 else ""

    def is_role_taken(self, role: str) -> bool:
        """Whether the text gives the role to somebody."""
        return role in self._people_by_role

    def has_role(self, person: str) -> bool:
        """Whether the text gives the person a role."""
        return person in self._with_role


def short_forms(words: tuple[str, ...], grammar: Grammar) -> list[tuple[str, ...]]:
    """The given name, the surname, and the surname with its particles, of a name in lower case."""
    if len(words) < 2:
        return []
    forms = [words[:1], words[-1:]]
    begin = len(words) - 1
    while begin > 1 and words[begin - 1] in grammar.particles:
        begin -= 1
    if begin < len(words) - 1:
        forms.append(words[begin:])
    if len(words) > 2:  # a name with two surnames is often cut after the first, or before it
        forms += [words[1:], words[:2]]
    return list(dict.fromkeys(form for form in forms if form[0] not in grammar.particles or len(form) > 1))
