"""A name to type or to choose: the entities of the article are offered while one types.

Owns which of them are offered for the letters typed, and when the words typed are taken as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.geometry import Size
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
from reader.ui.widgets.line import Line
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.picker import AROUND, Picker, share
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


class NameList(Picker):
    """The names that fit what was typed: sign, name, what it is, and the number of mentions."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"card--{kind}" for kind in EntityType}

    ROOM_FOR_ABOUT = 20
    """Cells left behind a name that are worth saying what it is in."""

    def __init__(
        self, offers: Sequence[Offer], typed: Typed, value: str = "", *, id: str | None = None
    ) -> None:
        """`value` is the name as it is, which can be typed but is nothing new."""
        super().__init__(id=id)
        self.can_focus = False  # the keys go to the field above
        self._value = value
        self._longest = max((cell_len(flat(one.name, LONGEST_NAME)) for one in offers), default=0)
        self._offers = tuple(offers)
        self._typed = typed
        self._folded = [fold(f"{one.name} {one.also}").text for one in self._offers]
        self._listed = self._offers

    def show(self, words: str) -> None:
        """Offer what fits the words typed, from the first."""
        name = clean_line(words)
        found = self._offers if self._typed is Typed.FIRST else self._fitting(words)
        if self._typed is Typed.FIRST and name:
            note = AS_IT_IS if name == self._value else AS_TYPED
            found = (Offer(name, note=note), *(one for one in found if one.name != name))
        elif self._typed is Typed.LAST and name and all(one.name != name for one in found):
            found = (*found, Offer(name, note=AS_TYPED))
        self._listed = found
        self.items_changed()
        self.cursor = 0
        self.reveal(0)

    def _fitting(self, words: str) -> tuple[Offer, ...]:
        """The names in which every word is found, those in which they begin words first."""
        wanted = fold(words).text.split()
        pairs = zip(self._offers, self._folded, strict=True)
        fit = [(one, text) for one, text in pairs if all(word in text for word in wanted)]
        if wanted:
            fit.sort(key=lambda pair: not all(f" {word}" in f" {pair[1]}" for word in wanted))
        return tuple(one for one, _ in fit)

    @property
    def offered(self) -> Offer | None:
        """The name under the cursor."""
        return self._listed[self.cursor] if self.cursor < len(self._listed) else None

    def item_count(self) -> int:
        """One item per name that fits."""
        return len(self._listed)

    def vacant(self) -> str:
        """Said where nothing fits."""
        return "  No name has these letters."

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The same however many fit, so that the dialog does not jump while one types."""
        return share(viewport, min(SHOWN, len(self._offers) + (self._typed is not Typed.NEVER)), AROUND + 2)

    def item_rows(self, item: int, width: int, here: bool) -> Sequence[Line]:
        """Words typed have no sign, and say what they are."""
        one, line, dim = self._listed[item], self.line(width, here), self.style_of("row-list--dim")
        if one.type is not None:
            line.add(self.signs.entities[one.type], self.style_of(f"card--{one.type}"))
        right = f"{one.mentions:,}" if one.mentions else one.note
        room = max(1, width - 4 - len(right) - 2)
        line.to(4).add(
            crop(flat(one.name, room), room), self.style_of("row-list--strong" if here else "row-list--text")
        )
        line.to(max(line.used, 4 + min(self._longest, LONGEST_NAME)) + 2)
        about = line.room - len(right) - 2
        if one.about and about >= self.ROOM_FOR_ABOUT:
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
        self._offers = tuple(offers)
        self._typed = typed
        self._value, self._placeholder = value, placeholder

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled(self._title)

    def body(self) -> Iterable[Widget]:
        """The field and the names."""
        yield LineInput(self._value, self._placeholder, id="name")
        yield NameList(self._offers, self._typed, self._value, id="names")

    def hints(self) -> Iterable[Hint]:
        """Nothing can be chosen or moved to where no name fits."""
        listed = self.query("#names")
        count = listed.first(NameList).item_count() if listed else len(self._offers)
        choose, move, close = self.HINTS
        return (*((choose,) if count else ()), *((move,) if count > 1 else ()), close)

    def on_mount(self) -> None:
        """Begin at the end of what stands in the field."""
        field = self.query_one("#name", LineInput)
        field.cursor_position = len(field.value)
        field.focus()

    @property
    def _names(self) -> NameList:
        return self.query_one("#names", NameList)

    def action_step(self, steps: int) -> None:
        """Move the cursor by names."""
        self._names.action_cursor(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by windows."""
        self._names.action_cursor_page(pages)

    @on(Input.Changed)
    def _typed_more(self, event: Input.Changed) -> None:
        event.stop()
        self._names.show(event.value)
        self.hint(())

    @on(NameList.Chosen)
    @on(Input.Submitted)
    def _ended(self, event: NameList.Chosen | Input.Submitted) -> None:
        event.stop()
        if (offered := self._names.offered) is not None:
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
