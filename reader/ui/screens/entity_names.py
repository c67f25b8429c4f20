"""A name to type or to choose: the entities of the article are offered while one types.

Owns which of them are offered for the letters typed, and when the words typed are taken as they are.
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
"""Names that are seen at once; the dialog keeps its height whatever is typed."""

WORDS = 40
"""Cells of a quote in the question who said it."""

LONGEST_NAME = 24
"""Cells of a name before the column in which it is said who that is; a longer one pushes that aside."""

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
    """What becomes of words that are typed: they only narrow the offers, or may be taken themselves.

    FIRST puts them before the offers, all of which stay; LAST behind those that fit.
    """

    NEVER = "never"
    FIRST = "first"
    LAST = "last"


def offer(entity: Entity) -> Offer:
    """An entity as an offer; it is found by its aliases too."""
    also = " ".join(entity.aliases)
    return Offer(entity.name, entity.id, entity.type, entity.about, len(entity.mentions), also)


MIN_ABOUT_WIDTH = 20
"""Cells left behind a name below which it is not said who that is."""


class NameItems(ItemSource):
    """The names that fit the words typed: sign, name, who that is, and the number of mentions.

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
        """The names that contain every word, first those in which the words begin a word."""
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
        """One row each."""
        return repeat(1, len(self._listed))

    def empty_text(self) -> str:
        """For words that no name fits."""
        return "  No name has these letters."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """One name. Words that were typed have no sign, and say what they are."""
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

    `value` stands in the field at first; `typed` says what may be made of words that are typed.
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
        """Nothing can be chosen or moved to where no name fits."""
        count = self._names.count()
        choose, move, close = self.HINTS
        return (*((choose,) if count else ()), *((move,) if count > 1 else ()), close)

    def on_mount(self) -> None:
        """Begin at the end of what stands in the field."""
        field = self.query_one("#name", LineInput)
        field.cursor_position = len(field.value)
        field.focus()

    @property
    def _picker(self) -> Picker:
        return self.query_one("#names", Picker)

    def action_step(self, steps: int) -> None:
        """Move the cursor by names."""
        self._picker.action_cursor(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by windows."""
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


# --- the three questions that are asked ---------------------------------------------------------------


def rename_screen(entity: Entity, keymap: Keymap = DEFAULT_KEYMAP) -> NameScreen:
    """Asks for another name of an entity; its aliases are offered."""
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
    """Asks which entity to merge another one into, the likely ones first."""
    offers = [offer(other) for other in likely_same(document, entity)]
    return NameScreen(f"Merge {entity.name} into", offers, placeholder="type to find a name", keymap=keymap)


def speaker_screen(document: Document, quote: Quote, keymap: Keymap = DEFAULT_KEYMAP) -> NameScreen:
    """Asks who said a quote: the people of the article, the nearest first, then whoever else speaks."""
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
