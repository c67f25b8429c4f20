"""The record: every statement of a person in all articles of the library, in time.

Owns who is meant by a name that a user typed, and which statements are theirs.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.library.index.database import IndexDatabase
from reader.library.people.identity import Bearer, Person, candidates_of, people_of
from reader.library.people.person_names import organization_key, person_parts
from reader.library.people.register import Register
from reader.library.query import Query, Scope, parse
from reader.library.query_sql import statements
from reader.library.search import ArticleText
from reader.library.sql_path import path_of
from reader.model import EntityType, QuoteKey, Span
from reader.text.fold import fold
from reader.text.terms import term

_ROUNDS = 3
"""How often further names of the people that were found are looked up."""

_TYPES = "('person', 'organization')"


class UnknownPersonError(ReaderError):
    """Nobody in the library has that name, or several people have it."""


class Stated(NamedTuple):
    """A statement in an article.

    `pieces` are its places, and `texts` the words of each; without a place there is one text and no piece.
    `number` is the paragraph number on the screen, 0 without one. `confirmed` says that the register
    confirms who said it.
    """

    path: Path
    title: str
    source: str
    published: str
    pieces: tuple[Span, ...]
    texts: tuple[str, ...]
    number: int
    speaker: str
    verb: str
    kind: str
    key: QuoteKey
    confirmed: bool

    @property
    def day(self) -> str:
        """The ISO day of the article; empty if it is not known."""
        return self.published[:10]


class Profile(NamedTuple):
    """A person or organisation of the library, and the days of the first and last article; empty if
    unknown.
    """

    person: Person
    first: str
    last: str


def everybody(database: IndexDatabase, register: Register, words: str = "") -> tuple[Profile, ...]:
    """The people and organisations whose names have all these words, those with the most articles first."""
    wanted = [one for word in words.split() if (one := term(word)) is not None]
    with database.reading() as db:
        if wanted:
            found = _related(db, register, [one.match for one in wanted], together=True)
        else:
            found = _bearers(db, f"SELECT id FROM name WHERE type IN {_TYPES}", ())
        days = dict(db.execute("SELECT id, substr(published, 1, 10) FROM article"))
    out = []
    for person in people_of(found, register):
        if wanted and not _has_words(person, words):
            continue
        seen = sorted(filter(None, (days.get(bearer.article, "") for bearer in person.bearers)))
        out.append(Profile(person, *(seen[0], seen[-1]) if seen else ("", "")))
    return tuple(out)


def person_named(database: IndexDatabase, register: Register, name: str) -> tuple[Person, tuple[Person, ...]]:
    """The person that a typed name means, and the candidates who may be the same person.

    A surname is enough if only one person has it. Raises UnknownPersonError.
    """
    bare = name.rpartition(" (")[0] if name.endswith(")") else name
    looked_for = term(bare)
    if looked_for is None:
        raise UnknownPersonError("a name has at least one letter")
    with database.reading() as db:
        last = term(looked_for.pieces[-1]) or looked_for
        people = people_of(_related(db, register, [last.match], together=True), register)
    exact = [one for one in people if fold(one.name).text == fold(name).text]
    keys = {person_parts(bare).key, organization_key(bare)}
    full = [one for one in people if one.keys & keys and (one.registered or one.bearers[0].is_full)]
    listed = [one for one in full if one.registered is not None]
    partly = [one for one in people if _has_words(one, bare) and (one.registered or one.bearers[0].is_full)]
    bare_only = [one for one in people if one.keys & keys]
    surnames = [
        one
        for one in partly
        if one.type is EntityType.PERSON
        and person_parts(one.name.partition(" (")[0]).words[-1:] == tuple(person_parts(bare).words)
    ]
    homonyms = exact if name != bare else (listed if len(listed) == 1 else full)
    for found in (homonyms, surnames, partly, bare_only):
        if len(found) == 1:
            return found[0], candidates_of(found[0], people)
        if found:
            names = ", ".join(f"{one.name} ({_articles(one)})" for one in found[:8])
            more = " …" if len(found) > 8 else ""
            raise UnknownPersonError(f"{name} may be {len(found)} people; name one of {names}{more}")
    raise UnknownPersonError(f"nobody named {name} is in your library; reader who lists the people")


def said_by(
    database: IndexDatabase,
    person: Person,
    *,
    about: str = "",
    since: str = "",
    until: str = "",
    kinds: Sequence[str] = (),
) -> tuple[Stated, ...]:
    """The statements of a person, the oldest first; those of an unknown day come last.

    `about` is a query for the words of the statement. `since` is the first day, and `until` the day after the
    last one; each may be empty. Raises IndexFileError.
    """
    query = parse(about)
    with database.reading() as db:
        rows = _statements_of(db, person)
        if query.groups:
            found = statements(Query(query.groups, (Scope.QUOTES,)))
            fitting = {row for (row,) in db.execute(*found)}
            rows = {row: sure for row, sure in rows.items() if row in fitting}
        out = [_stated(db, row, person.name, sure) for row, sure in rows.items()]
    kept = [
        one
        for one in out
        if (not since or one.day >= since)
        and (not until or (one.day and one.day < until))
        and (not kinds or one.kind in kinds)
    ]
    return tuple(sorted(kept, key=in_time))


def in_time(one: Stated) -> tuple[bool, str, str, tuple[Span, ...]]:
    """The order of statements in time. Those of an unknown day are last."""
    return not one.day, one.published, str(one.path), one.pieces


# --- reading the index --------------------------------------------------------------------------------


def _related(
    db: sqlite3.Connection, register: Register, matches: Sequence[str], *, together: bool
) -> list[Bearer]:
    """The bearers of the names that match, and of the other names of the same people."""
    sql = "SELECT rowid FROM name_words WHERE name_words MATCH ?"
    known: dict[int, Bearer] = {}
    wanted = [(" AND " if together else " OR ").join(matches)]
    done: set[str] = set()
    for _ in range(_ROUNDS):
        new: set[str] = set()
        for match in wanted:
            done.add(match)
            for bearer in _bearers(db, sql, (match,)):
                if bearer.id not in known:
                    known[bearer.id] = bearer
                    new |= _surnames(bearer.name, bearer.aliases if bearer.is_full else ())
        keys = {(bearer.type, key) for bearer in known.values() for key in bearer.full_keys}
        for index in {index for one in keys for index in register.listed(*one)}:
            person = register.people[index]
            new |= _surnames(person.name, person.aliases)
        if not known:  # a name that only the register knows
            for person in register.people:
                surnames = _surnames(person.name, person.aliases)
                if surnames & set(matches):
                    new |= surnames
        wanted = sorted(new - done)
        if not wanted:
            break
    return list(known.values())


def _surnames(name: str, aliases: Iterable[str]) -> set[str]:
    """What to look up for a person: the last word of each complete name, as a phrase of FTS5."""
    found = (term(one.split()[-1]) for one in (name, *aliases) if one.strip() and not one.isspace())
    return {one.match for one in found if one is not None}


def _bearers(db: sqlite3.Connection, ids: str, values: Sequence[str]) -> list[Bearer]:
    rows = db.execute(
        "SELECT n.id, n.article, a.path, n.name, n.type, n.aliases, n.about, n.n_mentions, n.n_statements"
        f" FROM name n JOIN article a ON a.id = n.article WHERE n.type IN {_TYPES} AND n.id IN ({ids})"
        " ORDER BY n.id",
        values,
    )
    return [
        Bearer(
            *(
                row,
                article,
                os.path.basename(path_of(path)),
                name,
                EntityType(kind),
                tuple(json.loads(aliases)),
            ),
            *rest,
        )
        for row, article, path, name, kind, aliases, *rest in rows
    ]


def _statements_of(db: sqlite3.Connection, person: Person) -> dict[int, bool]:
    """The rows of the statements of a person, and whether the register confirms each."""
    found: dict[int, bool] = {}
    for bearer in person.bearers:
        for (row,) in db.execute("SELECT id FROM statement WHERE name = ?", (bearer.id,)):
            found[row] = bearer.id in person.confirmed
    # Speakers whom the article does not list as names, as a file can have them.
    for key in person.keys:
        words = term(key)
        if words is None or (person.type is EntityType.PERSON and not person_parts(key).is_full):
            continue
        rows = db.execute(
            "SELECT s.id, s.speaker FROM statement_words JOIN statement s ON s.id = statement_words.rowid"
            " WHERE statement_words MATCH ? AND s.name IS NULL",
            ("{speaker} : " + words.match,),
        )
        for row, speaker in rows.fetchall():
            own = person_parts(speaker).key if person.type is EntityType.PERSON else organization_key(speaker)
            if own == key:
                found.setdefault(row, person.registered is not None)
    return found


def _stated(db: sqlite3.Connection, row: int, speaker: str, confirmed: bool) -> Stated:
    text, pieces, verb, kind, quote, path, title, source, published, blocks = db.execute(
        "SELECT s.text, s.pieces, s.verb, s.kind, s.quote_key, a.path, a.title, a.source, a.published,"
        " a.blocks FROM statement s JOIN article a ON a.id = s.article WHERE s.id = ?",
        (row,),
    ).fetchone()
    content = json.loads(blocks)
    places = tuple(Span(*piece) for piece in json.loads(pieces))
    words = tuple(content["texts"][one.block][one.start : one.end] for one in places) or (text,)
    number = ArticleText(content["texts"], content["headings"]).number(places[0].block) if places else 0
    about = (Path(path_of(path)), title, source, published)
    return Stated(*about, places, words, number, speaker, verb, kind, QuoteKey(quote), confirmed)


def _has_words(person: Person, words: str) -> bool:
    """Whether one name of a person has all the words."""
    wanted = fold(words).text.split()
    names = [name for bearer in person.bearers for name in (bearer.name, *bearer.aliases)]
    if person.registered is not None:
        names += [person.registered.name, *person.registered.aliases]
    return any(set(wanted) <= set(_folded_words(name)) for name in names)


def _folded_words(name: str) -> list[str]:
    found = term(name)
    return [] if found is None else list(found.pieces)


def _articles(person: Person) -> str:
    return f"{person.n_articles} article{'' if person.n_articles == 1 else 's'}"
