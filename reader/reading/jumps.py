"""What was on the screen, as places that can be shown again: the window, the jump list and the marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.model import Place

MAX_JUMPS = 100


class Window(NamedTuple):
    """What is on the screen, as places, so that it can be shown again at any width.

    `anchor` is the first place in the window, `lead` the rows above it that hold no text; `place` is
    where the reader is in it.
    """

    anchor: Place
    lead: int
    place: Place

    def moved(self, to: Callable[[Place], Place]) -> Window:
        """The same window in another version of the article; `to` gives the new place of an old one."""
        return Window(to(self.anchor), self.lead, to(self.place))


class Jumps(NamedTuple):
    """The jump list: windows that were left by a jump, oldest first.

    `at` is the index that going back has reached; the number of windows when nothing was gone back.
    """

    windows: tuple[Window, ...] = ()
    at: int = 0

    def leave(self, here: Window) -> Jumps:
        """The list after a jump away from `here`. A place is kept once, as the newest."""
        others = (window for window in self.windows if window.place != here.place)
        kept = (*others, here)[-MAX_JUMPS:]
        return Jumps(kept, len(kept))

    def go(self, steps: int, here: Window) -> tuple[Jumps, Window | None]:
        """Go back (negative) or forward by steps; None where the list ends.

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
        """What was left by the last jump."""
        return self.windows[-1] if self.windows else None

    def moved(self, to: Callable[[Place], Place]) -> Jumps:
        """The same list in another version of the article."""
        return Jumps(tuple(window.moved(to) for window in self.windows), self.at)


NO_JUMPS = Jumps()
