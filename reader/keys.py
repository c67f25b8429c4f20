"""Keys that are more than one press: counts (`5j`), pairs (`]]`), and keys with a letter (`m x`).

Pure: a value for what has been typed so far, and a function from it and one key to what follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ANY = "*"
MAX_COUNT = 999_999


@dataclass(frozen=True, slots=True)
class Pending:
    """What was typed before the key that decides: a count and perhaps a first key."""

    count: str = ""
    first: str = ""

    @property
    def shown(self) -> str:
        """As the status line prints it."""
        return self.count + self.first


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one key led to.

    `pending` is what is still open. `command` is the id of a finished sequence, `letter` the key that
    stood for `*` in it. `taken` tells whether the key is used up; else it is an ordinary key.
    `refused` names a sequence that means nothing.
    """

    pending: Pending
    taken: bool
    count: int | None = None
    command: str = ""
    letter: str = ""
    refused: str = ""


NOTHING = Pending()


def press(pending: Pending, character: str | None, sequences: Mapping[tuple[str, str], str]) -> Outcome:
    """Take one key. `character` is what it prints, None for a key that prints nothing.

    `sequences` maps two presses to a command id; the second may be `*` for any character.
    """
    count = int(pending.count) if pending.count else None
    if pending.first:
        if character is None:
            return Outcome(NOTHING, taken=True, refused=pending.first)
        exact = sequences.get((pending.first, character))
        command = exact or sequences.get((pending.first, ANY), "")
        if not command:
            return Outcome(NOTHING, taken=True, refused=pending.first + character)
        return Outcome(NOTHING, True, count, command, "" if exact else character)
    if character is None:
        return Outcome(NOTHING, taken=False, count=count)
    if character in "123456789" or (character == "0" and pending.count):
        digits = (pending.count + character)[:7]
        return Outcome(Pending(str(min(int(digits), MAX_COUNT))), taken=True)
    if any(first == character for first, _ in sequences):
        return Outcome(Pending(pending.count, character), taken=True)
    return Outcome(NOTHING, taken=False, count=count)
