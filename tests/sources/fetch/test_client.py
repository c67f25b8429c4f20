"""Fetching of pages from correct and misbehaving servers on this machine."""

from __future__ import annotations

import gzip
import socket
import ssl
import sys
import threading
import zlib
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from reader import __version__
from reader.errors import SourceError
from reader.sources.fetch import client, connecting, hosts
from reader.sources.fetch.client import Fetched, Limits, fetch
from reader.sources.fetch.hosts import Reach
from reader.sources.fetch.watch import CancelledError
from tests.http_server import (
    CERTIFICATE,
    PAGE,
    Route,
    Server,
    answer,
    bomb,
    dripping,
    endless,
    hanging,
    head,
    raw,
    redirect,
    serving,
)

HASTY = Limits(connect=2, total=0.3)
SMALL = Limits(size=100_000)
HTML = head(200, **{"content-type": "text/html"})
CHUNKED = head(200, **{"content-type": "text/html", "transfer-encoding": "chunked"})


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def fault(url: str, limits: Limits = Limits()) -> str:  # noqa: B008 - a value
    """The message for a page that cannot be loaded."""
    with pytest.raises(SourceError) as caught:
        fetch(url, limits=limits)
    message = str(caught.value)
    assert message == f"{url}: {caught.value.fault}"
    assert message.isprintable()
    return caught.value.fault


# --- responses --------------------------------------------------------------------------------------


def test_a_page_is_fetched_with_its_content_type(server: Server) -> None:
    assert fetch(server.url("/")) == Fetched(PAGE, server.url("/"), "text/html", "utf-8")


def test_the_request_has_few_headers(server: Server) -> None:
    fetch(server.url("/?a=b#part"))
    first, *lines = server.requests[0].rstrip("\r\n").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    assert first == "GET /?a=b HTTP/1.1"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert headers["user-agent"].startswith(f"reader/{__version__} ")
    assert headers["connection"] == "close"
    assert headers.keys() == {"host", "user-agent", "connection", "accept", "accept-encoding"}


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html;charset="ISO-8859-1"', "iso-8859-1"),
        ("text/html; Charset = 'KOI8-R' ; x=y", "koi8-r"),
        ("text/html", ""),
        ("text/html; charset=", ""),
        ("text/html; charset=\x1b]0;x", ""),
    ],
)
def test_the_charset_is_what_the_header_names(server: Server, kind: str, charset: str) -> None:
    server.routes["/"] = answer(kind=kind)
    assert fetch(server.url("/")).charset == charset


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "text/html",
            "application/xhtml+xml",
            "text/plain",
            "text/markdown",
            "text/x-rst",
            "application/xml",
        ),
        *("text/yaml", "application/yaml", "text/xml", "application/tei+xml", "multipart/related", ""),
    ],
)
def test_text_of_every_type_is_accepted(server: Server, kind: str) -> None:
    server.routes["/"] = answer(kind=kind)
    assert fetch(server.url("/")).data == PAGE


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("application/pdf", "is a PDF; save it, then: pdftotext FILE - | reader -"),
        ("image/png", "is a picture"),
        ("image/svg+xml", "is a picture"),
        ("audio/mpeg", "is a sound"),
        ("video/mp4", "is a film"),
        ("application/octet-stream", "is application/octet-stream, not text"),
        ("application/json", "is data"),
        ("text/css", "is a style sheet"),
        ("x/\x1b[2J", "is x/␛[2j"),
    ],
)
def test_other_types_are_refused_before_the_content_is_read(server: Server, kind: str, said: str) -> None:
    server.routes["/"] = hanging(head(200, **{"content-type": kind}))
    assert fault(server.url("/")).startswith(said)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE)),
        ("identity", PAGE),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
    ],
    ids=["gzip", "deflate", "capitals", "identity", "twice"],
)
def test_compressed_content_is_decompressed(server: Server, encoding: str, packed: bytes) -> None:
    server.routes["/"] = answer(packed, content_encoding=encoding)
    assert fetch(server.url("/")).data == PAGE


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (CHUNKED + b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", b"abcde"),
        (HTML + PAGE, PAGE),
        (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nold", b"old"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + HTML + b"after", b"after"),
        (head(200, **{"content-type": "text/html", "content-length": "3"}) + b"longer than it says", b"lon"),
        (head(200, **{"content-type": "text/html", "content-length": "-3"}) + b"no length", b"no length"),
    ],
    ids=["chunks", "the end", "HTTP/1.0", "continue", "shorter", "negative"],
)
def test_a_response_ends_where_its_headers_say(server: Server, data: bytes, expected: bytes) -> None:
    server.routes["/"] = raw(data)
    assert fetch(server.url("/")).data == expected


