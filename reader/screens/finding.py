"""Finding: the one active set of matches, the search bar, stepping, names under the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Place
from reader.screens.reading_parts import ReadingParts
from reader.state import ActiveSet
from reader.text.matches import Matches, SpanMatches
from reader.text.paint import at

if TYPE_CHECKING:
    from reader.text.search import Query, SearchIndex
    from reader.widgets.search_bar import SearchBar

LARGE = 400_000
"""Code points above which a search waits for a pause in typing."""
PAUSE = 0.012
"""Seconds; several keys that arrive together are then one search."""
MAX_HISTORY = 50


class Finding(ReadingParts):
    """The actions of search and of the active set."""

    _index: SearchIndex | None = None
    _origin: Place | None = None
    _history: tuple[str, ...] = ()
    _due: Query | None = None
    _before_search: tuple[int, Place] | None = None

    # -- the active set ----------------------------------------------------------------------------

    def activate(self, active: ActiveSet | None, *, jump: bool = True) -> None:
        """Make a set the active one, everywhere it shows; go to its current match."""
        if active is not None and self.active is None:
            self._origin = self.view.place
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
            view.show_place(active.place)

    def tell_panels(self) -> None:
        """Show the active set in the panels that are there."""
        active, matches = self.active, self.view.matches
        if (navigator := self.navigator) is not None:
            navigator.matches = matches
        if (sidebar := self.sidebar) is not None:
            sidebar.chosen = self._entity_index(active)
        if (quotes := self.quotes) is not None:
            quotes.current = self._quote_index(active)

    def _entity_index(self, active: ActiveSet | None) -> int | None:
        if active is None or active.kind != "entity":
            return None
        names = [entity.name for entity in self.page.document.entities]
        return names.index(active.label) if active.label in names else None

    def _quote_index(self, active: ActiveSet | None) -> int | None:
        if active is None or active.kind != "speaker" or active.place is None:
            return None
        for index, quote in enumerate(self.page.document.quotes):
            if any(piece.place == active.place for piece in quote.pieces):
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
        if active.position is None or active.place != self.view.place:
            self.state = self.state.leaving(self.view.place)
        stepped = active.step(direction * self.take_count(), self.view.place)
        self.activate(stepped)
        if stepped.wrapped:
            self.say(
                "Round the end: from the beginning."
                if direction > 0
                else "Round the beginning: from the end."
            )

    # -- entities and quotes -----------------------------------------------------------------------

    def choose_entity(self, index: int, *, place: Place | None = None) -> None:
        """Make the mentions of an entity the active set."""
        entity = self.page.document.entities[index]
        if not entity.mentions:
            self.say(f"{entity.name} is not mentioned in the text.")
            return
        self.state = self.state.leaving(self.view.place)
        active = ActiveSet(entity.name, "entity", SpanMatches(entity.mentions))
        self.activate(active.first_from(place or self.view.place))

    def choose_quote(self, index: int) -> None:
        """Go to a quote; the quotes of its speaker become the active set."""
        quote = self.page.document.quotes[index]
        if not quote.pieces:
            self.say("This quote could not be placed: its words are not in the text.")
            return
        self.state = self.state.leaving(self.view.place)
        self.activate(self._quotes_of(self.speakers[quote.speaker]).first_from(quote.pieces[0].place))

    def choose_speaker(self, name: str) -> None:
        """Make the quotes of a speaker the active set."""
        self.state = self.state.leaving(self.view.place)
        self.activate(self._quotes_of(name).first_from(self.view.place))

    def _quotes_of(self, name: str) -> ActiveSet:
        quotes = self.page.document.quotes
        spans = [piece for q in quotes if self.speakers[q.speaker] == name for piece in q.pieces]
        return ActiveSet(f"“ {name or 'Unattributed'}", "speaker", SpanMatches(spans))

    def action_entity_here(self) -> None:
        """The name at the place; when its set is active already, the next name after it."""
        entities = self.page.document.entities
        here = self.view.place
        mentions = sorted((span, index) for index, entity in enumerate(entities) for span in entity.mentions)
        if not mentions:
            self.say("No names are marked in this article.")
            return
        start = Place(here.block, here.offset)
        current = at([span for span, _ in mentions], here.block, here.offset)
        if current is not None and self.active is not None and self.active.kind == "entity":
            rest = [pair for pair in mentions if pair[0].place > start]
            chosen = next((p for p in rest if entities[p[1]].name != self.active.label), mentions[0])
        elif current is not None:
            chosen = mentions[current]
        else:
            chosen = next((pair for pair in mentions if pair[0].place >= start), mentions[0])
        self.choose_entity(chosen[1], place=chosen[0].place)

    # -- the search bar ----------------------------------------------------------------------------

    async def action_open_search(self) -> None:
        self.status.message = ""  # the key came here before `on_key`
        bar = self.search_bar
        if bar is None:
            from reader.widgets.search_bar import SearchBar

            self.read_styles("search")
            bar = SearchBar(history=self._history, id="search")
            await self.mount(bar, before="#status")
        self._before_search = (self.view.top, self.view.place)
        bar.history = self._history
        bar.open()

    @property
    def searching(self) -> bool:
        """Whether the search bar is open."""
        bar = self.search_bar
        return bar is not None and bar.is_open

    def _close_search(self) -> None:
        self._due = None
        if (bar := self.search_bar) is not None:
            bar.close()
        self.view.focus()

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        event.stop()
        self._due = event.query
        size = sum(len(block.text) for block in self.page.document.blocks[:4000])
        if size < LARGE:
            self._search()
        else:
            self.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        """Run the search that is due and show where it leads; the place to return to stays."""
        query, self._due = self._due, None
        bar = self.search_bar
        if query is None or bar is None or not bar.is_open:
            return
        matches = self._found(query)
        if matches is None:
            self._show_nothing(bar)
            return
        bar.problem = ""
        _, place = self._before_search or (0, self.view.place)
        active = ActiveSet(query.text, "search", matches).first_from(place)
        bar.total, bar.position = len(matches), (active.position or 0) + 1 if len(matches) else 0
        self.activate(active)
        if not len(matches):
            self._return_to_start()

    def _found(self, query: Query) -> Matches | None:
        """The matches; None for an empty query or one that cannot be run (the bar then says why)."""
        from reader.text.search import SearchError, SearchIndex, find

        if not query.text:
            return None
        if self._index is None:
            self._index = SearchIndex(self.page)
        try:
            return find(self._index, query)
        except SearchError as error:
            if (bar := self.search_bar) is not None:
                bar.problem = str(error)
            return None

    def _show_nothing(self, bar: SearchBar) -> None:
        bar.total = bar.position = 0
        self.activate(None, jump=False)
        self._return_to_start()

    def _return_to_start(self) -> None:
        if self._before_search is not None:
            self.view.show_top(*self._before_search)

    def on_search_bar_submitted(self, event: SearchBar.Submitted) -> None:
        event.stop()
        self._due = event.query
        self._search()
        text = event.query.text
        if text:
            self._history = (*(t for t in self._history if t != text), text)[-MAX_HISTORY:]
        active = self.active
        self._close_search()
        if active is None or active.kind != "search" or not text:
            return
        if not len(active.matches):
            self.activate(None, jump=False)
            self.say(f"No match for {text}.")
            return
        if self._before_search is not None:
            self.state = self.state.leaving(self._before_search[1])
            self._origin = self._before_search[1]
        if active.wrapped:
            self.say("Round the end: from the beginning.")

    def on_search_bar_cancelled(self, event: SearchBar.Cancelled) -> None:
        event.stop()
        self.cancel_search()

    def cancel_search(self) -> None:
        """Close the bar, forget its hits and go back to where the search began."""
        self._close_search()
        self.activate(None, jump=False)
        self._return_to_start()

    def clear_active(self) -> bool:
        """Clear the active set; then, once more, go back to where it was begun. False: nothing to do."""
        if self.active is not None:
            self.activate(None, jump=False)
            return True
        if self._origin is not None and self._origin != self.view.place:
            origin, self._origin = self._origin, None
            self.view.show_place(origin)
            return True
        return False

    def renew_active(self) -> None:
        """After the article was read again: search and names are looked up in the new text."""
        self._index = None
        self._origin = None
        active = self.active
        self.activate(None, jump=False)
        if active is not None and active.kind == "search":
            from reader.text.search import Query

            matches = self._found(Query(active.label))
            if matches is not None and len(matches):
                self.activate(active._replace(matches=matches, position=0), jump=False)
