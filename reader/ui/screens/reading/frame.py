"""Paints one frame for all changes that result from one key or one new size."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from contextlib import ExitStack

from textual.screen import Screen

HOPS = 3
"""Turns of the event loop in which a message reaches a child of a widget and an answer comes back."""


class FrameHold:
    """Delays painting until all widgets have handled a change.

    `before_paint` is called right before the held frame is painted.
    """

    def __init__(self, screen: Screen[None], before_paint: Callable[[], None]) -> None:
        self._screen, self._before_paint = screen, before_paint
        self._held: ExitStack | None = None

    def hold(self) -> None:
        """Paint nothing until `release`."""
        if self._held is None:
            self._held = ExitStack()
            self._held.enter_context(self._screen.app.batch_update())

    def release(self) -> None:
        """Paint after the widgets have handled their messages and answered."""
        if self._held is not None:
            self._screen.call_later(self._release_later)

    async def _release_later(self) -> None:
        for _ in range(HOPS):
            await sleep(0)
        self._before_paint()
        self.release_now()

    def release_now(self) -> None:
        """Paint at once, because the delay must not affect another screen."""
        held, self._held = self._held, None
        if held is not None:
            held.close()
            self._screen.check_idle()
