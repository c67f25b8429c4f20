"""The way back through the articles that were opened from one another.

Owns what is kept of an article that was left, without its screen, which takes many times as much, and
the showing of it as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Document
from reader.reading.state import ActiveSet, ReadingState, Window
from reader.sources.load import Loaded
from reader.text.match_list import SpanMatches
from reader.ui.screens.reading.article_actions import ArticleActions
from reader.ui.screens.reading.correcting import Correcting
from reader.ui.screens.reading.layout import Fitting
from reader.ui.screens.reading.panes import HIDDEN, OPEN

if TYPE_CHECKING:
    from reader.ui.screens.reading.edits import Step

MOST = 20
"""Articles that one can go back to."""

LARGEST = 8_000_000
"""Code points of all of them together, so that a row of books takes no more than one large book does. The
one that was left last is kept, however long it is."""


class PanelState(NamedTuple):
    """A panel: whether it was opened or hidden by its classes, and where its cursor was."""

    classes: frozenset[str]
    cursor: int


NO_STATE = PanelState(frozenset(), 0)


class Visit(NamedTuple):
    """An article as it was left.

    `active` is the active set without its matches, which are looked up again; `origin` is where Esc goes
    when nothing is active. `widths` are the screen's width classes: what was opened over the text is open
    again at the same width only. `speaker` is whose quotes were listed, None for all; `focus` the id of the
    pane that had the keys. `searched` are the words searched for, `steps` the corrections to undo.
    """

    loaded: Loaded
    window: Window
    origin: Window | None
    state: ReadingState
    active: ActiveSet | None
    measure: int
    zen: bool
    widths: frozenset[str]
    panels: Mapping[str, PanelState]
    speaker: str | None
    focus: str
    searched: tuple[str, ...]
    steps: tuple[Step, ...]


def with_visit(visits: tuple[Visit, ...], left: Visit) -> tuple[Visit, ...]:
    """The way back with one more article; the oldest are forgotten where it grows too long."""
    kept, room = [left], LARGEST - _length(left.loaded.document)
    for visit in reversed(visits[-(MOST - 1) :]):
        room -= _length(visit.loaded.document)
        if room < 0:
            break
        kept.append(visit)
    return tuple(reversed(kept))


def _length(document: Document) -> int:
    return sum(len(block.text) for block in document.blocks)


class Returning(ArticleActions, Correcting, Fitting):
    """Leaving an article and coming back to it."""

    _returned: Visit | None = None
    """What the panels are to show when they are there."""

    def visit(self) -> Visit:
        """The article as it is left now."""
        panels, quotes, active, focused = self._panels(), self.quotes, self.active, self.focused
        return Visit(
            self.loaded_as_left,
            self.view.window,
            self._origin,
            self.state,
            None if active is None else active._replace(matches=SpanMatches(())),
            self.view.measure,
            self.has_class("-zen"),
            self._width_classes,
            {panel.id or "": PanelState(panel.classes & {OPEN, HIDDEN}, panel.cursor) for panel in panels},
            None if quotes is None else quotes.speaker,
            (focused.id if focused is not None else None) or "article",
            self._history,
            self.steps,
        )

    def come_back(self, visit: Visit) -> None:
        """Show an article, which this screen was made for, as it was left; called before its first frame."""
        self.view.begin_at(visit.window)
        self.state, self._history, self.steps = visit.state, visit.searched, visit.steps
        self.show_marks()
        if (active := visit.active) is not None:
            renewed = self._renewed(active, {})
            if renewed is not None and len(renewed.matches):
                self.activate(renewed._replace(position=active.position), jump=False)
        self._origin = visit.origin
        self._returned = visit

    def refill_panels(self) -> None:
        visit, panels = self._returned, self._panels()
        if visit is None or not panels:
            return
        self._returned = None
        if self.quotes is not None:
            self.quotes.speaker = visit.speaker
        same = visit.widths == self._width_classes
        for panel in panels:
            classes, cursor = visit.panels.get(panel.id or "", NO_STATE)
            panel.add_class(*(classes if same else classes - {OPEN}))
            panel.cursor = cursor
            panel.reveal(cursor)
        self._settle_panes()
        for panel in panels:
            # Unless the keys went elsewhere while the panels were on their way.
            if panel.id == visit.focus and self.focused is self.view:
                self.set_focus(panel)
