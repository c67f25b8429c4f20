"""Searching: the search bar, what is found while words are typed, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events

from reader.reading.state import ActiveSet, Window
from reader.text.match_list import Matches
from reader.ui.screens.reading.active_set import Finding

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.text.haystack import Haystack
    from reader.text.search import Query, SearchIndex
    from reader.ui.widgets.search_bar import SearchBar

PAUSE = 0.012
"""Seconds without a key before the words typed so far are searched for: keys that come together, as when
pasted or typed while the program is busy, are one search."""
MAX_HISTORY = 50


class Searching(Finding):
    """The actions of search; what is found becomes the active set."""

    _index: SearchIndex | None = None
    _history: tuple[str, ...] = ()
    _due: Query | None = None
    _pause: Timer | None = None
    _before_search: tuple[Window, ActiveSet | None] | None = None
    """What was seen and active when the search bar was opened."""

    async def prepare_search(self) -> SearchBar:
        """The search bar, mounted but hidden until a search begins. Done while nothing else is to do."""
        bar = self.search_bar
        if bar is None:
            from reader.ui.widgets.search_bar import SearchBar

            self.read_styles("search")
            bar = SearchBar(history=self._history, id="search")
            await self.mount(bar, before="#status")
        return bar

    def prepare_index(self) -> None:
        """Fold the text for the first search. A book takes 15 ms or more, and gets a thread of its own."""
        from reader.text.search import SearchIndex

        page = self.page
        index = SearchIndex(page)
        index.folded(case=False)
        if self._index is None and page is self.page:
            self._index = index

    def _search_index(self) -> SearchIndex:
        """What is searched, made when it is first needed."""
        if self._index is None:
            from reader.text.search import SearchIndex

            self._index = SearchIndex(self.page)
        return self._index

    def folded(self) -> Haystack:
        """The text as it is searched, folded once."""
        return self._search_index().folded(case=False)

    async def action_open_search(self) -> None:
        bar = await self.prepare_search()
        self.stop_selecting()  # or `y` on a hit would copy what was selected before, out of sight perhaps
        if not bar.is_open:
            # Keys that come together with this one are heard before anything is painted.
            self.hold_frame()
            self._search_soon()
            self._before_search = (self.view.window, self.active)
        bar.history = self._history
        bar.open()

    @property
    def searching(self) -> bool:
        """Whether the search bar is open."""
        bar = self.search_bar
        return bar is not None and bar.is_open

    def _close_search(self) -> None:
        self._due = None
        self.paint_frame()
        if (bar := self.search_bar) is not None:
            bar.close()
        self.view.focus()

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        event.stop()
        self._due = event.query
        self._search_soon()

    def _search_soon(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        """Run the search that is due and show where it leads; the place to return to stays."""
        self.paint_frame()
        query, self._due = self._due, None
        bar = self.search_bar
        if query is None or bar is None or not bar.is_open:
            return
        bar.problem = ""
        matches = self._found(query)
        if matches is None:
            bar.total = bar.position = 0
            self._return_to_start(active=not query.text)
            return
        place = self._before_search[0].place if self._before_search else self.view.place
        active = ActiveSet(query.text, "search", matches, subject=query).first_from(place)
        bar.total, bar.position = len(matches), (active.position or 0) + 1 if len(matches) else 0
        if len(matches):
            self.activate(active)
        else:
            self._return_to_start(active=False)
            self.activate(active, jump=False)

    def _found(self, query: Query) -> Matches | None:
        """The matches; None for an empty query or one that cannot be run (the bar then says why)."""
        from reader.text.search import SearchError, find

        if not query.text:
            return None
        try:
            return find(self._search_index(), query)
        except SearchError as error:
            if (bar := self.search_bar) is not None:
                bar.problem = str(error)
            return None

    def _return_to_start(self, *, active: bool) -> None:
        """Show what was seen before the search; nothing is active then, or with `active` what was."""
        window, before = self._before_search or (self.view.window, None)
        self.activate(None, jump=False)
        self.restore(window)
        if active:
            self.activate(before, jump=False)

    def on_search_bar_submitted(self, event: SearchBar.Submitted) -> None:
        event.stop()
        problem = self._keep_hits(event.query)
        self._close_search()
        if problem:
            self.say(problem)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A search ends where the keys go elsewhere."""
        if self.searching:
            # What took the focus may lose it to the bar at once, when keys come fast.
            self.call_after_refresh(self._leave_search)

    def _leave_search(self) -> None:
        """Keep the hits when the keys go elsewhere, to a panel or by a click into the text."""
        bar, focused = self.search_bar, self.focused
        if bar is None or not bar.is_open or focused is None or bar in focused.ancestors:
            return
        problem = self._keep_hits(bar.wanted)
        bar.close()
        if problem:
            self.say(problem)

    def _keep_hits(self, query: Query) -> str:
        """Go on with the hits of a query. Returns what there is to say about them."""
        self._due = query
        self._search()
        text, active = query.text, self.active
        if not text:
            return ""
        self._history = (*(t for t in self._history if t != text), text)[-MAX_HISTORY:]
        if active is None or active.kind != "search":
            return self.search_bar.problem if self.search_bar is not None else ""
        if not len(active.matches):
            self.activate(None, jump=False)
            return f"No match for {text}."
        if self._before_search is not None:
            self._origin = self._before_search[0]
            self.state = self.state.leaving(self._origin)
        return "Round the end: from the beginning." if active.wrapped else ""

    def on_search_bar_cancelled(self, event: SearchBar.Cancelled) -> None:
        event.stop()
        self.cancel_search()

    def cancel_search(self) -> None:
        """Close the bar, forget its hits and go back to what was seen and active when it was opened."""
        self._close_search()
        self._return_to_start(active=True)

    # -- the article read again --------------------------------------------------------------------

    def renew_active(self, renamed: Mapping[str, str]) -> None:
        """Another version of the article: search, name or speaker are looked up in it.

        `renamed` gives the names that became another one.
        """
        self._index = self._origin = self._before_search = None
        active = self.active
        self.activate(None, jump=False)
        renewed = self._renewed(active, renamed) if active is not None else None
        if renewed is not None and len(renewed.matches):
            self.activate(renewed.first_from(self.view.place), jump=False)

    def _renewed(self, active: ActiveSet, renamed: Mapping[str, str]) -> ActiveSet | None:
        """The same set in the present article; None where it has no such name or speaker any more."""
        subject = active.subject
        if isinstance(subject, str):
            return self._quotes_of(renamed.get(subject, subject))
        if isinstance(subject, int):
            name = renamed.get(active.label, active.label)
            named = [i for i, entity in enumerate(self.page.document.entities) if entity.name == name]
            # Of several with one name the one that stood in its place; else the first.
            index = subject if subject in named else next(iter(named), None)
            return None if index is None else self._mentions_of(index)
        matches = self._found(subject)
        return None if matches is None else active._replace(matches=matches)
