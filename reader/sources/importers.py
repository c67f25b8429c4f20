"""Import a source of any format: get its bytes, detect the format, and call the importer for that format.

The module of an importer is imported when the first source of its format is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from os.path import splitext
from threading import Event
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from reader.errors import ArticleError, SourceError
from reader.model import Document, Source
from reader.sources.detection import detect
from reader.sources.faults import Fault
from reader.sources.fetch.watch import TICK, CancelledError, Progress
from reader.sources.files import read_article_file, read_bytes
from reader.sources.formats import Format
from reader.sources.ref import FileSource, SourceRef, UrlSource
from reader.threads import start_thread

if TYPE_CHECKING:
    from reader.sources.html import Parsing


class Imported(NamedTuple):
    """An imported document, the faults of its file, its format, and its address if it was fetched."""

    document: Document
    faults: tuple[Fault, ...]
    format: Format
    url: str


class Content(NamedTuple):
    """The input of an importer: the bytes, their name for messages, HTTP headers and the user's options."""

    data: bytes
    name: str
    url: str = ""
    content_type: str = ""
    charset: str = ""
    whole_page: bool = False
    cancelled: Event | None = None


def import_source(source: SourceRef, progress: Progress | None, cancelled: Event | None) -> Imported:
    """Import `source`; the arguments are those of `open_source`. Raises SourceError and ArticleError."""
    content = _content(source, progress, cancelled)
    found = source.format or _detected(source, content)
    document, faults = IMPORTERS[found](content)
    if content.url and found is not Format.YAML and not document.source.url:
        publication = document.source.name or _host(content.url)
        document = replace(document, source=Source(publication, content.url))
    return Imported(document, faults, found, content.url)


def _content(source: SourceRef, progress: Progress | None, cancelled: Event | None) -> Content:
    if not isinstance(source, UrlSource):
        data = read_article_file(source) if source.format is Format.YAML else read_bytes(source)
        return Content(data, source.name, whole_page=source.whole_page, cancelled=cancelled)
    from reader.sources.fetch.client import fetch

    page = fetch(source.url, progress=progress, cancelled=cancelled)
    return Content(
        page.data, page.url, page.url, page.content_type, page.charset, source.whole_page, cancelled
    )


def _host(url: str) -> str:
    """The host of an address, which stands for the publication if the page does not name one."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _detected(source: SourceRef, content: Content) -> Format:
    """The format of a source. Raises SourceError for a format that cannot be imported."""
    if _begins_as_article(content.data):
        return Format.YAML
    charset = f"; charset={content.charset}" if content.charset else ""
    found = detect(content.data, content.url or source.name, content.content_type + charset)
    if found not in IMPORTERS:
        path = str(source.path) if isinstance(source, FileSource) else ""
        raise SourceError(content.name, _unreadable(found, path))
    return found


def _begins_as_article(data: bytes) -> bool:
    """Whether the bytes begin like the article files that the reader writes.

    Detection is not needed for them.
    """
    return data.startswith((b"format: 1\n", b"format: 1\r\n")) and b"\nparagraphs:" in data


def _unreadable(format: Format, path: str) -> str:
    """Why a source of this format cannot be opened, and how to get its text."""
    import shlex

    from reader.text.clean import clean_line

    file = clean_line(shlex.quote(path)) if path else "FILE"
    if format is Format.PDF:
        return f"is a PDF; to read its text: pdftotext {file} - | reader -"
    if format is Format.EPUB or (format is Format.ZIP and splitext(path)[1].lower() in _WORD_PROCESSED):
        what = "an e-book" if format is Format.EPUB else "a word processor's file"
        return f"is {what}; to read its text: pandoc {file} -t html | reader -"
    return {
        Format.ZIP: "is an archive; unpack it and name a file in it",
        Format.IMAGE: "is a picture, not text",
    }.get(format, "is binary, not text")


Parsed = tuple[Document, tuple[Fault, ...]]


# --- importers ----------------------------------------------------------------------------------------


def _yaml(content: Content) -> Parsed:
    from reader.sources.yaml.article import read

    found = read(content.data, content.name)
    return found.document, found.faults


def _page(content: Content) -> Parsed:
    from reader.sources.html import start

    parsing = start(content.data, content.name, content.url, content.charset, content.whole_page)
    if content.cancelled is None:
        return parsing.document(), ()
    return _unless_cancelled(parsing, content.name, content.cancelled), ()


def _unless_cancelled(parsing: Parsing, name: str, cancelled: Event) -> Document:
    """Wait for the document. Kill the child process that parses the page when `cancelled` is set."""
    done = Event()

    def watch() -> None:
        while not done.wait(TICK):
            if cancelled.is_set():
                parsing.cancel()
                return

    start_thread("parsing-watch", watch)
    try:
        document = parsing.document()
    except ArticleError:
        if cancelled.is_set():
            raise CancelledError(name) from None
        raise
    finally:
        done.set()
    return document


def _markdown(content: Content) -> Parsed:
    from reader.sources.markdown.article import parse

    return parse(_text(content), content.name), ()


def _plain(content: Content) -> Parsed:
    from reader.sources.plain.article import parse

    return parse(_text(content), content.name), ()


def _text(content: Content) -> str:
    """The decoded text of a source, without stray NULs, which no editor shows."""
    from reader.sources.encoding import decode

    return decode(content.data, content.charset).text.replace("\0", "")


IMPORTERS: dict[Format, Callable[[Content], Parsed]] = {
    Format.YAML: _yaml,
    Format.HTML: _page,
    Format.MHTML: _page,
    Format.MARKDOWN: _markdown,
    Format.PLAIN: _plain,
}

_WORD_PROCESSED = (".docx", ".odt", ".doc")
