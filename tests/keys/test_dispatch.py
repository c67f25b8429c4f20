"""Counts, pairs and keys that take a letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.keys.dispatch import MAX_COUNT, NOTHING, Outcome, Pending, press

SEQUENCES = {
    ("[", "["): "section.back",
    ("m", "*"): "mark.set",
    ("'", "*"): "mark.jump",
    ("'", "'"): "jump.last",
}


def typed(keys: str) -> Outcome:
    """The outcome of the last of several keys."""
    outcome = Outcome(NOTHING, taken=False)
    for key in keys:
        outcome = press(outcome.pending, key, SEQUENCES)
    return outcome


def test_a_number_is_passed_on_with_the_next_key() -> None:
    assert typed("42").pending == Pending("42")
    assert typed("42").taken
    last = typed("42G")
    assert (last.taken, last.number, last.pending) == (False, 42, NOTHING)


def test_zero_is_a_digit_unless_it_is_a_key_of_its_own() -> None:
    assert typed("0").pending.digits == "0"
    assert typed("0%").number == 0
    assert typed("007").pending.digits == "7"
    assert not press(NOTHING, "0", SEQUENCES, from_zero=False).taken
    assert press(Pending("5"), "0", SEQUENCES, from_zero=False).pending.digits == "50"


def test_a_pair_is_a_command_and_keeps_its_count() -> None:
    last = typed("3[[")
    assert (last.command, last.number, last.letter, last.taken) == ("section.back", 3, "", True)


def test_a_key_with_a_letter_gives_the_letter_and_the_exact_pair_wins() -> None:
    assert (typed("mx").command, typed("mx").letter) == ("mark.set", "x")
    assert typed("'x").command == "mark.jump"
    assert (typed("''").command, typed("''").letter) == ("jump.last", "")


def test_an_unknown_pair_is_refused_and_cleared() -> None:
    last = typed("[x")
    assert (last.refused, last.taken, last.pending) == ("[x", True, NOTHING)


def test_a_key_without_a_character_clears_the_pending_keys() -> None:
    assert press(Pending("5"), None, SEQUENCES) == Outcome(NOTHING, taken=False, number=5)
    assert press(Pending("", "["), None, SEQUENCES).refused == "["


def test_the_pending_keys_are_shown() -> None:
    assert typed("12m").pending.shown == "12m"


@given(st.text("0123456789", min_size=1, max_size=40))
def test_a_long_number_is_cut_to_the_maximum(digits: str) -> None:
    pending = typed(digits).pending
    assert not pending.digits or int(pending.digits) <= MAX_COUNT
