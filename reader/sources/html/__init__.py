"""Web pages: the main text of a page as an article, with its structure and what the page says about it.

Owns the process in which pages are parsed. The parsers are large programs in C that read whatever the web
holds: in a process of their own they can be given limits, and what breaks them breaks nothing else.
Nothing here imports them, so that starting to parse costs next to nothing.
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
"""How long a page may take. The largest articles take one or two."""

LIMIT = 10 * 2**20
"""The most bytes of a page."""


# The process finds this very program, wherever it was started from, before others of its name; and the
# standard library before both.
_BEGIN = """
import sys
site = [i for i, path in enumerate(sys.path) if path.endswith("-packages")]
sys.path.insert(site[0] if site else len(sys.path), sys.argv[1])
from reader.sources.html.worker import main
main()
"""


class Request(NamedTuple):
    """What the process is asked, before the bytes of the page; `text` tells that they are UTF-8."""

    name: str
    url: str = ""
    charset: str = ""
    whole_page: bool = False
    text: bool = False


class Answer(NamedTuple):
    """What the process says: a document, or why there is none."""

    document: Document | None = None
    fault: str = ""


def start(
    data: bytes | str, name: str, url: str = "", charset: str = "", whole_page: bool = False
) -> Parsing:
    """Begin to parse a page of HTML, XHTML or MHTML, and do not wait for it.

    `url` is where it was loaded from, `charset` what its server said. With `whole_page` the document is
    all the text there is to read, in order. Raises ArticleError, and nothing else.
    """
    is_text = isinstance(data, str)
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    shown = clean_line(name)
    if len(raw) > LIMIT:
        raise ArticleError(shown, f"is too large for a page; the limit is {LIMIT // 2**20} MiB")
    return Parsing(Request(shown, clean_line(url), clean_line(charset), whole_page, is_text), raw)


class Parsing:
    """A page being parsed in another process. Ask `document` once; any thread may `cancel`."""

    def __init__(self, request: Request, data: bytes) -> None:
        import subprocess  # here, for the process itself imports this module too

        self._request = request
        self._data = data
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _BEGIN, _home(), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl-C in the terminal is ours to hear
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
            self._end()
            raise self._fault(f"takes more than {SECONDS:.0f} seconds to parse") from None
        except BaseException:
            self._end()
            raise
        try:
            document, fault = decode(out)
        except (ValueError, RecursionError):
            raise self._fault("is more than can be parsed: it takes too much memory or time") from None
        if document is None:
            raise self._fault(fault)
        return document

    def cancel(self) -> None:
        """End the process, whatever it is doing; who waits for its document gets an ArticleError."""
        self._process.kill()
        self._process.wait()

    def _end(self) -> None:
        """The same from the thread that waits, which also closes the pipes."""
        self._process.kill()
        self._process.communicate()

    def _fault(self, message: str) -> ArticleError:
        return ArticleError(self._request.name, clean_line(message))


def _home() -> str:
    """The directory that holds this program."""
    home = os.path.abspath(__file__)
    for _ in range(4):
        home = os.path.dirname(home)
    return home
