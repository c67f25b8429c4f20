"""The command palette: commands, paragraphs, quotes, names and themes, found by typing.

Owns what is offered and in which order. Words of the article never pass a markup parser: the rows are
`Content` assembled here. Textual's own matcher is not used, because it reads markup and is extremely slow on
long texts. Imported when the palette is first opened.
"""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from heapq import nlargest
from operator import attrgetter, itemgetter
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from textual import events, on
from textual.binding import BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.worker import WorkerError

from reader.keys.commands import BY_ID, COMMANDS, TYPED_COMMANDS, Context
from reader.keys.keymap import Keymap
from reader.model import EntityId, Place, QuoteId, numbers
from reader.terminal.input_order import LONGEST_PASTE
from reader.terminal.size import is_outdated
from reader.text.clean import clean_line
from reader.text.excerpt import ELLIPSIS, crop, flat
from reader.text.fold import Folded, fold
from reader.text.haystack import Haystack
from reader.text.page import Page
from reader.text.word_search import INSIDE, Held, fit, holding, passage, together
from reader.ui.bindings import bindings
from reader.ui.theme import style_sheets
from reader.ui.theme.themes import shown_name, theme_names
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.offer_row import SLIM, beside, offer_row, row_width

LONGEST, SPEAKER = 100, 30
"""Cells of a quote or a name that are searched (see `flat`), and cells in which its speaker is shown."""

MOST = 12
"""Paragraphs, quotes or names that are offered at once; more words find the others."""

EXACT = 2.0
"""The score of a command whose vi name was typed. It is higher than any other score."""

AT_ONCE = 128
"""Candidates that are made before keys are handled again; about 5 ms."""


@runtime_checkable
class Reading(Protocol):
    """What the palette needs from the reading screen."""

    @property
    def keymap(self) -> Keymap:
        """The keys of the commands."""

    @property
    def page(self) -> Page:
        """The article as it is laid out and searched."""

    def folded(self) -> Haystack:
        """The folded text of the article, in which the search looks."""

    def run_command(self, command: str) -> None:
        """Run a command of the table."""

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        """Go to a place."""

    def choose_quote(self, quote: QuoteId) -> None:
        """Go to a quote."""

    def choose_entity(self, entity: EntityId) -> None:
        """Make an entity's mentions the active set."""


class Candidate(NamedTuple):
    """One item to offer: its words, the folded words, a detail, more folded words to search, the action."""

    words: str
    folded: Folded
    detail: str
    also: str
    run: Callable[[], object]


def candidate(words: str, detail: str, run: Callable[[], object], also: str = "") -> Candidate:
    """A candidate; `also` is searched too, but not shown."""
    return Candidate(words, fold(words), detail, fold(also).text, run)


def rank(wanted: Sequence[str], one: Candidate) -> float:
    """How well a candidate fits the folded words, from 0 (a word is missing) to 1."""
    total = sum(
        fit(one.folded.text, [word]) or INSIDE * (word in one.also) or -len(wanted) for word in wanted
    )
    return max(0.0, total / len(wanted)) if wanted else 0.0


class Offers(Provider):
    """Offers candidates of one kind, which a subclass gathers. A higher `weight` puts the kind first.

    `at_edge` puts the details in a column at the right edge, because the words are sentences.
    """

    weight: ClassVar[float] = 1.0
    at_edge: ClassVar[bool] = False

    async def startup(self) -> None:
        """Begin with nothing gathered."""
        self._found: list[Candidate] = []
        self._rest = iter(self.gather())

    async def candidates(self) -> Sequence[Candidate]:
        """Return all candidates, which are gathered once, on the first call.

        The quotes and names of a long book take a while, so keys are handled in between. If a key interrupts
        a search, the next search continues with the candidates gathered so far.
        """
        for one in self._rest:
            self._found.append(one)
            if len(self._found) % AT_ONCE == 0:
                await sleep(0)
        return self._found

    def gather(self) -> Iterable[Candidate]:
        """Yield all candidates."""
        return ()

    @property
    def reading(self) -> Reading | None:
        """The reading screen, None when the palette was opened elsewhere."""
        return self.screen if isinstance(self.screen, Reading) else None

    @property
    def room(self) -> int:
        """Cells of a row of the list."""
        return row_width(self.app.size.width)

    def shown(self, one: Candidate, wanted: Sequence[str] = ()) -> Content:
        """The row of a candidate. Long text is cut to the part around the words that were found."""
        found = one.folded.origin(*together(one.folded.text, wanted))
        line = passage(one.words, *found, beside(one.detail, self.room))
        return self.row(line, one.detail, wanted)

    def row(self, line: str, detail: str, wanted: Sequence[str]) -> Content:
        """A row of the list."""
        return Content.assemble(offer_row(line, detail, wanted, self.room, at_edge=self.at_edge))

    async def search(self, query: str) -> Hits:
        """The best candidates for the words typed."""
        wanted = fold(query).text.split()
        ranked = [(rank(wanted, one), one) for one in await self.candidates()]
        found = nlargest(MOST, (pair for pair in ranked if pair[0]), key=itemgetter(0))
        for score, one in found:
            yield Hit(score * self.weight, self.shown(one, wanted), one.run, one.words)


