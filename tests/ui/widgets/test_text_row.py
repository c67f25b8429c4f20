"""A row of words: a part that does not fit is left out completely."""

from __future__ import annotations

import pytest

from reader.keys.keymap import KeyHint
from reader.ui.widgets.text_row import TextRow, keys, titled
from tests.ui.widgets.lines import rows
from tests.ui.widgets.panel_host import Host


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, "Enter read   q quit"),
        (19, "Enter read   q quit"),
        (18, "Enter read"),
        (12, "Enter read"),
        (7, "Enter"),
    ],
)
async def test_keys_are_named_as_far_as_there_is_room(width: int, shown: str) -> None:
    row = TextRow(keys([KeyHint("Enter", "read"), KeyHint("q", "quit")]))
    async with Host(row).run_test(size=(width, 3)):
        assert rows(row)[0] == shown


async def test_new_parts_replace_the_old_ones() -> None:
    row = TextRow(titled("Hits", 1234))
    async with Host(row).run_test(size=(30, 3)):
        assert rows(row)[0] == "Hits  1,234"
        row.show(titled("None"))
        assert rows(row)[0] == "None"
