"""Where the reader has been and what it marked: values, and functions that give the next value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Place
from reader.text.match_list import Matches

if TYPE_CHECKING:
    from reader.text.search import Query

MAX_JUMPS = 100


class Window(NamedTuple):
    """What is seen, as places, so that it can be shown again at any width.

    `anchor` is the first place in the window, `lead` the rows above it that hold no text; `place` is
    where the reader is in it.
    """

    anchor: Place
    lead: int
    place: Place


class Jumps(NamedTuple):
    """The jump list: windows that were left by a jump, oldest first, and how far back one has gone.

    `at` is an index into `windows`; equal to their number when nothing was gone back.
    """

    windows: tuple[Window, ...] = ()
    at: int = 0

    def leave(self, here: Window) -> Jumps:
        """The list after a jump away from `here`. The same place is kept once, as the newest."""
        others = (window for window in self.windows if window.place != here.place)
        kept = (*others, here)[-MAX_JUMPS:]
        return Jumps(kept, len(kept))

    def go(self, steps: int, here: Window) -> tuple[Jumps, Window | None]:
        """Back (negative) or forward by steps; None where the list ends.

        Going back from its end keeps `here`, so that forward comes back to it.
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


class ReadingState(NamedTuple):
    """What belongs to one reader of one article."""

    marks: Mapping[str, Window] = MappingProxyType({})
    jumps: Jumps = Jumps()

    def with_mark(self, letter: str, here: Window) -> ReadingState:
        """The state with what is seen remembered under a letter."""
        others = {other: marked for other, marked in self.marks.items() if other != letter}
        return self._replace(marks={**others, letter: here})

    def leaving(self, here: Window) -> ReadingState:
        """The state after a jump away from `here`."""
        return self._replace(jumps=self.jumps.leave(here))

    def with_jumps(self, jumps: Jumps) -> ReadingState:
        """The state with another jump list."""
        return self._replace(jumps=jumps)

    def letters(self) -> dict[int, str]:
        """Block to the letter of its newest mark, for the gutter."""
        return {window.place.block: letter for letter, window in self.marks.items()}


class ActiveSet(NamedTuple):
    """The one set of matches that `n` and `N` step through: hits, mentions, or quotes.

    `kind` is "search", "entity" or "speaker"; `position` counts from 0, None before the first step.
    `wrapped` tells that the last step went over the end. `subject` is what the set is of: a query, the
    index of an entity (two may have the same name), or the name of a speaker.
    """

    label: str
    kind: str
    matches: Matches
    position: int | None = None
    wrapped: bool = False
    subject: Query | int | str = ""

    def first_from(self, place: Place) -> ActiveSet:
        """The set at its first match at or after a place, or at the very first when there is none."""
        if not len(self.matches):
            return self
        index = self.matches.at_or_after(place)
        return self._replace(position=0 if index is None else index, wrapped=index is None)

    def step(self, steps: int, here: Place) -> ActiveSet:
        """The set some matches on, from where the reader is, round the end."""
        total = len(self.matches)
        if not total:
            return self
        if self.position is not None and self.matches[self.position].place == here:
            index = self.position + steps
        elif steps > 0:
            after = self.matches.at_or_after(here)
            index = (total if after is None else after) + steps - 1
        else:
            before = self.matches.before(here)
            index = (-1 if before is None else before) + steps + 1
        return self._replace(position=index % total, wrapped=not 0 <= index < total)

    @property
    def place(self) -> Place | None:
        """Where the current match begins."""
        return None if self.position is None else self.matches[self.position].place
