"""The card of an entity: who or what it is, what it said, and every mention with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import Document, Entity, EntityType, Span, numbers
from reader.reading.cooccurrence import mentioned_with
from reader.reading.speakers import HUES, speaker_names
from reader.text.excerpt import excerpt, excerpt_rows, flat
from reader.text.page import page
from reader.text.sparkline import buckets, sparkline, starts
from reader.ui.bindings import bindings
from reader.ui.messages import ArticlesNamingAsked, RecordAsked
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.match_list import match_row
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import INDENT, OTHER_ROWS, Picker, cursor_line
from reader.ui.widgets.text_row import TextRow

ABOUT_ROWS = 8
QUOTE_ROWS = 3

QUOTES, MENTIONED_WITH, MENTIONS = range(3)
"""The parts of a card's list, in their order."""

TITLES = ("Said", "Named with", "Mentioned")
"""The title of each part."""


class CardHead(Widget):
    """The name, type, aliases and description of an entity, and a sparkline of its mentions."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--name",
        "card--dim",
        "card--about",
        "card--sparkline",
        "card--no-mention",
        *(f"card--{kind}" for kind in EntityType),
        *(f"card--speaker-{hue}" for hue in range(1, HUES + 1)),
    }

    DEFAULT_CSS = "CardHead { height: auto; width: 1fr; }"

    def __init__(self, document: Document, entity: Entity, hue: int) -> None:
        super().__init__()
        self._starts = starts(document.blocks)
        self._entity = entity
        self._hue = hue

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of rows at that width."""
        return max(1, len(self._rows(width)))

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size.width)
        if y >= len(rows):
            return Line(self.size.width, self.rich_style).strip()
        return rows[y].strip()

    def _rows(self, width: int) -> list[Line]:
        entity = self._entity
        dim = self._style("card--dim")
        look = f"card--speaker-{self._hue}" if self._hue else "card--name"
        name = self._line(width).add(SIGNS.entities[entity.type], self._style(f"card--{entity.type}"))
        name.to(INDENT).add(flat(entity.name, width), self._style(look))
        rows = [name.right(entity.type.word, dim, width)]
        if entity.aliases:
            aliases = ", ".join(flat(alias, width) for alias in entity.aliases)
            rows += [self._line(width, INDENT).add(f"also {aliases}", dim)]
        rows.append(self._line(width))
        about = excerpt(entity.about, max(1, width - INDENT), ABOUT_ROWS)
        rows += [self._line(width, INDENT).add(part, self._style("card--about")) for part in about]
        if about:
            rows.append(self._line(width))
        if entity.mentions and width > 2 * INDENT:
            rows += [self._where(width), self._line(width)]
        return rows

    def _where(self, width: int) -> Line:
        """The sparkline: the article from left to right, with a bar where mentions are."""
        line, levels = self._line(width, INDENT), SIGNS.levels
        counts = buckets(self._entity.mentions, self._starts, width - INDENT)
        for bar in sparkline(counts, levels):
            look = "card--no-mention" if bar == levels[0] else "card--sparkline"
            line.add(levels[1] if bar == levels[0] else bar, self._style(look))
        return line

    def _line(self, width: int, indent: int = 0) -> Line:
        return Line(width, self.rich_style).to(indent)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)


