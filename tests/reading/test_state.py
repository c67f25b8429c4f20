"""Jump list, marks and the active set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Place, Span
from reader.reading.state import MAX_JUMPS, ActiveSet, Jumps, ReadingState, Window
from reader.text.match_list import SpanMatches


def seen(block: int, offset: int = 0) -> Window:
    place = Place(block, offset)
    return Window(place, 0, place)


A, B, C = seen(0), seen(5, 2), seen(9)


def test_going_back_and_forward_comes_to_where_one_was() -> None:
    jumps = Jumps().leave(A).leave(B)
    jumps, place = jumps.go(-1, C)
    assert place == B
    jumps, place = jumps.go(-1, B)
    assert place == A
    jumps, place = jumps.go(2, A)
    assert place == C
    assert jumps.go(1, C)[1] is None


def test_the_list_keeps_a_place_once_and_has_an_end() -> None:
    assert Jumps().leave(A).leave(B).leave(A).windows == (B, A)
    jumps = Jumps()
    for block in range(300):
        jumps = jumps.leave(seen(block))
    assert len(jumps.windows) == MAX_JUMPS
    assert jumps.last == seen(299)


def test_an_empty_list_leads_nowhere() -> None:
    assert Jumps().last is None
    assert Jumps().go(-1, A) == (Jumps(), None)
    assert Jumps().go(1, A)[1] is None


def test_marks_show_the_newest_letter_of_a_block() -> None:
    state = ReadingState().with_mark("a", B).with_mark("b", B).with_mark("c", A)
    assert state.marks["a"] == B
    assert state.letters() == {5: "b", 0: "c"}
    assert state.leaving(C).jumps.last == C
    assert state.with_jumps(Jumps().leave(A)).jumps.last == A


def active(*offsets: int) -> ActiveSet:
    return ActiveSet("x", "search", SpanMatches([Span(0, offset, offset + 1) for offset in offsets]))


def test_the_set_begins_at_the_first_match_from_the_place_or_round_the_end() -> None:
    assert active(2, 8).first_from(Place(0, 3)).position == 1
    round_the_end = active(2, 8).first_from(Place(0, 9))
    assert (round_the_end.position, round_the_end.wrapped) == (0, True)
    assert active().first_from(A.place).position is None


def test_stepping_starts_from_where_the_reader_is() -> None:
    matches = active(2, 8, 20)
    assert matches.step(1, Place(0, 5)).position == 1
    assert matches.step(-1, Place(0, 5)).position == 0
    assert matches.step(1, Place(0, 30)).position == 0
    assert matches.step(1, Place(0, 30)).wrapped
    assert matches.step(-1, Place(0, 1)).position == 2
    assert active().step(1, A.place).position is None


@given(st.sets(st.integers(0, 50), min_size=1), st.integers(-9, 9).filter(bool), st.integers(0, 50))
def test_steps_from_a_match_count_matches_round_the_end(offsets: set[int], steps: int, at: int) -> None:
    ordered = sorted(offsets)
    index = at % len(ordered)
    here = ActiveSet("x", "search", active(*ordered).matches, index)
    assert here.place == Place(0, ordered[index])
    assert here.step(steps, Place(0, ordered[index])).position == (index + steps) % len(ordered)
