"""A field of one line: what is typed in scripts of ambiguous width stays within the field."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from reader.text.ambiguous_width import FILLER, without_placeholders
from reader.text.cells import width
from reader.ui.widgets.line_input import LineInput


class Host(App[None]):
    """Shows one field."""

    CSS = "LineInput { width: 20; }"

    def compose(self) -> ComposeResult:
        yield LineInput()


def painted(field: LineInput) -> str:
    return field.render_line(0).text


@pytest.mark.parametrize("value", ["कुआँ है", "ஒரு கிணறு", "👍🏽 yes", "plain", "日本"])
async def test_typed_text_has_the_same_width_as_elsewhere(value: str) -> None:
    app = Host()
    async with app.run_test(size=(40, 5)) as pilot:
        field = app.query_one(LineInput)
        field.focus()
        field.insert_words(value)
        await pilot.pause()
        shown = painted(field)
        assert cell_len(shown) == field.render_line(0).cell_length >= 20
        assert without_placeholders(shown).startswith(value + " ")
        assert width(value) == cell_len(shown) - (len(shown) - len(shown.rstrip(" ")))


async def test_the_end_of_a_line_wider_than_the_field_is_shown() -> None:
    app = Host()
    async with app.run_test(size=(40, 5)) as pilot:
        field = app.query_one(LineInput)
        field.focus()
        field.insert_words("कि" * 15 + "x")
        await pilot.pause()
        shown = painted(field)
        assert cell_len(shown) == field.render_line(0).cell_length
        assert shown.endswith("x ")
        assert FILLER in shown
        assert cell_len(shown) == 20
        *_, before, cursor = field.render_line(0)
        assert cursor.text == " "
        assert cursor.style != before.style
