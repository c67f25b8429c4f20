"""The active set: the one set of matches that `n` and `N` step through.

Owns the subject of a set, and how a step wraps at its ends. Subjects are told apart by their class: two of
different classes with the same fields are equal as tuples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.model import EntityId, HighlightId, Place
from reader.text.match_list import Matches

if TYPE_CHECKING:
    from reader.text.search import Query
    from reader.text.terms import Term


class SearchFor(NamedTuple):
    """The hits of a search."""

    query: Query


class MentionsOf(NamedTuple):
    """The mentions of an entity."""

    entity: EntityId


class QuotesBy(NamedTuple):
    """The quotes of a speaker, given by the speaker's main name; empty for quotes without a speaker."""

    speaker: str


class AllQuotes(NamedTuple):
    """The quotes of all speakers."""


class HighlightsOf(NamedTuple):
    """The highlights of the user: those with the ids, or all if it is None."""

    ids: frozenset[HighlightId] | None = None


class TermsFound(NamedTuple):
    """The words of a search in all articles."""

    terms: tuple[Term, ...]


Subject: TypeAlias = SearchFor | MentionsOf | QuotesBy | AllQuotes | HighlightsOf | TermsFound
"""The subject of an active set."""


class ActiveSet(NamedTuple):
    """Matches to step through.

    `label` is the name of the set in the status line. `position` is the index of the current match, None
    before the first step. `wrapped` is True if the last step went past the first or last match.
    """

    label: str
    subject: Subject
    matches: Matches
    position: int | None = None
    wrapped: bool = False

    def at(self, position: int) -> ActiveSet:
        """The set with another current match."""
        return self._replace(position=position, wrapped=False)

    def first_from(self, place: Place) -> ActiveSet:
        """The set at the first match at or after `place`, or at match 0 if no match follows `place`."""
        if not len(self.matches):
            return self
        index = self.matches.at_or_after(place)
        return self._replace(position=0 if index is None else index, wrapped=index is None)

    def step(self, steps: int, here: Place) -> ActiveSet:
        """The set `steps` matches after `here`, or before it if negative. Wraps at both ends."""
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
        """The start of the current match, or None if there is no current match."""
        return None if self.position is None else self.matches[self.position].place
