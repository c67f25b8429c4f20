"""The entity sidebar: groups, order, and what a row leaves out in a narrow panel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Block, Document, Entity, EntityId, EntityType, Span
from reader.reading.entity_groups import GROUPS
from reader.reading.identities import identified
from reader.ui.messages import EntityCardAsked, EntityChosen
from reader.ui.widgets.entity_sidebar import EntitySidebar, grouped
from tests.ui.widgets.lines import rows
from tests.ui.widgets.panel_host import Host, river


def ids(document: Document, *entities: int) -> list[EntityId]:
    """The ids of entities by their index in the document."""
    return [document.entities[index].id for index in entities]


def under(sidebar: EntitySidebar) -> str | None:
    """The name under the cursor."""
    entity = sidebar.entity_under_cursor
    return None if entity is None else entity.name


async def test_entities_are_grouped_with_sparkline_and_count() -> None:
    app = Host(sidebar := EntitySidebar(river()))
    async with app.run_test(size=(40, 16)):
        assert rows(sidebar)[:11] == [
            "People and places  5",
            "",
            "  People",
            " ○ Ada Okafor                 ▂ ▂    2",
            " ○ Marta Hollin              ▂       1",
            " ○ Nobody At All                     0",
            "",
            "  Organisations",
            " □ The Ministry of Lands             0",
            "",
            "  Places",
        ]
        assert rows(sidebar)[11].startswith(" △ Lenne")


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (38, " ○ Ada Okafor               ▂ ▂     2"),
        (34, " ○ Ada Okafor             ▂▂   2"),
        (32, " ○ Ada Okafor                2"),
        (24, " ○ Ada Okafor        2"),
        (16, " ○ Ada Okafor"),
        (13, " ○ Ada Oka…"),
        (5, " ○ A…"),
        (3, " ○"),
    ],
)
async def test_a_narrow_panel_drops_the_sparkline_then_the_count(width: int, row: str) -> None:
    app = Host(sidebar := EntitySidebar(river()))
    async with app.run_test(size=(width, 16)):
        shown = next(text for text in rows(sidebar) if "○" in text)
        assert shown.split() == row.split()
        assert all(sidebar.render_line(y).cell_length == width for y in range(16))


def test_the_most_mentioned_come_first_then_the_first_mentioned() -> None:
    def entity(name: str, *starts: int, kind: EntityType = EntityType.PERSON) -> Entity:
        return Entity(name, kind, (), "", tuple(Span(0, start, start + 1) for start in starts))

    entities = (
        entity("never"),
        entity("late", 9),
        entity("early", 2),
        entity("often", 5, 6, 7),
        entity("a date", 1, kind=EntityType.DATE),
        entity("a place", kind=EntityType.PLACE),
    )
    assert [entities[index].name for index in grouped(entities)] == [
        "often", "early", "late", "never", "a place", "a date",
    ]  # fmt: skip


def test_every_type_has_a_group() -> None:
    assert set(GROUPS) == set(EntityType)


async def test_keys_and_clicks_post_the_chosen_entity() -> None:
    document = river()
    app = Host(sidebar := EntitySidebar(document))
    async with app.run_test(size=(40, 16)) as pilot:
        sidebar.focus()
        await pilot.press("enter", "j", "i")
        await pilot.click(sidebar, offset=(3, 2))
        await pilot.click(sidebar, offset=(3, 11))
        await pilot.pause()
        assert [m.entity for m in app.told(EntityChosen)] == ids(document, 2, 0)
        assert [m.entity for m in app.told(EntityCardAsked)] == ids(document, 1)


async def test_the_chosen_entity_has_a_bar_and_bold_text() -> None:
    document = river()
    app = Host(sidebar := EntitySidebar(document))
    async with app.run_test(size=(40, 16)) as pilot:
        sidebar.chosen = document.entities[0].id
        await pilot.pause()
        y = next(y for y, row in enumerate(rows(sidebar)) if row.startswith("▌△ Lenne"))
        styles = {segment.text.replace(" ", ""): segment.style for segment in sidebar.render_line(y)}
        assert styles["Lenne"] == sidebar.get_component_rich_style("list--strong")
        assert styles["▂▂"] == sidebar.get_component_rich_style("list--accent")
        sidebar.chosen = document.entities[2].id
        await pilot.pause()
        assert sum(row.startswith("▌") for row in rows(sidebar)) == 1
        sidebar.chosen = None
        assert not any(row.startswith("▌") for row in rows(sidebar))


async def test_an_entity_chosen_elsewhere_becomes_visible() -> None:
    entities = tuple(
        Entity(f"Person {number}", EntityType.PERSON, (), "", (Span(0, number, number + 1),))
        for number in range(90)
    )
    document = identified(Document("T", (Block("x" * 100),), entities=entities))
    app = Host(sidebar := EntitySidebar(document))
    async with app.run_test(size=(40, 16)) as pilot:
        sidebar.chosen = document.entities[80].id
        await pilot.pause()
        assert any(row.startswith("▌○ Person 80") for row in rows(sidebar))
        assert sidebar.cursor == 80


async def test_an_empty_sidebar_shows_a_message() -> None:
    app = Host(sidebar := EntitySidebar(Document("T", (Block("x"),))))
    async with app.run_test(size=(40, 16)) as pilot:
        sidebar.focus()
        await pilot.press("i", "enter")
        assert rows(sidebar)[2] == "No names in this article."
        assert app.heard == []


async def test_another_version_keeps_the_cursor_on_its_name() -> None:
    before = river()
    app = Host(entities := EntitySidebar(before))
    async with app.run_test(size=(40, 30)) as pilot:
        entities.focus()
        await pilot.press("j")
        assert under(entities) == "Marta Hollin"
        after = replace(before, entities=(replace(before.entities[1], name="M. Hollin"), before.entities[0]))
        entities.replace(after, {"Marta Hollin": "M. Hollin"})
        assert (under(entities), entities.cursor) == ("M. Hollin", 0)
        assert rows(entities)[0] == "People and places  2"


async def test_another_version_without_the_name_keeps_the_row() -> None:
    before = river()
    app = Host(entities := EntitySidebar(before))
    async with app.run_test(size=(40, 30)) as pilot:
        entities.focus()
        await pilot.press("j")
        entities.replace(replace(before, entities=(before.entities[0], *before.entities[2:])), {})
        assert entities.cursor == 1
        assert under(entities) == "Nobody At All"
        entities.replace(replace(before, entities=()), {})
        assert under(entities) is None
        await pilot.press("i", "enter")
        entities.replace(before, {})
        assert entities.cursor == 0


async def test_the_cursor_stays_on_the_right_one_of_two_equal_names() -> None:
    paris = (Entity("Paris", EntityType.PERSON), Entity("Paris", EntityType.PLACE))
    before = identified(Document("T", (Block("x"),), entities=paris))
    app = Host(entities := EntitySidebar(before))
    async with app.run_test(size=(40, 30)) as pilot:
        entities.focus()
        await pilot.press("j")
        entities.replace(before, {})
        assert entities.entity_under_cursor == paris[1]


def test_dates_and_figures_stay_in_the_articles_order() -> None:
    spans = (Span(0, 0, 1), Span(0, 2, 3))
    entities = (
        Entity("1999", EntityType.DATE, mentions=spans[1:]),
        Entity("2021", EntityType.DATE, mentions=spans),
        Entity("$3", EntityType.FIGURE, mentions=spans[1:]),
        Entity("$2", EntityType.FIGURE, mentions=spans),
    )
    assert grouped(entities) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (44, " △ Lower Marsh of Hollin Bay    ▂     1"),
        (36, " △ Lower Marsh of Hollin Bay  1"),
        (30, " △ Lower Marsh of Hollin…  1"),
    ],
)
async def test_a_name_is_cut_only_when_the_sparklines_are_gone(width: int, row: str) -> None:
    name = "Lower Marsh of Hollin Bay"
    entity = Entity(name, EntityType.PLACE, (), "", (Span(1, 0, 25),))
    document = Document("T", (Block("x" * 50), Block(name)), entities=(entity,))
    app = Host(sidebar := EntitySidebar(document))
    async with app.run_test(size=(width, 8)):
        [shown] = [text for text in rows(sidebar) if "△" in text]
        assert shown.split() == row.split()
