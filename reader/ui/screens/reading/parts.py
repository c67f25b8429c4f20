"""What the groups of actions on the reading screen share: the parts, the state, a few short steps.

Owns no behaviour of its own beyond telling the reader something and going to a place. The groups build
on it, a module each, and the screen joins them:

    moving  <- selecting <- article_actions
    finding <- searching <- annotating <- correcting
    panes   <- fitting

    all three <- returning <- renewing <- reading
"""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.message import Message
from textual.widget import Widget

from reader.model import Document, Place, numbers
from reader.reading.speakers import speaker_hues, speaker_names
from reader.reading.state import ActiveSet, ReadingState, Window
from reader.resources import bundled
from reader.sources.load import Loaded
from reader.text.headline import byline, count_words, minutes
from reader.text.layers import Layer, article_layers
from reader.text.page import Page, page
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.overview_ruler import OverviewRuler
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.screen import Screen

    # The panels and the search bar are imported when they are first shown, see `panes` and `finding`.
    from reader.ui.widgets.entity_sidebar import EntitySidebar
    from reader.ui.widgets.paragraph_nav import ParagraphNav
    from reader.ui.widgets.quotes_panel import QuotesPanel
    from reader.ui.widgets.search_bar import SearchBar

    Part = Screen[None]
else:
    # `ReadingScreen` alone is a screen. Of each class of one Textual looks at every attribute when it is
    # made, and for the dozen groups that is 6 ms of a start. So they hold no bindings and no `@on`.
    Part = object

NOBODY_RENAMED: Mapping[str, str] = MappingProxyType({})

HOPS = 3
"""Turns of the event loop in which a message from the screen comes to a part of a part and an answer back."""


class Derived(NamedTuple):
    """Everything that follows from the document alone, computed once."""

    page: Page
    hues: Mapping[str, int]
    speakers: Mapping[str, str]
    article_layers: Mapping[int, Sequence[Layer]]
    numbers: Sequence[int]
    words: int


def derive(document: Document) -> Derived:
    """What follows from `document`; a tenth of a second for a book."""
    hues = speaker_hues(document)
    return Derived(
        page(document, byline(document)),
        hues,
        speaker_names(document),
        article_layers(document, hues),
        numbers(document.blocks),
        count_words(document.blocks),
    )


