"""From a source of any kind to its document: fetch or read, find out what it is, import it.

Owns the importers, and what is said of a source that is no text. Each importer is imported when its
kind of source is opened: a page needs other programs than a text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from os.path import splitext
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from reader.errors import ArticleError, SourceError
from reader.model import Document, Source
from reader.sources.detection import Format, detect
from reader.sources.faults import Fault
from reader.sources.fetch.watch import TICK, CancelledError, Progress
from reader.sources.files import STDIN, called, is_address, read_bytes

if TYPE_CHECKING:
    from reader.sources.html import Parsing


class Opened(NamedTuple):
    """A document, the faults of its file, what the source was, and where it was loaded from if it was."""

    document: Document
    faults: tuple[Fault, ...]
    format: str
    url: str


class Raw(NamedTuple):
    """What an importer is given: the bytes, what to call them, and what the server or the user said."""

    data: bytes
    name: str
    url: str = ""
    content_type: str = ""
    charset: str = ""
    whole_page: bool = False
    cancelled: Event | None = None


def open_source(
    name: str,
    format: str | None = None,
    whole_page: bool = False,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Opened:
    """Open `name`, see `load.load`. Raises SourceError and ArticleError."""
    raw = _fetched(name, progress, cancelled) if is_address(name) else Raw(read_bytes(name), called(name))
    raw = raw._replace(whole_page=whole_page, cancelled=cancelled)
    kind = Format(format) if format else _kind(name, raw)
    document, faults = IMPORTERS[kind](raw)
    if raw.url and kind is not Format.YAML and not document.source.url:
        document = replace(document, source=Source(document.source.name or _host(raw.url), raw.url))
    return Opened(document, faults, kind.value, raw.url)


def _fetched(name: str, progress: Progress | None, cancelled: Event | None) -> Raw:
    from reader.sources.fetch.client import fetch

    found = fetch(name, progress=progress, cancelled=cancelled)
    return Raw(found.data, found.url, found.url, found.content_type, found.charset)


def _host(url: str) -> str:
    """What a page without a name of its own was published by, as far as its address tells."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _kind(name: str, raw: Raw) -> Format:
    """What the source is. Raises SourceError when it is nothing that can be read."""
    if _begins_as_article(raw.data):
        return Format.YAML
    charset = f"; charset={raw.charset}" if raw.charset else ""
    kind = detect(raw.data, raw.url or name, raw.content_type + charset)
    if kind not in IMPORTERS:
        local = name != STDIN and not raw.url
        raise SourceError(raw.name, _unreadable(kind, name if local else ""))
    return kind


def _begins_as_article(data: bytes) -> bool:
    """Whether these bytes begin as the reader writes article files, which it need not think about."""
    return data.startswith((b"format: 1\n", b"format: 1\r\n")) and b"\nparagraphs:" in data


def _unreadable(kind: Format, path: str) -> str:
    """Why a source of this kind is not opened, and the way to its text."""
    import shlex

    from reader.text.clean import clean_line

    file = clean_line(shlex.quote(path)) if path else "FILE"
    if kind is Format.PDF:
        return f"is a PDF; its text can be read so: pdftotext {file} - | reader -"
    if kind is Format.EPUB or (kind is Format.ZIP and splitext(path)[1].lower() in _WORD_PROCESSED):
        what = "an e-book" if kind is Format.EPUB else "a word processor's file"
        return f"is {what}; its text can be read so: pandoc {file} -t html | reader -"
    return {
        Format.ZIP: "is an archive; unpack it and name a file in it",
        Format.IMAGE: "is a picture, not text",
    }.get(kind, "is binary, not text")


# --- importers ----------------------------------------------------------------------------------------

Imported = tuple[Document, tuple[Fault, ...]]


def _yaml(raw: Raw) -> Imported:
    from reader.sources.yaml.article import read

    found = read(raw.data, raw.name)
    return found.document, found.faults


def _page(raw: Raw) -> Imported:
    from reader.sources.html import start

    parsing = start(raw.data, raw.name, raw.url, raw.charset, raw.whole_page)
    if raw.cancelled is None:
        return parsing.document(), ()
    return _unless_cancelled(parsing, raw.name, raw.cancelled), ()


def _unless_cancelled(parsing: Parsing, name: str, cancelled: Event) -> Document:
    """Wait for the document, and end its process when the user has had enough."""
    done = Event()

    def look() -> None:
        while not done.wait(TICK):
            if cancelled.is_set():
                parsing.cancel()
                return

    Thread(target=look, name="watch", daemon=True).start()
    try:
        document = parsing.document()
    except ArticleError:
        if cancelled.is_set():
            raise CancelledError(name) from None
        raise
    finally:
        done.set()
    return document


def _markdown(raw: Raw) -> Imported:
    from reader.sources.markdown.article import parse

    return parse(_text(raw), raw.name), ()


def _plain(raw: Raw) -> Imported:
    from reader.sources.plain.article import parse

    return parse(_text(raw), raw.name), ()


def _text(raw: Raw) -> str:
    """The text of a source, without the NULs that stray into files and that nobody sees."""
    from reader.sources.encoding import decode

    return decode(raw.data, raw.charset).text.replace("\0", "")


IMPORTERS: dict[Format, Callable[[Raw], Imported]] = {
    Format.YAML: _yaml,
    Format.HTML: _page,
    Format.MHTML: _page,
    Format.MARKDOWN: _markdown,
    Format.PLAIN: _plain,
}

_WORD_PROCESSED = (".docx", ".odt", ".doc")
