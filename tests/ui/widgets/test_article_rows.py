"""The painted rows of the article: gutter, indents, layers, and their exact width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.geometry import Offset

from reader.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Inline,
    InlineKind,
    Place,
    Quote,
    Span,
)
from reader.text.ambiguous_width import without_placeholders
from reader.text.cells import width as cell_width
from reader.text.match_list import PieceMatches, SpanMatches
from reader.text.page import Page, page
from reader.ui.theme.themes import MONOCHROME
from reader.ui.widgets.article_rows import NARROW, TIGHT, gutter_width
from tests.ui.widgets.article_host import Host, article, every_kind, looks, many, paragraphs, row_with
from tests.ui.widgets.lines import rows


def with_quotes(shown: Page, *quotes: Quote) -> Page:
    """The page with quotes."""
    return page(replace(shown.document, quotes=quotes))


@pytest.mark.parametrize("width", [1, 2, 3, 12, TIGHT - 1, TIGHT, NARROW - 1, NARROW, 80, 200])
async def test_every_row_has_its_width_and_a_style_in_every_segment(width: int) -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(width, 60)):
        view.chosen = (view.page.start, view.page.end)
        view.matches, view.current = SpanMatches([Span(0, 1, 6)]), 0
        for y in range(60):
            strip = view.render_line(y)
            assert strip.cell_length == width == cell_len(strip.text)
            assert all(segment.style is not None for segment in strip)


async def test_each_kind_of_block_has_its_own_form() -> None:
    view = article(every_kind(), measure=40)
    async with Host(view).run_test(size=(60, 40)):
        shown = [row.strip() for row in rows(view)]
        assert shown[:5] == ["T", "", "A byline", "─────", ""]
        assert "•" in shown[row_with(view, "A long item")]
        assert "7. numbered" in shown[row_with(view, "numbered")]
        assert "▎" in shown[row_with(view, "block quote")]
        item, rest = row_with(view, "A long item"), row_with(view, "another row")
        assert rows(view)[item].index("A long") == rows(view)[rest].index("another")


async def test_numbers_stand_in_the_gutter_and_headings_have_none() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(100, 40)):
        numbered = {row.split()[0] for row in rows(view) if row.split() and row.split()[0].isdigit()}
        assert numbered == {str(number) for number in range(1, 8)}
        assert rows(view)[row_with(view, "A heading")].strip() == "A heading"


async def test_the_gutter_gives_way_to_the_text() -> None:
    page = many(3)
    wide, narrow = gutter_width(page, NARROW), gutter_width(page, NARROW - 1)
    assert wide > narrow > gutter_width(page, TIGHT - 1) == 0
    for width, first in ((NARROW, "1"), (NARROW - 1, "1"), (TIGHT - 1, "Paragraph")):
        view = article(page)
        async with Host(view).run_test(size=(width, 10)):
            assert rows(view)[row_with(view, "Paragraph 0")].split()[0] == first


@pytest.mark.parametrize("width", [NARROW - 1, NARROW + 20])
async def test_numbers_end_in_one_column_however_many_there_are(width: int) -> None:
    view = article(many(10_000))
    async with Host(view).run_test(size=(width, 10)):
        view.show_place(Place(9_997, 0), at_top=True)
        shown = [row for row in rows(view) if "Paragraph" in row]
        view.show_top(0)
        shown += [row for row in rows(view) if "Paragraph" in row]
        ends = {row.index(row.split()[0]) + len(row.split()[0]) for row in shown}
        assert len(ends) == 1
        assert len({row.index("Paragraph") for row in shown}) == 1


async def test_a_quote_has_a_tint_over_its_marks_and_a_sign() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "We woke up")
        strip = view.render_line(row)
        assert rows(view)[row].split()[:2] == ["1", "“"]
        tint = looks(strip, "“We woke up,”")
        assert " on #" in tint
        assert looks(strip, " said") != tint


async def test_entities_and_markup_overlap() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(100, 20)):
        strip = view.render_line(row_with(view, "We woke up"))
        name, plain = looks(strip, "Ada"), looks(strip, ", and ")
        assert "underline" in name
        assert "italic" in name
        assert "bold" in looks(strip, "bold")
        assert "underline" in looks(strip, "link")
        assert "underline" not in plain


@pytest.mark.parametrize("theme", ["textual-light", MONOCHROME.name])
async def test_struck_and_inserted_words_differ_from_names_and_links(theme: str) -> None:
    block = Block(
        "Ten, nine, a link and Ada.",
        inlines=(
            Inline(0, 3, InlineKind.STRUCK),
            Inline(5, 9, InlineKind.INSERTED),
            Inline(13, 17, InlineKind.LINK, "https://example.org"),
        ),
    )
    ada = Entity("Ada", EntityType.PERSON, mentions=(Span(0, 22, 25),))
    view = article(page(Document("T", (block,), entities=(ada,))))
    host = Host(view)
    async with host.run_test(size=(100, 20)) as pilot:
        host.register_theme(MONOCHROME)
        host.theme = theme
        await pilot.pause()
        strip = view.render_line(row_with(view, "Ten, nine"))
        struck, inserted = looks(strip, "Ten"), looks(strip, "nine")
        assert "strike" in struck
        assert "underline2" in inserted
        for words in ("link", "Ada", ", "):
            assert not {"strike", "underline2"} & set(looks(strip, words).split())


async def test_matches_cover_what_is_under_them_and_the_current_differs() -> None:
    view = article(paragraphs("one two one two one"))
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "one two")
        plain = looks(view.render_line(row), "one two")
        view.matches, view.current = SpanMatches([Span(0, 0, 3), Span(0, 8, 11)]), 1
        ones = [str(s.style) for s in view.render_line(row) if s.text == "one"]
        hit, match = ones
        assert len({plain, hit, match}) == 3
        assert looks(view.render_line(row), " two") == plain


async def test_the_number_of_the_current_match_has_its_own_style() -> None:
    view = article(many(3))
    async with Host(view).run_test(size=(100, 20)):
        usual = looks(view.render_line(row_with(view, "Paragraph 1")), "  2")
        view.matches, view.current = SpanMatches([Span(0, 0, 4), Span(1, 0, 4)]), 1
        here = looks(view.render_line(row_with(view, "Paragraph 1")), "  2")
        assert here != usual
        view.scroll_rows(1)
        view.current = 0
        assert looks(view.render_line(row_with(view, "Paragraph 1")), "  2") == usual


async def test_the_cursor_covers_a_whole_character() -> None:
    page = paragraphs("a👩‍🌾b日本")
    view = article(page)
    async with Host(view).run_test(size=(100, 20)):
        for start, seen in ((1, "👩‍🌾"), (5, "日")):
            view.chosen = (Place(0, start), Place(0, start))
            strip = view.render_line(row_with(view, "a👩‍🌾"))
            assert [without_placeholders(s.text) for s in strip if "reverse" in str(s.style)] == [seen]


async def test_a_marker_of_ambiguous_width_keeps_its_column() -> None:
    item = Block("कुआँ", BlockKind.ITEM, level=1, marker="कि.")
    view = article(page(Document("T", (item,))))
    async with Host(view).run_test(size=(60, 20)):
        strip = view.render_line(
            next(y for y, row in enumerate(rows(view)) if "कुआँ" in without_placeholders(row))
        )
        assert strip.cell_length == cell_len(strip.text) == 60
        painted = strip.text.split("कुआँ")[0]
        before = without_placeholders(painted)
        assert cell_len(painted) == cell_width(before)
        assert view.place_under(Offset(cell_width(before), view.flow.y_of(Place(0, 0)))) == Place(0, 0)
        assert view.place_under(Offset(cell_width(before) - 1, view.flow.y_of(Place(0, 0)))) is None


async def test_a_selection_reaches_over_blocks_from_either_end() -> None:
    view = article(paragraphs("one two", "three", "four five"))
    async with Host(view).run_test(size=(100, 20)):
        plain = looks(view.render_line(row_with(view, "four")), "four")
        for ends in ((Place(0, 4), Place(2, 3)), (Place(2, 3), Place(0, 4))):
            view.chosen = ends
            lit = []
            for words in ("one two", "three", "four five"):
                strip = view.render_line(row_with(view, words))
                background = [s for s in strip if s.style and s.style.bgcolor and str(s.style) != plain]
                lit.append("".join(s.text for s in background if s.style and "offset" in s.style.meta))
            assert [part.strip() for part in lit][1] == "three"
            assert lit[0].endswith("two")
            assert lit[2].startswith("four")


@pytest.mark.slow
async def test_a_letter_takes_the_place_of_the_sign() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(100, 20)):
        view.letters = {0: "k"}
        assert rows(view)[row_with(view, "We woke up")].split()[:2] == ["1", "k"]


async def test_code_is_tinted_to_the_end_of_its_measure() -> None:
    view = article(every_kind(), measure=40)
    async with Host(view).run_test(size=(60, 40)):
        strip = view.render_line(row_with(view, "x = 1"))
        tint = looks(strip, "x = 1").split(" on ")[1].split()[0]
        tinted = sum(s.cell_length for s in strip if s.style and tint in str(s.style))
        assert tinted == view.flow.width


async def test_the_current_quote_has_a_bar_and_the_others_of_its_speaker_a_lighter_tint() -> None:
    shown_page = paragraphs("“One,” said Ada Okafor, “two.” “Three,” said nobody.")
    quotes = [
        Quote("One", (Span(0, 1, 4),), "Ada Okafor"),
        Quote("two", (Span(0, 25, 28),), "Ada Okafor"),
        Quote("Three", (Span(0, 32, 37),)),
    ]
    view = article(with_quotes(shown_page, *quotes))
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "said Ada")
        usual = {words: looks(view.render_line(row), words) for words in ("“One,”", "“two.”", "“Three,”")}
        assert usual["“One,”"] == usual["“two.”"] != usual["“Three,”"]
        view.quoting = True
        view.matches, view.current = PieceMatches([quotes[0].pieces, quotes[1].pieces]), 0
        shown = {words: looks(view.render_line(row), words) for words in usual}
        assert len({*shown.values(), usual["“One,”"]}) == 4
        assert shown["“Three,”"] == usual["“Three,”"]
        assert not any("bold" in look for look in shown.values())
        assert rows(view)[row].split()[:2] == ["1", "┃"]


async def test_a_block_quote_has_a_bar_and_no_tint_until_it_is_current() -> None:
    block = Block("The water did not ask us.", BlockKind.QUOTE)
    quote = Quote(block.text[:-1], (Span(0, 0, 24),), "Ada Okafor")
    view = article(with_quotes(page(Document("T", (block,))), quote))
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "The water")
        assert rows(view)[row].split()[:2] == ["1", "▎"]
        plain = looks(view.render_line(row), block.text)
        assert "italic" not in plain
        view.quoting = True
        view.matches, view.current = PieceMatches([quote.pieces]), 0
        assert looks(view.render_line(row), "The water did not ask us") != plain


async def test_annotations_can_be_hidden() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "We woke up")
        view.marks_hidden = True
        strip = view.render_line(row)
        assert rows(view)[row].split()[:2] == ["1", "“We"]
        assert looks(strip, "“We woke up") == looks(strip, " and ")
        assert "bold" in looks(strip, "bold")


async def test_a_match_is_seen_while_annotations_are_hidden() -> None:
    shown_page = paragraphs("“One,” said Ada Okafor, “two.”")
    quote = Quote("One", (Span(0, 1, 4),), "Ada Okafor")
    view = article(with_quotes(shown_page, quote))
    async with Host(view).run_test(size=(100, 20)):
        row = row_with(view, "said Ada")
        view.marks_hidden = view.quoting = True
        plain = looks(view.render_line(row), "“One")
        view.matches, view.current = PieceMatches([quote.pieces]), 0
        assert looks(view.render_line(row), "One") != plain
