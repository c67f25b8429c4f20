"""Keys that are more than one press: counts (`5j`), pairs (`]]`), and keys with a letter (`m x`).

Pure: `Pending` holds what has been typed so far; `press` handles one more key and returns the outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.keys.commands import ANY
from reader.keys.labels import label

MAX_COUNT = 999_999


class Pending(NamedTuple):
    """What was typed so far: a number, and perhaps the first key of a pair."""

    digits: str = ""
    first: str = ""

    @property
    def shown(self) -> str:
        """The text that the status line shows."""
        return self.digits + label(self.first)


class Outcome(NamedTuple):
    """The result of one key press.

    `pending` is what is typed so far. `command` is the id of the command of a finished sequence, and `letter`
    the key that was typed for `*`. `taken` is False for an ordinary key, which a binding handles. `refused`
    is the label of a sequence that has no command.
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
    """Handle one key press. `key` is the character of the key, or its name, or None if it has neither.

    `sequences` maps two presses to a command id; the second may be `*` for any character. If `from_zero` is
    False, a number cannot begin with 0, because 0 is a key of its own.
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
