"""`reader said` and `reader who`: what a person said in all articles, and who is in them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import complain, say
from reader.errors import FOUND_FAULTS, OK, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.people.identity import Person
    from reader.library.record import Stated

WHO_SHOWN = 50
"""People that `who` prints as text if no limit is given."""


class Said(NamedTuple):
    """Print every statement of a person. `form` is "text", "json", "csv" or "markdown".

    `beside` is a second person. `kinds` are the kinds of statements; empty for all of them.
    """

    name: str
    about: str = ""
    since: str = ""
    until: str = ""
    beside: str = ""
    kinds: tuple[str, ...] = ()
    form: str = "text"
    newest: bool = False

    def run(self) -> int:
        """Print the statements in time. The exit code is 1 if there are none."""
        from reader.cli.index_library import opened_index
        from reader.config.directories import library_folder
        from reader.library.people.register import load_register
        from reader.library.record import in_time, person_named, said_by

        since, until = _first_day(self.since, "--since"), _day_after(self.until, "--until")
        register = load_register(library_folder())
        with opened_index() as (database, _):
            names = [self.name, *filter(None, [self.beside])]
            found = [person_named(database, register, name) for name in names]
            said: list[Stated] = []
            for person, _others in found:
                said += said_by(
                    database, person, about=self.about, since=since, until=until, kinds=self.kinds
                )
        said.sort(key=in_time)
        if self.newest:  # those of an unknown day stay at the end
            said.sort(key=lambda one: one.day, reverse=True)
        self._print(said, [person for person, _ in found])
        for person, others in found:
            _tell_candidates(person, others)
        return OK if said else FOUND_FAULTS

    def _print(self, said: Sequence[Stated], people: Sequence[Person]) -> None:
        from reader.export import record_lines

        match self.form:
            case "json":
                for line in record_lines.json_lines(said):
                    say(line, exact=True)
            case "csv":
                say(record_lines.csv_text(said), exact=True)
            case "markdown":
                say(record_lines.markdown(said, " and ".join(one.name for one in people)), exact=True)
            case _:
                if said:
                    say("\n".join(record_lines.text_lines(said, len(people))))
                else:
                    complain("no statement fits")


class Who(NamedTuple):
    """Print the people and organisations of the library, or those whose names have the words."""

    words: str = ""
    json: bool = False
    limit: int | None = None

    def run(self) -> int:
        """Print a line for each. The exit code is 1 if there is nobody."""
        from reader.cli.index_library import opened_index
        from reader.config.directories import library_folder
        from reader.export.record_lines import profile_lines, profile_values
        from reader.library.people.register import load_register
        from reader.library.record import everybody

        register = load_register(library_folder())
        with opened_index() as (database, _):
            found = everybody(database, register, self.words)
        if self.json:
            import json

            for one in islice(found, self.limit):
                say(json.dumps(profile_values(one), ensure_ascii=False), exact=True)
        elif found:
            limit = WHO_SHOWN if self.limit is None else self.limit
            say("\n".join(islice(profile_lines(found), limit)) or "\n")
            if len(found) > limit:
                complain(f"{len(found):,} people and organisations; --limit {len(found)} prints all")
        else:
            complain("nobody in your library has that name" if self.words else "your library names nobody")
        return OK if found else FOUND_FAULTS


def _tell_candidates(person: Person, others: Sequence[Person]) -> None:
    """Say how many statements of others may be of this person."""
    count = sum(other.n_statements for other in others)
    if count:
        names = ", ".join(dict.fromkeys(other.name for other in others[:5]))
        verb = "statement may" if count == 1 else "statements may"
        complain(f"{count:,} more {verb} be by {person.name}: see {names}; people.yaml joins names")


def _first_day(text: str, option: str) -> str:
    """The first of the days that a user typed; empty for no text. Raises UsageError."""
    return _days(text, option)[0]


def _day_after(text: str, option: str) -> str:
    """The day after the days that a user typed; empty for no text. Raises UsageError."""
    return _days(text, option)[1]


def _days(text: str, option: str) -> tuple[str, str]:
    from reader.library.query import days
    from reader.text.clean import clean_line

    if not text:
        return "", ""
    found = days(text)
    if found is None:
        raise UsageError(f"{option} {clean_line(text)} is no date; expected one such as 2015 or 2015-05-28")
    return found.first, found.end
