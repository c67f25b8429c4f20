"""Open a connection to a numeric address that has been checked.

A name is looked up once, and the socket connects to the address that was classified. Proxies of the
environment are not used, because addresses behind a proxy cannot be classified.
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

_UNDER_WAY = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY)
_SHARE = 0.3
"""The share of the remaining time that each of several addresses gets at least."""


class Connection(NamedTuple):
    """An open connection and the reach of its other end."""

    socket: socket.socket
    reach: hosts.Reach


def connect(address: Address, least: hosts.Reach, watch: Watch, seconds: float) -> Connection:
    """A connection to `address`, secured where it is https, within `seconds`.

    Only numeric addresses of the reach `least` or wider are tried. Raises OSError (TimeoutError,
    ssl.SSLError and socket.gaierror among them), and SourceError for an address that must not be connected
    to.
    """
    end = monotonic() + seconds
    found = hosts.endpoints(address.host, address.port, watch, seconds)
    allowed = [one for one in found if hosts.reach(one.ip) >= least]
    if not allowed:
        raise SourceError(shown(address.url), "is in your own network, where no page of the web may lead")
    failed: OSError = TimeoutError("no address answers")
    for index, endpoint in enumerate(allowed):
        left = end - monotonic()
        if left <= 0:
            break
        share = max(left * _SHARE, left / (len(allowed) - index))
        try:
            return _to(endpoint, address, watch, min(share, left), end)
        except OSError as error:
            if isinstance(error, ssl.SSLError):
                raise
            watch.check()
            failed = error
    raise failed


def _to(endpoint: hosts.Endpoint, address: Address, watch: Watch, seconds: float, end: float) -> Connection:
    """A connection to one numeric address: `seconds` to connect, and until `end` for the TLS handshake."""
    connected = socket.socket(endpoint.family, socket.SOCK_STREAM)
    try:
        _open(connected, endpoint, watch, seconds)
        connected.settimeout(max(TICK, end - monotonic()))
        if address.scheme == "https":
            connected = trust().wrap_socket(
                connected,
                server_hostname=address.host.removesuffix("."),
                do_handshake_on_connect=False,  # only when the watch guards the socket
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
    """Connect within `seconds`, and check the watch meanwhile."""
    end = monotonic() + seconds
    plain.setblocking(False)
    code = plain.connect_ex(endpoint.where)
    if code not in (0, *_UNDER_WAY):
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
    """The trusted authorities: those of the system, or of certifi where Python finds none."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if paths.cafile is None and paths.capath is None and not context.get_ca_certs():
        try:
            import certifi
        except ImportError:
            return context
        context.load_verify_locations(certifi.where())
    return context
