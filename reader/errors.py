"""Every error a user can meet, and the exit code each one ends with.

    ReaderError                 2
    ├── SourceError             2   the source cannot be read: missing, a device, too large, not text
    ├── ArticleError            2   the source was read and is not an article; knows line and column
    └── UsageError              2   the command was not understood

A message names the thing, the place, the fault and the way out, in one line, and holds only cleaned
text. Anything that is not a ReaderError is a fault of the program and ends with 70.
"""

from __future__ import annotations

OK = 0
FOUND_FAULTS = 1
BAD_INPUT = 2
INTERNAL = 70


class ReaderError(Exception):
    """Something the user can understand and mend; `str(error)` is one cleaned line."""

    exit_code = BAD_INPUT


class SourceError(ReaderError):
    """The bytes of a source cannot be had."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"{name}: {fault}")
        self.name = name
        self.fault = fault


class ArticleError(ReaderError):
    """A source is not an article. `line` and `column` count from 1; 0 when unknown."""

    def __init__(self, name: str, fault: str, line: int = 0, column: int = 0) -> None:
        place = f"{name}:{line}:{column}" if line else name
        super().__init__(f"{place}: {fault}")
        self.name = name
        self.fault = fault
        self.line = line
        self.column = column


class UsageError(ReaderError):
    """The command line asks for something that is not there."""
