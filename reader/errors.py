"""Every error that a user can meet, and the exit code of each.

    ReaderError                 2
    ├── SourceError             2   the source cannot be read: missing, a device, too large, not text
    │   └── CancelledError      2   the user cancelled the loading (sources/fetch/watch.py)
    ├── ArticleError            2   the source was read and is not an article; knows line and column
    ├── ChangedError            2   a file was changed elsewhere since it was read
    ├── UsageError              2   the command line was not understood
    ├── StoreError              2   what the reader remembers cannot be read or written (library/store.py)
    ├── IndexFileError          2   the index cannot be read or written (library/index/database.py)
    ├── UnknownPersonError      2   a name means nobody in the library, or several people (library/record.py)
    ├── SearchError             2   a search cannot be run, such as a bad pattern (text/regexes.py)
    └── NoBrowserError          2   no browser was found for a link (ui/browser.py)

A message is one line that names the thing, the place, the fault and the way out, and holds only cleaned
text. An exception that is not a ReaderError is a fault of the program and ends it with 70.
"""

from __future__ import annotations

OK = 0
FOUND_FAULTS = 1
BAD_INPUT = 2
INTERNAL = 70


class ReaderError(Exception):
    """A fault that the user can understand and correct; `str(error)` is one cleaned line."""

    exit_code = BAD_INPUT


class SourceError(ReaderError):
    """A source cannot be read."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"{name}: {fault}")
        self.name = name
        self.fault = fault


class ArticleError(ReaderError):
    """A source is not an article. `line` and `column` count from 1; 0 if unknown."""

    def __init__(self, name: str, fault: str, line: int = 0, column: int = 0) -> None:
        place = f"{name}:{line}:{column}" if line else name
        super().__init__(f"{place}: {fault}")
        self.name = name
        self.fault = fault
        self.line = line
        self.column = column


class ChangedError(ReaderError):
    """An article file was changed elsewhere since it was read, so an edit of it was not written."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: was changed since it was opened; open it again and retry")


class UsageError(ReaderError):
    """The command line was not understood."""
