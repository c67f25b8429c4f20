"""Recognises keys that were typed as the answer to a question that was refused.

A user who knows the keys types `R`, the new name and Enter without looking. If the question is refused,
the letters of the name must not run commands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from textual import events

TYPING = 0.5
"""Seconds between two keys up to which the user is still typing and has not read the refusal."""

ANSWERING = 4.0
"""Seconds that typing an answer may take. A key that is held down longer becomes a command again."""


class TypedAnswer:
    """Distinguishes the keys of a refused answer from commands, by the time between keys.

    `ending` are the keys that would end the answer.
    """

    def __init__(self, ending: Collection[str]) -> None:
        self._ending = ending
        self._last_key = self._refused_at = 0.0
        self._expected = False

    def ask(self, question: Callable[[], bool]) -> None:
        """Ask a question. `question` returns False if it was refused."""
        self._expected, self._refused_at = not question(), self._last_key

    def takes(self, event: events.Key) -> bool:
        """Whether a key belongs to the answer of a refused question. Called for every key."""
        pause, self._last_key = event.time - self._last_key, event.time
        typed = event.is_printable or event.key == "backspace" or event.key in self._ending
        in_time = pause <= TYPING and event.time - self._refused_at <= ANSWERING
        taken = self._expected and typed and in_time
        self._expected = taken and event.key not in self._ending
        return taken
