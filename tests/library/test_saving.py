"""Article files on disk: complete, and overwritten only on request."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotate import annotate
from reader.config.directories import library_folder
from reader.errors import ReaderError, SourceError
from reader.library.destination import Destination, destination_at, destination_for
from reader.library.importing import file_text, with_origin
from reader.library.saving import save_to_library
from reader.library.writing import write, write_own
from reader.model import Block, Document, Source
from tests.loaded import loaded_from
from tests.no_rights import refuse_below


def document(
    origin: str = "/a.html", title: str = "The river", url: str = "", text: str = "It moved."
) -> Document:
    return with_origin(loaded_from(Document(title, (Block(text),), source=Source("", url)), origin))


def saved(folder: Path, one: Document) -> Path:
    """Save an article in its destination, as an import does."""
    destination = destination_for(one, folder)
    write_own(destination.path, file_text(one, "x"), overwrite=True)
    return destination.path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- files ------------------------------------------------------------------------------------------------


def test_a_new_article_gets_the_name_of_its_title(tmp_path: Path) -> None:
    assert destination_for(document(), tmp_path / "gone") == Destination(tmp_path / "gone" / "the-river.yaml")


def test_other_articles_of_the_same_title_get_numbers(tmp_path: Path) -> None:
    names = [saved(tmp_path, document(f"/{n}.html")).name for n in range(3)]
    assert names == ["the-river.yaml", "the-river-2.yaml", "the-river-3.yaml"]


def test_the_same_article_keeps_its_file(tmp_path: Path) -> None:
    first = saved(tmp_path, document())
    saved(tmp_path, document("/b.html"))
    destination = destination_for(document(text="It moved again."), tmp_path)
    assert destination.path == first
    assert destination.before is not None
    assert destination.before.blocks[0].text == "It moved."


@pytest.mark.parametrize(
    "origin", ['/home/ada/it\'s a "page".html', "https://example.org/a?b=c&d=%20", "/日本/記事.html", "a"]
)
def test_a_file_that_was_renamed_is_found(tmp_path: Path, origin: str) -> None:
    one = saved(tmp_path, document(origin)).rename(tmp_path / "mine.yml")
    destination = destination_for(document(origin, title="Retitled"), tmp_path)
    assert destination.path == one


def test_an_article_is_found_by_the_address_it_was_published_at(tmp_path: Path) -> None:
    one = saved(tmp_path, document("/a.html", url="https://example.org/a")).rename(tmp_path / "mine.yaml")
    assert (
        destination_for(document("https://example.org/a?x", url="https://example.org/a"), tmp_path).path
        == one
    )


def test_an_article_from_standard_input_is_found_by_its_first_paragraph(tmp_path: Path) -> None:
    one = saved(tmp_path, document(""))
    assert destination_for(document(""), tmp_path).path == one
    assert destination_for(document("", text="Else."), tmp_path).path.name == "the-river-2.yaml"


def test_a_bad_entry_does_not_hide_articles_from_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = saved(tmp_path, document()).rename(tmp_path / "mine.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "closed" / "b.yaml")
    refuse_below(tmp_path / "closed", monkeypatch)
    skipped: list[SourceError] = []
    assert destination_for(document(), tmp_path, skipped.append).path == one
    assert sorted(map(str, skipped)) == [
        f"{tmp_path}/link.yaml: cannot be read: permission denied",
        f"{tmp_path}/loop.yaml: is a symbolic link that leads to itself",
    ]


def test_a_folder_that_cannot_be_searched_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path, document())

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ReaderError) as caught:
        destination_for(document(title="Another"), tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: cannot be searched for this article: permission denied; allow reading the folder"
    )


def test_files_that_are_not_articles_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "the-river.yaml").write_text("no article; /a.html")
    (tmp_path / "the-river-2.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / "large.yaml").write_bytes(b"")
    os.truncate(tmp_path / "large.yaml", 17 * 2**20)
    assert destination_for(document(), tmp_path).path.name == "the-river-3.yaml"


def test_a_directory_or_a_missing_file_contains_no_article(tmp_path: Path) -> None:
    assert destination_at(tmp_path).before is None
    assert destination_at(tmp_path / "gone.yaml").before is None


# --- writing ----------------------------------------------------------------------------------------------


def test_only_the_user_can_read_a_file_of_the_library(tmp_path: Path) -> None:
    path = tmp_path / "data" / "reader" / "articles" / "a.yaml"
    write_own(path, "text\n")
    assert path.read_text() == "text\n"
    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)
    assert list(path.parent.iterdir()) == [path]


def test_a_file_elsewhere_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "a.yaml", "text\n")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.yaml") == 0o640


def test_an_overwritten_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "real.yaml").chmod(0o604)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write(tmp_path / "link.yaml", "new", overwrite=True)
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"
    assert mode(tmp_path / "real.yaml") == 0o604


@pytest.mark.parametrize("save", [write, write_own])
def test_a_file_is_overwritten_only_on_request(tmp_path: Path, save: Callable[[Path, str], object]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")
    with pytest.raises(ReaderError, match=r"a\.yaml: is there already"):
        save(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_file_is_overwritten_only_on_request_without_hard_links_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "a.yaml", "text")
    with pytest.raises(ReaderError, match="is there already"):
        write(tmp_path / "a.yaml", "new")
    assert (tmp_path / "a.yaml").read_text() == "text"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_directory_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(ReaderError, match=r"a\.yaml: cannot be written: is no regular file"):
        write(tmp_path / "a.yaml", "text", overwrite=True)


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be written: no such file or directory"):
        write(tmp_path / "gone" / "a.yaml", "text")
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError, match=r"a\.yaml: its folder cannot be made: "):
        write_own(tmp_path / "file" / "articles" / "a.yaml", "text")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path / "a.yaml", "old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match=r"a\.yaml: cannot be written: no space left on device"):
        write(tmp_path / "a.yaml", "new", overwrite=True)
    assert (tmp_path / "a.yaml").read_text() == "old"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_disk_that_returns_other_bytes_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"rot")
    with pytest.raises(ReaderError, match="the disk returned other bytes than were written"):
        write(tmp_path / "a.yaml", "text")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_cannot_be_synced_is_not_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncing = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        syncing(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    write(tmp_path / "a.yaml", "text")
    assert (tmp_path / "a.yaml").read_text() == "text"


def test_a_folder_that_is_writable_but_not_readable_is_not_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = os.open

    def opened(path: str | Path, flags: int, *rest: int, **options: int) -> int:
        if flags & os.O_DIRECTORY:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opening(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", opened)
    write(tmp_path / "a.yaml", "text")
    assert (tmp_path / "a.yaml").read_text() == "text"


# --- the library ------------------------------------------------------------------------------------------


def test_an_article_is_saved_as_an_import_saves_it() -> None:
    plain = Document("The river", (Block("“It moved,” said Ada Okafor."),))
    path = save_to_library(loaded_from(annotate(plain), "/home/ada/a.html"))
    assert path == library_folder() / "the-river.yaml"
    saved_one = destination_at(path).before
    assert saved_one is not None
    assert saved_one.extras == (("x-imported-from", "/home/ada/a.html"),)
    assert saved_one.quotes_given
    assert [entity.name for entity in saved_one.entities] == ["Ada Okafor"]
    text = path.read_text()
    other = library_folder() / "other.yaml"
    other.write_text(text)
    path.unlink()
    assert save_to_library(loaded_from(plain, "/home/ada/a.html")) == other  # found under another name
    assert other.read_text() == text


def test_an_article_in_the_library_is_not_changed() -> None:
    path = save_to_library(loaded_from(document(""), "https://example.org/a"))
    corrected = path.read_text().replace("The river", "The River") + "# mine\n"
    path.write_text(corrected)
    assert save_to_library(loaded_from(document(""), "https://example.org/a")) == path
    assert path.read_text() == corrected


def test_another_article_of_that_title_is_not_overwritten() -> None:
    paths = [save_to_library(loaded_from(document(""), f"https://example.org/{n}")) for n in range(3)]
    assert [path.name for path in paths] == ["the-river.yaml", "the-river-2.yaml", "the-river-3.yaml"]


def test_an_article_from_standard_input_is_saved_without_an_origin() -> None:
    path = save_to_library(loaded_from(document(""), ""))
    assert "x-imported-from" not in path.read_text()
    assert save_to_library(loaded_from(document(""), "")) == path
