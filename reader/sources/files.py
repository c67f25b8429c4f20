"""Read the bytes of a regular file or of standard input, up to a limit."""

from __future__ import annotations

import errno
import os
import stat
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice
from pathlib import Path

from reader.errors import SourceError
from reader.sources.formats import format_by_suffix
from reader.sources.ref import FileSource, StdinSource, UrlSource
from reader.text.clean import clean_line
from reader.text.patterns import compiled

LIMIT = 16 * 2**20
"""The maximum number of bytes that are read from one source."""

_NEIGHBOURS = 2000
"""The maximum number of files of a directory that are compared with a misspelt name."""

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?::\d{1,5})?"
"""A name that looks like the name of a web host, with an optional port."""

_DOMAINS = frozenset((".org", ".me"))
"""Suffixes of text files that are more often top-level domains."""

_FILE_SUFFIXES = frozenset(
    (
        *(".pdf", ".epub", ".zip", ".gz", ".png", ".jpg", ".jpeg", ".gif"),
        *(".json", ".csv", ".xml", ".toml", ".doc", ".docx", ".odt", ".rtf", ".tex", ".py"),
    )
)
"""Suffixes of files that the reader cannot read. They are rarely top-level domains."""

_KINDS = (
    (stat.S_ISFIFO, "is a pipe; read it as “reader - < pipe”"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def read_article_file(source: FileSource | UrlSource | StdinSource) -> bytes:
    """The bytes of an article file or of standard input. Raises SourceError, also if the bytes are not text.

    A few stray NULs are kept: the importer reports their positions.
    """
    if isinstance(source, UrlSource):
        raise SourceError(source.name, "is a web address; name an article file")
    data = read_bytes(source)
    if b"\0" in data:
        from reader.sources.detection import HEAD, is_binary
        from reader.sources.encoding import decode

        if is_binary(data):
            raise SourceError(source.name, "is binary, not text")
        if decode(data[:HEAD]).encoding.startswith("utf-16") and not data.startswith(
            (BOM_UTF16_LE, BOM_UTF16_BE)
        ):
            # UTF-16 with a byte order mark passes: the importer reports it.
            raise SourceError(source.name, "is UTF-16; save it as UTF-8")
    return data


def read_bytes(source: FileSource | StdinSource) -> bytes:
    """The bytes of a file or of standard input. Raises SourceError.

    Never waits for a pipe or a device, never reads more than `LIMIT`.
    """
    if isinstance(source, StdinSource):
        return _read_stdin(source.name)
    try:
        return _read_file(source.name, source.path)
    except OSError as error:
        raise SourceError(source.name, _os_fault(error, source.path)) from error
    except ValueError as error:  # the name has a NUL or a lone surrogate
        raise SourceError(source.name, "is no file name") from error


def _read_file(shown: str, path: Path) -> bytes:
    # Without O_NONBLOCK, opening a pipe that has no writer would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        for is_kind, fault in _KINDS:
            if is_kind(status.st_mode):
                raise SourceError(shown, fault)
        if status.st_size > LIMIT:
            raise SourceError(shown, f"has {-(-status.st_size // 2**20):,} MiB; {_limit()}")
        # Read one byte more than the size: an extra byte means that the file is growing or is a kernel file,
        # whose size is 0. With O_NONBLOCK, a kernel file without data returns None.
        data = file.read(status.st_size + 1) or b""
        if len(data) > status.st_size:
            data += file.read(LIMIT + 1 - len(data)) or b""
    return _limited(shown, data)


def _read_stdin(shown: str) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise SourceError(shown, "there is no standard input")
    return _limited(shown, sys.stdin.buffer.read(LIMIT + 1))


def _limited(shown: str, data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise SourceError(shown, f"is too large; {_limit()}")
    return data


def _limit() -> str:
    return f"the limit is {LIMIT // 2**20} MiB"


def _os_fault(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return f"is a symbolic link that leads nowhere: there is no {clean_line(os.path.realpath(path))}"
        return f"there is no such file{_near_file(path) or _near_address(path)}"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name a file in it"
    if error.errno == errno.ELOOP:
        return "is a symbolic link that leads to itself"
    if error.errno == errno.ENXIO:  # raised when a socket is opened
        return "is a socket or device, not a file"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def _near_file(path: Path) -> str:
    """A hint that names a file with a similar name in the same directory; empty if no name is similar."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _NEIGHBOURS)]
    except OSError:
        return _near_address(path) or f", nor a directory {clean_line(str(path.parent))}"
    from difflib import get_close_matches  # only a misspelt name needs it

    near = get_close_matches(path.name, names, n=1)
    return f"; did you mean {clean_line(str(path.with_name(near[0])))}?" if near else ""


def _near_address(path: Path) -> str:
    """A hint with an https address if `path` begins with a host name; empty otherwise."""
    host = path.parts[0] if path.parts else ""
    suffix = Path(host).suffix.lower()
    is_file = suffix in _FILE_SUFFIXES or (suffix not in _DOMAINS and format_by_suffix(host) is not None)
    if is_file or compiled(_HOST).fullmatch(host) is None:
        return ""
    return f"; did you mean https://{clean_line(str(path))}?"
