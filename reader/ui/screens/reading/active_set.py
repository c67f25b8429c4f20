"""Finding: the one active set of matches, stepping through it, names and quotes that become it."""

from __future__ import annotations

from reader.model import Place
from reader.reading.speakers import NOBODY
from reader.reading.state import ActiveSet, Window
from reader.text.layers import at
from reader.text.match_list import PieceMatches, SpanMatches
from reader.ui.screens.reading.parts import ReadingParts


class Finding(ReadingParts):
    """The actions of the active set."""

    _origin: Window | None = None
    """Where the reader was when the first set became active."""

    # -- the active set ----------------------------------------------------------------------------

    def activate(self, active: ActiveSet | None, *, jump: bool = True) -> None:
        """Make a set the active one, everywhere it shows; go to its current match."""
        if active is not None and self.active is None:
            self._origin = self.view.window
        self.active = active
        matches = None if active is None or not len(active.matches) else active.matches
        view = self.view
        view.matches = matches
        view.current = None if active is None else active.position
        self.ruler.matches = matches
        self.tell_panels()
        status = self.status
        status.active_label = active.label if active is not None else ""
        status.active_count = len(active.matches) if active is not None else 0
        status.active_position = 0 if active is None or matches is None else (active.position or 0) + 1
        if jump and active is not None and active.place is not None:
            self.show_place(active.place)

    def tell_panels(self) -> None:
        """Show the active set in the panels that are there."""
        active, matches = self.active, self.view.matches
        if (navigator := self.navigator) is not None:
            navigator.matches = matches
        if (sidebar := self.sidebar) is not None:
            subject = active.subject if active is not None else None
            sidebar.chosen = subject if isinstance(subject, int) else None
        if (quotes := self.quotes) is not None:
            quotes.current = self.current_quote

    @property
    def current_quote(self) -> int | None:
        """The index of the quote that is the current match; None where that is none."""
        active = self.active
        if active is None or active.kind != "speaker" or active.position is None:
            return None
        # By all of it: what somebody quotes another with may begin where the other's words do.
        pieces = active.matches.pieces(active.position)
        for index, quote in enumerate(self.page.document.quotes):
            if quote.pieces == pieces and self.speakers[quote.speaker] == active.subject:
                return index
        return None

    def action_match(self, direction: int) -> None:
        active = self.active
        if active is None:
            self.say("Nothing to step through: / searches, @ lists the names.")
            return
        if not len(active.matches):
            self.say(f"No match for {active.label}.")
            return
        self.uncover()
        if active.position is None or active.place != self.view.place:
            self.state = self.state.leaving(self.view.window)
        stepped = active.step(direction * self.take_count(), self.view.place)
        self.activate(stepped)
        if stepped.wrapped:
            self.say(
                "Round the end: from the beginning."
                if direction > 0
                else "Round the beginning: from the end."
            )

    def choose_match(self, index: int) -> None:
        """Go to a match of the active set."""
        if self.active is not None:
            self.uncover()
            self.state = self.state.leaving(self.view.window)
            self.activate(self.active._replace(position=index, wrapped=False))

    def clear_active(self) -> bool:
        """Clear the active set; then, once more, go back to where it was begun. False: nothing to do."""
        if self.active is not None:
            self.activate(None, jump=False)
            return True
        if self._origin is not None and self._origin != self.view.window:
            origin, self._origin = self._origin, None
            self.go_back_to(origin)
            return True
        return False

    # -- entities and quotes -----------------------------------------------------------------------

    def choose_entity(self, index: int, *, place: Place | None = None) -> None:
        """Make the mentions of an entity the active set."""
        entity = self.page.document.entities[index]
        if not entity.mentions:
            self.say(f"{entity.name} is not mentioned in the text.")
            return
        self.uncover()
        self.state = self.state.leaving(self.view.window)
        self.activate(self._mentions_of(index).first_from(place or self.view.place))

    def _mentions_of(self, index: int) -> ActiveSet:
        entity = self.page.document.entities[index]
        return ActiveSet(entity.name, "entity", SpanMatches(entity.mentions), subject=index)

    def choose_quote(self, index: int) -> None:
        """Go to a quote; the quotes of its speaker become the active set."""
        quote = self.page.document.quotes[index]
        if not quote.pieces:
            self.say("This quote could not be placed; `reader check` says why.")
            return
        self.uncover()
        self.state = self.state.leaving(self.view.window)
        active = self._quotes_of(self.speakers[quote.speaker])
        position = next(i for i in range(len(active.matches)) if active.matches.pieces(i) == quote.pieces)
        self.activate(active._replace(position=position))

    def choose_speaker(self, name: str) -> None:
        """Make the quotes of a speaker the active set."""
        self.state = self.state.leaving(self.view.window)
        self.activate(self._quotes_of(name).first_from(self.view.place))

    def _quotes_of(self, name: str) -> ActiveSet:
        quotes = self.page.document.quotes
        matches = PieceMatches(quote.pieces for quote in quotes if self.speakers[quote.speaker] == name)
        return ActiveSet(f"“ {name or NOBODY}", "speaker", matches, subject=name)

    def action_entity_here(self) -> None:
        """The name at the place; when its set is active already, the next name after it."""
        entities = self.page.document.entities
        here = self.view.place
        mentions = sorted((span, index) for index, entity in enumerate(entities) for span in entity.mentions)
        if not mentions:
            self.say("No names are marked in this article.")
            return
        current = at([span for span, _ in mentions], here.block, here.offset)
        if current is not None and self.active is not None and self.active.kind == "entity":
            rest = [pair for pair in mentions if pair[0].place > here]
            chosen = next((pair for pair in rest if pair[1] != self.active.subject), mentions[0])
        elif current is not None:
            chosen = mentions[current]
        else:
            chosen = next((pair for pair in mentions if pair[0].place >= here), mentions[0])
        self.choose_entity(chosen[1], place=chosen[0].place)

    def choose_at(self, place: Place) -> None:
        """Choose the name that stands at a place, else the quote; nothing where there is neither."""
        document = self.page.document
        for index, entity in enumerate(document.entities):
            found = at(entity.mentions, *place)
            if found is not None:
                # From the start of the name, or the match after the one at the place would be current.
                self.choose_entity(index, place=entity.mentions[found].place)
                return
        for index, quote in enumerate(document.quotes):
            if at(quote.pieces, *place) is not None:
                self.choose_quote(index)
                return
