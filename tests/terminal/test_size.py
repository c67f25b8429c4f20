"""The limits of the terminal's size, and outdated sizes that are not laid out."""

from __future__ import annotations

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from reader.terminal.size import MOST_COLUMNS, MOST_ROWS, bounded
from tests.ui.reading_app import RIVER, press, reading

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("claimed", "believed"),
    [
        ((80, 24), (80, 24)),
        ((0, 24), (1, 24)),
        ((80, 0), (80, 1)),
        ((-3, 99_999), (1, MOST_ROWS)),
        ((20_000, 5_000), (MOST_COLUMNS, MOST_ROWS)),
    ],
)
def test_a_size_is_bounded(claimed: tuple[int, int], believed: tuple[int, int]) -> None:
    assert bounded(Size(*claimed)) == Size(*believed)


async def test_an_absurd_size_does_not_reach_the_screen() -> None:
    async with reading(RIVER) as pilot:
        pilot.app.post_message(Resize(Size(99_999, 0), Size(99_999, 0)))
        await pilot.pause(0.1)
        assert pilot.app.size == pilot.app.screen.size == Size(MOST_COLUMNS, 1)


SCREENS = {"article": (), "help": ("question_mark",), "palette": ("colon",), "library": ("B",)}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_two_sizes_in_the_queue_do_not_loop_for_ever(keys: tuple[str, ...]) -> None:
    async with reading(RIVER, (80, 24)) as pilot:
        if keys:
            await press(pilot, *keys)
        screen = pilot.app.screen
        handled: list[Message] = []
        screen.message_signal.subscribe(screen, handled.append, immediate=True)
        for size in (Size(80, 23), Size(80, 22)):
            pilot.app.post_message(Resize(size, size))
            screen.post_message(Resize(size, size))
            screen.call_later(lambda: None)  # separates the two events in the queue
        for _ in range(20):
            await pilot.pause(0.01)
        assert screen.size == Size(80, 22)
        assert sum(isinstance(message, Resize) for message in handled) < 12
