"""One way to open anything: a name becomes a `Document` with the warnings about it.

Owns the quick way to an article file, which imports nothing that another kind of source needs; all
else goes through `opening`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Document
from reader.sources.faults import Fault
from reader.sources.files import STDIN, called, is_address, local_path, read_source

if TYPE_CHECKING:
    from threading import Event

    from reader.sources.fetch.watch import Progress

SUFFIXES = (".yaml", ".yml")
"""The ends of the names of article files."""


class Loaded(NamedTuple):
    """An article that was opened. `path` is its file, absolute; None for what is none.

    `format` is what the source was: "yaml", "html", "mhtml", "markdown" or "plain". `url` is where a page
    was loaded from, after redirects; empty for what came from elsewhere. `asked_format` and `whole_page` are
    what `load` was asked for, so that the file can be loaded again in the same way.
    """

    document: Document
    warnings: tuple[Fault, ...] = ()
    path: Path | None = None
    format: str = "yaml"
    url: str = ""
    asked_format: str | None = None
    whole_page: bool = False


def load(
    name: str,
    *,
    format: str | None = None,
    whole_page: bool = False,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Loaded:
    """Open the file `name`, standard input for "-", or the page at an http or https address.

    `format` says what it is where that is not to be found out, `whole_page` asks for all the text of a
    web page. `progress` and `cancelled` are for what takes long. Raises SourceError when there are no
    bytes to be had (CancelledError among them), ArticleError when they are no article.
    """
    address = is_address(name)
    if address or not (format == "yaml" or (format is None and name.lower().endswith(SUFFIXES))):
        from reader.sources.opening import open_source

        found = open_source(name, format, whole_page, progress, cancelled)
        path = None if address or name == STDIN else local_path(name).absolute()
        return Loaded(found.document, found.faults, path, found.format, found.url, format, whole_page)
    from reader.sources.yaml.article import read  # importers are imported when they are used

    path = None if name == STDIN else local_path(name).absolute()
    # The bytes are handed on without a name here, so that the importer can let go of them.
    article = read(read_source(name), called(name))
    return Loaded(article.document, article.faults, path, asked_format=format, whole_page=whole_page)
