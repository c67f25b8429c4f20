"""Searches the article: the search bar, the hits while words are typed, and what Enter and Esc do."""

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
"""Seconds without a key after which the search runs. Keys that arrive together, because they are pasted or
typed while the program is busy, start only one search."""


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
        """The window and the active set at the time when the search bar was opened."""

    # -- the index ---------------------------------------------------------------------------------

    @property
    def index(self) -> SearchIndex:
        """The search index of this version, made when it is first needed."""
        page = self._reading.version.page
        if self._indexed is None or self._indexed[0] is not page:
            from reader.text.search import SearchIndex

            self._indexed = page, SearchIndex(page)
        return self._indexed[1]

    def folded(self) -> Haystack:
        """The folded text of this version. Takes 15 ms or more for a book the first time."""
        return self.index.folded(case=False)

    def prepare_index(self) -> None:
        """Fold the text while the program is idle; the text of a book is folded in a job."""
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
        """Mount the search bar, hidden. Called while the program is idle."""
        if self.bar is None:
            from reader.ui.widgets.search_bar import SearchBar

            self._reading.read_styles("search")
            self.bar = SearchBar(history=self._reading.session.searches, id="search")
            await self._reading.screen.mount(self.bar, before="#status")
        return self.bar

    async def open(self) -> None:
        """Open the search bar."""
        bar = await self.prepare_bar()
        self._selection.stop()  # otherwise `y` on a hit would copy the old selection
        if not bar.is_open:
            # Keys that arrive together with this one are handled before anything is painted.
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
        """Close the bar, discard its hits, and restore the window and the active set from before."""
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
        """Search for the typed query, after a short pause without a further key."""
        self._due = query
        self._search_soon()

    def _search_soon(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self._reading.screen.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        """Run the search that is due and show its first hit. Cancelling still returns to the old place."""
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
        """The hits; None if the query is empty or cannot be run (then the bar shows the reason)."""
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
        """Restore the window from before the search; with `active`, also the active set."""
        window, before = self._before or (self._reading.view.window, None)
        self._matches.deactivate()
        self._movement.restore(window)
        if active and before is not None:
            self._matches.activate(before, jump=False)

    def _keep(self, query: Query) -> str:
        """Keep the hits of a query as the active set. Returns a message for the user, or ""."""
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
        """Discard the window from before the search, because another version of the article is shown."""
        self._before = None
