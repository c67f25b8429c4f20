"""Find the file of an article: the file that already contains the article, or a free name."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from reader.errors import ArticleError, ReaderError, SourceError
from reader.library.atomic_write import FileState, read_state
from reader.library.file_name import file_name
from reader.library.folder import article_files
from reader.library.importing import IMPORTED_FROM, is_same, origin_of
from reader.library.people.register_file import NAME as REGISTER
from reader.library.writing import reason
from reader.model import Document
from reader.sources.files import read_article_file
from reader.sources.ref import FileSource
from reader.sources.yaml.article import read
from reader.text.clean import clean_line


class Destination(NamedTuple):
    """The file that an article goes to.

    `before` is the version of the article that the file contains, `state` the file as it was read. Both are
    None if there is no such file.
    """

    path: Path
    before: Document | None = None
    state: FileState | None = None


def destination_for(
    document: Document, folder: Path, skip: Callable[[SourceError], object] = lambda _: None
) -> Destination:
    """The file of `document` in the user's `folder`: the file that contains the article, or a free name.

    A file that was renamed by hand is found too. `skip` is called with the error of a file that cannot be
    read. Raises ReaderError when the folder cannot be listed, and when the article's own file cannot be read
    as an article any more: a second file beside it would hide that.
    """
    name = file_name(document.title)
    taken = list(takewhile(os.path.lexists, _names(folder, name)))
    for path in dict.fromkeys([*taken, *_mentioning(document, folder, skip)]):
        destination = destination_at(path)
        if destination.before is not None and is_same(document, destination.before):
            return destination
        if destination.before is None and _is_marked_as_from(path, origin_of(document)):
            fault = "is the file of this article and cannot be read; reader check shows why"
            raise ReaderError(f"{clean_line(str(path))}: {fault}")
    return Destination(next(path for path in _names(folder, name) if path not in taken))


def destination_at(path: Path) -> Destination:
    """The destination of a file that the user named, with the article in it."""
    try:
        state = read_state(path)
    except SourceError:
        return Destination(path)
    try:
        return Destination(path, read(state.data, str(path)).document, state)
    except ArticleError:
        return Destination(path, None, state)


def _names(folder: Path, name: str) -> Iterator[Path]:
    """The file names to try, in order: `name.yaml`, `name-2.yaml`, …; never the register of people."""
    names = (f"{name}{f'-{n}' if n > 1 else ''}.yaml" for n in count(1))
    return (folder / one for one in names if one != REGISTER)


def _mentioning(document: Document, folder: Path, skip: Callable[[SourceError], object]) -> list[Path]:
    """The article files of `folder` that contain the source of `document`, sorted by path."""
    words = [_longest_word(text) for text in (origin_of(document), document.source.url) if text]
    if not words:
        return []
    try:
        files = sorted(article_files(folder))
    except NotADirectoryError:  # creating the folder reports this later
        return []
    except OSError as error:
        fault = f"cannot be searched for this article: {reason(error)}; allow reading the folder"
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


def _is_marked_as_from(path: Path, origin: str) -> bool:
    """Whether a file that cannot be read as an article has the line that an import of `origin` writes."""
    try:
        data = read_article_file(FileSource.at(path))
    except SourceError:
        return False
    lines = data.decode("utf-8", "replace").splitlines()
    return bool(origin) and any(line.startswith(f"{IMPORTED_FROM}:") and origin in line for line in lines)


def _longest_word(text: str) -> bytes:
    """The longest part of `text` that YAML does not escape."""
    return max(re.split(r"[\s'\"\\]", text), key=len).encode("utf-8")
