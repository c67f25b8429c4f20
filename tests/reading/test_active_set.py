"""The active set: its current match, and how steps wrap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import EntityId, Place, Span
from reader.reading.active_set import ActiveSet, MentionsOf
from reader.text.match_list import SpanMatches

SUBJECT = MentionsOf(EntityId("x"))


def active(*offsets: int) -> ActiveSet:
    return ActiveSet("x", SUBJECT, SpanMatches([Span(0, offset, offset + 1) for offset in offsets]))


def test_the_set_begins_at_the_first_match_from_the_place_or_wraps() -> None:
    assert active(2, 8).first_from(Place(0, 3)).position == 1
    after_the_last = active(2, 8).first_from(Place(0, 9))
    assert (after_the_last.position, after_the_last.wrapped) == (0, True)
    assert active().first_from(Place(0, 0)).position is None


def test_stepping_starts_from_where_the_reader_is() -> None:
    matches = active(2, 8, 20)
    assert matches.step(1, Place(0, 5)).position == 1
    assert matches.step(-1, Place(0, 5)).position == 0
    assert matches.step(1, Place(0, 30)).position == 0
    assert matches.step(1, Place(0, 30)).wrapped
    assert matches.step(-1, Place(0, 1)).position == 2
    assert active().step(1, Place(0, 0)).position is None


@given(st.sets(st.integers(0, 50), min_size=1), st.integers(-9, 9).filter(bool), st.integers(0, 50))
def test_steps_from_a_match_wrap_at_both_ends(offsets: set[int], steps: int, at: int) -> None:
    ordered = sorted(offsets)
    index = at % len(ordered)
    here = ActiveSet("x", SUBJECT, active(*ordered).matches, index)
    assert here.place == Place(0, ordered[index])
    assert here.step(steps, Place(0, ordered[index])).position == (index + steps) % len(ordered)
