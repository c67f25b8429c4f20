"""Corrections on disk: complete files, only files of the user, and undo to the exact bytes."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from reader.annotate import annotate
from reader.errors import ReaderError, SourceError
from reader.library import amending, atomic_write
from reader.library.amending import FileChange, amend_file, is_own
from reader.model import Document, EntityType
from reader.reading.corrections import Correction, DropQuote, Hide, Rename, Retype, SetSpeaker, corrected
from reader.reading.journal import digest_of
from reader.resources import articles
from reader.sources.yaml.article import read
from tests.library.corrected_file import correct, opened, undo
from tests.loaded import load
from tests.numbered_ids import entity, numbered, quote

TEXT = """\
title: T   # by hand
paragraphs: ["Ada Okafor said “the river” to Bo.", "Bo left the river."]
quotes:
  - {text: the river, speaker: Ada Okafor, paragraph: 1}
entities:
  - name: Ada Okafor   # her
  - name: Bo
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.yaml"
    file.write_bytes(TEXT.encode())
    return file


def fault(path: Path, correction: Correction, was: Document | None = None) -> str:
    """The error message of a correction that cannot be written. The file must not change."""
    before = path.read_bytes()
    with pytest.raises(ReaderError) as caught:
        correct(path, correction, was)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return str(caught.value).removeprefix(f"{path}: ")


# --- writing ------------------------------------------------------------------------------------------


def test_a_correction_is_written_and_undone_to_the_exact_bytes(path: Path) -> None:
    done = correct(path, Rename(entity(0), "Ada"))
    assert done.change.before == TEXT.encode()
    assert done.change.after == path.read_bytes()
    assert done.document == load(str(path)).document
    assert [entity.name for entity in done.document.entities] == ["Ada", "Bo"]
    assert undo(path, done) == read(TEXT.encode(), "a").document
    assert path.read_bytes() == TEXT.encode()


def test_several_corrections_are_undone_in_reverse_order(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    done = [
        correct(path, one)
        for one in (Hide(entity(1)), SetSpeaker(quote(0), "X"), DropQuote(quote(0)), Hide(entity(0)))
    ]
    for step in reversed(done):
        assert path.read_bytes() == step.change.after
        undo(path, step)
        assert path.read_bytes() == step.change.before


def test_the_file_keeps_its_mode_and_its_link(path: Path, tmp_path: Path) -> None:
    path.chmod(0o604)
    link = tmp_path / "link.yaml"
    link.symlink_to("a.yaml")
    done = correct(link, Hide(entity(1)))
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    undo(link, done)
    assert link.is_symlink()
    assert path.read_bytes() == TEXT.encode()


def test_an_unchanged_file_is_not_written_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was = opened(path)
    monkeypatch.setattr(amending, "write_locked", None)
    assert amend_file(path, was, was) == FileChange(TEXT.encode(), TEXT.encode(), was)


def test_detected_quotes_that_were_not_corrected_are_returned_and_not_written(path: Path) -> None:
    plain = "".join(TEXT.splitlines(keepends=True)[:2])
    path.write_text(plain)
    was = numbered(annotate(opened(path)))
    done = correct(path, Retype(entity(0), EntityType.WORK), was)
    assert done.document.quotes == was.quotes
    assert done.change.after.decode().startswith(plain + "entities:\n")
    assert "quotes:" not in path.read_text()
    assert not undo(path, done).entities_given
    assert path.read_text() == plain


# --- files that changed meanwhile ---------------------------------------------------------------------


@pytest.mark.parametrize("known", [digest_of(TEXT.encode()), None])
def test_other_changes_in_the_file_are_kept(path: Path, known: bytes | None) -> None:
    was = opened(path)
    path.write_text(TEXT.replace("title: T", "title: Another").replace("# her", "# she"))
    done = amend_file(path, corrected(was, Hide(entity(1))), was, known=known)
    assert done.document.title == "Another"
    assert "# she" in path.read_text()


@pytest.mark.parametrize("known", [digest_of(TEXT.encode()), None])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bo left", "Bo saw"),
        ("  - name: Bo\n", ""),
        ("name: Bo\n", "name: Bo\n    about: A man.\n"),
        ("speaker: Ada Okafor", "speaker: Bo"),
        ("paragraph: 1", "paragraph: 2"),
        (TEXT, "title: [T]\n"),
        (TEXT, ""),
    ],
)
def test_a_file_with_another_content_is_not_written(
    path: Path, old: str, new: str, known: bytes | None
) -> None:
    was = opened(path)
    path.write_text(TEXT.replace(old, new))
    changed = path.read_bytes()
    with pytest.raises(ReaderError):
        amend_file(path, corrected(was, Rename(entity(0), "Ada")), was, known=known)
    assert path.read_bytes() == changed


