"""What a command prints: results to standard output, complaints to standard error.

Owns the encoding of both and the failures of writing: a full disk is reported in one line, and a closed pipe
ends the program without a message.
"""

from __future__ import annotations

import io
import sys

from reader.errors import ReaderError


def say(text: str, *, exact: bool = False) -> None:
    """Write all of `text`, with a newline at its end, to standard output.

    `exact` is for JSON and YAML, which are UTF-8 in every locale; in plain text a character that the
    locale's encoding lacks becomes "?". Raises BrokenPipeError when the pipe was closed, and ReaderError
    when the text cannot be written.
    """
    out = sys.stdout
    if out is None:
        raise ReaderError("standard output is closed")
    text = text if text.endswith("\n") else text + "\n"
    encoding, errors = ("utf-8", "strict") if exact else (out.encoding or "utf-8", "replace")
    try:
        _write(text.encode(encoding, errors), to_error=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ReaderError(f"standard output: {error.strerror}") from error


def complain(text: str) -> None:
    """Write one cleaned line to standard error. Does nothing if standard error is closed or full."""
    from reader.text.clean import clean_line

    if sys.stderr is not None:
        try:
            line = f"reader: {clean_line(text)}\n"
            encoding = sys.stderr.encoding or "utf-8"
            _write(line.encode(encoding, "backslashreplace"), to_error=True)
        except OSError:
            pass  # the exit code still reports the failure


def _write(data: bytes, *, to_error: bool) -> None:
    """Flush a standard stream, then write all of `data` to it. Raises OSError."""
    stream = sys.stderr if to_error else sys.stdout
    stream.flush()
    try:
        descriptor = stream.fileno()
    except io.UnsupportedOperation:  # a stream in memory, as in a test
        stream.write(data.decode(stream.encoding or "utf-8", "replace"))
        stream.flush()
        return
    from reader.sources.write_all import write_all

    write_all(descriptor, data)
