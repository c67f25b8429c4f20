"""Opens links in the browser.

Owns which links may be opened. A link is parsed and serialised again, and passed as one argument, never
through a shell. The output of the browser does not reach the terminal.
"""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from urllib.parse import quote, urlsplit, urlunsplit

from reader.config import environment
from reader.errors import ReaderError
from reader.sources.fetch.address import ascii_host
from reader.text.clean import clean_line, is_clean

SCHEMES = frozenset({"http", "https", "mailto"})

SHOWN = 80
"""Code points of a link that a message repeats."""

_KEPT = "%!$&'()*+,;=:@/?[]~-._"
"""Characters that have a meaning in a link and are not written as %XX (RFC 3986, 2.2 and 2.3)."""


class NoBrowserError(ReaderError):
    """There is no browser that can show a page. `link` is the link as `safe_url` returned it."""

    def __init__(self, fault: str, link: str) -> None:
        super().__init__(f"{fault}; the link is {link}")
        self.fault = fault
        self.link = link


_running: list[subprocess.Popen[bytes]] = []


def open_url(url: str) -> None:
    """Open `url` in the user's browser and return at once.

    Raises ReaderError for a link that is not http, https or mailto or that is malformed, and NoBrowserError
    if there is no browser.
    """
    safe = safe_url(url)
    _require_browser(safe)
    if not sys.executable:
        raise NoBrowserError("no way to start a browser", safe)
    # Use a separate process: some browsers block their caller until they are closed, others print.
    # -I prevents the import of a webbrowser.py in the working directory.
    _running[:] = [process for process in _running if process.poll() is None]
    try:
        _running.append(
            subprocess.Popen(
                [sys.executable, "-I", "-m", "webbrowser", safe],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
    except OSError as error:
        raise ReaderError(f"the browser does not start: {error.strerror}") from error


def safe_url(url: str) -> str:
    """Parse `url` and serialise it again in ASCII. Raises ReaderError if it may not be opened."""
    shown = clean_line(url[:SHOWN]) + ("…" if len(url) > SHOWN else "")
    if not url:
        raise ReaderError("there is no link to open")
    if url.startswith("-") or not is_clean(url) or "\n" in url:
        raise ReaderError(f"this link is not opened, it holds characters that no link has: {shown}")
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError for an invalid port
    except ValueError as error:
        raise ReaderError(f"this is no link: {shown}") from error
    if parts.scheme not in SCHEMES:
        raise ReaderError(f"only http, https and mailto links are opened, not {shown}")
    if parts.scheme != "mailto" and not parts.hostname:
        raise ReaderError(f"this link names no host: {shown}")
    try:
        host = ascii_host(parts.netloc)
    except UnicodeError as error:
        raise ReaderError(f"the host of this link is no name: {shown}") from error
    if quote(host, safe=_KEPT) != host:
        raise ReaderError(f"the host of this link is no name: {shown}")
    rest = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))


def _require_browser(url: str) -> None:
    """Raise NoBrowserError if there is no browser, or only one that needs the terminal."""
    try:
        found = webbrowser.get()
    except webbrowser.Error as error:
        raise NoBrowserError("no browser was found", url) from error
    in_terminal = isinstance(found, (webbrowser.GenericBrowser, webbrowser.Elinks)) and not isinstance(
        found, webbrowser.BackgroundBrowser
    )
    # The program that $BROWSER names is the user's own choice, and may be a script that opens a window.
    if in_terminal and not environment.names_browser():
        raise NoBrowserError("only a browser for the terminal was found", url)
