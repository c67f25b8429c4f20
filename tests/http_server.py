"""A local web server that can behave as badly as a server on the web. Each route is a function.

Nothing in it waits for a fixed time: a slow route waits until the server is closed.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "data" / "localhost.pem"
"""Signed by itself, for localhost and 127.0.0.1."""

PAGE = (
    b"<!doctype html><html lang=en><head><title>The ferry that went twice</title></head><body><main><article>"
    b"<h1>The ferry that went twice</h1>"
    + b"<p>The ferry left the harbour at nine, and the people of the island saw it leave a second time.</p>"
    * 12
    + b"</article></main></body></html>"
)

Route = Callable[[socket.socket, threading.Event], None]
"""Writes an answer; the event is set when the server is closed."""


class Server:
    """Serves `routes` by path. `requests` holds the head of every request as it came."""

    def __init__(self, routes: Mapping[str, Route], host: str, tls: bool) -> None:
        self.routes = dict(routes)
        self.requests: list[str] = []
        self.closing = threading.Event()
        self._context: ssl.SSLContext | None = None
        if tls:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATE)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.create_server((host, 0), family=family)
        self.host, self.port = host, self._listening.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def url(self, path: str = "/", host: str = "") -> str:
        """The address of a route."""
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{'https' if self._context else 'http'}://{name}:{self.port}{path}"

    def close(self) -> None:
        """Stop, and wait for every route to end."""
        self.closing.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError):  # the reader closed the connection, as it should
            connection.settimeout(10)
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(4096)
                    if not piece:
                        return
                    head += piece
                text = head.decode("latin-1")
                self.requests.append(text)
                path = text.split(" ")[1].partition("?")[0]
                self.routes.get(path, answer(status=404))(connection, self.closing)


@contextmanager
def serving(
    routes: Mapping[str, Route] | None = None, *, host: str = "127.0.0.1", tls: bool = False
) -> Iterator[Server]:
    """A server that runs during a test."""
    server = Server(routes or {"/": answer(PAGE)}, host, tls)
    try:
        yield server
    finally:
        server.close()


# --- routes -------------------------------------------------------------------------------------------


def answer(
    body: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Route:
    """A plain answer. Underscores in the names of headers are hyphens; `length` lies about the length."""
    lines = {"content-type": kind, "content-length": headers.pop("length", str(len(body)))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    return raw(head(status, **lines) + body)


def head(status: int = 200, **headers: str) -> bytes:
    """The head of an answer; a header without a value is left out."""
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status} Whatever", *lines, "", ""]).encode("latin-1")


def raw(data: bytes) -> Route:
    """A route that sends these bytes and closes the connection."""

    def route(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(data)

    return route


def redirect(location: str, status: int = 302) -> Route:
    """An answer that redirects the reader."""
    return answer(b"", status=status, location=location)


def hanging(data: bytes = b"") -> Route:
    """A route that sends these bytes and then keeps the connection open."""

    def route(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(data)
        closing.wait(30)

    return route


def dripping(data: bytes, first: bytes = b"") -> Route:
    """A route that sends `first`, and then `data` again and again, one byte at a time."""

    def route(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(first)
        while not closing.wait(0.01):
            for byte in data:
                connection.sendall(bytes([byte]))
                if closing.wait(0.01):
                    return

    return route


def endless(piece: bytes, first: bytes) -> Route:
    """A route that sends `first`, and then `piece` again and again, as fast as the reader reads."""

    def route(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(first)
        while not closing.is_set():
            connection.sendall(piece)

    return route


def bomb(megabytes: int) -> bytes:
    """Bytes of zeros, compressed to about a thousandth."""
    return gzip.compress(b"\0" * 2**20 * megabytes, compresslevel=9)
