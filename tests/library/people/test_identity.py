"""Which names of several articles are joined to one person: a set of invented articles, and single rules."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

from reader.library.people.identity import Bearer, Person, candidates_of, people_of
from reader.library.people.register import Register, Registered
from reader.library.record import everybody
from reader.model import EntityType
from tests.library.shelf import Shelf

SURNAMES = ["Okafor", "Brandt", "Holm", "Farrow", "Ilves", "Achter", "Marlow", "Tensing", "Vasko", "Quill"]
GIVEN = ["Ada", "Jonas", "Ruth", "Tomas", "Ilse", "Marta", "Pavel", "Nadia", "Owen", "Lena"]


def _set() -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    """One name for each article: who it is, the name, its type, how it is described, other names."""
    out: list[tuple[str, str, str, str, tuple[str, ...]]] = []
    for number, (given, surname) in enumerate(zip(GIVEN, SURNAMES, strict=True)):
        full, who = f"{given} {surname}", f"person {number}"
        out += [  # titles that change, and descriptions that are missing
            (who, full, "person", f"the mayor of {surname}ville", (surname,)),
            (who, f"Senator {full}", "person", "a senator", (surname,)),
            (who, full.upper() if number % 2 else full, "person", "", ()),
        ]
        out += [(who, f"{given[0]}. {surname}", "person", "", ())]  # an initial
        out += [(f"relative {number}", f"{GIVEN[number - 1]} {surname}", "person", "a farmer", ())]
        # A surname alone is somebody else in every second article.
        out += [(who if number % 2 else f"stranger {number}", surname, "person", "", ())]
        if number < 6:  # two people of one name
            twin = f"{given} {SURNAMES[number - 5]}"
            out += [(f"striker {number}", twin, "person", "a striker", ())] * 2
            out += [(f"minister {number}", twin, "person", "the minister", ())] * 2
        if number < 5:  # a married name, once with both names in one article
            married = f"{given} {surname}-Lund"
            out += [(who, married, "person", "", (full,)), (who, married, "person", "", ())]
        if number >= 5:  # spellings
            out += [(who, f"{given} {surname.replace('a', 'ah')}", "person", "", ())]
        name = f"{surname} Dental Association"
        short = f"{surname[0]}DA"
        out += [
            (f"body {number}", name, "organization", "", (short,)),
            (f"body {number}", f"The {name}", "organization", "", ()),
        ]
        if number % 3 == 0:
            out += [(f"body {number}", short, "organization", "", ())]
            out += [(f"other body {number}", f"{surname} Diving Academy", "organization", "", (short,))]
    random.Random(7).shuffle(out)
    return out


def test_names_are_joined_only_where_it_is_sure(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    articles = _set() * 2
    truth: dict[str, str] = {}
    for number, (who, name, kind, about, aliases) in enumerate(articles):
        lines = [f"  - {{name: '{name}', type: {kind}, about: '{about}', aliases: [{', '.join(aliases)}]}}"]
        path = shelf.article(
            f"story {number}", f"{name} came.", tail="\n".join(["quotes: []", "entities:", *lines])
        )
        truth[path.name] = who
    assert len(truth) >= 150
    shelf.refresh()
    found = everybody(shelf.database, Register())
    joined = {
        frozenset(pair)
        for profile in found
        for pair in combinations(sorted(bearer.file for bearer in profile.person.bearers), 2)
    }
    same = {frozenset(pair) for pair in combinations(truth, 2) if truth[pair[0]] == truth[pair[1]]}
    precision, recall = len(joined & same) / len(joined), len(joined & same) / len(same)
    print(f"{len(truth)} articles, {len(joined)} pairs: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.98
    assert recall >= 0.4


def bearers(*names: str, about: tuple[str, ...] = ()) -> list[Bearer]:
    described = about or ("",) * len(names)
    pairs = enumerate(zip(names, described, strict=True))
    return [Bearer(n, n, f"{n}.yaml", name, EntityType.PERSON, (), text) for n, (name, text) in pairs]


def names_of(people: tuple[Person, ...]) -> list[list[int]]:
    return sorted(sorted(bearer.id for bearer in person.bearers) for person in people)


def test_a_bare_surname_is_a_candidate() -> None:
    people = people_of(bearers("Ada Okafor", "Okafor", "A. Okafor", "Ruth Holm"), Register())
    assert names_of(people) == [[0], [1], [2], [3]]
    ada = next(one for one in people if one.name == "Ada Okafor")
    assert {one.name for one in candidates_of(ada, people)} == {"Okafor", "A. Okafor"}


def test_two_fields_or_two_towns_are_against_one_person() -> None:
    assert (
        len(people_of(bearers("Ada Holm", "Ada Holm", about=("a striker", "the minister")), Register())) == 2
    )
    mayors = bearers("Ada Holm", "Ada Holm", about=("mayor of Hollin", "mayor of Brannoc"))
    assert len(people_of(mayors, Register())) == 2
    assert len(people_of(bearers("Ada Holm", "Ada Holm", about=("a mayor", "a senator")), Register())) == 1
    assert len(people_of(bearers("Mr Robin Holm", "Ms Robin Holm"), Register())) == 2


def test_the_register_joins_and_parts() -> None:
    names = bearers("Ada Okafor", "Ada Holm", "Okafor", "Ada Okafor")
    register = Register((Registered("Ada Okafor", aliases=("Ada Holm", "Okafor"), not_in=("3.yaml",)),))
    people = people_of(names, register)
    assert names_of(people) == [[0, 1, 2], [3]]
    assert people[0].confirmed == {0, 1, 2}
    never = Register((Registered("Ada Okafor", never=("Okafor",)),))
    people = people_of(names, never)
    assert "Okafor" not in {one.name for one in candidates_of(people[0], people)}
