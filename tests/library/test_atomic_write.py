"""Replacing files: complete at any time, durable when acknowledged, and with the metadata of the old file."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotate import annotate
from reader.cli import main
from reader.config.directories import library_folder
from reader.errors import ReaderError
from reader.library.amending import FileChange, amend_file, restore_file
from reader.library.saving import save_to_library
from reader.library.writing import write, write_own
from reader.model import Block, Document
from reader.reading.corrections import Hide, corrected
from reader.reading.journal import patch_between
from reader.sources.open import Loaded
from reader.sources.ref import FileSource
from tests.loaded import load
from tests.numbered_ids import entity, numbered

TEXT = """\
title: T   # by hand
paragraphs: ["Ada Okafor said “the river” to Bo.", "Bo left the river."]
entities:
  - name: Ada Okafor   # her
  - name: Bo
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.yaml"
    file.write_bytes(TEXT.encode())
    return file


def opened(path: Path) -> Document:
    """The article in a file; its entities have their positions as ids."""
    return numbered(load(path).document)


def hide(path: Path, position: int = 0) -> tuple[str, ...]:
    """Hide an entity as the program does. Returns the notes about the new file."""
    was = opened(path)
    return amend_file(path, corrected(was, Hide(entity(position))), was).notes


def hide_and_undo(path: Path) -> Callable[[], FileChange]:
    """Hide the first entity. Returns the function that undoes it."""
    was = opened(path)
    change = amend_file(path, corrected(was, Hide(entity(0))), was)
    patch = patch_between(change.before, change.after)
    return lambda: restore_file(path, patch, was, change.document)


def leftovers(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.startswith(".reader-"))


# --- durable ------------------------------------------------------------------------------------------


def _undo(path: Path) -> None:
    hide_and_undo(path)()


