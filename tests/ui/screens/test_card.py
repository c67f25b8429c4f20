"""The card of an entity."""

from __future__ import annotations

import pytest

from reader.model import Block, Document, Entity, EntityType, Span
from reader.reading.speakers import speaker_hues
from reader.ui.screens.card import CardHead, CardScreen
from tests.dialog_host import HOSTILE, OPEN, Host, article, rows, sweep


def screen(entity: int = 0, *, hostile: bool = False) -> CardScreen:
    document = article(hostile=hostile).document
    return CardScreen(document, document.entities[entity], speaker_hues(document))


@pytest.mark.slow
async def test_the_head_says_who_it_is() -> None:
    async with Host(screen).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        head = rows(pilot, "CardHead")
        assert head[0].split() == ["○", "Ada", "Okafor", "person"]
        assert head[1].strip() == "also Okafor, Ms Okafor"
        assert head[3].strip() == "Hydrologist who led the survey."
        assert set(head[5].strip()) == {"▁", "▂"}


async def test_missing_information_takes_no_row_on_the_card() -> None:
    async with Host(lambda: screen(2)).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.query_one(CardHead).size.height == 2
        assert rows(pilot, "#card") == ["Not mentioned in the text."]


@pytest.mark.slow
async def test_quotes_by_name_and_alias_come_before_the_mentions() -> None:
    async with Host(screen).run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        shown = [" ".join(row.split()) for row in rows(pilot, "#card")]
        assert shown == [
            "Said 2",
            "▌ ¶2 We woke up … and the bridge was in another country",
            "– Words that stand nowhere",
            "",
            "Mentioned 1",
            "¶2 “We woke up,” said Ada Okafor, “and the bridge was in another country.”",
        ]


@pytest.mark.parametrize(("downs", "span"), [(0, Span(1, 1, 11)), (2, Span(1, 18, 28))])
async def test_enter_ends_with_the_span_of_the_item(downs: int, span: Span) -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press(*["j"] * downs, "enter")
        assert host.result == span


async def test_a_quote_without_a_place_says_so() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("j", "enter")
        assert rows(pilot, "#dialog-hints") == ["These words have no place in the text."]
        assert host.result is OPEN


async def test_markup_in_an_article_is_text() -> None:
    async with Host(lambda: screen(0, hostile=True)).run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        assert HOSTILE in rows(pilot, "CardHead")[3]
        assert any(HOSTILE in row for row in rows(pilot, "#card"))


@pytest.mark.slow
@pytest.mark.parametrize("entity", [0, 2])
async def test_every_size(entity: int) -> None:
    await sweep(lambda: screen(entity, hostile=True))


def crowd() -> CardScreen:
    """The card of a person without quotes who is named together with two others, once and twice."""
    blocks = tuple(Block(f"{n}") for n in range(3))
    entities = (
        Entity("Ada", EntityType.PERSON, (), "", tuple(Span(n, 0, 1) for n in range(3))),
        Entity("日本", EntityType.PLACE, (), "", (Span(0, 0, 1),)),
        Entity("Bo", EntityType.PERSON, (), "", (Span(0, 0, 1), Span(2, 0, 1))),
    )
    document = Document("T", blocks, entities=entities)
    return CardScreen(document, document.entities[0], speaker_hues(document))


async def test_cooccurring_names_are_listed_before_the_mentions() -> None:
    async with Host(crowd).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        shown = [" ".join(row.split()) for row in rows(pilot, "#card")]
        assert shown[:5] == ["Named with", "▌ 2× ○ Bo", "1× △ 日本", "", "Mentioned 3"]


async def test_enter_on_a_name_opens_its_card_and_escape_comes_back() -> None:
    host = Host(crowd)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert rows(pilot, "CardHead")[0].split() == ["○", "Bo", "person"]
        await pilot.press("escape")
        await pilot.pause()
        assert rows(pilot, "CardHead")[0].split() == ["○", "Ada", "person"]
        assert host.result is OPEN


async def test_a_place_chosen_on_another_card_is_the_result() -> None:
    host = Host(crowd)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("j", "enter")
        await pilot.pause()
        assert rows(pilot, "CardHead")[0].split() == ["△", "日本", "place"]
        await pilot.press("G", "enter")
        await pilot.pause()
        assert host.result == Span(0, 0, 1)


@pytest.mark.slow
async def test_a_card_of_many_names_at_every_size() -> None:
    await sweep(crowd)
