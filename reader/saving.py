"""Article files on the disk: where one goes in the user's folder, and how it gets there whole.

Owns that a file is either the old one or the new one, never half of one, and that nothing is
overwritten unasked.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError, SourceError
from reader.formats.article_yaml import read
from reader.formats.files import read_source
from reader.importing import IMPORTED_FROM, detected, from_source, is_same, origin_of, slug, written
from reader.library import article_files, own_folder
from reader.model import Document
from reader.text.clean import clean_line


class Spot(NamedTuple):
    """Where an article goes; `before` is the article that is there, None where it is free."""

    path: Path
    before: Document | None = None


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
        before = article_at(path)
        if before is not None and is_same(document, before):
            return Spot(path, before)
        if before is None and _says_it_is_from(path, origin_of(document)):
            fault = "is the file of this article and cannot be read; reader check tells why"
            raise ReaderError(f"{clean_line(str(path))}: {fault}")
    return Spot(next(path for path in _names(folder, name) if path not in taken))


def save_to_library(document: Document, origin: str) -> Path:
    """The file of `document` in the user's library, which is written where there is none yet.

    What its source does not give is found first. `origin` is the address or path it was opened from,
    empty for standard input. A file that is there already stays as it is. Raises ReaderError.
    """
    document = from_source(document, origin)
    spot = spot_for(document, own_folder())
    if spot.before is None:
        write_own(spot.path, written(detected(document), origin or document.title))
    return spot.path


def article_at(path: Path) -> Document | None:
    """The article in a file; None when there is none that can be read."""
    try:
        return read(read_source(str(path)), str(path)).document
    except (SourceError, ArticleError):
        return None


def is_written(path: Path, text: str) -> bool:
    """Whether the file holds this text already."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def write(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Make `text` the content of the file at once; when this returns, it is on the disk.

    A new file obeys the umask, an old one keeps its rights, and a link stays one. Raises ReaderError,
    FileExistsError among its causes when there is a file and `overwrite` is off.
    """
    shown = clean_line(str(path))
    path = Path(os.path.realpath(path))
    with _told(shown):
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        _replace(path, text.encode("utf-8"), mode, overwrite)


def write_own(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a file of the user's own folder as `write` does, for the user alone.

    The folder is made where it is missing. Raises ReaderError as `write` does.
    """
    shown = clean_line(str(path))
    articles = path.parent
    try:
        # The reader's own folder, and the one for articles in it; what lies above is not the reader's.
        for folder in (articles.parent, articles):
            if not folder.is_dir():
                folder.parent.mkdir(parents=True, exist_ok=True)
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ReaderError(f"{shown}: its folder cannot be made: {_reason(error)}") from error
    with _told(shown):
        _replace(path, text.encode("utf-8"), 0o600, overwrite)


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Tell what went wrong in writing the file that is called `shown` as a ReaderError."""
    try:
        yield
    except FileExistsError as error:
        raise ReaderError(f"{shown}: is there already") from error
    except OSError as error:
        raise ReaderError(f"{shown}: cannot be written: {_reason(error)}") from error


def _replace(path: Path, data: bytes, mode: int, overwrite: bool) -> None:
    """Write a file beside `path`, look at what is in it, and let it take the name."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(0, "is no regular file")
    descriptor, beside = tempfile.mkstemp(prefix=".reader-", suffix=".new", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        if Path(beside).read_bytes() != data:
            raise OSError(0, "the disk gives back something else")
        if overwrite:
            os.replace(beside, path)
        else:
            _give_name(beside, path)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)
    _sync_folder(path.parent)


def _give_name(beside: str, path: Path) -> None:
    """Give the file its name, unless another took it meanwhile. Raises FileExistsError."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the moment between the two steps has to be borne
        if os.path.lexists(path):
            raise FileExistsError(str(path)) from None
        os.replace(beside, path)


def _sync_folder(folder: Path) -> None:
    """Make the name last as well as the content."""
    # Some network file systems cannot, and a folder may be one to write in and not to read. The file is safe.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


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
    except OSError as error:
        fault = f"cannot be searched for this article: {_reason(error)}; allow reading the folder"
        raise ReaderError(f"{clean_line(str(folder))}: {fault}") from error
    out = []
    for path in files:
        try:
            data = read_source(str(path))
        except SourceError as error:
            skip(error)
            continue
        if any(word in data for word in words):
            out.append(path)
    return out


def _says_it_is_from(path: Path, origin: str) -> bool:
    """Whether a file that is no article has the line that an import of `origin` writes."""
    try:
        data = read_source(str(path))
    except SourceError:
        return False
    lines = data.decode("utf-8", "replace").splitlines()
    return bool(origin) and any(line.startswith(f"{IMPORTED_FROM}:") and origin in line for line in lines)


def _longest_word(text: str) -> bytes:
    """The longest part of `text` that stands in YAML as it is."""
    return max(re.split(r"[\s'\"\\]", text), key=len).encode("utf-8")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return clean_line(error.strerror or str(error)).lower()
