"""The palette: what is offered, in which order, and never as markup."""

from __future__ import annotations

from asyncio import sleep

import pytest
from textual import events
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from reader.keys.commands import ARTICLE_COMMANDS
from reader.keys.keymap import DEFAULT_KEYMAP
from reader.model import Block, Document, EntityId, Place, QuoteId
from reader.text.cells import width
from reader.text.fold import Folded, fold
from reader.text.haystack import Haystack
from reader.text.page import Page, page
from reader.text.search import SearchIndex
from reader.ui.command_palette import ReaderPalette, candidate, providers, rank
from tests.article_text import load_text
from tests.dialog_host import HOSTILE, article
from tests.numbered_ids import numbered
from tests.plain_app import STYLES, PlainApp


class Reading(Screen[None]):
    """Replaces the reading screen and records the calls."""

    def __init__(self, shown_page: Page) -> None:
        super().__init__()
        self.page = shown_page
        self.keymap = DEFAULT_KEYMAP
        self.done: list[object] = []
        self._index = SearchIndex(shown_page)

    def compose(self) -> ComposeResult:
        yield Widget()

    def folded(self) -> Haystack:
        return self._index.folded(case=False)

    def run_command(self, command: str) -> None:
        self.done.append(command)

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        self.done.append((place, at_top))

    def choose_quote(self, quote: QuoteId) -> None:
        self.done.append(quote)

    def choose_entity(self, entity: EntityId) -> None:
        self.done.append(entity)


class Host(PlainApp):
    """An app with a reading screen or another screen."""

    CSS_PATH = [STYLES / "app.tcss"]

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self.reading = screen

    def get_default_screen(self) -> Screen[None]:
        return self.reading


async def offered(pilot: Pilot[None], words: str) -> list[str]:
    """The rows of the palette for the words, after it has gathered all candidates."""
    if not isinstance(pilot.app.screen, ReaderPalette):
        pilot.app.push_screen(ReaderPalette())
        await pilot.pause()
    field = pilot.app.screen.query_one("CommandInput", Input)
    field.value = words
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    options = pilot.app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(i).prompt) for i in range(options.option_count)]


def squeezed(rows: list[str]) -> list[str]:
    return [" ".join(row.split()) for row in rows]


async def test_before_anything_is_typed_the_commands_are_listed_in_their_order() -> None:
    async with Host(Reading(article())).run_test() as pilot:
        rows = squeezed(await offered(pilot, ""))
        assert rows == [f"{c.title} {DEFAULT_KEYMAP.labels(c.id)}" for c in ARTICLE_COMMANDS if c.palette]


@pytest.mark.parametrize(
    ("words", "first", "done"),
    [
        ("next para", "Next paragraph }", "move.next_paragraph"),
        ("quit", "Quit Q", "app.quit"),
        ("q", "Quit Q", "app.quit"),
        ("q!", "Quit Q", "app.quit"),
        ("wq", "Quit Q", "app.quit"),
        ("x", "Quit Q", "app.quit"),
        ("w", "Save to the library s", "article.save"),
        ("h", "Help ? F1", "app.help"),
        ("ms okafor", "Ada Okafor ○ person 1", "entity 0"),
        ("woke up", "“We woke up … and the bridge was in another country” Okafor", "quote 0"),
        (
            "last night of",
            "On the last night of March the Lenne rose four metres, and nobody knew why. ¶1",
            None,
        ),
        (
            "3",
            "The survey counts 412 hectares. 日本語の段落もあります。 See the treaty of the Lenne. ¶3",
            (Place(3, 0), True),
        ),
        (
            "¶2",
            "“We woke up,” said Ada Okafor, “and the bridge was in another country.” ¶2",
            (Place(1, 0), True),
        ),
        ("line on pap", "A line on paper heading", (Place(2, 0), True)),
    ],
)
async def test_enter_does_the_first_thing_found(words: str, first: str, done: object) -> None:
    reading = Reading(page(numbered(article().document)))
    async with Host(reading).run_test(size=(120, 40)) as pilot:
        assert squeezed(await offered(pilot, words))[0] == first
        await pilot.press("enter")
        await pilot.pause()
        assert reading.done == [done or (Place(0, 0), True)]


