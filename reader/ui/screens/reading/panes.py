"""The panes: which panels are shown at which width, and moving the focus between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.widget import AwaitMount, Widget

from reader.keys.commands import Context
from reader.keys.keymap import Hint
from reader.model import Place
from reader.reading.view_state import PanelState
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.widgets.column import Column

if TYPE_CHECKING:
    from reader.ui.widgets.virtual_list import VirtualList

PANELS = ("navigator", "quotes", "entities")
OPEN, HIDDEN = "-open", "-hidden"

BACK, HELP = Hint("app.back", "back"), Hint("app.help", "help")
HINTS: Mapping[str, tuple[Hint, ...]] = {
    "article": (Hint("search.open", "search"), HELP),
    "navigator": (Hint("list.choose", "go"), BACK, HELP),
    "quotes": (
        Hint("list.choose", "go"),
        Hint("quote.speaker", "speaker"),
        Hint("quotes.card", "card"),
        BACK,
    ),
    "entities": (
        Hint("list.choose", "step"),
        Hint("entity.rename", "rename"),
        Hint("entities.card", "card"),
        BACK,
    ),
    "search": (Hint("field.submit", "keep"), Hint("search.cancel", "cancel"), Hint("search.older", "older")),
}
"""The hints of the status line while a pane has the focus."""

LEAVE_TO_ANOTHER, LEAVE_THE_READER = Hint("article.leave", "back"), Hint("article.leave", "quit")
"""The last hint of the article: the first one if another screen lies below, otherwise the second."""

EMPTY_HINTS = (BACK, HELP)
"""The hints of a panel that lists nothing."""

SELECTING = (Hint("select.copy", "copy"), Hint("app.back", "leave"), Hint("article.pipe", "pipe"))
"""The hints of the article while words are being selected."""

STEP = (Hint("match.next", "next"), Hint("match.previous", "back"))
CLEAR = Hint("app.back", "clear")
"""The hints beside the active set."""

CONTEXTS: Mapping[str, tuple[Context, ...]] = {
    "navigator": (Context.LIST,),
    "quotes": (Context.QUOTES, Context.LIST),
    "entities": (Context.ENTITIES, Context.LIST),
    "search": (Context.SEARCH, Context.FIELD),
}
"""The contexts in front of the article's own while a pane has the focus."""


