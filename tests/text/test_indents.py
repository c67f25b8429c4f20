"""Indents of lists and other blocks at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Block, BlockKind, Document, Inline, InlineKind
from reader.text.indents import Indent, indents, usual_indent
from reader.text.page import page


def item(level: int = 1, marker: str = "") -> Block:
    return Block("text", BlockKind.ITEM, level, marker)


def hung(width: int, *items: Block) -> list[str]:
    found = indents(page(Document("T", items)), width)
    assert all(cell_len(first) == cell_len(rest) and not rest.strip() for first, rest in found.values())
    return [found[index].first for index in range(len(items)) if index in found]


def test_each_level_has_its_bullet() -> None:
    shown = ["• ", "  ◦ ", "    ▪ ", "      ▪ ", "• "]
    assert hung(72, item(), item(2), item(3), item(4), item()) == shown


def test_an_item_without_a_level_has_level_1() -> None:
    assert hung(72, item(0)) == ["• "]


def test_numbers_are_aligned_right() -> None:
    assert hung(72, item(marker="9."), item(marker="10.")) == [" 9. ", "10. "]


def test_a_nested_item_begins_under_the_text_of_its_parent() -> None:
    assert hung(72, item(marker="10."), item(2), item(2, "a)")) == ["10. ", "     ◦ ", "    a) "]


def test_each_list_is_aligned_by_itself() -> None:
    assert hung(72, item(marker="9."), Block("between"), item(marker="10.")) == ["9. ", "10. "]


def test_a_missing_level_has_the_usual_width() -> None:
    assert hung(72, item(3)) == ["    ▪ "]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(1, ""), (2, ""), (3, "•"), (6, "• "), (9, "10."), (11, "10."), (12, "  10. ")],
)
def test_a_number_becomes_a_bullet_on_a_tiny_page(width: int, shown: str) -> None:
    assert hung(width, item(2, "10."))[0] == shown


@pytest.mark.parametrize(
    ("block", "indent"),
    [
        (Block("t"), Indent("", "")),
        (Block("t", BlockKind.HEADING, 2), Indent("", "")),
        (Block("t", BlockKind.QUOTE), Indent("  ", "  ")),
        (Block("t", BlockKind.QUOTE, 2), Indent("    ", "    ")),
        (Block("t", BlockKind.CAPTION), Indent("  ", "  ")),
        (Block("t", BlockKind.CAPTION, inlines=(Inline(0, 1, InlineKind.LINK),)), Indent("▣ ", "  ")),
        (Block("by t", BlockKind.CAPTION, inlines=(Inline(3, 4, InlineKind.LINK),)), Indent("  ", "  ")),
        (Block("t", BlockKind.CODE), Indent("  ", "    ")),
    ],
)
def test_the_indents_of_other_kinds_of_block(block: Block, indent: Indent) -> None:
    assert usual_indent(block, 72) == indent


@given(
    st.lists(
        st.builds(
            Block,
            st.just("text"),
            st.sampled_from(BlockKind),
            st.integers(0, 10**9),
            st.sampled_from(("", "1.", "12345678901234567890.", "一、", "👩\u200d🚀")),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 40),
)
def test_there_is_always_room_for_text(blocks: list[Block], width: int) -> None:
    found = indents(page(Document("T", tuple(blocks))), width)
    for index, block in enumerate(blocks):
        for prefix in found.get(index) or usual_indent(block, width):
            assert cell_len(prefix) <= max(width // 2, 0)
            assert cell_len(prefix) < width


@pytest.mark.parametrize("width", [3, 11])
def test_a_tiny_page_has_no_sign_of_an_image(width: int) -> None:
    caption = Block("t", BlockKind.CAPTION, inlines=(Inline(0, 1, InlineKind.LINK),))
    assert usual_indent(caption, width) == Indent(" ", " ")
