"""Save articles as files: choose the path in the user's folder, and write without unasked overwriting."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError, SourceError
from reader.library.atomic_write import (
    BUSY,
    FileChangedError,
    FileState,
    folder_lock,
    read_state,
    replace_file,
    sync_folder,
)
from reader.library.folder import article_files, own_folder
from reader.library.importing import IMPORTED_FROM, detected, is_same, origin_of, slug, with_origin, written
from reader.model import Document
from reader.sources.files import read_article_file
from reader.sources.open import Loaded
from reader.sources.ref import FileSource
from reader.sources.yaml.article import read
from reader.text.clean import clean_line


class Spot(NamedTuple):
    """Where an article goes, and what was found there.

    `before` is the same article in an earlier version, None where there is none. `state` is the file as it
    was read; None where there is no file that can be read.
    """

    path: Path
    before: Document | None = None
    state: FileState | None = None


def spot_for(
    document: Document, folder: Path, skip: Callable[[SourceError], object] = lambda _: None
) -> Spot:
    """The file of `document` in the user's `folder`: the file that holds the article, or a free name.

    A file that was renamed by hand is found too. Reads every file there that mentions the source. A file
    that cannot be read is passed over, and `skip` is called with its fault. Raises ReaderError when the
    folder cannot be listed, and when the article's own file is no article any more: a second file beside
    it would hide that.
    """
    name = slug(document.title)
    taken = list(takewhile(os.path.lexists, _names(folder, name)))
    for path in dict.fromkeys([*taken, *_mentioning(document, folder, skip)]):
        spot = spot_at(path)
        if spot.before is not None and is_same(document, spot.before):
            return spot
        if spot.before is None and _says_it_is_from(path, origin_of(document)):
            fault = "is the file of this article and cannot be read; reader check tells why"
            raise ReaderError(f"{clean_line(str(path))}: {fault}")
    return Spot(next(path for path in _names(folder, name) if path not in taken))


def save_to_library(loaded: Loaded) -> Path:
    """The file of the article in the user's library. It is written unless it is there already.

    Quotes and entities that the source does not give are detected first. Raises ReaderError.
    """
    document = with_origin(loaded)
    spot = spot_for(document, own_folder())
    if spot.before is None:
        write_own(spot.path, written(detected(document), loaded.origin or document.title))
    return spot.path


def spot_at(path: Path) -> Spot:
    """The file `path` and the article in it."""
    try:
        state = read_state(path)
    except SourceError:
        return Spot(path)
    try:
        return Spot(path, read(state.data, str(path)).document, state)
    except ArticleError:
        return Spot(path, None, state)


def article_at(path: Path) -> Document | None:
    """The article in a file; None when there is none that can be read."""
    return spot_at(path).before


def is_written(path: Path, text: str) -> bool:
    """Whether the file holds this text already."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def write(
    path: Path, text: str, *, overwrite: bool = False, expected: FileState | None = None
) -> tuple[str, ...]:
    """Make `text` the content of a file; when this returns, it is durable.

    The umask applies to a new file. An old file keeps its metadata as far as the system allows, and a link
    stays a link. With `expected`, the file is replaced only if it is still what was read. Returns a sentence
    for each thing that could not be kept. Raises ReaderError, with FileExistsError as its cause when there
    is a file and `overwrite` is off.
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
        raise ReaderError(f"{shown}: cannot be written: {_reason(error)}") from error


def write_own(
    path: Path, text: str, *, overwrite: bool = False, expected: FileState | None = None
) -> tuple[str, ...]:
    """Write a file of the user's own folder as `write` does; a new file is for the user alone.

    Creates the folder where it is missing. Raises ReaderError as `write` does.
    """
    articles = path.parent
    try:
        # The folder of the reader, and the folder for articles in it. Folders above are not the reader's.
        for folder in (articles.parent, articles):
            _make_folder(folder.parent, 0o777)
            _make_folder(folder, 0o700)
    except OSError as error:
        raise ReaderError(f"{clean_line(str(path))}: its folder cannot be made: {_reason(error)}") from error
    with folder_lock(path):
        return write_locked(path, text, overwrite=overwrite, expected=expected, mode=0o600)


def _make_folder(folder: Path, mode: int) -> None:
    """Make a folder and those above it, durable each; nothing where it exists."""
    if folder.is_dir():
        return
    _make_folder(folder.parent, 0o777)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def _names(folder: Path, name: str) -> Iterator[Path]:
    """The files that articles of one name get, one after the other: `name.yaml`, `name-2.yaml`, …"""
    return (folder / f"{name}{f'-{n}' if n > 1 else ''}.yaml" for n in count(1))


def _mentioning(document: Document, folder: Path, skip: Callable[[SourceError], object]) -> list[Path]:
    """The article files of `folder` that name the source of `document` somewhere, by their paths."""
    words = [_longest_word(text) for text in (origin_of(document), document.source.url) if text]
    if not words:
        return []
    try:
        files = sorted(article_files(folder))
    except NotADirectoryError:  # making the folder tells that
        return []
    except OSError as error:
        fault = f"cannot be searched for this article: {_reason(error)}; allow reading the folder"
        raise ReaderError(f"{clean_line(str(folder))}: {fault}") from error
    out = []
    for path in files:
        try:
            data = read_article_file(FileSource.at(path))
        except SourceError as error:
            skip(error)
            continue
        if any(word in data for word in words):
            out.append(path)
    return out


def _says_it_is_from(path: Path, origin: str) -> bool:
    """Whether a file that is no article has the line that an import of `origin` writes."""
    try:
        data = read_article_file(FileSource.at(path))
    except SourceError:
        return False
    lines = data.decode("utf-8", "replace").splitlines()
    return bool(origin) and any(line.startswith(f"{IMPORTED_FROM}:") and origin in line for line in lines)


def _longest_word(text: str) -> bytes:
    """The longest part of `text` that stands in YAML as it is."""
    return max(re.split(r"[\s'\"\\]", text), key=len).encode("utf-8")


def _reason(error: OSError) -> str:
    return clean_line(error.strerror or str(error)).lower()
