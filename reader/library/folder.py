"""List the articles that come with the reader and those in the user's own folder.

Only the head of each file is parsed, up to its paragraphs. A file that cannot be opened as an article is
listed with its fault, so that no file is missing without a reason.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.config.directories import library_folder
from reader.errors import SourceError
from reader.library.people.register_file import is_register
from reader.sources.faults import Faults, Position
from reader.sources.files import read_bytes
from reader.sources.formats import has_article_suffix
from reader.sources.ref import FileSource
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from reader.sources.yaml.record import Record

FIRST = "tour"
"""The bundled article that is listed first: it teaches how to use the program."""

LARGEST_COUNTED = 2 * 1024 * 1024
"""The most bytes of a file whose words are counted for the list. A larger file is listed without minutes."""

_SECTION = re.compile(r"^paragraphs:[^\n]*\n(.*?)(?=^[\w\"']|\Z)", re.DOTALL | re.MULTILINE)
_KEYS = frozenset({"title", "kicker", "standfirst", "published", "source", "authors"})


READ_TO_END = 0.98
"""The share from which an article counts as read. The end of the last window is rarely the last character."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the list. `fault` says why it cannot be opened, and is empty if it can.

    `minutes` is an estimate, 0 if unknown. `bundled` is True if the article comes with the program. `origin`
    is the bundled file if `path` is the user's copy of it. `share` is the part that was read, from 0 to 1;
    None if the article was never opened.
    """

    path: Path
    title: str
    standfirst: str = ""
    kicker: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    published: str = ""
    minutes: int = 0
    fault: str = ""
    bundled: bool = True
    origin: Path | None = None
    share: float | None = None

    @property
    def is_being_read(self) -> bool:
        """Whether the article was begun and its end was not reached."""
        return self.share is not None and self.share < READ_TO_END

    @property
    def first(self) -> bool:
        """Whether this is the article for new users."""
        return self.bundled and (self.origin or self.path).stem == FIRST


def entries(own: Path | None = None, check: Callable[[], object] = lambda: None) -> tuple[Entry, ...]:
    """The bundled articles with the tour first, then the user's own with the newest first.

    The user's copy of a bundled article takes its place in the list. `own` is the user's folder, by
    default `library_folder()`. A folder that cannot be listed is one entry with its fault. `check` is called
    before each file is read; an exception that it raises ends the work.
    """
    from reader.resources import articles

    def read(path: Path, *, bundled: bool = True) -> Entry:
        check()
        return entry(path, bundled=bundled)

    bundled = sorted(map(read, articles()), key=lambda e: (not e.first, e.title.casefold()))
    mine = _own_entries(library_folder() if own is None else own, partial(read, bundled=False))
    copies = {_same(one): one.path for one in reversed(mine) if not one.fault}
    for index, one in enumerate(bundled):
        if (copy := copies.get(_same(one))) is not None:
            bundled[index] = replace(one, path=copy, origin=one.path)
    taken = {one.path for one in bundled}
    return (*bundled, *(one for one in mine if one.path not in taken))


def with_shares(listed: Iterable[Entry], shares: Mapping[Path, float]) -> tuple[Entry, ...]:
    """The entries with the share of each that was read, and those that are being read first.

    `shares` has the path of each article that was opened, the one that was read last first.
    """
    order = {path: position for position, path in enumerate(shares)}
    known = [replace(one, share=shares.get(one.path)) for one in listed]
    reading = sorted((one for one in known if one.is_being_read), key=lambda one: order[one.path])
    return (*reading, *(one for one in known if not one.is_being_read))


def _same(one: Entry) -> tuple[str, str, tuple[str, ...], str]:
    """The values that are equal in an article and a copy of it that the user corrected."""
    return one.title, one.source, one.authors, one.published


def matching(listed: Iterable[Entry], words: str) -> tuple[Entry, ...]:
    """The entries that contain all of the words, in the given order. Case and accents are ignored."""
    from reader.text.fold import fold

    wanted = fold(words).text.split()

    def has_all(one: Entry) -> bool:
        parts = (
            one.title,
            one.standfirst,
            one.kicker,
            *one.authors,
            one.source,
            one.published,
            one.path.name,
        )
        text = fold(" ".join(parts)).text
        return all(word in text for word in wanted)

    return tuple(one for one in listed if has_all(one))


def entry(path: Path, *, bundled: bool = True) -> Entry:
    """The entry of one file. A file that cannot be read or is no article gives an entry with a fault."""
    name = clean_line(path.name)
    try:
        data = read_bytes(FileSource.at(path))
        head = _head(data)
    except SourceError as error:
        return Entry(path, name, fault=error.fault, bundled=bundled)
    title = head.line("title")
    if not title:
        return Entry(path, name, fault="has no title", bundled=bundled)
    return Entry(
        path,
        title,
        head.line("standfirst"),
        head.line("kicker"),
        tuple(author for author, _ in head.lines("authors")),
        _publication(head),
        head.line("published"),
        _minutes(data),
        bundled=bundled,
    )


def is_visible_article(found: os.DirEntry[str]) -> bool:
    """Whether a file of the library is listed as an article: by its suffix, and not hidden, and no
    register.
    """
    return has_article_suffix(found.name) and not found.name.startswith(".") and not is_register(found.path)


def article_files(folder: Path) -> list[Path]:
    """The paths in `folder` with the suffix of an article file, the newest first.

    Hidden files and links to files are included, the register of people is not. A link that cannot be
    followed is included too, because reading it reports the fault. Directories, pipes and the like are left
    out. Returns an empty list if the folder does not exist. Raises OSError if it cannot be listed.
    """
    try:
        with os.scandir(folder) as found:
            named = [one for one in found if has_article_suffix(one.name) and not is_register(one.path)]
    except FileNotFoundError:
        return []
    dated = [(-changed, one.path) for one in named if (changed := _changed(one)) is not None]
    return [Path(path) for _, path in sorted(dated)]


def _changed(one: os.DirEntry[str]) -> int | None:
    """The time of the last modification in nanoseconds; None if it is not a file or is gone.

    For a link that cannot be followed, it is the time of the link itself.
    """
    try:
        status = one.stat()
        return status.st_mtime_ns if stat.S_ISREG(status.st_mode) else None
    except OSError:  # a link to itself, to nothing, or into a folder without rights
        try:
            return one.stat(follow_symlinks=False).st_mtime_ns
        except OSError:
            return None


# --- reading ------------------------------------------------------------------------------------------


def _own_entries(folder: Path, read: Callable[[Path], Entry]) -> list[Entry]:
    """The entries of the user's folder, the newest first, hidden files left out."""
    try:
        files = article_files(folder)
    except OSError as error:
        fault = clean_line(f"cannot be listed: {(error.strerror or str(error)).lower()}")
        return [Entry(folder, clean_line(folder.name), fault=fault, bundled=False)]
    visible = [path for path in files if not path.name.startswith(".")]
    return [read(path) for path in visible]


