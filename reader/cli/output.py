"""What a command prints: results to standard output, complaints to standard error.

Owns the encoding of both and the failures of writing: a full disk is one line, a reader of the pipe
who left ends the program in silence.
"""

from __future__ import annotations

import io
import os
import sys

from reader.errors import ReaderError


def say(text: str, *, exact: bool = False) -> None:
    """Write `text`, with a newline at its end, to standard output, and see it arrive.

    `exact` is for JSON and YAML, which are UTF-8 whatever the locale says; in plain text a character
    that the locale lacks becomes "?". Raises BrokenPipeError when nobody reads on, and ReaderError
    when the text cannot be written.
    """
    out = sys.stdout
    if out is None:
        raise ReaderError("standard output is closed")
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8" if exact else None, errors="strict" if exact else "replace")
    try:
        out.write(text if text.endswith("\n") else text + "\n")
        out.flush()
    except OSError as error:
        _abandon(out)
        if isinstance(error, BrokenPipeError):
            raise
        raise ReaderError(f"standard output: {error.strerror}") from error


def complain(text: str) -> None:
    """Write one cleaned line to standard error; where there is none, say nothing."""
    from reader.text.clean import clean_line

    if sys.stderr is not None:
        try:
            print(f"reader: {clean_line(text)}", file=sys.stderr, flush=True)
        except OSError:
            pass  # nowhere is left to say it; the exit code does


def _abandon(out: io.TextIOBase | object) -> None:
    """Let what is still buffered go nowhere, or Python tries once more at its exit and complains."""
    if isinstance(out, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
