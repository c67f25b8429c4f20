"""Keys that were typed as the answer to a question that was refused."""

from __future__ import annotations

import pytest
from textual import events

from reader.ui.screens.reading.typed_answer import ANSWERING, TYPING, TypedAnswer

NAMES = {"\r": "enter", "\x1b": "escape", "\b": "backspace"}


def key(character: str, time: float) -> events.Key:
    """A key that was pressed at a time in seconds."""
    event = events.Key(NAMES.get(character, character), character if character.isprintable() else None)
    event.time = time
    return event


def taken(answer: TypedAnswer, keys: str, rhythm: float = TYPING / 2, begin: float = 100.0) -> list[bool]:
    """For each key, whether it belongs to the answer. The first key asks the question."""
    out = []
    for number, character in enumerate(keys):
        out.append(answer.takes(key(character, begin + number * rhythm)))
        if number == 0:
            answer.ask(lambda: False)
    return out


def test_the_keys_after_a_refusal_are_taken_up_to_enter() -> None:
    assert taken(TypedAnswer(("enter", "escape")), "Rab\rj") == [False, True, True, True, False]


@pytest.mark.parametrize("end", ["\r", "\x1b"])
def test_enter_and_escape_end_the_answer(end: str) -> None:
    assert taken(TypedAnswer(("enter", "escape")), f"R{end}q") == [False, True, False]


def test_backspace_belongs_to_the_answer() -> None:
    assert taken(TypedAnswer(("enter", "escape")), "Ra\bb") == [False, True, True, True]


def test_an_accepted_question_discards_no_keys() -> None:
    answer = TypedAnswer(("enter", "escape"))
    assert not answer.takes(key("R", 100))
    answer.ask(lambda: True)
    assert not answer.takes(key("a", 100.1))


def test_keys_after_a_pause_are_commands() -> None:
    answer = TypedAnswer(("enter", "escape"))
    assert taken(answer, "Ra") == [False, True]
    assert not answer.takes(key("b", 100 + 3 * TYPING))
    assert not answer.takes(key("c", 100 + 3 * TYPING + 0.01))


def test_a_held_key_becomes_a_command_after_the_time_limit() -> None:
    rhythm = TYPING / 2
    count = int(ANSWERING / rhythm) + 3
    found = taken(TypedAnswer(("enter", "escape")), "R" + "j" * count, rhythm)
    assert found[1] is True
    assert found[-1] is False
    assert found[1:].index(False) * rhythm <= ANSWERING


def test_a_key_that_prints_nothing_ends_the_answer() -> None:
    answer = TypedAnswer(("enter", "escape"))
    assert taken(answer, "Ra") == [False, True]
    arrow = events.Key("down", None)
    arrow.time = 100 + TYPING
    assert not answer.takes(arrow)
    assert not answer.takes(key("b", 100 + TYPING + 0.01))


def test_each_question_has_its_own_time_limit() -> None:
    answer = TypedAnswer(("enter", "escape"))
    assert taken(answer, "Ra\r") == [False, True, True]
    assert taken(answer, "Rb", begin=200) == [False, True]