class CommandsProvider(Offers):
    """The commands of the table."""

    def gather(self) -> Iterable[Candidate]:
        """Yield the commands that make sense without their key."""
        reading = self.reading
        if reading is None:
            return
        for command in COMMANDS:
            if command.context is Context.ARTICLE and command.palette:
                run, keymap = partial(reading.run_command, command.id), reading.keymap
                also = f"{command.group} {keymap.help(command)}"
                yield candidate(command.title, keymap.labels(command.id), run, also)

    async def search(self, query: str) -> Hits:
        """The best commands for the typed words. A command whose vi name was typed comes first."""
        named = BY_ID.get(TYPED_COMMANDS.get(query.strip().lower(), ""))
        title = "" if named is None else named.title
        for one in await self.candidates():
            if one.words == title:
                yield Hit(EXACT, self.shown(one), one.run, one.words)
        async for hit in super().search(query):
            if not isinstance(hit, Hit) or hit.text != title:
                yield hit

    async def discover(self) -> Hits:
        """Offer all commands before anything is typed."""
        for one in await self.candidates():
            yield DiscoveryHit(self.shown(one), one.run, one.words)


class EntitiesProvider(Offers):
    """The entities, found by their name or an alias."""

    weight = 0.9

    def gather(self) -> Iterable[Candidate]:
        """Every entity with its sign and count."""
        reading = self.reading
        if reading is None:
            return
        for one in reading.page.document.entities:
            detail = f"{SIGNS.entities[one.type]} {one.type.word} {len(one.mentions):,}"
            run = partial(reading.choose_entity, one.id)
            yield candidate(flat(one.name, LONGEST), detail, run, " ".join(one.aliases))


class QuotesProvider(Offers):
    """The quotes, by their words or their speaker."""

    weight = 0.7
    at_edge = True

    def gather(self) -> Iterable[Candidate]:
        """Every quote with its speaker."""
        reading = self.reading
        if reading is None:
            return
        for one in reading.page.document.quotes:
            run = partial(reading.choose_quote, one.id)
            speaker = crop(flat(one.speaker, SPEAKER), SPEAKER)
            yield candidate(f"“{flat(one.text, LONGEST)}”", speaker, run, one.speaker)


class ParagraphsProvider(Offers):
    """The paragraphs and headings, by any of their words or by their number."""

    weight = 0.6
    at_edge = True

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The number of each paragraph, 0 for headings."""
        return () if self.reading is None else numbers(self.reading.page.document.blocks)

    async def search(self, query: str) -> Hits:
        """Find paragraphs by number or by words, in the text that was folded for the search."""
        reading = self.reading
        if reading is None:
            return
        number = query.strip().removeprefix(SIGNS.paragraph)
        # Nine digits are enough for any paragraph. Python refuses to convert more than 4,300 digits.
        if number.isdecimal() and len(number) <= 9 and 0 < int(number) <= max(self.numbers):
            yield self._hit(reading, Held(1 / self.weight, self.numbers.index(int(number)), ""), ())
        wanted = fold(query).text.split()
        best: list[Held] = []
        for found in holding(reading.folded(), wanted):
            best = nlargest(MOST, [*best, *(one for one in found if one.block >= 0)], key=attrgetter("fit"))
            await sleep(0)
        for one in best:
            yield self._hit(reading, one, wanted)

    def _hit(self, reading: Reading, one: Held, wanted: Sequence[str]) -> Hit:
        """A paragraph as a hit: its beginning if the words are there, else the text around the words."""
        hay, number = reading.folded(), self.numbers[one.block]
        detail = f"{SIGNS.paragraph}{number}" if number else "heading"
        begin = hay.bounds(one.block)[0]
        start, end = together(one.text, wanted)
        place = hay.place(begin + start, begin + end)
        line = passage(reading.page.block(one.block).text, *place[1:], beside(detail, self.room))
        go = partial(reading.go_to, Place(one.block, 0), at_top=True)
        if line.startswith(ELLIPSIS):
            go = partial(reading.go_to, Place(*place[:2]))
        return Hit(one.fit * self.weight, self.row(line, detail, wanted), go, line)


class ThemesProvider(Offers):
    """The themes, ours and Textual's."""

    weight = 0.8

    def gather(self) -> Iterable[Candidate]:
        """Every theme, found by its name or by the word "theme"."""
        for name in theme_names(self.app.available_themes):
            yield candidate(
                shown_name(name), "theme", partial(setattr, self.app, "theme", name), "theme colours"
            )


def providers() -> tuple[type[Provider], ...]:
    """The providers of the palette."""
    return CommandsProvider, EntitiesProvider, QuotesProvider, ParagraphsProvider, ThemesProvider


class ReaderPalette(CommandPalette):
    """Textual's palette with the reader's providers and styles."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"command-palette--detail"}

    CSS_PATH = [*style_sheets.paths(("palette",))]
    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.PALETTE)
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SLIM, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-tall")]

    def __init__(self) -> None:
        super().__init__(
            providers(),
            placeholder="a command, a name, a quote, a paragraph, a theme",
            id="--command-palette",
        )

    def on_resize(self, event: events.Resize) -> None:
        """Ignore a size that the terminal no longer has."""
        is_outdated(event, self.app.size)

    def action_paste_line(self) -> None:
        """Insert what was copied as one line. Textual's field takes newlines too, which cannot be painted."""
        field = self.query_one(Input)
        field.replace(clean_line(self.app.clipboard)[:LONGEST_PASTE], *sorted(field.selection))

    @on(Input.Submitted)
    async def _settle(self) -> None:
        """Delay Enter until the search for the typed text has ended, which takes about 0.1 s.

        Otherwise Textual would choose the first result for an earlier, shorter text. Enter and the keys after
        it wait in this screen's queue.
        """
        searches = [worker for worker in self.workers if worker.node is self and not worker.is_finished]
        if searches:
            with suppress(WorkerError):
                await self.workers.wait_for_complete(searches)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to move in a list without rows: Textual would look for the cursor's row and end the app.

        A list that was just filled has no rows before its first layout, when keys typed after `:` arrive.
        """
        if action == "command_list" and not self.query_one(OptionList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)