def test_a_complete_response_does_not_wait_for_the_connection_to_close(server: Server) -> None:
    server.routes["/"] = hanging(head(200, **{"content-type": "text/html", "content-length": "3"}) + b"abc")
    assert fetch(server.url("/")).data == b"abc"


def test_progress_is_reported_with_the_total_if_it_is_known(server: Server) -> None:
    reported: list[tuple[int, int | None]] = []
    fetch(server.url("/"), progress=lambda *args: reported.append(args))
    server.routes["/"] = answer(gzip.compress(PAGE), content_encoding="gzip")
    packed: list[tuple[int, int | None]] = []
    fetch(server.url("/"), progress=lambda *args: packed.append(args))
    assert (reported[-1], packed[-1]) == ((len(PAGE), len(PAGE)), (len(PAGE), None))


# --- servers that misbehave ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (204, "the server sent no page (204)"),
        (304, "the server answers 304, which is no page"),
        (401, "the server wants you to log in (401); save the page from your browser and open the file"),
        (403, "the server does not give this page to the reader (403); save the page from your browser"),
        (404, "there is no such page (404); look at the address again"),
        (410, "the page is gone for good (410); an archive of the web may have it"),
        (418, "the server refuses (418); save the page"),
        (429, "the server has too many requests from you (429); try again in 2 minutes"),
        (451, "the server may not show this page"),
        (500, "the server has an error (500); try again later"),
        (503, "the server cannot answer now (503); try again in 2 minutes"),
    ],
)
def test_an_error_status_is_reported_with_a_way_out(server: Server, status: int, said: str) -> None:
    server.routes["/"] = answer(status=status, retry_after="120")
    assert fault(server.url("/")).startswith(said)


@pytest.mark.parametrize(
    ("after", "when"), [("30", "in 30 seconds"), ("soon", "later"), ("1", "later"), ("9" * 50, "later")]
)
def test_the_time_to_try_again_is_from_the_server(server: Server, after: str, when: str) -> None:
    server.routes["/"] = answer(status=429, retry_after=after)
    assert fault(server.url("/")).endswith(f"try again {when}")


@pytest.mark.parametrize(
    "route",
    [
        hanging(),
        hanging(HTML + b"and then"),
        dripping(b"x", HTML),
        dripping(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n"),
        dripping(b"1\r\nx\r\n", CHUNKED),
        endless(b"HTTP/1.1 100 Continue\r\n\r\n", b""),
        dripping(
            gzip.compress(b"") * 100, head(200, **{"content-type": "text/html", "content-encoding": "gzip"})
        ),
    ],
    ids=["silent", "stuck", "drip", "drip of headers", "drip of chunks", "continue", "drip of gzip"],
)
def test_a_slow_server_is_left_when_the_time_is_up(server: Server, route: Route) -> None:
    server.routes["/"] = route
    assert fault(server.url("/"), HASTY) == "was not loaded within 0.3 seconds; try again later"


@pytest.mark.parametrize(
    "route",
    [
        endless(b"y" * 65536, HTML),
        endless(b"10000\r\n" + b"y" * 65536 + b"\r\n", CHUNKED),
        hanging(head(200, **{"content-type": "text/html", "content-length": "99999999999"})),
        answer(bomb(20), content_encoding="gzip"),
        answer(gzip.compress(bomb(60)), content_encoding="gzip, gzip"),
        answer(zlib.compress(b"\0" * 20_000_000), content_encoding="deflate"),
    ],
    ids=["endless", "endless chunks", "says so", "bomb", "bomb in a bomb", "deflated bomb"],
)
def test_a_page_over_the_size_limit_is_refused(server: Server, route: Route) -> None:
    server.routes["/"] = route
    assert fault(server.url("/"), SMALL) == "is too large for an article; the limit is 0.0953674 MiB"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "broke off the connection; try again"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "does not answer as a web server does"),
        (b"<html>no head</html>", "does not answer as a web server does"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", "are too large"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "are too large"),
        (b"HTTP/1.1 200 " + b"y" * 70_000 + b"\r\n\r\n", "are too large"),
        (CHUNKED + b"ff\r\nabc", "the page ended in the middle; try again"),
        (CHUNKED + b"zz\r\nabc\r\n", "the page ended in the middle; try again"),
        (HTML, "is an empty page"),
    ],
    ids=[
        *("nothing", "another protocol", "no head", "a long header", "many headers", "a long status"),
        *("a cut chunk", "a bad chunk", "no body"),
    ],
)
def test_a_malformed_response_is_reported(server: Server, data: bytes, said: str) -> None:
    server.routes["/"] = raw(data)
    assert fault(server.url("/")).endswith(said)


