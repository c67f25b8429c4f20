"""The dialog for the type of an entity."""

from __future__ import annotations

import pytest

from reader.model import EntityType
from reader.reading.entity_groups import GROUPS
from reader.ui.screens.entity_types import KINDS, KindScreen
from tests.dialog_host import HOSTILE, OPEN, Host, rows, sweep


def screen(name: str = "Ada Okafor") -> KindScreen:
    return KindScreen(name, EntityType.PLACE)


def test_every_type_can_be_chosen_in_the_order_of_the_sidebar() -> None:
    assert list(KINDS) == list(GROUPS)


async def test_the_cursor_begins_at_the_present_kind() -> None:
    async with Host(screen).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        shown = [" ".join(row.split()) for row in rows(pilot, "#kinds")]
        assert len(shown) == len(EntityType)
        assert shown[0] == "1 ○ Person somebody, alive or not, real or not"
        assert [row for row in shown if row.startswith("▌")] == [
            "▌ 4 △ Place a country, town, river, building"
        ]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("enter",), EntityType.PLACE),
        (("j", "enter"), EntityType.EVENT),
        (("1",), EntityType.PERSON),
        (("9",), EntityType.OTHER),
        (("0", "x", "2"), EntityType.ORGANIZATION),
        (("escape",), None),
    ],
)
async def test_keys(keys: tuple[str, ...], kind: EntityType | None) -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        assert host.result is kind


@pytest.mark.slow
async def test_a_click_chooses() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.click("#kinds", offset=(5, 1))
        assert host.result is EntityType.ORGANIZATION


async def test_markup_in_a_name_is_text() -> None:
    host = Host(lambda: screen(HOSTILE))
    async with host.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == [f"What is {HOSTILE}?"]
        assert host.result is OPEN


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(screen)
