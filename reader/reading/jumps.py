"""What was on the screen, as places that can be shown again: windows and the jump list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.model import Place

MAX_JUMPS = 100


class Window(NamedTuple):
    """What is on the screen, as places, so that it can be shown again at any width.

    `anchor` is the first place in the window. `lead` is the number of rows without text above it. `place` is
    the reader's place in the window.
    """

    anchor: Place
    lead: int
    place: Place

    def moved(self, to: Callable[[Place], Place]) -> Window:
        """The same window in another version of the article; `to` gives the new place of an old one."""
        return Window(to(self.anchor), self.lead, to(self.place))


class Jumps(NamedTuple):
    """The jump list: windows that were left by a jump, oldest first.

    `at` is the index of the window that the user went back to, or the number of windows if the user did not
    go back.
    """

    windows: tuple[Window, ...] = ()
    at: int = 0

    def leave(self, here: Window) -> Jumps:
        """The list after a jump away from `here`. A place is kept once, as the newest."""
        others = (window for window in self.windows if window.place != here.place)
        kept = (*others, here)[-MAX_JUMPS:]
        return Jumps(kept, len(kept))

    def go(self, steps: int, here: Window) -> tuple[Jumps, Window | None]:
        """Go back (negative) or forward by steps. The window is None if the list has no such window.

        Going back from its end adds `here` to the list, so that going forward leads to it again.
        """
        windows, at = self.windows, self.at
        if steps < 0 and at == len(windows):
            listed = self.leave(here)
            windows, at = listed.windows, len(listed.windows) - 1
        target = at + steps
        if not 0 <= target < len(windows):
            return self, None
        return Jumps(windows, target), windows[target]

    @property
    def last(self) -> Window | None:
        """The window before the last jump, or None."""
        return self.windows[-1] if self.windows else None

    def moved(self, to: Callable[[Place], Place]) -> Jumps:
        """The same list in another version of the article."""
        return Jumps(tuple(window.moved(to) for window in self.windows), self.at)


NO_JUMPS = Jumps()
