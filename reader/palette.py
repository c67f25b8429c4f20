"""The command palette: commands, paragraphs, quotes, names and themes, found by typing.

Owns what is offered and in which order. Words of the article never meet a markup parser: what is shown
is `Content` put together here, and Textual's own matcher, which reads markup and whose cost explodes
on long texts, is not used. Imported when the palette is first opened.
"""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import OptionList

from reader.commands import COMMANDS
from reader.model import Place, numbers
from reader.resources import bundled
from reader.text.cells import index_in, painted
from reader.text.cells import width as cell_width
from reader.text.excerpt import crop, flat
from reader.text.fold import Folded, fold
from reader.text.page import Page
from reader.widgets.glyphs import SIGNS

WIDEST = 76
"""Cells of what is shown of a paragraph or quote."""

DETAIL = 32
"""The column in which the detail stands behind short words."""

MOST = 12
"""Paragraphs, quotes or names that are offered at once; more words find the others."""

AT_ONCE = 128
"""Candidates that are made before keys are heard again; about 5 ms."""

STARTS_TEXT, STARTS_WORD, INSIDE = 1.0, 0.8, 0.4


@runtime_checkable
class Reading(Protocol):
    """What the palette asks of the reading screen."""

    page: Page

    def run_command(self, command: str) -> None:
        """Run a command of the table."""

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        """Go to a place."""

    def choose_quote(self, index: int) -> None:
        """Go to a quote."""

    def choose_entity(self, index: int) -> None:
        """Make an entity's mentions the active set."""


class Candidate(NamedTuple):
    """Something to offer: its words as shown and as searched, a detail behind them, what it does."""

    words: str
    folded: Folded
    detail: str
    also: str
    run: Callable[[], object]


def candidate(words: str, detail: str, run: Callable[[], object], also: str = "") -> Candidate:
    """A candidate; `also` is searched too, but not shown."""
    return Candidate(words, fold(words), detail, fold(also).text, run)


def rank(wanted: Sequence[str], one: Candidate) -> float:
    """How well the folded words fit, from 0 (one of them is not there) to 1."""
    total = 0.0
    for word in wanted:
        at = one.folded.text.find(word)
        if at < 0:
            if word not in one.also:
                return 0.0
            total += INSIDE
        elif at == 0:
            total += STARTS_TEXT
        else:
            total += STARTS_WORD if f" {word}" in one.folded.text else INSIDE
    return total / len(wanted) if wanted else 0.0


def shown(one: Candidate, wanted: Sequence[str] = ()) -> Content:
    """The words with those found marked, and the detail dim behind them."""
    pieces = painted(one.words)
    content = Content("".join(piece for _, piece in pieces))
    for word in wanted:
        at = one.folded.text.find(word)
        if at >= 0:
            start, end = one.folded.origin(at, at + len(word))
            content = content.stylize("bold underline", index_in(pieces, start), index_in(pieces, end))
    if not one.detail:
        return content
    gap = " " * max(3, DETAIL - cell_width(one.words))
    return content + Content.styled(gap + one.detail, "$ink-dim not bold")


class Offers(Provider):
    """Offers candidates; a subclass says which. `weight` puts one kind before another."""

    weight: ClassVar[float] = 1.0

    async def startup(self) -> None:
        """Begin with nothing gathered."""
        self._found: list[Candidate] = []
        self._rest = iter(self.gather())

    async def candidates(self) -> Sequence[Candidate]:
        """Everything there is to offer, gathered once, when it is first asked for.

        The paragraphs of a long book take a fifth of a second: keys are heard in between, and a
        search that a key cuts short leaves the next one less to do.
        """
        for one in self._rest:
            self._found.append(one)
            if len(self._found) % AT_ONCE == 0:
                await sleep(0)
        return self._found

    def gather(self) -> Iterable[Candidate]:
        """Everything there is to offer."""
        return ()

    @property
    def reading(self) -> Reading | None:
        """The reading screen, None when the palette was opened elsewhere."""
        return self.screen if isinstance(self.screen, Reading) else None

    async def search(self, query: str) -> Hits:
        """The best candidates for the words typed."""
        wanted = fold(query).text.split()
        ranked = [(rank(wanted, one), one) for one in await self.candidates()]
        found = sorted((pair for pair in ranked if pair[0]), key=lambda pair: -pair[0])[:MOST]
        for score, one in found:
            yield Hit(score * self.weight, Content.assemble(shown(one, wanted)), one.run, one.words)


