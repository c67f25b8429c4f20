"""Which keys wait for their turn, and that none waits for ever."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

from textual import events
from textual.message_pump import MessagePump

from reader.turns import MOVING, Turns, Typed

Awaited = Callable[[], Awaitable[object]]


class Queue(MessagePump):
    """A queue that is gone through when the test says so, or one that is closed."""

    def __init__(self, *, closed: bool = False) -> None:
        self.closed = closed
        self.callbacks: list[Awaited] = []

    def call_later(self, callback: Callable[..., object], *args: object, **_: object) -> bool:
        if not self.closed:
            self.callbacks.append(cast(Awaited, partial(callback, *args)))
        return not self.closed


class Keys:
    """A keyboard on which capital letters move the focus."""

    def __init__(self, *queues: Queue) -> None:
        self.given: list[str] = []
        self.timers: list[Awaited] = []
        self._queues = queues

    async def give(self, event: Typed) -> None:
        assert isinstance(event, events.Key)
        self.given.append(event.key)

    def keeps_focus(self, event: Typed) -> bool:
        return isinstance(event, events.Key) and event.key.islower()

    def queues(self) -> list[MessagePump]:
        return [*self._queues]

    def after(self, seconds: float, callback: Callable[[], object]) -> None:
        self.timers.append(cast(Awaited, callback))


async def type_(turns: Turns, keys: str) -> None:
    for key in keys:
        await turns.take(events.Key(key, key))


async def work(queue: Queue) -> None:
    """Go through all that is in the queue, and what comes into it meanwhile."""
    while queue.callbacks:
        await queue.callbacks.pop(0)()


async def test_what_moves_no_focus_is_not_waited_for() -> None:
    keys = Keys(Queue())
    await type_(Turns(keys), "abA")
    assert keys.given == ["a", "b", "A"]


async def test_keys_behind_one_that_may_wait_until_its_queues_were_gone_through() -> None:
    keys = Keys(field := Queue(), app := Queue())
    turns = Turns(keys)
    await type_(turns, "AbCd")
    assert keys.given == ["A"]
    for _ in range(4):
        assert keys.given == ["A"]
        await field.callbacks.pop(0)()
        await app.callbacks.pop(0)()
    assert keys.given == ["A", "b", "C"]
    assert len(field.callbacks) == 1
    while field.callbacks or app.callbacks:
        await work(field)
        await work(app)
    assert keys.given == ["A", "b", "C", "d"]
    await type_(turns, "e")
    assert keys.given[-1] == "e"


async def test_a_key_that_is_a_part_of_another_comes_before_those_that_wait() -> None:
    keys = Keys(queue := Queue())
    turns = Turns(keys)
    await type_(turns, "Abc")
    await turns.take_first(events.Key("x", "x"))
    await work(queue)
    assert keys.given == ["A", "x", "b", "c"]
    await turns.take_first(events.Key("y", "y"))
    assert keys.given[-1] == "y"


async def test_queues_that_are_closed_are_passed_over() -> None:
    keys = Keys(Queue(closed=True))
    await type_(Turns(keys), "AB")
    assert keys.given == ["A", "B"]


async def test_the_wait_has_an_end_when_a_queue_is_gone_with_what_was_in_it() -> None:
    keys = Keys(queue := Queue())
    turns = Turns(keys)
    await type_(turns, "AbCd")
    queue.callbacks.clear()
    await keys.timers.pop(0)()
    assert keys.given == ["A", "b", "C"]
    late, queue.callbacks[:] = queue.callbacks[:], []
    await keys.timers.pop(0)()
    assert keys.given == ["A", "b", "C", "d"]
    await type_(turns, "Ef")
    for callback in late:  # of a turn that is over
        await callback()
    assert keys.given[-1] == "E"


def test_moving_is_what_the_table_says() -> None:
    assert {"j", "down", "space", "n", "N", "G"} <= MOVING
    assert not {"escape", "t", "tab", "slash", "/", "v"} & MOVING
