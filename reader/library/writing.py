"""Write a text file. Overwrite only on request, and report metadata of the old file that was lost."""

from __future__ import annotations

import os
from pathlib import Path

from reader.errors import ReaderError
from reader.library.atomic_write import (
    BUSY,
    FileChangedError,
    FileState,
    folder_lock,
    replace_file,
    sync_folder,
)
from reader.text.clean import clean_line


def write(
    path: Path, text: str, *, overwrite: bool = False, expected: FileState | None = None
) -> tuple[str, ...]:
    """Make `text` the content of a file. The content is durable when this returns.

    The umask applies to a new file. An old file keeps its metadata as far as the system allows, and a link
    stays a link. With `expected`, the file is replaced only if it has not changed since it was read. Returns
    sentences about metadata that was lost. Raises ReaderError; its cause is FileExistsError if the file
    exists and `overwrite` is False.
    """
    with folder_lock(path):
        return write_locked(path, text, overwrite=overwrite, expected=expected)


def write_locked(
    path: Path,
    text: str,
    *,
    overwrite: bool = False,
    expected: FileState | None = None,
    mode: int = 0o666,
) -> tuple[str, ...]:
    """Do what `write` does, for a caller that holds the lock of the folder. `mode` is for a new file."""
    shown = clean_line(str(path))
    try:
        real = Path(os.path.realpath(path))
        data = text.encode("utf-8")
        return replace_file(real, data, mode=mode, overwrite=overwrite, expected=expected)
    except FileExistsError as error:
        raise ReaderError(f"{shown}: is there already") from error
    except FileChangedError as error:
        raise ReaderError(f"{shown}: {BUSY}") from error
    except OSError as error:
        raise ReaderError(f"{shown}: cannot be written: {reason(error)}") from error


def write_own(
    path: Path, text: str, *, overwrite: bool = False, expected: FileState | None = None
) -> tuple[str, ...]:
    """Write a file in the user's own folder as `write` does. Only the user may read a new file.

    Creates the folder if it is missing. Raises ReaderError as `write` does.
    """
    articles = path.parent
    try:
        # The folder of the reader, and the folder for articles in it. Folders above are not the reader's.
        for folder in (articles.parent, articles):
            _make_folder(folder.parent, 0o777)
            _make_folder(folder, 0o700)
    except OSError as error:
        raise ReaderError(f"{clean_line(str(path))}: its folder cannot be made: {reason(error)}") from error
    with folder_lock(path):
        return write_locked(path, text, overwrite=overwrite, expected=expected, mode=0o600)


def _make_folder(folder: Path, mode: int) -> None:
    """Create a folder and its missing parents, and make each of them durable."""
    if folder.is_dir():
        return
    _make_folder(folder.parent, 0o777)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def reason(error: OSError) -> str:
    """The system's description of an error, to end a message with."""
    return clean_line(error.strerror or str(error)).lower()
