"""The signs: each is one cell wide, and signs that can be confused are different."""

from __future__ import annotations

from rich.cells import cell_len

from reader.model import EntityType
from reader.ui.widgets.glyphs import SIGNS

SINGLE = [sign for name, sign in SIGNS._asdict().items() if isinstance(sign, str) and name != "levels"]


def test_every_sign_is_one_cell() -> None:
    assert all(cell_len(sign) == 1 for sign in SINGLE)
    assert all(cell_len(sign) == 1 for sign in SIGNS.entities.values())
    assert [cell_len(level) for level in SIGNS.levels] == [1] * 9


def test_types_and_states_differ_without_colour() -> None:
    assert set(SIGNS.entities) == set(EntityType)
    assert len(set(SIGNS.entities.values())) == len(EntityType)
    assert len({SIGNS.here, SIGNS.cursor, SIGNS.match, SIGNS.quote}) == 4
    assert len({SIGNS.window, SIGNS.match_tick, SIGNS.quote_tick, SIGNS.mark_tick}) == 4