async def test_a_command_of_vi_is_offered_once_before_names_that_are_the_same_letter() -> None:
    named = load_text("title: t\nparagraphs: [X left.]\nentities: [{name: X, type: person}]\n", "x.yaml")
    async with Host(Reading(page(numbered(named.document)))).run_test(size=(120, 40)) as pilot:
        rows = squeezed(await offered(pilot, "x"))
        assert rows[:2] == ["Quit Q", "X ○ person 1"]
        assert rows.count("Quit Q") == 1


async def test_a_theme_is_found_and_set() -> None:
    async with Host(Reading(article())).run_test(size=(120, 40)) as pilot:
        rows = squeezed(await offered(pilot, "theme sepia"))
        assert rows == ["sepia theme"]
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.theme == "reader-sepia"


async def test_outside_the_article_only_themes_are_offered() -> None:
    async with Host(Screen()).run_test(size=(120, 40)) as pilot:
        assert await offered(pilot, "") == []
        assert await offered(pilot, "okafor") == []
        assert squeezed(await offered(pilot, "paper")) == ["paper theme"]


@pytest.mark.slow
async def test_markup_in_an_article_is_text() -> None:
    async with Host(Reading(article(hostile=True))).run_test(size=(160, 50)) as pilot:
        rows = await offered(pilot, "lenne")
        assert any(HOSTILE in row for row in rows)
        assert await offered(pilot, "[/]")
        await pilot.press("enter")
        await pilot.pause()


@pytest.mark.slow
async def test_a_long_article_offers_the_best_paragraphs_only() -> None:
    blocks = tuple(Block(f"Paragraph about topic{i} and more") for i in range(6_000))
    async with Host(Reading(page(Document("Long", blocks)))).run_test(size=(120, 40)) as pilot:
        assert len([row for row in await offered(pilot, "about") if "topic" in row]) == 12
        assert squeezed(await offered(pilot, "topic5432")) == ["Paragraph about topic5432 and more ¶5433"]


BOOK = """\
title: The harbour
paragraphs:
  - heading: The ledger of Zoë Ångström
  - >-
    In the first winter nobody came to the quay, and so it is told by the keeper, who was there on every
    one of its evenings and counted the lanterns of the boats that lay farther out than the lighthouse.
  - Nothing of the kind is known of the second winter, in which the keeper slept.
  - >-
    The quay was mended in the third year. Then came the boats, and with them the lighthouse keeper’s
    sister, and of the lanterns nobody had a word to say, though they were many, and most of them were red.
"""


@pytest.mark.parametrize(
    ("words", "first", "to"),
    [
        # At the end of the first paragraph.
        ("farther out", "that lay farther out than the lighthouse. ¶1", (1, "farther")),
        # Two paragraphs have both words. Only in the last one are they side by side.
        ("lighthouse keeper", "…and with them the lighthouse keeper’s sister", (3, "lighthouse")),
        # Apart, and in any order.
        ("boats lanterns", "…evenings and counted the lanterns of the boats that lay", (1, "lanterns")),
        ("slept winter", "Nothing of the kind", (2, "")),
        ("angstrom", "The ledger of Zoë Ångström heading", (0, "")),
    ],
)  # fmt: skip
async def test_a_paragraph_is_found_by_any_of_its_words_and_shows_them(
    words: str, first: str, to: tuple[int, str]
) -> None:
    reading = Reading(page(load_text(BOOK, "book.yaml").document))
    async with Host(reading).run_test(size=(120, 40)) as pilot:
        row = squeezed(await offered(pilot, words))[0]
        assert first in row, row
        await pilot.press("enter")
        await pilot.pause()
        place = Place(to[0], reading.page.block(to[0]).text.index(to[1]))
        assert reading.done == [(place, not to[1])], row


async def test_the_text_is_folded_once_however_many_keys_are_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[int] = []

    def counting(text: str, **choices: bool) -> Folded:
        folded.append(len(text))
        return fold(text, **choices)

    for module in ("reader.ui.command_palette", "reader.ui.widgets.offer_row", "reader.text.haystack"):
        monkeypatch.setattr(f"{module}.fold", counting)
    blocks = tuple(Block(f"Paragraph about topic{i} and " + "more " * 100) for i in range(6_000))
    reading = Reading(page(Document("Long", blocks)))
    async with Host(reading).run_test(size=(120, 40)) as pilot:
        await offered(pilot, "topi")
        whole = sum(len(block.text) for block in blocks)
        assert whole < sum(folded) < 1.01 * whole
        folded.clear()
        for words in ("topic", "topic5", "topic54 para", "more topic54", "e", "5"):
            assert any("¶" in row for row in await offered(pilot, words))
        # For each key only the typed words and a few visible rows are folded.
        assert sum(folded) < 12_000


