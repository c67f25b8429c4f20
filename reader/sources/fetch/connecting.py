"""Open a connection to a numeric address that has been checked.

A name is resolved once, and the socket connects to the address that was classified. Proxies from environment
variables are not used, because addresses behind a proxy cannot be classified.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import ssl
from functools import cache
from time import monotonic
from typing import NamedTuple

from reader.errors import SourceError
from reader.sources.fetch import hosts
from reader.sources.fetch.address import Address, shown
from reader.sources.fetch.watch import TICK, Watch

_IN_PROGRESS = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY)
_SHARE = 0.3
"""The least share of the remaining time for each attempt when there are several addresses."""


class Connection(NamedTuple):
    """An open connection and the reach of its remote address."""

    socket: socket.socket
    reach: hosts.Reach


def connect(address: Address, least: hosts.Reach, watch: Watch, seconds: float) -> Connection:
    """Open a connection to `address` within `seconds`, with TLS if it is https.

    Only numeric addresses of the reach `least` or wider are tried. Raises OSError (also TimeoutError,
    ssl.SSLError and socket.gaierror), and SourceError if no address has that reach.
    """
    end = monotonic() + seconds
    found = hosts.endpoints(address.host, address.port, watch, seconds)
    allowed = [one for one in found if hosts.reach(one.ip) >= least]
    if not allowed:
        raise SourceError(shown(address.url), "is in your own network; a web page must not lead there")
    failed: OSError = TimeoutError("no address answers")
    for index, endpoint in enumerate(allowed):
        left = end - monotonic()
        if left <= 0:
            break
        share = max(left * _SHARE, left / (len(allowed) - index))
        try:
            return _connect_to(endpoint, address, watch, min(share, left), end)
        except OSError as error:
            if isinstance(error, ssl.SSLError):
                raise
            watch.check()
            failed = error
    raise failed


def _connect_to(
    endpoint: hosts.Endpoint, address: Address, watch: Watch, seconds: float, end: float
) -> Connection:
    """Connect to one numeric address.

    Connecting may take `seconds`; the TLS handshake must end before `end`.
    """
    connected = socket.socket(endpoint.family, socket.SOCK_STREAM)
    try:
        _open(connected, endpoint, watch, seconds)
        connected.settimeout(max(TICK, end - monotonic()))
        if address.scheme == "https":
            connected = trust().wrap_socket(
                connected,
                server_hostname=address.host.removesuffix("."),
                do_handshake_on_connect=False,  # below, when the watch guards the socket
            )
        watch.guard(connected)
        if isinstance(connected, ssl.SSLSocket):
            connected.do_handshake()
    except BaseException:
        watch.guard(None)
        connected.close()
        raise
    return Connection(connected, hosts.reach(endpoint.ip))


def _open(plain: socket.socket, endpoint: hosts.Endpoint, watch: Watch, seconds: float) -> None:
    """Connect within `seconds`, and check the watch while waiting."""
    end = monotonic() + seconds
    plain.setblocking(False)
    code = plain.connect_ex(endpoint.where)
    if code not in (0, *_IN_PROGRESS):
        raise OSError(code, os.strerror(code))
    poller = select.poll()  # select() fails for descriptors over 1023
    poller.register(plain, select.POLLOUT)
    while not poller.poll(TICK * 1000):
        watch.check()
        if monotonic() >= end:
            raise TimeoutError("no answer")
    code = plain.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))
    there = str(plain.getpeername()[0])
    if there != endpoint.ip and hosts.reach(there) < hosts.reach(endpoint.ip):
        raise ConnectionRefusedError(errno.ECONNREFUSED, "another host answered")
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@cache
def trust() -> ssl.SSLContext:
    """The trusted certificate authorities: those of the system, or those of certifi if Python finds none."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if paths.cafile is None and paths.capath is None and not context.get_ca_certs():
        try:
            import certifi
        except ImportError:
            return context
        context.load_verify_locations(certifi.where())
    return context
