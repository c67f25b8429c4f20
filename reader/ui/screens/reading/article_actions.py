"""What can be done with the article as a whole: its links, source, file, measure, theme, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.keys.commands import BY_ID
from reader.model import Place, Span
from reader.text.clean import clean_line
from reader.text.flow import MEASURE, MEASURES
from reader.ui.screens.reading.selection import Selecting

if TYPE_CHECKING:
    from reader.ui.screens.links import LinkChoice


class ArticleActions(Selecting):
    """The actions on the article and on the reader itself.

    Dialogs are imported when they are first opened: the first frame does not wait for them.
    """

    class AddressAsked(Message):
        """A link is to be read in the reader."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def action_measure(self, change: int) -> None:
        view = self.view
        # Narrower than what is seen: a measure that has no room would have to be counted down first.
        seen = view.measure if change > 0 else min(view.measure, view.flow.width)
        wanted = MEASURE if change == 0 else seen + change * self.take_count()
        view.measure = max(MEASURES[0], min(wanted, MEASURES[-1]))
        shown = view.flow.width
        room = "" if shown == view.measure else f" ({shown} fit)"
        self.say(f"Measure: {view.measure} cells{room}.")

    def action_theme(self) -> None:
        from reader.ui.theme.themes import CYCLE

        here = CYCLE.index(self.app.theme) if self.app.theme in CYCLE else -1
        self.app.theme = CYCLE[(here + 1) % len(CYCLE)]
        self.say(f"Theme: {self.app.theme.removeprefix('reader-')}.")

    def action_help(self) -> None:
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(), self._run_chosen)

    def _run_chosen(self, command: str | None) -> None:
        if command:
            self.run_command(command)

    def run_command(self, command: str) -> None:
        """Run a command of the table by its id."""
        self.call_later(self.run_action, BY_ID[command].action)

    def action_quit(self) -> None:
        self.app.exit(0)

    def action_library(self) -> None:
        self.app.call_later(self.app.run_action, "app.library")

    async def action_command_palette(self) -> None:
        self.app.action_command_palette()

    def action_list_matches(self) -> None:
        from reader.ui.screens.match_list import HitsScreen

        if self.active is None or not len(self.active.matches):
            self.say("No matches to list: / searches, @ lists the names.")
            return
        self.app.push_screen(HitsScreen(self.page, self.active), self._match_chosen)

    def _match_chosen(self, index: int | None) -> None:
        if index is not None:
            self.choose_match(index)

    def show_card(self, index: int) -> None:
        """The card of an entity."""
        from reader.ui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.page.document, index, self.hues), self._span_chosen)

    def show_speaker(self, name: str) -> None:
        """The card of a speaker, told by the one name (see `speaker_names`); empty for nobody."""
        entities = self.page.document.entities
        index = next((index for index, entity in enumerate(entities) if entity.name == name), None)
        if index is not None:
            self.show_card(index)
        elif name:
            self.say(f"{name} is not among the names of this article, so there is no card.")
        else:
            self.say("Nobody is named for this quote; S says who it was.")

    def _span_chosen(self, span: Span | None) -> None:
        if span is not None:
            self.go_to(span.place)

    # -- links and the source ----------------------------------------------------------------------

    def action_links(self) -> None:
        self.show_links(None)

    def show_links(self, place: Place | None) -> None:
        """The list of links, at the one that stands at a place."""
        from reader.ui.screens.links import LinksScreen

        if not any(inline.href for block in self.page.document.blocks for inline in block.inlines):
            self.say("This article has no links.")
            return
        self.app.push_screen(LinksScreen(self.page, place), self._link_chosen)

    def _link_chosen(self, choice: LinkChoice | None) -> None:
        if choice is None:
            return
        if not choice.here:
            self._open_url(choice.url)
        elif choice.url.lower().startswith(("http://", "https://")):
            self.post_message(self.AddressAsked(choice.url))
        else:
            self.say("Only a page of the web can be read here.")

    def action_open_source(self) -> None:
        url = self.page.document.source.url
        if url:
            self._open_url(url)
        else:
            self.say("The article does not say where it was published.")

    def _open_url(self, url: str) -> None:
        from reader.ui.browser import NoBrowserError, open_url

        try:
            open_url(url)
        except NoBrowserError as error:
            from reader.ui.screens.unopened import UnopenedScreen

            self.app.push_screen(UnopenedScreen(error), self._unopened_copied)
        except ReaderError as error:
            self.say(str(error))
        else:
            self.say(f"Opened {clean_line(url)} in the browser.")

    def _unopened_copied(self, copied: bool | None) -> None:
        if copied:
            self.say("Copied the link.")

    # -- other programs ----------------------------------------------------------------------------

    def action_pipe(self) -> None:
        from reader.ui.screens.prompt import PromptScreen

        words, name = self.words_to_copy()
        whole = not self.view.selected_spans()
        if whole:
            name = "the article"
        self.app.push_screen(
            PromptScreen(f"Pipe {name} to", placeholder="wc -w"),
            lambda command: self._pipe(command, None if whole else words),
        )

    def _pipe(self, command: str | None, words: str | None) -> None:
        if not command:
            return
        if words is None:
            from reader.export.article_text_and_json import as_text

            words = as_text(self.page.document)
        from reader.ui.screens.other_programs import pipe

        try:
            pipe(self.app, command, words)
        except ReaderError as error:
            self.say(str(error))
            return
        self.stop_selecting()
