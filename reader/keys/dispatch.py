"""Keys that are more than one press: counts (`5j`), pairs (`]]`), and keys with a letter (`m x`).

Pure: a value for what has been typed so far, and a function from it and one key to what follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.keys.commands import ANY
from reader.keys.labels import label

MAX_COUNT = 999_999


class Pending(NamedTuple):
    """What was typed before the key that decides: a number and perhaps a first key."""

    digits: str = ""
    first: str = ""

    @property
    def shown(self) -> str:
        """As the status line prints it."""
        return self.digits + label(self.first)


class Outcome(NamedTuple):
    """What one key led to.

    `pending` is what is still open. `command` is the id of a finished sequence, `letter` the key that
    stood for `*` in it. `taken` tells whether the key is used up; otherwise it is an ordinary key.
    `refused` is a sequence without a command, as it is printed.
    """

    pending: Pending
    taken: bool
    number: int | None = None
    command: str = ""
    letter: str = ""
    refused: str = ""


NOTHING = Pending()


def press(
    pending: Pending,
    key: str | None,
    sequences: Mapping[tuple[str, str], str],
    *,
    from_zero: bool = True,
) -> Outcome:
    """Take one key. `key` is the character that it prints, else its name, else None.

    `sequences` maps two presses to a command id; the second may be `*` for any character. Without
    `from_zero` a number does not begin with 0, which is a key of its own then.
    """
    number = int(pending.digits) if pending.digits else None
    character = key if key is not None and len(key) == 1 else None
    if pending.first:
        exact = sequences.get((pending.first, key or ""))
        command = exact or (sequences.get((pending.first, ANY), "") if character else "")
        if not command:
            return Outcome(NOTHING, taken=True, refused=label(pending.first) + (character or ""))
        return Outcome(NOTHING, True, number, command, "" if exact else character or "")
    if character and (character in "123456789" or (character == "0" and (from_zero or pending.digits))):
        typed = (pending.digits + character)[:7]
        return Outcome(Pending(str(min(int(typed), MAX_COUNT))), taken=True)
    if key is not None and any(first == key for first, _ in sequences):
        return Outcome(Pending(pending.digits, key), taken=True)
    return Outcome(NOTHING, taken=False, number=number)
