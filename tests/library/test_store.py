"""The store keeps how each article was left, and never keeps the reader from going on."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.store import VERSION, Store, StoreError
from reader.library.store_file import store_file
from reader.model import ArticleId, Highlight, HighlightId, Span, Status
from reader.reading.remembered import Kept, certain_places, places_from_json, places_to_json

RIVER = ArticleId("https://e.example/river", "/articles/river.yaml", "f1")
SEA = ArticleId("", "/articles/sea.yaml", "f2")


def keep(store: Store, id: ArticleId = RIVER, *, top: int = 3, share: float = 0.5, now: float = 10.0) -> None:
    store.keep(Kept(id, "The river", {"top": top}, ["One.", "Two."], share, seconds=2.5), now)


def test_what_was_kept_is_found_after_the_store_is_opened_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store)
    store.set({"theme": "reader-paper", "searches": ["a", "b"]})
    store.close()
    again = Store(tmp_path)
    seen = again.find(RIVER)
    assert seen is not None
    assert (seen.id, seen.title, seen.view) == (RIVER, "The river", {"top": 3})
    assert again.texts(RIVER) == ("One.", "Two.")
    assert again.texts(SEA) == ()
    assert (seen.share, seen.last_read, seen.seconds) == (0.5, 10.0, 2.5)
    assert again.settings() == {"theme": "reader-paper", "searches": ["a", "b"]}
    assert again.notice == ""


@pytest.mark.parametrize(
    "id",
    [
        ArticleId("", "/elsewhere/renamed.yaml", "f1"),  # the file was moved
        ArticleId("", "/articles/river.yaml", "other"),  # the text was edited
        ArticleId("https://e.example/river", "", "other"),  # the page was fetched again, and has changed
    ],
    ids=["moved", "edited", "fetched"],
)
def test_an_article_is_known_by_its_address_its_path_or_its_text(id: ArticleId, tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store)
    seen = store.find(id)
    assert seen is not None
    keep(store, id, top=9)
    assert [one for one, *_ in store.read_shares()] == [
        ArticleId("https://e.example/river", id.path or RIVER.path, id.fingerprint)
    ]


def test_a_path_that_is_not_utf_8_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    odd = ArticleId("", os.fsdecode(b"/articles/\xff.yaml"), "f3")
    store.keep(Kept(odd, "Odd", {}, [], 0.5, copy=odd.path))
    seen = store.find(ArticleId("", odd.path, "edited"))
    assert seen is not None
    assert (seen.id, seen.copy) == (odd, odd.path)
    assert store.forget(odd)


def test_two_articles_are_kept_apart(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store)
    keep(store, SEA, top=1, now=20.0)
    assert store.find(ArticleId("https://e.example/other", "/articles/other.yaml", "f3")) is None
    assert store.find(ArticleId("https://e.example/other", RIVER.path, "f3")) is None
    last = store.last()
    assert last is not None
    assert last.id == SEA
    assert [one for one, *_ in store.read_shares()] == [SEA, RIVER]


def test_the_share_that_was_read_only_grows_and_the_time_adds_up(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for share in (0.2, 0.9, 0.4):
        keep(store, share=share)
    seen = store.find(RIVER)
    assert seen is not None
    assert (seen.share, seen.seconds) == (0.9, 7.5)


def test_the_text_is_kept_as_it_was_last_seen(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store)
    edited = RIVER.__class__(RIVER.address, RIVER.path, "f9")
    store.keep(Kept(edited, "The river", {}, ["Another \ud800 text."], 0.0))
    assert store.texts(RIVER) == ("Another \ud800 text.",)


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "reader"
    store = Store(folder)
    keep(store)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"")
    (tmp_path / "state").mkdir()
    store_file(tmp_path / "state").symlink_to(target)
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path / "state")
    assert target.read_bytes() == b""


@pytest.mark.parametrize("data", [b"no database" * 500, b"\0" * 4096], ids=["text", "zeros"])
def test_a_damaged_store_is_moved_aside(data: bytes, tmp_path: Path) -> None:
    store_file(tmp_path).write_bytes(data)
    store = Store(tmp_path)
    assert store.notice.startswith("The memory of the reader was damaged; it is kept as state-damaged-")
    keep(store)
    assert store.find(RIVER) is not None
    [aside] = tmp_path.glob("state-damaged-*.db")
    assert aside.read_bytes() == data


def test_a_store_cut_short_is_moved_aside(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(200):
        keep(store, ArticleId("", f"/{number}", str(number)))
    store.close()
    data = store_file(tmp_path).read_bytes()
    store_file(tmp_path).write_bytes(data[:100])
    assert "damaged" in Store(tmp_path).notice


def test_a_store_of_a_newer_reader_is_left_alone(tmp_path: Path) -> None:
    Store(tmp_path).close()
    db = sqlite3.connect(store_file(tmp_path))
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    before = store_file(tmp_path).read_bytes()
    with pytest.raises(StoreError, match="newer reader"):
        Store(tmp_path)
    assert store_file(tmp_path).read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_one_clear_line(tmp_path: Path) -> None:
    store_file(tmp_path).mkdir()
    with pytest.raises(StoreError, match=r"state.db: cannot be used \(Is a directory\)"):
        Store(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path / "state")


FULL = """
import os, resource, signal, sys
from pathlib import Path
from reader.library.store import Store, StoreError
from reader.model import ArticleId
from reader.model import Highlight, HighlightId, Span, Status
from reader.reading.remembered import Kept, certain_places, places_from_json, places_to_json

