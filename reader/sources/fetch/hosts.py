"""Resolve host names, and classify numeric addresses as public, private or local.

A web page must not redirect the reader to a machine that cannot be reached from the web.
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
"""The maximum number of numeric addresses that are tried for one name."""

_GLOBAL_UNICAST = ip_network("2000::/3")
"""The only IPv6 block with addresses of the public web (RFC 4291). Site-local addresses, the NAT64 prefix for
local use and all unassigned addresses are outside it."""

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
    """Where an address can be reached from. A redirect may lead only to the same or a wider reach."""

    MACHINE = 0
    NETWORK = 1
    WORLD = 2


class Endpoint(NamedTuple):
    """One numeric address of a host: `where` is the argument for connecting, `ip` the address as text."""

    family: int
    ip: str
    where: tuple[object, ...]


def endpoints(host: str, port: int, watch: Watch, seconds: float) -> tuple[Endpoint, ...]:
    """The numeric addresses of `host`, in the system's order. Raises OSError, TimeoutError after `seconds`.

    The system's resolver cannot be interrupted. It runs in a thread, which is abandoned when the time is up.
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
    """Where the numeric address `ip` can be reached from.

    An IPv6 address with embedded IPv4 addresses has the narrowest reach of all these addresses.
    """
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return Reach.MACHINE
    if isinstance(address, IPv4Address):
        return _reach(address)
    embedded = [_reach(inner) for inner in _embedded(address)]
    if address.ipv4_mapped is not None or address in _NAT64:
        return min(embedded)  # a translated address: only the IPv4 address decides
    own = _reach(address)
    if address not in _GLOBAL_UNICAST:
        own = min(own, Reach.NETWORK)
    return min((own, *embedded))


def _reach(address: IPv4Address | IPv6Address) -> Reach:
    """The reach of an address without regard to embedded addresses."""
    if address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast:
        # Link-local addresses count as this machine: cloud providers serve its secrets at such an address.
        return Reach.MACHINE
    return Reach.WORLD if address.is_global else Reach.NETWORK


def _embedded(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses embedded in an IPv6 address, to which a router or translator sends the packets."""
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:  # the Teredo server and the client
        return address.teredo
    is_isatap = (int(address) >> 32) & 0xFDFF_FFFF == 0x0000_5EFE
    if is_isatap or any(address in prefix for prefix in _IPV4_AT_THE_END):
        return (IPv4Address(int(address) & 0xFFFF_FFFF),)
    return ()
