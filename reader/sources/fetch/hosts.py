"""Resolve host names, and classify numeric addresses as public, private or local.

A page on the web must not redirect the reader to a machine that the web cannot see.
"""

from __future__ import annotations

import socket
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Event
from typing import NamedTuple

from reader.sources.fetch.watch import Watch
from reader.threads import start_thread

MOST = 6
"""The most numeric addresses of one name that are tried."""

_GLOBAL_UNICAST = ip_network("2000::/3")
"""The only IPv6 block with addresses of the public web (RFC 4291). Site-local addresses, the NAT64 prefix for
local use and everything that nobody has assigned lie outside."""

_NAT64 = ip_network("64:ff9b::/96")

_IPV4_AT_THE_END = (
    ip_network("::/96"),  # IPv4-compatible, RFC 4291, 2.5.5.1
    ip_network("::ffff:0:0/96"),  # IPv4-mapped, RFC 4291, 2.5.5.2
    ip_network("::ffff:0:0:0/96"),  # IPv4-translated, RFC 2765
    _NAT64,  # RFC 6052
    ip_network("64:ff9b:1::/48"),  # NAT64 for local use, RFC 8215
)
"""Prefixes of IPv6 addresses whose last 32 bits are an IPv4 address."""


class Reach(IntEnum):
    """From where an address can be reached. A redirect may lead only to the same or a wider reach."""

    MACHINE = 0
    NETWORK = 1
    WORLD = 2


class Endpoint(NamedTuple):
    """One numeric address of a host, ready to connect to; `ip` is its text."""

    family: int
    ip: str
    where: tuple[object, ...]


def endpoints(host: str, port: int, watch: Watch, seconds: float) -> tuple[Endpoint, ...]:
    """The addresses of `host`, in the order of the system. Raises OSError; TimeoutError after `seconds`.

    The resolver of the system cannot be interrupted, so it runs in a thread, which is left when the time is
    up.
    """
    found: list[Endpoint] = []
    failed: list[Exception] = []
    done = Event()

    def look_up() -> None:
        try:
            for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append(Endpoint(family, str(where[0]), where))
        except (OSError, UnicodeError) as error:
            failed.append(error)
        done.set()

    start_thread("look-up", look_up)
    if not watch.wait_for(done, seconds):
        raise TimeoutError("the name was not resolved in time")
    if failed:
        raise failed[0] if isinstance(failed[0], OSError) else socket.gaierror(socket.EAI_NONAME, "no name")
    return tuple(dict.fromkeys(found))[:MOST]


def reach(ip: str) -> Reach:
    """From where the numeric address `ip` can be reached.

    An IPv6 address that carries IPv4 addresses counts as the narrowest of them all.
    """
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return Reach.MACHINE
    if isinstance(address, IPv4Address):
        return _reach(address)
    carried = [_reach(inner) for inner in _carried(address)]
    if address.ipv4_mapped is not None or address in _NAT64:
        return min(carried)  # a translated address: only the IPv4 address decides
    own = _reach(address)
    if address not in _GLOBAL_UNICAST:
        own = min(own, Reach.NETWORK)
    return min((own, *carried))


def _reach(address: IPv4Address | IPv6Address) -> Reach:
    """From where an address can be reached, apart from any address that it carries."""
    if address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast:
        # Link-local addresses count as the machine: cloud providers serve its secrets at one.
        return Reach.MACHINE
    return Reach.WORLD if address.is_global else Reach.NETWORK


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address hands to a router or translator."""
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:  # the server, and the client behind it
        return address.teredo
    is_isatap = (int(address) >> 32) & 0xFDFF_FFFF == 0x0000_5EFE
    if is_isatap or any(address in prefix for prefix in _IPV4_AT_THE_END):
        return (IPv4Address(int(address) & 0xFFFF_FFFF),)
    return ()