class ReadingParts(Part):
    """The reading screen's parts and state, for the groups of actions."""

    class BackAsked(Message):
        """Back to the screen or the article before this one; `otherwise` is said where there is none."""

        def __init__(self, otherwise: str) -> None:
            super().__init__()
            self.otherwise = otherwise

    def __init__(self, loaded: Loaded, classes: str, measure: int | None) -> None:
        super().__init__(classes=classes)
        self.loaded = loaded
        self.state = ReadingState()
        self.active: ActiveSet | None = None
        self.count: int | None = None
        self.measure = measure
        self._unpainted: ExitStack | None = None
        self._take_in(loaded)

    def _take_in(self, loaded: Loaded, derived: Derived | None = None) -> None:
        """The article, and what follows from it."""
        self.loaded = loaded
        self.page, self.hues, self.speakers, self.article_layers, self.numbers, self.words = (
            derived or derive(loaded.document)
        )

    # The parts. They are there from the first frame on, but for the panels when reading starts alone.

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one("#article", ArticleView)

    @property
    def status(self) -> StatusLine:
        """The status line."""
        return self.query_one("#status", StatusLine)

    @property
    def ruler(self) -> OverviewRuler:
        """The overview of the whole article."""
        return self.query_one("#ruler", OverviewRuler)

    @property
    def navigator(self) -> ParagraphNav | None:
        """The paragraph navigator, or None while it has not been needed."""
        return cast("ParagraphNav | None", self._part("#navigator"))

    @property
    def quotes(self) -> QuotesPanel | None:
        """The quotes panel, or None while it has not been needed."""
        return cast("QuotesPanel | None", self._part("#quotes"))

    @property
    def sidebar(self) -> EntitySidebar | None:
        """The entity sidebar, or None while it has not been needed."""
        return cast("EntitySidebar | None", self._part("#entities"))

    @property
    def search_bar(self) -> SearchBar | None:
        """The search bar, or None before the first search."""
        return cast("SearchBar | None", self._part("#search"))

    def _part(self, selector: str) -> Widget | None:
        return self.query_one_optional(selector)

    # Steps that every group takes.

    def read_styles(self, *names: str) -> None:
        """Read style sheets that the first frame does without, before their widgets are mounted."""
        for path in (bundled("styles") / f"{name}.tcss" for name in names):
            # A dialog may have read it before, and reading it again means parsing all of them again.
            if not self.app.stylesheet.has_source(str(path), ""):
                self.app.stylesheet.read(path)

    def hold_frame(self) -> None:
        """Paint nothing until `paint_frame`, so that what follows from one deed is seen at once and whole."""
        if self._unpainted is None:
            self._unpainted = ExitStack()
            self._unpainted.enter_context(self.app.batch_update())

    def paint_frame(self) -> None:
        """Paint what was held, once the parts have heard what they were told and have answered."""
        if self._unpainted is not None:
            self.call_later(self._paint_held)

    async def _paint_held(self) -> None:
        for _ in range(HOPS):
            await sleep(0)
        self.show_where()
        self._let_paint()

    def _let_paint(self) -> None:
        held, self._unpainted = self._unpainted, None
        if held is not None:
            held.close()
            self.check_idle()

    def on_screen_suspend(self) -> None:
        """Another screen is shown, which must not be held."""
        self._let_paint()

    def say(self, message: str) -> None:
        """Tell the reader something until the next key or click."""
        self.status.message = message

    def take_count(self, default: int = 1) -> int:
        """The number typed before the key, used up; a lone 0 is none."""
        count, self.count = self.count, None
        return count or default

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        """Jump: the place left is kept in the jump list."""
        self.uncover()
        if place != self.view.place:
            self.state = self.state.leaving(self.view.window)
        self.show_place(place, at_top=at_top)

    # What a group asks of another one beside it.

    def uncover(self) -> None:
        """Something was gone to in the article, which must be seen: the panes see to it."""
        raise NotImplementedError

    def stop_selecting(self) -> bool:
        """Forget what is selected; False when nothing was. The selecting sees to it."""
        raise NotImplementedError

    def choose_match(self, index: int) -> None:
        """Go to a match of the active set: the finding sees to it."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Load the file anew: the renewing sees to it."""
        raise NotImplementedError

    def take_in(
        self,
        loaded: Loaded,
        renamed: Mapping[str, str] = NOBODY_RENAMED,
        derived: Derived | None = None,
    ) -> None:
        """Show another version of the article: the renewing sees to it."""
        raise NotImplementedError

    # The window is moved through these, so that what tells where it is is painted in the same frame.

    @contextmanager
    def _moving(self) -> Iterator[ArticleView]:
        """The article, while it is moved from here: nobody has to be told by a message."""
        view = self.view
        with view.prevent(ArticleView.Moved):
            yield view
        self.show_where()

    def show_place(self, place: Place, *, at_top: bool = False) -> None:
        """Bring a place into sight, see `ArticleView.show_place`."""
        with self._moving() as view:
            view.show_place(place, at_top=at_top)

    def show_top(self, top: int, place: Place | None = None) -> None:
        """Put a row at the top, see `ArticleView.show_top`."""
        with self._moving() as view:
            view.show_top(top, place)

    def scroll_rows(self, rows: int) -> None:
        """Move the window by rows."""
        with self._moving() as view:
            view.scroll_rows(rows)

    def restore(self, window: Window) -> None:
        """Show what was seen before, row for row at the same width."""
        with self._moving() as view:
            view.restore(window)

    def go_back_to(self, window: Window) -> None:
        """Restore, and keep what is left in the jump list."""
        self.uncover()
        self.state = self.state.leaving(self.view.window)
        self.restore(window)

    def show_where(self) -> None:
        """Tell status line, ruler and navigator where the window and the place are."""
        view, status = self.view, self.status
        flow = view.flow  # before its top: a new size may move it
        block = view.place.block
        status.paragraph = self.number_of(block)
        status.percent = round(view.share * 100)
        left = self.words * (1 - view.share)  # as many as the headline says, before anything was read
        status.minutes_left = minutes(round(left)) if left > 0 else 0
        self.ruler.show(flow, view.top, view.size.height)
        if (navigator := self.navigator) is not None:
            navigator.here = block

    def number_of(self, block: int) -> int:
        """The paragraph number at or before a block; 0 in the headline."""
        while block > 0 and not self.numbers[block]:
            block -= 1
        return self.numbers[block] if block >= 0 else 0

    def block_of(self, number: int) -> int:
        """The block of a paragraph number, the last one for a number that is too great."""
        for block, this in enumerate(self.numbers):
            if this >= number > 0:
                return block
        return len(self.numbers) - 1
