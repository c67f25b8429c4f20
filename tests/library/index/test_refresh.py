"""The index follows the files of the library, whatever happens to them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.index import refresh as refreshing
from reader.library.index.database import IndexDatabase
from reader.library.index.index_file import index_file
from reader.library.index.refresh import refresh
from reader.library.query import parse
from reader.library.search import Results
from tests.library.shelf import Shelf

SAID = "“We will rebuild the whole bridge by spring,” said Ada Okafor, the mayor, on Monday."


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def titles(shelf: Shelf, query: str) -> set[str]:
    return {one.title for one in Results(shelf.database, parse(query))}


def counts(shelf: Shelf) -> tuple[int, int, int, int]:
    changes = shelf.refresh()
    return changes.added, changes.changed, changes.renamed, changes.removed


def forget_nothing(shelf: Shelf) -> None:
    """Every row of the words belongs to a row of the articles, statements and names."""
    with shelf.database.reading() as db:
        for table, owner in (("article", "article"), ("statement", "statement"), ("name", "name")):
            words = f"{table}_words"
            rows = db.execute(f"SELECT rowid FROM {words} WHERE {words} MATCH ?", ('"the" OR "okafor"',))
            owners = {row for (row,) in db.execute(f"SELECT id FROM {owner}")}
            assert {row for (row,) in rows} <= owners


def test_new_changed_renamed_and_deleted_files_are_followed(shelf: Shelf) -> None:
    bridge = shelf.article("Bridge", SAID)
    shelf.article("River", "The river rose.")
    assert counts(shelf) == (2, 0, 0, 0)
    assert counts(shelf) == (0, 0, 0, 0)
    assert titles(shelf, "speaker:okafor") == {"Bridge"}
    shelf.article("River", "The river fell.")
    assert counts(shelf) == (0, 1, 0, 0)
    assert titles(shelf, "rose") == set()
    assert titles(shelf, "fell") == {"River"}
    bridge.rename(bridge.with_name("other.yaml"))
    assert counts(shelf) == (0, 0, 1, 0)
    [found] = Results(shelf.database, parse("bridge"))
    assert found.path.name == "other.yaml"
    found.path.unlink()
    assert counts(shelf) == (0, 0, 0, 1)
    assert titles(shelf, "okafor") == set()
    forget_nothing(shelf)


def test_a_file_that_was_only_touched_is_not_read_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shelf.article("River", "The river rose.")
    shelf.refresh()
    os.utime(path, (1, 1))
    monkeypatch.setattr(refreshing, "article_record", None)
    assert counts(shelf) == (0, 0, 0, 0)


def test_a_change_within_the_same_tick_of_the_clock_is_seen(shelf: Shelf) -> None:
    path = shelf.put("river.yaml", "title: River\nparagraphs: [It rose.]\n", age=0)
    shelf.refresh()
    status = path.stat()
    path.write_text("title: River\nparagraphs: [It fell.]\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(shelf) == (0, 1, 0, 0)
    assert titles(shelf, "fell") == {"River"}


def test_the_same_text_is_annotated_only_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.article("Bridge", SAID)
    shelf.refresh()
    shelf.article("Bridge", SAID, tail="highlights:\n  - {text: the whole bridge, note: Ask. }")

    def refuse(document: object) -> None:
        raise AssertionError("annotated again")

    monkeypatch.setattr("reader.library.importing.with_detected", refuse)
    assert counts(shelf) == (0, 1, 0, 0)
    assert titles(shelf, "speaker:okafor in:quotes bridge") == {"Bridge"}
    assert titles(shelf, "in:notes ask") == {"Bridge"}


def test_what_the_user_corrected_in_the_file_wins(shelf: Shelf) -> None:
    shelf.article("Bridge", SAID)
    shelf.refresh()
    corrected = "quotes:\n  - {text: We will rebuild the whole bridge, speaker: Ruth Holm}\nentities: []"
    shelf.article("Bridge", SAID, tail=corrected)
    shelf.refresh()
    assert titles(shelf, "speaker:okafor") == set()
    assert titles(shelf, "speaker:holm") == {"Bridge"}


def test_broken_files_are_listed_with_their_fault_and_disturb_nothing(shelf: Shelf) -> None:
    shelf.article("River", "The river rose.")
    shelf.put("broken.yaml", "title: [a\n")
    shelf.put("empty.yaml", "")
    (shelf.folder / "binary.yaml").write_bytes(b"\x00\x01\x02" * 100)
    (shelf.folder / "nowhere.yaml").symlink_to(shelf.folder / "gone")
    (shelf.folder / "folder.yaml").mkdir()
    os.mkfifo(shelf.folder / "pipe.yaml")
    (shelf.folder / os.fsdecode(b"caf\xe9.yaml")).write_text("title: Latin\nparagraphs: [river]\n")
    faults = shelf.refresh().faults
    assert {path.name for path in faults} == {"broken.yaml", "empty.yaml", "binary.yaml", "nowhere.yaml"}
    assert all(faults.values())
    assert titles(shelf, "river") == {"River", "Latin"}
    [latin] = [one for one in Results(shelf.database, parse("river")) if one.title == "Latin"]
    assert os.fsencode(latin.path).endswith(b"caf\xe9.yaml")
    shelf.put("broken.yaml", "title: Mended\nparagraphs: [A river.]\n")
    assert "broken.yaml" not in {path.name for path in shelf.refresh().faults}
    assert titles(shelf, "river") == {"River", "Latin", "Mended"}


def test_the_work_goes_on_where_it_was_stopped(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "BATCH_SECONDS", 0)
    for number in range(6):
        shelf.article(f"Part {number}", "The river rose.")
    seen: list[tuple[int, int]] = []

    def stop() -> None:
        if len(seen) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(shelf.database, [shelf.folder], progress=lambda *step: seen.append(step), check=stop)
    assert len(titles(shelf, "river")) == 4
    assert counts(shelf) == (2, 0, 0, 0)


def damaged(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE article (id INTEGER, path TEXT)")
    db.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE made SET by = '999 9.9.9 99'")
    db.close()


def hostile(path: Path) -> None:
    """The tables of ours, with a trigger that changes what is written."""
    with sqlite3.connect(path) as db:
        db.execute("CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM article; END")
    db.close()


@pytest.mark.parametrize("spoil", [damaged, foreign, newer, hostile])
def test_an_index_that_cannot_be_used_is_made_again(shelf: Shelf, spoil: Callable[[Path], None]) -> None:
    shelf.article("River", "The river rose.")
    shelf.refresh()
    shelf.database.close()
    spoil(index_file(shelf.cache))
    shelf.database = IndexDatabase(shelf.cache)
    assert shelf.database.was_rebuilt
    assert counts(shelf) == (1, 0, 0, 0)
    assert titles(shelf, "river") == {"River"}


def test_the_index_is_private_and_no_link_is_followed(shelf: Shelf, tmp_path: Path) -> None:
    path = index_file(shelf.cache)
    assert path.stat().st_mode & 0o777 == 0o600
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    (tmp_path / "other").mkdir()
    index_file(tmp_path / "other").symlink_to(target)
    with pytest.raises(ReaderError, match="cannot be used"):
        IndexDatabase(tmp_path / "other")
    assert target.read_text() == "mine"


def test_a_folder_that_cannot_be_listed_is_one_line_and_nothing_is_forgotten(shelf: Shelf) -> None:
    shelf.article("River", "The river rose.")
    shelf.refresh()
    with pytest.raises(ReaderError, match="cannot be listed"):
        refresh(shelf.database, [shelf.folder / "River.yaml"])
    assert titles(shelf, "river") == {"River"}
    assert refresh(shelf.database, [shelf.folder / "no such folder"]).removed == 1


def test_the_register_of_people_is_no_article_unless_it_is_one(shelf: Shelf) -> None:
    shelf.put("people.yaml", "people:\n  - {name: Ada Okafor}\n")
    assert counts(shelf) == (0, 0, 0, 0)
    shelf.put("people.yaml", "title: People\nparagraphs: [They came.]\n")
    assert counts(shelf) == (1, 0, 0, 0)
