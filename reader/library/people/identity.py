"""People across articles: which names in different articles are one person or one organisation.

Owns the rule. They are one only where it is sure: the same full name and nothing against it, or the
register says so. A bare surname and a name with an initial mean somebody only inside their article.
Everything else that may be the same is a candidate, which the user confirms or refuses in the register.
Pure, and linear in the number of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.annotate.lexicon.occupations import FIELD_OF
from reader.library.people.person_names import (
    acronym_of,
    is_acronym,
    name_key,
    organization_key,
    person_parts,
)
from reader.library.people.register import Register, Registered
from reader.model import EntityType

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_POST = re.compile(r"([^\W\d_]+) (?:of|for|in) (?:the )?([A-Z][\w’'-]+)")


class Bearer(NamedTuple):
    """A name in one article, with the id of its row in the index. `file` is the name of the article's
    file.
    """

    id: int
    article: int
    file: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    about: str = ""
    n_mentions: int = 0
    n_statements: int = 0

    @property
    def key(self) -> str:
        """The key of its name."""
        return name_key(self.name, self.type)

    @property
    def is_full(self) -> bool:
        """Whether the name is complete, so that it can mean the same in another article."""
        return self.type is not EntityType.PERSON or person_parts(self.name).is_full

    @property
    def full_keys(self) -> list[str]:
        """The keys of its name and of the aliases that are complete names with a word in common with it."""
        if self.type is not EntityType.PERSON or not self.is_full:
            return [self.key]
        own = person_parts(self.name)
        others = [person_parts(alias) for alias in self.aliases]
        kept = [
            other.key
            for other in others
            if other.is_full and (other.words[0] == own.words[0] or other.words[-1] == own.words[-1])
        ]
        return list(dict.fromkeys([own.key, *kept]))


@dataclass(frozen=True)
class Person:
    """A person or an organisation with the names of theirs in the articles.

    `confirmed` are the ids of the bearers that the register confirms. `name` tells two people of one name
    apart.
    """

    name: str
    type: EntityType
    bearers: tuple[Bearer, ...]
    confirmed: frozenset[int] = frozenset()
    registered: Registered | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all names that surely mean this person."""
        own = frozenset(bearer.key for bearer in self.bearers)
        return own if self.registered is None else own | self.registered.keys

    @property
    def about(self) -> str:
        """How the register, or else an article, describes them."""
        if self.registered is not None and self.registered.about:
            return self.registered.about
        return max((bearer.about for bearer in self.bearers), key=len, default="")

    @property
    def n_articles(self) -> int:
        """The number of articles that name them."""
        return len({bearer.article for bearer in self.bearers})

    @property
    def n_confirmed(self) -> int:
        """The number of articles for which the register confirms it."""
        return len({bearer.article for bearer in self.bearers if bearer.id in self.confirmed})

    @property
    def n_statements(self) -> int:
        """The number of statements."""
        return sum(bearer.n_statements for bearer in self.bearers)


def people_of(bearers: Sequence[Bearer], register: Register) -> tuple[Person, ...]:
    """The people and organisations, those with the most articles first."""
    registered: dict[int, list[Bearer]] = defaultdict(list)
    alone: list[Bearer] = []
    full: list[Bearer] = []
    for bearer in bearers:
        index = register.person_of(bearer.type, bearer.key, bearer.file)
        if index is not None:
            registered[index].append(bearer)
        elif bearer.is_full and len(register.listed(bearer.type, bearer.key)) < 2:
            full.append(bearer)
        else:
            alone.append(bearer)
    found = [
        Person(
            register.people[index].name,
            register.people[index].type,
            tuple(own),
            frozenset(bearer.id for bearer in own),
            register.people[index],
        )
        for index, own in registered.items()
    ]
    for group in _same_names(full):
        joined, rest = _divided(group)
        found += [_person(one) for one in joined]
        alone += rest
    found += [_person([bearer]) for bearer in alone]
    ranked = sorted(found, key=lambda one: (-one.n_articles, -one.n_statements, one.name.casefold()))
    return tuple(_told_apart(ranked))


def candidates_of(person: Person, others: Iterable[Person]) -> tuple[Person, ...]:
    """The people who may be the same person, and are not surely."""
    refused = set()
    if person.registered is not None:
        refused = {name_key(name, person.type) for name in person.registered.never}
    return tuple(
        other
        for other in others
        if other is not person
        and other.type is person.type
        and not other.keys & refused
        and _alike(person, other)
    )


def _person(bearers: Sequence[Bearer]) -> Person:
    best = max(bearers, key=lambda one: (one.n_mentions, len(one.name)))
    return Person(best.name, best.type, tuple(bearers))


