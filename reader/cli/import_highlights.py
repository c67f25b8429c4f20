"""`reader import --highlights`: add highlights from a JSON file of `reader export` to article files.

Owns the output of the command: a line with the counts for each article on standard output.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.output import complain, say
from reader.errors import BAD_INPUT, FOUND_FAULTS, OK, ReaderError, UsageError
from reader.sources.ref import FileSource, UrlSource, parse_source
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from reader.library.importing_highlights import Combined, Incoming
    from reader.model import Document


class ImportHighlights(NamedTuple):
    """Add the highlights in `file` to the articles that it names, or to the given ones.

    With `force`, a note or a colour that differs is replaced.
    """

    file: str
    articles: tuple[str, ...] = ()
    force: bool = False

    def run(self) -> int:
        """Print what was added to each article. An article that fails does not stop the others."""
        from reader.library.importing_highlights import read_highlights
        from reader.sources.files import read_bytes

        source = parse_source(self.file)
        if isinstance(source, UrlSource):
            raise UsageError(f"{source.name}: --highlights reads a file; download it first")
        incoming = read_highlights(read_bytes(source), source.name)
        if not any(one.highlights for one in incoming):
            complain(f"{source.name}: no highlights")
            return OK
        done = failed = 0
        for one in incoming:
            try:
                for path, before in self._targets(one, len(incoming)):
                    self._add(one, path, before)
                    done += 1
            except ReaderError as error:
                complain(str(error))
                failed += 1
        if not failed:
            return OK
        return FOUND_FAULTS if done else BAD_INPUT

    def _targets(self, incoming: Incoming, count: int) -> Iterator[tuple[Path, Document]]:
        """The article files that get the highlights of one article, each with its document.

        A file must contain that article. This is not checked if the JSON file has one article and one article
        file is given. Raises ReaderError.
        """
        if not self.articles:
            if not incoming.file:
                fault = f"{incoming.title or 'an article'}: has no file; give its article file too"
                raise ReaderError(fault)
            path = Path(incoming.file)
            document = _read(FileSource.at(path))
            if not _is_same(incoming, document):
                fault = f"is another article ({document.title}); give the right article file too"
                raise ReaderError(f"{clean_line(str(path))}: {fault}")
            yield path, document
            return
        found = [(_file(word), _read(_file(word))) for word in self.articles]
        if len(found) > 1 or count > 1:
            found = [(source, document) for source, document in found if _is_same(incoming, document)]
        if not found:
            raise ReaderError(f"{incoming.title or 'an article'}: none of the given files is this article")
        for source, document in found:
            yield source.path, document

    def _add(self, incoming: Incoming, path: Path, before: Document) -> None:
        """Write the highlights into the file, and print the counts. Raises ReaderError."""
        from reader.library.amending import amend_file, is_own
        from reader.library.importing_highlights import combined

        shown = clean_line(str(path))
        if not is_own(path):
            fault = "cannot be changed; import it to your library, and give that file"
            raise ReaderError(f"{shown}: {fault}")
        result = combined(before, incoming.highlights, force=self.force)
        if result.added or result.updated:
            for note in amend_file(path, result.document, before).notes:
                complain(f"{shown}: {note}")
        say(f"{shown}: {_summary(result)}")


def _file(word: str) -> FileSource:
    source = parse_source(word)
    if not isinstance(source, FileSource):
        raise UsageError(f"{source.name}: is not an article file; give one, or import it first")
    return source


def _read(source: FileSource) -> Document:
    """The document of an article file. Raises ReaderError for a file of another format."""
    from reader.sources.open import open_source

    if not source.is_article_file and os.path.isfile(source.path):
        raise ReaderError(f"{source.name}: is not an article file (YAML); import it first")
    return open_source(source).document


def _is_same(incoming: Incoming, document: Document) -> bool:
    """Whether a document is the article of the highlights: it has the same title or the same address."""
    return document.title == incoming.title or bool(incoming.url and document.source.url == incoming.url)


def _summary(result: Combined) -> str:
    """The counts for one article: `2 added (1 not found in the text), 1 already there`."""
    lost = f" ({result.lost} not found in the text)" if result.lost else ""
    parts: Sequence[tuple[int, str]] = (
        (result.added, f"added{lost}"),
        (result.updated, "updated"),
        (result.known, "already there"),
        (result.different, "already there with another note or colour (--force replaces them)"),
    )
    return ", ".join(f"{number} {words}" for number, words in parts if number) or "nothing to add"
