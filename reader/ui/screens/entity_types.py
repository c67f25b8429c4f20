"""The dialog that asks for the type of an entity: nine kinds to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import ClassVar

from textual import events, on
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import EntityType
from reader.text.clean import clean_line
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled

KINDS: dict[EntityType, str] = {
    EntityType.PERSON: "somebody, alive or not, real or not",
    EntityType.ORGANIZATION: "a company, ministry, court, party, club",
    EntityType.GROUP: "a people, a faith, a team, a family",
    EntityType.PLACE: "a country, town, river, building",
    EntityType.EVENT: "a war, an election, a storm, a match",
    EntityType.WORK: "a book, film, law, treaty, map",
    EntityType.DATE: "a day, year, season or century",
    EntityType.FIGURE: "a sum, a count, a measure",
    EntityType.OTHER: "anything else that has a name",
}
"""Examples of each kind, in the order of the sidebar's groups."""

DETAIL_COLUMN = 22
"""The column of the examples."""


class KindItems(ItemSource):
    """One row for each kind: its number, sign, word and examples."""

    def __init__(self, now: EntityType) -> None:
        self._now = now

    def count(self) -> int:
        """One item per kind."""
        return len(KINDS)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return repeat(1, len(KINDS))

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Number, sign, word and examples; the word of the present kind is bold."""
        kind, detail = tuple(KINDS.items())[item]
        dim = state.style("list--dim")
        line = cursor_line(state, width).add(str(item + 1), dim).to(5)
        line.add(SIGNS.entities[kind], state.style(f"picker--entity-{kind}")).to(7)
        line.add(kind.word.capitalize(), state.style("list--strong" if kind is self._now else "list--text"))
        return [line.to(DETAIL_COLUMN).add(detail, dim)]


class KindScreen(Dialog[EntityType]):
    """Asks what an entity is. Ends with the kind, or with None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "this kind", "1 2 3"),
        Hint("list.down list.up", "move"),
        Hint("dialog.close", "cancel"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST,)

    def __init__(self, name: str, now: EntityType, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._title = f"What is {clean_line(name)}?"
        self._now = now

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled(self._title)

    def body(self) -> Iterable[Widget]:
        """The kinds, beginning at the present one."""
        yield Picker(KindItems(self._now), cursor=tuple(KINDS).index(self._now), id="kinds")

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(tuple(KINDS)[event.index])

    def on_key(self, event: events.Key) -> None:
        """Choose a kind with a digit."""
        number = int(event.character) if event.character and event.character in "123456789" else 0
        if 1 <= number <= len(KINDS):
            event.stop()
            self.dismiss(tuple(KINDS)[number - 1])