def test_an_incomplete_page_is_reported(server: Server) -> None:
    server.routes["/"] = answer(length="99999")
    assert fault(server.url("/")) == "the page ended in the middle; try again"


def test_contradictory_lengths_are_refused(server: Server) -> None:
    server.routes["/"] = answer(length="5, 6")
    assert fault(server.url("/")).endswith("broke off the connection; try again")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gzip", "is damaged"), ("x-own", "in an unknown way (x-own)")],
)
def test_content_that_cannot_be_decompressed_is_reported(server: Server, encoding: str, said: str) -> None:
    server.routes["/"] = answer(b"not packed at all", content_encoding=encoding)
    assert fault(server.url("/")).endswith(said)


# --- redirects ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_last_address_is_returned(server: Server, status: int) -> None:
    server.routes |= {"/a": redirect("/b?c", status), "/b": answer(b"here")}
    found = fetch(server.url("/a"))
    assert (found.data, found.url) == (b"here", server.url("/b?c"))


def test_a_redirect_with_non_ascii_letters_is_followed(server: Server) -> None:
    server.routes |= {"/": redirect("/\u00c3\u00bc?\u00e9"), "/%C3%BC": answer(b"here")}
    with pytest.raises(SourceError, match="leads to"):
        fetch(server.url("/"))  # not valid UTF-8, so the location is used unchanged
    server.routes["/"] = redirect("/\u00c3\u00bc")
    assert fetch(server.url("/")).url == server.url("/%C3%BC")


def test_cookies_and_referrers_are_not_sent(server: Server) -> None:
    server.routes["/a"] = answer(b"", status=302, location="/", set_cookie="a=b")
    fetch(server.url("/a"))
    assert "cookie" not in server.requests[1].lower()
    assert "referer" not in server.requests[1].lower()


def test_five_redirects_are_followed_but_not_six(server: Server) -> None:
    server.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(1, 6)}
    server.routes["/6"] = answer(b"here")
    assert fetch(server.url("/1")).data == b"here"
    server.routes["/0"] = redirect("/1")
    assert fault(server.url("/0")) == (
        "redirects more than 5 times, perhaps in a circle; save it from your browser"
    )
    assert len(server.requests) == 6 + 6


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("file:///etc/passwd", "redirects to file:///etc/passwd, which cannot be opened; only http and"),
        ("ftp://example.org/", "redirects to ftp://example.org/, which cannot be opened"),
        ("http://ada:secret@example.org/", "redirects to http://…@example.org/, which holds a name or"),
        ("", "redirects without an address"),
    ],
)
def test_a_redirect_must_lead_to_a_web_address(server: Server, location: str, said: str) -> None:
    server.routes["/"] = redirect(location)
    assert fault(server.url("/")).startswith(said)


def test_a_fault_after_a_redirect_names_the_last_address(server: Server) -> None:
    server.routes["/"] = redirect("/gone")
    assert fault(server.url("/")).startswith(f"leads to {server.url('/gone')}, which there is no such page")


def test_the_time_limit_includes_all_redirects(server: Server) -> None:
    server.routes |= {"/": redirect("/stuck"), "/stuck": hanging(HTML)}
    assert fault(server.url("/"), HASTY) == "was not loaded within 0.3 seconds; try again later"


