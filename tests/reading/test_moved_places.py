"""Places are kept by their words when the article is edited and read again."""

from __future__ import annotations

from reader.model import Block, Document, Place
from reader.reading.jumps import Jumps, Window
from reader.reading.moved_places import MovedPlaces, texts_of
from reader.reading.session import session_of
from reader.reading.version import Version, version_of
from reader.sources.open import Loaded

TEXTS = (
    "On the last night of March the Lenne rose four metres.",
    "The mayor walked through the water to the school.",
    "Nobody had seen such a night in the town before.",
)


def version(*texts: str) -> Version:
    return version_of(Document("The day the river moved", tuple(map(Block, texts))))


def test_a_place_moves_with_its_paragraph() -> None:
    places = MovedPlaces(TEXTS, version("A new first one.", "And a second.", *TEXTS).page)
    assert places.to(Place(1, 4)) == Place(3, 4)
    assert places.is_kept(Place(1, 4))


def test_a_place_moves_inside_a_paragraph_that_was_edited() -> None:
    edited = TEXTS[1].replace("The mayor", "The old mayor of the town")
    places = MovedPlaces(TEXTS, version(TEXTS[0], edited, TEXTS[2]).page)
    place = Place(1, TEXTS[1].index("school"))
    assert places.to(place) == Place(1, edited.index("school"))


def test_a_place_in_deleted_text_is_not_kept_and_maps_to_a_place_near_it() -> None:
    places = MovedPlaces(TEXTS, version(TEXTS[0], TEXTS[2]).page)
    assert not places.is_kept(Place(1, 4))
    assert places.to(Place(1, 4)).block in (0, 1)


def test_the_headline_and_an_unchanged_text_keep_every_place() -> None:
    same = MovedPlaces(TEXTS, version(*TEXTS).page)
    assert same.to(Place(2, 7)) == Place(2, 7)
    assert same.is_kept(Place(2, 7))
    changed = MovedPlaces(TEXTS, version("New.", *TEXTS).page)
    assert changed.to(Place(-1, 3)) == Place(-1, 3)


def test_a_reload_moves_marks_and_jumps_and_drops_marks_in_deleted_text() -> None:
    before = version(*TEXTS)
    loaded = Loaded(before.document)
    kept, gone = (Window(Place(block, 0), 0, Place(block, 0)) for block in (2, 1))
    session = session_of(loaded).with_mark("k", kept).with_mark("g", gone).leaving(kept)
    after = version("New.", TEXTS[0], TEXTS[2])
    places = MovedPlaces(texts_of(session.version.document), after.page)
    assert session.lost_marks(places) == ("g",)
    reloaded = session.reloaded(Loaded(after.document), after, Place(0, 0), places)
    moved = Window(Place(2, 0), 0, Place(2, 0))
    assert reloaded.marks == {"k": moved}
    assert reloaded.jumps == Jumps((moved,), 1)