WAYS: dict[str, Callable[[Path], object]] = {
    "a new file": lambda path: write(path.with_name("new.yaml"), "x\n"),
    "a file that is overwritten": lambda path: write(path, "x\n", overwrite=True),
    "a new file of the library": lambda path: write_own(path.with_name("new.yaml"), "x\n"),
    "a file of the library that is overwritten": lambda path: write_own(path, "x\n", overwrite=True),
    "a correction": hide,
    "an undone correction": _undo,
    "an article that is saved": lambda _: save_to_library(
        Loaded(Document("T", (Block("x"),)), source=FileSource.at(Path("/a.html")))
    ),
    "an import": lambda path: main(["import", str(path)]),
    "an import into a file": lambda path: main(["import", str(path), "-o", str(path.with_name("o.yaml"))]),
    "an import that overwrites": lambda path: main(["import", str(path), "-o", str(path), "--force"]),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_synced_before_and_its_folder_after_the_rename(
    path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is written and synced, renamed, and then its folder is synced; nothing comes after that."""
    done: list[tuple[str, str]] = []
    syncing, replacing, linking = os.fsync, os.replace, os.link

    def sync(descriptor: int) -> None:
        where = os.readlink(f"/proc/self/fd/{descriptor}")
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            done.append(("sync folder", where))
        else:
            assert os.fstat(descriptor).st_size > 0
            done.append(("sync file", where))
        syncing(descriptor)

    def replace(old: str | Path, new: str | Path) -> None:
        done.extend((("rename from", str(old)), ("rename to", str(new))))
        replacing(old, new)

    def link(old: str | Path, new: str | Path) -> None:
        done.extend((("rename from", str(old)), ("rename to", str(new))))
        linking(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "link", link)
    WAYS[way](path)
    renamed = [at for at, (what, _) in enumerate(done) if what == "rename from"]
    assert renamed
    for at in renamed:
        temporary, target = done[at][1], done[at + 1][1]
        assert ("sync file", temporary) in done[:at]
        assert done[at + 2] == ("sync folder", os.path.dirname(target))


def test_a_new_folder_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    syncing = os.fsync

    def sync(descriptor: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        syncing(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    folder = tmp_path / "data" / "reader" / "articles"
    write_own(folder / "a.yaml", "x\n")
    assert {str(folder), str(folder.parent), str(folder.parent.parent), str(tmp_path)} <= set(synced)


# --- metadata -----------------------------------------------------------------------------------------

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can change owners")


def test_the_mode_and_the_extended_attributes_are_kept(path: Path) -> None:
    path.chmod(0o664)
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("no extended attributes here")
    assert hide(path) == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert os.getxattr(path, "user.note") == b"mine"


@as_root
def test_the_owner_and_the_group_are_kept(path: Path) -> None:
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    assert hide(path) == ()
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o640)


@as_root
def test_an_owner_and_a_group_that_cannot_be_kept_are_reported(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another group must not get the rights of the old group."""
    os.chown(path, 12345, 23456)
    path.chmod(0o664)

    def refuse(descriptor: int, owner: int, group: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refuse)
    assert hide(path) == ("The file could not keep its owner and group.",)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@as_root
def test_the_group_is_kept_if_the_owner_cannot_be_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(path, 12345, 23456)
    path.chmod(0o660)
    changing = os.fchown

    def refuse_owner(descriptor: int, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError(1, "Operation not permitted")
        changing(descriptor, owner, group)

    monkeypatch.setattr(os, "fchown", refuse_owner)
    assert hide(path) == ("The file could not keep its owner.",)
    assert path.stat().st_gid == 23456
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_an_extended_attribute_that_cannot_be_kept_is_reported(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "listxattr", lambda where: ["user.note"] if where == path else [])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"mine")
    monkeypatch.setattr(os, "setxattr", refuse)
    assert hide(path) == ("The file could not keep its attribute user.note.",)


def test_a_mode_that_cannot_be_kept_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    path.chmod(0o664)
    monkeypatch.setattr(os, "fchmod", refuse)
    assert hide(path) == ("The file could not keep its permissions.",)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_hard_link_that_keeps_the_old_text_is_reported(path: Path) -> None:
    other = path.with_name("other.yaml")
    other.hardlink_to(path)
    assert hide(path) == ("1 other hard link of the file keeps the old text.",)
    assert other.read_text() == TEXT
    assert path.read_text() != TEXT
    assert hide(path) == ()


def test_an_import_that_overwrites_reports_lost_metadata(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.with_name("other.yaml").hardlink_to(path)
    assert main(["import", str(path), "-o", str(path), "--force"]) == 0
    assert f"reader: {path}: 1 other hard link of the file keeps the old text.\n" in capsys.readouterr().err


def test_the_umask_of_the_program_is_never_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.umask(0o027)
    try:
        monkeypatch.setattr(os, "umask", None)
        write(tmp_path / "a.yaml", "text\n")
        monkeypatch.undo()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640


# --- other programs -----------------------------------------------------------------------------------


def _written(path: Path) -> None:
    path.write_text("title: Another\n")


def _same_size_and_time(path: Path) -> None:
    status = path.stat()
    path.write_text(TEXT.replace("her", "she"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _renamed_over(path: Path) -> None:
    path.with_name("b").write_text(TEXT)
    path.with_name("b").rename(path)


def _removed(path: Path) -> None:
    path.unlink()


CHANGES = [_written, _same_size_and_time, _renamed_over, _removed]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("undo", [False, True])
def test_a_change_just_before_the_rename_is_not_lost(
    path: Path, change: Callable[[Path], None], undo: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program changes the file after the new file is written and before it is renamed."""
    undo_it = hide_and_undo(path)
    if not undo:
        undo_it()
    was = opened(path)
    syncing = os.fsync
    left: list[bytes | None] = []

    def sync(descriptor: int) -> None:
        syncing(descriptor)
        if not left:
            change(path)
            left.append(path.read_bytes() if path.exists() else None)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(ReaderError, match=r"a\.yaml: is being changed by another program; try again$"):
        _ = undo_it() if undo else amend_file(path, corrected(was, Hide(entity(0))), was)
    assert left == [path.read_bytes() if path.exists() else None]
    assert leftovers(path.parent) == []


@pytest.mark.parametrize("into", ["library", "file"])
def test_an_import_that_overwrites_loses_no_correction(
    path: Path, into: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A correction is made while the import detects quotes and names."""
    output = ["-o", str(path.with_name("o.yaml"))] if into == "file" else []
    assert main(["import", str(path), *output]) == 0
    article = Path(capsys.readouterr().out.rstrip("\n"))
    path.write_text(TEXT.replace("left the", "saw the"))
    from reader.library import importing

    detecting = importing.with_detected
    corrections: list[object] = []

    def detected(document: Document) -> Document:
        if not corrections:
            corrections.append(hide(article))
        return detecting(document)

    monkeypatch.setattr(importing, "with_detected", detected)
    assert main(["import", str(path), *output, "--force"]) == 2
    assert capsys.readouterr().err.endswith(": is being changed by another program; try again\n")
    assert [one.name for one in load(article).document.entities] == ["Bo"]


@pytest.mark.parametrize("into", ["library", "file"])
def test_an_import_that_overwrites_waits_for_the_lock_of_a_correction(path: Path, into: str) -> None:
    output = ["-o", str(path.with_name("o.yaml"))] if into == "file" else []
    assert main(["import", str(path), *output]) == 0
    folder = path.parent if into == "file" else library_folder()
    path.write_text(TEXT.replace("left the", "saw the"))
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    codes: list[int] = []
    importing = threading.Thread(
        target=lambda: codes.append(main(["import", str(path), *output, "--force"])), daemon=True
    )
    importing.start()
    importing.join(60)
    assert codes == [2]  # it gave up when its time to wait was over
    os.close(descriptor)
    assert main(["import", str(path), *output, "--force"]) == 0


# --- after a kill -------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from reader.library import writing

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

os.{name} = kill
writing.write(Path(sys.argv[1]), "x\\n", overwrite={overwrite})
"""


@pytest.mark.parametrize(("name", "overwrite"), [("fsync", True), ("replace", True), ("unlink", False)])
def test_temporary_files_of_a_killed_reader_are_removed_by_the_next_correction(
    path: Path, name: str, overwrite: bool
) -> None:
    program = KILLED.format(name=name, overwrite=overwrite)
    target = path if overwrite else path.with_name("new.yaml")
    ended = subprocess.run([sys.executable, "-c", program, str(target)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert len(leftovers(path.parent)) == 1
    assert path.read_text() == TEXT
    assert hide(path) == ()
    assert leftovers(path.parent) == []
    if not overwrite:
        assert target.read_text() == "x\n"
        assert target.stat().st_nlink == 1


def test_only_temporary_files_of_the_reader_are_removed(path: Path) -> None:
    folder = path.parent
    (folder / ".reader-abcd_123.new").write_text("of an earlier version")
    kept = [".reader-.new", ".reader-abcd_123.new.yaml", ".reader-ABCD!123.new", "reader-abcd_123.new"]
    for name in kept:
        (folder / name).write_text("mine")
    (folder / ".reader-abcd_124.new").mkdir()
    (folder / ".reader-abcd_125.new").symlink_to(path)
    hide(path)
    assert sorted(os.listdir(folder)) == sorted(
        [*kept, "a.yaml", ".reader-abcd_124.new", ".reader-abcd_125.new"]
    )


def test_the_temporary_file_of_a_running_writer_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A correction is made while another thread writes a file into the same folder."""
    reached, go_on = threading.Event(), threading.Event()
    syncing = os.fsync

    def sync(descriptor: int) -> None:
        if threading.current_thread() is writer and not reached.is_set():
            reached.set()
            assert go_on.wait(60)
        syncing(descriptor)

    writer = threading.Thread(target=lambda: write(path.with_name("new.yaml"), "x\n"), daemon=True)
    monkeypatch.setattr(os, "fsync", sync)
    writer.start()
    assert reached.wait(60)
    [temporary] = leftovers(path.parent)
    with pytest.raises(ReaderError, match="is being changed by another program"):
        hide(path)
    assert leftovers(path.parent) == [temporary]
    go_on.set()
    writer.join(60)
    assert path.with_name("new.yaml").read_text() == "x\n"


def test_temporary_files_are_kept_if_the_file_system_has_no_locks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, how: int) -> None:
        raise OSError(37, "No locks available")

    (path.parent / ".reader-abcd_123.new").write_text("perhaps of a living writer")
    monkeypatch.setattr(fcntl, "flock", refuse)
    hide(path)
    assert leftovers(path.parent) == [".reader-abcd_123.new"]


def test_an_acknowledged_correction_survives_a_kill(path: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from reader.library.amending import amend_file\n"
        "from reader.reading.corrections import Hide, corrected\n"
        "from reader.sources.open import open_source\n"
        "from reader.sources.ref import FileSource\n"
        "from reader.reading.identities import identified\n"
        "path = Path(sys.argv[1])\n"
        "was = identified(open_source(FileSource.at(path)).document)\n"
        "amend_file(path, corrected(was, Hide(was.entities[0].id)), was)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert not re.search("Ada Okafor   # her", path.read_text())
    assert annotate(load(path).document).title == "T"