def test_a_file_that_became_binary_is_not_written(path: Path) -> None:
    was = opened(path)
    path.write_bytes(b"\xff" + TEXT.encode())
    assert fault(path, Hide(entity(0)), was) == "was changed since it was opened; open it again and retry"
    path.write_bytes(b"title: \x00\n" * 9)
    assert fault(path, Hide(entity(0)), was) == "is binary, not text"


def test_undo_in_a_changed_file_reverts_only_the_correction(path: Path) -> None:
    done = correct(path, Rename(entity(0), "Ada"))
    path.write_text(path.read_text().replace("# by hand", "# by another hand"))
    restored = undo(path, done)
    assert path.read_text() == TEXT.replace("# by hand", "# by another hand")
    assert restored == read(TEXT.encode(), "a").document


def test_undo_does_not_revert_changes_of_another_program(path: Path) -> None:
    done = correct(path, Rename(entity(0), "Ada"))
    path.write_text(path.read_text().replace("name: Bo", "name: Bo\n    about: A man."))
    changed = path.read_text()
    with pytest.raises(ReaderError, match="was changed since it was opened"):
        undo(path, done)
    assert path.read_text() == changed


def test_a_missing_file_is_reported(path: Path) -> None:
    done = correct(path, Hide(entity(0)))
    path.unlink()
    with pytest.raises(SourceError, match="there is no such file"):
        amend_file(path, done.document, done.document, known=done.patch.digest)
    with pytest.raises(SourceError, match="there is no such file"):
        undo(path, done)


# --- files that are not the user's to write -----------------------------------------------------------


def test_a_read_only_file_is_reported(path: Path) -> None:
    done = correct(path, Hide(entity(1)))
    path.chmod(0o444)
    assert not is_own(path)
    message = "is read-only; make it writable, or save the article to your library"
    assert fault(path, Hide(entity(0))) == message
    with pytest.raises(ReaderError, match="is read-only"):
        undo(path, done)


def test_a_read_only_folder_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda where, mode: where != path.parent and allowed(where, mode))
    assert not is_own(path)
    assert "is read-only" in fault(path, Hide(entity(0)))


def test_which_files_are_the_users_own(path: Path, tmp_path: Path) -> None:
    assert is_own(path)
    assert is_own(path.rename(tmp_path / "A.YML"))
    (tmp_path / "link.yaml").symlink_to("A.YML")
    assert is_own(tmp_path / "link.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "page.html").write_text(TEXT)
    (tmp_path / "broken.yaml").symlink_to("gone")
    (tmp_path / "tour.yaml").symlink_to(articles()[0])
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("folder.yaml", "page.html", "broken.yaml", "tour.yaml", "pipe.yaml", "gone.yaml"):
        assert not is_own(tmp_path / name)
    assert not is_own(None)
    assert not any(map(is_own, articles()))


def test_a_reader_waits_for_the_lock_of_another_reader(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other reader has checked the file and is about to write it."""
    was = opened(path)
    before = path.read_bytes()
    folder = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    waited: list[float] = []
    monkeypatch.setattr(atomic_write, "sleep", waited.append)
    with pytest.raises(ReaderError, match="by another program; try again"):
        amend_file(path, corrected(was, Hide(entity(0))), was)
    assert len(waited) == atomic_write.TRIES
    assert path.read_bytes() == before
    monkeypatch.setattr(atomic_write, "sleep", lambda seconds: os.close(folder))
    assert amend_file(path, corrected(was, Hide(entity(0))), was).after == path.read_bytes() != before


def test_a_file_is_written_if_the_file_system_has_no_locks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    was = opened(path)
    assert amend_file(path, corrected(was, Hide(entity(0))), was).after == path.read_bytes()
