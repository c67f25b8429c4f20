"""The list of entities: the people, organisations, places and more that the article names.

Owns the order of the names in a group, and how a name, its count and its sparkline share a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.keys.commands import Context
from reader.model import Document, Entity, EntityId, EntityType
from reader.reading.entity_groups import GROUPS
from reader.text.cells import width as cell_width
from reader.text.excerpt import crop, flat
from reader.text.sparkline import buckets, sparkline, starts
from reader.ui.bindings import bindings
from reader.ui.messages import EntityCardAsked, EntityChosen
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList

SPARKLINE = (4, 8)
"""The least and the most cells of the sparkline that shows where the mentions are."""

MIN_SPARKLINE_WIDTH, MIN_COUNT_WIDTH = 26, 16
"""Cells of a row below which the sparkline is left out, and below which the count is."""

LONGEST_NAME = 100
"""The most cells of a name that are measured."""

NAME_COLUMN = 3
"""The column of the names, after the bar and the sign."""

LONG_NAMES = 10
"""One name in ten may be so long that its row has no sparkline. The longest of the other names sets the width
of all sparklines."""


class EntityItems(ItemSource):
    """The entities of an article by group. Entities are identified by their ids.

    `chosen` is the entity whose mentions are the active set. `searching` is whether detection may still find
    names.
    """

    def __init__(self, document: Document) -> None:
        self._starts = starts(document.blocks)
        self._listed = [document.entities[index] for index in grouped(document.entities)]
        most = max((len(entity.mentions) for entity in self._listed), default=0)
        self._count_width = len(f"{most:,}") + 2
        self._titled = frozenset(
            item
            for item, entity in enumerate(self._listed)
            if not item or self._listed[item - 1].type != entity.type
        )
        widths = sorted(cell_width(flat(entity.name, LONGEST_NAME)) for entity in self._listed)
        self._name_width = widths[-1 - len(widths) // LONG_NAMES] if widths else 0
        self.chosen: EntityId | None = None
        self.searching = False

    def entity(self, item: int) -> Entity | None:
        """The entity of an item; None if there is no such item."""
        return self._listed[item] if item < len(self._listed) else None

    def id_of(self, item: int) -> EntityId:
        """The id of the entity of an item."""
        return self._listed[item].id

    def item_of(self, entity: EntityId | None) -> int | None:
        """The item of an entity; None if the entity is not listed."""
        return next((item for item, listed in enumerate(self._listed) if listed.id == entity), None)

    def item_named(self, name: str | None) -> int | None:
        """The first item with that name; None if there is no such item."""
        return next((item for item, listed in enumerate(self._listed) if listed.name == name), None)

    def count(self) -> int:
        """One item per entity."""
        return len(self._listed)

    def lead(self, item: int) -> int:
        """The title of a group above its first entity, with a blank row above all titles but the first."""
        return 0 if item not in self._titled else 2 if item else 1

    def heights(self, width: int) -> Iterable[int]:
        """One row for each entity, and the lead rows."""
        return (self.lead(item) + 1 for item in range(len(self._listed)))

    def caption(self) -> tuple[str, str]:
        """The title, and how many entities there are."""
        return "People and places", f"{len(self._listed):,}"

    def empty_text(self) -> str:
        """The reason why there are no entities."""
        return "Looking for names…" if self.searching else "No names in this article."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Bar, sign of the type, name, sparkline and count; the title of the group above its first entity."""
        entity = self._listed[item]
        row = self._row(entity, width, state)
        if item not in self._titled:
            return [row]
        title = state.line(width).to(2).add(GROUPS[entity.type], state.style("list--dim"))
        return [state.line(width), title, row] if item else [title, row]

    def _row(self, entity: Entity, width: int, state: ItemState) -> Line:
        is_chosen = entity.id == self.chosen
        accent, dim = state.style("list--accent"), state.style("list--dim")
        line = state.line(width)
        if state.under_cursor or is_chosen:
            line.add(SIGNS.cursor if state.under_cursor else SIGNS.here, accent)
        sign = state.style(f"entities--{entity.type}") if entity.mentions else dim
        line.to(1).add(SIGNS.entities[entity.type], sign).to(3)
        count = f"{len(entity.mentions):,}" if width >= MIN_COUNT_WIDTH else ""
        end = width - (self._count_width if count else 0)
        words = flat(entity.name, width)
        cells = self._sparkline_cells(width, end)
        if cell_width(words) > end - cells - 1 - NAME_COLUMN:
            cells = 0
        sparkline_at = end - cells
        room = max(1, sparkline_at - line.used - (1 if cells else 0))
        name = "list--strong" if is_chosen else "entities--name" if entity.mentions else "list--dim"
        line.add(crop(words, room), state.style(name))
        if cells and entity.mentions:
            levels = sparkline(buckets(entity.mentions, self._starts, cells), SIGNS.levels)
            line.to(sparkline_at).add(levels, accent if is_chosen else dim)
        return line.right(count, dim, width)

    def _sparkline_cells(self, width: int, end: int) -> int:
        """The width of the sparklines, which end at column `end`. They get narrower before a name is cut."""
        least, most = SPARKLINE
        if width < MIN_SPARKLINE_WIDTH:
            return 0
        cells = min(most, end - NAME_COLUMN - self._name_width - 1)
        return cells if cells >= least else 0


