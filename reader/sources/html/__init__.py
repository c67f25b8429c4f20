"""Parse a web page into an article: its main text, its structure and its metadata.

Owns the child process in which pages are parsed. The parsers are large C programs that read untrusted input.
In a child process they can have limits of memory and time, and a crash does not end the reader. This module
does not import the parsers, so that it is fast to import.
"""

from __future__ import annotations

import json
import os
import sys
from typing import NamedTuple

from reader.errors import ArticleError
from reader.model import Document
from reader.text.clean import clean_line

SECONDS = 30.0
"""The maximum time for a page. The largest articles take one or two seconds."""

LIMIT = 10 * 2**20
"""The number of characters of a page that are read. Of a longer page, only the beginning is shown."""

_MOST_BYTES = 4 * LIMIT
"""The maximum size of a page in bytes."""


# The code that the child process runs. It inserts the path of this program before the installed packages, so
# that the child imports the same `reader` as its parent, and after the standard library.
_CHILD_CODE = """
import sys
site = [i for i, path in enumerate(sys.path) if path.endswith("-packages")]
sys.path.insert(site[0] if site else len(sys.path), sys.argv[1])
from reader.sources.html.worker import main
main()
"""


class Request(NamedTuple):
    """A request to the child process; the bytes of the page follow it.

    `text`: they are decoded text, sent as UTF-8.
    """

    name: str
    url: str = ""
    charset: str = ""
    whole_page: bool = False
    text: bool = False


class Answer(NamedTuple):
    """The answer of the child process: a document, or the fault that prevented it."""

    document: Document | None = None
    fault: str = ""


def start(
    data: bytes | str, name: str, url: str = "", charset: str = "", whole_page: bool = False
) -> Parsing:
    """Start to parse a page of HTML, XHTML or MHTML, without waiting for the document.

    `url` is the address the page was loaded from, `charset` the charset that the server sent. With
    `whole_page`, the document contains all the text of the page, in order. Raises only ArticleError.
    """
    is_text = isinstance(data, str)
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    shown = clean_line(name)
    if len(raw) > _MOST_BYTES:
        raise ArticleError(shown, f"is too large for a page; the limit is {_MOST_BYTES // 2**20} MiB")
    return Parsing(Request(shown, clean_line(url), clean_line(charset), whole_page, is_text), raw)


class Parsing:
    """A page that is being parsed in a child process. Call `document` once; any thread may call `cancel`."""

    def __init__(self, request: Request, data: bytes) -> None:
        import subprocess  # imported here, because the child process also imports this module

        self._request = request
        self._data = data
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _CHILD_CODE, _program_directory(), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal interrupts only the parent
            )
        except OSError as error:
            raise ArticleError(request.name, "cannot be parsed: no process can be started") from error

    def document(self) -> Document:
        """Wait for the document. Raises ArticleError."""
        from subprocess import TimeoutExpired

        from reader.sources.html.document_json import decode

        head = json.dumps(self._request).encode() + b"\n"
        try:
            out, _ = self._process.communicate(head + self._data, timeout=SECONDS)
        except TimeoutExpired:
            self._kill()
            raise self._fault(f"takes more than {SECONDS:.0f} seconds to parse") from None
        except BaseException:
            self._kill()
            raise
        try:
            document, fault = decode(out)
        except (ValueError, RecursionError):
            raise self._fault("cannot be parsed: it takes too much memory or time") from None
        if document is None:
            raise self._fault(fault)
        return document

    def cancel(self) -> None:
        """Kill the child process. A thread that waits in `document` gets an ArticleError."""
        self._process.kill()
        self._process.wait()

    def _kill(self) -> None:
        """Kill the child process from the thread that waits for it, and close the pipes."""
        self._process.kill()
        self._process.communicate()

    def _fault(self, message: str) -> ArticleError:
        return ArticleError(self._request.name, clean_line(message))


def _program_directory() -> str:
    """The directory that holds this program."""
    home = os.path.abspath(__file__)
    for _ in range(4):
        home = os.path.dirname(home)
    return home
