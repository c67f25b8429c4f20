"""What the controllers of the reading screen share: the session, the widgets, and messages to the user.

Owns the session of the article on the screen, and the one function that shows a changed session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from reader.keys.keymap import Keymap
from reader.model import Place
from reader.reading.active_set import AllQuotes, MentionsOf, QuotesBy
from reader.reading.session import UNCHANGED, ReadingSession
from reader.reading.version import Version
from reader.ui.jobs import Jobs
from reader.ui.theme import style_sheets
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.overview_ruler import OverviewRuler
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from reader.ui.widgets.entity_sidebar import EntitySidebar
    from reader.ui.widgets.paragraph_nav import ParagraphNav
    from reader.ui.widgets.quotes_panel import QuotesPanel


MARKS = 4
"""The number of characters in which `word_place` looks for the beginning of a word."""


class LiveDialog(Protocol):
    """A dialog that stays open over the article and shows the changes that the user makes in it."""

    def show_session(self, session: ReadingSession) -> None:
        """Show a changed session."""

    def show_message(self, message: str) -> None:
        """Show a message of the status line, which the dialog may cover."""

    def show_color_names(self, names: Mapping[str, str]) -> None:
        """Show other names of the colours of highlights."""


class ReadingContext:
    """The session of the article on the screen and the widgets that show it.

    The panels are None until they are first shown. `count` is the number that was typed before a key.
    `refresh_hints` shows the keys that work now; `Panes`, which knows the focus, sets it.
    """

    def __init__(
        self,
        session: ReadingSession,
        screen: Screen[None],
        view: ArticleView,
        ruler: OverviewRuler,
        status: StatusLine,
        keymap: Keymap,
    ) -> None:
        self.session = session
        self.screen, self.view, self.ruler, self.status = screen, view, ruler, status
        self.keymap = keymap
        self.refresh_hints: Callable[[], None] = lambda: None
        self.jobs = Jobs(screen)
        self.navigator: ParagraphNav | None = None
        self.quotes: QuotesPanel | None = None
        self.sidebar: EntitySidebar | None = None
        self.count: int | None = None
        self.dialog: LiveDialog | None = None

    @property
    def version(self) -> Version:
        """The version of the article that is shown."""
        return self.session.version

    @property
    def is_over_another(self) -> bool:
        """Whether the article was opened from another screen, the library or an article, which lies below."""
        return self.screen in self.screen.app.screen_stack[1:]

    def say(self, message: str) -> None:
        """Show a message in the status line until the next key or click."""
        self.status.message = message
        if self.dialog is not None:
            self.dialog.show_message(message)

    def key(self, command: str) -> str:
        """The key of a command, for a message that names it."""
        return self.keymap.key(command)

    def take_count(self, default: int = 1) -> int:
        """Return the number typed before the key, and clear it. `default` if there was no number or 0."""
        count, self.count = self.count, None
        return count or default

    def text_place(self) -> Place:
        """The reading place. In the headline it is the beginning of the text, if that is in the window."""
        view, start = self.view, Place(0, 0)
        if view.place.block < 0 and view.flow.y_of(start) in view.rows_in_sight():
            return start
        return view.place

    def word_place(self) -> Place:
        """The reading place, or the place of the first word after quotation marks and brackets there."""
        block, offset = self.view.place
        marks = self.version.page.block(block).text[offset : offset + MARKS]
        return Place(block, offset + next((i for i, sign in enumerate(marks) if sign.isalnum()), 0))

    def read_styles(self, *names: str) -> None:
        """Read style sheets that the first frame does not need, before their widgets are mounted."""
        style_sheets.read(self.screen.app, names)

    # -- the session -------------------------------------------------------------------------------

    def leave(self) -> None:
        """Add the present window to the jump list. Called before a jump."""
        self.session = self.session.leaving(self.view.window)

    def change(self, session: ReadingSession, renamed: Mapping[str, str] = UNCHANGED) -> None:
        """Replace the session, and show what changed.

        `renamed` maps names to the names that replaced them, if the article is another version.
        """
        before, self.session = self.session, session
        version, document = session.version, session.version.document
        if version is not before.version:
            # The matches of the old version mean nothing in the new one.
            self._show_active(before.cleared())
            self.ruler.replace(version.page)
            self.view.replace(version.page, version.layers)
            self.view.notes = version.notes
            self.status.paragraphs = max(version.numbers)
            if self.navigator is not None:
                self.navigator.replace(version.page, version.hues)
            if self.quotes is not None:
                self.quotes.replace(document, version.hues, renamed)
            if self.sidebar is not None:
                self.sidebar.replace(document, renamed)
        self._show_active(session)
        self._show_detecting(session)
        if version is not before.version or session.marks is not before.marks:
            self._show_marks(session)
        if self.dialog is not None:
            self.dialog.show_session(session)
        self.refresh_hints()

    def show_in_panels(self) -> None:
        """Show the session in panels that were just mounted."""
        self._show_active(self.session)
        self._show_detecting(self.session)
        self._show_marks(self.session)
        if self.navigator is not None:
            self.navigator.here = self.view.place.block
        if self.quotes is not None:
            self.quotes.here = self.view.first_place

    def _show_active(self, session: ReadingSession) -> None:
        active = session.active
        matches = None if active is None or not len(active.matches) else active.matches
        self.view.quoting = active is not None and isinstance(active.subject, QuotesBy | AllQuotes)
        self.view.matches = matches
        self.view.current = None if active is None else active.position
        self.ruler.matches = matches
        if self.navigator is not None:
            self.navigator.matches = matches
        if self.sidebar is not None:
            subject = None if active is None else active.subject
            self.sidebar.chosen = subject.entity if isinstance(subject, MentionsOf) else None
        if self.quotes is not None:
            self.quotes.current = session.current_quote()
        self.status.active_label = "" if active is None else active.label
        self.status.active_count = 0 if active is None else len(active.matches)
        self.status.active_position = 0 if active is None or matches is None else (active.position or 0) + 1

    def _show_detecting(self, session: ReadingSession) -> None:
        document = session.version.document
        if self.quotes is not None:
            self.quotes.awaited = session.detecting and not document.quotes_given
        if self.sidebar is not None:
            self.sidebar.awaited = session.detecting and not document.entities_given

    def _show_marks(self, session: ReadingSession) -> None:
        letters = session.mark_letters()
        self.view.letters = letters
        self.ruler.marks = tuple(window.place for window in session.marks.values())
        if self.navigator is not None:
            self.navigator.marks = letters
