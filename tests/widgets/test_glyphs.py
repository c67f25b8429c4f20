"""The signs: one cell each, all different where they must be told apart."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.model import EntityType
from reader.widgets.glyphs import PLAIN, RICH, Signs, signs_for


def singles(signs: Signs) -> dict[str, str]:
    values = signs._asdict()
    return {name: value for name, value in values.items() if isinstance(value, str) and name != "levels"}


@pytest.mark.parametrize("signs", [RICH, PLAIN])
def test_every_sign_is_one_cell(signs: Signs) -> None:
    assert all(cell_len(sign) == 1 for sign in singles(signs).values())
    assert all(cell_len(sign) == 1 for sign in signs.entities.values())
    assert [cell_len(level) for level in signs.levels] == [1] * 9


@pytest.mark.parametrize("signs", [RICH, PLAIN])
def test_types_and_states_are_told_apart_without_colour(signs: Signs) -> None:
    assert set(signs.entities) == set(EntityType)
    assert len(set(signs.entities.values())) == len(EntityType)
    assert len({signs.here, signs.cursor, signs.match, signs.quote}) == 4


def test_the_plain_ones_are_ascii() -> None:
    assert "".join((*singles(PLAIN).values(), *PLAIN.entities.values(), PLAIN.levels)).isascii()


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", RICH), ("UTF8", RICH), ("ANSI_X3.4-1968", PLAIN), ("latin-1", PLAIN), (None, PLAIN)],
)
def test_a_terminal_gets_what_it_can_show(encoding: str | None, signs: Signs) -> None:
    assert signs_for(encoding) is signs