class Panes:
    """Shows, hides and focuses the panels of the reading screen.

    The style sheets define which panels are shown by default at each width. `-open` shows a panel anyway,
    `-hidden` hides it.
    """

    def __init__(self, reading: ReadingContext) -> None:
        self._reading = reading
        self._screen = reading.screen
        self._pointed_from: Place | None = None  # the place for which the quotes cursor was set
        reading.refresh_hints = self.refresh_hints

    # -- mounting ----------------------------------------------------------------------------------

    async def fill(self) -> bool:
        """Mount the panels in their columns beside the article. Returns whether they were mounted now.

        Called after the first frame, which keeps the columns free, or when a panel is first requested.
        """
        reading, screen = self._reading, self._screen
        # Nothing can be mounted once the app is leaving.
        if reading.navigator is not None or not screen.is_attached:
            return False
        from reader.ui.widgets.entity_sidebar import EntitySidebar
        from reader.ui.widgets.paragraph_nav import ParagraphNav
        from reader.ui.widgets.quotes_panel import QuotesPanel

        reading.read_styles("panels", "panes")
        with screen.app.batch_update():
            version = reading.version
            navigator = ParagraphNav(version.page, hues=version.hues, id="navigator")
            quotes = QuotesPanel(version.document, hues=version.hues, id="quotes")
            sidebar = EntitySidebar(version.document, id="entities")
            # Mount all before awaiting the first, so that a key pressed in between finds all panels or none.
            columns = self._mount_columns()
            mounting = (
                *columns,
                screen.query_one("#navigator-pane").mount(navigator),
                screen.query_one("#side").mount(quotes, sidebar),
            )
            reading.navigator, reading.quotes, reading.sidebar = navigator, quotes, sidebar
            for mounted in mounting:
                await mounted
        if not screen.is_attached:
            return False
        self.settle()
        reading.show_in_panels()
        # Which keys work depends on the item under the cursor.
        for panel in self.panels():
            screen.watch(panel, "cursor", self.refresh_hints, init=False)
        return True

    def _mount_columns(self) -> tuple[AwaitMount, ...]:
        """Mount the columns beside the article, if they are missing because the reader began with `--zen`."""
        if self._screen.query("#side"):
            return ()
        left, right = Column(id="navigator-pane"), Column(id="side")
        return self._screen.mount(left, before="#article"), self._screen.mount(right, after="#ruler")

    def panels(self) -> list[VirtualList]:
        """The panels that are mounted, from left to right."""
        reading = self._reading
        every = (reading.navigator, reading.quotes, reading.sidebar)
        return [panel for panel in every if panel is not None]

    # -- showing and hiding ------------------------------------------------------------------------

    async def toggle(self, name: str) -> None:
        """Show a panel and focus it, or hide it if it has the focus."""
        await self.fill()
        panel = self._screen.query_one(f"#{name}")
        if panel.has_focus:
            self._hide(panel)
        else:
            if panel is self._reading.quotes:
                self._point_at_quote()
            self._show(panel)

    def _show(self, panel: Widget) -> None:
        self._screen.remove_class("-zen")
        for other in self.panels():
            if other is not panel and self.narrow:
                other.remove_class(OPEN)
        panel.remove_class(HIDDEN)
        panel.add_class(OPEN)
        self.settle()
        # `panel.focus()` would wait for the next message, but keys may be waiting already.
        self._screen.set_focus(panel)

    def _point_at_quote(self) -> None:
        """Put the cursor of the quotes panel on the quote at the reader's place, or on the next quote.

        The cursor stays where the user left it as long as the place is the same.
        """
        panel, place = self._reading.quotes, self._reading.view.place
        if panel is None or place == self._pointed_from:
            return
        session = self._reading.session
        current = session.current_quote() if session.active and session.active.place == place else None
        # The panel may list only the quotes of another speaker.
        quote = current if current is not None and panel.lists(current) else panel.next_from(place)
        if quote is not None:
            self._pointed_from = place
            panel.point_at(quote)

    def _hide(self, panel: Widget) -> None:
        panel.remove_class(OPEN)
        panel.add_class(HIDDEN)
        self.settle()
        self._reading.view.focus()

    def settle(self) -> None:
        """Set the classes of each column: open if one of its panels is open, hidden if all are hidden."""
        for pane in self._screen.query("#navigator-pane, #side"):
            panels = pane.children
            pane.set_class(any(panel.has_class(OPEN) for panel in panels), OPEN)
            pane.set_class(bool(panels) and all(panel.has_class(HIDDEN) for panel in panels), HIDDEN)
        quotes, sidebar = self._reading.quotes, self._reading.sidebar
        if sidebar is not None:
            # The rule above the names separates them from the quotes, if the quotes are shown.
            sidebar.ruled = not self.narrow and quotes is not None and not quotes.has_class(HIDDEN)

    @property
    def narrow(self) -> bool:
        """Whether panels open over the article one at a time."""
        return self._screen.has_class("-narrow") or self._screen.has_class("-slim")

    def overlays(self, panel: Widget) -> bool:
        """Whether a panel covers the article at this width."""
        return self.narrow or (self._screen.has_class("-medium") and panel.id == "navigator")

    def close_overlays(self) -> None:
        """Close the panels that cover the article."""
        for panel in self.panels():
            if self.overlays(panel):
                panel.remove_class(OPEN)
        self.settle()

    def uncover(self) -> None:
        """Close the panels that cover the article; a panel beside it keeps the focus."""
        covering = [panel for panel in self.panels() if panel.has_class(OPEN) and self.overlays(panel)]
        if covering:
            focused = any(panel.has_focus for panel in covering)
            self.close_overlays()
            if focused:
                self._reading.view.focus()

    def close_all(self) -> None:
        """Close every panel that was opened by key. Called when the width class changes."""
        for panel in self.panels():
            panel.remove_class(OPEN)
            if panel.has_focus and self.overlays(panel):
                # Move the focus at once: otherwise Textual would leave no widget with the focus.
                self._screen.set_focus(self._reading.view)
        self.settle()

    # -- the focus ---------------------------------------------------------------------------------

    def leave(self, *, chosen: bool = False) -> bool:
        """Focus the article, and close a panel that covers it. Returns False if there is no panel to leave.

        After a choice a panel beside the article keeps the focus, so that the next choice is one key.
        """
        for panel in self.panels():
            if panel.has_focus or (panel.has_class(OPEN) and self.overlays(panel)):
                if self.overlays(panel):
                    panel.remove_class(OPEN)
                    self.settle()
                elif chosen:
                    return True
                self._reading.view.focus()
                return True
        return False

    def next(self, step: int) -> None:
        """Move the focus to the next or previous pane that is shown."""
        view = self._reading.view
        panes: list[Widget] = [view, *(panel for panel in self.panels() if _is_shown(panel))]
        order = ["navigator", "article", "quotes", "entities"]
        panes.sort(key=lambda pane: order.index(pane.id or "article"))
        if len(panes) == 1:
            opening = map(self._reading.key, ("panel.navigator", "panel.quotes", "panel.entities"))
            self._reading.say("No panel is open: {} paragraphs, {} quotes, {} names.".format(*opening))
            return
        index = next((i for i, pane in enumerate(panes) if pane.has_focus), panes.index(view))
        panes[(index + step) % len(panes)].focus()

    def take_counted(self, key: str) -> bool:
        """Pass a key after a number to the panel with the focus. Returns False if the panel ignores it."""
        count = self._reading.count
        if not count:  # 0 is not a count, as in the text
            return False
        panel = next((panel for panel in self.panels() if panel.has_focus), None)
        command = self._reading.keymap.command(key, Context.LIST)
        if panel is None or command is None or not panel.take_counted(command, count):
            return False
        self._reading.count = None
        return True

    def refresh_hints(self) -> None:
        """Show the keys that work now, for the pane with the focus and for the active set."""
        reading = self._reading
        focused = self._screen.focused
        above = () if focused is None else focused.ancestors_with_self
        pane = next((node.id for node in above if node.id in HINTS), None) or "article"
        # Words can be selected while a panel has the focus. Then, too, Esc ends the selection first.
        by_keys = pane != "search" and reading.view.chosen is not None
        selecting = by_keys or (pane != "search" and bool(self._screen.selections))
        inner = (Context.SELECTION,) if by_keys else CONTEXTS.get(pane, ())
        hints = SELECTING if selecting else self._possible(pane)
        reading.status.key_hints = shown = reading.keymap.hints(hints, *inner)
        active = reading.session.active
        if active is None or pane == "search":  # in the search field these letters are text
            reading.status.active_hints = ()
            return
        around = reading.keymap.hints((*STEP, CLEAR) if len(active.matches) else (CLEAR,), *inner)
        # The same key leaves a panel or selection before it clears the active set.
        used = {hint.key for hint in shown}
        reading.status.active_hints = tuple(hint for hint in around if hint.key not in used)

    def _possible(self, pane: str) -> tuple[Hint, ...]:
        """The hints of a pane whose commands can run now."""
        reading, version = self._reading, self._reading.version
        useless: set[str] = set()
        if pane == "article":
            return (*HINTS[pane], LEAVE_TO_ANOTHER if reading.is_over_another else LEAVE_THE_READER)
        if pane == "navigator" and reading.navigator is not None and not reading.navigator.items.count():
            return EMPTY_HINTS
        if pane == "quotes" and reading.quotes is not None:
            quote = reading.quotes.quote_under_cursor
            if quote is None:
                return EMPTY_HINTS
            speaker = version.speaker_of(quote)
            if not quote.pieces:
                useless.add("list.choose")
            if not speaker or version.entity_named(speaker) is None:
                useless.add("quotes.card")
        if pane == "entities" and reading.sidebar is not None:
            entity = reading.sidebar.entity_under_cursor
            if entity is None:
                return EMPTY_HINTS
            if not entity.mentions:
                useless.add("list.choose")
        if pane == "search" and not reading.session.searches:
            useless.add("search.older")
        if reading.session.detecting:  # corrections are refused
            useless |= {"quote.speaker", "entity.rename"}
        return tuple(hint for hint in HINTS[pane] if hint.commands not in useless)

    # -- leaving the article and coming back -------------------------------------------------------

    def states(self) -> dict[str, PanelState]:
        """Each panel as it is now, by id."""
        kept = frozenset({OPEN, HIDDEN})
        return {panel.id or "": PanelState(panel.classes & kept, panel.cursor) for panel in self.panels()}

    def restore(self, states: Mapping[str, PanelState], focus: str, *, same_width: bool) -> None:
        """Show the panels as they were. Panels that were opened by key open only at the same width."""
        for panel in self.panels():
            state = states.get(panel.id or "")
            if state is not None:
                panel.add_class(*(state.classes if same_width else state.classes - {OPEN}))
                panel.put_cursor(state.cursor)
        self.settle()
        for panel in self.panels():
            # Do not take the focus if it moved elsewhere while the panels were being mounted.
            if panel.id == focus and self._screen.focused is self._reading.view:
                self._screen.set_focus(panel)


def _is_shown(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