@pytest.mark.parametrize("theme", ["reader-dark", "ansi-dark"])
@pytest.mark.parametrize("size", [(40, 20), (60, 10), (60, 20), (100, 30), (160, 45)])
async def test_the_number_of_a_paragraph_is_seen_at_every_width(size: tuple[int, int], theme: str) -> None:
    reading = Reading(page(load_text(BOOK, "book.yaml").document))
    async with Host(reading).run_test(size=size) as pilot:
        pilot.app.theme = theme
        rows = await offered(pilot, "keeper")
        options = pilot.app.screen.query_one(OptionList)
        assert sorted(row[-2:] for row in rows) == ["¶1", "¶2", "¶3"]
        assert all(width(row) <= options.scrollable_content_region.width - 2 for row in rows)


async def test_the_details_of_sentences_stand_at_the_edge() -> None:
    reading = Reading(page(load_text(BOOK, "book.yaml").document))
    async with Host(reading).run_test(size=(120, 40)) as pilot:
        (short,), (long,) = [await offered(pilot, words) for words in ("angstrom", "slept winter")]
        assert short.endswith("heading")
        assert long.endswith("¶2")
        assert width(short) == width(long)


@pytest.mark.slow
async def test_in_sixteen_colours_a_rule_separates_the_palette_from_the_text() -> None:
    room = []
    for theme, edges in (("reader-dark", {""}), ("ansi-dark", {"round"})):
        async with Host(Reading(article())).run_test(size=(100, 30)) as pilot:
            pilot.app.theme = theme
            await offered(pilot, "lenne")
            field, found = pilot.app.screen.query_one("#--input"), pilot.app.screen.query_one(OptionList)
            sides = field.styles.border_top, field.styles.border_left, found.styles.border_bottom
            assert {kind for kind, _ in sides} == edges
            option = found.get_component_styles("option-list--option")
            room.append(found.scrollable_content_region.width - option.padding.width)
    # The rule replaces blanks, so the words keep their cells.
    assert room == [84 - 6, 84 - 6]


async def test_enter_uses_the_whole_typed_text_however_fast() -> None:
    blocks = tuple(Block(f"This is paragraph {i} to look at") for i in range(1, 301))
    reading = Reading(page(Document("Long", blocks)))
    async with Host(reading).run_test(size=(120, 40)) as pilot:
        assert squeezed(await offered(pilot, "paragraph 2"))[0].endswith("¶2")
        for key, character in (("5", "5"), ("0", "0"), ("space", " "), ("t", "t"), ("enter", None)):
            pilot.app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert reading.done == [(Place(249, 0), True)]


@pytest.mark.slow
async def test_it_opens_at_any_size() -> None:
    async with Host(Reading(article(hostile=True))).run_test(size=(80, 24)) as pilot:
        await offered(pilot, "a")
        for size in ((1, 1), (2, 2), (5, 3), (20, 5), (60, 20), (250, 60)):
            await pilot.resize_terminal(*size)
            assert isinstance(pilot.app.screen, ReaderPalette)


def test_words_at_the_beginning_count_more_than_inside() -> None:
    at_start, at_word, inside, nowhere = (
        candidate(text, "", lambda: None) for text in ("river bend", "the river", "driver", "lake")
    )
    scores = [rank(["river"], one) for one in (at_start, at_word, inside, nowhere)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0
    assert rank([], at_start) == 0
    assert rank(["river", "lake"], at_start) == 0


def test_every_provider_is_one_of_the_palettes() -> None:
    assert len(providers()) == len(set(providers())) == 5


@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_page_keys_work_once_the_list_has_rows(key: str) -> None:
    host = Host(Reading(article()))
    async with host.run_test(size=(80, 24)) as pilot:
        palette = ReaderPalette()
        host.push_screen(palette)
        while not palette.is_mounted or not palette.query_one(OptionList).option_count:
            await sleep(0)
        options = palette.query_one(OptionList)
        assert not options.scrollable_content_region
        options.highlighted = 0
        await palette.run_action(f"command_list('{key[:4]}_{key[4:]}')")
        await pilot.pause()
        assert palette.is_active
        await pilot.press("pagedown")
        assert options.highlighted
