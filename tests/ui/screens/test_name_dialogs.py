"""The dialogs in which a name is typed or chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from reader.model import Block, Document, Entity, EntityType, Quote, Span
from reader.ui.screens.entity_names import NameScreen, Offer, merge_screen, rename_screen, speaker_screen
from tests.dialog_host import HOSTILE, OPEN, Host, article, rows, sweep
from tests.numbered_ids import entity, numbered


def document() -> Document:
    """Four people, a river and a ministry; one quote by a person who is no entity."""
    entities = (
        Entity(
            "Ada Okafor", EntityType.PERSON, ("Okafor",), "A hydrologist.", (Span(0, 0, 1), Span(1, 0, 1))
        ),
        Entity("J. Brandt", EntityType.PERSON, (), "", (Span(1, 0, 1),)),
        Entity("Lenne", EntityType.PLACE, (), "", (Span(1, 0, 1),)),
        Entity("Johan Brandt", EntityType.PERSON),
        Entity("日本 太郎", EntityType.PERSON),
    )
    quotes = (Quote("We woke up and the bridge was in another country", (Span(0, 0, 1),), "A neighbour"),)
    return numbered(Document("T", (Block("One."), Block("Two.")), quotes=quotes, entities=entities))


def rename() -> NameScreen:
    return rename_screen(document().entities[0])


def merge() -> NameScreen:
    people = document()
    return merge_screen(people, people.entities[1])


def speaker() -> NameScreen:
    return speaker_screen(document(), document().quotes[0])


def names(pilot: Pilot[None]) -> list[str]:
    """The rows of the list, with single blanks."""
    return [" ".join(row.split()) for row in rows(pilot, "#names") if row.strip()]


async def test_merging_offers_those_who_share_a_word_first() -> None:
    async with Host(merge).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Merge J. Brandt into"]
        assert names(pilot) == [
            "▌ ○ Johan Brandt",
            "○ Ada Okafor A hydrologist. 2",
            "○ 日本 太郎",
            "△ Lenne 1",
        ]


async def test_descriptions_are_in_one_column() -> None:
    offers = [
        Offer("Bo", about="A cook."),
        Offer("Ada Okafor", about="A hydrologist."),
        Offer("日本", about="A land."),
    ]
    async with Host(lambda: NameScreen("Who", offers)).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        shown = [row for row in rows(pilot, "#names") if row.strip()]
        columns = {cell_len(row[: row.index(one.about)]) for row, one in zip(shown, offers, strict=True)}
        assert columns == {4 + len("Ada Okafor") + 2}


async def test_letters_narrow_the_offers_by_alias_too() -> None:
    host = Host(merge)
    async with host.run_test(size=(100, 30)) as pilot:
        height = pilot.app.screen.query_one("#dialog").size.height
        await pilot.press(*"okaf")
        assert names(pilot) == ["▌ ○ Ada Okafor A hydrologist. 2"]
        assert pilot.app.screen.query_one("#dialog").size.height == height
        await pilot.press("enter")
        assert isinstance(host.result, Offer)
        assert (host.result.name, host.result.entity) == ("Ada Okafor", entity(0))


async def test_names_that_begin_with_the_letters_come_first() -> None:
    offers = [Offer("Enna"), Offer("Nadia"), Offer("Oda Naumann")]
    async with Host(lambda: NameScreen("Who", offers)).run_test(size=(100, 30)) as pilot:
        await pilot.press(*"na")
        assert [row.removeprefix("▌ ") for row in names(pilot)] == ["Nadia", "Oda Naumann", "Enna"]


async def test_without_a_fitting_name_nothing_can_be_merged() -> None:
    host = Host(merge)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"xyz", "enter")
        assert names(pilot) == ["No name has these letters."]
        assert host.result is OPEN


async def test_a_new_name_is_typed_or_chosen_from_the_aliases() -> None:
    host = Host(rename)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert names(pilot) == ["▌ Ada Okafor as it is", "○ Okafor"]
        await pilot.press("backspace", "x")
        assert names(pilot) == ["▌ Ada Okafox as typed", "○ Okafor"]
        await pilot.press("enter")
        assert isinstance(host.result, Offer)
        assert host.result.name == "Ada Okafox"


@pytest.mark.slow
async def test_an_alias_becomes_the_name() -> None:
    host = Host(rename)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press("down", "enter")
        assert isinstance(host.result, Offer)
        assert host.result.name == "Okafor"


async def test_an_empty_field_lists_the_aliases() -> None:
    async with Host(rename).run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+u")
        assert names(pilot) == ["▌ ○ Okafor"]


async def test_a_speaker_is_offered_or_typed() -> None:
    host = Host(speaker)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["Who said “We woke up and the bridge was in…”?"]
        assert [row.split()[-1] for row in names(pilot)] == ["2", "1", "Brandt", "太郎", "neighbour"]
        await pilot.press(*"bra")
        assert names(pilot) == ["▌ ○ J. Brandt 1", "○ Johan Brandt", "bra as typed"]
        await pilot.press("up", "up", "down", "pagedown", "enter")
        assert isinstance(host.result, Offer)
        assert (host.result.name, host.result.entity) == ("bra", None)


@pytest.mark.slow
async def test_an_offered_name_is_not_listed_again_as_typed() -> None:
    async with Host(speaker).run_test(size=(100, 30)) as pilot:
        await pilot.press(*"A neighbour")
        assert names(pilot) == ["▌ A neighbour"]


@pytest.mark.slow
async def test_a_click_chooses_a_name() -> None:
    host = Host(merge)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.click("#names", offset=(6, 3))
        assert isinstance(host.result, Offer)
        assert host.result.name == "Lenne"


@pytest.mark.parametrize("make", [rename, merge, speaker])
async def test_escape_chooses_nothing(make: Callable[[], NameScreen]) -> None:
    host = Host(make)
    async with host.run_test(size=(60, 20)) as pilot:
        await pilot.press("escape")
        assert host.result is None


async def test_markup_in_names_is_text() -> None:
    hostile = article(hostile=True).document
    async with Host(lambda: merge_screen(hostile, hostile.entities[2])).run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        assert any(HOSTILE in row for row in rows(pilot, "#names"))


@pytest.mark.slow
async def test_two_thousand_names_are_found_by_their_letters() -> None:
    entities = tuple(Entity(f"Name {n}", EntityType.PERSON) for n in range(2_000))
    crowd = Document("T", (Block("One."),), entities=entities)
    async with Host(lambda: merge_screen(crowd, crowd.entities[0])).run_test(size=(100, 30)) as pilot:
        await pilot.press(*"1234")
        assert names(pilot) == ["▌ ○ Name 1234"]


@pytest.mark.slow
@pytest.mark.parametrize("make", [rename, merge, speaker])
async def test_every_size(make: Callable[[], NameScreen]) -> None:
    await sweep(make)
