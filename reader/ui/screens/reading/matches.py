"""Stepping through matches: the hits of a search, the mentions of an entity, the quotes."""

from __future__ import annotations

from reader.model import EntityId, Place, QuoteId
from reader.reading.active_set import ActiveSet
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.panes import Panes


class Matches:
    """Makes a set of matches the active set, and steps through it."""

    def __init__(self, reading: ReadingContext, panes: Panes, movement: Movement) -> None:
        self._reading, self._panes, self._movement = reading, panes, movement

    # -- the active set ----------------------------------------------------------------------------

    def activate(self, active: ActiveSet, *, jump: bool = True) -> None:
        """Make a set the active set. With `jump`, go to its current match."""
        self._reading.change(self._reading.session.activated(active, self._reading.view.window))
        if jump and active.place is not None:
            self._movement.show_place(active.place)
            self._show_end(active)

    def _show_end(self, active: ActiveSet) -> None:
        """Scroll until the end of the current match is in the window too, if all of it has room there."""
        view = self._reading.view
        pieces = active.matches.pieces(active.position or 0)
        last = pieces[-1]
        begin, end = (view.flow.y_of(place) for place in (pieces[0].place, Place(last.block, last.end - 1)))
        height = view.size.height
        if end >= view.top + height and end - begin < height:
            self._movement.show_top(end - height + 1, active.place)

    def deactivate(self) -> None:
        """Leave no set active. The window stays."""
        self._reading.change(self._reading.session.cleared())

    def step(self, direction: int) -> None:
        """Go to the next or previous match. Without an active set, step through all quotes."""
        view = self._reading.view
        active = self._reading.session.active or self._all_quotes()
        if active is None:
            return
        if not len(active.matches):
            self._reading.say(f"No match for {active.label}.")
            return
        self._panes.uncover()
        if active.position is None or active.place != view.place:
            self._reading.leave()
        stepped = active.step(direction * self._reading.take_count(), view.place)
        self.activate(stepped)
        if stepped.wrapped:
            where = "top" if direction > 0 else "end"
            self._reading.say(
                f"Wrapped to the {where}: {(stepped.position or 0) + 1:,}/{len(stepped.matches):,}."
            )

    def _all_quotes(self) -> ActiveSet | None:
        """The quotes of all speakers. If the article has no quotes, a message says so."""
        quotes = self._reading.version.all_quotes()
        if len(quotes.matches):
            return quotes
        search, names = map(self._reading.key, ("search.open", "panel.entities"))
        detecting = self._reading.session.detecting
        found = "The quotes are still being found" if detecting else "This article has no quotes"
        self._reading.say(f"{found}: {search} searches, {names} lists the names.")
        return None

    def choose_match(self, index: int) -> None:
        """Go to a match of the active set."""
        active = self._reading.session.active
        if active is not None:
            self._jump(active.at(index))

    def clear(self) -> bool:
        """End the active set; a second time, go back to where it began. Returns False if nothing changed."""
        session = self._reading.session
        if session.active is not None:
            self.deactivate()
            return True
        if session.origin is not None and session.origin != self._reading.view.window:
            origin = session.origin
            self._reading.session = session.with_origin(None)
            self._movement.go_back_to(origin)
            return True
        return False

    def _jump(self, active: ActiveSet) -> None:
        """Activate a set and go to its current match. The present place is added to the jump list."""
        self._panes.uncover()
        self._reading.leave()
        self.activate(active)

    # -- entities and quotes -----------------------------------------------------------------------

    def choose_entity(self, id: EntityId, *, place: Place | None = None) -> None:
        """Make the mentions of an entity the active set, from `place` on, or from the reading place."""
        entity = self._reading.version.entity(id)
        if entity is None:
            return
        if not entity.mentions:
            self._reading.say(f"{entity.name} is not mentioned in the text.")
            return
        active = self._reading.version.mentions_of(entity)
        self._jump(active.first_from(place or self._reading.view.place))

    def choose_quote(self, id: QuoteId) -> None:
        """Go to a quote; the quotes of its speaker become the active set."""
        quote = self._reading.version.quote(id)
        if quote is None:
            return
        if not quote.pieces:
            self._reading.say("This quote has no place in the text; `reader check` says why.")
            return
        self._jump(self._reading.session.quote_set(quote))

    def choose_speaker(self, name: str) -> None:
        """Make the quotes of a speaker the active set."""
        self._reading.leave()
        self.activate(self._reading.version.quotes_by(name).first_from(self._reading.view.place))

    def choose_entity_here(self) -> None:
        """Make the entity at the reader's place the active set; pressed again, the next entity."""
        found = self._reading.session.entity_from(self._reading.view.place)
        if found is None:
            self._reading.say("No names are marked in this article.")
        else:
            entity, mention = found
            self.choose_entity(entity.id, place=mention.place)

    def choose_at(self, place: Place) -> bool:
        """Choose the entity at a place, or the quote there. Returns False if there is neither."""
        session = self._reading.session
        if (found := session.entity_at(place)) is not None:
            entity, mention = found
            # From the start of the mention: `place` may lie inside it.
            self.choose_entity(entity.id, place=mention.place)
        elif (quote := session.quote_at(place)) is not None:
            self.choose_quote(quote.id)
        else:
            return False
        return True
