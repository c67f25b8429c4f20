"""Which input waits for the event before it, and that no input waits for ever."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

from textual import events
from textual.message_pump import MessagePump

from reader.keys.keymap import DEFAULT_KEYMAP
from reader.terminal.input_order import ROUNDS, InputEvent, InputOrder

Awaited = Callable[[], Awaitable[object]]


class Pump(MessagePump):
    """A message pump that runs its callbacks when the test calls them. With `closing` it refuses them."""

    def __init__(self, *, closing: bool = False) -> None:
        self.closing = closing
        self.callbacks: list[Awaited] = []

    def call_later(self, callback: Callable[..., object], *args: object, **_: object) -> bool:
        if not self.closing:
            self.callbacks.append(cast(Awaited, partial(callback, *args)))
        return not self.closing


class Target:
    """An app in which capital letters move the focus."""

    def __init__(self, *pumps: Pump) -> None:
        self.delivered: list[str] = []
        self.pumps = [*pumps]

    async def deliver(self, event: InputEvent) -> None:
        assert isinstance(event, events.Key)
        self.delivered.append(event.key)

    def keeps_focus(self, event: InputEvent) -> bool:
        return isinstance(event, events.Key) and event.key.islower()

    def message_pumps(self, event: InputEvent) -> list[MessagePump]:
        return [*self.pumps]


async def type_(order: InputOrder, keys: str) -> None:
    for key in keys:
        await order.add(events.Key(key, key))


async def run(pump: Pump) -> None:
    """Run all callbacks of the pump, including callbacks that are added by them."""
    while pump.callbacks:
        await pump.callbacks.pop(0)()


async def test_input_after_a_key_that_keeps_the_focus_does_not_wait() -> None:
    target = Target(Pump())
    await type_(InputOrder(target), "abA")
    assert target.delivered == ["a", "b", "A"]


async def test_input_after_a_key_that_may_move_the_focus_waits() -> None:
    target = Target(field := Pump(), app := Pump())
    order = InputOrder(target)
    await type_(order, "AbCd")
    for _ in range(ROUNDS + 1):  # the pumps before the key is delivered, and those after it
        assert target.delivered == ["A"]
        await field.callbacks.pop(0)()
        await app.callbacks.pop(0)()
    assert target.delivered == ["A", "b", "C"]
    assert len(field.callbacks) == 1
    while field.callbacks or app.callbacks:
        await run(field)
        await run(app)
    assert target.delivered == ["A", "b", "C", "d"]
    await type_(order, "e")
    assert target.delivered[-1] == "e"


async def test_pumps_that_appear_after_the_key_are_waited_for_too() -> None:
    target = Target(app := Pump())
    order = InputOrder(target)
    await type_(order, "Ab")
    target.pumps.insert(0, screen := Pump())
    await app.callbacks.pop(0)()
    assert target.delivered == ["A"]
    assert not app.callbacks
    assert screen.callbacks


async def test_a_simulated_key_comes_before_those_that_wait() -> None:
    target = Target(pump := Pump())
    order = InputOrder(target)
    await type_(order, "Abc")
    await order.add_first(events.Key("x", "x"))
    await run(pump)
    assert target.delivered == ["A", "x", "b", "c"]
    await order.add_first(events.Key("y", "y"))
    assert target.delivered[-1] == "y"


async def test_pumps_that_are_closing_are_not_waited_for() -> None:
    target = Target(Pump(closing=True))
    await type_(InputOrder(target), "AB")
    assert target.delivered == ["A", "B"]


def test_the_keys_that_move_are_those_of_the_command_table() -> None:
    keys = DEFAULT_KEYMAP.move_keys()
    assert {"j", "down", "space", "n", "N", "G"} <= keys
    assert not {"escape", "t", "tab", "slash", "/", "v"} & keys
