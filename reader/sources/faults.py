"""The faults of a file: what is wrong, where, and how severe it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader.text.clean import clean_line

LIMIT = 500
"""The most faults of each severity that are kept for one file. Further faults are only counted."""


class Severity(StrEnum):
    """How severe a fault is. A file with an error cannot be opened; a file with only warnings can."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A position in a file: line and column, counted from 1 in characters."""

    line: int
    column: int


class Fault(NamedTuple):
    """One fault at one position of one file; `message` and `name` are cleaned lines. Sorts by position.

    `total` is the number of faults that it stands for: 1, or the count of the faults over the limit.
    """

    line: int
    column: int
    message: str
    severity: Severity
    name: str
    total: int = 1

    def __str__(self) -> str:
        return f"{self.name}:{self.line}:{self.column}: {self.message}"


class Faults:
    """Collects the faults of one file: at most `LIMIT` errors and `LIMIT` warnings.

    If `warned` is false, warnings are dropped, and callers need not look for them. If `hinted` is false, the
    warnings are only counted, so callers need not search for the right place of misplaced words.
    """

    def __init__(self, name: str, *, warned: bool = True, hinted: bool = True) -> None:
        self.name = clean_line(name)
        self.warned, self.hinted = warned, hinted
        self._found: dict[Severity, list[Fault]] = {severity: [] for severity in Severity}
        self._unlisted: dict[Severity, int] = dict.fromkeys(Severity, 0)

    def error(self, position: Position, message: str) -> None:
        """Add an error: the file cannot be opened."""
        self._add(position, message, Severity.ERROR)

    def warning(self, position: Position, message: str) -> None:
        """Add a warning: the article still opens."""
        self._add(position, message, Severity.WARNING)

    def full(self, severity: Severity) -> bool:
        """Whether further faults of this severity are not listed, so that callers need not write messages."""
        unwanted = severity is Severity.WARNING and not self.warned
        return unwanted or len(self._found[severity]) >= LIMIT

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The errors in file order."""
        return tuple(sorted(self._found[Severity.ERROR]))

    @property
    def all(self) -> tuple[Fault, ...]:
        """Every fault in file order.

        For each severity over the limit, a last fault holds the count of the rest.
        """
        faults = sorted(fault for found in self._found.values() for fault in found)
        for severity, count in self._unlisted.items():
            if count:
                last = faults[-1]
                message = f"and {count:,} more {severity}s that are not listed"
                faults.append(Fault(last.line, last.column, message, severity, self.name, count))
        return tuple(faults)

    def _add(self, position: Position, message: str, severity: Severity) -> None:
        if severity is Severity.WARNING and not self.warned:
            return
        if self.full(severity):
            self._unlisted[severity] += 1
        else:
            self._found[severity].append(Fault(*position, clean_line(message), severity, self.name))


def short(text: str, length: int = 40) -> str:
    """`text` shortened for a message: one line of at most `length` code points; a cut is shown by …."""
    line = clean_line(text[: 4 * length])
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
