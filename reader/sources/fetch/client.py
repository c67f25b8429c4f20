"""The way to a page: connect, ask, follow redirects, read what comes, and stop at every limit.

Owns the policy of a fetch. One GET for each hop, no cookies, nothing that the page refers to, no
second try, no environment proxy.
"""

from __future__ import annotations

import errno
import os
import socket
import ssl
from http.client import HTTPException, IncompleteRead, LineTooLong
from threading import Event
from typing import NamedTuple

from urllib3.connection import HTTPConnection
from urllib3.exceptions import DecodeError, HTTPError
from urllib3.response import HTTPResponse
from urllib3.util import make_headers

from reader import __version__
from reader.errors import SourceError
from reader.sources.fetch import answers
from reader.sources.fetch.address import Address, follow, read, shown
from reader.sources.fetch.connecting import Connection, connect
from reader.sources.fetch.hosts import Reach
from reader.sources.fetch.watch import CancelledError, Progress, Watch

AGENT = f"reader/{__version__} (article reader for the terminal)"
_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_PIECE = 1 << 16
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class Limits(NamedTuple):
    """How long a fetch may take in seconds, how many bytes it may bring, how many redirects it follows."""

    connect: float = 5.0
    total: float = 20.0
    size: int = 10 * 2**20
    redirects: int = 5


class Fetched(NamedTuple):
    """What came: `data` decompressed, `url` where it was in the end, what the server says it is."""

    data: bytes
    url: str
    content_type: str = ""
    charset: str = ""


LIMITS = Limits()


