"""The panes: which panels are shown at which width, and moving the focus between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual.widget import AwaitMount, Widget

from reader.model import Place
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.widgets.column import Column
from reader.ui.widgets.status_line import READING, STEPPING

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from reader.ui.widgets.row_list import RowList

PANELS = ("navigator", "quotes", "entities")
OPEN, HIDDEN = "-open", "-hidden"

HINTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "article": READING,
    "navigator": (("Enter", "go"), ("Esc", "back"), ("?", "help")),
    "quotes": (("Enter", "go"), ("S", "speaker"), ("i", "card"), ("Esc", "back")),
    "entities": (("Enter", "step"), ("R", "rename"), ("i", "card"), ("Esc", "back")),
    "search": (("Enter", "keep"), ("Esc", "cancel"), ("↑", "older")),
}
"""The key hints of the status line while a pane has the focus."""

EMPTY_HINTS = (("Esc", "back"), ("?", "help"))
"""The key hints of a panel that lists nothing."""


class PanelState(NamedTuple):
    """A panel as it was left: its classes `-open` or `-hidden`, and its cursor."""

    classes: frozenset[str]
    cursor: int


class Panes:
    """Shows, hides and focuses the panels of the reading screen.

    The style sheets say which panels are shown at a width without being asked for; `-open` shows one all
    the same, `-hidden` hides it.
    """

    def __init__(self, reading: ReadingContext) -> None:
        self._reading = reading
        self._screen = reading.screen
        self._pointed_from: Place | None = None  # the place for which the quotes cursor was set

    # -- mounting ----------------------------------------------------------------------------------

    async def fill(self) -> bool:
        """Mount the panels in their columns beside the article; False if they are mounted already.

        Called after the first frame, which keeps the columns free, or when a panel is first asked for.
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
            # All are mounted before the first is awaited: a key that comes meanwhile finds all or none.
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
        return True

    def _mount_columns(self) -> tuple[AwaitMount, ...]:
        """Mount the columns beside the article, which are missing when reading began with `--zen`."""
        if self._screen.query("#side"):
            return ()
        left, right = Column(id="navigator-pane"), Column(id="side")
        return self._screen.mount(left, before="#article"), self._screen.mount(right, after="#ruler")

    def panels(self) -> list[RowList]:
        """The panels that are mounted, from left to right."""
        reading = self._reading
        every = (reading.navigator, reading.quotes, reading.sidebar)
        return [panel for panel in every if panel is not None]

    # -- showing and hiding ------------------------------------------------------------------------

    async def toggle(self, name: str) -> None:
        """Show a panel and focus it; hide it when it has the focus."""
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
        # Not `panel.focus()`, which waits for the next message: keys may be waiting already.
        self._screen.set_focus(panel)

    def _point_at_quote(self) -> None:
        """Put the cursor of the quotes panel on the quote at the reader's place, else on the next one.

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
        """Give each column the classes that follow from its panels: open if one is, hidden if all are."""
        for pane in self._screen.query("#navigator-pane, #side"):
            panels = pane.children
            pane.set_class(any(panel.has_class(OPEN) for panel in panels), OPEN)
            pane.set_class(bool(panels) and all(panel.has_class(HIDDEN) for panel in panels), HIDDEN)
        quotes, sidebar = self._reading.quotes, self._reading.sidebar
        if sidebar is not None:
            # The rule above the names separates them from the quotes, if these are shown.
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
        """Close every panel that was opened by key: the width is another one."""
        for panel in self.panels():
            panel.remove_class(OPEN)
            if panel.has_focus and self.overlays(panel):
                # At once: Textual would leave nothing with the focus.
                self._screen.set_focus(self._reading.view)
        self.settle()

    # -- the focus ---------------------------------------------------------------------------------

    def leave(self, *, chosen: bool = False) -> bool:
        """Give the focus back to the article, and close a panel that covers it; False if no panel had it.

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
            self._reading.say('No panel is open: t paragraphs, " quotes, @ names.')
            return
        index = next((i for i, pane in enumerate(panes) if pane.has_focus), panes.index(view))
        panes[(index + step) % len(panes)].focus()

    def take_counted(self, key: str) -> bool:
        """Give a key after a number to the panel with the focus; False if the panel has no use for it."""
        count = self._reading.count
        if not count:  # 0 is no count, as in the text
            return False
        panel = next((panel for panel in self.panels() if panel.has_focus), None)
        if panel is None or not panel.take_counted(key, count):
            return False
        self._reading.count = None
        return True

    def show_hints(self, pane: DOMNode) -> None:
        """Show the keys of the pane that has the focus."""
        empty = any(panel is pane and not panel.item_count() for panel in self.panels())
        status = self._reading.status
        status.key_hints = EMPTY_HINTS if empty else HINTS[pane.id or "article"]
        # In the search field `n` and `N` are letters.
        status.active_hints = () if pane.id == "search" else STEPPING

    def refresh_hints(self) -> None:
        """Show the keys of the focused panel again: it may have got its first item or lost its last."""
        for panel in self.panels():
            if panel.has_focus:
                self.show_hints(panel)

    # -- leaving the article and coming back -------------------------------------------------------

    def states(self) -> dict[str, PanelState]:
        """Each panel as it is now, by id."""
        kept = frozenset({OPEN, HIDDEN})
        return {panel.id or "": PanelState(panel.classes & kept, panel.cursor) for panel in self.panels()}

    def restore(self, states: Mapping[str, PanelState], focus: str, *, same_width: bool) -> None:
        """Show the panels as they were; those that covered the article only at the same width."""
        for panel in self.panels():
            state = states.get(panel.id or "")
            if state is not None:
                panel.add_class(*(state.classes if same_width else state.classes - {OPEN}))
                panel.put_cursor(state.cursor)
        self.settle()
        for panel in self.panels():
            # Unless the focus moved elsewhere while the panels were being mounted.
            if panel.id == focus and self._screen.focused is self._reading.view:
                self._screen.set_focus(panel)


def _is_shown(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
