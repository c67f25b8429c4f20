"""The bytes of a source: a regular file, or standard input.

Owns what may be opened at all, and how much of it is read.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice
from pathlib import Path

from reader.errors import SourceError
from reader.text.clean import clean_line

STDIN = "-"
LIMIT = 16 * 2**20
"""The most bytes that are read of a YAML or text source."""

STANDARD_INPUT = "standard input"
"""What "-" is called in messages."""

_NEIGHBOURS = 2000  # files of a directory that are looked at for a near name

_KINDS = (
    (stat.S_ISFIFO, "is a pipe; read it as “reader - < pipe”"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def is_address(name: str) -> bool:
    """Whether `name` is an address on the web, not a file; of another scheme too, which is then refused."""
    scheme, mark, _ = name.lstrip()[:16].partition("://")
    return bool(mark) and scheme.isalpha()


def called(name: str) -> str:
    """The name of a file or of standard input in messages; a malformed address loses its credentials."""
    if _resembles_address(name):
        from reader.sources.fetch.address import shown

        return shown(name)
    return STANDARD_INPUT if name == STDIN else clean_line(name)


def _resembles_address(name: str) -> bool:
    """Whether somebody meant an address, with or without the signs that make it one."""
    return "://" in name or name.lstrip()[:6].lower().startswith(("http:", "https:"))


def read_source(name: str) -> bytes:
    """The bytes of the file `name`, or of standard input for "-", which must be text.

    A few NULs are for the importer to tell. Raises SourceError.
    """
    data = read_bytes(name)
    if b"\0" in data:
        from reader.sources.detection import HEAD, is_binary
        from reader.sources.encoding import decode

        if is_binary(data):
            raise SourceError(_shown(name), "is binary, not text")
        if decode(data[:HEAD]).encoding.startswith("utf-16") and not data.startswith(
            (BOM_UTF16_LE, BOM_UTF16_BE)
        ):
            raise SourceError(_shown(name), "is UTF-16; save it as UTF-8")  # with a mark its importer says it
    return data


def read_bytes(name: str) -> bytes:
    """The bytes of the file `name`, or of standard input for "-", whatever they are.

    Never waits for a file that is none, never reads more than `LIMIT`. Raises SourceError.
    """
    shown = _shown(name)
    if not name:  # which a path would take for the directory here
        raise SourceError(shown, "is no file; name one, or - for standard input")
    try:
        return _read_stdin(shown) if name == STDIN else _read_file(shown, local_path(name))
    except OSError as error:
        if _resembles_address(name):
            fault = "is neither a file nor an address; expected https://host/page"
            raise SourceError(shown, fault) from error
        raise SourceError(shown, _os_fault(error, local_path(name))) from error
    except ValueError as error:  # a name with a NUL or a lone surrogate
        raise SourceError(shown, "is no file name") from error


def _shown(name: str) -> str:
    return called(name) or "(no name)"


def local_path(name: str) -> Path:
    """The path that `name` means, `~` expanded."""
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:  # a user who is not there: the name may be a file's all the same
        return path


def _read_file(shown: str, path: Path) -> bytes:
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        for is_kind, fault in _KINDS:
            if is_kind(status.st_mode):
                raise SourceError(shown, fault)
        if status.st_size > LIMIT:
            raise SourceError(shown, f"has {-(-status.st_size // 2**20):,} MiB; {_limit()}")
        # One byte more than there should be shows a file that grows, or one that hides its size. Some of
        # the kernel's files would have their reader wait, and without O_NONBLOCK would: None, as at an end.
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
        return f"there is no such file{_near_file(path)}"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name a file in it"
    if error.errno == errno.ELOOP:
        return "is a symbolic link that leads to itself"
    if error.errno == errno.ENXIO:  # what opening a socket answers
        return "is a socket or device, not a file"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def _near_file(path: Path) -> str:
    """The way out for a slip in a name: the file beside it that is called almost so."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _NEIGHBOURS)]
    except OSError:
        return f", nor a directory {clean_line(str(path.parent))}"
    from difflib import get_close_matches  # only a slip needs it

    near = get_close_matches(path.name, names, n=1)
    return f"; did you mean {clean_line(str(path.with_name(near[0])))}?" if near else ""
