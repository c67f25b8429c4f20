"""The memory opens articles as they were left, and without a store the reader goes on."""

from __future__ import annotations

from pathlib import Path

from reader.library.memory import Memory
from reader.library.store_file import store_file
from reader.model import Block, Document, Place, Source, Span
from reader.reading.identities import article_id
from reader.reading.jumps import Window
from reader.reading.moved_places import texts_of
from reader.reading.remembered import Kept, certain_places, places_to_json, to_json
from reader.reading.session import ReadingSession
from reader.reading.view_state import ViewState
from reader.sources.open import Loaded
from tests.loaded import load

TEXTS = ("The border moved in the night.", "By morning the bridge was gone.")


def article(*texts: str) -> Loaded:
    blocks = tuple(Block(text) for text in texts)
    return Loaded(Document("The river", blocks, source=Source(url="https://e.example/river")))


def leave(memory: Memory, loaded: Loaded, block: int) -> None:
    """Keep the article as it is with a block at the top."""
    window = Window(Place(block, 0), 0, Place(block, 4))
    view = ViewState(window, 72, False, frozenset(), {}, None, "article")
    session = memory.open(loaded).session
    state = to_json(session.with_mark("a", window), view)
    memory.keep(Kept(article_id(loaded), "The river", state, texts_of(loaded.document), 0.5))


def test_an_article_opens_as_it_was_left(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.open(article(*TEXTS)).left is None
    leave(memory, article(*TEXTS), 1)
    memory.close()
    opened = Memory(tmp_path).open(article(*TEXTS))
    assert opened.left is not None
    assert opened.left.window == opened.session.marks["a"] == Window(Place(1, 0), 0, Place(1, 4))
    assert opened.lost == ()


def test_the_same_words_are_at_the_top_after_the_text_was_edited(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    leave(memory, article(*TEXTS), 1)
    memory.close()
    opened = Memory(tmp_path).open(article("A new one.", *TEXTS))
    assert opened.left is not None
    assert opened.left.window.anchor == Place(2, 0)
    opened = Memory(tmp_path).open(article(TEXTS[0]))
    assert (opened.lost, dict(opened.session.marks)) == (("a",), {})


def test_the_search_history_holds_for_every_article(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for words in ("bridge", "border", "bridge"):
        memory.add_search(words)
    memory.close()
    assert Memory(tmp_path).open(article("Another.")).session.searches == ("border", "bridge")


def test_without_a_store_nothing_is_remembered_and_one_notice_says_so(tmp_path: Path) -> None:
    store_file(tmp_path).mkdir()
    memory = Memory(tmp_path)
    assert "cannot be used" in memory.take_notice()
    assert memory.take_notice() == ""
    leave(memory, article(*TEXTS), 1)
    memory.set({"theme": "a"})
    assert memory.open(article(*TEXTS)).left is None
    assert (memory.last(), memory.shares(), memory.settings()) == (None, {}, {})
    memory.close()


def test_a_view_that_cannot_be_read_is_nothing_remembered(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    loaded = article(*TEXTS)
    memory.keep(Kept(article_id(loaded), "The river", {"window": 7}, TEXTS, 0.1))
    memory.close()
    memory = Memory(tmp_path)
    assert memory.open(loaded).left is None
    assert memory.take_notice() == ""


def test_a_damaged_store_is_reported_once(tmp_path: Path) -> None:
    store_file(tmp_path).write_bytes(b"no database" * 500)
    memory = Memory(tmp_path)
    leave(memory, article(*TEXTS), 1)
    assert "damaged" in memory.take_notice()
    memory.close()
    assert Memory(tmp_path).open(article(*TEXTS)).left is not None


def test_a_store_is_made_when_something_is_first_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.open(article(*TEXTS)).left is None
    assert not store_file(tmp_path).exists()
    memory.set({"theme": "a"})
    memory.close()
    assert Memory(tmp_path).settings() == {"theme": "a"}


def test_a_store_is_made_before_anything_is_kept_if_the_memory_is_prepared(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.prepare()
    memory.close()
    assert store_file(tmp_path).is_file()


def test_a_store_that_cannot_be_made_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    memory = Memory(tmp_path / "state")
    assert memory.take_notice() == ""
    memory.set({"theme": "a"})
    memory.add_search("bridge")
    memory.close()
    assert "cannot be used" in memory.take_notice()
    assert memory.settings() == {}


def test_a_memory_that_is_never_written_closes_at_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.close()
    memory.close()
    assert memory.last() is None


MARKED = """\
title: The river
paragraphs:
  - The border moved in the night.
  - The border moved.
highlights:
  - {text: The border, made: 2026-11-30, at: {paragraph: 2, before: "", after: " moved."}}
"""


def keep_places(memory: Memory, loaded: Loaded) -> ReadingSession:
    """Open an article, and keep the places of its highlights as the screen does."""
    session = memory.open(loaded).session
    document = session.version.document
    places = places_to_json(certain_places(document.highlights))
    memory.keep(Kept(article_id(loaded), "The river", {}, texts_of(document), 0.5, highlights=places))
    return session


def test_the_places_of_highlights_are_kept_through_an_edit_and_the_next_starts(tmp_path: Path) -> None:
    file = tmp_path / "river.yaml"
    file.write_text(MARKED)
    memory = Memory(tmp_path)
    keep_places(memory, load(str(file)))
    memory.close()
    file.write_text(MARKED.replace("  - The border moved.", "  - New.\n  - The border moved."))
    for _ in range(2):
        memory = Memory(tmp_path)
        (one,) = keep_places(memory, load(str(file))).version.document.highlights
        memory.close()
        assert (one.pieces, one.status.sure) == ((Span(2, 0, 10),), True)


def test_a_place_that_was_changed_by_hand_is_used(tmp_path: Path) -> None:
    text = MARKED.replace('after: " moved."', 'after: " moved."').replace(
        "The border moved.", "The border moved again."
    )
    file = tmp_path / "river.yaml"
    file.write_text(text.replace('after: " moved."', 'after: " moved again."'))
    memory = Memory(tmp_path)
    (one,) = keep_places(memory, load(str(file))).version.document.highlights
    assert one.pieces == (Span(1, 0, 10),)
    memory.close()
    file.write_text(
        text.replace("paragraph: 2", "paragraph: 1").replace(
            'after: " moved."', 'after: " moved in the night."'
        )
    )
    memory = Memory(tmp_path)
    (one,) = keep_places(memory, load(str(file))).version.document.highlights
    memory.close()
    assert one.pieces == (Span(0, 0, 10),)


def test_a_store_that_another_window_has_made_is_read(tmp_path: Path) -> None:
    one, other = Memory(tmp_path), Memory(tmp_path)
    one.set({"theme": "reader-paper"})
    one.wait()
    assert other.settings() == {"theme": "reader-paper"}
    one.close()
    other.close()
