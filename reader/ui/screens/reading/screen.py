"""The reading screen: the article, its panels, the search bar and the status line, and who acts on them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property, partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen

from reader.errors import ReaderError
from reader.keys.commands import Context
from reader.keys.dispatch import NOTHING, Pending, press
from reader.keys.keymap import DEFAULT_KEYMAP, Keymap
from reader.keys.unbound_keys import unbound
from reader.model import EntityId, HighlightId, Place, QuoteId
from reader.reading.journal import Edit
from reader.reading.session import ReadingSession
from reader.reading.target import Target
from reader.reading.version import Version
from reader.reading.view_state import ViewState
from reader.terminal.size import is_outdated
from reader.text.flow import MEASURE
from reader.text.haystack import Haystack
from reader.text.page import Page
from reader.ui.bindings import bindings
from reader.ui.jobs import Jobs
from reader.ui.messages import (
    AddressAsked,
    BackAsked,
    BlockChosen,
    Copied,
    EntityCardAsked,
    EntityChosen,
    QueryChanged,
    QuerySubmitted,
    QuoteChosen,
    SearchCancelled,
    SpeakerCardAsked,
    SpeakerFiltered,
)
from reader.ui.screens.reading.article_commands import MARKS_HIDDEN, ArticleCommands
from reader.ui.screens.reading.article_history import Visit
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.detection import DetectionController
from reader.ui.screens.reading.frame import FrameHold
from reader.ui.screens.reading.layout import HEIGHTS, WIDTHS, Layout, classes_at
from reader.ui.screens.reading.matches import Matches
from reader.ui.screens.reading.memory import INTERVAL, MemoryKeeper, RunOptions
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.opening_target import OpeningTarget
from reader.ui.screens.reading.other_windows import OtherWindows
from reader.ui.screens.reading.panes import HINTS, Panes
from reader.ui.screens.reading.reload import ReloadController
from reader.ui.screens.reading.search import SearchController
from reader.ui.screens.reading.selection import SelectionController
from reader.ui.screens.reading.settings import Settings
from reader.ui.screens.reading.typed_answer import TypedAnswer
from reader.ui.screens.reading.unread_highlights import UnreadHighlightsController
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.column import Column
from reader.ui.widgets.overview_ruler import OverviewRuler
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from reader.library.memory import Memory
    from reader.ui.screens.reading.edits import EditsController
    from reader.ui.screens.reading.highlights import HighlightsController

IDLE = 0.4
"""Seconds after the first frame within which nobody has begun to search."""

ENDS_ANSWER = ("field.submit", "list.choose", "dialog.close")
"""The commands that end the answer to a question."""

Handler = Callable[[], object | Awaitable[object]]


class ReadingScreen(Screen[None]):
    """Reading one article.

    Owns one controller for each thing that is done on it; keys and messages are handed to them here.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.ARTICLE)
    AUTO_FOCUS = "#article"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        session: ReadingSession,
        size: Size | None = None,
        *,
        zen: bool = False,
        measure: int | None = None,
        left: ViewState | None = None,
        memory: Memory | None = None,
        target: Target | None = None,
        notice: str = "",
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        """Show `session`. `size` is that of the terminal in cells, if it is known already.

        With `left` the article is shown as it was when it was left. `zen` and `measure` are the options of
        this run, which are not remembered. `memory` keeps how the article is left. With `target` the
        article opens there. `notice` is the first message in the status line.
        """
        zen_before, measure_before = (left.zen, left.measure) if left is not None else (False, MEASURE)
        shown_measure = measure or measure_before
        self._options = RunOptions(zen or zen_before, shown_measure, zen_before, measure_before)
        zen = self._options.zen
        # Textual sets these classes at the first resize, which would style every widget a second time.
        classes = [name for name, holds in classes_at(size).items() if holds] if size is not None else []
        super().__init__(classes=" ".join([*classes, "-zen"] if zen else classes))
        self._left, self._notice = left, notice
        self._was_shown = False
        self._pending: Pending = NOTHING
        version = session.version
        self.view = ArticleView(version.page, version.layers, measure=shown_measure, id="article")
        self.view.set_reactive(ArticleView.notes, version.notes)
        self.ruler = OverviewRuler(version.page, id="ruler")
        self.status = StatusLine(id="status")
        self.keymap = keymap
        self._single_keys = keymap.keys_in(Context.ARTICLE)
        self.reading = reading = ReadingContext(session, self, self.view, self.ruler, self.status, keymap)
        self.panes = panes = Panes(reading)
        self.movement = movement = Movement(reading, panes, lambda say: self.post_message(BackAsked(say)))
        self.matches = Matches(reading, panes, movement)
        self.selection = SelectionController(reading, movement)
        self._target = OpeningTarget(target, reading, self.matches, self._show_highlight)
        self._frame = FrameHold(self, movement.show_where)
        self.search = SearchController(reading, movement, self.matches, self.selection, self._frame)
        self.detection = DetectionController(reading, self._is_busy, self._is_covered, self._show_detected)
        self.reloading = ReloadController(reading, movement, self.selection, self.search, self.detection)
        self._settings = Settings(memory)
        self.article = ArticleCommands(
            reading,
            movement,
            self.matches,
            self.selection,
            lambda edit: self.edits.copy_to_edit(edit),
            lambda url: self.post_message(AddressAsked(url)),
            self.reloading.reload,
            self._settings,
        )
        self._unread = UnreadHighlightsController(reading, memory, self._is_busy, self._article_complete)
        self._others = OtherWindows(
            reading, memory, self._may_not_reload, self._take_journal, self.reloading.reload
        )
        self._layout_classes = Layout(reading, panes, self._frame, size)
        # A letter that closes a dialog is part of the words in an answer.
        ends = (key for end in ENDS_ANSWER for key in keymap.keys(end) if len(key) > 1)
        self._typed_answer = TypedAnswer(list(ends))
        self._handlers = self._command_handlers()
        self._letter_handlers = {"mark.set": movement.set_mark, "mark.jump": movement.jump_to_mark}
        self._focus = "article" if left is None else left.focus
        self._memory = (
            None
            if memory is None
            else MemoryKeeper(memory, session, self._to_remember, lambda: self.view.share)
        )
        self.panes.refresh_hints()

    def compose(self) -> ComposeResult:
        alone = self.has_class("-zen")
        if not alone:
            yield Column(id="navigator-pane")
        yield self.view
        yield self.ruler
        if not alone:
            yield Column(id="side")
        yield self.status

    def on_mount(self) -> None:
        self.watch(self, "selections", self._selections_changed, init=False)
        self.panes.refresh_hints()  # the screens below this one are known from here on
        if not self.has_class("-zen"):
            self.call_after_refresh(self._fill_panes)
        self.call_after_refresh(self._unread.start)
        self.set_timer(IDLE, self._prepare_search)
        self.status.paragraphs = max(self.session.version.numbers)
        self.view.set_reactive(ArticleView.marks_hidden, self._settings.get(MARKS_HIDDEN) is True)
        if self._left is not None:
            self.view.begin_at(self._left.window)
            self.reading.change(self.session)
        hidden = f"Annotations hidden; {self.reading.key('view.annotations')} shows them."
        self.reading.say(self._notice or (hidden if self.view.marks_hidden else ""))
        self._target.begin(was_left=self._left is not None)
        self._others.check()
        if self._memory is not None:
            self.set_timer(IDLE, self._memory.prepare)
            self.set_interval(INTERVAL, self.keep)

    def _selections_changed(self, before: object, selections: object) -> None:
        """Refresh the key hints when a selection with the mouse begins or ends."""
        if bool(before) != bool(selections):
            self.panes.refresh_hints()

    def _article_complete(self) -> None:
        """Go to the requested highlight if it was unread at first, and start to find quotes and names."""
        self._target.article_complete()
        self.detection.start()

    def _show_highlight(self, id: HighlightId) -> None:
        self.highlights.show(id)

    def on_unmount(self) -> None:
        self.reading.jobs.cancel_all()
        self.keep()

    def keep(self) -> None:
        """Keep how the article is left, and report once if that is impossible."""
        if self._memory is None:
            return
        self._memory.keep()
        if notice := self._memory.take_notice():
            self.reading.say(notice)

    def _keep_again(self) -> None:
        """Keep the journal as the session has it: an edit that was written ahead is not in the file."""
        if self._memory is not None:
            self._memory.keep_again()

    def _take_journal(self, journal: str) -> None:
        """Take over the journal that another window has kept."""
        from reader.reading.journal_json import loads

        self.reading.session = self.session.with_journal(*loads(journal))
        if self._memory is not None:
            self._memory.took_journal(self.session)

    def _journal(self, session: ReadingSession, edit: Edit) -> None:
        """Write an edit to the memory before it is written to the file."""
        if self._memory is not None:
            self._memory.keep_edit(session, edit)

    def _keep_edit(self, then: Callable[[], object]) -> None:
        """Keep the journal after an edit of this window was written. Call `then` when it is on the disk."""
        self.keep()
        self._others.record()
        memory = self._memory
        if memory is None:
            then()
        else:

            def done(_: ReaderError | None) -> None:
                then()

            self.reading.jobs.submit("keep", lambda _: memory.wait(), done)

    async def _fill_panes(self) -> None:
        """Mount the panels, and show them as they were when the article was left before.

        No panel covers the highlight or quote at which the article was opened.
        """
        if not await self.panes.fill() or self._left is None:
            return
        left, self._left = self._left, None
        if self.reading.quotes is not None:
            self.reading.quotes.speaker = left.speaker
        same_width = left.widths == self._layout_classes.width_classes
        self.panes.restore(left.panels, left.focus, same_width=same_width)
        if self._target.is_set:
            self.panes.uncover()

    async def _prepare_search(self) -> None:
        """Prepare what the first search needs while nothing else is to do."""
        if self.selections:
            # Mounting a field would end a selection that is being made with the mouse.
            self.set_timer(IDLE, self._prepare_search)
        elif self.is_attached:
            await self.search.prepare_bar()
            self.search.prepare_index()

    # -- what the app and the command palette ask --------------------------------------------------

    @cached_property
    def edits(self) -> EditsController:
        """What corrects the article. Its modules, which write files, are imported for the first edit."""
        from reader.ui.screens.reading.edits import EditsController

        return EditsController(
            self.reading,
            lambda: self.detection.running,
            self._is_covered,
            self.selection.stop,
            self.reloading.reload,
            self._keep_edit,
            self._keep_again,
            self._journal,
            self._others.reread,
            self._settings,
        )

    @cached_property
    def highlights(self) -> HighlightsController:
        """The controller of highlights and notes. Its modules are imported when it is first used."""
        from reader.ui.screens.reading.highlights import HighlightsController

        return HighlightsController(
            self.reading,
            self.movement,
            self.matches,
            self.selection,
            self._settings,
            lambda: self.edits,
        )

    @property
    def session(self) -> ReadingSession:
        """The article being read."""
        return self.reading.session

    @property
    def page(self) -> Page:
        """The article as it is laid out and searched."""
        return self.session.version.page

    def visit(self) -> Visit:
        """The article as it is left now."""
        return Visit(self.detection.session_to_keep(), self._view_state())

    def _view_state(self) -> ViewState:
        """How the article is shown now."""
        quotes = self.reading.quotes
        return ViewState(
            self.view.window,
            self.view.measure,
            self.has_class("-zen"),
            self._layout_classes.width_classes,
            self.panes.states(),
            None if quotes is None else quotes.speaker,
            self._focus,
        )

    def _to_remember(self) -> Visit:
        """The article as it is left now, without what the options of this run have set."""
        return Visit(self.session, self._options.taken_out(self._view_state()))

    @property
    def only_moves(self) -> bool:
        """Whether the keys that move do nothing else now: no number and no first key of two was typed."""
        return not self.status.pending

    def folded(self) -> Haystack:
        """The text as it is searched."""
        return self.search.folded()

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        """Jump to a place."""
        self.movement.go_to(place, at_top=at_top)

    def choose_quote(self, quote: QuoteId) -> None:
        """Go to a quote."""
        self.matches.choose_quote(quote)

    def choose_entity(self, entity: EntityId) -> None:
        """Make the mentions of an entity the active set."""
        self.matches.choose_entity(entity)

    @property
    def commands(self) -> frozenset[str]:
        """The ids of the commands that this screen runs."""
        return frozenset(self._handlers) | frozenset(self._letter_handlers)

    def run_command(self, command: str) -> None:
        """Run a command of the table by its id, as soon as a dialog above has closed."""
        self.call_later(self.run_action, f"run_command('{command}')")

    # -- commands ----------------------------------------------------------------------------------

    async def action_run_command(self, command: str) -> None:
        """Run a command of the table by its id."""
        result = self._handlers[command]()
        if isawaitable(result):
            await result

    def _command_handlers(self) -> Mapping[str, Handler]:
        """What each command of the table does, by its id."""
        move, matches, article = self.movement, self.matches, self.article

        def edit(command: Callable[[EditsController], None]) -> Handler:
            return lambda: command(self.edits)

        def ask(question: Callable[[EditsController], bool]) -> Handler:
            return lambda: self._typed_answer.ask(lambda: question(self.edits))

        def extend_or(motion: str, otherwise: Callable[[], None]) -> Handler:
            """Move the end of the selection while selecting, else do something else."""

            def run() -> None:
                if not self.selection.extend(motion):
                    otherwise()

            return run

        return {
            "move.line_down": extend_or("down", partial(move.line, 1)),
            "move.line_up": extend_or("up", partial(move.line, -1)),
            "move.page_down": partial(move.page, 1),
            "move.page_up": partial(move.page, -1),
            "move.half_down": partial(move.half_page, 1),
            "move.half_up": partial(move.half_page, -1),
            "move.top": extend_or("top", move.top),
            "move.end": extend_or("end", move.end),
            "move.percent": move.percent,
            "move.next_paragraph": extend_or("next_paragraph", partial(move.paragraph, 1)),
            "move.previous_paragraph": extend_or("previous_paragraph", partial(move.paragraph, -1)),
            "move.next_section": partial(move.section, 1),
            "move.previous_section": partial(move.section, -1),
            "search.open": self.search.open,
            "search.list": article.list_matches,
            "match.next": partial(matches.step, 1),
            "match.previous": partial(matches.step, -1),
            "entity.here": matches.choose_entity_here,
            "app.back": self._back,
            "panel.next": partial(self.panes.next, 1),
            "panel.previous": partial(self.panes.next, -1),
            "panel.navigator": partial(self._toggle_panel, "navigator"),
            "panel.quotes": partial(self._toggle_panel, "quotes"),
            "panel.entities": partial(self._toggle_panel, "entities"),
            "panel.zen": self._toggle_zen,
            "select.start": self.selection.select_words,
            "select.lines": self.selection.select_paragraphs,
            "select.copy": self.selection.copy,
            "select.cite": self.selection.cite,
            "jump.last": move.jump_to_last,
            "jump.back": partial(move.jump, -1),
            "jump.forward": partial(move.jump, 1),
            "entity.rename": ask(lambda edits: edits.rename()),
            "entity.retype": ask(lambda edits: edits.retype()),
            "entity.merge": ask(lambda edits: edits.merge()),
            "entity.hide": edit(lambda edits: edits.hide()),
            "quote.speaker": ask(lambda edits: edits.set_speaker()),
            "quote.unattribute": edit(lambda edits: edits.clear_speaker()),
            "quote.drop": self._drop,
            "correct.undo": edit(lambda edits: edits.undo()),
            "correct.redo": edit(lambda edits: edits.redo()),
            "correct.changes": edit(lambda edits: edits.show_changes()),
            "highlight.add": lambda: self.highlights.highlight(),
            "highlight.list": lambda: self.highlights.show_list(),
            "note.edit": lambda: self.highlights.note(),
            "place.open": self._open_place,
            "entity.card": article.show_card_here,
            "article.links": article.show_links,
            "article.open_source": article.open_source,
            "article.edit": article.edit,
            "article.save": edit(lambda edits: edits.save()),
            "article.pipe": article.pipe,
            "article.search_library": lambda: self.app.call_later(self.app.run_action, "app.search_library"),
            "article.library": lambda: self.app.call_later(self.app.run_action, "app.library"),
            "view.wider": partial(article.measure, 4),
            "view.narrower": partial(article.measure, -4),
            "view.measure": partial(article.measure, 0),
            "view.theme": article.choose_theme,
            "view.annotations": article.toggle_marks,
            "view.redraw": self.app.refresh,
            "app.palette": self.app.action_command_palette,
            "app.help": self._help,
            "article.leave": self._leave,
            "app.quit": lambda: self._when_written(lambda: self.app.exit(0)),
        }

    def _back(self) -> None:
        """Go one step back: close, leave or clear the innermost thing that is open."""
        if self.search.is_open:
            self.search.cancel()
        elif self.selection.stop() or self.panes.leave() or self.matches.clear():
            return
        elif self.has_class("-zen"):
            self.call_later(self._toggle_zen)
        else:
            leads = "goes back" if self.reading.is_over_another else "leaves the reader"
            self.reading.say(f"Nothing to close; {self.reading.key('article.leave')} {leads}.")

    def _leave(self) -> None:
        """Leave a panel. Without a panel go back to the screen below, or quit if this is the first one."""
        if self.panes.leave():
            return
        over_another = self.reading.is_over_another
        self._when_written(lambda: self.post_message(BackAsked("")) if over_another else self.app.exit(0))

    def _when_written(self, then: Callable[[], object]) -> None:
        """Call `then` when every edit is written."""
        if "edits" not in self.__dict__ or not self.edits.queue.is_busy:
            then()
            return
        self.reading.say("Writing the last change…")
        self.edits.queue.when_written(then)

    def _drop(self) -> None:
        """Remove the highlight at the place; without one, or in the list of quotes, remove the quote."""
        in_quotes = self.reading.quotes is not None and self.reading.quotes.has_focus
        if in_quotes or not self.highlights.remove_here():
            self.edits.drop()

    def _open_place(self) -> None:
        """Open the link or note at the place, or choose the name or quote there.

        If there is nothing at the place itself, open a note or link of its paragraph.
        """
        place = self.reading.word_place()
        opened = (
            self.article.show_link_at(place)
            or self.highlights.read_note()
            or self.matches.choose_at(place)
            or self.highlights.read_note(in_paragraph=True)
            or self.article.show_link_at(place, in_paragraph=True)
        )
        if not opened:
            note, links = map(self.reading.key, ("note.edit", "article.links"))
            has_links = any(i.href for block in self.session.version.document.blocks for i in block.inlines)
            others = f", {links} lists the links" if has_links else ""
            self.reading.say(f"Nothing to open here: {note} writes a note{others}.")

    async def _toggle_panel(self, name: str) -> None:
        await self._fill_panes()
        await self.panes.toggle(name)

    async def _toggle_zen(self) -> None:
        zen = self.toggle_class("-zen").has_class("-zen")
        self.panes.close_overlays()
        if not zen:
            await self._fill_panes()
        self.view.focus()
        if self.panes.narrow:
            words = "Text alone, in wider windows too."
            self.reading.say(words if zen else "Panels are shown where they fit.")

    def _help(self) -> None:
        from reader.ui.screens.help import HelpScreen

        def chosen(command: str | None) -> None:
            if command:
                self.run_command(command)

        self.app.push_screen(HelpScreen(self.keymap), chosen)

    # -- keys --------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Handle what is more than one key: counts, pairs, motions of a selection, and unknown keys."""
        if self.search.is_open:
            return
        if self._typed_answer.takes(event):
            event.stop()
            return
        self.status.message = ""
        self._others.check()
        if self._pending != NOTHING and event.key in self.keymap.keys("app.back"):
            self._pending, self.reading.count = NOTHING, None
            self.status.pending = ""
            event.stop()
            return
        selecting = self.selection.active
        # While selecting, 0 may be a key of its own.
        zero = selecting and "0" in self.keymap.keys_in(Context.SELECTION)
        sequences = self.keymap.selecting if selecting else self.keymap.sequences
        key = event.character if event.is_printable else event.key
        outcome = press(self._pending, key, sequences, from_zero=not zero)
        self._pending, self.reading.count = outcome.pending, outcome.number
        self.status.pending = outcome.pending.shown
        if outcome.refused:
            self.reading.say(unbound(outcome.refused, self.keymap))
        if outcome.taken or self.panes.take_counted(event.key) or self.selection.run_by_key(event.key):
            event.stop()
        elif not self._is_bound(event.key):
            self.reading.say(unbound(event.key, self.keymap))
        if outcome.letter:
            self._letter_handlers[outcome.command](outcome.letter)
        elif (
            outcome.command and not self.selection.run(outcome.command) and outcome.command in self._handlers
        ):
            # A command of the selection has no handler: the selection may end between its two keys.
            self.run_command(outcome.command)

    def _is_bound(self, key: str) -> bool:
        # `active_bindings` looks at every binding of every widget, so the table is asked first.
        return key in self._single_keys or key in self.active_bindings

    def on_mouse_down(self) -> None:
        """A click ends a message."""
        self.status.message = ""

    # -- size and focus ----------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Runs before Textual lays the screen out at its new size."""
        if not is_outdated(event, self.app.size):
            self._layout_classes.resized(event.size)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The screen is shown first, or a dialog was closed; the window may have been resized under it."""
        self._layout_classes.apply(self.app.size)
        # When the screen is shown first, its widgets have just been styled.
        event.refresh_styles = self._was_shown or bool(self.query("#too-small"))
        self._was_shown = True

    def on_screen_suspend(self) -> None:
        """Another screen is shown, which must not be held back."""
        self._frame.release_now()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the pane that has the focus now; a search ends when the focus leaves its bar."""
        if self.search.is_open:
            # What took the focus may lose it to the bar at once, when keys come fast.
            self.call_after_refresh(self.search.leave)
        for node in event.widget.ancestors_with_self:
            if node.id is not None and node.id in HINTS:
                self._focus = node.id
                self.panes.refresh_hints()
                if node.id == "search":
                    # The hits are in the article.
                    self.panes.close_overlays()
                return

    # -- another version of the article ------------------------------------------------------------

    def _show_detected(self, version: Version) -> None:
        self.search.forget()
        self.reading.change(self.session.with_version(version, self.view.place))
        self._target.show_quote()

    def _is_busy(self) -> bool:
        """Whether another version would disturb the user: in a dialog, a search or a selection."""
        selecting = bool(self.selections) or self.selection.active
        return not self.is_active or self.search.is_open or selecting

    def _may_not_reload(self) -> bool:
        """Whether the file is being written by this window, or another version would disturb the user."""
        writing = "edits" in self.__dict__ and self.edits.queue.is_busy
        return writing or self.detection.running or self._is_busy()

    def _is_covered(self) -> bool:
        """Whether another article lies over this one."""
        stack = self.app.screen_stack
        return self in stack and any(
            isinstance(above, ReadingScreen) for above in stack[stack.index(self) + 1 :]
        )

    # -- messages ----------------------------------------------------------------------------------

    @on(Jobs.Report)
    def _job_reported(self, event: Jobs.Report) -> None:
        event.stop()
        event.deliver()

    @on(Copied)
    def _text_copied(self, event: Copied) -> None:
        event.stop()
        self.selection.show_copied(event.where)

    @on(ArticleView.Moved)
    def _article_moved(self, event: ArticleView.Moved) -> None:
        event.stop()
        self.movement.show_where()

    @on(ArticleView.Clicked)
    def _article_clicked(self, event: ArticleView.Clicked) -> None:
        event.stop()
        if not self.article.show_link_at(event.place):
            self.matches.choose_at(event.place)

    @on(OverviewRuler.Chosen)
    def _ruler_chosen(self, event: OverviewRuler.Chosen) -> None:
        event.stop()
        self.reading.leave()
        self.movement.show_top(event.row - self.view.size.height // 2)

    @on(BlockChosen)
    def _block_chosen(self, event: BlockChosen) -> None:
        event.stop()
        self.panes.leave(chosen=True)
        self.movement.go_to(Place(event.block, 0), at_top=True)

    @on(QuoteChosen)
    def _quote_chosen(self, event: QuoteChosen) -> None:
        event.stop()
        self.panes.leave(chosen=True)
        self.matches.choose_quote(event.quote)

    @on(SpeakerFiltered)
    def _speaker_filtered(self, event: SpeakerFiltered) -> None:
        event.stop()
        if event.speaker is not None:
            self.matches.choose_speaker(event.speaker)

    @on(SpeakerCardAsked)
    def _speaker_card_asked(self, event: SpeakerCardAsked) -> None:
        event.stop()
        self.article.show_speaker(event.speaker)

    @on(EntityChosen)
    def _entity_chosen(self, event: EntityChosen) -> None:
        event.stop()
        self.panes.leave(chosen=True)
        self.matches.choose_entity(event.entity)

    @on(EntityCardAsked)
    def _entity_card_asked(self, event: EntityCardAsked) -> None:
        event.stop()
        self.article.show_card(event.entity)

    @on(QueryChanged)
    def _query_changed(self, event: QueryChanged) -> None:
        event.stop()
        self.search.typed(event.query)

    @on(QuerySubmitted)
    def _query_submitted(self, event: QuerySubmitted) -> None:
        event.stop()
        self.search.submit(event.query)

    @on(SearchCancelled)
    def _search_cancelled(self, event: SearchCancelled) -> None:
        event.stop()
        self.search.cancel()
