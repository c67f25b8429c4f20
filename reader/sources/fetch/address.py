"""Parse a URL that a person typed or a server sent into the parts of a request.

Owns the rule for which URLs may be requested, and the form of a URL in messages: without credentials.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from reader.errors import SourceError
from reader.text.clean import clean_line, is_clean

LONGEST = 8_000
"""The maximum characters of a URL. Servers accept 8 kB."""

SHOWN = 120
"""The maximum characters of a URL in a message."""

PORTS = {"http": 80, "https": 443}

_NAME = re.compile(r"[a-z0-9_.-]{1,253}", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[0-9a-f:.]{2,45}\]", re.IGNORECASE)
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:(?=//)|https?:)?[/\\]*", re.IGNORECASE)
"""The part of a URL before the authority. There may be too few, too many or the wrong slashes."""

_AUTHORITY = re.compile(
    r"(?:\[[0-9a-f:.%]*\]|[^:@\uff20%\[\]/?#\\]*)(?::[0-9]*)?(?=[/?#\\]|$)", re.IGNORECASE
)
"""An authority without user and password: a host with or without a port."""

_PUBLIC_PATH = re.compile(r"[^/?#:@]*\.[^/?#:@]*[/?#][^:]*")
"""A host with a dot, and the part of its path or query before an @ that belongs to it."""

_KEPT = "%!$&'()*+,;=:@/?[]~-._"
"""Characters that have a meaning in a URL and are not percent-encoded (RFC 3986, 2.2 and 2.3)."""


class Address(NamedTuple):
    """The parts of a URL for a request: `host` in ASCII without brackets, `target` the path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port in the form of a URL. A default port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL, all ASCII, without a fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


def shown(url: str) -> str:
    """`url` in the form for messages: one cleaned line, cut if it is long, without a user or password.

    The URL may be malformed: a password can contain any character that ends a host, and the @ can be missing.
    Everything that may be credentials is left out. A few well-formed URLs also lose their host.
    """
    line = _without_credentials(url.strip(" \t\r\n"))
    line = clean_line(line[:LONGEST])
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _without_credentials(url: str) -> str:
    """`url` without the part before its last @, unless that @ belongs to a public path."""
    scheme = _SCHEME.match(url)
    start = scheme.end() if scheme else 0
    at = url.rfind("@")
    if at >= start and not _PUBLIC_PATH.fullmatch(url, start, at):
        return f"{url[:start]}…{url[at:]}"
    if at < start and start and not _AUTHORITY.match(url, start):
        return f"{url[:start]}…"
    return url


def read(text: str) -> Address:
    """The address in `text`.

    Raises SourceError if it is not an http or https address that can be requested.
    """
    url = text.strip(" \t\r\n")
    name = shown(url) or "(no address)"
    if len(url) > LONGEST:
        raise SourceError(name, f"is too long for an address; the limit is {LONGEST:,} characters")
    if not is_clean(url) or "\n" in url:
        raise SourceError(name, "holds characters that no address has")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError as error:
        raise SourceError(name, "is no address: expected https://host/page") from error
    if parts.scheme not in PORTS:
        raise SourceError(name, "cannot be opened; only http and https addresses can")
    if "@" in parts.netloc:
        raise SourceError(name, "holds a name or password, which is never sent; leave it out of the address")
    if port == 0:
        raise SourceError(name, "is no address: there is no port 0")
    path = quote(parts.path, safe=_KEPT) or "/"
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Address(parts.scheme, _host(host, name), port or PORTS[parts.scheme], path + query)


def follow(address: Address, location: str) -> Address:
    """The address that a redirect from `address` leads to. Raises SourceError if it cannot be requested."""
    try:
        joined = urljoin(address.url, location.strip(" \t\r\n"))
    except ValueError as error:
        raise SourceError(
            shown(address.url), f"redirects to {shown(location)}, which is no address"
        ) from error
    try:
        return read(joined)
    except SourceError as error:
        raise SourceError(shown(address.url), f"redirects to {error.name}, which {error.fault}") from error


def _host(host: str, name: str) -> str:
    """The host in ASCII: a name (encoded with IDNA if it has non-ASCII letters) or a numeric address."""
    if not host:
        raise SourceError(name, "names no host; expected https://host/page")
    if ":" in host:
        if _BRACKETED.fullmatch(f"[{host}]"):
            return host
        raise SourceError(name, "is no address: its host is neither a name nor a number")
    try:
        name_in_ascii = ascii_host(host)
    except UnicodeError as error:
        raise SourceError(name, "is no address: its host cannot be written as a name") from error
    labels = name_in_ascii.removesuffix(".").split(".")
    if not _NAME.fullmatch(name_in_ascii) or any(not 0 < len(label) < 64 for label in labels):
        raise SourceError(name, "is no address: its host is neither a name nor a number")
    return name_in_ascii.lower()


def ascii_host(host: str) -> str:
    """A host name in ASCII, encoded with IDNA if it has non-ASCII letters. Raises UnicodeError."""
    return host if host.isascii() else host.encode("idna").decode("ascii")
