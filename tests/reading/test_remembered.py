"""What is remembered of an article becomes JSON values and is read from them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.model import Block, Document, Place
from reader.reading.jumps import Jumps, Window
from reader.reading.moved_places import MovedPlaces
from reader.reading.remembered import from_json, to_json
from reader.reading.session import ReadingSession, session_of
from reader.reading.view_state import PanelState, ViewState
from reader.sources.open import Loaded

TEXTS = ("The border moved in the night.", "By morning the bridge was gone.", "Nobody had asked the river.")
HERE = Window(Place(1, 3), 0, Place(1, 14))
VIEW = ViewState(
    HERE,
    64,
    True,
    frozenset({"-wide"}),
    {"navigator": PanelState(frozenset({"-open"}), 2)},
    "Ada Okafor",
    "quotes",
)


def session(*texts: str) -> ReadingSession:
    return session_of(Loaded(Document("A", tuple(Block(text) for text in texts))))


def left() -> ReadingSession:
    """A session with two marks and a jump list."""
    marks = {"a": HERE, "b": Window(Place(2, 0), 1, Place(2, 0))}
    return session(*TEXTS).with_memory(marks, Jumps((Window(Place(0, 0), 0, Place(0, 0)), HERE), 1))


def remembered() -> Any:
    return json.loads(json.dumps(to_json(left(), VIEW)))


def test_json_values_are_read_as_what_they_were_made_of() -> None:
    read = from_json(remembered())
    assert read is not None
    assert read.view == VIEW
    assert (read.marks, read.jumps) == (left().marks, left().jumps)


def test_marks_and_window_follow_the_words_of_an_edited_text() -> None:
    read = from_json(remembered())
    assert read is not None
    edited = session("A new first paragraph.", *TEXTS[:2])
    again, view, lost = read.in_session(edited, MovedPlaces(TEXTS, edited.version.page))
    assert view.window == Window(Place(2, 3), 0, Place(2, 14))
    assert again.marks == {"a": view.window}
    assert lost == ("b",)
    assert again.jumps.windows[1] == view.window
    assert view.measure == 64


@pytest.mark.parametrize(
    "changes",
    [
        {"window": None},
        {"window": [[1, 3], 0]},
        {"window": [[1, "3"], 0, [1, 3]]},
        {"measure": 0},
        {"panels": {"navigator": [["-open"], -1]}},
        {"marks": [1]},
        {"jumps": 3},
        {"jumps": [[[[1, -2], 0, [1, 3]]], 0]},
        {"widths": 5},
    ],
    ids=repr,
)
def test_values_of_another_form_are_nothing_remembered(changes: dict[str, object]) -> None:
    assert from_json({**remembered(), **changes}) is None
    for name in changes:
        assert from_json({key: value for key, value in remembered().items() if key != name}) is None


def test_a_jump_list_that_points_behind_its_end_points_at_its_end() -> None:
    value = remembered()
    value["jumps"][1] = 99
    read = from_json(value)
    assert read is not None
    assert read.jumps.at == 2