class CardItems(ItemSource):
    """The quotes of an entity, the names it is often mentioned with, then its mentions."""

    def __init__(self, document: Document, entity: Entity) -> None:
        self._page = page(document)
        self._numbers = numbers(document.blocks)
        self._digits = len(str(max(self._numbers, default=0)))
        names = speaker_names(document)
        self._quotes = [quote for quote in document.quotes if names[quote.speaker] == entity.name]
        self._mentioned_with = mentioned_with(document, entity)
        self._mentions = entity.mentions
        self._counts = (len(self._quotes), len(self._mentioned_with), len(self._mentions))

    def _part(self, item: int) -> tuple[int, int]:
        """Which of the three parts an item belongs to, and its number in that part."""
        for part, count in enumerate(self._counts[:-1]):
            if item < count:
                return part, item
            item -= count
        return len(self._counts) - 1, item

    def span(self, item: int) -> Span | None:
        """The place an item leads to; None for a quote that has no place, and for another name."""
        part, number = self._part(item)
        if part == MENTIONS:
            return self._mentions[number]
        pieces = self._quotes[number].pieces if part == QUOTES else ()
        return pieces[0] if pieces else None

    def other(self, item: int) -> Entity | None:
        """The other entity that an item names; None for quotes and mentions."""
        part, number = self._part(item)
        return self._mentioned_with[number][0] if part == MENTIONED_WITH else None

    def count(self) -> int:
        """The quotes, the names and the mentions."""
        return sum(self._counts)

    def empty_text(self) -> str:
        """The text shown if the article does not mention the entity."""
        return "Not mentioned in the text."

    def lead(self, item: int) -> int:
        """A title above the first item of each part, with a blank row between parts."""
        if self._part(item)[1]:
            return 0
        return 2 if item else 1

    def heights(self, width: int) -> Iterable[int]:
        """The lead rows and the item's own rows: several for a quote, one for a name or mention."""
        for item in range(self.count()):
            part, number = self._part(item)
            rows = 1
            if part == QUOTES:
                words = self._quotes[number].text
                rows = max(1, excerpt_rows(words, width - self._indent(width), QUOTE_ROWS))
            yield self.lead(item) + rows

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The title of the part above its first item, then the words."""
        part, number = self._part(item)
        rows: list[Line] = []
        if lead := self.lead(item):
            title = state.line(width).to(INDENT).add(TITLES[part], state.style("list--strong"))
            if part != MENTIONED_WITH:
                title.add(f"  {self._counts[part]:,}", state.style("list--count"))
            rows = [state.line(width)] * (lead - 1) + [title]
        if part == QUOTES:
            return rows + self._quote(number, width, state)
        if part == MENTIONED_WITH:
            return [*rows, self._other_name(number, width, state)]
        return [*rows, match_row(self._page, self._numbers, self._mentions[number], width, state)]

    def _other_name(self, number: int, width: int, state: ItemState) -> Line:
        """The number of paragraphs that name both entities, then the other entity."""
        entity, count = self._mentioned_with[number]
        indent, line = self._indent(width), cursor_line(state, width)
        if indent > INDENT:
            line.right(f"{count:,}×", state.style("list--dim"), indent - 2)
        line.to(indent).add(SIGNS.entities[entity.type], state.style(f"picker--entity-{entity.type}"))
        return line.to(line.used + 1).add(flat(entity.name, width), state.style("list--text"))

    def _indent(self, width: int) -> int:
        """Cells before the words, the same that `match_row` keeps for the number of the paragraph."""
        return self._digits + 5 if width > 4 * (self._digits + 3) else INDENT

    def _quote(self, number: int, width: int, state: ItemState) -> list[Line]:
        quote, indent = self._quotes[number], self._indent(width)
        rows = []
        for index, part in enumerate(excerpt(quote.text, width - indent, QUOTE_ROWS) or [""]):
            line = cursor_line(state, width)
            if not index and indent > INDENT:
                paragraph = self._numbers[quote.pieces[0].block] if quote.pieces else 0
                shown = f"{SIGNS.paragraph}{paragraph}" if paragraph else SIGNS.dash
                line.right(shown, state.style("list--dim"), indent - 2)
            rows.append(line.to(indent).add(part, state.style("picker--quote")))
        return rows


class CardScreen(Dialog[Span]):
    """Shows one entity. Ends with the span of a quote or mention to go to, or with None.

    Choosing another name opens its card on top; Esc there returns to this card. `hues` gives each speaker's
    name its hue (see `speakers.speaker_hues`).
    """

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "go there"),
        Hint("list.down list.up", "move"),
        Hint("card.record", "all they said"),
        Hint("card.articles", "all articles"),
        Hint("dialog.close", "close"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST, Context.CARD)
    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.CARD)

    def __init__(
        self,
        document: Document,
        entity: Entity,
        hues: Mapping[str, int],
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        super().__init__(keymap)
        self._document = document
        self._entity = entity
        self._hues = hues
        self._items = CardItems(document, entity)

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield (head := CardHead(self._document, self._entity, self._hues.get(self._entity.name, 0)))
            yield Picker(
                self._items,
                other_rows=lambda window, width: (
                    OTHER_ROWS - 2 + head.get_content_height(window, window, width)
                ),
                id="card",
            )
            yield TextRow(id="dialog-hints")

    def on_mount(self) -> None:
        """Show the keys, which depend on the item under the cursor."""
        self.watch(self.query_one("#card", Picker), "cursor", lambda: self.hint(()))

    def hints(self) -> Iterable[Hint]:
        """The keys that work: "go there" if the item leads somewhere, "move" if there are several items."""
        cursor, count = self.query_one("#card", Picker).cursor, self._items.count()
        leads = count and (self._items.other(cursor) or self._items.span(cursor))
        choose, move, record, articles, close = self.HINTS
        speaks = self._entity.type in (EntityType.PERSON, EntityType.ORGANIZATION)
        return (
            *((choose,) if leads else ()),
            *((move,) if count > 1 else ()),
            *((record,) if speaks else ()),
            articles,
            close,
        )

    def action_ask_record(self) -> None:
        """Show what the person or organisation said in all articles."""
        self.post_message(RecordAsked(self._entity.name))

    def action_ask_articles(self) -> None:
        """Search for all articles that name the entity."""
        self.post_message(ArticlesNamingAsked(self._entity.name))

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        other, span = self._items.other(event.index), self._items.span(event.index)
        if other is not None:
            self.app.push_screen(
                CardScreen(self._document, other, self._hues, self.keymap), self._other_ended
            )
        elif span is None:
            self.hint((("These words have no place in the text.", "here"),))
        else:
            self.dismiss(span)

    def _other_ended(self, span: Span | None) -> None:
        """Go to the place that was chosen on another card. None means to show this card again."""
        if span is not None:
            self.dismiss(span)