@pytest.mark.parametrize(
    ("of_first", "of_second", "refused"),
    [
        (Reach.WORLD, Reach.WORLD, False),
        (Reach.WORLD, Reach.NETWORK, True),
        (Reach.WORLD, Reach.MACHINE, True),
        (Reach.NETWORK, Reach.MACHINE, True),
        (Reach.NETWORK, Reach.WORLD, False),
        (Reach.MACHINE, Reach.MACHINE, False),
    ],
)
def test_a_redirect_to_a_narrower_reach_is_refused(
    monkeypatch: pytest.MonkeyPatch, of_first: Reach, of_second: Reach, refused: bool
) -> None:
    seen = {"127.0.0.1": of_first, "127.0.0.2": of_second}
    monkeypatch.setattr(hosts, "reach", lambda ip: seen[ip])
    with serving(host="127.0.0.2") as inner, serving({"/": redirect(inner.url("/"))}) as outer:
        if refused:
            assert fault(outer.url("/")).startswith(
                f"leads to {inner.url('/')}, which is in your own network"
            )
            assert inner.requests == []
        else:
            assert fetch(outer.url("/")).url == inner.url("/")


def test_a_name_that_changes_to_a_local_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {"127.0.0.1": Reach.WORLD, "127.0.0.2": Reach.MACHINE}
    monkeypatch.setattr(hosts, "reach", lambda ip: seen[ip])
    answers = iter(("127.0.0.1", "127.0.0.2", "127.0.0.2"))

    def look_up(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with serving({"/": redirect("/again")}) as server:
        said = fault(server.url("/", host="rebinding.example"))
    assert "is in your own network" in said
    assert server.requests[0].count(f"Host: rebinding.example:{server.port}") == 1
    assert next(answers) == "127.0.0.2"  # resolved once per hop, and the connection is to the checked address


# --- connections --------------------------------------------------------------------------------------


def test_a_self_signed_certificate_is_refused() -> None:
    with serving(tls=True) as server:
        said = fault(server.url("/"))
    assert said == (
        f"the certificate of 127.0.0.1:{server.port} cannot be trusted (it is self-signed);"
        " nothing was loaded"
    )
    assert server.requests == []


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr(connecting, "trust", lambda: context)


def test_a_page_is_fetched_over_tls(trusting: None) -> None:
    with serving(tls=True) as server:
        assert fetch(server.url("/")).data == PAGE
        assert fetch(server.url("/", host="localhost")).url == server.url("/", host="localhost")


def test_the_certificate_must_belong_to_the_host(trusting: None) -> None:
    with serving(tls=True, host="127.0.0.2") as server:
        assert "cannot be trusted (it belongs to another host)" in fault(server.url("/"))


def _unverified(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "words of OpenSSL")
    error.verify_code, error.verify_message = code, "words of OpenSSL"
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (_unverified(10), "(it has expired)"),
        (_unverified(20), "(no known authority has signed it)"),
        (_unverified(99), "(OpenSSL error 99)"),
        (ssl.SSLError(1, "words of OpenSSL"), "no secure connection to "),
    ],
)
def test_error_texts_of_openssl_are_not_shown(
    server: Server, monkeypatch: pytest.MonkeyPatch, error: ssl.SSLError, words: str
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(client, "connect", refuse)
    said = fault(server.url("/"))
    assert words in said
    assert "words of OpenSSL" not in said


def test_a_server_without_tls_is_reported(server: Server) -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def speak() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"220 mail.example ESMTP\r\n")
            connection.recv(1000)

    thread = threading.Thread(target=speak)
    thread.start()
    said = fault(f"https://127.0.0.1:{listening.getsockname()[1]}/")
    thread.join()
    listening.close()
    assert "no secure connection to 127.0.0.1:" in said
    assert said.endswith("can be made; its answer is not TLS")


def test_a_handshake_that_never_ends_is_given_up(trusting: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"https://127.0.0.1:{listening.getsockname()[1]}/"
        assert fault(url, Limits(connect=0.2)).endswith("does not answer within 0.2 seconds")
        assert fault(url, Limits(connect=5, total=0.2)).startswith("was not loaded within 0.2 seconds")


def test_a_refused_connection_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    assert fault(url) == f"127.0.0.1:{port} refuses the connection"
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert fault(url).endswith("; the reader uses no proxy; try: curl -sL ADDRESS | reader -")


def test_proxies_from_environment_variables_are_not_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetch(server.url("/")).data == PAGE


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (socket.EAI_NONAME, "there is no host example.org; look at the address again"),
        (socket.EAI_AGAIN, "the host example.org cannot be looked up; is there a network?"),
    ],
)
def test_a_host_name_that_is_not_found_is_reported(
    monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "whatever")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert fault("http://example.org/") == said


