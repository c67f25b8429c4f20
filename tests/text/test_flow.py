"""The layout of a page: every row, and every place on a row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, BlockKind, Document, Place, Quote, Span
from reader.text import cells
from reader.text.flow import Flow, Row, RowKind
from reader.text.page import Page, page

TEXTS = st.text(st.sampled_from("aab e \n-’日。「e\u0301\u200d❤\ufe0f👩🇩🇪กำ한कि"), max_size=50)
KINDS = [
    kind for kind in BlockKind if kind.value in ("paragraph", "heading", "quote", "item", "code", "caption")
]
BLOCKS = st.builds(
    Block, TEXTS, st.sampled_from(KINDS), st.integers(0, 7), st.sampled_from(("", "", "1.", "10.", "一、"))
)
WIDTHS = st.one_of(st.integers(1, 16), st.integers(17, 300))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    parts = [draw(st.one_of(st.just(""), TEXTS)) for _ in range(3)]
    blocks = tuple(draw(st.lists(BLOCKS, min_size=1, max_size=7)))
    document = Document("The title of it", blocks, kicker=parts[0], standfirst=parts[1], note=parts[2])
    return page(document, draw(st.sampled_from(("", "Ada · 1 min", "Ada Okafor ·  · 日本 · 1 word"))))


def flow_of(*blocks: Block, width: int = 20) -> Flow:
    return Flow(Page(Document("T", blocks), ()), width)


def every_row(flow: Flow) -> list[Row]:
    return [flow.row(y) for y in range(flow.height)]


def shown(flow: Flow) -> list[str]:
    """Every row as it is painted: indent and words, or a sign for a blank row or the rule."""
    out = []
    for row in every_row(flow):
        text = flow.page.block(row.block).text
        words = flow.prefix(row) + text[row.start : flow.visible_end(row)]
        out.append({RowKind.TEXT: words, RowKind.BLANK: "", RowKind.RULE: "----"}[row.kind])
    return out


# -- rows --------------------------------------------------------------------------------------------


def test_a_rule_follows_the_headline() -> None:
    document = Document(
        "The day the river moved",
        (Block("On the last night of March"),),
        kicker="SCIENCE",
        standfirst="A flood redrew a border.",
        note="Retold.",
    )
    assert shown(Flow(page(document, "Ada · 8 min"), 16)) == [
        *("SCIENCE", "", "The day the", "river moved", "", "A flood redrew a", "border.", ""),
        *("Ada · 8 min", "", "Retold.", "----", "", "On the last", "night of March"),
    ]


def test_a_rule_follows_a_title_without_other_parts() -> None:
    assert shown(Flow(page(Document("Title", (Block("Text"),))), 16)) == ["Title", "----", "", "Text"]


def test_a_page_without_a_headline_begins_with_its_first_block() -> None:
    assert shown(flow_of(Block("Text"))) == ["Text"]


def test_two_blank_rows_precede_a_section() -> None:
    blocks = [
        *(Block("A", BlockKind.HEADING, 1), Block("one"), Block("B", BlockKind.HEADING, 2), Block("two")),
        *(Block("C", BlockKind.HEADING, 3), Block("three")),
    ]
    assert shown(flow_of(*blocks)) == ["A", "", "one", "", "", "B", "", "two", "", "C", "", "three"]


def test_rows_of_list_items_are_aligned() -> None:
    blocks = [
        Block("These are:"),
        Block("the first of the points", BlockKind.ITEM, 1, "9."),
        Block("the second", BlockKind.ITEM, 1, "10."),
        Block("a point below it", BlockKind.ITEM, 2),
        Block("All."),
    ]
    assert shown(flow_of(*blocks)) == [
        *("These are:", "", " 9. the first of the", "    points", "10. the second", "    ◦ a point below"),
        *("      it", "", "All."),
    ]


def test_quotes_and_captions_are_indented() -> None:
    quote = Block("She said that it was\nso", BlockKind.QUOTE, 1)
    caption = Block("The river in May of 1871", BlockKind.CAPTION)
    assert shown(flow_of(quote, caption)) == [
        *("  She said that it", "  was", "  so", "", "  The river in May", "  of 1871"),
    ]


def test_code_keeps_its_line_breaks() -> None:
    code = Block("def f():\n\n    return one + two + three", BlockKind.CODE)
    assert shown(flow_of(code)) == ["  def f():", "  ", "      return one +", "        two + three"]


def test_rows_of_a_long_line_of_code_are_indented_deeper() -> None:
    code = Block("        return one + two\nx = one_or_two_or_all_x", BlockKind.CODE)
    expected = ["          return one", "          + two", "  x = one_or_two_or_", "    all_x"]
    assert shown(flow_of(code)) == expected
    assert all(len(row) <= 20 for row in expected)


def test_no_row_of_the_byline_begins_or_ends_with_the_separator() -> None:
    line = "Ada Okafor · The Daily Example · 28 May 2015 · 181 words, 1 min"
    flow = Flow(page(Document("T", (Block("a"),)), line), 44)
    assert shown(flow)[2:4] == ["Ada Okafor · The Daily Example · 28 May 2015", "181 words, 1 min"]
    assert flow.character_at(2, 44) is None
    assert flow.place_in_row(2, 50) == Place(-1, line.index(" · 181"))
    for width in range(1, 80):
        rows = shown(Flow(page(Document("T", (Block("a"),)), line), width))
        rows = rows[2 : rows.index("----")]
        assert " ".join(row.strip("·") for row in rows) == " ".join(rows)


def test_an_empty_block_has_a_row() -> None:
    flow = flow_of(Block("a"), Block(""), Block("b"))
    assert shown(flow) == ["a", "", "", "", "b"]
    assert flow.row(2) == Row(1, 0, 0, RowKind.TEXT, True)


def test_blank_rows_and_the_rule_belong_to_the_block_after_them() -> None:
    flow = Flow(page(Document("Title", (Block("a"), Block("b", BlockKind.HEADING, 1)))), 10)
    assert [(row.block, row.kind.value, row.lead) for row in every_row(flow)] == [
        (-1, "text", True),
        (0, "rule", False),
        (0, "blank", False),
        (0, "text", True),
        *[(1, "blank", False)] * 2,
        (1, "text", True),
    ]


# -- queries -----------------------------------------------------------------------------------------


def test_a_row_or_block_outside_the_page_is_refused() -> None:
    flow = flow_of(Block("a"), Block("b"))
    for y in (-1, 3):
        with pytest.raises(IndexError):
            flow.row(y)
    for block in (-1, 2):
        with pytest.raises(IndexError):
            flow.rows_of(block)
    assert flow.row(2) == Row(1, 0, 1, RowKind.TEXT, True)
    with pytest.raises(ValueError, match="cells wide"):
        flow_of(Block("a"), width=0)


def test_a_place_outside_the_page_counts_as_the_nearest_place() -> None:
    flow = flow_of(Block("one two three"), Block("four"), width=5)
    assert flow.y_of(Place(-4, 3)) == flow.y_of(Place(0, -3)) == 0
    assert flow.y_of(Place(0, 99)) == 2
    assert flow.y_of(Place(9, 0)) == flow.height - 1 == 4
    assert flow.place_at(-3) == Place(0, 0)
    assert flow.place_at(99) == Place(1, 0)
    assert flow.place_in_row(99, 2) == Place(1, 2)


def test_the_end_of_a_block_is_on_its_last_row() -> None:
    flow = flow_of(Block("one two"), width=3)
    assert [flow.y_of(Place(0, offset)) for offset in range(8)] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_a_column_counts_cells_including_the_indent() -> None:
    flow = flow_of(Block("日本e\u0301x", BlockKind.ITEM), width=20)
    assert [flow.column_of(Place(0, offset)) for offset in (0, 1, 2, 4, 5)] == [2, 4, 6, 7, 8]
    assert [flow.place_in_row(0, column).offset for column in range(10)] == [0, 0, 0, 0, 1, 1, 2, 4, 5, 5]
    characters = [flow.character_at(0, column) for column in range(9)]
    assert [place and place.offset for place in characters] == [None, None, 0, 0, 1, 1, 2, 4, None]


def test_overhanging_blanks_are_at_the_last_column() -> None:
    flow = flow_of(Block("one    two"), width=4)
    assert [flow.column_of(Place(0, offset)) for offset in (3, 4, 5, 6)] == [3, 4, 4, 4]
    assert flow.place_in_row(0, 9) == Place(0, 3)


def test_a_column_left_or_right_of_the_text_gives_the_nearest_place() -> None:
    flow = flow_of(Block("abcdef gh"), Block("x"), width=4)
    assert shown(flow) == ["abcd", "ef", "gh", "", "x"]
    assert flow.place_in_row(0, 9) == Place(0, 3)  # the place behind it is shown on the next row
    assert flow.place_in_row(1, 9) == Place(0, 6)
    assert flow.place_in_row(2, 9) == Place(0, 9)
    assert flow.place_in_row(3, 9) == Place(1, 0)
    assert flow.character_at(1, 2) is None
    assert flow.character_at(3, 0) is None
    assert flow.character_at(9, 0) is None


# -- properties --------------------------------------------------------------------------------------


@given(pages(), WIDTHS)
def test_rows_cover_every_block(page: Page, width: int) -> None:
    flow = Flow(page, width)
    rows = every_row(flow)
    assert len(rows) == flow.height
    for index, block in page:
        own = [(y, row) for y, row in enumerate(rows) if row.block == index and row.kind is RowKind.TEXT]
        assert [y for y, _ in own] == list(flow.rows_of(index))
        assert "".join(block.text[row.start : row.end] for _, row in own) == block.text
        assert [row.lead for _, row in own] == [True] + [False] * (len(own) - 1)
    assert rows[0].kind is rows[-1].kind is RowKind.TEXT
    assert [row.block for row in rows] == sorted(row.block for row in rows)
    assert sum(row.kind is RowKind.RULE for row in rows) == 1


@given(pages(), WIDTHS)
def test_no_row_is_painted_past_the_edge(page: Page, width: int) -> None:
    flow = Flow(page, width)
    for row, words in zip(every_row(flow), shown(flow), strict=True):
        text = page.block(row.block).text
        alone = text[row.start : flow.visible_end(row)]
        one = cells.ceil(cells.advance(alone), 0) == len(alone)
        assert row.kind is not RowKind.TEXT or cells.width(words) <= width or one
        assert cells.width(flow.prefix(row)) <= max(0, width - 1)


@given(pages(), WIDTHS)
def test_a_row_and_its_places_map_to_each_other(page: Page, width: int) -> None:
    flow = Flow(page, width)
    for y, row in enumerate(every_row(flow)):
        place = flow.place_at(y)
        if row.kind is RowKind.TEXT:
            assert place == Place(row.block, row.start)
            assert flow.y_of(place) == y
            assert flow.column_of(place) == cells.width(flow.prefix(row))
        else:
            assert place == Place(row.block, 0)
            assert flow.y_of(place) > y


@settings(max_examples=50)
@given(pages(), WIDTHS)
def test_a_column_and_its_place_map_to_each_other(page: Page, width: int) -> None:
    flow = Flow(page, width)
    for y, row in enumerate(every_row(flow)):
        last = -1
        for column in range(min(width, 40) + 2):
            place = flow.place_in_row(y, column)
            character = flow.character_at(y, column)
            if row.kind is not RowKind.TEXT:
                assert character is None
                continue
            assert flow.y_of(place) == y
            assert last <= place.offset <= row.end
            last = place.offset
            assert flow.column_of(place) <= max(column, cells.width(flow.prefix(row)))
            if character is not None:
                assert character == place
                assert place.offset < row.end


@given(pages(), st.data())
def test_every_place_has_a_row(page: Page, data: st.DataObject) -> None:
    flow = Flow(page, data.draw(WIDTHS))
    index = data.draw(st.integers(page.first, page.last))
    offset = data.draw(st.integers(0, len(page.block(index).text)))
    row = flow.row(flow.y_of(Place(index, offset)))
    assert row.block == index
    assert row.start <= offset <= row.end
    assert 0 <= flow.column_of(Place(index, offset)) <= flow.width


@pytest.mark.parametrize("width", range(1, 301, 7))
def test_a_page_is_laid_out_at_every_width(width: int) -> None:
    blocks = (
        Block("On the last night of March the river rose, e\u0301 日本語。"),
        Block("Deep", BlockKind.ITEM, 40, "123."),
        Block("said", BlockKind.QUOTE, 30),
        Block("x = 1\n" * 3, BlockKind.CODE),
    )
    flow = Flow(page(Document("The day the river moved", blocks), "Ada · 8 min"), width)
    assert flow.height >= 8
    assert flow.y_of(flow.page.end) == flow.height - 1


def test_a_page_that_differs_only_in_quotes_keeps_its_rows() -> None:
    blocks = (Block("word " * 40), Block("more " * 40))
    before = page(Document("T", blocks))
    flow = Flow(before, 30)
    after = page(Document("T", blocks, quotes=(Quote("word", (Span(0, 0, 4),)),)))
    twin = flow.for_page(after)
    assert twin is not None
    assert twin.page is after
    assert every_row(twin) == every_row(flow)
    assert flow.page is before
    assert flow.for_page(page(Document("Another", blocks))) is None
    assert flow.for_page(page(Document("T", (*blocks, Block("x"))))) is None


def test_a_compact_headline_has_no_blank_rows() -> None:
    document = Document(
        "The day the river moved",
        (Block("On the last night of March"), Block("The rest")),
        kicker="SCIENCE",
        standfirst="A flood redrew a border.",
        note="Retold.",
    )
    article = page(document, "Ada Okafor")
    assert shown(Flow(article, 40, compact=True)) == [
        "SCIENCE",
        "The day the river moved",
        "A flood redrew a border.",
        "Ada Okafor",
        "Retold.",
        "----",
        "",
        "On the last night of March",
        "",
        "The rest",
    ]