def _head(data: bytes) -> Record:
    """The keys before the paragraphs, and also those after them if the title is not before them.

    Raises SourceError if these parts of the file are not valid.
    """
    from reader.sources.yaml.record import Record
    from reader.sources.yaml.schema import ArticleFile
    from reader.sources.yaml.tree import YamlMap, parse

    faults = Faults("", warned=False)
    tree = parse(data, faults, until="paragraphs")
    if isinstance(tree, YamlMap) and "title" not in tree.entries:
        tree = parse(data, faults)
    head = YamlMap(Position(1, 1))
    if isinstance(tree, YamlMap):
        head.entries = {key: entry for key, entry in tree.entries.items() if key in _KEYS}
    record = Record(head, ArticleFile, faults)
    if faults.errors:
        first = faults.errors[0]
        raise SourceError("", f"line {first.line}: {first.message}")
    if not isinstance(tree, YamlMap):
        raise SourceError("", "is not an article: no title, no paragraphs")
    return record


def _publication(record: Record) -> str:
    node = record.map("source")
    if node is None:
        return record.line("source")
    name = node.entries.get("name")
    return clean_line(name.value) if name is not None and isinstance(name.value, str) else ""


def _minutes(data: bytes) -> int:
    """Minutes to read, from the number of words in the paragraphs section of the file; 0 if unknown."""
    from reader.model import Block
    from reader.text.headline import count_words, minutes

    if len(data) > LARGEST_COUNTED:
        return 0
    section = _SECTION.search(data.decode("utf-8", "replace"))
    return minutes(count_words([Block(section[1])])) if section else 0