def _same_names(bearers: Sequence[Bearer]) -> list[list[Bearer]]:
    """The bearers in groups of the same full name. A second name that an article gives joins two groups."""
    parents: dict[tuple[EntityType, str], tuple[EntityType, str]] = {}

    def root(key: tuple[EntityType, str]) -> tuple[EntityType, str]:
        while parents.setdefault(key, key) != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for bearer in bearers:
        first, *others = bearer.full_keys
        for other in others:
            parents[root((bearer.type, other))] = root((bearer.type, first))
    acronyms = _ambiguous_acronyms(bearers)
    groups: dict[object, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        is_ambiguous = bearer.type is EntityType.ORGANIZATION and bearer.key in acronyms
        groups[bearer.id if is_ambiguous else root((bearer.type, bearer.key))].append(bearer)
    return list(groups.values())


def _ambiguous_acronyms(bearers: Iterable[Bearer]) -> frozenset[str]:
    """The keys of acronyms that stand for several organisations."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for bearer in bearers:
        if bearer.type is EntityType.ORGANIZATION and not is_acronym(bearer.name):
            for short in {acronym_of(bearer.name), *filter(is_acronym, bearer.aliases)}:
                if len(short) > 1:
                    meanings[organization_key(short)].add(bearer.key)
    return frozenset(short for short, names in meanings.items() if len(names) > 1)


def _divided(group: Sequence[Bearer]) -> tuple[list[list[Bearer]], list[Bearer]]:
    """The people of a group with one name, and the bearers of whom it is not sure who they are.

    Two bearers in one article are two people. Different genders, fields or posts are against one person.
    """
    by_article: dict[int, int] = defaultdict(int)
    for bearer in group:
        by_article[bearer.article] += 1
    genders = {gender for bearer in group if (gender := _gender(bearer))}
    fields = [_fields(bearer) for bearer in group]
    known = [found for found in fields if found]
    common = frozenset.intersection(*known) if known else frozenset()
    posts = [_posts(bearer) for bearer in group]
    if (
        (common or not known)
        and len(genders) < 2
        and max(by_article.values()) == 1
        and not _contradict(posts)
    ):
        return [list(group)], []
    parts: dict[object, list[Bearer]] = defaultdict(list)
    rest: list[Bearer] = []
    for bearer, found, own in zip(group, fields, posts, strict=True):
        if len(found) == 1 and by_article[bearer.article] == 1:
            parts[(found, _gender(bearer), own)].append(bearer)
        else:
            rest.append(bearer)
    return list(parts.values()), rest


def _told_apart(people: Iterable[Person]) -> Iterable[Person]:
    """The people; several with one name are told apart by what they do, or by a number."""
    names: dict[str, int] = defaultdict(int)
    for person in people:
        key = person.name.casefold()
        names[key] += 1
        if names[key] == 1:
            yield person
            continue
        field = next((word for word in _words(person.about) if word in FIELD_OF), "")
        label = f"{person.name} ({field or names[key]})"
        if label.casefold() in names:
            label = f"{person.name} ({names[key]})"
        names[label.casefold()] += 1
        yield Person(label, person.type, person.bearers, person.confirmed, person.registered)


def _gender(bearer: Bearer) -> str:
    if bearer.type is not EntityType.PERSON:
        return ""
    return next(filter(None, (person_parts(name).gender for name in (bearer.name, *bearer.aliases))), "")


def _fields(bearer: Bearer) -> frozenset[str]:
    """The fields in which somebody works, by the description and the titles; empty if unknown."""
    if bearer.type is not EntityType.PERSON:
        return frozenset()
    words = _words(" ".join((bearer.about, bearer.name, *bearer.aliases)))
    found = [FIELD_OF[word] for word in words if word in FIELD_OF]
    return found[0] if found else frozenset()


def _posts(bearer: Bearer) -> frozenset[tuple[str, str]]:
    """The posts of somebody with their places: ("mayor", "Hollin")."""
    if bearer.type is not EntityType.PERSON:
        return frozenset()
    found = _POST.findall(bearer.about)
    return frozenset((role.lower(), place) for role, place in found if role.lower() in FIELD_OF)


def _contradict(posts: Iterable[frozenset[tuple[str, str]]]) -> bool:
    """Whether one post is held at two places: the mayor of Hollin and the mayor of Brannoc."""
    places: dict[str, str] = {}
    return any(places.setdefault(role, place) != place for own in posts for role, place in own)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _alike(one: Person, other: Person) -> bool:
    """Whether two people, who are not surely the same, may be."""
    if one.type is EntityType.ORGANIZATION:
        names = [{bearer.name for bearer in person.bearers} for person in (one, other)]
        shorts = [
            {organization_key(name) for name in own} | {organization_key(acronym_of(name)) for name in own}
            for own in names
        ]
        return bool(shorts[0] & shorts[1] - {""})
    return any(_may_be(first, second) for first in one.keys for second in other.keys)


@lru_cache(maxsize=16384)
def _may_be(one: str, other: str) -> bool:
    """Whether two keys of people may be one person: a surname, an initial, a middle name, a spelling."""
    first, second = one.split(), other.split()
    if not first or not second:
        return False
    if one == other:
        return True
    same_surname = first[-1] == second[-1] or _sound(first[-1]) == _sound(second[-1])
    if len(first) == 1 or len(second) == 1:
        return same_surname
    given = first[0], second[0]
    initial = given[0][0] == given[1][0] and 1 in (len(given[0]), len(given[1]))
    same_given = initial or given[0] == given[1] or _sound(given[0]) == _sound(given[1])
    # With a double surname one part is enough: Ada Okafor and Ada Okafor Brandt.
    return same_given and (same_surname or bool(set(first[1:]) & set(second[1:])))


_SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "k", "w": "v", "y": "i", "j": "i", "z": "s", "d": "t"})


def _sound(word: str) -> str:
    """A word without what transliterations differ in: vowels but the first, doubled letters, similar
    letters.
    """
    word = word.replace("kh", "k").replace("gh", "k").replace("ch", "k").replace("sh", "s").replace("ph", "f")
    word = word.translate(_SOUNDS)
    out = word[:1]
    for char in word[1:]:
        if char not in "aeiouh" and char != out[-1]:
            out += char
    return out
