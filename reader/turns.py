"""Keys that arrive together, each given to what has the focus once the one before it was acted on.

Textual gives a key to the widget that has the focus when the key arrives. Of a burst, as when keys are
pasted or typed ahead of a slow line, all would go where only the first is meant for: Enter behind `@`
to the article and not to the names. Owns which keys wait for their turn, and for how long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import cached_property, partial
from typing import Protocol

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from reader.commands import COMMANDS

Typed = events.Key | events.Paste

MOVING = frozenset(
    key for command in COMMANDS if command.id.startswith(("move.", "match.")) for key in command.single_keys
)
"""Keys that never move the focus on the reading screen: those behind them need not wait."""

ROUNDS = 4
"""How often the queues from what has the focus up to the app are gone through before a key counts as acted
on. A key goes up to the app, which acts on it, and what is posted then goes up again; the longest way,
from a field over its bar and its screen back to the article, takes three."""

PATIENCE = 0.5
"""Seconds after which the next key is given all the same: a queue that was gone through may be gone."""


class Keyboard(Protocol):
    """What is asked of the app."""

    async def give(self, event: Typed) -> None:
        """Act on a key now."""
        ...

    def keeps_focus(self, event: Typed) -> bool:
        """Whether a key given now surely leaves the focus where it is."""
        ...

    def queues(self) -> list[MessagePump]:
        """What a key goes through now: from what has the focus up to the app."""
        ...

    def after(self, seconds: float, callback: Callable[[], object]) -> None:
        """Call back in so many seconds."""
        ...


class Turns:
    """The keys that wait. All its methods are called in the app's own task."""

    def __init__(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        self._taken = False

    async def take(self, event: Typed) -> None:
        """Give a key at once, or after those that came before it."""
        if self._taken:
            self._wait(event, self._waiting.append)
        else:
            await self._give(event)

    async def take_first(self, event: Typed) -> None:
        """Give a key before those that wait: it is a part of the one that is acted on."""
        if self._taken:
            self._wait(event, self._waiting.appendleft)
        else:
            await self._give(event)

    def _wait(self, event: Typed, put: Callable[[Typed], None]) -> None:
        if not self._waiting:
            self._keyboard.after(PATIENCE, partial(self._end, self._turn))
        put(event)

    async def _give(self, event: Typed) -> None:
        if self._keyboard.keeps_focus(event):
            await self._keyboard.give(event)
            return
        self._taken = True
        self._turn += 1
        await self._keyboard.give(event)
        await self._climb(self._turn, ROUNDS, [])

    async def _climb(self, turn: int, rounds: int, queues: list[MessagePump]) -> None:
        """Go on behind everything that waits in the next queue; at last the turn is over."""
        if not queues and rounds:
            rounds, queues = rounds - 1, self._keyboard.queues()
        while queues:
            if queues[0].call_later(self._climb, turn, rounds, queues[1:]):
                return
            queues = queues[1:]  # closed meanwhile
        await self._end(turn)

    async def _end(self, turn: int) -> None:
        """The turn is over, unless it was before: give what waits, up to the next key that takes one."""
        if turn != self._turn or not self._taken:
            return
        self._taken = False
        while self._waiting and not self._taken:
            await self._give(self._waiting.popleft())
        if self._waiting:
            self._keyboard.after(PATIENCE, partial(self._end, self._turn))


class KeysInTurn(App[int]):
    """An application that gives keys one after the other."""

    @cached_property
    def _turns(self) -> Turns:
        return Turns(self)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, Typed) and not event.is_forwarded:
            await self._turns.take(event)
        else:
            await super().on_event(event)

    def simulate_key(self, key: str) -> None:
        """Press a key before those that were typed behind the one that is acted on now."""
        event = events.Key(key, None)
        event.set_sender(self)  # what comes from the screen goes up to the screen only
        self.call_later(self._turns.take_first, event)

    async def give(self, event: Typed) -> None:
        """Act on a key now."""
        await super().on_event(event)

    def keeps_focus(self, event: Typed) -> bool:
        """Whether a key given now surely leaves the focus where it is."""
        if not isinstance(event, events.Key):
            return False
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return True  # it is typed into a field
        return (event.key in MOVING or event.character in MOVING) and self.only_moves()

    def only_moves(self) -> bool:
        """Whether the keys that move do nothing else on what is seen now."""
        return False

    def queues(self) -> list[MessagePump]:
        """What a key goes through now: from what has the focus up to the app."""
        return [*(self.focused or self.screen).ancestors_with_self]

    def after(self, seconds: float, callback: Callable[[], object]) -> None:
        """Call back in so many seconds."""
        self.set_timer(seconds, callback)