class CommandsProvider(Offers):
    """The commands of the table."""

    def gather(self) -> Iterable[Candidate]:
        """Those that make sense without their key."""
        reading = self.reading
        if reading is None:
            return
        for command in COMMANDS:
            if command.palette:
                run = partial(reading.run_command, command.id)
                yield candidate(command.title, command.shown, run, f"{command.group} {command.help}")

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for one in await self.candidates():
            yield DiscoveryHit(Content.assemble(shown(one)), one.run, one.words)


class EntitiesProvider(Offers):
    """The names, by any name they have."""

    weight = 0.9

    def gather(self) -> Iterable[Candidate]:
        """Every entity with its sign and count."""
        reading = self.reading
        if reading is None:
            return
        for index, one in enumerate(reading.page.document.entities):
            detail = f"{SIGNS.entities[one.type]} {one.type.word} {len(one.mentions):,}"
            run = partial(reading.choose_entity, index)
            yield candidate(crop(flat(one.name, WIDEST), WIDEST), detail, run, " ".join(one.aliases))


class QuotesProvider(Offers):
    """The quotes, by their words or their speaker."""

    weight = 0.7

    def gather(self) -> Iterable[Candidate]:
        """Every quote with its speaker."""
        reading = self.reading
        if reading is None:
            return
        for index, one in enumerate(reading.page.document.quotes):
            words = crop(flat(one.text, WIDEST), WIDEST)
            run = partial(reading.choose_quote, index)
            yield candidate(f"“{words}”", flat(one.speaker, 30), run, f"{one.speaker} {one.text[:1000]}")


class ParagraphsProvider(Offers):
    """The paragraphs, by their first words or their number."""

    weight = 0.6

    def gather(self) -> Iterable[Candidate]:
        """Every paragraph and heading by its beginning."""
        reading = self.reading
        if reading is None:
            return
        blocks = reading.page.document.blocks
        for index, (block, number) in enumerate(zip(blocks, numbers(blocks), strict=True)):
            words = crop(flat(block.text, WIDEST), WIDEST)
            detail = f"{SIGNS.paragraph}{number}" if number else "heading"
            if words:
                yield candidate(words, detail, partial(reading.go_to, Place(index, 0), at_top=True))

    async def search(self, query: str) -> Hits:
        """By number, or by words."""
        for one in await self.candidates():
            if one.detail == f"{SIGNS.paragraph}{query.lstrip(SIGNS.paragraph)}":
                yield Hit(1.0, Content.assemble(shown(one)), one.run, one.words)
        async for hit in super().search(query):
            yield hit


class ThemesProvider(Offers):
    """The themes, ours and Textual's."""

    weight = 0.8

    def gather(self) -> Iterable[Candidate]:
        """Every theme there is, found by its name or by "theme"."""
        for name in sorted(self.app.available_themes, key=lambda name: (not name.startswith("reader"), name)):
            yield candidate(name, "theme", partial(setattr, self.app, "theme", name), "theme colours")


def providers() -> tuple[type[Provider], ...]:
    """Everything that offers something."""
    return CommandsProvider, EntitiesProvider, QuotesProvider, ParagraphsProvider, ThemesProvider


class ReaderPalette(CommandPalette):
    """Textual's palette with the reader's providers and looks."""

    CSS_PATH = bundled("styles") / "dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-tall")]

    def __init__(self) -> None:
        super().__init__(
            providers(),
            placeholder="a command, a name, a quote, a paragraph, a theme",
            id="--command-palette",
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn no page of a list without rows: Textual looks for the row of the cursor, and ends the app.

        So it is between the list's filling and its first layout, where keys typed behind `:` arrive.
        """
        if action == "command_list" and not self.query_one(OptionList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)
