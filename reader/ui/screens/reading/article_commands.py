"""Commands on the article as a whole: its links, source, file, measure and lists, and other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import Entity, EntityId, Place, Span
from reader.resources import is_bundled
from reader.text.clean import clean_line
from reader.text.flow import MEASURE, MEASURES
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.matches import Matches
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.selection import SelectionController
from reader.ui.screens.reading.settings import Settings

if TYPE_CHECKING:
    from reader.ui.screens.links import LinkChoice

MARKS_HIDDEN = "marks_hidden"
"""The setting that shows quotes, names and highlights as plain text."""


class ArticleCommands:
    """Runs the commands that open dialogs and other programs.

    `copy_to_edit` saves the article to the library and then calls its argument. `ask_address` opens a page
    in the reader. `reload` reads the article's file again. Dialogs are imported when they are first opened.
    """

    def __init__(
        self,
        reading: ReadingContext,
        movement: Movement,
        matches: Matches,
        selection: SelectionController,
        copy_to_edit: Callable[[Callable[[], None]], None],
        ask_address: Callable[[str], object],
        reload: Callable[[], object],
        settings: Settings,
    ) -> None:
        self._settings = settings
        self._reading, self._movement, self._matches = reading, movement, matches
        self._selection, self._copy_to_edit = selection, copy_to_edit
        self._ask_address, self._reload = ask_address, reload
        self._app = reading.screen.app

    # -- looks -------------------------------------------------------------------------------------

    def measure(self, change: int) -> None:
        """Change the measure by cells; 0 for the usual measure."""
        view = self._reading.view
        # Narrowing starts from the visible width: a wider measure would change several times with no effect.
        seen = view.measure if change > 0 else min(view.measure, view.flow.width)
        wanted = MEASURE if change == 0 else seen + change * self._reading.take_count()
        view.measure = max(MEASURES[0], min(wanted, MEASURES[-1]))
        shown = view.flow.width
        room = "" if shown == view.measure else f" ({shown} fit)"
        self._reading.say(f"Measure: {view.measure} cells{room}.")

    def choose_theme(self) -> None:
        """List the themes."""
        from reader.ui.screens.themes import ThemeScreen
        from reader.ui.theme.themes import shown_name, theme_names

        if self._app.no_color:
            self._reading.say("There are no themes without colours.")
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                self._reading.say(f"Theme: {shown_name(name)}.")

        names = theme_names(self._app.available_themes)
        self._app.push_screen(ThemeScreen(names, self._app.theme, self._reading.keymap), chosen)

    def toggle_marks(self) -> None:
        """Show quotes, names and highlights as plain text, or in their styles again."""
        view = self._reading.view
        view.marks_hidden = not view.marks_hidden
        self._settings.set(MARKS_HIDDEN, view.marks_hidden or None)
        back = self._reading.key("view.annotations")
        self._reading.say(
            f"Annotations hidden; {back} shows them." if view.marks_hidden else "Annotations shown."
        )

    # -- lists and cards ---------------------------------------------------------------------------

    def list_matches(self) -> None:
        """List the matches of the active set."""
        from reader.ui.screens.match_list import HitsScreen

        active = self._reading.session.active
        if active is None or not len(active.matches):
            search, names = map(self._reading.key, ("search.open", "panel.entities"))
            self._reading.say(f"No matches to list: {search} searches, {names} lists the names.")
            return

        def chosen(index: int | None) -> None:
            if index is not None:
                self._matches.choose_match(index)

        self._app.push_screen(HitsScreen(self._reading.version.page, active, self._reading.keymap), chosen)

    def show_card(self, id: EntityId) -> None:
        """Show the card of an entity."""
        entity = self._reading.version.entity(id)
        if entity is not None:
            self._show_card(entity)

    def show_card_here(self) -> None:
        """Show the card of the name at the place, or of the speaker of the quote there."""
        from reader.ui.screens.reading.correction_target import target_entity

        session, place = self._reading.session, self._reading.word_place()
        is_current = session.active is not None and session.active.place == self._reading.view.place
        current = session.current_quote() if is_current else None
        quote = session.version.quote(current) if current is not None else None
        if quote is None and session.entity_at(place) is None:
            quote = session.quote_at(place)
        if quote is not None:
            self.show_speaker(session.version.speaker_of(quote))
        elif (entity := target_entity(self._reading, "entity.card")) is not None:
            self._show_card(entity)

    def show_speaker(self, name: str) -> None:
        """Show the card of a speaker; `name` is empty if the quote has no speaker."""
        entity = self._reading.version.entity_named(name) if name else None
        if entity is not None:
            self._show_card(entity)
        elif name:
            self._reading.say(f"{name} is not among the names of this article, so there is no card.")
        else:
            self._reading.say(f"This quote has no speaker; {self._reading.key('quote.speaker')} sets one.")

    def _show_card(self, entity: Entity) -> None:
        from reader.ui.screens.card import CardScreen

        def chosen(span: Span | None) -> None:
            if span is not None:
                self._movement.go_to(span.place)

        version = self._reading.version
        self._app.push_screen(
            CardScreen(version.document, entity, version.hues, self._reading.keymap), chosen
        )

    # -- links and the source ----------------------------------------------------------------------

    def show_link_at(self, place: Place, *, in_paragraph: bool = False) -> bool:
        """List the links, with the cursor on the link at a place.

        With `in_paragraph` the nearest link of the paragraph counts too. Returns False if there is no link.
        """
        links = [inline for inline in self._reading.version.page.block(place.block).inlines if inline.href]
        found = any(in_paragraph or link.start <= place.offset < link.end for link in links)
        if found:
            self.show_links(place)
        return found

    def show_links(self, place: Place | None = None) -> None:
        """List the links, with the cursor on the link nearest to a place; None for the reading place."""
        from reader.ui.screens.links import LinksScreen

        place = self._reading.view.place if place is None else place
        page = self._reading.version.page
        if not any(inline.href for block in page.document.blocks for inline in block.inlines):
            self._reading.say("This article has no links.")
            return
        self._app.push_screen(LinksScreen(page, place, self._reading.keymap), self._link_chosen)

    def _link_chosen(self, choice: LinkChoice | None) -> None:
        from reader.ui.screens.links import is_page

        if choice is None:
            return
        if not choice.here:
            self._open_url(choice.url)
        elif is_page(choice.url):
            self._ask_address(choice.url)
        else:
            self._reading.say("Only http and https pages can be read here.")

    def open_source(self) -> None:
        """Open the article's source in the browser."""
        url = self._reading.version.document.source.url
        if url:
            self._open_url(url)
        else:
            self._reading.say("The article has no source address.")

    def _open_url(self, url: str) -> None:
        from reader.ui.browser import NoBrowserError, open_url

        try:
            open_url(url)
        except NoBrowserError as error:
            from reader.ui.screens.unopened import UnopenedScreen

            link = error.link

            def closed(copied: bool | None) -> None:
                if copied:
                    self._selection.copy_text(link, "the link")

            self._app.push_screen(UnopenedScreen(error, self._reading.keymap), closed)
        except ReaderError as error:
            self._reading.say(str(error))
        else:
            self._reading.say(f"Opened {clean_line(url)} in the browser.")

    # -- other programs ----------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the article's file in the user's editor, and read it again afterwards."""
        path = self._reading.session.loaded.path
        if path is None:
            save = self._reading.key("article.save")
            self._reading.say(f"This article did not come from a file; {save} saves it as one.")
        elif is_bundled(path):
            # The file belongs to the installation, so a copy in the library is edited instead.
            self._copy_to_edit(self._edit_copy)
        else:
            self._edit(path)

    def _edit_copy(self) -> None:
        path = self._reading.session.loaded.path
        if path is None or is_bundled(path):
            edit = self._reading.key("article.edit")
            self._reading.say(
                f"The article changed while it was saved; {edit} edits the copy in your library."
            )
        else:
            self._edit(path)

    def _edit(self, path: Path) -> None:
        from reader.ui.screens.other_programs import edit

        try:
            edit(self._app, path)
        except ReaderError as error:
            self._reading.say(str(error))
        else:
            self._reload()

    def pipe(self) -> None:
        """Ask for a command, and give it the selection as input, or the article without a selection."""
        from reader.ui.screens.prompt import PromptScreen

        words, name = self._selection.words()
        whole = not self._reading.view.selected_spans()
        self._app.push_screen(
            PromptScreen(
                f"Pipe {'the article' if whole else name} to",
                placeholder="wc -w",
                keymap=self._reading.keymap,
            ),
            lambda command: self._pipe(command, None if whole else words),
        )

    def _pipe(self, command: str | None, words: str | None) -> None:
        if not command:
            return
        if words is None:
            from reader.export.article_text_and_json import as_text

            words = as_text(self._reading.version.document)
        from reader.ui.screens.other_programs import pipe

        try:
            pipe(self._app, command, words)
        except ReaderError as error:
            self._reading.say(str(error))
        else:
            self._selection.stop()
