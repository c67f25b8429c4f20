"""The navigator: numbers, signs, first words, and following the reading place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.model import Block, BlockKind, Document
from reader.reading.speakers import speaker_hues
from reader.text.page import page
from reader.ui.messages import BlockChosen
from reader.ui.widgets.paragraph_nav import ParagraphNav
from tests.ui.widgets.lines import rows
from tests.ui.widgets.panel_host import Host, long_article, river

ROOT = Path(__file__).parents[3]


class Held:
    """A set of matches in the blocks given."""

    def __init__(self, *blocks: int) -> None:
        self.held = blocks

    def blocks(self) -> Sequence[int]:
        return self.held


async def test_every_block_has_its_row() -> None:
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(30, 14)):
        assert rows(nav)[:13] == [
            "Paragraphs  6",
            "",
            "▌  1   On the last night of…",
            "   2 “ “We woke up, and the…",
            "",
            "    A line on paper",
            "   3 “ “The water did not…",
            "   4 “ Ms Okafor pointed at…",
            "",
            "    What the court may do",
            "   5 “ “You cannot move a…",
            "   6   日本語の段落もありま…",
            "",
        ]


async def test_a_match_sign_replaces_the_quote_sign() -> None:
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(30, 14)) as pilot:
        nav.matches = Held(0, 3)
        await pilot.pause()
        shown = rows(nav)
        assert shown[2].startswith("▌  1 • On")
        assert shown[6].startswith("   3 • “The")
        nav.matches = None
        assert rows(nav)[6].startswith("   3 “ “The")


async def test_marks_are_shown_after_the_number() -> None:
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(30, 14)):
        nav.marks = {1: "a"}
        assert rows(nav)[3].startswith("   2a“ “We")


@pytest.mark.slow
async def test_the_sign_of_a_quote_has_its_speakers_hue() -> None:
    document = river()
    app = Host(nav := ParagraphNav(page(document), speaker_hues(document)))
    async with app.run_test(size=(30, 14)):
        for y, hue in ((3, 1), (6, 2), (10, 3)):
            sign = next(s for s in nav.render_line(y) if s.text == "“")
            assert sign.style == nav.get_component_rich_style(f"navigator--speaker-{hue}"), y


async def test_the_current_paragraph_has_a_bar_and_is_bold() -> None:
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(30, 14)):
        nav.here = 3
        shown = rows(nav)
        assert shown[2].startswith("   1")
        assert shown[6].startswith("▌  3")
        words = list(nav.render_line(6))[-3]
        assert words.text.startswith("“The water")
        assert words.style is not None
        assert words.style.bold


async def test_the_navigator_does_not_scroll_while_the_place_is_visible() -> None:
    app = Host(nav := ParagraphNav(page(long_article(500))))
    async with app.run_test(size=(30, 12)) as pilot:
        nav.here = 4
        assert nav.scroll_offset.y == 0
        nav.here = 11
        assert nav.scroll_offset.y == 4
        nav.here = 400
        await pilot.pause()
        assert any(row.startswith("▌ 401") for row in rows(nav)[4:9])
        nav.here = -3
        await pilot.pause()
        assert rows(nav)[2].startswith("    1")


async def test_the_cursor_follows_until_the_user_moves_it() -> None:
    app = Host(nav := ParagraphNav(page(long_article(500))))
    async with app.run_test(size=(30, 12)) as pilot:
        nav.here = 7
        nav.focus()
        await pilot.pause()
        assert nav.cursor == 7
        await pilot.press("j")
        nav.here = 300
        assert nav.cursor == 8
        assert nav.scroll_offset.y == 0
        assert rows(nav)[10].startswith("►   9")
        await pilot.press("enter")
        await pilot.pause()
        assert [message.block for message in app.told(BlockChosen)] == [8]


async def test_an_article_of_headings_alone_has_no_numbers() -> None:
    blocks = (Block("One", BlockKind.HEADING), Block("Two", BlockKind.HEADING))
    app = Host(nav := ParagraphNav(page(Document("T", blocks))))
    async with app.run_test(size=(20, 10)):
        assert rows(nav)[:5] == ["Paragraphs  0", "", "▌   One", "", "    Two"]


async def test_five_digits_keep_their_column() -> None:
    app = Host(nav := ParagraphNav(page(long_article(10_275))))
    async with app.run_test(size=(30, 12)) as pilot:
        nav.here = 10_274
        await pilot.pause()
        shown = rows(nav)
        assert shown[0] == "Paragraphs  10,275"
        assert shown[-1].startswith("▌ 10275   Paragraph")
        assert shown[-2].startswith("  10274   Paragraph")


def test_no_color_leaves_signs_and_weight() -> None:
    """Painting under NO_COLOR, in a separate process because the variable is read at start-up."""
    script = """
import asyncio
from tests.ui.widgets.lines import rows
from tests.ui.widgets.panel_host import Host, river
from reader.text.page import page
from reader.ui.widgets.paragraph_nav import ParagraphNav

async def main():
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(30, 14)) as pilot:
        nav.focus()
        await pilot.press("j")
        app.export_screenshot()
        print(rows(nav)[2][0], rows(nav)[3][0])

asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == "▌ ►", done.stderr


async def test_a_wide_list_shows_two_rows_of_words() -> None:
    app = Host(nav := ParagraphNav(page(river())))
    async with app.run_test(size=(34, 24)):
        assert rows(nav)[2:11] == [
            "▌  1   On the last night of",
            "       March the Lenne rose.",
            "   2 “ “We woke up, and the",
            "       bridge was gone,” said…",
            "",
            "    A line on paper",
            "   3 “ “The water did not ask",
            "       us,” said Ada Okafor…",
            "   4 “ Ms Okafor pointed at the",
        ]
