"""The register of people, `people.yaml` in the library folder: who is one person under several names.

    people:
      - name: Ada Okafor
        type: person                  # or organization
        aliases: [Ada Brandt, A. Okafor]
        about: Hydrologist who led the survey.
        never: [Ada Okafor-Lind]      # names that are never this person
        not_in: [football.yaml]       # articles in which the name means somebody else
        only_in: []                   # if given, the only articles in which the name means this person

Owns its schema, its faults, and what an entry says about a name in an article. The file is written by hand
or by the reader, and is foreign text like an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

from reader.errors import ArticleError, SourceError
from reader.library.people.person_names import name_key
from reader.library.people.register_file import is_register, register_file
from reader.model import EntityType
from reader.sources.faults import Fault, Faults, Position
from reader.sources.files import read_article_file
from reader.sources.ref import FileSource
from reader.sources.yaml.record import Record, entries
from reader.sources.yaml.schema import Rule, Shape
from reader.sources.yaml.tree import YamlMap, parse

TYPES = (EntityType.PERSON, EntityType.ORGANIZATION)


class PersonEntry(Shape):
    """Somebody whom several articles name."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "name": Rule("The name they are listed under.", required=True),
        "type": Rule("What it is.", choices=tuple(TYPES), default=EntityType.PERSON.value),
        "aliases": Rule("Other names, each written in full.", many=True),
        "about": Rule("Who or what it is, in a sentence."),
        "never": Rule("Names that are never this person.", many=True),
        "not_in": Rule("Files of articles in which the name means somebody else.", many=True),
        "only_in": Rule("The only files of articles in which the name means this person.", many=True),
    }


class RegisterFile(Shape):
    """The people of a library for `reader`."""

    keys: ClassVar[Mapping[str, Rule]] = {
        "people": Rule("Who is who.", text=False, many=True, shape=PersonEntry),
    }


class Registered(NamedTuple):
    """An entry of the register. The lists of files hold names of files without their folder."""

    name: str
    type: EntityType = EntityType.PERSON
    aliases: tuple[str, ...] = ()
    about: str = ""
    never: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its name and aliases."""
        return frozenset(name_key(name, self.type) for name in (self.name, *self.aliases))

    def refuses(self, key: str, file: str) -> bool:
        """Whether a name in an article is never this person."""
        never = {name_key(name, self.type) for name in self.never}
        return key in never or file in self.not_in or bool(self.only_in and file not in self.only_in)


class Register:
    """The entries of a register, found by name."""

    def __init__(self, people: tuple[Registered, ...] = ()) -> None:
        self.people = people
        self._by_key: dict[tuple[EntityType, str], list[int]] = {}
        for index, person in enumerate(people):
            for key in person.keys:
                self._by_key.setdefault((person.type, key), []).append(index)

    def listed(self, type: EntityType, key: str) -> list[int]:
        """The indices of the entries with that name."""
        return self._by_key.get((type, key), [])

    def person_of(self, type: EntityType, key: str, file: str) -> int | None:
        """The index of the entry that a name in an article is; None if no entry or several can be meant."""
        found = [index for index in self.listed(type, key) if not self.people[index].refuses(key, file)]
        only = [index for index in found if self.people[index].only_in]
        found = only or found
        return found[0] if len(found) == 1 else None


def load_register(folder: Path) -> Register:
    """The register of a library folder; empty if there is none. Raises ReaderError for the first error."""
    path = register_file(folder)
    if not path.exists() or not is_register(path):
        return Register()
    source = FileSource.at(path)
    people, faults = _read(read_article_file(source), source.name, warned=False)
    if faults.errors:
        first = faults.errors[0]
        raise ArticleError(first.name, first.message, first.line, first.column)
    return Register(people)


def check_register(data: bytes, name: str) -> tuple[Fault, ...]:
    """Every fault of a register, in file order. Never raises."""
    return _read(data, name)[1].all


def read_register(data: bytes, name: str) -> Register:
    """The register in `data`. Raises SourceError for the first error."""
    people, faults = _read(data, name, warned=False)
    if faults.errors:
        raise SourceError(faults.name, faults.errors[0].message)
    return Register(people)


def _read(data: bytes, name: str, *, warned: bool = True) -> tuple[tuple[Registered, ...], Faults]:
    faults = Faults(name, warned=warned)
    tree = parse(data, faults) if data.strip() else YamlMap(Position(1, 1))
    if not isinstance(tree, YamlMap):
        if not faults.errors and tree is not None:
            faults.error(Position(1, 1), "expected “people:” with a list; the file has none")
        return (), faults
    record = Record(tree, RegisterFile, faults)
    record.warn_unknown()
    people: list[Registered] = []
    owners: dict[tuple[EntityType, str], Registered] = {}
    for entry in entries(record, "people", PersonEntry, faults):
        person = _person(entry)
        people.append(person)
        for key in sorted(person.keys):
            other = owners.setdefault((person.type, key), person)
            if other is not person and not (person.only_in or other.only_in or person.not_in or other.not_in):
                names = f"{person.name} and {other.name}"
                fault = f"{names} have a name in common; only_in says where it is whose"
                faults.warning(entry.place("name"), fault)
    return tuple(people), faults


def _person(entry: Record) -> Registered:
    aliases, never, not_in, only_in = (
        tuple(text for text, _ in entry.lines(key)) for key in ("aliases", "never", "not_in", "only_in")
    )
    kind = EntityType(entry.choice("type", EntityType.PERSON.value))
    return Registered(entry.line("name"), kind, aliases, entry.passage("about"), never, not_in, only_in)
