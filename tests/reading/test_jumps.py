"""The jump list, and windows in another version of the article."""

from __future__ import annotations

from reader.model import Place
from reader.reading.jumps import MAX_JUMPS, Jumps, Window


def seen(block: int, offset: int = 0) -> Window:
    place = Place(block, offset)
    return Window(place, 0, place)


A, B, C = seen(0), seen(5, 2), seen(9)


def test_going_back_and_forward_returns_to_earlier_windows() -> None:
    jumps = Jumps().leave(A).leave(B)
    jumps, place = jumps.go(-1, C)
    assert place == B
    jumps, place = jumps.go(-1, B)
    assert place == A
    jumps, place = jumps.go(2, A)
    assert place == C
    assert jumps.go(1, C)[1] is None


def test_the_list_keeps_each_place_once_and_has_a_limit() -> None:
    assert Jumps().leave(A).leave(B).leave(A).windows == (B, A)
    jumps = Jumps()
    for block in range(300):
        jumps = jumps.leave(seen(block))
    assert len(jumps.windows) == MAX_JUMPS
    assert jumps.last == seen(299)


def test_an_empty_list_has_no_windows() -> None:
    assert Jumps().last is None
    assert Jumps().go(-1, A) == (Jumps(), None)
    assert Jumps().go(1, A)[1] is None


def test_a_window_and_a_list_move_with_the_places_of_another_version() -> None:
    def down(place: Place) -> Place:
        return Place(place.block + 1, 0)

    window = Window(Place(3, 4), 2, Place(5, 6))
    assert window.moved(down) == Window(Place(4, 0), 2, Place(6, 0))
    jumps, _ = Jumps().leave(A).leave(C).go(-1, B)
    moved = jumps.moved(down)
    assert [one.place.block for one in moved.windows] == [1, 10, 6]
    assert moved.at == jumps.at
