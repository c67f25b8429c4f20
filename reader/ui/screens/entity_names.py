"""The dialogs in which the user types or chooses a name. They offer the entities of the article.

Owns which entities are offered for the letters typed, and whether the typed words can be chosen themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import repeat
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import Document, Entity, EntityId, EntityType, Quote
from reader.reading.cooccurrence import likely_same, likely_speakers
from reader.reading.speakers import speaker_names
from reader.text.clean import clean_line
from reader.text.excerpt import crop, flat
from reader.text.fold import fold
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import OTHER_ROWS, Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled

SHOWN = 12
"""Names that are visible at once. The dialog keeps its height while the user types."""

WORDS = 40
"""Cells of the quote in the title of the dialog that asks for its speaker."""

LONGEST_NAME = 24
"""Cells of a name before the column of the descriptions. A longer name moves its description to the right."""

AS_TYPED, AS_IT_IS = "as typed", "as it is"


class Offer(NamedTuple):
    """A name to choose. `entity` is the entity that has the name; None for words that were typed."""

    name: str
    entity: EntityId | None = None
    type: EntityType | None = None
    about: str = ""
    mentions: int = 0
    also: str = ""
    note: str = ""


class Typed(Enum):
    """Whether the typed words are an offer themselves.

    NEVER: they only narrow the offers. FIRST: they come before all other offers, which stay. LAST: they come
    after the offers that fit.
    """

    NEVER = "never"
    FIRST = "first"
    LAST = "last"


def offer(entity: Entity) -> Offer:
    """An entity as an offer; it is found by its aliases too."""
    also = " ".join(entity.aliases)
    return Offer(entity.name, entity.id, entity.type, entity.about, len(entity.mentions), also)


MIN_ABOUT_WIDTH = 20
"""Cells after a name below which its description is left out."""


class NameItems(ItemSource):
    """The names that fit the words typed: sign, name, description, and number of mentions.

    `value` is the present name, which can be typed but would change nothing.
    """

    def __init__(self, offers: Sequence[Offer], typed: Typed, value: str = "") -> None:
        self._value = value
        self._longest = max((cell_len(flat(one.name, LONGEST_NAME)) for one in offers), default=0)
        self._offers = tuple(offers)
        self._typed = typed
        self._folded = [fold(f"{one.name} {one.also}").text for one in self._offers]
        self._listed = self._offers

    def narrow(self, words: str) -> None:
        """Offer the names that fit the words typed."""
        name = clean_line(words)
        found = self._offers if self._typed is Typed.FIRST else self._fitting(words)
        if self._typed is Typed.FIRST and name:
            note = AS_IT_IS if name == self._value else AS_TYPED
            found = (Offer(name, note=note), *(one for one in found if one.name != name))
        elif self._typed is Typed.LAST and name and all(one.name != name for one in found):
            found = (*found, Offer(name, note=AS_TYPED))
        self._listed = found

    def _fitting(self, words: str) -> tuple[Offer, ...]:
        """The names that contain every typed word, first the names in which each one begins a word."""
        wanted = fold(words).text.split()
        pairs = zip(self._offers, self._folded, strict=True)
        fit = [(one, text) for one, text in pairs if all(word in text for word in wanted)]
        if wanted:
            fit.sort(key=lambda pair: not all(f" {word}" in f" {pair[1]}" for word in wanted))
        return tuple(one for one, _ in fit)

    def offer(self, item: int) -> Offer | None:
        """The name of an item; None if there is no such item."""
        return self._listed[item] if item < len(self._listed) else None

    @property
    def rows(self) -> int:
        """The rows of the list, the same however many names fit."""
        return min(SHOWN, len(self._offers) + (self._typed is not Typed.NEVER))

    def count(self) -> int:
        """One item per name that fits."""
        return len(self._listed)

    def heights(self, width: int) -> Iterable[int]:
        """One row for each name."""
        return repeat(1, len(self._listed))

    def empty_text(self) -> str:
        """The text shown if no name fits the words."""
        return "  No name has these letters."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The row of one name. Typed words have no sign, but a note ("as typed")."""
        one, line, dim = self._listed[item], cursor_line(state, width), state.style("list--dim")
        if one.type is not None:
            line.add(SIGNS.entities[one.type], state.style(f"picker--entity-{one.type}"))
        right = f"{one.mentions:,}" if one.mentions else one.note
        room = max(1, width - 4 - len(right) - 2)
        name = state.style("list--strong" if state.under_cursor else "list--text")
        line.to(4).add(crop(flat(one.name, room), room), name)
        line.to(max(line.used, 4 + min(self._longest, LONGEST_NAME)) + 2)
        about = line.room - len(right) - 2
        if one.about and about >= MIN_ABOUT_WIDTH:
            line.add(crop(flat(one.about, about), about), dim)
        return [line.right(right, dim, width)]