class EntitySidebar(VirtualList):
    """Lists the article's entities by type. Posts `EntityChosen` and `EntityCardAsked`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"entities--name", *(f"entities--{kind}" for kind in EntityType)}

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.ENTITIES)

    chosen: reactive[EntityId | None] = reactive(None, repaint=False)
    """The entity whose mentions are the active set, which gets the bar; None when there is no such entity."""

    awaited: reactive[bool] = reactive(False)
    """Whether detection may still find names."""

    def __init__(self, document: Document, *, id: str | None = None) -> None:
        self._entities = EntityItems(document)
        super().__init__(self._entities, id=id)

    def chosen_message(self, item: int) -> Message:
        """The entity of an item was chosen."""
        return EntityChosen(self._entities.id_of(item))

    @property
    def entity_under_cursor(self) -> Entity | None:
        """The entity that the keys act on; None when the list is empty."""
        return self._entities.entity(self.cursor)

    def point_at(self, entity: EntityId) -> None:
        """Put the cursor on an entity, if it is listed."""
        self.put_cursor(self._entities.item_of(entity))

    def replace(self, document: Document, renamed: Mapping[str, str]) -> None:
        """List another version of the article. The cursor stays on its entity, or otherwise in its row.

        `renamed` maps names to the names that replaced them: the cursor follows an entity that was merged
        into another one.
        """
        under, before = self.entity_under_cursor, self._entities
        self.items = self._entities = EntityItems(document)
        self._entities.chosen, self._entities.searching = before.chosen, before.searching
        self.items_changed()
        if under is not None:
            item = self._entities.item_of(under.id)
            if item is None:
                item = self._entities.item_named(renamed.get(under.name))
            self.put_cursor(self.cursor if item is None else item)

    def action_ask_card(self) -> None:
        """Ask for the card of the entity under the cursor."""
        if (entity := self.entity_under_cursor) is not None:
            self.post_message(EntityCardAsked(entity.id))

    def watch_chosen(self, old: EntityId | None, new: EntityId | None) -> None:
        """Move the bar, and show the chosen entity."""
        self._entities.chosen = new
        item = self._entities.item_of(new)
        self.item_changed(self._entities.item_of(old), item)
        if item is not None:
            if not self.has_focus:
                self.cursor = item
            self.reveal(item, near=1)

    def watch_awaited(self, awaited: bool) -> None:
        """Show in an empty list whether more names may be found."""
        self._entities.searching = awaited


def grouped(entities: Sequence[Entity]) -> tuple[int, ...]:
    """The indices of the entities by group; in a group by number of mentions, then by first mention.

    Entities without a mention come last in their group. Dates and figures keep the order of the article,
    which is by time and by size if the reader detected them.
    """
    order = {kind: place for place, kind in enumerate(GROUPS)}

    def key(index: int) -> tuple[object, ...]:
        entity = entities[index]
        if entity.type in (EntityType.DATE, EntityType.FIGURE):
            return order[entity.type], index
        first = entity.mentions[0].place if entity.mentions else (0, 0)
        return order[entity.type], -len(entity.mentions), first, index

    return tuple(sorted(range(len(entities)), key=key))
