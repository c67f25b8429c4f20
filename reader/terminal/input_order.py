"""Delivers keys, pastes and clicks that arrive together one after the other.

Textual delivers a key to the widget that has the focus when the key arrives. When several keys arrive
at once, all of them would go to the widget that the first one was typed for: Enter after `@` would go to
the article and not to the list of names. A second click beside a dialog would reach the dialog that the
first click is about to close. Owns which input waits, and how long.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import Protocol

from textual import events
from textual.app import App
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.geometry import Size
from textual.message_pump import MessagePump

from reader.keys.keymap import DEFAULT_KEYMAP
from reader.keys.labels import character
from reader.terminal.size import bounded
from reader.text.clean import clean

InputEvent = events.Key | events.Paste | events.MouseEvent

BY_WORDS = {"alt+b": "ctrl+left", "alt+f": "ctrl+right"}
"""The keys that Mac terminals send for Option and an arrow, and the keys to move by words in a text field."""

ROUNDS = 4
"""How often to wait, after an event, for all message queues from the focused widget up to the app.

An event is handled by a widget and its ancestors up to the app. A message that a handler posts goes up
the same way. The longest chain takes three rounds: from a field over its bar and its screen back to the
article.
"""


LONGEST_PASTE = 2_000
"""The most characters of a paste that are delivered, which is the limit of the reader's input fields. A
widget with a higher limit has it as `longest_paste`."""


class InputTarget(Protocol):
    """What `InputOrder` needs of the app."""

    async def deliver(self, event: InputEvent) -> None:
        """Deliver an event now."""
        ...

    def keeps_focus(self, event: InputEvent) -> bool:
        """Whether the event certainly leaves the focus and the screen as they are."""
        ...

    def message_pumps(self, event: InputEvent) -> list[MessagePump]:
        """The message pumps that handle the event if it is delivered now, from the widget up to the app."""
        ...


class InputOrder:
    """The input events that wait for the one before them. All methods run in the app's own task.

    There is no time limit: Textual runs every callback that a message pump accepts, and a pump that is
    closing refuses it. Therefore the order is the same on a slow machine.
    """

    def __init__(self, target: InputTarget) -> None:
        self._target = target
        self._waiting: deque[InputEvent] = deque()
        self._busy = False

    async def add(self, event: InputEvent) -> None:
        """Deliver an event at once, or after those that arrived before it."""
        if self._busy:
            self._waiting.append(event)
        else:
            await self._deliver(event)

    async def add_first(self, event: InputEvent) -> None:
        """Deliver an event before those that wait, because it results from the event being handled."""
        if self._busy:
            self._waiting.appendleft(event)
        else:
            await self._deliver(event)

    async def _deliver(self, event: InputEvent) -> None:
        if self._target.keeps_focus(event):
            await self._target.deliver(event)
            return
        self._busy = True
        pumps = self._target.message_pumps(event)
        await self._target.deliver(event)
        await self._follow(event, ROUNDS, pumps)

    async def _follow(self, event: InputEvent, rounds: int, pumps: list[MessagePump]) -> None:
        """Let each pump handle the messages in its queue. After all rounds deliver the next event."""
        while pumps or rounds:
            if not pumps:
                rounds, pumps = rounds - 1, self._target.message_pumps(event)
            while pumps:
                if pumps[0].call_later(self._follow, event, rounds, pumps[1:]):
                    return
                pumps = pumps[1:]  # this pump is closing
        self._busy = False
        while self._waiting and not self._busy:
            await self._deliver(self._waiting.popleft())


class OrderedInputApp(App[int]):
    """An application that handles one input event after the other, and limits pastes and screen sizes."""

    move_keys = DEFAULT_KEYMAP.move_keys()
    """Keys that never move the focus on the reading screen. Input after them need not wait."""

    @cached_property
    def _input_order(self) -> InputOrder:
        return InputOrder(self)

    @property
    def size(self) -> Size:
        """The size of the terminal, bounded."""
        return bounded(super().size)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, InputEvent) and not event.is_forwarded:
            if isinstance(event, events.Paste):
                event.text = clean(event.text)
            await self._input_order.add(event)
        else:
            if isinstance(event, events.Resize):
                event.size = event.virtual_size = bounded(event.size)
            await super().on_event(event)

    def simulate_key(self, key: str) -> None:
        """Press a key. It comes before the keys that were typed after the event being handled."""
        self.call_later(self._input_order.add_first, self._key_event(key))

    def press_keys(self, *keys: str) -> None:
        """Press keys one after the other. They are handled after the input that has already arrived."""
        for key in keys:
            self.call_later(self._input_order.add, self._key_event(key))

    def _key_event(self, key: str) -> events.Key:
        event = events.Key(key, character(key))
        event.set_sender(self)  # an event that the screen sends bubbles up to the screen only
        return event

    async def deliver(self, event: InputEvent) -> None:
        """Deliver an event now. Esc and a key that arrived together are delivered one after the other."""
        if isinstance(event, events.Key) and event.key.startswith("alt+"):
            first, second = self._split(event.key)
            if second:
                self.simulate_key(second)
            event = event if first == event.key else self._key_event(first)
        if isinstance(event, events.Paste):
            event.text = event.text[: getattr(self.focused, "longest_paste", LONGEST_PASTE)]
        await super().on_event(event)

    def _split(self, key: str) -> tuple[str, str]:
        """Split a key with Alt into Esc and the key that was typed after it, or return one key and "".

        A terminal reports Esc and a key that follows at once as Alt and that key.
        """
        if key in self.screen.active_bindings:
            return key, ""
        if key in BY_WORDS and self.focused is not None and self.focused.check_consume_key("b", "b"):
            return BY_WORDS[key], ""
        second = key.removeprefix("alt+")
        if len(second) == len("shift+g") and second.startswith("shift+"):
            second = second[-1].upper()
        with_ctrl = len(second) == len("ctrl+d") and second.startswith("ctrl+")
        if character(second) is not None or with_ctrl or second in ("enter", "tab"):
            return "escape", second
        return key, ""

    def keeps_focus(self, event: InputEvent) -> bool:
        """Whether the event certainly leaves the focus and the screen as they are."""
        if isinstance(event, events.MouseEvent):
            return not isinstance(event, events.MouseDown | events.MouseUp)
        if not isinstance(event, events.Key):
            return False
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return True  # it is typed into a field
        return (event.key in self.move_keys or event.character in self.move_keys) and self.only_moves()

    def only_moves(self) -> bool:
        """Whether the keys of `move_keys` only move on the present screen."""
        return False

    def message_pumps(self, event: InputEvent) -> list[MessagePump]:
        """The message pumps that handle the event: of the widget under the mouse, then of the focus."""
        pumps: list[MessagePump] = [*(self.focused or self.screen).ancestors_with_self]
        if isinstance(event, events.MouseEvent):
            try:
                pumps = [*self.get_widget_at(event.x, event.y)[0].ancestors_with_self, *pumps]
            except (NoWidget, NoMatches):
                pass  # the mouse is outside of the screen
        return pumps
