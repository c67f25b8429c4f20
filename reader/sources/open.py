"""Open a source: a file, an address or standard input. All other packages open articles through this module.

An article file is read here, so that the modules of other formats are not imported. Every other source goes
through `importers`.
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
    from reader.sources.yaml.article import UnreadHighlights


class Loaded(NamedTuple):
    """An opened article and its source. The source can be opened again.

    `url` is the address that a page was loaded from, after redirects; empty for other sources. `copy_of` is
    the name of the source that was asked for, if this is the user's copy of it. `unread` are highlights that
    are not in the document yet.
    """

    document: Document
    warnings: tuple[Fault, ...] = ()
    source: SourceRef = StdinSource()
    format: Format = Format.YAML
    url: str = ""
    copy_of: str = ""
    unread: UnreadHighlights | None = None

    @property
    def path(self) -> Path | None:
        """The absolute path of the source; None if the source is not a file."""
        return self.source.path.absolute() if isinstance(self.source, FileSource) else None

    @property
    def origin(self) -> str:
        """The address or the path that the article was loaded from; empty for standard input."""
        return self.url or ("" if self.path is None else str(self.path))


def open_source(
    source: SourceRef,
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
    may_leave: bool = False,
) -> Loaded:
    """Read or fetch `source` and import it.

    With `may_leave` many highlights of an article file are left unread, see `reader.sources.yaml.article`.
    `progress` is called with the number of bytes that have arrived. Setting `cancelled` stops the work.
    Raises SourceError if the bytes cannot be read (CancelledError is a subclass), ArticleError if they are
    not an article.
    """
    if isinstance(source, FileSource) and source.is_article_file:
        from reader.sources.yaml.article import read  # imported when it is needed

        # No variable refers to the bytes, so that the importer can free them.
        article = read(read_article_file(source), source.name, may_leave=may_leave)
        return Loaded(article.document, article.faults, source, unread=article.unread)
    from reader.sources.importers import import_source

    found = import_source(source, progress, cancelled)
    return Loaded(found.document, found.faults, source, found.format, found.url)
