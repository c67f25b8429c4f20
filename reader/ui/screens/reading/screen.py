"""The reading screen: the mediator between the article, its panels, the search bar and the status."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip

from reader.keys.commands import COMMANDS
from reader.keys.dispatch import NOTHING, Pending, press
from reader.model import Place
from reader.sources.load import Loaded
from reader.text.flow import MEASURE
from reader.ui.screens.reading.article_history import Visit
from reader.ui.screens.reading.detection import LONG
from reader.ui.screens.reading.layout import classes_at
from reader.ui.screens.reading.renewing import Renewing, faults_found
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.column import Column
from reader.ui.widgets.last_step import LastStep
from reader.ui.widgets.overview_ruler import OverviewRuler
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from reader.ui.widgets.entity_sidebar import EntitySidebar
    from reader.ui.widgets.paragraph_nav import ParagraphNav
    from reader.ui.widgets.quotes_panel import QuotesPanel

IDLE = 0.4
"""Seconds after the first frame in which nobody has begun to search yet."""

SINGLE = frozenset(key for command in COMMANDS for key in command.single_keys)
"""Keys that are a command by themselves, by Textual's names."""

SEQUENCES = {pair: command.id for command in COMMANDS for pair in command.sequences}
"""The command of each two keys."""


class ReadingScreen(Renewing, Screen[None]):
    """Reading one article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(command.single_keys),
            command.action,
            command.title,
            show=False,
            id=command.id,
        )
        for command in COMMANDS
        if command.single_keys
    ]
    AUTO_FOCUS = "#article"

    def __init__(
        self,
        loaded: Loaded,
        size: Size | None = None,
        *,
        zen: bool = False,
        measure: int | None = None,
        visit: Visit | None = None,
    ) -> None:
        """Read `loaded`. `size` is that of the terminal in cells, where it is known already.

        With `visit` it is an article that was left, and is shown as it was.
        """
        # Textual sets these classes at the first resize, which would style every widget a second time.
        classes = [name for name, holds in classes_at(size).items() if holds] if size is not None else []
        super().__init__(loaded, " ".join([*classes, "-zen"] if zen else classes), measure)
        self._pending: Pending = NOTHING
        self._visit = visit
        self._laid_out = size
        self._last_step = LastStep(self)

    def compose(self) -> ComposeResult:
        alone = self.has_class("-zen")
        if not alone:
            yield Column(id="navigator-pane")
        yield ArticleView(self.page, self.article_layers, measure=self.measure or MEASURE, id="article")
        yield OverviewRuler(self.page, id="ruler")
        if not alone:
            yield Column(id="side")
        yield StatusLine(id="status")

    def render_lines(self, crop: Region) -> list[Strip]:
        return self._last_step.lines(crop, super().render_lines)

    def on_mount(self) -> None:
        if not self.has_class("-zen"):
            self.call_after_refresh(self.fill_panes)
        self.call_after_refresh(self.annotate_in_background)
        self.set_timer(IDLE, self._prepare)
        self.status.paragraphs = max(self.numbers)
        if self._visit is None:
            self.say(faults_found(self.loaded))
        else:
            visit, self._visit = self._visit, None
            self.come_back(visit)

    async def _prepare(self) -> None:
        """Have ready what the first search needs, so that it costs no more than the next one."""
        if self.selections:
            # Mounting a field would end a selection that is being made with the mouse.
            self.set_timer(IDLE, self._prepare)
        elif self.is_attached:
            await self.prepare_search()
            if self.words > LONG:
                self.run_worker(self.prepare_index, thread=True, group="index", exclusive=True)
            else:
                # A thread, with memory of its own, would take longer to begin than this to end.
                self.prepare_index()

    # -- keys --------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if self.searching:
            return
        if self.is_answer(event):
            event.stop()
            return
        self.status.message = ""
        character = event.character if event.is_printable else None
        if event.key == "escape" and self._pending != NOTHING:
            self._pending, self.count = NOTHING, None
            self.status.pending = ""
            event.stop()
            return
        # While selecting, 0 goes to the beginning of the row.
        outcome = press(self._pending, character, SEQUENCES, from_zero=self.view.chosen is None)
        self._pending, self.count = outcome.pending, outcome.number
        self.status.pending = outcome.pending.shown
        if outcome.refused:
            self.say(f"{outcome.refused} is no key; ? lists them.")
        if (
            outcome.taken
            or self.count_in_panel(event.key, outcome.number)
            or self.extend_by_key(event.character or event.key)
            or self._meant_otherwise(event)
        ):
            event.stop()
        if outcome.command:
            self._run_sequence(outcome.command, outcome.letter)

    def _meant_otherwise(self, event: events.Key) -> bool:
        """What to make of a key that is bound to nothing; False when it is bound."""
        # What is bound besides the commands takes a look at every binding of every widget to know.
        if event.key in SINGLE or event.key in self.active_bindings:
            return False
        if event.key.startswith("alt+"):
            # A terminal sends Esc and a key that follows at once as Alt and that key.
            self.action_back()
            self.app.simulate_key(event.key.removeprefix("alt+"))
            return True
        if event.is_printable:
            self.say(f"{event.character} is no key here; ? lists them.")
        return False

    def _run_sequence(self, command: str, letter: str) -> None:
        if command == "mark.set":
            self.action_set_mark(letter)
        elif command == "mark.jump":
            self.action_jump_mark(letter)
        else:
            self.run_command(command)

    def action_back(self) -> None:
        """One step back, from the innermost thing that is open."""
        if self.searching:
            self.cancel_search()
        elif self.stop_selecting() or self.leave_panel() or self.clear_active():
            return
        elif self.has_class("-zen"):
            self.call_later(self.action_zen)
        else:
            self.post_message(self.BackAsked("Nothing to go back from. q leaves the reader."))

    async def action_zen(self) -> None:
        zen = self.toggle_class("-zen").has_class("-zen")
        self.close_overlays()
        if not zen:
            await self.fill_panes()
        self.view.focus()
        if self.narrow:
            self.say("Text alone in wider windows too." if zen else "Panels again, where there is room.")

    def on_mouse_down(self) -> None:
        self.status.message = ""

    # -- what the widgets say ----------------------------------------------------------------------
    # Messages of widgets that are imported late are handled by name, Textual's way without the class.

    @on(ArticleView.Moved)
    def _moved(self, event: ArticleView.Moved) -> None:
        event.stop()
        self.show_where()

    @on(ArticleView.Clicked)
    def _clicked(self, event: ArticleView.Clicked) -> None:
        event.stop()
        place = event.place
        links = (inline for inline in self.page.block(place.block).inlines if inline.href)
        if any(link.start <= place.offset < link.end for link in links):
            self.show_links(place)
        else:
            self.choose_at(place)

    @on(OverviewRuler.Chosen)
    def _ruler_chosen(self, event: OverviewRuler.Chosen) -> None:
        event.stop()
        self.state = self.state.leaving(self.view.window)
        self.show_top(event.row - self.view.size.height // 2)

    def on_paragraph_nav_chosen(self, event: ParagraphNav.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.go_to(Place(event.index, 0), at_top=True)

    def on_quotes_panel_chosen(self, event: QuotesPanel.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.choose_quote(event.index)

    def on_quotes_panel_filter_changed(self, event: QuotesPanel.FilterChanged) -> None:
        event.stop()
        if event.speaker is not None:
            self.choose_speaker(event.speaker)

    def on_entity_sidebar_chosen(self, event: EntitySidebar.Chosen) -> None:
        event.stop()
        self.leave_panel(chosen=True)
        self.choose_entity(event.index)

    def on_entity_sidebar_card_asked(self, event: EntitySidebar.CardAsked) -> None:
        event.stop()
        self.show_card(event.index)

    def on_quotes_panel_speaker_asked(self, event: QuotesPanel.SpeakerAsked) -> None:
        event.stop()
        self.show_speaker(event.speaker)