def fetch(
    url: str,
    *,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Fetched:
    """Load the page at `url`, which the user typed.

    Returns within `limits.total` seconds whatever the server does. Raises SourceError, in the words
    for the user; CancelledError among them when `cancelled` was set.
    """
    name = shown(url)
    first = address = read(url)
    least = Reach.MACHINE
    with Watch(name, limits.total, cancelled) as watch:
        for _ in range(limits.redirects + 1):
            try:
                connection = connect(address, least, watch, min(limits.connect, watch.left))
                least = max(least, connection.reach)
                found = _hop(address, connection, limits, progress, watch)
            except (OSError, HTTPError, HTTPException, ValueError) as error:
                watch.check()  # what went wrong may be that the time was up
                raise SourceError(name, _fault(error, address, limits)) from error
            except CancelledError:
                raise
            except SourceError as error:
                by_way = "" if error.name in (name, shown(first.url)) else f"leads to {error.name}, which "
                raise SourceError(name, by_way + error.fault) from error
            if isinstance(found, Fetched):
                return found
            address = found
    raise SourceError(
        name, f"redirects more than {limits.redirects} times, perhaps in a circle; save it from your browser"
    )


def _hop(
    address: Address, connection: Connection, limits: Limits, progress: Progress | None, watch: Watch
) -> Fetched | Address:
    """Ask for one address over an open connection, which is closed then: the page, or where to ask next."""
    try:
        response = _ask(address, connection, limits.total)
        try:
            return _redirected(address, response) or _read(address, response, limits, progress, watch)
        finally:
            response.close()  # it holds the socket open, and an endless server sends as long as it is
    finally:
        watch.guard(None)
        connection.socket.close()


def _ask(address: Address, connection: Connection, seconds: float) -> HTTPResponse:
    """Send the request over an open connection; the answer, its content still to be read."""
    http = HTTPConnection(address.host, address.port, timeout=seconds)
    http.sock = connection.socket  # given one, it opens none
    headers = {
        **make_headers(accept_encoding=True, user_agent=AGENT),
        "Host": address.authority,
        "Accept": _ACCEPT,
        "Connection": "close",
    }
    http.request("GET", address.target, headers=headers, preload_content=False)
    return http.getresponse()


def _redirected(address: Address, response: HTTPResponse) -> Address | None:
    """Where the answer sends on; None when it does not. Raises SourceError when it must not."""
    if response.status not in answers.REDIRECTS:
        return None
    location = response.headers.get("location", "")
    if not location:
        raise SourceError(shown(address.url), "redirects to nowhere")
    try:
        # Headers are read as Latin-1; servers that write other letters in them mean UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return follow(address, location)


def _read(
    address: Address, response: HTTPResponse, limits: Limits, progress: Progress | None, watch: Watch
) -> Fetched:
    """The content of the answer, as far as it may be. Raises SourceError."""
    where = shown(address.url)
    if response.status not in answers.GOOD:
        raise SourceError(where, answers.status_fault(response.status, response.headers))
    said = response.headers.get("content-type", "")
    fault = answers.type_fault(said)
    if fault:
        raise SourceError(where, fault)
    packed = _packed(response, where)
    total = None if packed else response.length_remaining
    if (total or 0) > limits.size:
        raise SourceError(where, _too_large(limits))
    pieces = bytearray()
    while piece := response.read1(_PIECE, decode_content=True):
        pieces += piece
        if len(pieces) > limits.size:
            raise SourceError(where, _too_large(limits))
        watch.check()
        if progress is not None:
            progress(len(pieces), total)
    watch.check()  # a connection that was shut down looks like an end
    if not packed and response.length_remaining:
        raise IncompleteRead(b"", response.length_remaining)
    if not pieces:
        raise SourceError(where, "is an empty page")
    return Fetched(bytes(pieces), address.url, answers.media_type(said), answers.charset(said))


def _packed(response: HTTPResponse, where: str) -> bool:
    """Whether the content is compressed. Raises SourceError when nobody here can unpack it."""
    names = [name.strip() for name in response.headers.get("content-encoding", "").lower().split(",")]
    packed = [name for name in names if name not in ("", "identity")]
    unknown = [name for name in packed if name not in response.CONTENT_DECODERS]
    if unknown:
        raise SourceError(where, f"is compressed in a way that is not known here ({shown(unknown[0])[:20]})")
    return bool(packed)


def _too_large(limits: Limits) -> str:
    return f"is too large for an article; the limit is {limits.size / 2**20:g} MiB"


# The codes of OpenSSL (X509_V_ERR_…), which are stable; its words are not.
_UNTRUSTED = {
    9: "it is not valid yet",
    10: "it has expired",
    18: "it is self-signed",
    19: "it is self-signed",
    20: "nobody known has signed it",
    21: "nobody known has signed it",
    23: "it was revoked",
    62: "it belongs to another host",
    64: "it belongs to another host",
}
_NOT_TLS = frozenset(("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "RECORD_LAYER_FAILURE"))


def _fault(error: Exception, address: Address, limits: Limits) -> str:
    """What went wrong on the way, in words for the user."""
    host = address.authority
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        why = _UNTRUSTED.get(code, f"OpenSSL error {code}")
        return f"the certificate of {host} is not to be trusted ({why}); nothing was loaded"
    if isinstance(error, ssl.SSLError):
        foreign = getattr(error, "reason", None) in _NOT_TLS
        why = "its answer is not TLS" if foreign else "the TLS handshake failed"
        return f"no secure connection to {host} can be made; {why}"
    if isinstance(error, socket.gaierror):
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)):
            return f"there is no host {host}; look at the address again"
        return f"the host {host} cannot be looked up; is there a network?{_proxy_hint()}"
    if isinstance(error, TimeoutError):
        return f"{host} does not answer within {limits.connect:g} seconds{_proxy_hint()}"
    if isinstance(error, ConnectionRefusedError):
        return f"{host} refuses the connection{_proxy_hint()}"
    if isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return f"there is no way to {host}; is there a network?{_proxy_hint()}"
    return _broken(error, host)


def _broken(error: Exception, host: str) -> str:
    """What an answer is that is none of HTTP."""
    if isinstance(error, DecodeError):
        return f"what {host} sends is compressed and broken"
    if isinstance(error, LineTooLong) or "headers" in str(error):
        return f"what {host} sends before the page is too large"
    if any(isinstance(one, IncompleteRead) for one in (error, error.__cause__)):
        return "the page ended in the middle; try again"
    if isinstance(error, (ConnectionError, HTTPError)):
        return f"{host} broke off the connection; try again"
    return f"{host} does not answer as a web server does"


def _proxy_hint() -> str:
    """What someone who needs a proxy can do: the reader uses none."""
    if not any(os.environ.get(name) for name in _PROXIES):
        return ""
    return "; the reader uses no proxy, but: curl -sL ADDRESS | reader -"
