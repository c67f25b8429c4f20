"""The reading screen: the mediator between the article, its panels, the search bar and the status."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from reader.commands import BY_ID, COMMANDS
from reader.errors import ReaderError
from reader.formats.load import Loaded, load
from reader.keys import NOTHING, Pending, press
from reader.model import Place
from reader.screens.article_actions import ArticleActions
from reader.screens.finding import Finding
from reader.screens.panes import Panes
from reader.text.headline import minutes
from reader.text.paint import at
from reader.widgets.article_view import MEASURE, ArticleView
from reader.widgets.entity_sidebar import EntitySidebar
from reader.widgets.overview_ruler import OverviewRuler
from reader.widgets.paragraph_nav import ParagraphNav
from reader.widgets.quotes_panel import QuotesPanel
from reader.widgets.status_line import StatusLine
from reader.widgets.too_small import TooSmall

SEQUENCES = {pair: command.id for command in COMMANDS for pair in command.sequences}


class ReadingScreen(ArticleActions, Finding, Panes):
    """Reading one article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.single_keys), command.action, command.title, show=False, id=command.id)
        for command in COMMANDS
        if command.single_keys
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (20, "-narrow"), (80, "-medium"), (120, "-wide"), (140, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (5, "-low"), (24, "-tall")]

    def __init__(self, loaded: Loaded, *, zen: bool = False, measure: int | None = None) -> None:
        super().__init__(loaded, zen=zen, measure=measure)
        self._pending: Pending = NOTHING

    def compose(self) -> ComposeResult:
        alone = self.has_class("-zen")
        with Horizontal(id="columns"):
            if not alone:
                yield self.make_navigator()
            yield ArticleView(self.page, self.article_layers, measure=self.measure or MEASURE, id="article")
            yield OverviewRuler(self.page, id="ruler")
            if not alone:
                yield self.make_side()
        yield StatusLine(id="status")
        yield TooSmall(id="too-small")

    def on_mount(self) -> None:
        self.view.focus()
        self.status.paragraphs = max(self.numbers)
        warnings = self.loaded.warnings
        if warnings:
            faults = "1 fault" if len(warnings) == 1 else f"{len(warnings)} faults"
            self.say(f"{faults} in the file; `reader check` lists them.")

    # -- keys --------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if self.searching:
            return
        self.status.message = ""
        character = event.character if event.is_printable else None
        if event.key == "escape" and self._pending != NOTHING:
            self._pending, self.count = NOTHING, None
            self.status.pending = ""
            event.stop()
            return
        if self._pending == NOTHING and self.extend_by_key(event.character or event.key):
            event.stop()
            return
        outcome = press(self._pending, character, SEQUENCES)
        self._pending, self.count = outcome.pending, outcome.count
        self.status.pending = outcome.pending.shown
        if outcome.refused:
            self.say(f"{outcome.refused} is no key; ? lists them.")
        if outcome.taken:
            event.stop()
        if outcome.command:
            self._run_sequence(outcome.command, outcome.letter)

    def _run_sequence(self, command: str, letter: str) -> None:
        if command == "mark.set":
            self.action_set_mark(letter)
        elif command == "mark.jump":
            self.action_jump_mark(letter)
        else:
            self.run_command(command)

    def run_command(self, command: str) -> None:
        """Run a command of the table by its id."""
        self.call_later(self.run_action, BY_ID[command].action)

    def action_back(self) -> None:
        """One step back, from the innermost thing that is open."""
        if self.searching:
            self.cancel_search()
        elif self.stop_selecting() or self.leave_panel() or self.clear_active():
            return
        elif self.has_class("-zen") and self.query("#navigator"):
            self.remove_class("-zen")
        else:
            self.say("Nothing to go back from. q leaves the reader.")

    def action_quit(self) -> None:
        self.app.exit(0)

    def action_library(self) -> None:
        self.app.call_later(self.app.run_action, "app.library")

    # -- what the widgets say ----------------------------------------------------------------------

    @on(ArticleView.Moved)
    def _moved(self, event: ArticleView.Moved) -> None:
        event.stop()
        view = self.view
        ruler = self.ruler
        block = event.place.block
        self.status.paragraph = self.number_of(block)
        self.status.percent = round(view.share * 100)
        left = self.words * (1 - (view.top + view.size.height) / max(1, view.flow.height))
        self.status.minutes_left = minutes(round(left)) if left > 0 and view.top < view.last_top else 0
        if ruler is not None:
            ruler.show(view.flow, view.top, view.size.height)
        if (nav := self.part("#navigator", ParagraphNav)) is not None:
            nav.here = block

    @on(ArticleView.Clicked)
    def _clicked(self, event: ArticleView.Clicked) -> None:
        event.stop()
        place, document = event.place, self.page.document
        for inline in self.page.block(place.block).inlines:
            if inline.href and inline.start <= place.offset < inline.end:
                self.show_links(place)
                return
        for index, entity in enumerate(document.entities):
            if at(entity.mentions, *place) is not None:
                self.choose_entity(index, place=place)
                return
        for index, quote in enumerate(document.quotes):
            if at(quote.pieces, *place) is not None:
                self.choose_quote(index)
                return

    @on(OverviewRuler.Chosen)
    def _ruler_chosen(self, event: OverviewRuler.Chosen) -> None:
        event.stop()
        self.state = self.state.leaving(self.view.place)
        self.view.show_top(event.row - self.view.size.height // 2)

    @on(ParagraphNav.Chosen)
    def _paragraph_chosen(self, event: ParagraphNav.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.go_to(Place(event.index, 0), at_top=True)

    @on(QuotesPanel.Chosen)
    def _quote_chosen(self, event: QuotesPanel.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.choose_quote(event.index)

    @on(QuotesPanel.FilterChanged)
    def _speaker_chosen(self, event: QuotesPanel.FilterChanged) -> None:
        event.stop()
        if event.speaker is not None:
            self.choose_speaker(event.speaker)

    @on(EntitySidebar.Chosen)
    def _entity_chosen(self, event: EntitySidebar.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.choose_entity(event.index)

    @on(EntitySidebar.CardAsked)
    def _card_asked(self, event: EntitySidebar.CardAsked) -> None:
        event.stop()
        self.show_card(event.index)

    def _match_chosen(self, index: int | None) -> None:
        if index is not None and self.active is not None:
            self.state = self.state.leaving(self.view.place)
            self.activate(replace(self.active, position=index, wrapped=False))

    # -- the whole ---------------------------------------------------------------------------------

    def refill_panels(self) -> None:
        self.activate(self.active, jump=False)
        if (nav := self.part("#navigator", ParagraphNav)) is not None:
            nav.here = self.view.place.block

    def read_again(self) -> None:
        """Load the file anew after it was edited; the place, marks and search stay."""
        path = self.loaded.path
        if path is None:
            return
        try:
            loaded = load(str(path))
        except ReaderError as error:
            self.say(str(error))
            return
        self._take_in(loaded)
        self.view.replace(self.page, self.article_layers)
        self.status.paragraphs = max(self.numbers)
        self.renew_active()
        self.run_worker(self._renew_panels(), exclusive=True)
        count = len(loaded.warnings)
        self.say(f"Read again; {count} faults, `reader check` lists them." if count else "Read again.")

    async def _renew_panels(self) -> None:
        await self.query("#navigator, #side").remove()
        await self._ensure_panels()