class NameScreen(Dialog[Offer]):
    """Asks for a name. Ends with the one chosen or typed, or with None.

    `value` is the initial text of the field; `typed` says whether typed words can be chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.NAMES)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("field.submit", "this one"),
        Hint("names.up names.down", "move"),
        Hint("dialog.close", "cancel"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.FIELD,)

    def __init__(
        self,
        title: str,
        offers: Sequence[Offer],
        *,
        typed: Typed = Typed.NEVER,
        value: str = "",
        placeholder: str = "",
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        super().__init__(keymap)
        self._title = clean_line(title)
        self._names = NameItems(offers, typed, value)
        self._value, self._placeholder = value, placeholder

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled(self._title)

    def body(self) -> Iterable[Widget]:
        """The field and the names."""
        yield LineInput(self._value, self._placeholder, id="name")
        names = Picker(self._names, other_rows=OTHER_ROWS + 2, fixed_rows=self._names.rows, id="names")
        names.can_focus = False  # the keys go to the field
        yield names

    def hints(self) -> Iterable[Hint]:
        """The keys that work: without a name that fits nothing can be chosen."""
        count = self._names.count()
        choose, move, close = self.HINTS
        return (*((choose,) if count else ()), *((move,) if count > 1 else ()), close)

    def on_mount(self) -> None:
        """Focus the field, with the cursor at the end of its text."""
        field = self.query_one("#name", LineInput)
        field.cursor_position = len(field.value)
        field.focus()

    @property
    def _picker(self) -> Picker:
        return self.query_one("#names", Picker)

    def action_step(self, steps: int) -> None:
        """Move the cursor of the list by names."""
        self._picker.action_cursor(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor of the list by pages."""
        self._picker.action_cursor_page(pages)

    @on(Input.Changed)
    def _typed_more(self, event: Input.Changed) -> None:
        event.stop()
        self._names.narrow(event.value)
        self._picker.begin_again()
        self.hint(())

    @on(Picker.Chosen)
    @on(Input.Submitted)
    def _ended(self, event: Picker.Chosen | Input.Submitted) -> None:
        event.stop()
        if (offered := self._names.offer(self._picker.cursor)) is not None:
            self.dismiss(offered)


# --- the three questions ------------------------------------------------------------------------------


def rename_screen(entity: Entity, keymap: Keymap = DEFAULT_KEYMAP) -> NameScreen:
    """The dialog that asks for another name of an entity; it offers the aliases."""
    aliases = [Offer(alias, entity.id, entity.type) for alias in entity.aliases]
    return NameScreen(
        f"Rename {entity.name}",
        aliases,
        typed=Typed.FIRST,
        value=entity.name,
        placeholder="the name",
        keymap=keymap,
    )


def merge_screen(document: Document, entity: Entity, keymap: Keymap = DEFAULT_KEYMAP) -> NameScreen:
    """The dialog that asks which entity to merge `entity` into, the likely ones first."""
    offers = [offer(other) for other in likely_same(document, entity)]
    return NameScreen(f"Merge {entity.name} into", offers, placeholder="type to find a name", keymap=keymap)


def speaker_screen(document: Document, quote: Quote, keymap: Keymap = DEFAULT_KEYMAP) -> NameScreen:
    """The dialog that asks who said a quote: offers people, the nearest first, then the other speakers."""
    offers = [offer(other) for other in likely_speakers(document, quote)]
    names = speaker_names(document)
    known = {entity.name for entity in document.entities}
    others = dict.fromkeys(name for name in names.values() if name and name not in known)
    return NameScreen(
        f"Who said “{crop(flat(quote.text, WORDS), WORDS)}”?",
        [*offers, *map(Offer, others)],
        typed=Typed.LAST,
        placeholder="type a name",
        keymap=keymap,
    )
