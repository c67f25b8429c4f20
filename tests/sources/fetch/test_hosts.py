"""Resolution of host names, and the reach of addresses."""

from __future__ import annotations

import socket
import threading

import pytest

from reader.sources.fetch.hosts import Reach, endpoints, reach
from reader.sources.fetch.watch import CancelledError, Watch


@pytest.mark.parametrize(
    ("ip", "expected"),
    [
        ("93.184.216.34", Reach.WORLD),
        ("2606:2800:220:1:248:1893:25c8:1946", Reach.WORLD),
        ("10.1.2.3", Reach.NETWORK),
        ("192.168.0.1", Reach.NETWORK),
        ("172.31.0.1", Reach.NETWORK),
        ("100.64.0.1", Reach.NETWORK),
        ("192.0.2.1", Reach.NETWORK),
        ("255.255.255.255", Reach.NETWORK),
        ("fd00::1", Reach.NETWORK),
        ("127.0.0.1", Reach.MACHINE),
        ("127.9.9.9", Reach.MACHINE),
        ("0.0.0.0", Reach.MACHINE),
        ("169.254.169.254", Reach.MACHINE),
        ("224.0.0.1", Reach.MACHINE),
        ("::1", Reach.MACHINE),
        ("::", Reach.MACHINE),
        ("fe80::1%eth0", Reach.MACHINE),
        ("::ffff:127.0.0.1", Reach.MACHINE),
        ("::ffff:10.0.0.1", Reach.NETWORK),
        ("::ffff:93.184.216.34", Reach.WORLD),
        ("2002:7f00:1::", Reach.MACHINE),
        ("64:ff9b::7f00:1", Reach.MACHINE),
        ("64:ff9b::a00:1", Reach.NETWORK),
        ("64:ff9b::5db8:d822", Reach.WORLD),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", Reach.NETWORK),
        ("no address", Reach.MACHINE),
        # Site-local addresses, and unassigned blocks outside global unicast.
        ("fec0::1", Reach.NETWORK),
        ("feff::1", Reach.NETWORK),
        ("4000::1", Reach.NETWORK),
        ("8000::5db8:d822", Reach.NETWORK),
        # The NAT64 prefix for local use (RFC 8215) leads into the local network for every embedded address.
        ("64:ff9b:1::1", Reach.NETWORK),
        ("64:ff9b:1::5db8:d822", Reach.NETWORK),
        ("64:ff9b:1:fffe::a00:1", Reach.NETWORK),
        ("64:ff9b:1::7f00:1", Reach.MACHINE),
        ("64:ff9b::a9fe:a9fe", Reach.MACHINE),
        # IPv4-compatible (RFC 4291, 2.5.5.1) and IPv4-translated (RFC 2765) addresses.
        ("::7f00:1", Reach.MACHINE),
        ("::a00:1", Reach.NETWORK),
        ("::5db8:d822", Reach.NETWORK),
        ("::ffff:0:127.0.0.1", Reach.MACHINE),
        ("::ffff:0:10.0.0.1", Reach.NETWORK),
        ("::ffff:0:93.184.216.34", Reach.NETWORK),
        # 6to4, Teredo and ISATAP carry an IPv4 address to a router; Teredo names its server too.
        ("2002:a00:1::1", Reach.NETWORK),
        ("2002:5db8:d822::1", Reach.WORLD),
        ("2002:a9fe:a9fe::", Reach.MACHINE),
        ("2001:0:5db8:d822:0:0:80ff:fffe", Reach.MACHINE),
        ("2001:0:7f00:1:0:0:a247:27dd", Reach.MACHINE),
        ("2606:2800:220:1:0:5efe:7f00:1", Reach.MACHINE),
        ("2606:2800:220:1:200:5efe:a00:1", Reach.NETWORK),
        ("2606:2800:220:1:0:5efe:5db8:d822", Reach.WORLD),
    ],
)
def test_the_reach_of_an_address(ip: str, expected: Reach) -> None:
    assert reach(ip) == expected


def test_each_address_of_a_name_is_returned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 80))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [found, found])
    with Watch("x", 5) as watch:
        [one] = endpoints("example.org", 80, watch, 5)
    assert (one.family, one.ip, one.where) == (socket.AF_INET, "10.0.0.1", ("10.0.0.1", 80))


def test_an_invalid_host_name_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise UnicodeError("label too long")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with Watch("x", 5) as watch, pytest.raises(socket.gaierror):
        endpoints("example.org", 80, watch, 5)


def test_a_resolver_that_never_answers_is_abandoned(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer.wait(30) and [])
    cancelled = threading.Event()
    try:
        with Watch("x", 5, cancelled) as watch:
            with pytest.raises(TimeoutError):
                endpoints("example.org", 80, watch, 0.05)
            cancelled.set()
            with pytest.raises(CancelledError):
                endpoints("example.org", 80, watch, 5)
    finally:
        answer.set()
