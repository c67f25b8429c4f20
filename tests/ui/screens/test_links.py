"""The list of links."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.strip import Strip

from reader.model import Block, Document, Inline, InlineKind, Place
from reader.text.page import Page, page
from reader.ui.screens.links import LinkChoice, LinksScreen, links_of, nearest
from reader.ui.widgets.picker import Picker
from tests.dialog_host import OPEN, Host, article, rows, sweep


def many(count: int) -> Page:
    text = "word " * count
    inlines = tuple(
        Inline(i * 5, i * 5 + 4, InlineKind.LINK, f"https://example.org/{i + 1}") for i in range(count)
    )
    return page(Document("Links", (Block(text, inlines=inlines),)))


def test_only_links_are_listed_in_reading_order() -> None:
    links = links_of(article())
    assert [link.text for link in links] == ["Lenne", "survey"]
    assert links[0].url == "https://example.org/lenne"


def test_an_address_is_cleaned_before_it_is_shown() -> None:
    inlines = (Inline(0, 4, InlineKind.LINK, "https://example.org/\x1b[2J\u202e"),)
    (link,) = links_of(page(Document("Links", (Block("word", inlines=inlines),))))
    assert link.url == "https://example.org/␛[2J\ufffd"


@pytest.mark.slow
async def test_words_and_the_whole_address_are_shown() -> None:
    async with Host(lambda: LinksScreen(article())).run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        shown = rows(pilot, "#links")
        assert [row.split() for row in shown[:3]] == [
            ["▌", "1", "Lenne"],
            ["▌", "https://example.org/lenne"],
            [],
        ]
        address = "".join(row.strip(" ▌") for row in shown[4:])
        assert address == "https://example.org/" + "a-long-way/" * 12


@pytest.mark.parametrize(
    ("place", "link"),
    [
        (Place(-1, 0), 0),
        (Place(0, 33), 0),
        (Place(0, 70), 0),
        (Place(1, 0), 0),
        (Place(2, 0), 1),
        (Place(3, 0), 1),
        (Place(9, 0), 1),
    ],
)
def test_the_link_at_the_place_or_in_the_nearest_paragraph_is_the_nearest(place: Place, link: int) -> None:
    assert nearest(links_of(article()), place) == link


def test_of_two_links_at_the_same_distance_the_link_after_the_place_is_nearest() -> None:
    blocks = tuple(Block("word", inlines=(Inline(0, 4, InlineKind.LINK, "https://a.org"),)) for _ in range(3))
    links = links_of(page(Document("Links", (blocks[0], Block("no link"), blocks[2]))))
    assert nearest(links, Place(1, 0)) == 1
    assert nearest(links_of(many(5)), Place(0, 12)) == 2
    assert nearest((), Place(0, 0)) == 0


async def test_the_list_opens_at_the_link_nearest_to_the_place() -> None:
    host = Host(lambda: LinksScreen(article(), Place(2, 0)))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(host.result, LinkChoice)
        assert host.result.url.startswith("https://example.org/a-long-way")


async def test_an_article_with_links_never_shows_that_it_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint = Picker.render_lines

    def recorded(picker: Picker, crop: Region) -> list[Strip]:
        strips = paint(picker, crop)
        painted.extend(strip.text for strip in strips)
        return strips

    monkeypatch.setattr(Picker, "render_lines", recorded)
    async with Host(lambda: LinksScreen(article())).run_test() as pilot:
        await pilot.pause()
        assert painted
        assert not any("no links" in line for line in painted)


async def test_past_the_last_link_it_opens_at_the_last() -> None:
    host = Host(lambda: LinksScreen(many(3), Place(0, 99)))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        assert host.result == LinkChoice("https://example.org/3")


@pytest.mark.slow
async def test_a_digit_chooses_at_once_if_no_longer_number_is_possible() -> None:
    host = Host(lambda: LinksScreen(many(3)))
    async with host.run_test() as pilot:
        await pilot.press("2")
        assert host.result == LinkChoice("https://example.org/2")


async def test_with_many_links_a_number_has_two_digits_or_enter() -> None:
    host = Host(lambda: LinksScreen(many(25)))
    async with host.run_test() as pilot:
        await pilot.press("2")
        assert host.result is OPEN
        assert rows(pilot, "#dialog-hints")[0].startswith("2 ")
        await pilot.press("5")
        assert host.result == LinkChoice("https://example.org/25")


async def test_enter_takes_the_number_typed_so_far() -> None:
    host = Host(lambda: LinksScreen(many(25)))
    async with host.run_test() as pilot:
        await pilot.press("2", "enter")
        assert host.result == LinkChoice("https://example.org/2")


async def test_a_number_without_a_link_shows_a_message() -> None:
    host = Host(lambda: LinksScreen(many(25)))
    async with host.run_test() as pilot:
        await pilot.press("2", "9")
        assert rows(pilot, "#dialog-hints") == ["There is no link 29."]
        await pilot.press("j")
        assert rows(pilot, "#dialog-hints")[0].startswith("Enter")
        await pilot.press("1", "1")
        assert host.result == LinkChoice("https://example.org/11")


async def test_an_article_without_links_says_so() -> None:
    host = Host(lambda: LinksScreen(page(Document("Plain", (Block("Words."),)))))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert rows(pilot, "#links") == ["This article has no links."]
        await pilot.press("1", "enter", "escape")
        assert host.result is None


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(lambda: LinksScreen(article()))


@pytest.mark.parametrize("key", ["r", "shift+enter"])
async def test_a_link_can_be_read_here(key: str) -> None:
    host = Host(lambda: LinksScreen(many(3)))
    async with host.run_test() as pilot:
        await pilot.press("j", key)
        assert host.result == LinkChoice("https://example.org/2", here=True)
