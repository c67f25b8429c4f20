"""One way to open anything: a name or text becomes a `Document` with the warnings about it.

Owns which formats there are and how one is told from another. An importer is added in `FORMATS`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import SourceError
from reader.formats.faults import Fault
from reader.formats.files import STDIN, local_path, read_source
from reader.model import Document
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from reader.formats.article_yaml import Article


class Loaded(NamedTuple):
    """An article that was opened. `path` is its file, absolute; None for standard input and text.

    `format` is the name of its format in `FORMATS`.
    """

    document: Document
    warnings: tuple[Fault, ...] = ()
    path: Path | None = None
    format: str = "yaml"


class Format(NamedTuple):
    """A kind of file that can be opened: how it is called, the ends of its names, and its importer."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Article]


def load(name: str) -> Loaded:
    """Open the file `name`, or standard input for "-".

    Raises SourceError when there are no bytes to be had, ArticleError when they are no article.
    """
    shown = clean_line(name)
    _refuse_other_kinds(name, shown)
    form = FORMATS[0]
    path = None if name == STDIN else local_path(name).absolute()
    # The bytes are handed on without a name here, so that the importer can let go of them.
    found = form.read(read_source(name), "standard input" if name == STDIN else shown)
    return Loaded(found.document, found.faults, path, form.name)


def load_text(text: str | bytes, name: str) -> Loaded:
    """The article in `text`; `name` is how it is called in messages. Raises ArticleError."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    form = FORMATS[0]
    found = form.read(data, clean_line(name))
    return Loaded(found.document, found.faults, None, form.name)


def _refuse_other_kinds(name: str, shown: str) -> None:
    """Say at once what a file is that its name shows to be no article file."""
    can = f"; what can be opened is an article file ({', '.join(FORMATS[0].suffixes)})"
    if name.lower().startswith(("http://", "https://")):
        raise SourceError(shown, f"is an address on the web{can}")
    kind = OTHER_KINDS.get(os.path.splitext(name)[1].lower())
    if kind and os.path.isfile(local_path(name)):
        raise SourceError(shown, f"is {kind}{can}")


def _read_yaml(data: bytes, name: str) -> Article:
    from reader.formats.article_yaml import read  # importers are imported when they are used

    return read(data, name)


FORMATS: tuple[Format, ...] = (Format("yaml", (".yaml", ".yml"), _read_yaml),)

OTHER_KINDS: dict[str, str] = {
    ".htm": "a web page",
    ".html": "a web page",
    ".xhtml": "a web page",
    ".md": "a Markdown text",
    ".markdown": "a Markdown text",
    ".txt": "a plain text",
    ".rst": "a plain text",
    ".pdf": "a PDF",
    ".epub": "an e-book",
    ".docx": "a word processor's file",
    ".odt": "a word processor's file",
    ".png": "a picture",
    ".jpg": "a picture",
}
"""What the ends of names say that are not in `FORMATS`."""