def test_the_next_address_of_a_name_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.3", 0)) as closed:
        nobody = closed.getsockname()[1]
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.3", nobody)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert fetch(f"http://example.org:{server.port}/").data == PAGE


def test_an_unreachable_network_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    monkeypatch.setattr(socket.socket, "connect_ex", lambda *_: errno.ENETUNREACH)
    assert fault("http://127.0.0.1:9/") == "127.0.0.1:9 cannot be reached; is there a network?"


def test_an_address_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    # The queue of connections is full, so the system does not answer the next connection.
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
        port = listening.getsockname()[1]
        said = fault(f"http://127.0.0.1:{port}/", Limits(connect=0.3))
        for one in waiting:
            one.close()
    assert said == f"127.0.0.1:{port} does not answer within 0.3 seconds"


@pytest.mark.skipif(not socket.has_ipv6, reason="the system has no IPv6")
def test_a_page_is_fetched_over_ipv6() -> None:
    try:
        with serving(host="::1") as server:
            assert fetch(server.url("/")).data == PAGE
            assert f"Host: [::1]:{server.port}\r\n" in server.requests[0]
    except OSError:
        pytest.skip("this machine has no IPv6 address")


class Authorities:
    """A system without certificate authorities. `lookups` counts the requests for certifi's list."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lookups = 0
        self._patch = monkeypatch
        monkeypatch.setattr(ssl.SSLContext, "load_default_certs", lambda *_: None)
        self.set_paths(None, None)
        monkeypatch.setitem(sys.modules, "certifi", SimpleNamespace(where=self._where))

    def set_paths(self, cafile: str | None, capath: str | None) -> None:
        """Set the paths that the system gives for its authorities."""
        paths = SimpleNamespace(cafile=cafile, capath=capath)
        self._patch.setattr(ssl, "get_default_verify_paths", lambda: paths)

    def _where(self) -> str:
        self.lookups += 1
        return str(CERTIFICATE)


@pytest.fixture
def authorities(monkeypatch: pytest.MonkeyPatch) -> Iterator[Authorities]:
    """A system without certificate authorities."""
    connecting.trust.cache_clear()
    yield Authorities(monkeypatch)
    connecting.trust.cache_clear()


def test_authorities_come_from_certifi_if_the_system_has_none(authorities: Authorities) -> None:
    context = connecting.trust()
    assert context.get_ca_certs()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert connecting.trust() is context
    assert authorities.lookups == 1


@pytest.mark.parametrize("paths", [("/etc/authorities.pem", None), (None, "/etc/authorities")])
def test_authorities_come_from_the_system_if_it_names_a_path(
    paths: tuple[str | None, str | None], authorities: Authorities
) -> None:
    authorities.set_paths(*paths)
    assert connecting.trust().verify_mode is ssl.CERT_REQUIRED
    assert authorities.lookups == 0


def test_authorities_come_from_the_system_if_it_has_some(
    authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssl.SSLContext, "get_ca_certs", lambda *_: [{}])
    assert connecting.trust().verify_mode is ssl.CERT_REQUIRED
    assert authorities.lookups == 0


def test_no_certificate_is_trusted_without_authorities(
    authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "certifi", None)
    context = connecting.trust()
    assert context.get_ca_certs() == []
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


# --- cancelling ---------------------------------------------------------------------------------------


def test_a_waiting_fetch_is_cancelled_at_once(server: Server) -> None:
    cancelled = threading.Event()
    server.routes["/"] = hanging(HTML + b"abc")
    with pytest.raises(CancelledError, match="was cancelled"):
        fetch(server.url("/"), cancelled=cancelled, progress=lambda *_: cancelled.set())


def test_a_fast_fetch_is_cancelled(server: Server) -> None:
    cancelled = threading.Event()
    server.routes["/"] = endless(b"y" * 1000, HTML)
    with pytest.raises(CancelledError):
        fetch(server.url("/"), cancelled=cancelled, progress=lambda *_: cancelled.set())


def test_a_fetch_that_is_already_cancelled_sends_no_request(server: Server) -> None:
    cancelled = threading.Event()
    cancelled.set()
    server.routes["/"] = hanging()
    with pytest.raises(CancelledError):
        fetch(server.url("/"), cancelled=cancelled)
