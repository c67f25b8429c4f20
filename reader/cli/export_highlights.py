"""`reader export`: print or write the highlights and notes of articles, and their quotes.

Owns where the result goes. The paths of written files go to standard output, errors to standard error.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, UsageError
from reader.sources.ref import STDIN, FileSource, SourceRef, UrlSource, parse_source
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from reader.export.highlights import Exported
    from reader.library.memory import Memory
    from reader.model import Document, HighlightId
    from reader.sources.open import Loaded
    from reader.text.source_position import Position

SUFFIXES = {"markdown": ".md", "json": ".json", "csv": ".csv", "w3c": ".jsonld"}
"""The formats, with the suffix of their files."""


class Export(NamedTuple):
    """Print or write the highlights of articles.

    `everything` takes all articles of the library. `output` is a file or a folder; None prints. With `quotes`
    the quotes are exported too.
    """

    sources: tuple[str, ...]
    everything: bool = False
    format: str = "markdown"
    output: str | None = None
    quotes: bool = False
    force: bool = False

    def run(self) -> int:
        """Export what can be read. The exit code is 1 if some sources failed, and 2 if all failed."""
        if bool(self.sources) == self.everything:
            raise UsageError("export needs sources, or --all for every article of your library")
        if self.sources.count(STDIN) > 1:
            raise UsageError("- is given twice; standard input can be read only once")
        if self.output in (STDIN, ""):
            raise UsageError("-o needs a file or a folder; without -o the result goes to standard output")
        from reader.sources.formats import has_article_suffix

        if self.output is not None and has_article_suffix(self.output):
            name = clean_line(self.output)
            raise UsageError(f"{name} would be an article file; -o needs another name, such as a.md")
        articles, failed = self._articles()
        full = [article for article in articles if not article.is_empty]
        if not self.everything:
            for article in articles:
                if article.is_empty:
                    complain(f"{article.file or article.address or article.document.title}: no highlights")
        elif not full and not failed:
            complain("no highlights in your library")
        failed_writes = 0
        if self.output is None:
            if full or self.format in ("json", "csv"):
                say(self._text(full), exact=True)
        elif self._is_folder():
            failed_writes = self._write_each(full, Path(self.output))
        elif full:
            self._write(Path(self.output), self._text(full))
        if not failed and not failed_writes:
            return OK
        return FOUND_FAULTS if len(articles) > failed_writes else BAD_INPUT

    # -- reading -----------------------------------------------------------------------------------

    def _articles(self) -> tuple[list[Exported], int]:
        """The articles, each once, and the number of sources that failed."""
        from reader.config.directories import state_folder
        from reader.library.memory import Memory

        memory = Memory(state_folder())
        articles: list[Exported] = []
        failed = 0
        try:
            for named in self._named():
                try:
                    # A file of the library is exported itself, never a copy of it.
                    of_library = isinstance(named, Path)
                    source = FileSource.at(named) if isinstance(named, Path) else parse_source(named)
                    article = self._exported(source, memory, copy=not of_library)
                except ReaderError as error:
                    complain(str(error))
                    failed += 1
                    continue
                if article.path is None or all(article.path != other.path for other in articles):
                    articles.append(article)
            if notice := memory.take_notice():
                complain(notice)
        finally:
            memory.close()
        return articles, failed

    def _named(self) -> Iterable[str | Path]:
        """The sources as they were typed, or the article files of the library. Raises ReaderError."""
        if not self.everything:
            return self.sources
        from reader.config.directories import library_folder
        from reader.library.folder import article_files
        from reader.library.writing import reason

        folder = library_folder()
        try:
            files = sorted(article_files(folder))
        except OSError as error:
            fault = f"cannot be listed: {reason(error)}; allow reading the folder"
            raise ReaderError(f"{clean_line(str(folder))}: {fault}") from error
        return [path for path in files if not path.name.startswith(".")]

    def _exported(self, source: SourceRef, memory: Memory, *, copy: bool) -> Exported:
        """Open a source, or the user's copy of it. Raises ReaderError."""
        from reader.cli.meter import Meter
        from reader.cli.requests import complete
        from reader.export.highlights import Exported
        from reader.sources.open import open_source

        meter = Meter(source) if isinstance(source, UrlSource) else None
        try:
            open_ = partial(memory.open_source, may_leave=False) if copy else open_source
            loaded = open_(source, progress=None if meter is None else meter.show)
        finally:
            if meter is not None:
                meter.close()
        document = memory.document(loaded)
        if document.highlights or self.quotes:
            document = complete(document)
        return Exported(
            document,
            loaded.path,
            source.url if isinstance(source, UrlSource) else "",
            document.quotes if self.quotes else (),
            *_in_source(source, loaded, document),
        )

    # -- writing -----------------------------------------------------------------------------------

    def _text(self, articles: Sequence[Exported]) -> str:
        from datetime import date

        day = date.today().isoformat()
        match self.format:
            case "json":
                from reader.export.highlights_json import as_json

                return as_json(articles, day)
            case "csv":
                from reader.export.highlights_csv import as_csv

                return as_csv(articles)
            case "w3c":
                from reader.export.web_annotations import as_web_annotations

                return as_web_annotations(articles)
        from reader.export.highlights_markdown import as_markdown

        return as_markdown(articles, day)

    def _is_folder(self) -> bool:
        return self.output is not None and (self.output.endswith("/") or os.path.isdir(self.output))

    def _write_each(self, articles: Sequence[Exported], folder: Path) -> int:
        """Write a file for each article. Returns how many could not be written."""
        from reader.library.file_name import file_name
        from reader.library.writing import reason

        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fault = f"cannot be made: {reason(error)}; name another folder"
            raise ReaderError(f"{clean_line(str(folder))}: {fault}") from error
        failed = 0
        taken: set[str] = set()
        for article in articles:
            stem = file_name(article.document.title)
            name = next(name for name in _numbered(stem, SUFFIXES[self.format]) if name not in taken)
            taken.add(name)
            try:
                self._write(folder / name, self._text([article]))
            except ReaderError as error:
                complain(str(error))
                failed += 1
        return failed

    def _write(self, path: Path, text: str) -> None:
        """Write a file and print its path. Raises ReaderError, also for a file that may not be replaced."""
        from reader.library.writing import write

        shown = clean_line(str(path))
        if _has_content(path, text):
            say(shown)
            return
        if os.path.lexists(path) and not self.force:
            raise ReaderError(f"{shown}: exists already; --force replaces it")
        if any(_is_same_file(path, word) for word in self.sources):
            raise ReaderError(f"{shown}: is a source of this export; -o needs another name")
        for note in write(path, text, overwrite=self.force):
            complain(f"{shown}: {note}")
        say(shown)


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    """The file names to try: `stem.md`, `stem-2.md`, …"""
    return (f"{stem}{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))


def _has_content(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _is_same_file(path: Path, word: str) -> bool:
    try:
        return os.path.samefile(path, os.path.expanduser(word))
    except (OSError, ValueError):  # one of the two is not a file
        return False


def _in_source(
    source: SourceRef, loaded: Loaded, document: Document
) -> tuple[str, Mapping[HighlightId, Position]]:
    """The path of the Markdown or text file, and the position of each highlight in that file.

    Both are empty for another kind of source, and for a file without a copy in the library, which has no
    highlights.
    """
    if not isinstance(source, FileSource) or not loaded.copy_of:
        return "", {}
    from reader.sources.detection import detect
    from reader.sources.encoding import decode
    from reader.sources.files import read_bytes
    from reader.sources.formats import Format
    from reader.text.source_position import positions

    data = read_bytes(source)
    if detect(data, source.name) not in (Format.MARKDOWN, Format.PLAIN):
        return "", {}
    placed = [one for one in document.highlights if one.pieces]
    texts = [block.text for block in document.blocks]
    found = positions([one.pieces[0] for one in placed], texts, decode(data).text)
    known = {one.id: at for one, at in zip(placed, found, strict=True) if at is not None}
    name = str(source.path.absolute())
    return name if clean_line(name) == name else source.name, known
