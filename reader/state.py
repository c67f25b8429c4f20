"""Where the reader has been and what it marked: values, and functions that give the next value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Place
from reader.text.matches import Matches

if TYPE_CHECKING:
    from reader.text.search import Query

MAX_JUMPS = 100


class Jumps(NamedTuple):
    """The jump list: places that were left by a jump, oldest first, and how far back one has gone.

    `at` is an index into `places`; equal to their number when nothing was gone back.
    """

    places: tuple[Place, ...] = ()
    at: int = 0

    def leave(self, here: Place) -> Jumps:
        """The list after a jump away from `here`. The same place is kept once, as the newest."""
        kept = (*(place for place in self.places if place != here), here)[-MAX_JUMPS:]
        return Jumps(kept, len(kept))

    def go(self, steps: int, here: Place) -> tuple[Jumps, Place | None]:
        """Back (negative) or forward by steps; None where the list ends.

        Going back from its end keeps `here`, so that forward comes back to it.
        """
        places, at = self.places, self.at
        if steps < 0 and at == len(places):
            listed = self.leave(here)
            places, at = listed.places, len(listed.places) - 1
        target = at + steps
        if not 0 <= target < len(places):
            return self, None
        return Jumps(places, target), places[target]

    @property
    def last(self) -> Place | None:
        """The place left by the last jump."""
        return self.places[-1] if self.places else None


class ReadingState(NamedTuple):
    """What belongs to one reader of one article."""

    marks: Mapping[str, Place] = MappingProxyType({})
    jumps: Jumps = Jumps()

    def with_mark(self, letter: str, place: Place) -> ReadingState:
        """The state with a place remembered under a letter."""
        others = {other: marked for other, marked in self.marks.items() if other != letter}
        return self._replace(marks={**others, letter: place})

    def leaving(self, here: Place) -> ReadingState:
        """The state after a jump away from `here`."""
        return self._replace(jumps=self.jumps.leave(here))

    def with_jumps(self, jumps: Jumps) -> ReadingState:
        """The state with another jump list."""
        return self._replace(jumps=jumps)

    def letters(self) -> dict[int, str]:
        """Block to the letter of its newest mark, for the gutter."""
        return {place.block: letter for letter, place in self.marks.items()}


class ActiveSet(NamedTuple):
    """The one set of matches that `n` and `N` step through: hits, mentions, quotes, highlights.

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