store = Store(Path(sys.argv[1]))
store.keep(Kept(ArticleId("", "/a", "f"), "A", {}, ["One."], 0.5))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    store.keep(Kept(ArticleId("", "/b", "g"), "B", {}, [os.urandom(400_000).hex()], 0.5))
except StoreError as error:
    print(error)
"""


def test_a_full_disk_is_one_clear_line_and_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "cannot be used" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    store = Store(tmp_path)
    assert store.find(ArticleId("", "/b", "g")) is None
    assert store.find(ArticleId("", "/a", "f")) is not None


def test_two_windows_write_in_turn_and_see_each_other(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)
    for number in range(20):
        keep(one, ArticleId("", f"/one/{number}", f"one{number}"))
        keep(other, ArticleId("", f"/other/{number}", f"other{number}"))
    assert len(one.read_shares()) == len(other.read_shares()) == 40


def test_an_article_or_everything_can_be_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(Kept(RIVER, "The river", {}, ["A secret that was read."], 1.0))
    keep(store, SEA)
    store.set({"searches": ["a secret search"]})
    assert store.forget(SEA)
    assert not store.forget(SEA)
    assert store.forget_all() == 1
    assert (store.last(), store.settings()) == (None, {})
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"secret" not in held
    assert b"river" not in held


def test_a_setting_is_deleted_with_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.set({"theme": "a", "measure": 72})
    store.set({"theme": None})
    assert store.settings() == {"measure": 72}


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.close()
    with pytest.raises(StoreError):
        store.find(RIVER)


def test_tables_are_made_once_when_two_windows_open_a_new_store(tmp_path: Path) -> None:
    stores = [Store(tmp_path) for _ in range(2)]
    for store in stores:
        assert store.last() is None


KILLED = """
import os, sys
from pathlib import Path
from reader.library.store import Store
from reader.model import ArticleId
from reader.model import Highlight, HighlightId, Span, Status
from reader.reading.remembered import Kept, certain_places, places_from_json, places_to_json

Store(Path(sys.argv[1])).keep(Kept(ArticleId("", "/a", "f"), "A", {}, ["One."], 0.5))
os.kill(os.getpid(), 9)
"""


def test_what_was_kept_is_there_after_a_kill(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == -9
    store = Store(tmp_path)
    assert store.notice == ""
    assert store.find(ArticleId("", "/a", "f")) is not None


def first_version(folder: Path) -> None:
    """A store as the first version of the tables has it, with one article."""
    store = Store(folder)
    keep(store)
    store.close()
    with sqlite3.connect(store_file(folder)) as db:
        db.execute("ALTER TABLE article DROP COLUMN highlights")
        db.execute("PRAGMA user_version = 1")
    db.close()


def test_a_store_of_the_first_version_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    first_version(tmp_path)
    store = Store(tmp_path)
    assert store.notice == ""
    seen = store.find(RIVER)
    assert seen is not None
    assert (seen.title, seen.view, seen.highlights, seen.share) == ("The river", {"top": 3}, "", 0.5)
    store.keep(Kept(RIVER, "The river", {}, ["One."], 0.5, highlights='{"a": [[0, 1, 2]]}'))
    store.close()
    again = Store(tmp_path).find(RIVER)
    assert again is not None
    assert again.highlights == '{"a": [[0, 1, 2]]}'


def test_places_stay_until_others_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(Kept(RIVER, "The river", {}, ["One."], 0.5, highlights="{}"))
    keep(store)
    seen = store.find(RIVER)
    assert seen is not None
    assert seen.highlights == "{}"


def test_only_certain_places_are_kept() -> None:
    here = (Span(0, 1, 2), Span(1, 0, 4))
    found = [
        Highlight("a", pieces=here, id=HighlightId("a")),
        Highlight("b", pieces=here, status=Status.MAPPED, id=HighlightId("b")),
        Highlight("c", pieces=here, status=Status.MOVED, id=HighlightId("c")),
        Highlight("d", status=Status.LOST, id=HighlightId("d")),
        Highlight(note="e", id=HighlightId("e")),
    ]
    places = certain_places(found)
    assert dict(places) == {found[0].place_key: here, found[1].place_key: here}
    assert places_from_json(places_to_json(places)) == places


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "3", "null", '{"a": 1}', '{"a": [1]}', '{"a": [[1]]}', '{"a": [[1, "2", 3]]}',
     '{"a": [[1, 3, 2]]}', '{"a": [[-1, -3, 2]]}', '{"a": [[1, 2, 3, 4]]}', '{"a": [[0, 0.5, 1]]}'],
)  # fmt: skip
def test_places_of_another_form_are_ignored(text: str) -> None:
    assert places_from_json(text) == {}
