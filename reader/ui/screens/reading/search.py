"""Searching the article: the search bar, the hits while words are typed, and what Enter and Esc do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.active_set import ActiveSet, SearchFor
from reader.reading.jumps import Window
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.detection import LONG
from reader.ui.screens.reading.frame import FrameHold
from reader.ui.screens.reading.matches import Matches
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.selection import SelectionController

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.text.haystack import Haystack
    from reader.text.match_list import Matches as MatchList
    from reader.text.page import Page
    from reader.text.search import Query, SearchIndex
    from reader.ui.widgets.search_bar import SearchBar

PAUSE = 0.012
"""Seconds without a key after which the words typed so far are searched for. Keys that come together, pasted
or typed while the program is busy, are one search."""


class SearchController:
    """Searches while the reader types; the hits become the active set."""

    def __init__(
        self,
        reading: ReadingContext,
        movement: Movement,
        matches: Matches,
        selection: SelectionController,
        frame: FrameHold,
    ) -> None:
        self._reading, self._movement, self._matches = reading, movement, matches
        self._selection, self._frame = selection, frame
        self.bar: SearchBar | None = None
        """The search bar; None before the first search."""
        self._indexed: tuple[Page, SearchIndex] | None = None
        self._due: Query | None = None
        self._pause: Timer | None = None
        self._before: tuple[Window, ActiveSet | None] | None = None
        """What was on the screen and active when the search bar was opened."""

    # -- the index ---------------------------------------------------------------------------------

    @property
    def index(self) -> SearchIndex:
        """The text of this version as it is searched; made when it is first needed."""
        page = self._reading.version.page
        if self._indexed is None or self._indexed[0] is not page:
            from reader.text.search import SearchIndex

            self._indexed = page, SearchIndex(page)
        return self._indexed[1]

    def folded(self) -> Haystack:
        """The folded text of this version. Takes 15 ms or more for a book the first time."""
        return self.index.folded(case=False)

    def prepare_index(self) -> None:
        """Fold the text while nothing else is to do: that of a book in a job."""
        if self._reading.version.words > LONG:
            self._reading.jobs.submit("index", lambda _: self.folded(), lambda _: None, can_be_abandoned=True)
        else:
            self.folded()  # takes less time than starting a thread

    # -- opening and closing -----------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the search bar is open."""
        return self.bar is not None and self.bar.is_open

    async def prepare_bar(self) -> SearchBar:
        """Mount the search bar, hidden; done while nothing else is to do."""
        if self.bar is None:
            from reader.ui.widgets.search_bar import SearchBar

            self._reading.read_styles("search")
            self.bar = SearchBar(history=self._reading.session.searches, id="search")
            await self._reading.screen.mount(self.bar, before="#status")
        return self.bar

    async def open(self) -> None:
        """Open the search bar."""
        bar = await self.prepare_bar()
        self._selection.stop()  # else `y` on a hit would copy what was selected before
        if not bar.is_open:
            # Keys that come together with this one are handled before anything is painted.
            self._frame.hold()
            self._search_soon()
            self._before = (self._reading.view.window, self._reading.session.active)
        bar.history = self._reading.session.searches
        bar.open()

    def _close(self) -> None:
        self._due = None
        self._frame.release()
        if self.bar is not None:
            self.bar.close()
        self._reading.view.focus()

    def cancel(self) -> None:
        """Close the bar, drop its hits, and go back to what was on the screen when it was opened."""
        self._close()
        self._show_before(active=True)

    def submit(self, query: Query) -> None:
        """Close the bar and keep its hits as the active set."""
        problem = self._keep(query)
        self._close()
        if problem:
            self._reading.say(problem)

    def leave(self) -> None:
        """Keep the hits when the focus goes elsewhere, to a panel or with a click into the text."""
        bar, focused = self.bar, self._reading.screen.focused
        if bar is None or not bar.is_open or focused is None or bar in focused.ancestors:
            return
        problem = self._keep(bar.wanted)
        bar.close()
        if problem:
            self._reading.say(problem)

    # -- searching ---------------------------------------------------------------------------------

    def typed(self, query: Query) -> None:
        """Search for what was typed, once no further key follows at once."""
        self._due = query
        self._search_soon()

    def _search_soon(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self._reading.screen.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        """Run the search that is due and show its first hit; the place to return to stays."""
        self._frame.release()
        query, self._due = self._due, None
        bar = self.bar
        if query is None or bar is None or not bar.is_open:
            return
        bar.problem = ""
        found = self._found(query)
        if found is None:
            bar.total = bar.position = 0
            self._show_before(active=not query.text)
            return
        place = self._before[0].place if self._before else self._reading.view.place
        active = ActiveSet(query.text, SearchFor(query), found).first_from(place)
        bar.total, bar.position = len(found), (active.position or 0) + 1 if len(found) else 0
        if len(found):
            self._matches.activate(active)
        else:
            self._show_before(active=False)
            self._matches.activate(active, jump=False)

    def _found(self, query: Query) -> MatchList | None:
        """The hits; None for an empty query or one that cannot be run (the bar then says why)."""
        from reader.text.search import SearchError, find

        if not query.text:
            return None
        try:
            return find(self.index, query)
        except SearchError as error:
            if self.bar is not None:
                self.bar.problem = str(error)
            return None

    def _show_before(self, *, active: bool) -> None:
        """Show what was on the screen before the search; with `active`, make the old set active too."""
        window, before = self._before or (self._reading.view.window, None)
        self._matches.deactivate()
        self._movement.restore(window)
        if active and before is not None:
            self._matches.activate(before, jump=False)

    def _keep(self, query: Query) -> str:
        """Keep the hits of a query as the active set. Returns what there is to say about them."""
        self._due = query
        self._search()
        reading, text = self._reading, query.text
        active = reading.session.active
        if not text:
            return ""
        reading.session = reading.session.with_search(text)
        if active is None or not isinstance(active.subject, SearchFor):
            return "" if self.bar is None else self.bar.problem
        if not len(active.matches):
            self._matches.deactivate()
            return f"No match for {text}."
        if self._before is not None:
            reading.session = reading.session.with_origin(self._before[0]).leaving(self._before[0])
        return "Search wrapped to the top." if active.wrapped else ""

    def forget(self) -> None:
        """Another version of the article is shown: what was seen before the search is gone."""
        self._before = None
