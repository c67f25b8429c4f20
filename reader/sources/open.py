"""Open a source: the one way from a file, an address or standard input to an article.

An article file is read here, so that opening one imports nothing that another format needs. Every other
source goes through `importers`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Document
from reader.sources.faults import Fault
from reader.sources.files import read_article_file
from reader.sources.formats import Format
from reader.sources.ref import FileSource, SourceRef, StdinSource

if TYPE_CHECKING:
    from threading import Event

    from reader.sources.fetch.watch import Progress


class Loaded(NamedTuple):
    """An article that was opened, and the source it was opened from, which can be opened again.

    `url` is the address that a page was loaded from, after redirects; empty for other sources.
    """

    document: Document
    warnings: tuple[Fault, ...] = ()
    source: SourceRef = StdinSource()
    format: Format = Format.YAML
    url: str = ""

    @property
    def path(self) -> Path | None:
        """The absolute path of the source, None for what is not a file."""
        return self.source.path.absolute() if isinstance(self.source, FileSource) else None

    @property
    def origin(self) -> str:
        """The address or the path that the article was loaded from; empty for standard input."""
        return self.url or ("" if self.path is None else str(self.path))


def open_source(
    source: SourceRef, *, progress: Progress | None = None, cancelled: Event | None = None
) -> Loaded:
    """Read or fetch `source` and import it.

    `progress` is told how much of a page has arrived, `cancelled` ends the work early. Raises SourceError
    when the bytes cannot be read (CancelledError among them), ArticleError when they are no article.
    """
    if isinstance(source, FileSource) and source.is_article_file:
        from reader.sources.yaml.article import read  # each importer is imported when it is used

        # No local name keeps the bytes, so that the importer can free them.
        article = read(read_article_file(source), source.name)
        return Loaded(article.document, article.faults, source)
    from reader.sources.importers import import_source

    found = import_source(source, progress, cancelled)
    return Loaded(found.document, found.faults, source, found.format, found.url)
