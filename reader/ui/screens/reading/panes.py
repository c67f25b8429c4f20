"""The panes: which panels stand where at which width, and going from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.dom import DOMNode
from textual.widget import AwaitMount, Widget

from reader.model import Place
from reader.ui.screens.reading.parts import ReadingParts
from reader.ui.widgets.column import Column
from reader.ui.widgets.status_line import READING, STEPPING

if TYPE_CHECKING:
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
"""The keys that matter while a pane has the focus, as the status line shows them."""

VACANT = (("Esc", "back"), ("?", "help"))
"""Those of a panel that lists nothing."""


class Panes(ReadingParts):
    """The actions that show, hide and focus panels.

    Which panels show at a width by themselves is written in the style sheets; `-open` shows one all the
    same, `-hidden` hides it.
    """

    _pointed_from: Place | None = None
    """The place for which the cursor of the quotes was set."""

    async def fill_panes(self) -> None:
        """Mount the panels, once, in their columns beside the article.

        The text comes first: this is called after the first frame, which keeps the columns free, or
        when a panel is first asked for.
        """
        # No widget can be mounted any more once the app was told to end.
        if self.navigator is not None or not self.is_attached:
            return
        from reader.ui.widgets.entity_sidebar import EntitySidebar
        from reader.ui.widgets.paragraph_nav import ParagraphNav
        from reader.ui.widgets.quotes_panel import QuotesPanel

        self.read_styles("panels", "panes")
        with self.app.batch_update():
            document = self.page.document
            quotes = QuotesPanel(document, hues=self.hues, id="quotes")
            # All before the first is awaited: a key or a signal that comes meanwhile finds all or none.
            columns = self._mount_columns()
            left, right = self.query_one("#navigator-pane"), self.query_one("#side")
            mounting = (
                *columns,
                left.mount(ParagraphNav(self.page, hues=self.hues, id="navigator")),
                right.mount(quotes, EntitySidebar(document, id="entities")),
            )
            for mounted in mounting:
                await mounted
        if not self.is_attached:
            return
        self._settle_panes()
        self.refill_panels()

    def renew_panes(self, renamed: Mapping[str, str]) -> None:
        """Show another version of the article in the panels that are there; all else about them stays.

        `renamed` gives the names that became another one.
        """
        document = self.page.document
        if (navigator := self.navigator) is not None:
            navigator.replace(self.page, self.hues)
        if (quotes := self.quotes) is not None:
            quotes.replace(document, self.hues, renamed)
        if (sidebar := self.sidebar) is not None:
            sidebar.replace(document, renamed)
        for panel in self._panels():
            if panel.has_focus:  # it may have got its first item, or lost its last one
                self._show_keys(panel)

    def _mount_columns(self) -> tuple[AwaitMount, ...]:
        """The columns to the left and right of the article, which are not there when reading began alone."""
        if self.query("#side"):
            return ()
        left, right = Column(id="navigator-pane"), Column(id="side")
        return self.mount(left, before="#article"), self.mount(right, after="#ruler")

    def refill_panels(self) -> None:
        """Give new panels what the others know already. Overridden by the screen."""

    async def action_toggle_panel(self, name: str) -> None:
        """Show a panel and go to it; from within it, hide it."""
        await self.fill_panes()
        panel = self.query_one(f"#{name}")
        if panel.has_focus:
            self._hide(panel)
        else:
            if panel is self.quotes:
                self._point_at_quote()
            self._show(panel)

    def _show(self, panel: Widget) -> None:
        self.remove_class("-zen")
        for other in self._panels():
            if other is not panel and self.narrow:
                other.remove_class(OPEN)
        panel.remove_class(HIDDEN)
        panel.add_class(OPEN)
        self._settle_panes()
        # At once, not with the next message: keys may be waiting already.
        self.set_focus(panel)

    def _point_at_quote(self) -> None:
        """Put the cursor of the quotes on the one at the place, else the next one listed behind it.

        It stays where it was left while the place does.
        """
        panel, place, active = self.quotes, self.view.place, self.active
        if panel is None or place == self._pointed_from:
            return
        current = panel.current if active is not None and active.place == place else None
        # Of another speaker than the one listed there may be none.
        meant = current if current in panel.listed else panel.next_from(place)
        if meant is not None:
            self._pointed_from = place
            panel.point_at(meant)

    def _hide(self, panel: Widget) -> None:
        panel.remove_class(OPEN)
        panel.add_class(HIDDEN)
        self._settle_panes()
        self.view.focus()

    def _panels(self) -> list[RowList]:
        return [cast("RowList", panel) for name in PANELS if (panel := self._part(f"#{name}")) is not None]

    def _settle_panes(self) -> None:
        """A column is open where one of its panels is, and hidden where all of them are."""
        for pane in self.query("#navigator-pane, #side"):
            panels = pane.children
            pane.set_class(any(panel.has_class(OPEN) for panel in panels), OPEN)
            pane.set_class(bool(panels) and all(panel.has_class(HIDDEN) for panel in panels), HIDDEN)
        if (sidebar := self.sidebar) is not None:
            # The rule above the names parts them from the quotes, where these are there.
            quotes = self.quotes
            sidebar.ruled = not self.narrow and quotes is not None and not quotes.has_class(HIDDEN)

    @property
    def narrow(self) -> bool:
        """Whether panels open over the article one at a time."""
        return self.has_class("-narrow") or self.has_class("-slim")

    def overlays(self, panel: Widget) -> bool:
        """Whether a panel lies over the article at this width."""
        return self.narrow or (self.has_class("-medium") and panel.id == "navigator")

    def close_overlays(self) -> None:
        """Close what lies over the article."""
        for panel in self._panels():
            if self.overlays(panel):
                panel.remove_class(OPEN)
        self._settle_panes()

    def count_in_panel(self, key: str, count: int | None) -> bool:
        """Take a key behind a number where a panel has the focus; False for one that is none of its own."""
        if not count:  # a 0 is no number, as in the text
            return False
        panel = next((panel for panel in self._panels() if panel.has_focus), None)
        if panel is None or not panel.take_counted(key, count):
            return False
        self.count = None
        return True

    def leave_panel(self, *, chosen: bool = False) -> bool:
        """Back to the article from a panel; a panel that lies over it closes. False: none had the focus.

        After a choice a panel beside the article keeps the focus, so that the next choice is one key.
        """
        for panel in self._panels():
            if panel.has_focus or (panel.has_class(OPEN) and self.overlays(panel)):
                if self.overlays(panel):
                    panel.remove_class(OPEN)
                    self._settle_panes()
                elif chosen:
                    return True
                self.view.focus()
                return True
        return False

    def uncover(self) -> None:
        """Close what lies over the article; a panel beside it keeps the keys."""
        covering = [panel for panel in self._panels() if panel.has_class(OPEN) and self.overlays(panel)]
        if covering:
            focused = any(panel.has_focus for panel in covering)
            self.close_overlays()
            if focused:
                self.view.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the pane that has the focus now."""
        for node in event.widget.ancestors_with_self:
            if node.id is not None and node.id in HINTS:
                self._show_keys(node)
                if node.id == "search":
                    # The hits are in the article.
                    self.close_overlays()
                return

    def _show_keys(self, pane: DOMNode) -> None:
        vacant = any(panel is pane and not panel.item_count() for panel in self._panels())
        self.status.key_hints = VACANT if vacant else HINTS[pane.id or "article"]
        # In the search bar they are letters.
        self.status.active_hints = () if pane.id == "search" else STEPPING

    def action_next_pane(self) -> None:
        self._go_round(1)

    def action_previous_pane(self) -> None:
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        panes: list[Widget] = [self.view, *(p for p in self._panels() if _seen(p))]
        order = ["navigator", "article", "quotes", "entities"]
        panes.sort(key=lambda pane: order.index(pane.id or "article"))
        if len(panes) == 1:
            self.say('No panel is open: t paragraphs, " quotes, @ names.')
            return
        index = next((i for i, pane in enumerate(panes) if pane.has_focus), panes.index(self.view))
        panes[(index + step) % len(panes)].focus()


def _seen(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
