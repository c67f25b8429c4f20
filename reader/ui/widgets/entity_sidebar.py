"""Who is who: the people, organisations, places and more that the article speaks of.

Owns their order in a group, and how a name, its count and the places of its mentions share a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.keys.commands import Context
from reader.model import Document, Entity, EntityId, EntityType
from reader.reading.entity_groups import GROUPS
from reader.text.excerpt import crop, flat
from reader.text.sparkline import buckets, sparkline, starts
from reader.ui.bindings import bindings
from reader.ui.widgets.line import Line
from reader.ui.widgets.looks import Look
from reader.ui.widgets.row_list import RowList


class EntitySidebar(RowList):
    """Lists the article's entities by type. Posts `Chosen` and `CardAsked`."""

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            **RowList.LOOKS,
            "entities--name": Look("ink"),
            **{f"entities--{kind}": Look(f"entity-{kind}") for kind in EntityType},
        }
    )

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.ENTITIES)

    STRIP = (4, 8)
    """The least and the most cells of the strip that shows where the mentions lie."""

    ROOM_FOR_STRIP, ROOM_FOR_COUNT = 26, 16
    """Cells a row needs before the one and the other is worth giving up a part of the name."""

    chosen: reactive[EntityId | None] = reactive(None, repaint=False)
    """The entity whose mentions are the active set, which gets the bar; None when there is none."""

    class Chosen(Message):
        """An entity was chosen."""

        def __init__(self, entity: EntityId) -> None:
            super().__init__()
            self.entity = entity

    class CardAsked(Message):
        """The reader asked for the card of an entity."""

        def __init__(self, entity: EntityId) -> None:
            super().__init__()
            self.entity = entity

    def __init__(
        self,
        document: Document,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._take(document)

    def _take(self, document: Document) -> None:
        self._entities = document.entities
        self._starts = starts(document.blocks)
        self._listed = grouped(self._entities)
        most = max((len(entity.mentions) for entity in self._entities), default=0)
        self._count_width = len(f"{most:,}") + 2
        self._titled = frozenset(
            item
            for item, index in enumerate(self._listed)
            if not item or self._entities[self._listed[item - 1]].type != self._entities[index].type
        )

    def chosen_message(self, item: int) -> Message:
        """The entity of an item was chosen."""
        return self.Chosen(self._entities[self._listed[item]].id)

    @property
    def entity_under_cursor(self) -> Entity | None:
        """The entity that the keys act on; None when the list is empty."""
        return self._entities[self._listed[self.cursor]] if self.cursor < len(self._listed) else None

    def _item_of(self, entity: EntityId | None) -> int | None:
        """The item of an entity; None when it is not listed."""
        return next((item for item, i in enumerate(self._listed) if self._entities[i].id == entity), None)

    def point_at(self, entity: EntityId) -> None:
        """Put the cursor on an entity, if it is listed."""
        self.put_cursor(self._item_of(entity))

    def replace(self, document: Document, renamed: Mapping[str, str]) -> None:
        """List another version of the article; the cursor stays on its entity, else in its row.

        `renamed` maps names to the names that replaced them: the cursor follows an entity that was
        merged into another one.
        """
        under = self.entity_under_cursor
        self._take(document)
        self.items_changed()
        if under is not None:
            item = self._item_of(under.id)
            if item is None and under.name in renamed:
                names = [self._entities[index].name for index in self._listed]
                item = names.index(renamed[under.name]) if renamed[under.name] in names else None
            self.put_cursor(self.cursor if item is None else item)

    def caption(self) -> tuple[str, str]:
        """The title, and how many entities there are."""
        return "People and places", f"{len(self._entities):,}"

    def vacant(self) -> str:
        """Said where there are no entities."""
        return "Looking for names…" if self.awaited else "No names in this article."

    def item_count(self) -> int:
        """One item per entity."""
        return len(self._listed)

    def item_lead(self, item: int) -> int:
        """A blank row and the group's title above its first entity; no blank row at the very top."""
        return 0 if item not in self._titled else 2 if item else 1

    def item_height(self, item: int, width: int) -> int:
        """One row, and what stands above it."""
        return self.item_lead(item) + 1

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """Bar, sign of the type, name, strip and count; the group's title above the first."""
        index = self._listed[item]
        over = self.cursor_tint if cursor else None
        row = self._row(index, width, cursor).strip(over)
        if item not in self._titled:
            return [row]
        title = Line(width, self.blank).to(2)
        title.add(GROUPS[self._entities[index].type], self.style_of("row-list--dim"))
        blank = [Line(width, self.blank).strip()] if item else []
        return [*blank, title.strip(), row]

    def _row(self, index: int, width: int, cursor: bool) -> Line:
        entity = self._entities[index]
        chosen = entity.id == self.chosen
        accent, dim = self.style_of("row-list--here"), self.style_of("row-list--dim")
        line = Line(width, self.blank)
        line.add(self.signs.cursor if cursor else self.signs.here if chosen else " ", accent)
        kind = self.style_of(f"entities--{entity.type}") if entity.mentions else dim
        line.add(self.signs.entities[entity.type], kind).to(3)
        count = f"{len(entity.mentions):,}" if width >= self.ROOM_FOR_COUNT else ""
        least, most = self.STRIP
        shown = min(most, least + width - self.ROOM_FOR_STRIP) if width >= self.ROOM_FOR_STRIP else 0
        strip_at = width - (self._count_width if count else 0) - shown
        room = max(1, strip_at - line.used - (1 if shown else 0))
        line.add(crop(flat(entity.name, room), room), self._name_style(index))
        if shown and entity.mentions:
            counts = buckets(entity.mentions, self._starts, shown)
            line.to(strip_at).add(sparkline(counts, self.signs.levels), accent if chosen else dim)
        return line.right(count, dim, width)

    def _name_style(self, index: int) -> Style:
        if self._entities[index].id == self.chosen:
            return self.style_of("row-list--strong")
        return self.style_of("entities--name" if self._entities[index].mentions else "row-list--dim")

    def action_ask_card(self) -> None:
        """Ask for the card of the entity under the cursor."""
        if (entity := self.entity_under_cursor) is not None:
            self.post_message(self.CardAsked(entity.id))

    def watch_chosen(self, old: EntityId | None, new: EntityId | None) -> None:
        """Move the bar, and show the chosen entity."""
        item = self._item_of(new)
        self.item_changed(*(each for each in (self._item_of(old), item) if each is not None))
        if item is not None:
            if not self.has_focus:
                self.cursor = item
            self.reveal(item, near=1)


def grouped(entities: Sequence[Entity]) -> tuple[int, ...]:
    """The indices of the entities by group, most mentioned first, then the first mentioned.

    What is mentioned nowhere comes last in its group. Dates and figures stay in the article's order: in
    time and by size where they were found by the reader.
    """
    order = {kind: place for place, kind in enumerate(GROUPS)}

    def key(index: int) -> tuple[object, ...]:
        entity = entities[index]
        if entity.type in (EntityType.DATE, EntityType.FIGURE):
            return order[entity.type], index
        first = entity.mentions[0].place if entity.mentions else (0, 0)
        return order[entity.type], -len(entity.mentions), first, index

    return tuple(sorted(range(len(entities)), key=key))
