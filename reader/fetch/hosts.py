"""Where the name of a host leads, and how far into the user's own network that is.

Owns the judgement of numeric addresses: a page on the web must not send the reader to a machine that
the web cannot see.
"""

from __future__ import annotations

import socket
import threading
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple

from reader.fetch.watch import Watch

MOST = 6
"""Numeric addresses of one name that are tried."""

_NAT64 = ip_network("64:ff9b::/96")


class Reach(IntEnum):
    """From where an address can be seen. A redirect leads to the same or a wider reach only."""

    MACHINE = 0
    NETWORK = 1
    WORLD = 2


class Endpoint(NamedTuple):
    """One numeric address of a host, ready to connect to; `ip` is its text."""

    family: int
    ip: str
    where: tuple[object, ...]


def endpoints(host: str, port: int, watch: Watch, seconds: float) -> tuple[Endpoint, ...]:
    """What `host` stands for, in the order the system prefers. Raises OSError; TimeoutError after `seconds`.

    The system's resolver cannot be interrupted, so it is left behind in a thread when time is up.
    """
    found: list[Endpoint] = []
    failed: list[Exception] = []
    done = threading.Event()

    def look_up() -> None:
        try:
            for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append(Endpoint(family, str(where[0]), where))
        except (OSError, UnicodeError) as error:
            failed.append(error)
        done.set()

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    if not watch.wait_for(done, seconds):
        raise TimeoutError("the name is not found in time")
    if failed:
        raise failed[0] if isinstance(failed[0], OSError) else socket.gaierror(socket.EAI_NONAME, "no name")
    return tuple(dict.fromkeys(found))[:MOST]


def reach(ip: str) -> Reach:
    """From where the numeric address `ip` can be seen; the narrower where it wraps another one."""
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return Reach.MACHINE
    inner = _wrapped(address)
    own = _own_reach(address)
    return own if inner is None else min(own, _own_reach(inner)) if inner != address else own


def _own_reach(address: IPv4Address | IPv6Address) -> Reach:
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return _own_reach(address.ipv4_mapped)
    if isinstance(address, IPv6Address) and address in _NAT64:
        return Reach.WORLD  # what counts is the address inside
    if address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast:
        return Reach.MACHINE  # what is link-local answers for the machine itself: clouds keep secrets there
    return Reach.WORLD if address.is_global else Reach.NETWORK


def _wrapped(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address carries to a gateway: 6to4, Teredo, NAT64."""
    if isinstance(address, IPv4Address):
        return None
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
