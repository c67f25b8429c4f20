"""Fetch a page: connect, send a GET, follow redirects, read the response, and stop at every limit.

Uses no cookies, subresources, retries or proxies.
"""

from __future__ import annotations

import errno
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
from reader.config import environment
from reader.errors import SourceError
from reader.sources.fetch import answers
from reader.sources.fetch.address import Address, follow, read, shown
from reader.sources.fetch.connecting import Connection, connect
from reader.sources.fetch.hosts import Reach
from reader.sources.fetch.watch import CancelledError, Progress, Watch

AGENT = f"reader/{__version__} (article reader for the terminal)"
_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_PIECE = 1 << 16


class Limits(NamedTuple):
    """The limits of a fetch: seconds to connect and in total, bytes, and redirects."""

    connect: float = 5.0
    total: float = 20.0
    size: int = 10 * 2**20
    redirects: int = 5


class Fetched(NamedTuple):
    """A fetched page: `data` decompressed, `url` after redirects, and the server's content type."""

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
    """Fetch the page at `url`, which the user typed.

    Returns within `limits.total` seconds, whatever the server does. Raises SourceError with a message for the
    user, and its subclass CancelledError if `cancelled` was set.
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
                watch.check()  # the watch may have caused the error by closing the connection
                raise SourceError(name, _fault(error, address, limits)) from error
            except CancelledError:
                raise
            except SourceError as error:
                redirect = "" if error.name in (name, shown(first.url)) else f"leads to {error.name}, which "
                raise SourceError(name, redirect + error.fault) from error
            if isinstance(found, Fetched):
                return found
            address = found
    raise SourceError(
        name, f"redirects more than {limits.redirects} times, perhaps in a circle; save it from your browser"
    )


def _hop(
    address: Address, connection: Connection, limits: Limits, progress: Progress | None, watch: Watch
) -> Fetched | Address:
    """Request one address over an open connection, then close it.

    Return the page, or the address of a redirect.
    """
    try:
        response = _send_request(address, connection, limits.total)
        try:
            return _redirected(address, response) or _read(address, response, limits, progress, watch)
        finally:
            response.close()  # without this the socket stays open, and a server can send without end
    finally:
        watch.guard(None)
        connection.socket.close()


def _send_request(address: Address, connection: Connection, seconds: float) -> HTTPResponse:
    """Send the request over an open connection. Return the response, whose content has not been read."""
    http = HTTPConnection(address.host, address.port, timeout=seconds)
    http.sock = connection.socket  # with a socket, HTTPConnection does not connect
    headers = {
        **make_headers(accept_encoding=True, user_agent=AGENT),
        "Host": address.authority,
        "Accept": _ACCEPT,
        "Connection": "close",
    }
    http.request("GET", address.target, headers=headers, preload_content=False)
    return http.getresponse()


def _redirected(address: Address, response: HTTPResponse) -> Address | None:
    """The target of a redirect; None if the response is not a redirect.

    Raises SourceError if it cannot be followed.
    """
    if response.status not in answers.REDIRECTS:
        return None
    location = response.headers.get("location", "")
    if not location:
        raise SourceError(shown(address.url), "redirects without an address")
    try:
        # http.client decodes headers as Latin-1; servers write non-ASCII letters in UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return follow(address, location)


def _read(
    address: Address, response: HTTPResponse, limits: Limits, progress: Progress | None, watch: Watch
) -> Fetched:
    """The content of the response. Raises SourceError if it is too large or cannot be an article."""
    where = shown(address.url)
    if response.status not in answers.GOOD:
        raise SourceError(where, answers.status_fault(response.status, response.headers))
    content_type = response.headers.get("content-type", "")
    fault = answers.type_fault(content_type)
    if fault:
        raise SourceError(where, fault)
    compressed = _is_compressed(response, where)
    total = None if compressed else response.length_remaining
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
    watch.check()  # when the watch shuts the connection down, the loop ends as at the end of the page
    if not compressed and response.length_remaining:
        raise IncompleteRead(b"", response.length_remaining)
    if not pieces:
        raise SourceError(where, "is an empty page")
    return Fetched(
        bytes(pieces), address.url, answers.media_type(content_type), answers.charset(content_type)
    )


def _is_compressed(response: HTTPResponse, where: str) -> bool:
    """Whether the content is compressed. Raises SourceError for an unknown compression."""
    names = [name.strip() for name in response.headers.get("content-encoding", "").lower().split(",")]
    compressions = [name for name in names if name not in ("", "identity")]
    unknown = [name for name in compressions if name not in response.CONTENT_DECODERS]
    if unknown:
        raise SourceError(where, f"is compressed in an unknown way ({shown(unknown[0])[:20]})")
    return bool(compressions)


def _too_large(limits: Limits) -> str:
    return f"is too large for an article; the limit is {limits.size / 2**20:g} MiB"


# The error codes of OpenSSL (X509_V_ERR_…). The codes are stable; the error texts are not.
_UNTRUSTED = {
    9: "it is not valid yet",
    10: "it has expired",
    18: "it is self-signed",
    19: "it is self-signed",
    20: "no known authority has signed it",
    21: "no known authority has signed it",
    23: "it was revoked",
    62: "it belongs to another host",
    64: "it belongs to another host",
}
_NOT_TLS = frozenset(("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "RECORD_LAYER_FAILURE"))


def _fault(error: Exception, address: Address, limits: Limits) -> str:
    """The message for a network error."""
    host = address.authority
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        why = _UNTRUSTED.get(code, f"OpenSSL error {code}")
        return f"the certificate of {host} cannot be trusted ({why}); nothing was loaded"
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
        return f"{host} cannot be reached; is there a network?{_proxy_hint()}"
    return _broken(error, host)


def _broken(error: Exception, host: str) -> str:
    """The message for a response that violates HTTP."""
    if isinstance(error, DecodeError):
        return f"the compressed data from {host} is damaged"
    if isinstance(error, LineTooLong) or "headers" in str(error):
        return f"the status line and headers from {host} are too large"
    if any(isinstance(one, IncompleteRead) for one in (error, error.__cause__)):
        return "the page ended in the middle; try again"
    if isinstance(error, (ConnectionError, HTTPError)):
        return f"{host} broke off the connection; try again"
    return f"{host} does not answer as a web server does"


def _proxy_hint() -> str:
    """A hint for users of a proxy, because the reader does not use proxies; empty for other users."""
    if not environment.names_proxy():
        return ""
    return "; the reader uses no proxy; try: curl -sL ADDRESS | reader -"
