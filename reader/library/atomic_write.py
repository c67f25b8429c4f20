"""Replace a file so that it is complete at any time, durable when the call returns, and keeps its metadata.

A new version is written to a temporary file in the same folder, synced, and renamed over the old file.
Writing in place was rejected, also for files with hard links: a program that is killed while it writes in
place leaves half a file.

Every writer holds a lock on the folder. With the lock, no other running reader can change a file between
checking and replacing it, and every temporary file in the folder is left over from a killed reader.
"""

from __future__ import annotations

import fcntl
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import NamedTuple

from reader.errors import ReaderError
from reader.sources.files import read_article_file
from reader.sources.ref import FileSource
from reader.text.clean import clean_line

TRIES, PAUSE = 100, 0.01
"""How often to try a lock that another reader holds, and the seconds between two tries."""

BUSY = "is being changed by another program; try again"

_TEMPORARY = re.compile(r"\.reader-[a-z0-9_]{8,32}\.new")


class FileChangedError(OSError):
    """Another program changed the file since it was read."""


class FileState(NamedTuple):
    """A file when it was read. `identity`: device, inode, size, time of modification in ns."""

    data: bytes
    identity: tuple[int, ...]


def read_state(path: Path) -> FileState:
    """Read a file and the identity that it had before it was read. Raises SourceError."""
    try:
        identity = _identity(path)
    except OSError:  # reading the file reports the reason
        identity = ()
    return FileState(read_article_file(FileSource.at(path)), identity)


def _identity(path: Path) -> tuple[int, ...]:
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def folder_lock(path: Path) -> Iterator[None]:
    """Lock the folder of `path` against other readers, and remove the temporary files of killed readers.

    If the file system has no such locks, the code runs without a lock and removes nothing. Raises
    ReaderError if another reader holds the lock for longer than a second.
    """
    try:
        folder = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # the folder is missing, or is writable but not readable
        yield
        return
    try:
        if _locked(folder, path):
            _remove_leftovers(Path(os.path.realpath(path)).parent)
        yield
    finally:
        os.close(folder)


def _locked(folder: int, path: Path) -> bool:
    """Lock an open folder. False if the file system does not support the lock."""
    for _ in range(TRIES):
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sleep(PAUSE)
        except OSError:
            return False
        else:
            return True
    raise ReaderError(f"{clean_line(str(path))}: {BUSY}")


def _remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of readers that were killed. Call it with the lock of the folder."""
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if _TEMPORARY.fullmatch(one.name) and one.is_file(follow_symlinks=False):
                with suppress(OSError):
                    os.unlink(one.path)


def replace_file(
    path: Path, data: bytes, *, mode: int, overwrite: bool, expected: FileState | None = None
) -> tuple[str, ...]:
    """Make `data` the content of the file `path`, a path without links. Call it with the lock of the folder.

    `mode` is for a new file, and the umask applies to it. With `expected`, the file is replaced only if it
    has not changed since it was read. Returns sentences about metadata of the old file that was lost. Raises
    FileExistsError if the file exists and `overwrite` is False, FileChangedError, and OSError.
    """
    old = _status(path)
    if old is not None and not stat.S_ISREG(old.st_mode):
        raise IsADirectoryError(0, "is no regular file")
    # A file that replaces another is private until it has the owner of the old file.
    descriptor, temporary = _create(path.parent, mode if old is None else 0o600)
    lost: tuple[str, ...] = ()
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if old is not None and overwrite:
                lost = _copy_metadata(path, old, descriptor)
            os.fsync(descriptor)
        if temporary.read_bytes() != data:
            raise OSError(0, "the disk returned other bytes than were written")
        if overwrite:
            if expected is not None and not _is_unchanged(path, expected):
                raise FileChangedError(0, BUSY)
            os.replace(temporary, path)
        else:
            _give_name(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)
    sync_folder(path.parent)
    return lost


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _create(folder: Path, mode: int) -> tuple[int, Path]:
    """Create a temporary file; the kernel applies the umask, or the default ACL of the folder, to `mode`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    while True:
        path = folder / f".reader-{os.urandom(8).hex()}.new"
        with suppress(FileExistsError):
            return os.open(path, flags, mode), path


def _is_unchanged(path: Path, expected: FileState) -> bool:
    try:
        return (
            _identity(path) == expected.identity
            and path.read_bytes() == expected.data
            and _identity(path) == expected.identity
        )
    except OSError:
        return False


def _give_name(temporary: Path, path: Path) -> None:
    """Rename a new file to `path`. Raises FileExistsError if another file has that name by now."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # without hard links, the check and the renaming are two steps
        if os.path.lexists(path):
            raise FileExistsError(str(path)) from None
        os.replace(temporary, path)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    # Some network file systems cannot sync a folder, and a folder may be writable but not readable. The
    # content of the file is durable in both cases.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# --- metadata -----------------------------------------------------------------------------------------


def _copy_metadata(path: Path, old: os.stat_result, new: int) -> tuple[str, ...]:
    """Copy the metadata of `path` to an open file. Returns sentences about metadata that was not copied."""
    lost = _copy_owner(old, new)
    mode = stat.S_IMODE(old.st_mode)
    if "group" in lost:
        # The new group must not get the rights of the old group. It gets the rights of all other users.
        mode = mode & ~0o070 | (mode & 0o007) << 3
    lost += _copy_attributes(path, new)
    try:
        os.fchmod(new, mode)
    except OSError:
        lost.append("permissions")
    out = []
    if lost:
        listed = f"{', '.join(lost[:-1])} and {lost[-1]}" if len(lost) > 1 else lost[0]
        out.append(f"The file could not keep its {listed}.")
    if others := old.st_nlink - 1:
        links = "other hard link" if others == 1 else "other hard links"
        out.append(f"{others} {links} of the file {'keeps' if others == 1 else 'keep'} the old text.")
    return tuple(out)


def _copy_owner(old: os.stat_result, new: int) -> list[str]:
    """Copy the owner and group of another file to an open file. Returns what could not be copied."""
    now = os.fstat(new)
    if (now.st_uid, now.st_gid) == (old.st_uid, old.st_gid):
        return []
    with suppress(OSError):
        os.fchown(new, old.st_uid, old.st_gid)
        return []
    lost = ["owner"] if now.st_uid != old.st_uid else []
    if now.st_gid != old.st_gid:
        try:
            os.fchown(new, -1, old.st_gid)
        except OSError:
            lost.append("group")
    return lost


def _copy_attributes(path: Path, new: int) -> list[str]:
    """Copy the extended attributes and access lists of `path` to an open file. Returns those that failed."""
    if not hasattr(os, "listxattr"):  # Python has this function only on Linux
        return []
    try:
        wanted = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    except OSError:
        return []
    lost = []
    for name, value in wanted.items():
        try:
            if name not in os.listxattr(new) or os.getxattr(new, name) != value:
                os.setxattr(new, name, value)
        except OSError:
            lost.append(f"attribute {clean_line(name)}")
    # A folder can give its new files an access list that the old file did not have.
    with suppress(OSError):
        for name in set(os.listxattr(new)) - set(wanted):
            os.removexattr(new, name)
    return lost
